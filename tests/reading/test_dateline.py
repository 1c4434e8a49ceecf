"""The day that stands at the head of a report."""

from __future__ import annotations

import pytest

from mahdar.reading.dateline import dateline
from mahdar.reading.reader import read_passage


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("نيويورك، 29 آذار/مارس 2024 – عقد المجلس جلسة.", "ar", "2024-03-29"),
        ("عنوان الخبر\nجنيف (رويترز) 4 نوفمبر 2024 - قالت المفوضية", "ar", "2024-11-04"),
        ("GENEVA, 4 November 2024 — The working group met.", "en", "2024-11-04"),
        ("Headline here\n4 November 2024\nThe working group met.", "en", "2024-11-04"),
        ("The Council met on 4 November 2024 and adopted nothing.", "en", None),
        ("On 4 November 2024, the Council met: nothing came of it.", "en", None),
        ("NEW YORK, Nov 4 (Agency) - The Council met.", "en", None),
        ("عقد المجلس جلسة في 29 مارس 2024 بشأن ليبيا.", "ar", None),
        ("", "en", None),
    ],
)
def test_datelines(text: str, language: str, day: str | None) -> None:
    found = dateline(read_passage(text, language))
    assert (found.edtf() if found else None) == day

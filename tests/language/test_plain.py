"""A report without what a page or a list put between its words."""

from __future__ import annotations

import pytest

from mahdar.language.plain import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("•\tSyria said yes.\n  ▪ Iran said no • later.", " \tSyria said yes.\n    Iran said no • later."),
        ("12&nbsp;April &amp; 13 April", "12      April &amp; 13 April"),
        ("Syria said yes.\nRead more: Iran said no\nIt left.", "Syria said yes.\n                       \nIt left."),
        (
            "قالت سوريا نعم.\n• اقرأ أيضا: قالت إيران لا\nوغادرت.",
            "قالت سوريا نعم.\n" + " " * len("• اقرأ أيضا: قالت إيران لا") + "\nوغادرت.",
        ),
        ("Syria said yes.\nIran said no.", "Syria said yes.\nIran said no."),
    ],
)
def test_what_is_no_word_of_the_report_is_blank(text: str, expected: str) -> None:
    assert plain(text) == expected
    assert len(expected) == len(text)

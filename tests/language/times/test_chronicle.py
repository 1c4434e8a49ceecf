"""Timelines, whose lines leave out the year that the line before them says."""

from __future__ import annotations

import pytest

from tests.language.times.reading import read

_PUBLISHED = "2026-09-03"


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        (
            "12 March 2024: He is arrested.\n4 May: He is charged.\nJune 2025: The trial opens.",
            "en",
            ["2024-03-12", "2024-05-04", "2025-06"],
        ),
        (
            "12 November 2024: Talks begin.\n4 February: They fail.\nJune: War begins.",
            "en",
            ["2024-11-12", "2025-02-04", "2025-06"],
        ),
        (
            "- June 2025 - The trial opens.\n- 4 May - He is charged.\n- 12 March 2025 - He is arrested.",
            "en",
            ["2025-06", "2025-05-04", "2025-03-12"],
        ),
        ("June 2026: The trial opens.\n4 May: He is charged.", "en", ["2026-06", "2026-05-04"]),
        (
            "12 March 2024: He is arrested.\n4 May: He is charged.\n1 April 2024: He is freed.",
            "en",
            ["2024-03-12", None, "2024-04-01"],
        ),
        ("12 March 2024: He is arrested.\nOn 4 May he was charged.", "en", ["2024-03-12", "2026-05-04"]),
        (
            "12 مارس 2024: اعتقاله.\n4 مايو: توجيه التهم إليه.\nيونيو 2025: بدء المحاكمة.",
            "ar",
            ["2024-03-12", "2024-05-04", "2025-06"],
        ),
        ("12 تشرين الثاني 2024: بدء المحادثات.\n4 شباط: فشلها.", "ar", ["2024-11-12", "2025-02-04"]),
    ],
)
def test_lines_of_a_timeline_are_counted_on(text: str, language: str, days: list[str | None]) -> None:
    assert [found for _, found in read(text, language, _PUBLISHED)] == days


def test_between_lines_with_years_no_day_of_publication_is_needed() -> None:
    text = "12 March 2024: He is arrested.\n4 May: He is charged.\nJune 2025: The trial opens."
    assert [days for _, days in read(text, "en", None)] == ["2024-03-12", "2024-05-04", "2025-06"]


def test_behind_the_last_line_with_a_year_one_is_needed() -> None:
    text = "12 March 2024: He is arrested.\n4 May: He is charged."
    assert [days for _, days in read(text, "en", None)] == ["2024-03-12", None]

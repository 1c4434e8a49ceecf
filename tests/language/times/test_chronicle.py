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
        (  # years with no mark behind them
            "1924 Born in a village.\n1951 Graduates. In March he leaves.\n1980 Wins the vote.",
            "en",
            ["1924", "1951", "1951-03", "1980"],
        ),
        ("1924 ولد في قرية.\n1951 تخرج في الجامعة.\n1980 أصبح رئيسا.", "ar", ["1924", "1951", "1980"]),
        ("2000 people came.\n1950 houses were built.\n2050 left.", "en", []),
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


def test_a_timeline_of_any_length_is_counted_on() -> None:
    text = "12 March 2024: He is arrested.\n" + "4 May: He is charged.\n" * 2000
    days = [days for _, days in read(text, "en", _PUBLISHED)]
    assert days[:3] == ["2024-03-12", "2024-05-04", "2025-05-04"]
    assert len(days) == 2001


def test_between_lines_with_years_no_day_of_publication_is_needed() -> None:
    text = "12 March 2024: He is arrested.\n4 May: He is charged.\nJune 2025: The trial opens."
    assert [days for _, days in read(text, "en", None)] == ["2024-03-12", "2024-05-04", "2025-06"]


def test_behind_the_last_line_with_a_year_one_is_needed() -> None:
    text = "12 March 2024: He is arrested.\n4 May: He is charged."
    assert [days for _, days in read(text, "en", None)] == ["2024-03-12", None]


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        (
            "2022\nMarch: Talks begin.\nMay: They fail on 8 May.\n2023\nMay: War.",
            "en",
            "2022 2022-03 2022-05 2022-05-08 2023 2023-05",
        ),
        ("2022:\n- January: Talks begin.\n- December: They fail.\n- June: War.", "en", "2022 2022-01 2022-12 2022-06"),
        ("* 2006: The council is set up.\n* 2008: It first meets.", "en", "2006 2008"),
        ("2006 – The council is set up in March.\n2008 – It first meets.", "en", "2006 2006-03 2008"),
        ("في 2022:\n- فبراير: بدء المحادثات.\n- أيار: فشلها.", "ar", "2022 2022-02 2022-05"),
        ("2016\nتستأنف المحادثات في الثامن من أكتوبر.\n2017\nتفشل.", "ar", "2016 2016-10-08 2017"),
        ("عام 2022:\nمارس: بدء المحادثات.\nمايو: فشلها.", "ar", "2022 2022-03 2022-05"),
        (
            "2022: Talks.\n2023: None.\n\nOn 4 May 2026 he was charged. In June he was freed.",
            "en",
            "2022 2023 2026-05-04 2026-06",
        ),
        ("2022: Talks begin.\n2023: They fail.\nThe trial opened in June.", "en", "2022 2023 2026-06"),
        ("He paid 2022 dinars.\n2022: it is a number of his.", "en", ""),
        ("May: the book is out.\nWill: it sells well.", "en", ""),
        ("For: 2022\nAgainst: 1950", "en", ""),
    ],
)
def test_years_that_head_lines_date_what_stands_below(text: str, language: str, days: str) -> None:
    assert [found for _, found in read(text, language, _PUBLISHED)] == days.split()

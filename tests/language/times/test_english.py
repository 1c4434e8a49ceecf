"""Times in English news, published on Wednesday 8 March 2023."""

from __future__ import annotations

import pytest

from tests.language.times.reading import read


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The panel met on March 17, 2019 in Geneva", "2019-03-17"),
        ("The panel met on 17 March 2019 in Geneva", "2019-03-17"),
        ("The panel met on the 17th of March 2019", "2019-03-17"),
        ("The panel met on 2019-03-17", "2019-03-17"),
        ("The panel met on 17/03/2019", "2019-03-17"),
        ("The panel met on 03/17/2019", "2019-03-17"),
        ("The panel met on 13 November in Paris", "2022-11-13"),
        ("The panel will meet on 20 March", "2023-03-20"),
        ("The panel met in May last year", "2022-05"),
        ("The panel met in December 2017", "2017-12"),
        ("The panel met last March", "2022-03"),
        ("The panel met in mid-March 2020", "2020-03"),
        ("The panel met on Monday", "2023-03-06"),
        ("The panel will meet on Monday", "2023-03-13"),
        ("The panel met last Tuesday", "2023-03-07"),
        ("The panel met on Friday night", "2023-03-03"),
        ("The panel met earlier today", "2023-03-08"),
        ("The panel met last night", "2023-03-07"),
        ("The panel met the day before yesterday", "2023-03-06"),
        ("The panel meets next week", "2023-03-13/2023-03-19"),
        ("The panel meets on Friday of next week", "2023-03-17"),
        ("The panel met two weeks ago", "2023-02-20/2023-02-26"),
        ("The panel met three days ago", "2023-03-05"),
        ("The panel was formed in the 1990s", "1990/1999"),
        ("The panel was formed in the 20th century", "1901/2000"),
        ("The panel met in the first half of 2014", "2014-01/2014-06"),
        ("The panel met in the second quarter of 2014", "2014-04/2014-06"),
        ("The panel met in the summer of 2015", "2015-22"),
        ("The panel has met since 2009", "2009/.."),
        ("The panel met between 2006 and 2013", "2006/2013"),
        ("The panel met from 2006 to 2013", "2006/2013"),
        ("The panel met in 2011", "2011"),
        ("The 2015 nuclear deal held", "2015"),
        ("They met at the end of last year", "2022"),
        ("They fought from 1 January to 30 June 2022", "2022-01-01/2022-06-30"),
        ("It fell in the first six months of 2022", "2022-01/2022-06"),
        ("It has risen since the start of the year", "2023/.."),
        ("The mandate expires on 31 December", "2023-12-31"),
        ("They must report no later than 30 June", "2023-06-30"),
        ("The war began a decade ago", "2013"),
        ("They met on 10 and 11 March", "2023-03-10/2023-03-11"),
    ],
)
def test_times(text: str, edtf: str) -> None:
    assert [days for _, days in read(text, "en")] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2728 (2024) was adopted",
        "It adopted resolution 2397 by 13 votes",
        "It lasted for three years",
        "They must report within 90 days",
        "More than 2000 people fled",
        "He may march with them",
        "It is now on the verge of collapse in the coming years",
        "He is 45 years old",
        "Russia Today reported it",
        "The 2030 Agenda sets goals",
        "Over the past year the number rose",
        "She told the BBC the sun rose",
        "They pray every Friday",
        "Document S/2023/12 was circulated",
        "It cited decision 10/2020",
        "It ran for the first time in 12 years",
        "A year earlier he had left",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert read(text, "en") == []


def test_each_time_of_a_sentence_has_its_own_clause() -> None:
    text = "The envoy said on Monday that the Council will vote on Friday"
    assert read(text, "en") == [("Monday", "2023-03-06"), ("Friday", "2023-03-10")]


def test_next_weekday_is_in_the_week_after_this_one() -> None:
    assert read("The talks resume next Friday", "en") == [("next Friday", "2023-03-17")]

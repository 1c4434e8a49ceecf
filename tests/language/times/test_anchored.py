"""Times that hang on another time of their sentence, and what becomes of them where there is none."""

from __future__ import annotations

import pytest

from mahdar.language.times.anchored import anchor_entries, anchors
from mahdar.language.times.vocabulary import LANGUAGES
from tests.language.times.reading import read


@pytest.mark.parametrize(
    ("text", "language", "last"),
    [
        ("صدر الحكم في 30 أبريل 2020 ونفذ في اليوم التالي", "ar", ("اليوم التالي", "2020-05-01")),
        ("صدر الحكم في ديسمبر 2020 ونفذ في الشهر التالي", "ar", ("الشهر التالي", "2021-01")),
        ("صدر الحكم عام 2020 وألغي بعده بعامين", "ar", ("بعده بعامين", "2022")),
        ("صدر الحكم عام 2020، وقبل ذلك بثلاث سنوات اعتقل", "ar", ("قبل ذلك بثلاث سنوات", "2017")),
        ("صدر الحكم في 3 مارس 2020 ونفذ في 9 مايو من العام ذاته", "ar", ("9 مايو من العام ذاته", "2020-05-09")),
        ("صدر الحكم في 3 مارس 2020 ونفذ في يناير من العام التالي", "ar", ("يناير من العام التالي", "2021-01")),
        ("The ruling came on 30 April 2020 and fell the following day", "en", ("the following day", "2020-05-01")),
        ("The ruling came in 2020 and fell three years later", "en", ("three years later", "2023")),
        ("The ruling came in June 2020, after a first one the month before", "en", ("the month before", "2020-05")),
        ("The ruling came on 3 March 2020 and fell in May of that year", "en", ("May of that year", "2020-05")),
        ("He fled in 2011, came back a year later and left the following year", "en", ("the following year", "2013")),
    ],
)
def test_the_time_named_before_decides(text: str, language: str, last: tuple[str, str]) -> None:
    assert read(text, language)[-1] == last


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("صدر الحكم عام 2020. ونفذ في اليوم التالي.", "ar"),  # another sentence
        ("صدر الحكم عام 2020 ونفذ في اليوم التالي", "ar"),  # a year is no day
        ("صدر الحكم في 3 مارس 2020 وفي اليوم التالي للتصويت نفذ", "ar"),  # it hangs on the vote
        ("صدر الحكم في 3 مارس 2020 وفي اليوم السابق على التصويت اجتمعوا", "ar"),
        ("The ruling came in 2020. It fell the next day.", "en"),
        ("The ruling came in 2020 and fell the next day", "en"),
        ("The ruling came on 3 March 2020, the day before the vote", "en"),
    ],
)
def test_no_day_is_made_up(text: str, language: str) -> None:
    assert len(read(text, language)) == 1


def test_a_month_of_an_unknown_year_stays_open() -> None:
    assert read("نفذ الحكم في مايو من العام ذاته", "ar") == [("مايو من العام ذاته", None)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_names_grains_where_it_says_a_unit(language: str) -> None:
    assert anchor_entries(language)
    for phrase, anchor in anchor_entries(language):
        assert bool(anchor.grain) == (anchor.kind in ("phrase", "edge")), phrase
        assert abs(anchor.steps) <= 1
    assert anchors("en").get("following day")

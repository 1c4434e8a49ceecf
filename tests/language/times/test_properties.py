"""What holds for any text: offsets, order, no exception, the same answer twice."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.edtf import Interval
from mahdar.language.times.senses import Style
from mahdar.language.times.vocabulary import LANGUAGES
from mahdar.tables import read_rows, values
from tests.language.times.reading import phrases

WORDS = sorted(
    {
        form
        for name in ("times_words.csv", "times_months.csv", "times_anchored.csv")
        for row in read_rows("mahdar.language", name)
        for column in ("ar", "en", "ar_doubtful", "en_doubtful")
        for form in values(row.get(column, ""))
    }
)
GLUE = [
    "Monday",
    "الجمعة",
    "March",
    "tue.",
    "in",
    "of",
    "the",
    ":",
    "«",
    "'s",
    "و",
    "ال",
    " ",
    "\n",
    ".",
    "،",
    "(",
    ")",
    "/",
    "-",
    "17",
    "2014",
    "1436",
    "31",
    "0",
    "9999",
    "²",
    "፩፩",
    "ثلاثة",
    "three",
    "third",
    "الثالث",
]
TEXTS = st.lists(st.sampled_from(WORDS + GLUE), max_size=25).map(" ".join) | st.text(max_size=80)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
STYLES: list[Style] = ["news", "calendar"]


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES), st.sampled_from(STYLES), DAYS)
def test_any_text_gives_valid_phrases(text: str, language: str, style: Style, day: date) -> None:
    end = 0
    for phrase in phrases(text, language, style):
        assert end <= phrase.start < phrase.end <= len(text)
        end = phrase.end
        found = phrase.resolve(Interval.day(day))
        if found:
            assert Interval.parse(found.edtf()) == found


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_reading_is_deterministic(text: str, language: str) -> None:
    first, second = phrases(text, language), phrases(text, language)
    assert [(p.start, p.end, p.absolute) for p in first] == [(p.start, p.end, p.absolute) for p in second]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "unit", ["17 مارس ", "2014 ", "من ", "و", "three days ", "( ", "1-", "the last ", "that day ", "اليوم التالي "]
)
def test_long_texts_are_read(unit: str, language: str) -> None:
    found = phrases(unit * 3000, language)
    assert all(p.end - p.start < 2000 for p in found)

"""The tables of times are as their headers say."""

from __future__ import annotations

from datetime import date

import pytest

from mahdar.language.times import gates
from mahdar.language.times.feasts import turns
from mahdar.language.times.units import around
from mahdar.language.times.vocabulary import LANGUAGES, PACKAGE, entries, lexicon
from mahdar.tables import read_rows, read_toml


@pytest.mark.parametrize("language", LANGUAGES)
def test_twelve_months_in_both_calendars(language: str) -> None:
    for kind in ("month", "hijri"):
        assert {w.number for _, w in entries(language) if w.kind == kind} == set(range(1, 13))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_names_two_months(language: str) -> None:
    for phrase, word in entries(language):
        if word.kind == "month":
            assert {w.value for w in lexicon(language).get(phrase) if w.kind == "month"} == {word.value}


@pytest.mark.parametrize("language", LANGUAGES)
def test_units_have_a_grain_that_can_be_counted(language: str) -> None:
    for phrase, word in entries(language):
        if word.kind == "unit":
            assert word.count in ("1", "2", "n"), phrase
            assert around(word.grain, date(2023, 3, 8)).contains(date(2023, 3, 8)) or word.grain == "weekend"


@pytest.mark.parametrize("rule", [row["rule"] for row in read_rows(PACKAGE, "times_feasts.csv")])
def test_every_feast_has_a_turn_near_2019(rule: str) -> None:
    assert turns(rule)(date(2019, 1, 1))


def test_listed_days_have_one_turn_a_year() -> None:
    for name, days in read_toml(PACKAGE, "times_feasts.toml").items():
        years = [date.fromisoformat(day).year for day in days]
        assert years == sorted(set(years)), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_begins_at_a_word_of_the_table(language: str) -> None:
    kinds = {word.rule for _, word in entries(language)} | {"number"}
    assert set(gates.rules(language, "calendar")) <= kinds
    assert "slang" not in gates.rules(language, "news")

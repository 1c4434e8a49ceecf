"""What a person who writes a symbol may mean."""

from __future__ import annotations

import pytest

from mahdar.record.asking.asked import family_of, understood
from mahdar.record.opened import Store


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("S/RES/2397", "S/RES/2397"),
        ("S/RES/2397 (2017)", "S/RES/2397"),
        ("  s/res/2397(2017). ", "S/RES/2397"),
        ("https://docs.un.org/en/S/RES/2397(2017)", "S/RES/2397"),
        ("undocs.org/S/RES/2397(2017)", "S/RES/2397"),
        ("2397", "S/RES/2397"),
        ("٢٣٩٧", "S/RES/2397"),
        ("77/226", "A/RES/77/226"),
        ("2022/431", "S/2022/431"),
        ("49/22", "A/HRC/RES/49/22"),
        ("iccpr", "ICCPR"),
    ],
)
def test_a_symbol_is_understood_in_many_forms(told: Store, text: str, symbol: str) -> None:
    asked = understood(told, text)
    assert asked.normal == symbol
    assert asked.hits


def test_a_bare_number_says_what_it_was_read_as_and_what_else_has_it(told: Store) -> None:
    assert understood(told, "2397").remark == "2397 was read as S/RES/2397 (2017); the record also has S/PV.2397"
    assert understood(told, "S/RES/2397").remark == ""


def test_another_year_is_said(told: Store) -> None:
    assert "S/RES/2397 (2017)" in understood(told, "S/RES/2397 (2018)").remark
    assert understood(told, "S/RES/2397 (2017)").remark == ""


@pytest.mark.parametrize("text", ["", " ", "99999", "x" * 10_000, "\x00", "'; DROP TABLE sources; --", "S/RES/²"])
def test_nonsense_finds_nothing(told: Store, text: str) -> None:
    assert understood(told, text).hits == ()


@pytest.mark.parametrize(
    ("symbol", "table"),
    [
        ("S/RES/9999", "council_decisions"),
        ("S/PV.99999", "council_meetings"),
        ("S/2099/1", "council_decisions"),
        ("A/RES/99/1", "assembly_decisions"),
        ("A/HRC/RES/99/1", "hrc_decisions"),
        ("A/HRC/99/1", "upr_reviews"),
        ("E/CN.4/RES/1999/1", "country_mandates"),
    ],
)
def test_the_family_of_a_symbol_is_the_longest_beginning_that_fits(symbol: str, table: str) -> None:
    family = family_of(symbol)
    assert family is not None
    assert family.table == table


def test_a_slug_is_of_no_family() -> None:
    assert family_of("iccpr") is None

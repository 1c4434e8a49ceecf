"""The index of symbols: it finds what is there as `symbols.normal` writes it, and what may have been meant."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.record.asking import index
from mahdar.record.asking.index import Hit
from mahdar.record.opened import Store
from mahdar.record.symbols import normal


def test_symbols_are_normal_in_sql_as_in_python(told: Store) -> None:
    rows = told.connection.execute("SELECT normal, spelt, place, part FROM asking.symbols").fetchall()
    assert len(rows) > 20_000
    remarked = {spelt for key, spelt, *_ in rows if normal(spelt) != key}
    assert "S/RES/2231 (snap-back)" in remarked
    assert all(re.search(r"[/\d] \([a-z][^)]*\)\Z", spelt) for spelt in remarked)


@pytest.mark.parametrize(
    ("symbol", "hit"),
    [
        ("S/RES/2397", Hit("council_decisions", "symbol", "S/RES/2397 (2017)")),
        ("S/2022/431", Hit("council_decisions", "draft", "S/2022/431")),
        ("S/PV.9048", Hit("council_meetings", "symbol", "S/PV.9048")),
        ("A/RES/2200A(XXI)", Hit("treaties", "adopted_by", "A/RES/2200 A (XXI)")),
        ("S/RES/1718", Hit("sanctions_regimes", "symbol", "S/RES/1718 (2006)")),
        ("S/RES/1506", Hit("sanctions_regimes", "ended_by", "S/RES/1506 (2003)")),
        ("S/RES/2231", Hit("sanctions_regimes", "symbol", "S/RES/2231 (snap-back)")),
        ("A/HRC/RES/22/13", Hit("country_mandates", "symbol", "A/HRC/RES/22/13")),
        ("A/HRC/13/13", Hit("upr_reviews", "symbol", "A/HRC/13/13")),
        ("ICCPR", Hit("treaties", "slug", "iccpr")),
        ("KPE.001", Hit("sanctions_listings", "reference", "KPe.001")),
    ],
)
@pytest.mark.parametrize("kept", [True, False], ids=["in the file", "made for the connection"])
def test_a_symbol_is_found_wherever_it_stands(told: Store, store: Store, symbol: str, hit: Hit, kept: bool) -> None:
    assert hit in index.find(told if kept else store, symbol)


def test_loaded_rows_come_behind_those_of_the_package(told: Store) -> None:
    hits = index.find(told, "S/2022/431")
    assert [hit.place for hit in hits] == ["council_decisions", "told.calls"]


@pytest.mark.parametrize("words", ["ROMECONFERENCE", "DRAFT(SYMBOLNOTFOUND)", "NOTRENEWED", ""])
def test_words_that_are_no_symbol_are_not_in_it(told: Store, words: str) -> None:
    assert index.find(told, words) == []


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("S/RES/2937", "S/RES/2397 (2017)"),  # two digits transposed
        ("S/RES/1781", "S/RES/1718 (2006)"),
        ("A/HRC/RES/77/226", "A/RES/77/226"),  # the number of another body
        ("S/RES/23977", "S/RES/2377 (2017)"),  # one too many
        ("A/RES/2200", "A/RES/2200 A (XXI)"),  # a part of it
        ("ICPR", "iccpr"),
        ("CEDWA", "cedaw"),
    ],
)
def test_what_may_have_been_meant_comes_likeliest_first(told: Store, asked: str, first: str) -> None:
    assert index.near(told, asked)[0] == first


def test_the_same_number_of_another_body_is_named(told: Store) -> None:
    assert "S/PV.2937" in index.near(told, "S/RES/2937")
    assert index.numbered(told, "77/226") == ["A/RES/77/226"]


def test_nothing_is_near_nonsense(told: Store) -> None:
    assert index.near(told, "XYZZY/QQ.") == []
    assert index.near(told, "") == [] or len(index.near(told, "")) <= 6


@given(st.text("0123456789", min_size=1, max_size=5), st.integers(0, 4), st.sampled_from("0123456789"))
def test_one_edit_is_always_among_the_edits(number: str, at: int, digit: str) -> None:
    at = min(at, len(number) - 1)
    asked = f"S/RES/{number}"
    i = len("S/RES/") + at
    edited = set(index._edited(asked))
    assert {asked[:i] + digit + asked[i:], asked[:i] + digit + asked[i + 1 :], asked[:i] + asked[i + 1 :]} <= edited
    if at + 1 < len(number) and number[at] != number[at + 1]:
        assert asked[:i] + asked[i + 1] + asked[i] + asked[i + 2 :] in index._transposed(asked)

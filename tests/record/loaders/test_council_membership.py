"""Members of the Security Council year by year, from a table of years and a table of terms."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from mahdar.record.loading.publication import LoadError
from mahdar.tables import read_rows
from tests.record.loaders.told import Told, folder, here

YEARS = "country,which_tenure,year,year_of_tenure\n"
TERMS = "# one row for a term\ncountry_org,start_year,end_year,seat,note\n"


def told(tmp_path: Path, text: str) -> Told:
    path = tmp_path / "members.csv"
    path.write_text(text, "utf-8")
    return Told().load(path)


def test_years(tmp_path: Path) -> None:
    made = told(tmp_path, YEARS + "Algeria\u00a0,1,1968,1\nMalaysia\u00a0,3,2e3,2\nEgypt\u00a0,1,1946,1\n")
    assert made.rows("SELECT state, year, seat, name_told, place, public FROM told.terms") == [
        ("DZA", 1968, "elected", "Algeria", "line 2", date(1968, 1, 1)),
        ("MYS", 2000, "elected", "Malaysia", "line 3", date(2000, 1, 1)),
        ("EGY", 1946, "elected", "Egypt", "line 4", date(1946, 1, 17)),
    ]
    assert made.remarks("odd") == {"a year written with an exponent": 1}


def test_terms_have_a_row_for_each_year(tmp_path: Path) -> None:
    lines = "Cote D'ivoire,1991,1992,elected,\nRussian Federation,1992,1994,permanent,Succeeded the USSR\n"
    made = told(tmp_path, TERMS + lines)
    assert made.rows("SELECT state, year, seat, name_told FROM told.terms") == [
        ("CIV", 1991, "elected", "Cote D'ivoire"),
        ("CIV", 1992, "elected", "Cote D'ivoire"),
        *(("RUS", year, "permanent", "Russian Federation") for year in (1992, 1993, 1994)),
    ]
    assert made.remarks("lost") == made.remarks("odd") == {}


def test_what_cannot_be_taken(tmp_path: Path) -> None:
    made = told(tmp_path, TERMS + "Peru,1992,1991,elected,\nAtlantis,1992,1993,elected,\nPeru,1992,1993,observer,\n")
    assert made.remarks("lost") == {
        "the years are none": 1,
        "no such state": 1,
        "a seat that is neither elected nor permanent": 1,
    }
    made = told(tmp_path, YEARS + "Peru,1,MCMLV,1\nPeru,1,1e9,1\nPeru,1,1066,1\n")
    assert made.remarks("lost") == {"the years are none": 3}
    with pytest.raises(LoadError, match="line 3 has 2 cells"):
        told(tmp_path, YEARS + "Peru,1,1955,1\nPeru,1")


@cache
def members() -> Told:
    return folder("sc_membership")


@here
def test_only_the_two_tables_are_publications() -> None:
    assert members().kinds == ["council-member-years", "council-member-terms"]
    assert members().remarks("lost") == {}


@here
def test_elected_members_of_every_year() -> None:
    made = members()
    years = dict(made.rows("SELECT year, count(DISTINCT state) FROM told.terms WHERE load = 1 GROUP BY year"))
    assert sum(years.values()) == made.one("SELECT count(*) FROM told.terms WHERE load = 1") == 660
    assert years == {year: 6 if year < 1966 else 10 for year in range(1946, 2020)}


@here
def test_terms_of_a_generation() -> None:
    made = members()
    assert made.one("SELECT count(DISTINCT place) FROM told.terms WHERE load = 2") == 171
    query = "SELECT year, count(DISTINCT state) FROM told.terms WHERE load = 2 AND seat = '{}' GROUP BY year"
    assert dict(made.rows(query.format("elected"))) == {1991: 5, 2024: 5} | dict.fromkeys(range(1992, 2024), 10)
    assert dict(made.rows(query.format("permanent"))) == dict.fromkeys(range(1992, 2024), 5)


@here
def test_both_agree_with_each_other_and_with_the_package() -> None:
    """But for two: one gives India's 1992 to Côte d'Ivoire; Democratic Yemen had the seat until May 1990."""
    made = members()
    pairs = "SELECT state, year FROM told.terms WHERE seat = 'elected' AND year BETWEEN 1992 AND 2019 AND load = {}"
    assert made.rows(f"{pairs.format(1)} EXCEPT {pairs.format(2)}") == [("IND", 1992)]
    assert made.rows(f"{pairs.format(2)} EXCEPT {pairs.format(1)}") == [("CIV", 1992)]
    own = {
        (term["state"], year)
        for term in read_rows("mahdar.record", "council_terms.csv")
        if term["seat"] == "elected"
        for year in range(int(term["first"][:4]), int(term["last"][:4]) + 1)
        if year < 2020
    }
    assert own - set(made.rows("SELECT state, year FROM told.terms WHERE load = 1")) == {("YMD", 1990)}

"""Presidencies of the Council: the rotation of rule 18, and months as the records of meetings have them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from mahdar.edtf import Interval, shift_month
from mahdar.record.access import Record
from mahdar.record.rows import Presidency

FIRST, LAST = (1947, 1), (2026, 12)


@pytest.fixture(scope="module")
def months(record: Record) -> list[Presidency]:
    found = []
    month = FIRST
    while month <= LAST:
        row = record.presidency(f"{month[0]}-{month[1]:02}")
        assert row is not None, month
        found.append(row)
        month = shift_month(*month, 1)
    return found


def first_day(row: Presidency) -> date:
    return date(int(row.month[:4]), int(row.month[5:]), 1)


def test_every_president_sat_on_the_council(record: Record, months: list[Presidency]) -> None:
    for row in months:
        assert row.state in {t.state for t in record.council_members(first_day(row))}, row.month


def test_no_member_presides_twice_running(months: list[Presidency]) -> None:
    assert all(a.state != b.state for a, b in pairwise(months))


@pytest.mark.parametrize("state", ["CHN", "FRA", "GBR", "USA"])
def test_permanent_members_preside_about_once_in_a_round(months: list[Presidency], state: str) -> None:
    turns = [n for n, row in enumerate(months) if row.state == state]
    for before, after in pairwise(turns):
        # Each January five new members come in, so that a round may be longer or shorter than the Council.
        assert 8 <= after - before <= 21, months[after].month


def test_every_elected_member_of_two_years_presided(record: Record, months: list[Presidency]) -> None:
    presided = {(row.state, row.month[:4]) for row in months}
    for year in range(1947, 2025):
        for term in record.council_members(date(year, 6, 30)):
            if term.seat == "elected" and term.first.year == year and term.last.year == year + 1:
                assert {(term.state, str(year)), (term.state, str(year + 1))} & presided, (term.state, year)


@pytest.mark.parametrize(
    ("month", "state"),
    [
        ("1948-07", "UKR"),  # S/PV.331 to 354: Mr. Manuilsky
        ("1950-06", "IND"),  # S/PV.473: Sir Benegal Rau
        ("1950-08", "SUN"),  # S/PV.480: Mr. Malik
        ("1957-02", "SWE"),  # S/RES/123 (1957) names the President, the representative of Sweden
        ("1962-10", "SUN"),  # S/PV.1022: Mr. Zorin
        ("1967-06", "DNK"),  # S/PV.1347: Mr. Tabor
        ("1967-11", "MLI"),  # S/PV.1382
        ("1972-11", "GIN"),  # S/PV.1672: Mrs. Cissé
        ("1982-04", "COD"),  # S/PV.2350: Mr. Kamanda wa Kamanda (Zaire)
        ("1985-12", "BFA"),  # S/PV.2639: Mr. Bassole
        ("1990-08", "ROU"),  # S/PV.2932: Mr. Munteanu
        ("1990-12", "YEM"),
        ("1992-01", "GBR"),
        ("1994-09", "ESP"),  # S/PV.3423: Rwanda's turn was put off
        ("1994-11", "USA"),  # S/PV.3453: Mrs. Albright
        ("1995-09", "ITA"),  # S/PV.3583: Mrs. Agnelli
        ("2002-11", "CHN"),
        ("2003-03", "GIN"),
    ],
)
def test_presidents_as_the_records_name_them(record: Record, month: str, state: str) -> None:
    row = record.presidency(month)
    assert row is not None
    assert row.state == state


def test_burkina_faso_presided_twice_in_1984_by_two_names(record: Record) -> None:
    months = [row.month for row in record.presidencies("BFA")]
    assert months[:3] == ["1984-08", "1984-10", "1985-12"]


def test_months_that_are_not_certain_refute_nothing(record: Record, months: list[Presidency]) -> None:
    assert [row.month for row in months if not row.firm] == ["1991-12", "1994-12"]


def test_months_to_come_are_not_said_to_be_complete(record: Record) -> None:
    coverage = record.coverage("presidencies")
    assert coverage.covers(Interval.parse("1947-01/2026-06"))
    assert not coverage.covers(Interval.parse("2026-07"))
    assert not coverage.covers(Interval.parse("1946"))

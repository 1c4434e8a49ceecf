"""The figures of SOURCE.md of facts_assembly on treaties, held against the dated and the yearly tables beside it."""

from __future__ import annotations

import csv
from datetime import datetime
from functools import cache

import pytest

from mahdar.record.states import find_state
from tests.record.figures import Rows, count, here, rows
from tests.record.test_source_figures_assembly import AUGUST_2022, wpdl
from tests.told import MATERIAL

pytestmark = here
DPRK = "Democratic People's Republic of Korea"
# Codes of the yearly tables that are not ISO 3166-1: the odd ones that SOURCE.md names.
ODD = {"TP": "TLS", "S": "SSD"}


def facts(name: str) -> Rows:
    return rows("facts_assembly", f"{name}.csv")


@cache
def core() -> dict[str, str]:
    """Slug -> symbol with the depositary (`IV-4`) of the 18 instruments."""
    return {r["slug"]: r["depositary_symbol"] for r in facts("treaties") if r["core"] == "1"}


@cache
def dated(symbol: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a dated table of chapter IV, `4-3-a.csv` for IV-3-a, the heading first."""
    path = MATERIAL / "treaties_untc_zmjones" / f"{symbol.replace('IV', '4')}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(tuple(line) for line in csv.reader(lines))


def day(cell: str) -> str:
    """`21 Sep 1990 a` as a day, "" of an empty cell."""
    return datetime.strptime(" ".join(cell.split()[:3]), "%d %b %Y").date().isoformat() if cell.strip() else ""


def test_titles_of_the_index_bear_the_day_of_adoption() -> None:
    """True of 21 of the 22: that on racial discrimination has the day on which it was opened for signature."""
    index = rows("treaties_untc_zmjones", "index.csv")
    titles = {r["url"].partition("mtdsg_no=")[2].partition("&")[0]: r["treaty_name"] for r in index}
    other = {}
    for row in facts("treaties"):
        last = titles[row["depositary_symbol"]].rpartition(", ")[2]
        told = datetime.strptime(last, "%d %B %Y").date().isoformat()
        if told != row["adopted"]:
            other[row["slug"]] = (row["adopted"], told)
            assert told == row["opened_for_signature"]
    assert other == {"icerd": ("1965-12-21", "1966-03-07")}


def test_actions_since_2015_are_all_that_the_yearly_tables_have() -> None:
    """ "Complete by year for the 18 core instruments from 2015 to about August 2022 for UN members": exactly so."""
    two = {r["ISO3166-1-Alpha-2"]: r["ISO3166-1-Alpha-3"] for r in rows("country_names", "country-codes.csv")} | ODD
    told = {(r["slug"], r["state"]) for r in facts("treaty_actions_recent") if r["date"] <= AUGUST_2022}
    yearly = {
        (slug, two[r["iso2"]])
        for slug in core()
        for r in wpdl(slug)
        if r["state party"] == "1" and r["year ratification or accession"][:4] >= "2015"
    }
    assert len(yearly) > 200
    beyond = {(slug, state) for slug, state in told - yearly if slug in core()}
    assert yearly - told == set()
    assert {state for _, state in beyond} == {"PSE"}
    assert len(beyond) == 6


def test_actions_of_2015_have_the_days_of_the_dated_tables() -> None:
    """All but one: Mongolia joined the Protocol against torture on 12 February 2015 by the dated table, and before by
    the yearly one, from which the rows of 2015 were taken.
    """
    told = {(r["slug"], r["state"]): r["date"] for r in facts("treaty_actions_recent")}
    found = {}
    for slug, symbol in core().items():
        for name, *_, last in dated(symbol)[1:]:
            if "2015" in last:
                found[slug, find_state(name)] = day(last)
    apart = {key: on for key, on in found.items() if told.get((key[0], key[1] or "")) != on}
    assert len(found) == 10
    assert apart == {("opcat", "MNG"): "2015-02-12"}
    years = {r["iso2"]: r["year ratification or accession"][:4] for r in wpdl("opcat")}
    assert years["MN"] < "2015"


@pytest.mark.parametrize("slug", ["iccpr", "icescr", "genocide", "crc", "cedaw", "crpd", "crc-opsc"])
def test_dprk_days_are_those_of_the_dated_tables(slug: str) -> None:
    told = {r["action"]: r["date"] for r in facts("dprk_treaties") if r["slug"] == slug}
    (symbol,) = {r["depositary_symbol"] for r in facts("treaties") if r["slug"] == slug}
    heading, *lines = dated(symbol)
    (own,) = [line for line in lines if line[0].startswith(DPRK)]
    signed = day(own[heading.index("Signature")])
    assert told.get("signature", "") == signed
    joined = told.get("ratification") or told.get("accession")
    # Of the Convention on disabilities the table has the signature alone: it ends in March 2015.
    assert joined == ("2016-12-06" if slug == "crpd" else day(own[-1]))
    assert ("accession" in told) == own[-1].endswith(" a")


def test_dprk_convention_on_limitations_and_the_amendment() -> None:
    told = {(r["slug"], r["action"]): r["date"] for r in facts("dprk_treaties")}
    assert told["statutory-limitations", "accession"] == day(_of_dprk("IV-6"))
    (amended,) = [on for (_, action), on in told.items() if action == "acceptance_of_amendment"]
    assert amended == day(_of_dprk("IV-11-a"))


def _of_dprk(symbol: str) -> str:
    (cell,) = [line[-1] for line in dated(symbol) if line[0].startswith(DPRK)]
    return cell


def test_dprk_rows_by_kind() -> None:
    kinds = count(facts("dprk_treaties"), "action")
    assert (kinds["signature"], kinds["accession"], kinds["ratification"]) == (3, 5, 3)
    assert kinds["reservations_withdrawn"] == 1
    withdrawal = [r["date"][:7] for r in facts("dprk_treaties") if r["action"] == "withdrawal_notified"]
    assert set(withdrawal) == {"1997-08"}


def test_of_the_individual_complaints_protocol_most_days_are_missing() -> None:
    years = [r for r in facts("treaty_actions_recent") if r["slug"] == "crc-opic"]
    missing = sum(len(r["date"]) == 4 for r in years)
    assert 2 * missing > len(years)

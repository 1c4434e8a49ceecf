"""Members, treaties, offices, sanctions and the Assembly: rules that the tables must keep, and single facts."""

from __future__ import annotations

from datetime import date

import pytest

from mahdar.edtf import Interval
from mahdar.record.access import Record

# United Nations, "Growth in United Nations membership": members at the end of the year.
GROWTH = {
    1945: 51,
    1946: 55,
    1947: 57,
    1948: 58,
    1949: 59,
    1950: 60,
    1955: 76,
    1956: 80,
    1957: 82,
    1958: 82,
    1960: 99,
    1961: 104,
    1962: 110,
    1963: 112,
    1964: 115,
    1965: 117,
    1966: 122,
    1968: 126,
    1970: 127,
    1973: 135,
    1974: 138,
    1977: 149,
    1980: 154,
    1984: 159,
    1990: 159,
    1991: 166,
    1992: 179,
    1993: 184,
    1994: 185,
    1999: 188,
    2000: 189,
    2002: 191,
    2006: 192,
    2011: 193,
    2025: 193,
}


@pytest.mark.parametrize(("year", "members"), GROWTH.items())
def test_the_united_nations_grew_as_it_says(record: Record, year: int, members: int) -> None:
    assert len(record.un_members(date(year, 12, 31))) == members


def test_south_sudan_was_the_193rd(record: Record) -> None:
    assert "SSD" not in record.un_members(date(2011, 7, 13))
    assert "SSD" in record.un_members(date(2011, 7, 14))


def test_treaty_actions_of_the_dprk(record: Record) -> None:
    (accession,) = [a for a in record.treaty_actions("PRK", "iccpr") if a.binds]
    assert accession.when.edtf() == "1981-09-14"
    crpd = {a.action: a.when.edtf() for a in record.treaty_actions("PRK", "crpd")}
    assert crpd == {"signature": "2013-07-03", "ratification": "2016-12-06"}


def test_every_treaty_action_is_of_a_known_treaty_after_its_adoption(record: Record) -> None:
    for state in record.un_members(date(2020, 1, 1)) | {"VAT", "PSE"}:
        for action in record.treaty_actions(state):
            treaty = record.treaty(action.treaty)
            if treaty and treaty.adopted and action.when.last:
                assert action.when.last >= treaty.adopted, action


@pytest.mark.parametrize("slug", ["crc", "cedaw", "cat", "icerd", "crpd", "cped", "icmw", "iccpr", "icescr"])
def test_core_treaties_are_complete_for_members_to_2022(record: Record, slug: str) -> None:
    coverage = record.coverage("treaty_actions", slug)
    assert coverage.covers(Interval.parse("2020"))
    assert not coverage.covers(Interval.parse("2024"))


def test_all_members_but_one_are_parties_to_the_convention_on_the_rights_of_the_child(record: Record) -> None:
    members = record.un_members(date(2022, 1, 1))
    parties = {s for s in members if any(a.binds for a in record.treaty_actions(s, "crc"))}
    assert members - parties == {"USA"}


def test_secretaries_general_follow_one_another(record: Record) -> None:
    terms = sorted(
        (o for o in record.offices(office="secretary-general") if o.first and o.first.first),
        key=lambda o: (o.first and o.first.first) or date.min,
    )
    assert [o.person for o in terms][-3:] == ["kofi-annan", "ban-ki-moon", "antonio-guterres"]
    assert record.offices("ban-ki-moon", "secretary-general")[0].name_ar


def test_sanctions_on_the_dprk_began_with_resolution_1718(record: Record) -> None:
    (regime,) = record.regimes("PRK")
    assert (regime.symbol, regime.first, regime.last) == ("S/RES/1718 (2006)", date(2006, 10, 14), None)
    (panel,) = record.sanctions_bodies("PRK")
    assert panel.kind == "panel-of-experts"
    assert panel.last == Interval.parse("2024-04-30")


def test_founding_resolutions_of_regimes_were_adopted_on_that_day(record: Record) -> None:
    for regime in record.regimes():
        founding = record.decision(regime.symbol)
        if founding:
            assert founding.date == regime.first, regime.name


def test_assembly_resolutions_on_the_dprk_come_every_year(record: Record) -> None:
    adopted = [d for d in record.assembly("PRK") if d.outcome == "adopted" and d.topic == "human-rights-situation"]
    years = {d.when.first.year for d in adopted if d.when.first}
    assert set(range(2005, 2026)) <= years
    assert record.coverage("assembly_decisions", "PRK").covers(Interval.parse("2005-12/2025-11"))


def test_assembly_tallies_fit_its_members(record: Record) -> None:
    for decision in record.assembly(when=Interval.parse("2001-09/2026")):
        if decision.tally and decision.when.last:
            assert sum(decision.tally) <= len(record.un_members(decision.when.last)), decision.symbol


def test_an_assembly_tally_is_labelled_by_how_it_was_counted(record: Record) -> None:
    row = record.assembly_decision("A/RES/62/167")
    assert row is not None
    tallies = {(d.counted, d.tally) for d in (row, *record.rivals(row))}
    assert tallies == {("official", (101, 22, 59)), ("roll-call", (102, 22, 58))}


def test_days_before_2001_are_months(record: Record) -> None:
    row = record.assembly_decision("A/RES/41/86 F")
    assert row is not None
    assert row.when.edtf() == "1986-12"
    assert row.date is None
    assert not row.firm


def test_unknown_names_find_nothing(record: Record) -> None:
    assert record.decision("S/RES/99999") is None
    assert record.treaty_actions("ZZZ") == ()
    assert not record.coverage("no_such_table").complete

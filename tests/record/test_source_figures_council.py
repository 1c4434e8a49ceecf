"""The figures in SOURCE.md of facts_council, recomputed from their rows and from the record."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from datetime import date
from itertools import pairwise

import pytest

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.states import find_state
from tests.record.figures import Rows, codes, count, groups, here, rows, tally
from tests.told import MATERIAL

pytestmark = here
ARRIA_BY_YEAR = (
    "1992 1, 2003 1, 2004 1, 2007 2, 2012 4, 2013 3, 2014 6, 2015 9, 2016 7, 2017 6, 2018 7, 2019 8, 2020 16, "
    "2021 16, 2022 7, 2023 12, 2024 3, 2025 5, 2026 1"
)
ARRIA_BY_STATE = "UKR 23, SYR 20, PSE 4, MMR 4, CAF 3, BLR 3, PRK 2, YEM 2, VEN 2, AFG 2, SDN 1, CMR 1, IRN 1, BIH 1"
STATES = ("LBY", "SDN", "PSE")


def facts(name: str) -> Rows:
    return rows("facts_council", f"{name}.csv")


def figures(text: str) -> dict[str, int]:
    return {name: int(number) for name, number in (pair.split() for pair in text.split(", "))}


def sat_in(record: Record, year: int) -> set[str]:
    """Who sat at some time of the year: no term begins or ends within one, but for those of 1946."""
    return {t.state for t in record.council_members(date(year, 6, 30))}


@pytest.mark.parametrize(
    ("name", "number", "confidence"),
    [
        ("arria_meetings", 115, {"stated": 115}),
        ("council_members", 45, None),
        ("presidencies", 150, {"stated": 80, "known": 70}),
        ("procedural_votes", 22, None),
        ("vetoes_recent", 20, None),
        ("dprk_meetings", 65, None),
    ],
)
def test_rows(name: str, number: int, confidence: dict[str, int] | None) -> None:
    assert len(facts(name)) == number
    assert confidence is None or count(facts(name), "confidence") == confidence


def test_arria_rows_by_year_and_state(record: Record) -> None:
    table = facts("arria_meetings")
    assert Counter(r["date"][:4] for r in table) == figures(ARRIA_BY_YEAR)
    assert Counter(s for r in table for s in codes(r["topic_state"])) == figures(ARRIA_BY_STATE)
    assert Counter(s for m in record.arria() for s in m.topic_states) == figures(ARRIA_BY_STATE)
    years = {y: len(record.arria(when=Interval.parse(y))) for y in figures(ARRIA_BY_YEAR)}
    assert years == figures(ARRIA_BY_YEAR)


def test_arria_days_and_conveners_missing() -> None:
    table = facts("arria_meetings")
    months = ["1992-03", "2007-02", "2007-12", "2012-02", "2012-10", "2015-06"]
    assert [r["date"] for r in table if len(r["date"]) < 10] == months
    nobody = "2003-11-03 2004-11-19 2012-07-09 2014-03-28 2020-07-15 2020-10-02 2021-01-29"
    assert [r["date"] for r in table if not r["conveners"]] == nobody.split()


def test_arria_check_conveners_were_members_and_co_hosts_not(record: Record) -> None:
    table = facts("arria_meetings")
    for row in table:
        sat = sat_in(record, int(row["date"][:4]))
        assert set(codes(row["conveners"])) <= sat, row["date"]
        assert not set(codes(row["co_hosts"])) & sat, row["date"]
    assert len({(r["date"], r["topic_state"], r["conveners"]) for r in table}) == len(table)


def test_arria_commission_of_inquiry_on_syria_first_to_seventh() -> None:
    told = [r for r in facts("arria_meetings") if "Commission of Inquiry on Syria" in r["topic"]]
    numbered = [r for r in told if r["date"] <= "2017-12"]
    assert (len(numbered), numbered[0]["date"][:4], numbered[-1]["date"][:4]) == (7, "2012", "2017")
    for ordinal, place in (("fifth", 4), ("sixth", 5), ("seventh", 6)):
        assert ordinal in numbered[place]["topic"]


def test_members_five_an_intake_and_ten_a_year(record: Record) -> None:
    table = facts("council_members")
    assert count(table, "term_start") == {f"{year}-01-01": 5 for year in range(2019, 2028)}
    for year in range(2020, 2028):
        told = {r["state"] for r in table if r["term_start"][:4] <= str(year) <= r["term_end"][:4]}
        sat = {t.state for t in record.council_members(date(year, 6, 30)) if t.seat == "elected"}
        assert len(told) == 10
        assert told == sat, year


def test_members_votes_and_confidence_of_elections() -> None:
    table = facts("council_members")
    votes = {r["state"]: r["votes_in_favour"] for r in table if r["term_start"] >= "2026"}
    known = "BHR 186, COD 183, COL 180, LVA 178, LBR 181, AUT 131, PRT 134"
    assert {s: int(v) for s, v in votes.items() if v} == figures(known)
    assert {s for s, v in votes.items() if not v} == {"KGZ", "TTO", "ZWE"}
    for row in table:
        assert row["elected_on_confidence"] == ("known" if row["elected_on"] < "2023" else "stated")


def test_members_equal_another_table_2020_to_2023() -> None:
    listed = rows("sc_membership", "fmadore_council_membership.csv")
    other = [r for r in listed if r["seat"] != "permanent"]
    for year in range(2020, 2024):
        told = {
            r["state"] for r in facts("council_members") if int(r["term_start"][:4]) <= year <= int(r["term_end"][:4])
        }
        named = [r["country_org"] for r in other if int(r["start_year"]) <= year <= int(r["end_year"])]
        assert {find_state(name) for name in named} == told, year


def test_members_equal_the_states_that_voted_2020_to_2025(record: Record) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    path = MATERIAL / "sc_votes_oliverunv" / "sc_voting.xlsx"
    with closing(openpyxl.load_workbook(path, read_only=True)) as book:
        lines = [line for line in book.active.iter_rows(min_row=2, values_only=True) if line[0]]
    voted = {(int(line[0]), find_state(line[11])) for line in lines if int(line[0]) >= 2020}
    assert voted == {(year, state) for year in range(2020, 2026) for state in sat_in(record, year)}


@pytest.mark.parametrize("year", range(2019, 2028))
def test_members_regional_pattern_of_each_intake(year: int) -> None:
    intake = [r["state"] for r in facts("council_members") if r["term_start"] == f"{year}-01-01"]
    odd = {"Africa": 1, "Asia": 1, "GRULAC": 1, "WEOG": 2}
    assert Counter(groups()[s] for s in intake) == (
        odd if year % 2 else {"Africa": 2, "Asia": 1, "GRULAC": 1, "EEG": 1}
    )


def test_presidencies_every_month_and_whole_years_stated(record: Record) -> None:
    table = facts("presidencies")
    months = [f"{2014 + n // 12}-{n % 12 + 1:02}" for n in range(150)]
    assert [r["month"] for r in table] == months
    stated = Counter(r["month"][:4] for r in table if r["confidence"] == "stated")
    whole = [year for year, number in stated.items() if number == 12]
    assert whole == ["2015", "2023", "2024", "2025"]
    assert sum(stated.values()) - 12 * len(whole) == 32
    found = {r["month"]: row.state for r in table if (row := record.presidency(r["month"]))}
    assert found == {r["month"]: r["state"] for r in table}


def test_presidencies_rotation_kept_in_all_149_steps(record: Record) -> None:
    spelled = {r["iso3c"]: r["un.name.en"] for r in rows("country_names", "countrycode_un_names.csv")}
    kept = 0
    for before, after in pairwise(facts("presidencies")):
        order = sorted(sat_in(record, int(after["month"][:4])), key=lambda s: spelled[s])
        later = [s for s in order if spelled[s] > spelled[before["state"]]]
        kept += (later or order)[0] == after["state"]
    assert kept == 149
    assert count(facts("presidencies"), "rotation_kept") == {"yes": 149, "": 1}


def test_presidencies_rest_of_2026(record: Record) -> None:
    found = [row.state for month in range(7, 13) if (row := record.presidency(f"2026-{month:02}"))]
    assert found == ["COD", "DNK", "FRA", "GRC", "LVA", "LBR"]


def test_procedural_votes_by_category_and_decade() -> None:
    table = facts("procedural_votes")
    assert count(table, "category") == {"human_rights": 11, "other": 11}
    held = [r["date"] for r in table if r["date"] != "2023-08-17"]  # the row that says that none was held
    spans = [("2000", "2010"), ("2010", "2020"), ("2020", "2026"), ("2024", "2025")]
    assert [sum(a <= d < b for d in held) for a, b in spans] == [2, 10, 9, 3]


def test_procedural_votes_add_up(record: Record) -> None:
    for row in (r for r in facts("procedural_votes") if r["yes"]):
        yes, no, abstain = tally(row)
        named = [codes(row[f"voted_{way}"]) for way in ("yes", "no")] + [codes(row["abstained"])]
        sat = sat_in(record, int(row["date"][:4]))
        assert yes + no + abstain == 15
        assert (yes >= 9) == (row["outcome"] in {"agenda adopted", "carried", "adopted"}), row["date"]
        assert all(len(names) in (0, n) for names, n in zip(named, (yes, no, abstain), strict=True)), row["date"]
        assert set().union(*named) <= sat, row["date"]
        assert sum(map(len, named)) < 15 or set().union(*named) == sat
    assert [d.tally for d in (record.decision("S/RES/2623"),) if d] == [(11, 1, 3)]


def test_vetoes_equal_the_record(record: Record) -> None:
    """The record takes the votes by member: its tally, its casters."""
    table = facts("vetoes_recent")
    found = {(v.date.isoformat(), v.draft): v for v in record.vetoes(when=Interval.parse("2022-07-08/2026-12-31"))}
    known = [r for r in table if r["date"] <= "2025-06-04"]
    assert len(known) == 18
    for row in known:
        (veto,) = [v for (on, draft), v in found.items() if on == row["date"] and draft in (row["draft_symbol"], "")]
        assert (veto.tally, set(veto.vetoed_by)) == (tally(row), set(codes(row["by"])))


def test_dprk_meetings_by_kind_and_form() -> None:
    table = facts("dprk_meetings")
    assert count(table, "kind") == {"human_rights": 6, "non_proliferation": 57, "related": 2}
    days = "2014-12-22 2015-12-10 2016-12-09 2017-12-11 2023-08-17 2024-06-12"
    assert [r["date"] for r in table if r["kind"] == "human_rights"] == days.split()
    written = [r["date"] for r in table if r["form"] == "written procedure"]
    assert written == ["2020-03-30", "2021-03-26"]
    without = [r["date"] for r in table if not r["meeting"] and r["date"] not in written]
    assert without == ["2023-08-25", "2023-11-27", "2024-11-04", "2024-12-18", "2025-01-08"]
    assert sum("2022" <= r["date"] <= "2022-11-04" for r in table) == 5
    assert (table[0]["date"], table[-1]["date"]) == ("2006-07-15", "2025-05-07")


def test_dprk_meetings_numbers_rise_and_lie_between_votes(record: Record) -> None:
    told = [(r["date"], int(r["meeting"].split(".")[1].split()[0])) for r in facts("dprk_meetings") if r["meeting"]]
    assert told == sorted(told)
    assert [n for _, n in told] == sorted(n for _, n in told)
    votes = [(d.date.isoformat(), d.meeting) for d in record.decisions(when=Interval.parse("2022-07/2025"))]
    for on, number in (pair for pair in told if pair[0] > "2022-06-30"):
        for day, meeting in votes:
            if meeting.startswith("S/PV.") and day != on:
                assert (day < on) == (int(meeting.split(".")[1].split()[0]) < number), (on, day)


def test_arria_what_is_best_covered_and_what_is_missing() -> None:
    table = facts("arria_meetings")
    years = {state: sorted({r["date"][:4] for r in table if state in codes(r["topic_state"])}) for state in STATES}
    assert years == {"LBY": [], "SDN": ["2004"], "PSE": ["2016", "2018", "2019"]}


@pytest.mark.parametrize(
    ("when", "conveners"),
    [
        ("2020-05", ["EST", "RUS", "EST"]),  # three, where Estonia's own assessment counts two
        ("2019-03", ["BEL;DEU;FRA;GBR;POL;USA"]),
        ("2016-05-06", ["AGO;EGY;MYS;SEN;VEN"]),  # one paper leaves out AGO
        ("2018-03-19", ["FRA;GBR;USA"]),  # one page counts four
        ("2021-10-08", ["EST;FRA;GBR;IRL;NOR;USA"]),
    ],
)
def test_arria_contradictions(when: str, conveners: list[str]) -> None:
    assert [r["conveners"] for r in facts("arria_meetings") if r["date"].startswith(when)] == conveners


def test_procedural_votes_on_human_rights() -> None:
    told = [f"{r['topic_state']} {r['date'][:4]}" for r in facts("procedural_votes") if r["category"] == "human_rights"]
    listed = (
        "ZWE 2005, MMR 2006, PRK 2014, PRK 2015, PRK 2016, PRK 2017, SYR 2018, MMR 2018, VEN 2019, PRK 2023, PRK 2024"
    )
    assert told == listed.split(", ")


def test_procedural_votes_were_taken_at_meetings_of_the_record(record: Record) -> None:
    """ "Dates and meetings to June 2022 equal the UN tables"."""
    early = [r for r in facts("procedural_votes") if r["date"] <= "2022-06-30"]
    assert len(early) == 15
    for row in early:
        meeting = record.meeting(row["meeting"])
        assert meeting, row["meeting"]
        assert meeting.date.isoformat() == row["date"]


def test_vetoes_what_was_none(record: Record) -> None:
    """Drafts that failed for want of votes, among them two on Iran of September 2025; none stands among the vetoes."""
    days = {v.date.isoformat() for v in record.vetoes(when=Interval.parse("2022-07-08/2026-12-31"))}
    assert not days & {"2025-09-19", "2025-09-26", "2026-03-11"}
    assert {"2025-09-18", "2026-04-07"} <= days
    (failed,) = record.decisions("IRN", Interval.parse("2025-09-19"))
    assert (failed.outcome, failed.tally) == ("not-adopted", (4, 9, 2))
    bare = {r["date"]: (r["draft_symbol"], r["meeting"]) for r in facts("vetoes_recent")}
    assert bare["2026-04-07"] == ("", "")


def test_dprk_meetings_equal_the_tables_of_the_library(record: Record) -> None:
    """Complete to 30 June 2022: what has a record of its meeting is a meeting of the record, on the same day."""
    early = [r for r in facts("dprk_meetings") if r["date"] <= "2022-06-30" and r["meeting"].startswith("S/PV")]
    for row in early:
        meeting = record.meeting(row["meeting"])
        assert meeting, row["meeting"]
        assert meeting.date.isoformat() == row["date"]
    told = {m.symbol for m in record.meetings("PRK", Interval.parse("2006-07-15/2022-06-30"))}
    assert told - {r["meeting"] for r in early} == set()


def test_dprk_meetings_symbols_that_are_only_known() -> None:
    known = [r["meeting"] for r in facts("dprk_meetings") if r["symbol_confidence"] == "known"]
    assert known == ["S/PV.9197", "S/PV.9264", "S/PV.9654"]

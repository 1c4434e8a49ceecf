"""The rules of the Security Council turned on rows that tests tell: each finds what breaks it, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.checking.audit.finding import Finding
from mahdar.mechanisms.council.audit.accounts import base, gaps, number, symbol_year
from mahdar.mechanisms.council.audit.presidents import order_name
from mahdar.mechanisms.council.rules import size
from tests.audits import Bench, call
from tests.held import record

_FILES = count(1)
DAY = date(2012, 7, 19)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "record.duckdb")


def tell(bench: Bench, votes: Mapping[str, str] | None = None, /, **cells: Any) -> None:
    """One vote of the Council, in a file of its own; `source` and `number` besides the cells of a call."""
    index = next(_FILES)
    source = str(cells.pop("source", "un-sc-votes"))
    series = "library-meetings" if source == "un-library-meetings" else "sc-voting-workbook"
    calls, cast = call(str(cells.pop("number", index)), votes, **{"series": series, **cells})
    bench.tell(source, f"file {index}", calls=calls, votes=cast)


def voted(on: date, **others: str) -> dict[str, str]:
    """All who sat on a day in favour, but for some."""
    return {t.state: "yes" for t in record().council_members(on)} | others


def english(found: list[Finding]) -> str:
    (one,) = found
    return one.said.en


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"date": date(1964, 5, 1), "draft": "S/9001", "yes": 6, "no": 1, "abstain": 4}, "needed 7 votes in favour"),
        ({"date": date(1967, 5, 1), "draft": "S/9002", "yes": 8, "no": 0, "abstain": 7}, "needed 9 votes in favour"),
        (
            {"date": DAY, "draft": "S/2012/901", "yes": 10, "no": 2, "abstain": 3, "outcome": "not-adopted"},
            "9 votes in favour were enough, and it names no veto",
        ),
        (
            {"date": DAY, "draft": "S/2012/902", "yes": 11, "no": 1, "abstain": 3, "outcome": "vetoed"}
            | {"vetoed_by": "CHN|RUS"},
            "the Russian Federation as having vetoed it; each veto is a vote against, and the tally has 1 against",
        ),
        (
            {"date": DAY, "draft": "S/2012/903", "yes": 8, "no": 2, "abstain": 5, "outcome": "vetoed"}
            | {"vetoed_by": "RUS"},
            "without the 9 votes in favour that a decision needed",
        ),
    ],
)
def test_an_outcome_that_its_tally_does_not_give(bench: Bench, cells: dict[str, object], words: str) -> None:
    tell(bench, **cells)
    (found,) = bench.new("council-outcomes")
    assert words in found.said.en
    assert (found.severity, found.provision.title) == ("contradiction", "Charter of the United Nations, Article 27")


@pytest.mark.parametrize(
    "cells",
    [
        {"date": date(1965, 5, 1), "draft": "S/9003", "yes": 7, "no": 0, "abstain": 4},
        {"date": DAY, "draft": "S/2012/904", "yes": 9, "no": 0, "abstain": 6},
        {"date": DAY, "draft": "S/2012/905", "yes": 8, "no": 7, "abstain": 0, "outcome": "not-adopted"},
        {"date": DAY, "draft": "S/2012/906", "yes": 13, "no": 2, "abstain": 0, "outcome": "vetoed", "vetoed_by": "RUS"},
    ],
)
def test_outcomes_that_follow_are_not_reported(bench: Bench, cells: dict[str, object]) -> None:
    tell(bench, **cells)
    assert bench.new("council-outcomes") == []
    assert bench.new("council-tallies") == []


def test_a_vote_against_by_a_permanent_member_blocks_but_an_abstention_does_not(bench: Bench) -> None:
    tell(bench, voted(DAY, RUS="no"), date=DAY, draft="S/2012/910")
    tell(bench, voted(DAY, CHN="abstain", RUS="abstain", PAK="no"), date=DAY, draft="S/2012/911")
    (found,) = bench.new("council-outcomes")
    assert found.about == "S/2012/910"
    assert "adopted with 14-1-0, but lists the Russian Federation as voting against" in found.said.en


def test_no_veto_on_procedure(bench: Bench) -> None:
    on = date(2022, 2, 27)  # S/RES/2623 (2022) called an emergency special session
    votes = voted(on, RUS="no", CHN="abstain", IND="abstain", ARE="abstain")
    tell(bench, votes, date=on, symbol="S/RES/2623 (2022)")
    assert bench.new("council-outcomes") == []


def test_another_source_shows_what_was_meant(bench: Bench) -> None:
    cells: dict[str, Any] = {"date": DAY, "draft": "S/2012/920", "outcome": "vetoed"}
    tell(bench, source="un-library-meetings", **cells, yes=13, no=0, abstain=2, vetoed_by="CHN|RUS")
    tell(bench, voted(DAY, RUS="no", CHN="no"), **cells)
    (found,) = bench.new("council-outcomes")
    assert found.severity == "misprint"
    assert found.said.en.endswith("The votes in the table of votes by member give 13-2-0 as vetoed.")
    assert [e.file.split()[0] for e in found.evidence] == ["file", "file"]
    assert "المؤيدون 13، والمعارضون 2" in found.said.ar
    (differing,) = bench.new("council-tallies-differ")
    assert differing.severity == "misprint"


def test_tallies_of_their_own_votes_and_of_the_size_of_the_council(bench: Bench) -> None:
    tell(bench, voted(DAY), date=DAY, draft="S/2012/930", yes=14, no=0, abstain=1)
    tell(bench, date=DAY, draft="S/2012/931", yes=14, no=1, abstain=1, outcome="")
    tell(bench, date=date(1965, 5, 1), draft="S/9004", yes=11, no=0, abstain=1, outcome="")
    tell(bench, date=DAY, draft="S/2012/932", yes=14, no=0, abstain=1, mode="unanimous")
    found = {f.about: f.said.en for f in bench.new("council-tallies")}
    assert "the votes by member that it lists give 15-0-0" in found["S/2012/930"]
    assert "16 votes in all; the Council had 15 members" in found["S/2012/931"]
    assert "12 votes in all; the Council had 11 members" in found["S/9004"]
    assert "adopted unanimously, with 14-0-1" in found["S/2012/932"]
    assert len(found) == 4


def test_who_voted_without_a_seat_and_who_was_left_out(bench: Bench) -> None:
    votes = {state: vote for state, vote in voted(DAY).items() if state != "TGO"}
    tell(bench, {**votes, "GHA": "yes"}, date=DAY, draft="S/2012/940")
    (found,) = bench.new("council-voters")
    assert "by Ghana, which did not sit on the Council that day, and none by Togo, which did" in found.said.en
    assert found.states == ("GHA", "TGO")
    assert bench.new("council-voters-missing") == []


def test_a_member_twice_and_a_member_without_a_vote_where_nobody_stayed_away(bench: Bench) -> None:
    votes = {state: vote for state, vote in voted(DAY).items() if state != "TGO"}
    tell(bench, votes, number="77", date=DAY, draft="S/2012/950")
    bench.tell("un-sc-votes", "more", votes=[])
    bench.connection.execute(
        "INSERT INTO told.votes SELECT load, series, call, 'RUS', 'no', NULL FROM told.votes WHERE state = 'RUS'"
    )
    tell(bench, source="un-library-meetings", date=DAY, draft="S/2012/950", yes=15, no=0, abstain=0)
    assert "lists the Russian Federation more than once" in english(bench.new("council-voters-twice"))
    missing = english(bench.new("council-voters-missing"))
    assert "lists no vote of Togo" in missing
    assert "counts 15 votes" in missing


def test_days_with_day_and_month_exchanged_are_one_finding(bench: Bench) -> None:
    right = [date(2012, 3, 2), date(2012, 5, 4), date(2012, 6, 6), date(2012, 3, 15)]
    for index, on in enumerate(right):
        told = on.replace(month=on.day, day=on.month) if on.day <= 12 else on.replace(day=16)
        symbol = f"S/RES/90{index} (2012)"
        tell(bench, date=told, symbol=symbol)
        tell(bench, source="un-library-meetings", date=on, symbol=symbol)
    differs, exchanged = sorted(bench.new("council-days"), key=lambda f: f.severity)
    assert (exchanged.severity, len(exchanged.parts)) == ("misprint", 2)
    assert "exchanged in 2 resolutions and 0 other drafts" in exchanged.said.en
    assert "S/RES/900 (2012): 3 February 2012 instead of 2 March 2012" in exchanged.said.en
    assert "16 March 2012" in differs.said.en
    (part,) = bench.findings("council-days", "S/RES/901")
    assert (part.about, part.date) == ("S/RES/901 (2012)", "2012-05-04")


def library(bench: Bench, rows: list[tuple[str, date, str]]) -> None:
    """Resolutions of a yearly table: symbol, day, meeting."""
    calls = [
        {"series": "library-meetings", "call": f"{symbol} {index}", "place": f"row {index}", "body": "council"}
        | {"symbol": symbol, "date": on, "public": on, "meeting": meeting, "outcome": "adopted"}
        for index, (symbol, on, meeting) in enumerate(rows)
    ]
    bench.tell("un-library-meetings", "scact1990.html", calls=calls)


def test_a_number_twice_and_a_number_missing_explain_each_other(bench: Bench) -> None:
    rows = [(f"S/RES/{n} (1990)", date(1990, 1 + n // 28, 1 + n % 28), f"S/PV.{2000 + n}") for n in range(1, 151)]
    rows[66] = ("S/RES/63 (1990)", *rows[66][1:])  # number 67 mislabelled as 63
    rows.append(rows[99])
    library(bench, rows)
    found = {f.severity: f for f in bench.new("council-numbers")}
    assert set(found) == {"misprint", "contradiction"}
    assert found["misprint"].about == "S/RES/67 (1990)"
    assert "labels the resolution of S/PV.2067" in found["misprint"].said.en
    assert "that number stands at S/PV.2063" in found["misprint"].said.en
    assert "lists S/RES/100 (1990) twice at one meeting, S/PV.2100" in found["contradiction"].said.en


def test_a_number_far_from_its_year_and_numbers_that_a_source_lacks(bench: Bench) -> None:
    rows = [(f"S/RES/{n} (2002)", date(2002, 1 + n % 1000 // 28, 1 + n % 28), "") for n in range(1000, 1150)]
    rows[25] = ("S/RES/25 (2002)", *rows[25][1:])
    del rows[90]
    library(bench, rows)
    found = {f.about: f.said.en for f in bench.new("council-numbers")}
    assert "S/RES/1025 (2002), which it lacks, falls there" in found["S/RES/1025 (2002)"]
    assert found["un-library-meetings"].endswith("without S/RES/1090.")


def test_a_year_in_a_symbol_that_is_not_that_of_the_meeting(bench: Bench) -> None:
    library(bench, [("S/RES/770 (1991)", date(1992, 8, 13), "S/PV.3106"), ("S/RES/1 (1946)", date(1946, 1, 25), "")])
    (found,) = bench.new("council-years")
    assert found.said.en.endswith("adopted at S/PV.3106, 13 August 1992: the symbol is S/RES/770 (1992).")


def test_meetings_out_of_order_and_left_out(bench: Bench) -> None:
    days = [date(1993, 11, 1), date(1993, 10, 30), date(1993, 11, 2), date(1993, 11, 3)]
    numbers = [10, 11, 12, *range(14, 90)]
    rows = [
        {"symbol": f"S/PV.{n}", "date": days[i] if i < len(days) else date(1993, 12, 1), "place": f"row {i}"}
        for i, n in enumerate(numbers)
    ]
    rows.append({"symbol": "S/PV.10 (Resumption 1)", "date": date(1993, 12, 24), "place": "row 99"})
    bench.tell("un-library-meetings", "scact1993.html", meetings=[{**row, "public": row["date"]} for row in rows])
    found = {f.about: f.said.en for f in bench.findings("council-meetings")}
    assert "puts S/PV.11 on 30 October 1993, but S/PV.10 on 1 November 1993" in found["S/PV.11"]
    assert found["un-library-meetings"].endswith("without S/PV.13.")
    assert len(found) == 2


def test_drafts_that_stand_twice(bench: Bench) -> None:
    votes = voted(DAY, USA="no")
    tell(bench, votes, date=DAY, draft="S/2012/960", meeting="S/PV.6810", outcome="vetoed")
    tell(bench, votes, date=DAY, draft="S/2012/960", meeting="S/PV.6810", outcome="adopted")
    tell(bench, voted(DAY), date=DAY, draft="S/2012/961", meeting="S/PV.6810")
    tell(bench, voted(DAY, PAK="no"), date=date(2012, 8, 1), draft="S/2012/961", meeting="S/PV.6811")
    found = {f.about: f.said.en for f in bench.findings("council-drafts-twice")}
    assert "once as vetoed" in found["S/2012/960"]
    assert "once as adopted" in found["S/2012/960"]
    assert "gives two votes the draft S/2012/961" in found["S/2012/961"]


def veto(series: str, draft: str, on: date, by: str) -> dict[str, object]:
    return {"series": series, "call": f"{draft} {on} {by}", "place": draft, "body": "council", "draft": draft} | {
        "date": on, "public": on, "outcome": "vetoed", "vetoed_by": by,
    }  # fmt: skip


def test_lists_of_vetoes_that_differ(bench: Bench) -> None:
    first, second, third = date(1950, 1, 1), date(1950, 2, 1), date(1950, 3, 1)
    one = [("S/1", first, "SUN"), ("S/2", second, "SUN"), ("S/2", second, "SUN|FRA"), ("S/5", third, "SUN")]
    two = [("S/1", first, "SUN"), ("S/2", second, "SUN"), ("S/22", second, "SUN"), ("S/5", third, "SUN")]
    two.insert(3, ("S/4", second, "GBR"))
    for name, rows in (("library-vetoes", one), ("wpdl-vetoes", two)):
        bench.tell("un-library-vetoes", name, calls=[veto(name, *row) for row in rows])
    found = {(f.about, f.severity): f.said.en for f in bench.new("council-vetoes")}
    assert "names France and the Union of Soviet Socialist Republics" in found["S/2", "disagreement"]
    assert "These have one more veto of that day on S/2 instead." in found["S/2", "misprint"]
    assert "The veto of the United Kingdom on S/4 of 1 February 1950 stands in the copy" in found["S/4", "disagreement"]
    assert len(found) == 3


def test_lists_that_count_the_vetoes_of_one_meeting_differently(bench: Bench) -> None:
    on = date(1950, 2, 1)
    for name, times in (("library-vetoes", 2), ("wpdl-vetoes", 1)):
        rows = [{**veto(name, "S/PV.400", on, "SUN"), "call": f"{name} {index}"} for index in range(times)]
        bench.tell("un-library-vetoes", name, calls=rows)
    assert "has 2; the copy" in english(bench.new("council-vetoes"))


def test_only_permanent_members_veto(bench: Bench) -> None:
    rows = [veto("library-vetoes", "S/7", date(1990, 1, 1), "RUS"), veto("library-vetoes", "S/8", DAY, "RUS")]
    bench.tell("un-library-vetoes", "list", calls=rows)
    (found,) = bench.new("council-veto-members")
    assert (found.about, found.states) == ("S/7", ("RUS",))


def test_terms_seats_and_presidents_of_the_package(bench: Bench) -> None:
    halves = {f.about: f.said.en for f in bench.findings("council-terms")}
    assert "sat in the rest" in halves["ITA"]
    assert "NLD" not in halves
    assert not any("eligible" in said or "two years" not in said for said in halves.values())
    assert bench.findings("council-seats") == ()
    assert [f.date for f in bench.findings("council-presidents")] == ["1994-09", "1994-12"]  # Rwanda's turn was put off
    assert bench.audited("council-presidents").rows > 900


def test_rules_on_seats_find_what_is_wrong(bench: Bench) -> None:
    change = bench.connection.execute
    change("UPDATE main.council_terms SET last = DATE '2014-12-31' WHERE state = 'PAK' AND first = DATE '2012-01-01'")
    change("UPDATE main.council_terms SET state = 'TUR' WHERE state = 'KEN' AND first = DATE '2021-01-01'")
    change("UPDATE main.presidencies SET state = 'ISL' WHERE month = '2016-03'")
    assert "Pakistan sat from 1 January 2012 to 31 December 2014" in bench.findings("council-terms", "PAK")[0].said.en
    assert "16 members sat" in bench.findings("council-seats", "2014")[0].said.en
    found = bench.findings("council-presidents", "2016-03")
    assert {f.said.en.split(" in ")[0] for f in found} == {"Iceland presided"}
    change("UPDATE main.council_terms SET first = DATE '2014-01-01', last = DATE '2015-12-31' WHERE state = 'PAK' "
           "AND first = DATE '2012-01-01'")  # fmt: skip
    change("UPDATE main.council_terms SET last = DATE '2013-12-31', first = DATE '2012-01-01' WHERE state = 'PAK' "
           "AND first = DATE '2003-01-01'")  # fmt: skip
    assert "not eligible for immediate re-election" in bench.findings("council-terms", "PAK")[0].said.en


def test_lists_of_members_against_the_record(bench: Bench) -> None:
    elected = [t.state for t in record().council_members(DAY) if t.seat == "elected"]
    rows = [{"state": state, "year": 2012, "seat": "elected", "place": state, "public": DAY} for state in elected]
    bench.tell("un-sc-members", "right.csv", terms=rows)
    bench.tell(
        "un-sc-members", "wrong.csv", terms=[{**row, "state": "CHE"} if row["state"] == "TGO" else row for row in rows]
    )
    (found,) = bench.findings("council-terms-differ")
    assert "(wrong.csv) has Switzerland as elected members of 2012, and not Togo" in found.said.en


def test_names_put_members_in_order_as_they_stood_then() -> None:
    assert order_name("BFA", date(1984, 7, 1)) == "upper volta"
    assert order_name("BFA", date(1984, 10, 1)) == "burkina faso"
    assert order_name("CIV", date(2019, 1, 1)) == "cote d'ivoire"
    assert order_name("RUS", date(2020, 1, 1)) == "russian federation"


def test_the_size_of_the_council_is_that_of_the_day() -> None:
    assert [size(date(1965, 12, 31)), size(date(1966, 1, 1))] == [11, 15]


@pytest.mark.parametrize(
    ("text", "found", "year"),
    [
        ("S/RES/2397 (2017)", 2397, 2017),
        ("s/res/2397(2017)", 2397, 2017),
        ("S/RES/2776/2025", 2776, 2025),
        ("S/RES/425", 425, None),
        ("S/2017/1117", None, None),
        ("", None, None),
    ],
)
def test_symbols_of_resolutions(text: str, found: int | None, year: int | None) -> None:
    assert (number(text), symbol_year(text)) == (found, year)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("S/2019/961 (as orally revised)", "S/2019/961"),
        ("S/16077/Rev.1", "S/16077"),
        ("s/471 and S/471/Add.1", "S/471"),
        ("S/PV.49", "S/PV.49"),
        ("oral amendment", "ORALAMENDMENT"),
    ],
)
def test_drafts_without_their_revision(text: str, key: str) -> None:
    assert base(text) == key


@given(st.sets(st.integers(1, 260), min_size=200))
def test_gaps_lie_between_the_numbers_and_are_few(numbers: set[int]) -> None:
    found = gaps(numbers)
    assert not set(found) & numbers
    assert len(found) <= 0.02 * len(numbers)
    assert all(min(numbers) < number < max(numbers) for number in found)


def test_a_long_gap_is_a_time_that_was_not_loaded() -> None:
    assert gaps([*range(1, 200), *range(201, 300), *range(900, 1000)]) == [200]

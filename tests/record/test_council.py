"""The Security Council's tables against the Charter and the rules of procedure, single facts against documents."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import Decision

PERMANENT = {"CHN", "FRA", "GBR", "USA"}
ALL_TIME = Interval(date(1946, 1, 1), date(2026, 12, 31))


def size(on: date) -> int:
    return 15 if on.year >= 1966 else 11


def majority(on: date) -> int:
    return 9 if on.year >= 1966 else 7


@pytest.mark.parametrize("year", range(1946, 2028))
def test_council_has_five_permanent_and_all_elected_members(record: Record, year: int) -> None:
    terms = record.council_members(date(year, 6, 30))
    permanent = {t.state for t in terms if t.seat == "permanent"}
    assert permanent == PERMANENT | {"RUS" if year >= 1992 else "SUN"}
    assert len({t.state for t in terms if t.seat == "elected"}) == len(terms) - 5 == size(date(year, 6, 30)) - 5


def test_the_seat_of_the_soviet_union_passes_on_a_day(record: Record) -> None:
    before = {t.state for t in record.council_members(date(1991, 12, 23))}
    after = {t.state for t in record.council_members(date(1991, 12, 24))}
    assert before - after == {"SUN"}
    assert after - before == {"RUS"}


def test_no_elected_term_is_longer_than_two_years_nor_followed_at_once(record: Record) -> None:
    states = {t.state for year in range(1946, 2028) for t in record.council_members(date(year, 6, 30))}
    for state in states:
        elected = sorted((t for t in record.terms(state) if t.seat == "elected"), key=lambda t: t.first)
        assert all((t.last - t.first).days <= 731 for t in elected), state
        assert all((b.first - a.last).days > 1 for a, b in pairwise(elected)), state


def test_every_resolution_has_a_row(record: Record) -> None:
    numbers = {int(d.symbol.removeprefix("S/RES/").split()[0]) for d in record.decisions(outcome="adopted")}
    assert set(range(1, 2775)) <= numbers


def test_years_of_symbols_and_days_agree(record: Record) -> None:
    for decision in record.decisions(outcome="adopted"):
        assert decision.symbol.endswith(f"({decision.date.year})"), decision.symbol


def test_tallies_fit_the_council_of_the_day(record: Record) -> None:
    for decision in record.decisions():
        if decision.tally:
            assert sum(decision.tally) <= size(decision.date), decision.name


def test_what_was_adopted_had_the_majority(record: Record) -> None:
    for decision in record.decisions(outcome="adopted"):
        if decision.yes is not None:
            assert decision.yes >= majority(decision.date), decision.symbol


def test_what_was_not_adopted_lacked_the_majority(record: Record) -> None:
    failed = record.decisions(outcome="not-adopted")
    with_majority = [d.name for d in failed if d.yes is not None and d.yes >= majority(d.date)]
    assert with_majority == []


def test_vetoes_are_cast_by_permanent_members_against(record: Record) -> None:
    vetoes = record.vetoes()
    assert len(vetoes) >= 232
    for veto in vetoes:
        permanent = {t.state for t in record.council_members(veto.date) if t.seat == "permanent"}
        assert set(veto.vetoed_by) <= permanent, veto.name
        assert veto.vetoed_by, veto.name
        assert veto.no is None or veto.no >= len(veto.vetoed_by), veto.name


def test_votes_by_state_are_those_of_members_and_add_up(record: Record) -> None:
    counted = 0
    for decision in record.decisions():
        if not decision.votes:
            continue
        members = {t.state for t in record.council_members(decision.date)}
        assert set(decision.votes) <= members, decision.name
        if len(decision.votes) == len(members) and decision.tally:
            cast = list(decision.votes.values())
            assert (cast.count("yes"), cast.count("no"), cast.count("abstain")) == decision.tally, decision.name
            counted += 1
    assert counted > 2300


def test_votes_of_the_scrambled_block_of_1995_are_not_published(record: Record) -> None:
    decision = record.decision("S/RES/984")
    assert decision is not None
    assert decision.date == date(1995, 4, 11)
    assert set(decision.votes.values()) <= {"yes"}


@pytest.mark.parametrize(
    ("symbol", "day", "tally"),
    [
        ("S/RES/2397 (2017)", date(2017, 12, 22), (15, 0, 0)),
        ("S/RES/1718", date(2006, 10, 14), (15, 0, 0)),
        ("S/RES/2270", date(2016, 3, 2), (15, 0, 0)),
        ("S/RES/1958", date(2010, 12, 15), (14, 0, 1)),
        ("S/RES/1559", date(2004, 9, 2), (9, 0, 6)),
        ("S/RES/666", date(1990, 9, 13), (13, 2, 0)),
        ("S/RES/695", date(1991, 5, 30), (15, 0, 0)),
        ("S/RES/242", date(1967, 11, 22), (15, 0, 0)),
        ("S/RES/2728", date(2024, 3, 25), (14, 0, 1)),
    ],
)
def test_resolutions_as_the_documents_have_them(
    record: Record, symbol: str, day: date, tally: tuple[int, int, int]
) -> None:
    decision = record.decision(symbol)
    assert decision is not None
    assert (decision.date, decision.tally, decision.outcome) == (day, tally, "adopted")


@pytest.mark.parametrize(
    ("draft", "day", "casters", "tally", "topic"),
    [
        ("S/2022/431", date(2022, 5, 26), ("CHN", "RUS"), (13, 2, 0), "PRK"),
        ("S/2017/315", date(2017, 4, 12), ("RUS",), (10, 2, 3), "SYR"),
        ("S/2015/562", date(2015, 7, 29), ("RUS",), (11, 1, 3), "UKR"),
        ("S/2024/255", date(2024, 3, 28), ("RUS",), (13, 1, 1), "PRK"),
        ("S/2023/773", date(2023, 10, 18), ("USA",), (12, 1, 2), "PSE"),
        ("S/10771", date(1972, 8, 25), ("CHN",), (11, 1, 3), "BGD"),
        ("S/5407", date(1963, 9, 3), ("SUN",), (8, 2, 1), "PSE"),
    ],
)
def test_vetoes_as_the_documents_have_them(
    record: Record, draft: str, day: date, casters: tuple[str, ...], tally: tuple[int, int, int], topic: str
) -> None:
    veto = record.decision(draft)
    assert veto is not None
    assert (veto.date, veto.vetoed_by, veto.tally, veto.outcome) == (day, casters, tally, "vetoed")
    assert veto.concerns(topic)


def test_a_tally_that_the_rules_do_not_allow_stands_beside_the_preferred_one(record: Record) -> None:
    veto = record.decision("S/2022/431")
    assert isinstance(veto, Decision)
    (rival,) = record.rivals(veto)
    assert rival.tally == (13, 0, 2)
    assert rival.standing.startswith("misprint")
    assert veto.citation().url == "https://docs.un.org/S/2022/431"


def test_one_draft_voted_on_several_times_is_several_decisions(record: Record) -> None:
    spanish = record.vetoes(by="SUN", topic="ESP")
    assert [v.date.isoformat() for v in spanish] == ["1946-06-18", "1946-06-26", "1946-06-26", "1946-06-26"]


def test_vetoes_of_russia_include_those_of_the_soviet_union(record: Record) -> None:
    assert len(record.vetoes(by="RUS")) > len(record.vetoes(by="SUN")) > 80
    assert not record.vetoes(by="ALB")


def test_vetoes_on_syria_are_counted_by_caster(record: Record) -> None:
    until = Interval(None, date(2023, 12, 31))
    assert len(record.vetoes(by="RUS", topic="SYR", when=until)) == 18
    assert len(record.vetoes(by="CHN", topic="SYR", when=until)) == 10


def test_votes_are_given_state_by_state(record: Record) -> None:
    decision = record.decision("S/RES/1973 (2011)")
    assert decision is not None
    abstained = {state for state, vote in decision.votes.items() if vote == "abstain"}
    assert abstained == {"BRA", "CHN", "DEU", "IND", "RUS"}
    assert decision.votes["FRA"] == "yes"


def test_meetings_are_complete_by_number(record: Record) -> None:
    numbers = {int(m.symbol.removeprefix("S/PV.")) for m in record.meetings()}
    assert set(range(1, 9084)) - numbers == {8788, 8789, 8793, 8876}


def test_meetings_run_in_order_of_their_numbers(record: Record) -> None:
    days = sorted((int(m.symbol.removeprefix("S/PV.")), m.date) for m in record.meetings())
    late = [n for (n, day), (_, after) in pairwise(days) if day > after]
    assert late == []


def test_meetings_on_a_state_and_those_that_may_concern_it(record: Record) -> None:
    when = Interval.parse("2017-12")
    certain = record.meetings("PRK", when)
    assert {m.date for m in certain} >= {date(2017, 12, 11), date(2017, 12, 22)}
    maybe = record.meetings("PRK", when, certain=False)
    assert set(certain) < set(maybe) < set(record.meetings(when=when))


def test_arria_meeting_of_march_2023(record: Record) -> None:
    (meeting,) = record.arria("PRK", Interval.parse("2023-03"))
    assert meeting.when == Interval.parse("2023-03-17")
    assert set(meeting.conveners) == {"ALB", "USA"}
    assert not record.coverage("arria_meetings").covers(Interval.parse("2023-03"))


def test_presidents_are_members(record: Record) -> None:
    for year in range(2014, 2026):
        for month in range(1, 13):
            presidency = record.presidency(f"{year}-{month:02}")
            assert presidency is not None
            assert presidency.state in {t.state for t in record.council_members(date(year, month, 15))}


def test_procedural_votes_are_carried_by_nine(record: Record) -> None:
    votes = record.procedural_votes("PRK")
    assert date(2014, 12, 22) in {v.date for v in votes}
    for vote in record.procedural_votes(when=ALL_TIME):
        if None not in (vote.yes, vote.no, vote.abstain) and vote.outcome == "agenda adopted":
            assert (vote.yes or 0) >= 9

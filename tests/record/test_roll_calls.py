"""Recorded votes of the General Assembly: none is lost, tallies are sums of votes, voters were members that day."""

from __future__ import annotations

import gzip
from collections import Counter
from datetime import date
from importlib.resources import files

import pytest

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import LazyVotes, RollCall

# Sessions 1 to 74 (roll calls, votes by member), and what followed to 3 March 2021.
CALLS, VOTES = 6203 + 96, 870_109 + 16_985
LIMIT = 2_000_000


@pytest.fixture(scope="module")
def calls(record: Record) -> tuple[RollCall, ...]:
    return record.roll_calls()


def days(call: RollCall) -> tuple[date, date]:
    assert call.when.first is not None
    assert call.when.last is not None
    return call.when.first, call.when.last


def test_no_roll_call_and_no_vote_is_lost(calls: tuple[RollCall, ...]) -> None:
    assert len(calls) == len({call.call for call in calls}) == CALLS
    cast = Counter(vote for call in calls for vote in call.votes.values())
    assert cast["yes"] + cast["no"] + cast["abstain"] == VOTES


def test_tallies_are_sums_of_the_votes(calls: tuple[RollCall, ...]) -> None:
    for call in calls:
        cast = Counter(call.votes.values())
        assert (cast["yes"], cast["no"], cast["abstain"]) == call.tally, call.call


def test_every_voter_was_a_member_within_the_date(record: Record, calls: tuple[RollCall, ...]) -> None:
    strangers = set()
    for call in calls:
        first, last = days(call)
        strangers |= set(call.votes) - record.un_members(first) - record.un_members(last)
    assert strangers == {"EAZ"}  # Zanzibar, a member for four months, stands under Tanzania in un_members


def test_every_member_throughout_the_date_voted_or_is_absent(record: Record, calls: tuple[RollCall, ...]) -> None:
    for call in calls:
        first, last = days(call)
        assert record.un_members(first) & record.un_members(last) <= set(call.votes), call.call


def test_the_table_is_small() -> None:
    content = (files("mahdar.record") / "tables" / "assembly_roll_calls.csv").read_bytes()
    assert len(gzip.compress(content)) < LIMIT


def test_who_voted_how_as_the_documents_have_it(record: Record) -> None:
    call = record.roll_call_of("A/RES/68/262")
    assert call is not None
    assert (call.date, call.tally, call.part) == (date(2014, 3, 27), (100, 11, 58), "")
    assert [call.votes[s] for s in ("RUS", "CHN", "EGY", "FRA", "IRN")] == ["no", "abstain", "abstain", "yes", "absent"]


def test_former_states_vote_under_their_own_code(record: Record) -> None:
    def voters(session: int) -> set[str]:
        return {state for call in record.roll_calls(session) for state in call.votes}

    assert {"SUN", "YUG", "CSK"} <= voters(1)
    assert {"RUS", "SRB", "YMD", "DDR"}.isdisjoint(voters(1))
    assert {"SUN", "DDR", "YMD", "YEM", "DEU"} <= voters(40)
    assert {"RUS", "SRB", "CZE"} <= voters(60)
    assert {"SUN", "YUG", "CSK"}.isdisjoint(voters(60))


def test_south_africa_took_no_part_for_twenty_years(record: Record) -> None:
    assert {call.votes["ZAF"] for session in range(30, 48) for call in record.roll_calls(session)} == {"absent"}


def test_votes_on_amendments_and_paragraphs_are_marked(calls: tuple[RollCall, ...]) -> None:
    assert Counter(call.part for call in calls) == {"": 5154, "amendment": 311, "paragraph": 834}


def test_days_are_given_only_where_the_file_has_them(calls: tuple[RollCall, ...]) -> None:
    for call in calls:
        if call.session < 56:
            assert call.date is None, call.call
        elif call.session < 58 and call.date:
            assert call.date.day > 7, call.call
        elif call.session >= 58:
            assert call.date is not None, call.call


def test_only_dated_votes_on_whole_texts_may_refute(calls: tuple[RollCall, ...]) -> None:
    firm = [call for call in calls if call.firm]
    assert len(firm) == 1380
    assert all(call.date and call.symbol and not call.part for call in firm)
    assert len({call.symbol for call in firm}) == len(firm)


def test_coverage_ends_with_the_file(record: Record) -> None:
    coverage = record.coverage("assembly_roll_calls")
    assert coverage.covers(Interval.parse("1946-02/2020"))
    assert not coverage.covers(Interval.parse("2021"))


def test_a_decision_has_its_votes_by_the_roll_call(record: Record) -> None:
    decision = record.assembly_decision("A/RES/74/7")
    assert decision is not None
    assert isinstance(decision.votes, LazyVotes)
    against = {state for state, vote in decision.votes.items() if vote == "no"}
    assert against == {"USA", "ISR", "BRA"}
    assert len(decision.votes) == 193


def test_decisions_have_no_votes_of_a_roll_call_with_another_tally(record: Record) -> None:
    for decision in record.assembly():
        if "yes" in decision.votes.values():
            cast = Counter(decision.votes.values())
            assert (cast["yes"], cast["no"], cast["abstain"]) == decision.tally, decision.symbol
    disputed = record.assembly_decision("A/RES/62/167")  # 101-22-59 by the resolution, 102-22-58 by the roll call
    assert disputed is not None
    assert "yes" not in disputed.votes.values()


def test_a_symbol_without_roll_call_finds_none(record: Record) -> None:
    assert record.roll_call_of("A/RES/99/999") is None
    assert record.roll_calls(0) == ()


def test_a_roll_call_says_where_it_can_be_checked(record: Record) -> None:
    call = record.roll_call_of("A/RES/68/262")
    assert call is not None
    citation = call.citation()
    assert citation.url == "https://docs.un.org/A/RES/68/262"
    assert "100-11-58" in citation.title
    assert call.known_since == date(2014, 3, 27)


def test_lazy_votes_are_worked_out_once() -> None:
    worked = []

    def expand(state: str) -> dict[str, str]:
        worked.append(state)
        return {state: "yes"}

    votes = LazyVotes(expand, "FRA")
    assert worked == []
    assert votes == {"FRA": "yes"}
    assert repr(votes) == "{'FRA': 'yes'}"
    assert votes.get("USA") is None
    assert worked == ["FRA"]

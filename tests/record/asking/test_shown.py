"""What stands under a symbol: every source, who voted how, what else, as it was public on a day, in few queries."""

from __future__ import annotations

from datetime import date

import pytest

from mahdar.record.access import Record
from mahdar.record.asking.entries import Entry
from mahdar.record.asking.shown import Missing, Shown, role, show
from mahdar.record.opened import Store
from mahdar.record.rows import AssemblyDecision, Decision
from tests.record.asking.counting import counted


def found(store: Store, symbol: str, as_of: date | None = None) -> Shown:
    shown = show(store, symbol, as_of)
    assert isinstance(shown, Shown), shown
    return shown


def places(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.place.name for entry in entries]


def test_a_resolution_with_its_votes_and_its_meeting(store: Store) -> None:
    shown = found(store, "S/RES/2397")
    (decided,) = shown.decided
    assert shown.symbol == "S/RES/2397 (2017)"
    assert isinstance(decided.row, Decision)
    assert (decided.row.outcome, decided.row.tally, decided.row.topic_states) == ("adopted", (15, 0, 0), ("PRK",))
    assert len(decided.votes["yes"]) == 15
    (meeting,) = (entry for entry in shown.others if entry.part == "held")
    assert meeting.cells["symbol"] == "S/PV.8151"
    assert "Non-proliferation" in meeting.cells["title"]
    assert role(meeting) == "the meeting at which it was decided"


def test_sources_that_disagree_stand_side_by_side_the_preferred_first(store: Store) -> None:
    shown = found(store, "S/2022/431")
    assert [entry.standing for entry in shown.own] == ["preferred", "misprint: 2 vetoes but 0 votes against"]
    assert [(e.cells["yes"], e.cells["no"], e.cells["abstain"]) for e in shown.own] == [(13, 2, 0), (13, 0, 2)]
    assert [entry.origin.key for entry in shown.own] == ["un-sc-votes", "un-library-vetoes"]
    (decided,) = shown.decided
    assert decided.votes["no"] == ("CHN", "RUS")


def test_what_loads_tell_stands_beside_with_its_file_and_votes(told: Store) -> None:
    shown = found(told, "S/2022/431")
    loaded = [entry for entry in shown.own if entry.place.name == "told.calls"]
    assert [entry.origin.load for entry in loaded] == [3, 2]  # load 1 was replaced; rank 1 comes before rank 2
    (votes,) = (entry for entry in loaded if entry.origin.load == 2)
    assert votes.origin.file == "https://example.org/votes.xlsx"
    assert votes.origin.retrieved == "2024-05-01"
    assert {way: votes.cells[way] for way in ("voted_no", "voted_yes", "absent")} == {
        "voted_no": "CHN|RUS",
        "voted_yes": "ALB|KEN",
        "absent": "GAB",
    }


def test_a_meeting_with_its_agenda_and_what_was_decided(store: Store) -> None:
    shown = found(store, "S/PV.9048")
    assert places(shown.own) == ["council_meetings"]
    assert shown.own[0].cells["topic_states"] == "PRK"
    assert [role(entry) for entry in shown.others] == ["decided at this meeting"] * 2
    assert [decided.row.outcome for decided in shown.decided] == ["vetoed"]


@pytest.mark.parametrize(
    ("symbol", "roles"),
    [
        ("S/RES/1718", {"a sanctions regime founded by it", "a sanctions committee established by it"}),
        ("S/RES/1506", {"a sanctions regime ended by it"}),
        ("A/HRC/RES/22/13", {"a mandate established by it"}),
        ("S/RES/1874", {"a body that watches sanctions established by it"}),
        ("A/RES/2106 (XX)", {"a treaty adopted by it"}),
        ("S/2007/107", {"an Arria-formula meeting of which this letter tells"}),
    ],
)
def test_what_a_document_did_besides_is_shown(store: Store, symbol: str, roles: set[str]) -> None:
    shown = found(store, symbol)
    told = {role(entry) for entry in shown.others}
    assert told & roles, told


def test_a_treaty_with_every_action_in_order_of_time(store: Store) -> None:
    shown = found(store, "iccpr")
    assert places(shown.own) == ["treaties"]
    days = [entry.since for entry in shown.others]
    assert len(days) > 170
    assert days == sorted(days, key=lambda day: day or date.max)


def test_a_roll_call_of_the_assembly_has_all_members(store: Store) -> None:
    (decided,) = found(store, "A/RES/60/251").decided
    assert isinstance(decided.row, AssemblyDecision)
    assert {way: len(states) for way, states in decided.votes.items()} == {
        "yes": 170,
        "no": 4,
        "abstain": 3,
        "absent": 14,
        "unknown": 0,
    }


def test_votes_are_those_of_the_typed_record(store: Store, record: Record) -> None:
    for row in record.decisions()[::101]:
        for decided in found(store, row.name).decided:
            if decided.row.draft == row.draft and decided.row.title == row.title:  # type: ignore[union-attr]
                told = {s: way for way, states in decided.votes.items() if way != "unknown" for s in states}
                assert told == dict(row.votes), row.name


def test_members_whose_vote_is_not_known_are_named(store: Store, record: Record) -> None:
    row = next(r for r in record.decisions() if r.votes and len(r.votes) < 10 and r.draft.startswith("S/"))
    decided = found(store, row.draft).decided[0]
    sat = {term.state for term in record.council_members(row.date)}
    assert set(decided.votes["unknown"]) == sat - set(row.votes)


@pytest.mark.parametrize(("day", "there"), [(date(2022, 5, 25), False), (date(2022, 5, 26), True)])
def test_what_was_not_public_yet_is_hidden(told: Store, day: date, there: bool) -> None:
    shown = show(told, "S/2022/431", day)
    assert isinstance(shown, Shown if there else Missing)
    if isinstance(shown, Missing):
        assert shown.later


def test_a_row_is_shown_as_it_stood_on_the_day(store: Store) -> None:
    (then,) = (e for e in found(store, "S/RES/748", date(2000, 1, 1)).others if e.place.name == "sanctions_regimes")
    (now,) = (e for e in found(store, "S/RES/748").others if e.place.name == "sanctions_regimes")
    assert (then.cells["last"], then.cells["ended_by"]) == (None, None)
    assert now.cells["ended_by"] == "S/RES/1506 (2003)"


def test_every_row_names_its_source_and_an_address(told: Store) -> None:
    for symbol in ("S/RES/2397", "S/2022/431", "S/PV.9048", "iccpr", "A/RES/60/251", "A/HRC/13/13", "S/RES/1718"):
        shown = found(told, symbol)
        for entry in (*shown.own, *shown.others):
            assert entry.origin.name
            assert entry.link.startswith("https://"), entry
            assert entry.confidence in ("stated", "derived", "known")


def test_what_is_not_there_names_what_may_have_been_meant_and_what_is_claimed(store: Store) -> None:
    missing = show(store, "S/RES/2937")
    assert isinstance(missing, Missing)
    assert missing.near[0] == "S/RES/2397 (2017)"
    assert missing.table == "council_decisions"
    assert any(c.complete and c.last >= date(2025, 2, 24) for c in missing.coverage)
    assert not missing.later


@pytest.mark.parametrize(
    "symbol", ["S/RES/2397", "S/2022/431", "S/PV.9048", "A/RES/60/251", "A/HRC/13/13", "S/RES/2937"]
)
def test_few_queries_and_few_rows_are_read(told: Store, symbol: str) -> None:
    watched, count = counted(told)
    show(watched, symbol)
    assert len(count.queries) <= 12, count.queries
    assert count.rows < 450  # the members of the United Nations, where a roll call needs them, and little else
    assert all("WHERE" in query or '"sources"' in query or '"un_members"' in query for query in count.queries)

"""What loaded publications add to the tables by which claims are checked, and what they may not change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.building import build
from mahdar.record.loading.settle import settle
from mahdar.record.loading.sink import Sink
from mahdar.record.opened import Store
from mahdar.record.rows import Decision

# On S/RES/435 (1978) Czechoslovakia and the Soviet Union abstained, China took no part (S/PV.2087).
VOTES_ON_435 = dict.fromkeys(
    ["BOL", "CAN", "FRA", "GAB", "DEU", "IND", "KWT", "MUS", "NGA", "GBR", "USA", "VEN"], "yes"
) | {"CSK": "abstain", "SUN": "abstain", "CHN": "absent"}
MEMBERS_2026 = ["BHR", "CHN", "COL", "COD", "DNK", "FRA", "GRC", "LVA", "LBR", "PAK", "PAN", "RUS", "SOM", "GBR", "USA"]


class Loaded:
    """A record in memory into which rows are loaded as if they stood in a publication."""

    def __init__(self) -> None:
        self.connection = build(":memory:", "hash")
        self.loads = 0

    def sink(self, source: str) -> Sink:
        self.loads += 1
        cells = "?, 'kind', ?, ?, '', '', 0, DATE '2026-11-01', now(), 0, 'test', NULL"
        self.connection.execute(f"INSERT INTO told.loads VALUES ({cells})", [self.loads, source, f"{self.loads}"])
        return Sink(self.connection, self.loads)

    def vote(self, source: str, votes: str | dict[str, str] = "", **cells: Any) -> None:
        """One vote of a body; `votes` by state, or the states that voted yes."""
        sink = self.sink(source)
        sink.write("calls", [{"series": "s", "call": "1", **cells}])
        cast = dict.fromkeys(votes.split(), "yes") if isinstance(votes, str) else votes
        sink.write("votes", [{"series": "s", "call": "1", "state": s, "vote": v} for s, v in cast.items()])

    def record(self) -> Record:
        return Record(Store(self.connection, "hash", None, frozenset(settle(self.connection))))


@pytest.fixture
def loaded() -> Iterator[Loaded]:
    made = Loaded()
    yield made
    made.connection.close()


def council(symbol: str, day: str, yes: int, no: int = 0, abstain: int = 0, **more: Any) -> dict[str, Any]:
    tally = {"yes": yes, "no": no, "abstain": abstain}
    return {"body": "council", "symbol": symbol, "date": date.fromisoformat(day), **tally, **more}


def found(record: Record, symbol: str) -> Decision:
    decision = record.decision(symbol)
    assert decision is not None
    return decision


def test_without_loads_nothing_is_made_anew(loaded: Loaded) -> None:
    assert loaded.record()._store.viewed == frozenset()


def test_a_resolution_that_the_package_lacks_is_added_with_its_votes(loaded: Loaded) -> None:
    votes = dict.fromkeys(MEMBERS_2026, "yes") | {"RUS": "abstain", "CHN": "abstain"}
    call = council("S/RES/2899 (2026)", "2026-03-12", 13, 0, 2, agenda="The situation in Libya", meeting="S/PV.10101")
    loaded.vote("undl-council-votes", votes, **call)
    decision = found(loaded.record(), "S/RES/2899")
    assert (decision.tally, decision.outcome, decision.standing) == ((13, 0, 2), "adopted", "preferred")
    assert decision.votes["RUS"] == "abstain"
    assert decision.concerns("LBY")
    assert decision.source.key == "undl-council-votes"


def test_votes_by_member_are_added_to_a_decision_that_lacks_them(loaded: Loaded) -> None:
    assert not found(loaded.record(), "S/RES/435").votes
    loaded.vote("undl-council-votes", VOTES_ON_435, **council("S/RES/435 (1978)", "1978-09-29", 12, 0, 2))
    record = loaded.record()
    decision = found(record, "S/RES/435")
    assert decision.votes == VOTES_ON_435
    assert decision.meeting == "S/PV.2087"
    (rival,) = record.rivals(decision)
    assert isinstance(rival, Decision)
    assert (rival.tally, rival.standing) == (decision.tally, "another source has the votes by member")


def test_another_tally_stands_beside_the_preferred_one(loaded: Loaded) -> None:
    loaded.vote("undl-council-votes", **council("S/RES/435 (1978)", "1978-09-29", 13, 0, 1))
    record = loaded.record()
    decision = found(record, "S/RES/435")
    assert decision.tally == (12, 0, 2)
    assert [(r.tally, r.standing) for r in record.rivals(decision)] == [((13, 0, 1), "another source is preferred")]


def test_votes_of_states_that_did_not_sit_change_nothing(loaded: Loaded) -> None:
    votes = {("EGY" if state == "VEN" else state): vote for state, vote in VOTES_ON_435.items()}
    loaded.vote("undl-council-votes", votes, **council("S/RES/435 (1978)", "1978-09-29", 12, 0, 2))
    assert not found(loaded.record(), "S/RES/435").votes


def test_votes_that_do_not_add_up_change_nothing(loaded: Loaded) -> None:
    votes = VOTES_ON_435 | {"SUN": "yes"}
    loaded.vote("undl-council-votes", votes, **council("S/RES/435 (1978)", "1978-09-29", 12, 0, 2))
    assert not found(loaded.record(), "S/RES/435").votes


def test_a_tally_that_the_rules_do_not_allow_is_not_taken(loaded: Loaded) -> None:
    loaded.vote("undl-council-votes", **council("S/RES/2899 (2026)", "2026-03-12", 8, 0, 7))
    assert loaded.record().decision("S/RES/2899") is None


def test_the_packages_own_reading_goes_before_a_raw_copy_of_its_source(loaded: Loaded) -> None:
    """S/PV.2939 is labelled S/RES/663 in the Library's table of 1990; the package knows that it was 666."""
    loaded.vote("un-library-meetings", **council("S/RES/663 (1990)", "1990-09-13", 13, 2))
    record = loaded.record()
    assert found(record, "S/RES/663").tally == (15, 0, 0)
    assert record.rivals(found(record, "S/RES/663")) == ()


def test_compilations_decide_no_claim(loaded: Loaded) -> None:
    loaded.vote("upr-info", **council("S/RES/2899 (2026)", "2026-03-12", 15))
    assert loaded.record().decision("S/RES/2899") is None


def test_a_load_that_was_replaced_does_not_count(loaded: Loaded) -> None:
    loaded.vote("undl-council-votes", **council("S/RES/2899 (2026)", "2026-03-12", 15))
    loaded.connection.execute("UPDATE told.loads SET replaced_by = 2")
    assert loaded.record().decision("S/RES/2899") is None


def test_a_draft_is_known_by_symbol_and_day(loaded: Loaded) -> None:
    call = council("", "2026-05-05", 13, 1, 1, draft="S/2026/999", outcome="vetoed", vetoed_by="USA")
    votes = dict.fromkeys(MEMBERS_2026, "yes") | {"USA": "no", "GBR": "abstain"}
    loaded.vote("undl-council-votes", votes, **call)
    record = loaded.record()
    decision = found(record, "S/2026/999")
    assert (decision.outcome, decision.vetoed_by, decision.symbol) == ("vetoed", ("USA",), "")
    assert decision in record.vetoes(by="USA")


def test_an_official_tally_goes_before_a_recounted_one(loaded: Loaded) -> None:
    before = loaded.record().assembly_decision("A/RES/72/191")
    assert before is not None
    assert before.counted == "roll-call"
    tally: dict[str, Any] = {"yes": (before.yes or 0) + 1, "no": before.no, "abstain": before.abstain}
    loaded.vote("undl-assembly-votes", body="assembly", symbol="A/RES/72/191", date=date(2017, 12, 19), **tally)
    record = loaded.record()
    after = record.assembly_decision("A/RES/72/191")
    assert after is not None
    assert (after.yes, after.counted) == (tally["yes"], "official")
    assert [r.standing for r in record.rivals(after)] == ["another source is preferred"]


def test_a_resolution_without_a_tally_that_the_package_lacks_is_added(loaded: Loaded) -> None:
    call: dict[str, Any] = {"symbol": "A/RES/81/998", "date": date(2026, 11, 2), "title": "The situation in Myanmar"}
    loaded.vote("undl-assembly-votes", body="assembly", mode="without-vote", **call)
    decision = loaded.record().assembly_decision("A/RES/81/998")
    assert decision is not None
    assert (decision.mode, decision.tally) == ("without-vote", None)


def test_a_vote_of_the_assembly_that_the_package_lacks_is_added(loaded: Loaded) -> None:
    call = {"symbol": "A/RES/81/999", "date": date(2026, 11, 2), "title": "The situation in Myanmar", "yes": 120}
    loaded.vote("undl-assembly-votes", {"MMR": "no", "IND": "abstain"}, body="assembly", no=1, abstain=1, **call)
    decision = loaded.record().assembly_decision("A/RES/81/999")
    assert decision is not None
    assert decision.votes == {"MMR": "no", "IND": "abstain"}
    assert decision.concerns("MMR")


def test_meetings_after_the_packages_last_day_are_added_with_their_agenda(loaded: Loaded) -> None:
    rows = [
        {"symbol": "S/PV.9999", "date": date(2025, 9, 12), "topic": "The situation in Haiti"},
        {"symbol": "S/PV.9048", "date": date(2022, 5, 27), "topic": "Another day for a meeting that is known"},
    ]
    loaded.sink("un-library-meetings").write("meetings", rows)
    record = loaded.record()
    meeting = record.meeting("S/PV.9999")
    assert meeting is not None
    assert meeting.concerns("HTI")
    known = record.meeting("S/PV.9048")
    assert known is not None
    assert known.date == date(2022, 5, 26)


def test_a_treaty_action_is_added_once(loaded: Loaded) -> None:
    later = {"treaty": "cped", "state": "PAK", "action": "accession", "date": "2026-02-03"}
    again = {"treaty": "iccpr", "state": "PRK", "action": "ratification", "date": "2026-09-14"}
    loaded.sink("untc").write("treaty_actions", [later, later, again])
    record = loaded.record()
    assert [a.when for a in record.treaty_actions("PAK", "cped")] == [Interval.parse("2026-02-03")]
    assert [a.when.edtf() for a in record.treaty_actions("PRK", "iccpr") if a.binds] == ["1981-09-14"]

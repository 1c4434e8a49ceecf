"""What people decide is added, found again and proved; the machine's reading stays as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from mahdar.library.adding import add
from mahdar.library.opened import Library, open_library
from mahdar.library.rereading import reread
from mahdar.library.reviewed import Reviewed, notes_of, reviewed, reviewed_reports, reviews_of
from mahdar.library.reviewing import note, review
from mahdar.library.reviews import Kept, Review, ReviewError, place
from mahdar.library.schema import claims, readings, reviews
from mahdar.library.searching import Question, search, search_statements
from mahdar.library.verifying import verify
from mahdar.pipeline import built_in_record
from tests.library.conftest import Put, made

TEXT = (
    "China said that the sanctions must be eased. The Security Council has 14 members.\n"
    "Albania and Japan are elected members of the Security Council.\n"
)
SAID, SIZE = "statement:16-43", "council.size"
Decide = Callable[..., Kept]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = Path(tmp_path_factory.mktemp("reviewing")) / "a.db"
    with open_library(path) as library:
        list(add(library, [made(TEXT, "a"), made("Nobody said a word of it.\n", "b")], built_in_record()))
    return path.read_bytes()


@pytest.fixture
def desk(filled: bytes, tmp_path: Path) -> Iterator[Library]:
    """A library of SQLite that holds TEXT as `a`."""
    path = tmp_path / "a.db"
    path.write_bytes(filled)
    with open_library(path) as library:
        yield library


@pytest.fixture
def decide(desk: Library) -> Decide:
    return deciding(desk)


def deciding(library: Library) -> Decide:
    def decided(decision: str, where: str, record: Any = None, by: str = "R. Haddad", **more: Any) -> Kept:
        asked = Review("a", decision=decision, by=by, **{"why": "so it stands there", **place(where), **more})  # type: ignore[arg-type]
        return review(library, asked, record)

    return decided


def now(library: Library, id: str = "a") -> Reviewed:
    with library.reading() as connection:
        found = reviewed(connection, id)
    assert found is not None
    return found


def claim(library: Library, kind: str = SIZE) -> dict[str, Any]:
    return next(each for each in now(library).told["claims"] if each["kind"] == kind)


def size(library: Library) -> str:
    """The place of the claim on the size of the Council."""
    with library.reading() as connection:
        return next(where for where, each in reviewed(connection, "a").places("claims") if each["kind"] == SIZE)  # type: ignore[union-attr]


@pytest.mark.parametrize("record", [True, False])
def test_a_corrected_claim_is_judged_anew_where_there_is_a_record(library: Library, put: Put, record: bool) -> None:
    put(made(TEXT, "a"))
    asked = built_in_record() if record else None
    kept = deciding(library)("correct", size(library), asked, correction={"args": {"members": 15}})
    assert (kept.quoted, kept.was and kept.was["args"]) == ("Security Council has 14 members", {"members": 14})
    told = claim(library)
    assert told["args"] == {"members": 15}
    assert told["verdict"] == ("supported" if record else "not-enough-evidence")
    assert told["reviews"][0]["was"]["args"] == {"members": 14}
    assert now(library).machine["claims"][0]["args"] == {"members": 14}
    with library.reading() as connection:
        assert search(connection, Question(verdict="refuted")).total == 0
        assert search(connection, Question(verdict=told["verdict"])).total == 1
    assert verify(library).intact
    assert now(library).reading.claims[0].args == {"members": 15}


def test_a_corrected_speaker_finds_the_statement(library: Library, put: Put) -> None:
    put(made(TEXT, "a"))
    correction = {"speakers": ["Russia", "person:jane-doe"], "act": "say"}
    deciding(library)("correct", SAID, correction=correction)
    told = now(library).told
    assert told["statements"][0]["speakers"] == ["state:RUS", "person:jane-doe"]
    assert told["entities"]["state:RUS"]["name_ar"] == "الاتحاد الروسي"
    assert told["entities"]["person:jane-doe"] == {"name": "Jane Doe", "name_ar": None, "role": None, "principal": None}
    with library.reading() as connection:
        for question, many in ((Question(speaker="Jane Doe"), 1), (Question(state="RUS"), 1), (Question(act="say"), 1),
                               (Question(speaker="state:CHN"), 0), (Question(act="demand"), 0)):  # fmt: skip
            assert search_statements(connection, question).total == many, question


def test_a_rejected_statement_is_found_no_more_until_that_is_withdrawn(desk: Library, decide: Decide) -> None:
    decide("reject", SAID)
    assert now(desk).told["statements"] == []
    assert [each["text"] for each in now(desk).rejected] == ["the sanctions must be eased"]
    with desk.reading() as connection:
        assert search_statements(connection, Question(words="sanctions")).total == 0
    decide("withdraw", SAID, by="L. Novak")
    assert len(now(desk).told["statements"]) == 1
    assert [each.state for each in now(desk).reviews] == ["withdrawn", "stands"]
    with pytest.raises(ReviewError, match="nothing stands at"):
        decide("withdraw", SAID, by="L. Novak")
    with desk.reading() as connection:
        assert search_statements(connection, Question(words="sanctions")).total == 1


def test_corrections_of_other_fields_stay_beside_each_other(desk: Library, decide: Decide) -> None:
    decide("correct", SAID, correction={"act": "say"})
    decide("correct", SAID, correction={"speakers": ["state:RUS"]})
    decide("correct", SAID, correction={"act": "warn", "cue": "warned"})
    told = now(desk).told["statements"][0]
    assert (told["act"], told["cue"], told["speakers"]) == ("warn", "warned", ["state:RUS"])
    assert [each.state for each in now(desk).reviews] == ["replaced", "stands", "stands"]


def test_another_span_may_be_said_and_pointed_at(desk: Library, decide: Decide) -> None:
    decide("correct", SAID, correction={"start": 11, "end": 43})
    assert now(desk).told["statements"][0]["text"] == "that the sanctions must be eased"
    decide("correct", "statement:11-43", correction={"act": "say"})
    told = now(desk).told["statements"][0]
    assert (told["start"], told["act"], len(told["reviews"])) == (11, "say", 2)


@pytest.mark.parametrize(
    ("decision", "correction", "label"),
    [
        ("confirm", {}, "refuted"),
        ("reject", {}, "not-enough-evidence"),
        ("correct", {"verdict": "conflicting"}, "conflicting"),
        ("correct", {"verdict": "supported", "citations": [{"symbol": "S/RES/1"}]}, "supported"),
    ],
)
def test_verdicts(desk: Library, decide: Decide, decision: str, correction: dict[str, Any], label: str) -> None:
    decide(decision, size(desk).replace("claim", "verdict"), correction=correction)
    told = claim(desk)
    assert told["verdict"] == label
    assert bool(told["citations"]) == (label != "not-enough-evidence")
    assert ("R. Haddad" in told["why"]["en"]) == (decision != "confirm")
    assert now(desk).reading.claims[0].verdict == label


def test_a_verdict_falls_with_the_arguments_that_it_was_on(desk: Library, decide: Decide) -> None:
    decide("confirm", size(desk).replace("claim", "verdict"))
    decide("correct", size(desk), built_in_record(), correction={"args": {"members": 15}})
    assert claim(desk)["verdict"] == "supported"
    assert [each.state for each in now(desk).reviews] == ["replaced", "stands"]


def test_claims_of_one_kind_at_one_place_are_told_apart(desk: Library, decide: Decide) -> None:
    places = [where for where, each in now(desk).places("claims") if each["kind"] == "council.member"]
    assert [where.rpartition(":")[2] for where in places] == ["state=ALB", "state=JPN"]
    decide("reject", places[1])
    left = [each["args"]["state"] for each in now(desk).told["claims"] if each["kind"] == "council.member"]
    assert left == ["ALB"]
    with pytest.raises(ReviewError, match="more than one"):
        decide("reject", places[0].rpartition(":")[0])


def test_reviews_outlive_reading_again_where_their_span_does(library: Library, put: Put) -> None:
    put(made(TEXT, "a"))
    decide = deciding(library)
    decide("correct", SAID, correction={"speakers": ["state:RUS"]})
    decide("confirm", size(library).replace("claim", "verdict"))
    list(reread(library, built_in_record(), every=True))
    assert [each.state for each in now(library).reviews] == ["stands", "stands"]
    assert now(library).told["statements"][0]["speakers"] == ["state:RUS"]
    _read_otherwise(library)
    assert [each.state for each in now(library).reviews] == ["lost", "stands"]
    assert now(library).told["statements"][0]["speakers"] == ["state:CHN"]
    told = claim(library)
    assert (told["verdict"], told["reviews"][0]["decision"]) == ("refuted", "confirm")
    with library.reading() as connection:
        assert [each.state for each in reviews_of(connection)] == ["stands", "lost"]
        assert search(connection, Question(verdict="refuted")).total == 1
    assert verify(library).intact


def _read_otherwise(library: Library) -> None:
    """As a reader would that finds the statement one word earlier and bears the claim out."""
    import json

    from mahdar.library import chain
    from mahdar.library.reader import Read
    from mahdar.library.restored import restored
    from mahdar.library.rows import put_reading

    machine = json.loads(json.dumps(now(library).machine))
    machine["statements"][0] |= {"start": 11, "text": "that the sanctions must be eased"}
    machine["claims"][0]["verdict"] = "supported"
    with library.writing() as connection:
        log: list[Any] = []
        put_reading(connection, 1, Read(restored(machine), "9.9.9", "0" * 64), log)
        chain.append(connection, log)


@pytest.mark.parametrize(
    ("decision", "where", "more", "said"),
    [
        ("reject", SAID, {"why": " "}, "say why"),
        ("confirm", SAID, {"by": " \n"}, "say who"),
        ("confirm", SAID, {"by": "x" * 201}, "longer than 200"),
        ("confirm", SAID, {"correction": {"act": "say"}}, "only a correction"),
        ("shout", SAID, {}, "is no decision"),
        ("confirm", "statement:1-2", {}, "has no statement:1-2; there are: statement:16-43"),
        ("confirm", f"claim:16-43:{SIZE}", {}, "has no claim"),
        ("correct", SAID, {}, "says what is to be otherwise"),
        ("correct", SAID, {"correction": {"act": "shout"}}, "act is one of"),
        ("correct", SAID, {"correction": {"speakers": ["Nobody at All"]}}, "knows nobody called"),
        ("correct", SAID, {"correction": {"start": 5}}, "a span lies within"),
        ("correct", SAID, {"correction": {"verdict": "supported"}}, "cannot be corrected here"),
        ("confirm", "story:none", {}, "has no report 'none'"),
        ("confirm", "story:a", {}, "against itself"),
        ("reject", "story", {}, "shares its story with no other"),
        ("confirm", "story", {}, "say with which report"),
    ],
)
def test_what_makes_no_sense_is_refused(
    desk: Library, decide: Decide, decision: str, where: str, more: dict[str, Any], said: str
) -> None:
    with pytest.raises(ReviewError, match=said):
        decide(decision, where, **more)
    with desk.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(reviews)) == 0


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        ({"args": {"at": "soon"}}, "soon"),
        ({"args": {"members": 1.5}}, "a text, a whole number"),
        ({"args": {"members": "many"}}, "'members' is a whole number here, not 'many'"),
        ({"kind": "council.colour"}, "kind is one of"),
        ({"negated": "yes"}, "true or false"),
    ],
)
def test_claims_are_not_corrected_into_nonsense(
    desk: Library, decide: Decide, correction: dict[str, Any], said: str
) -> None:
    with pytest.raises(ReviewError, match=said):
        decide("correct", size(desk), built_in_record(), correction=correction)


def test_a_verdict_without_a_citation_is_refused(desk: Library, decide: Decide) -> None:
    decide("reject", size(desk).replace("claim", "verdict"))
    with pytest.raises(ReviewError, match="needs a citation"):
        decide("correct", size(desk).replace("claim", "verdict"), correction={"verdict": "supported"})


def test_reports_come_with_their_corrections(desk: Library, decide: Decide) -> None:
    decide("reject", SAID)
    with desk.reading() as connection:
        told = {each["id"]: each["reading"] for each in reviewed_reports(connection)}
        assert [each["id"] for each in reviewed_reports(connection, ["b", "none"])] == ["b"]
        assert reviewed(connection, "none") is None
    assert told["a"]["statements"] == []
    assert set(told["a"]) == set(told["b"]) == set(now(desk).machine)


def test_notes_are_kept_in_the_order_in_which_they_came(library: Library, put: Put) -> None:
    put(made(TEXT, "a"), made("Nobody said a word of it.\n", "b"))
    first = note(library, "a", " اسألوا البعثة\nعن النص ", by="ر. حداد")
    note(library, "b", "two", by="L. Novak", about="story")
    with library.reading() as connection:
        assert [each.text for each in notes_of(connection, ["a", "b"])] == ["اسألوا البعثة\nعن النص", "two"]
        assert notes_of(connection, ["a"]) == [first]
    assert verify(library).counts["notes"] == 2
    for text, by in (("", "x"), ("x", ""), ("x" * 20_001, "x")):
        with pytest.raises(ReviewError):
            note(library, "a", text, by=by)
    with pytest.raises(ReviewError, match="no report"):
        note(library, "none", "x", by="x")


TAMPERINGS = {
    "UPDATE reviews SET who = 'somebody else'": "review 1: it was changed",
    "UPDATE reviews SET correction = '{}'": "review 1: it was changed",
    "DELETE FROM reviews": "review 1: it is gone",
    "UPDATE notes SET note = 'other'": "note 1: it was changed",
    "INSERT INTO notes(report, about, note, who, at) VALUES (1, 'report', 'x', 'x', 'x')": "note 2: the log does not",
    "UPDATE present SET review = NULL WHERE report = 1": "it is not found by what people decided",
}


@pytest.mark.parametrize("act", TAMPERINGS)
def test_tampering_shows(desk: Library, decide: Decide, act: str) -> None:
    decide("reject", SAID)
    note(desk, "a", "one", by="L. Novak")
    assert verify(desk).intact
    hand = sqlite3.connect(desk.where, isolation_level=None)
    for (name,) in hand.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        hand.execute(f"DROP TRIGGER {name}")
    hand.execute(act)
    hand.close()
    faults = verify(desk).faults
    assert any(TAMPERINGS[act] in fault for fault in faults), faults


def test_nothing_of_the_kept_readings_changes(desk: Library, decide: Decide) -> None:
    def kept() -> list[Any]:
        with desk.reading() as connection:
            return list(connection.execute(sa.select(readings)))

    before = kept()
    decide("correct", SAID, correction={"act": "say"})
    decide("reject", size(desk))
    assert kept() == before
    with desk.reading() as connection:
        assert SIZE not in set(connection.scalars(sa.select(claims.c.kind)))

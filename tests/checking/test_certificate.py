"""A certificate says what was searched, in which tables and coverage, with which result, in which record."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from mahdar.checking.certificate import certificate, fingerprint
from mahdar.checking.desk import judge_all
from mahdar.checking.finding import find_all
from mahdar.checking.searches import Remembering
from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.tables import read_toml
from tests.held import passage, record

ISSUED = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
VETO = "Russia vetoed a Security Council draft resolution on Syria on 12 April 2017."


def certified(text: str, published: str | None = None, as_of: date | None = None) -> dict[str, Any]:
    read = passage(text, published)
    claims = tuple(judge_all(read, find_all(read), record(), as_of))
    return certificate(read, claims, record(), ISSUED, as_of)


def test_it_names_the_look_ups_their_tables_and_how_many_rows_came() -> None:
    told = certified(VETO)
    (claim,) = told["claims"]
    assert (claim["kind"], claim["verdict"]) == ("council.veto", "supported")
    searched = {search["look_up"]: search for search in claim["searched"]}
    assert searched["vetoes"]["tables"] == ["council_decisions"]
    assert searched["vetoes"]["found"] >= 1
    assert claim["citations"][0]["symbol"] == "S/2017/315"


def test_it_gives_the_coverage_of_every_table_that_was_searched() -> None:
    told = certified(VETO)
    covered = {table["table"]: table["coverage"] for table in told["tables"]}
    assert covered.keys() == {t for claim in told["claims"] for s in claim["searched"] for t in s["tables"]}
    assert any(
        span["complete"] and span["first"] <= "2017-04-12" <= span["last"] for span in covered["council_decisions"]
    )


def test_the_same_search_gives_the_same_certificate() -> None:
    assert certified(VETO) == certified(VETO)
    assert json.loads(json.dumps(certified(VETO))) == certified(VETO)


def test_the_record_is_named_by_its_hash_and_the_day_on_which_it_is_asked() -> None:
    told = certified(VETO, "2017-04-20", date(2017, 4, 10))
    assert told["record"]["as_of"] == "2017-04-10"
    assert told["record"]["facts"] == record().hash
    assert told["record"]["loads"] == fingerprint(record())["loads"] == []
    assert told["claims"][0]["verdict"] == "not-enough-evidence"
    assert (told["issued"], told["published"]) == ("2026-11-22T09:30:00+00:00", "2017-04-20")


def test_a_text_without_claims_searches_nothing() -> None:
    told = certified("The weather was fine in Geneva.")
    assert (told["tables"], told["claims"]) == ([], [])


def test_every_look_up_of_the_record_has_its_tables() -> None:
    public = {name for name in dir(Record) if not name.startswith("_")} - {"open", "hash", "path", "store"}
    known = read_toml("mahdar.checking", "look_ups.toml")
    assert public == known.keys()
    assert all(record().declared(table) for tables in known.values() for table in tables)


def test_a_remembering_record_answers_as_the_record_does() -> None:
    remembering = Remembering(record())
    asked = remembering.as_record()
    when = Interval.parse("2017-04-12")
    assert asked.vetoes("RUS", when=when) == record().vetoes("RUS", when=when)
    assert asked.coverage("council_decisions") == record().coverage("council_decisions")
    asked.vetoes("RUS", when=when)
    (search,) = remembering.searches
    assert (search.look_up, search.asked) == ("vetoes", {"by": "RUS", "when": "2017-04-12"})


def test_what_the_record_does_not_know_is_no_look_up() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        Remembering(record()).as_record().nonsense  # type: ignore[attr-defined]  # noqa: B018

"""Sentences held against the record, for the tests of checking and of the mechanisms."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from mahdar.checking.desk import judge_all
from mahdar.checking.finding import find_all
from mahdar.checking.scene import Scene
from mahdar.edtf import Interval
from mahdar.model import Claim
from mahdar.reading.passage import Passage
from mahdar.reading.reader import read_passage
from mahdar.record.access import Record

_LETTERS = range(ord("ء"), ord("ي") + 1)


@cache
def record() -> Record:
    """The record built from the tables of the package, once for a test run."""
    return Record.open(Path(tempfile.mkdtemp(prefix="mahdar-test-")) / "record.duckdb")


def passage(text: str, published: str | None = None) -> Passage:
    language = "ar" if 3 * sum(ord(ch) in _LETTERS for ch in text) > len(text) else "en"
    return read_passage(text, language, Interval.parse(published) if published else None)


def scene(text: str, published: str | None = "2020-01-15") -> Scene:
    return Scene(passage(text, published))


def judged(text: str, published: str | None = "2020-01-15", as_of: date | None = None) -> list[Claim]:
    """All claims of a text with their verdicts."""
    read = passage(text, published)
    return judge_all(read, find_all(read), record(), as_of)


def one(text: str, kind: str, published: str | None = "2020-01-15", as_of: date | None = None) -> Claim:
    """The only claim of a kind in a text."""
    found = [claim for claim in judged(text, published, as_of) if claim.kind == kind]
    assert len(found) == 1, [(c.kind, dict(c.args)) for c in found]
    return found[0]


def kinds(text: str, published: str | None = "2020-01-15") -> set[str]:
    """The kinds of claims found in a text."""
    return {claim.kind for claim in judged(text, published)}


def votes_of(text: str, published: str | None = "2020-01-15") -> dict[str, str]:
    """How each state voted in the Council by what a text tells."""
    told = [claim.args.get("states") for claim in judged(text, published) if claim.kind == "council.vote"]
    return {state: choice for states in told if isinstance(states, dict) for state, choice in states.items()}

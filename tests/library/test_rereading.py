"""Reading again keeps the former readings; kept readings come back as they were."""

from __future__ import annotations

import json

import pytest

from mahdar import pipeline
from mahdar.library import reader, rereading
from mahdar.library.adding import Added
from mahdar.library.asking import find, shown
from mahdar.library.items import Dated, Refused
from mahdar.library.opened import Library
from mahdar.library.rereading import reread
from mahdar.library.restored import restored
from mahdar.library.searching import Question, search, search_statements
from mahdar.library.verifying import verify
from mahdar.pipeline import built_in_record
from tests.library.conftest import ARABIC, ENGLISH, Put, made


def test_what_the_present_reader_read_is_left(library: Library, put: Put) -> None:
    put(made(ARABIC, "a"))
    assert list(reread(library, built_in_record())) == []


def test_another_reader_reads_again_and_the_former_reading_stays(
    library: Library, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(made(ARABIC, "a", dated=Dated("2024-03-29", "metadata", "x")), made(ENGLISH, "b"))
    for module in (reader, rereading):
        monkeypatch.setattr(module, "reader_version", lambda: "9.9.9+abc")
    told = list(reread(library, built_in_record()))
    assert told == [Added("a", "a", False), Added("b", "b", False)]
    assert list(reread(library, built_in_record())) == []
    with library.reading() as connection:
        report = shown(connection, find(connection, "a") or 0)
        found = search(connection, Question(words="جلسة"))
        statements = search_statements(connection, Question(words="جلسة"))
    assert [each["reader"] for each in report["readings"]][1:] == ["9.9.9+abc"]
    assert report["published_basis"] == "metadata"
    assert (found.total, statements.total) == (1, 1)
    assert verify(library).intact


def test_those_named_or_all(library: Library, put: Put) -> None:
    put(made(ARABIC, "a"), made(ENGLISH, "b"))
    assert list(reread(library, built_in_record(), ids=["b", "none"])) == [
        Refused("none", "the library has no such report"),
        Added("b", "b", False),
    ]
    assert len(list(reread(library, built_in_record(), every=True))) == 2
    with library.reading() as connection:
        assert [len(shown(connection, key)["readings"]) for key in (1, 2)] == [2, 3]


@pytest.mark.parametrize(
    "text", [ARABIC, ENGLISH, "The Security Council has 14 members. In 2023 12 people were killed.\n"]
)
def test_a_kept_reading_comes_back_as_it_was(text: str) -> None:
    reading = pipeline.read(text, published="2024-03-29")
    told = json.loads(json.dumps(reading.to_dict()))
    again = restored(told)
    assert again == reading
    assert again.to_dict() == reading.to_dict()


def test_the_version_of_the_reader_is_stable() -> None:
    assert reader.reader_version() == reader.reader_version()
    assert len(reader.reader_version().partition("+")[2]) == 12

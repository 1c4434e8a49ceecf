"""A whole library out and in again: line for line the same, and nothing half."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mahdar.library.adding import add
from mahdar.library.asking import count
from mahdar.library.kept_stories import settle, stories
from mahdar.library.opened import Library, LibraryError, open_library
from mahdar.library.rereading import reread
from mahdar.library.reviewed import notes_of
from mahdar.library.reviewing import note, review
from mahdar.library.reviews import Review
from mahdar.library.searching import Question, search, search_statements
from mahdar.library.transfer import exported, imported
from mahdar.library.verifying import verify
from mahdar.pipeline import built_in_record
from tests.library.conftest import ARABIC, ENGLISH, Put, made

SAID: dict[str, Any] = {"start": 29, "end": 99}  # what the envoy said
DOE = {"speakers": ["person:jane-doe"], "entities": {"person:jane-doe": {"name": "Jane Doe", "principal": "state:FRA"}}}


def decided(library: Library) -> None:
    """What people said of it."""
    review(library, Review("b", "statement", "correct", "R. Haddad", "it was her", **SAID, correction=DOE))
    review(library, Review("a", "story", "confirm", "ر. حداد", other="b"))
    note(library, "a", "ملاحظة", by="ر. حداد")
    settle(library)


@pytest.fixture
def lines(library: Library, put: Put) -> list[bytes]:
    put(made(ARABIC, "a", title="عنوان"), made(ENGLISH, "b"), made(ARABIC, "c"))
    list(reread(library, built_in_record(), ids=["a"]))
    decided(library)
    return [json.dumps(each, ensure_ascii=False).encode() for each in exported(library)]


def test_in_again_it_is_the_same_library(library: Library, lines: list[bytes], tmp_path: Path) -> None:
    with open_library(tmp_path / "other.db") as other:
        assert imported(other, lines) == 2
        assert [json.dumps(each, ensure_ascii=False).encode() for each in exported(other)] == lines
        assert verify(other).intact
        with other.reading() as there, library.reading() as here:
            for words in ("المجلس", "sanctions", "عنوان"):
                one, two = (search(each, Question(words=words)) for each in (here, there))
                assert [row["id"] for row in one.rows] == [row["id"] for row in two.rows] != []
                assert one.facets == two.facets


def test_what_people_said_comes_in_too_and_goes_on(library: Library, tmp_path: Path) -> None:
    with open_library(tmp_path / "first.db") as first:
        list(add(first, [made(ENGLISH, "b"), made(ARABIC, "a")], built_in_record()))
        decided(first)
        told = [json.dumps(each, ensure_ascii=False).encode() for each in exported(first)]
    assert imported(library, told) == 2
    assert [json.dumps(each, ensure_ascii=False).encode() for each in exported(library)] == told
    with library.reading() as connection:
        assert search_statements(connection, Question(speaker="Jane Doe")).total == 1
        assert [each.text for each in notes_of(connection, ["a"])] == ["ملاحظة"]
        assert [each.reports for each in stories(connection)] == [("a", "b")]
    review(library, Review("b", "statement", "withdraw", "R. Haddad", "it was not", **SAID))
    note(library, "b", "one more", by="R. Haddad")
    review(library, Review("a", "story", "reject", "R. Haddad", "two happenings", other="b"))
    settle(library)
    with library.reading() as connection:
        assert [each.reports for each in stories(connection)] == [("a",), ("b",)]
        assert search_statements(connection, Question(speaker="Jane Doe")).total == 0
    assert verify(library).intact


def test_reports_stand_first_as_a_person_reads_them(lines: list[bytes]) -> None:
    report = json.loads(lines[1])
    assert list(report)[:6] == ["id", "text", "title", "outlet", "url", "published"]
    assert [len(report[name]) for name in ("captures", "readings")] == [2, 2]


def test_the_library_goes_on_after_coming_in(lines: list[bytes], tmp_path: Path) -> None:
    with open_library(tmp_path / "other.db") as other:
        imported(other, lines)
        list(add(other, [made("Another text altogether.\n", "d")], built_in_record()))
        assert verify(other).intact
        with pytest.raises(LibraryError, match="goes into a new one"):
            imported(other, lines)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda lines: lines[1:], "first line"),
        (lambda lines: [], "first line"),
        (lambda lines: lines[:-1], "not whole"),
        (lambda lines: [lines[0], *lines[2:]], "not whole"),
        (lambda lines: [line.replace(b"sanctions", b"pleasures") for line in lines], "not whole"),
        (lambda lines: [lines[0], b"[]"], "line 2 is no JSON object"),
        (lambda lines: [lines[0], b'{"id": "x"}'], "not as it was exported"),
    ],
)
def test_what_is_not_whole_leaves_nothing(lines: list[bytes], tmp_path: Path, spoil: object, said: str) -> None:
    with open_library(tmp_path / "other.db") as other:
        with pytest.raises(LibraryError, match=said):
            imported(other, spoil(lines))  # type: ignore[operator]
        with other.reading() as connection:
            assert count(connection) == 0

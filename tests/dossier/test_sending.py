"""A library given to what writes it: all of it, or what a search finds; out and in again the same with everything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mahdar.commands.output import json_text
from mahdar.dossier.kept import kept
from mahdar.dossier.sending import send
from mahdar.export.bibtex import bibliography
from mahdar.export.csv_tables import csv_tables
from mahdar.export.follow_the_money import follow_the_money
from mahdar.export.kept import Kept
from mahdar.library.kept_stories import settle, stories
from mahdar.library.opened import Library, LibraryError, open_library
from mahdar.library.rereading import reread
from mahdar.library.reviewing import note, review
from mahdar.library.reviews import Review
from mahdar.library.searching import Question
from mahdar.library.transfer import exported, imported
from mahdar.library.verifying import verify
from mahdar.record.access import Record
from tests.kept import REPORTS


class Ids:
    """Remembers what it was given."""

    def __init__(self) -> None:
        self.taken: list[Kept] = []

    def take(self, one: Kept) -> None:
        self.taken.append(one)

    @property
    def ids(self) -> list[str]:
        return [one.report.id for one in self.taken]


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        (Question(), list(REPORTS)),
        (Question(state="SDN"), ["sudan-1", "sudan-2"]),
        (Question(words="العقوبات"), ["sudan-2"]),
        (Question(verdict="refuted"), ["sudan-2"]),
        (Question(act="threaten"), ["korea"]),
        (Question(outlet="herald"), ["sudan-1"]),
        (Question(first="2024-01-01"), ["formula"]),
        (Question(words="nowhere"), []),
    ],
)
def test_the_filters_are_those_of_search(library: Library, question: Question, ids: list[str]) -> None:
    sinks, steps = [Ids(), Ids()], []
    count = send(library, sinks, question, lambda total: lambda: steps.append(total))
    assert [sink.ids for sink in sinks] == [ids, ids]
    assert (count, steps) == (len(ids), [len(ids)] * len(ids))


def test_what_is_kept_comes_with_its_address(library: Library) -> None:
    sink = Ids()
    send(library, [sink])
    told = {one.report.id: one.report for one in sink.taken}
    assert told["korea"].url == "https://wire.example/korea?a=1"
    assert (told["sudan-2"].address, told["sudan-2"].url) == ("in/sudan-2.txt", None)
    assert [one.text for one in sink.taken] == [text for text, *_ in REPORTS.values()]
    assert all(one.report.read_at and one.report.captured_at for one in sink.taken)


def decide(library: Library) -> None:
    """Reviews of each kind, and a note."""
    text = REPORTS["korea"][0]
    said = text.index("the United States"), text.index(". North")
    review(library, Review("korea", "statement", "confirm", "Amal", start=said[0], end=said[1]))
    with library.reading() as connection:
        (claim,) = (
            each
            for one in kept(connection)
            for each in one.reading.claims
            if one.report.id == "sudan-2" and each.kind == "council.size"
        )
    label = {"verdict": "conflicting"}
    wrong = Review("sudan-2", "verdict", "correct", "Badr", "seen", claim.start, claim.end, claim.kind, None, label)
    review(library, wrong)
    review(library, Review("sudan-2", "story", "confirm", "Amal", other="sudan-1"))
    note(library, "korea", "ask the mission", by="Badr")


def test_corrections_go_out_with_who_made_them(library: Library) -> None:
    settle(library)
    decide(library)
    sink = Ids()
    send(library, [sink])
    told = {one.report.id: one for one in sink.taken}
    assert [claim.verdict for claim in told["sudan-2"].reading.claims] == ["conflicting"]
    assert list(told["sudan-2"].decided.values()) == [("Badr",)]
    assert list(told["korea"].decided.values()) == [("Amal",)]
    assert told["sudan-1"].decided == {}


def test_a_whole_library_out_and_in_again(library: Library, record: Record, tmp_path: Path) -> None:
    """With everything in it: several readings, reviews, notes, stories; every form of it the same, byte for byte."""
    settle(library)
    decide(library)
    list(reread(library, record, ids=["korea"]))
    lines = [json_text(each).encode() for each in exported(library)]
    with open_library(tmp_path / "other.db") as other:
        assert imported(other, lines) == len(REPORTS)
        assert [json_text(each).encode() for each in exported(other)] == lines
        assert verify(other).intact
        assert [_written(each, tmp_path / name) for each, name in ((library, "a"), (other, "b"))].count(
            _written(library, tmp_path / "c")
        ) == 2
        with library.reading() as here, other.reading() as there:
            assert list(stories(here)) == list(stories(there)) != []
            assert list(kept(here)) == list(kept(there))


def _written(library: Library, place: Path) -> dict[str, bytes]:
    """Every form that does not hold the time of writing."""
    place.mkdir()
    forms = csv_tables(place / "csv"), follow_the_money(place / "ftm"), bibliography(place / "bib")
    with forms[0] as tables, forms[1] as entities, forms[2] as cited:
        send(library, [tables, entities, cited])
    return {str(path.relative_to(place)): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def test_a_reading_of_another_version_is_told(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def other(told: dict[str, object]) -> Kept:
        raise KeyError("a field that this version lacks")

    monkeypatch.setattr("mahdar.dossier.kept.restored", other)
    with pytest.raises(LibraryError, match="another version"):
        send(library, [Ids()])


def test_json_lines_are_json(library: Library) -> None:
    assert all(json.loads(json_text(each)) for each in exported(library))

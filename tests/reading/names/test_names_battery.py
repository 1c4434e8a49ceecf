"""Many short phrases of both languages: for whom the names in them speak, and for whom they never do."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from mahdar.reading.passage import Passage

Read = Callable[[str], Passage]
_TABLE = Path(__file__).with_name("names_battery.csv")
_FEWEST = 200  # phrases


def _rows() -> list[dict[str, str]]:
    lines = _TABLE.read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def _heads(passage: Passage) -> list[tuple[str, str]]:
    """The id and principal of each name that can speak by itself."""
    return [(n.entity, passage.principal(n.entity)) for n in passage.named if n.head]


@pytest.mark.parametrize("row", [row for row in _rows() if row["speaks"]], ids=lambda row: row["text"])
def test_the_names_of_a_phrase_speak_for_whom_they_should(read: Read, row: dict[str, str]) -> None:
    assert set(row["speaks"].split()) <= {principal for _, principal in _heads(read(row["text"]))}


@pytest.mark.parametrize("row", [row for row in _rows() if row["never"]], ids=lambda row: row["text"])
def test_no_name_of_a_phrase_speaks_for_whom_it_never_should(read: Read, row: dict[str, str]) -> None:
    assert [pair for pair in _heads(read(row["text"])) if any(key.startswith(row["never"]) for key in pair)] == []


def test_the_battery_is_large_and_has_both_languages_and_no_phrase_twice() -> None:
    texts = [row["text"] for row in _rows()]
    arabic = sum(any("ء" <= ch <= "ي" for ch in text) for text in texts)
    assert len(texts) == len(set(texts)) >= _FEWEST
    assert arabic >= _FEWEST / 2 <= len(texts) - arabic


def test_every_row_says_what_is_expected() -> None:
    assert all(bool(row["speaks"]) != bool(row["never"]) for row in _rows())

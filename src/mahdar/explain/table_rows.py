"""Which row of which table a word comes from: an index of every cell of the tables of language and reading."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from mahdar.language.folding import fold_word
from mahdar.tables import values

# The rooms whose tables tell how reports speak; those of the record tell what happened.
_ROOMS = ("language", "reading", "checking", "mechanisms")
_QUOTED = re.compile(r'"([^"]*)"')
_FEW = 3
_KEY = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class TableRow:
    """Line ``line`` (from 1) of ``table``, a path inside the package, and the words as they stand there."""

    table: str
    line: int
    text: str

    @property
    def name(self) -> str:
        return self.table.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class _Row:
    row: TableRow
    cells: frozenset[str]


def find(phrase: str, hints: Iterable[str], tables: tuple[str, ...]) -> list[TableRow]:
    """The rows behind a word, in tables whose names begin so: those that hold most of ``phrase`` (folded) and hints.

    A form that is made from a row (``قالت`` from ``قال``) stands in no cell; its row holds the hints. Where hints alone
    speak for more than a few rows, they say nothing.
    """
    wanted = frozenset(fold_word(hint) for hint in hints)
    rows = {
        row.row: len(row.cells & wanted) + (phrase in row.cells)
        for word in (phrase, *wanted)
        for row in _index().get(word, ())
        if row.row.name.startswith(tables)
    }
    most = max(rows.values(), default=0)
    best = [row for row, count in rows.items() if count == most]
    exact = [row for row in best if phrase in _cells(row)]
    return exact or (best if len(best) <= _FEW else [])


def _cells(row: TableRow) -> frozenset[str]:
    return _cells_of()[row]


@cache
def _cells_of() -> dict[TableRow, frozenset[str]]:
    return {row.row: row.cells for rows in _index().values() for row in rows}


@cache
def _index() -> dict[str, list[_Row]]:
    index: dict[str, list[_Row]] = {}
    for room in _ROOMS:
        for row in _room(files("mahdar") / room, room):
            for cell in row.cells:
                index.setdefault(cell, []).append(row)
    return index


def _room(folder: Traversable, path: str) -> Iterator[_Row]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        below = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _room(entry, below)
        elif "/tables/" in below and below.endswith((".csv", ".toml")):
            yield from _table(entry.read_text("utf-8"), below)


def _table(text: str, table: str) -> Iterator[_Row]:
    """One row for each line that is no comment; tables have no cells over several lines."""
    words = _toml_words if table.endswith(".toml") else _csv_words
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            cells = frozenset(fold_word(word) for word in words(line) if word)
            yield _Row(TableRow(table, number, line.strip()), cells)


def _csv_words(line: str) -> Iterator[str]:
    for cell in next(csv.reader([line])):
        yield from values(cell)


def _toml_words(line: str) -> Iterator[str]:
    yield from _QUOTED.findall(line)
    key = _KEY.match(line)
    if key:
        yield key.group()

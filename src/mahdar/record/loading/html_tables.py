"""Tables in HTML as rows of cells, streaming: cells that span rows are given to each of them, as a reader sees them."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from mahdar.record.loading.publication import Head, LoadError

_CHUNK = 1 << 16
_MOST_BYTES = 32 << 20
_MOST_ELEMENTS = 1_000_000
_MOST_DEPTH = 200
_MOST_CELLS = 100  # of a row, in columns
_MOST_CELL = 100_000  # characters
_MOST_SPAN = 1_000  # rows or columns
_MARKS = "\ufeff\u00ef\u00bb\u00bf \t\r\n"
_BREAKS = {"br", "p", "div", "li"}


@dataclass(frozen=True)
class Cell:
    """`text` in lines as the page breaks them, single blanks within; `links` are (words, address).

    `head` says that it is a `<th>`, `spanned` that it began in a row above.
    """

    text: str
    links: tuple[tuple[str, str], ...] = ()
    head: bool = False
    rowspan: int = 1
    colspan: int = 1
    spanned: bool = False

    @property
    def line(self) -> str:
        """The text in one line."""
        return " ".join(self.text.split())


@dataclass(frozen=True)
class TableRow:
    """`number` counts the rows with cells from 1; `implied` says that the page has cells, but no `<tr>` before them."""

    number: int
    cells: tuple[Cell, ...]
    implied: bool = False

    @property
    def place(self) -> str:
        return f"row {self.number}"

    @property
    def heading(self) -> bool:
        """Whether the row names columns: nothing but `<th>`."""
        return all(cell.head for cell in self.cells)


def is_page(head: Head) -> bool:
    """Whether a file begins as a page with a table does; some pages have a byte order mark that was encoded twice."""
    return head.text.lstrip(_MARKS).startswith("<") and "<table" in head.text.casefold()


def table_rows(path: Path, *, named: str = "", without: Collection[str] = ()) -> Iterator[TableRow]:
    """The rows with cells of all tables of a page, in order; of a table within a cell, the text alone.

    `named`: only of tables whose `id` ends so, wherever they stand. `without`: elements whose text is left out.
    Raises LoadError on a page that is not UTF-8, that ends within a table, or that is larger, wider, deeper or
    longer than any that is published.
    """
    from lxml import etree

    if path.stat().st_size > _MOST_BYTES:
        raise LoadError(f"is larger than {_MOST_BYTES >> 20} MB, which no such page is")
    target = _Target(named, frozenset(without))
    parser = etree.HTMLParser(target=target)
    for text in _texts(path):
        parser.feed(text)
        yield from target.taken()
    if target.tables:  # lxml closes what is open when the parser is closed, so this is the moment to ask
        raise LoadError(f"is cut short: its table is not closed at the end, after row {target.number}")
    try:
        parser.close()
    except etree.LxmlError as error:
        raise LoadError(f"is no page in HTML: {error}") from error


def _texts(path: Path) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    with path.open("rb") as stream:
        while True:
            at = stream.tell()
            chunk = stream.read(_CHUNK)
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                raise LoadError(f"is not UTF-8 behind byte {at:,}: {error.reason}") from error
            if "\0" in text:
                raise LoadError(f"is no text behind byte {at:,}: it holds zeros")
            if text:
                yield text
            if not chunk:
                return


@dataclass
class _Open:
    """A cell that is being read."""

    head: bool
    rowspan: int
    colspan: int
    parts: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    size: int = 0

    def add(self, text: str) -> None:
        self.size += len(text)
        if self.size > _MOST_CELL:
            raise LoadError(f"a cell is longer than {_MOST_CELL:,} characters")
        self.parts.append(text)

    def cell(self) -> Cell:
        lines = (" ".join(line.split()) for line in "".join(self.parts).split("\n"))
        text = "\n".join(line for line in lines if line)
        return Cell(text, tuple(self.links), self.head, self.rowspan, self.colspan)


class _Target:
    """What lxml's parser tells of a page, gathered into rows. `tables` are those that are open, within one another."""

    def __init__(self, named: str = "", without: frozenset[str] = frozenset()) -> None:
        self._named, self._without = named, without
        self._hidden = 0  # elements that are left out, open within one another
        self.number = self.tables = 0
        self._done: list[TableRow] = []
        self._row: list[Cell] | None = None
        self._implied = False
        self._cell: _Open | None = None
        self._address: str | None = None
        self._words: list[str] = []
        self._below: dict[int, tuple[int, Cell]] = {}  # column -> rows that its cell still spans
        self._columns = self._width = 0  # of the last row of headings, of the row so far
        self._elements = self._depth = 0

    def taken(self) -> list[TableRow]:
        """The rows since the last time."""
        rows, self._done = self._done, []
        return rows

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > _MOST_ELEMENTS or self._depth > _MOST_DEPTH:
            raise LoadError(f"has elements without end or without bottom, after row {self.number}")
        self._hidden += tag in self._without
        if tag == "table":
            self.tables += bool(self.tables) or attributes.get("id", "").endswith(self._named)
        elif self.tables == 1 and tag == "tr":
            self._end_row()
            self._row, self._implied = [], False
        elif self.tables == 1 and tag in ("td", "th"):
            self._start_cell(tag, attributes)
        elif tag in _BREAKS:
            self._add("\n")
        elif tag == "a":
            self._address, self._words = attributes.get("href", ""), []

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._hidden -= tag in self._without
        if tag == "a":
            self._end_link()
        elif self.tables == 1 and tag in ("td", "th"):
            self._end_cell()
        elif self.tables == 1 and tag in ("tr", "table"):
            self._end_row()
        if tag == "table" and self.tables:
            self.tables -= 1
            if not self.tables:
                self._below.clear()

    def data(self, text: str) -> None:
        if self._hidden > 0:
            return
        plain = re.sub(r"\s+", " ", text)
        self._add(plain)
        if self._address is not None and self._cell:
            self._words.append(plain)

    def close(self) -> None:
        """At the end nothing is left."""

    def _add(self, text: str) -> None:
        if self._cell:
            self._cell.add(text)

    def _start_cell(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._end_cell()
        if self._row is None or (self._implied and self._columns and len(self._row) >= self._columns):
            self._end_row()
            self._row, self._implied = [], True
        self._cell = _Open(tag == "th", _span(attributes.get("rowspan")), _span(attributes.get("colspan")))

    def _end_link(self) -> None:
        if self._cell and self._address:
            self._cell.links.append((" ".join("".join(self._words).split()), self._address))
        self._address = None

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        self._end_link()
        self._row.append(self._cell.cell())
        self._width += self._cell.colspan
        self._cell = None
        if self._width > _MOST_CELLS:
            raise LoadError(f"row {self.number + 1} has more than {_MOST_CELLS} cells")

    def _end_row(self) -> None:
        self._end_cell()
        row, self._row, self._width = self._row, None, 0
        if not row:
            return
        self.number += 1
        found = TableRow(self.number, tuple(self._laid(row)), self._implied)
        if found.heading and len(found.cells) > 1:
            self._columns = len(found.cells)
        self._done.append(found)

    def _laid(self, row: list[Cell]) -> Iterator[Cell]:
        """The row's cells in their columns, between those that span from above."""
        column = 0
        for cell in row:
            while column in self._below:
                yield self._from_above(column)
                column += 1
            for _ in range(cell.colspan):
                if cell.rowspan > 1:
                    self._below[column] = (cell.rowspan - 1, replace(cell, spanned=True))
                yield cell
                column += 1
        while column in self._below:
            yield self._from_above(column)
            column += 1

    def _from_above(self, column: int) -> Cell:
        rows, cell = self._below.pop(column)
        if rows > 1:
            self._below[column] = (rows - 1, cell)
        return cell


def _span(told: str | None) -> int:
    number = int(told) if told and re.fullmatch(r"\d{1,4}", told.strip()) else 1
    return min(max(number, 1), _MOST_SPAN)

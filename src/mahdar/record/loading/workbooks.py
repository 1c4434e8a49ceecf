"""Workbooks (.xlsx) as rows of cells, streaming, after a look at whether they are what they say.

A workbook is a zip of XML. Before openpyxl reads it (through defusedxml, so that no entity is expanded), the directory
of the zip is checked against bombs, and the sheet and its texts are run through once for what would fill the memory:
a row without end, rows out of order, entities.
"""

from __future__ import annotations

import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from xml.parsers import expat

from mahdar.record.loading.publication import Head, LoadError

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_START = 1 << 16
_MOST_TOTAL = 512 << 20
_MOST_PART = 64 << 20  # of a sheet or the texts; 30,000 votes are 16 MB
_MOST_OTHER = 8 << 20  # parts that openpyxl reads whole: styles, relations
_MOST_PARTS = 1_000
_MOST_RATIO = 200
_LARGE = 1 << 20  # below this a part may shrink as it likes
_MOST_ROW = 20_000  # elements
_MOST_TEXTS = 2_000_000  # elements
_MOST_ROWS = 1_048_576
_MOST_COLUMNS = 200
_MOST_DEPTH = 64
_SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml")
_DAMAGED = (zipfile.BadZipFile, EOFError, zlib.error, struct.error)
_TEXTS = "xl/sharedStrings.xml"


def workbook_start(head: Head) -> str:
    """The first texts of a workbook, among them the names of its columns; empty if the file is no workbook.

    Raises LoadError on a workbook that is cut short.
    """
    if not head.start.startswith(b"PK\x03\x04") or b"xl/" not in head.start:
        return ""
    with _opened(head.path) as book:
        parts = [name for name in book.namelist() if name == _TEXTS or _SHEETS.fullmatch(name)]
        return " ".join(_beginning(book, name) for name in sorted(parts)[:3])


def workbook_rows(path: Path, *columns: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """(place, cells by name of column) for each row of the first sheet whose first row names all `columns`.

    Empty cells are `None`, empty rows are given too; columns beyond the named ones come under their own names.
    Raises LoadError on what is no such workbook, is damaged, or is larger, wider or deeper than any publication.
    """
    with _opened(path) as book:
        _check(book)
    with _read(path) as workbook:
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_col=_MOST_COLUMNS, max_row=_MOST_ROWS, values_only=True)
            names = _names(next(rows, ()))
            if set(columns) <= set(names):
                yield from ((f"row {number}", _cells(names, row)) for number, row in enumerate(rows, 2))
                return
    raise LoadError(f"has no sheet with the columns {', '.join(columns)}")


def plain(value: object) -> str | None:
    """A cell as text with single blanks, days in ISO form; `None` where there is nothing."""
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return " ".join(str(value).split()) or None if value is not None else None


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as book:
            yield book
    except (*_DAMAGED, NotImplementedError, OSError, RuntimeError, expat.ExpatError) as error:
        raise LoadError(f"is a damaged workbook: {error}") from error


def _beginning(book: zipfile.ZipFile, name: str) -> str:
    with book.open(name) as stream:
        return stream.read(_START).decode("utf-8", "ignore")


def _check(book: zipfile.ZipFile) -> None:
    """Raises LoadError on a bomb, by what the directory says and, for what openpyxl streams, by what is there."""
    parts = book.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_TOTAL:
        raise LoadError(f"unpacks to more than {_MOST_PARTS} parts or {_MOST_TOTAL >> 20} MB")
    for part in parts:
        streamed = part.filename == _TEXTS or _SHEETS.fullmatch(part.filename) is not None
        if part.file_size > (_MOST_PART if streamed else _MOST_OTHER):
            raise LoadError(f"its part {part.filename} unpacks to {part.file_size >> 20} MB, more than any publication")
        if part.file_size > _LARGE and part.file_size > _MOST_RATIO * max(part.compress_size, 1):
            raise LoadError(f"its part {part.filename} unpacks to {_MOST_RATIO} times its size: a bomb, no publication")
        if streamed:
            with book.open(part) as stream:
                _Scan(part.filename).run(stream)


class _Scan:
    """One pass through a part that openpyxl streams."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._most = _MOST_TEXTS if name == _TEXTS else _MOST_ROW
        self._elements = self._depth = self._row = 0

    def run(self, stream: IO[bytes]) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.EntityDeclHandler = self._entity
        parser.ParseFile(stream)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if name == "row" or name.endswith(":row"):
            self._elements = 0
            self._next_row(attributes.get("r"))
        if self._elements > self._most or self._depth > _MOST_DEPTH:
            raise LoadError(f"its part {self._name} has elements without end or bottom, after row {self._row}")

    def _next_row(self, told: str | None) -> None:
        number = int(told) if told and re.fullmatch(r"\d{1,7}", told) else self._row + 1 if told is None else 0
        if not self._row < number <= _MOST_ROWS:
            raise LoadError(f"its part {self._name} has row {str(told)[:20]} after row {self._row}")
        self._row = number

    def _end(self, name: str) -> None:
        self._depth -= 1

    def _entity(self, *told: object) -> None:
        raise LoadError(f"its part {self._name} declares an entity, which no publication does")


@contextmanager
def _read(path: Path) -> Iterator[Workbook]:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    # What openpyxl raises on parts that are missing or are not what they should be.
    wrong = (*_DAMAGED, InvalidFileException, LookupError, TypeError, ValueError, AttributeError)
    book: Any = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # on styles and extensions, which do not matter here
            book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        yield book
    except LoadError:
        raise
    except (*wrong, SyntaxError, ArithmeticError) as error:  # SyntaxError is lxml's and ElementTree's parse error
        raise LoadError(f"is no whole workbook: {error}") from error
    finally:
        if book is not None:
            book.close()


def _names(row: tuple[object, ...]) -> list[str]:
    names = [plain(cell) or "" for cell in row]
    while names and not names[-1]:
        names.pop()
    return names


def _cells(names: list[str], row: tuple[object, ...]) -> dict[str, object]:
    beyond = [cell for cell in row[len(names) :] if cell is not None]
    if beyond:
        raise LoadError(f"a row has cells beyond the columns that are named: {str(beyond[0])[:80]}")
    return dict(zip(names, row, strict=False))

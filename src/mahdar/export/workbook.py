"""A workbook (Excel): a sheet for each table, from right to left in Arabic; days and numbers typed, texts texts.

A sheet holds 1,048,576 rows and a cell 32,767 characters: what is more goes on in a further sheet, and a text that is
longer is cut and ends in an ellipsis. Days before 1900, which Excel does not have, stay text.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from mahdar.characters import harmless
from mahdar.export.cells import is_formula, joined
from mahdar.export.kept import Kept
from mahdar.export.rows import TABLES, Kind, Row, Source, Table, Value
from mahdar.export.whole import whole_file
from mahdar.tables import read_toml

MOST_ROWS = 1_048_576
_MOST_CHARACTERS = 32_767
_FIRST_YEAR = 1900
_FORMATS = {"day": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm:ss"}
_WIDTHS = {
    "text": 30, "list": 24, "integer": 10, "number": 14, "boolean": 10, "edtf": 22, "day": 12, "moment": 20, "json": 30,
}  # fmt: skip
_TEXT_WIDTH = 70  # of the words of a report


class _Sheet:
    """A table's sheet, and those on which it goes on. Rows leave memory as they come."""

    def __init__(self, book: Any, table: Table, words: dict[str, dict[str, str]], right_to_left: bool) -> None:
        self._book, self._table, self._words, self._right_to_left = book, table, words, right_to_left
        self._parts = 0
        self._begin()

    def _begin(self) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font
        from openpyxl.utils import get_column_letter

        self._parts += 1
        number = f" {self._parts}" if self._parts > 1 else ""
        sheet = self._book.create_sheet(self._words["sheet"][self._table.name] + number)
        sheet.sheet_view.rightToLeft = self._right_to_left
        sheet.freeze_panes = "A2"
        names = [self._words["column"][name] for name, _ in self._table.columns]
        for k, (name, kind) in enumerate(self._table.columns, 1):
            width = _TEXT_WIDTH if name == "text" else _WIDTHS[kind]
            sheet.column_dimensions[get_column_letter(k)].width = width
        cells = [WriteOnlyCell(sheet, value=name) for name in names]
        for each in cells:
            each.font = Font(bold=True)
        sheet.append(cells)
        self._sheet, self._rows = sheet, 1

    def add(self, row: Row) -> None:
        if self._rows == MOST_ROWS:
            self._begin()
        kinds = (kind for _, kind in self._table.columns)
        self._sheet.append([self._cell(kind, value) for kind, value in zip(kinds, row, strict=True)])
        self._rows += 1

    def _cell(self, kind: Kind, value: Value) -> Any:
        """A number, a day or a moment by itself; text as a cell that is text, whatever it begins with."""
        found = typed(kind, value)
        if not isinstance(found, str | date):
            return found
        from openpyxl.cell import WriteOnlyCell

        made: Any = WriteOnlyCell(self._sheet)
        made.value = found
        if isinstance(found, str):
            made.data_type = "s"
            if is_formula(found):
                made.quotePrefix = True
        else:
            made.number_format = _FORMATS[kind]
        return made


def typed(kind: Kind, value: Value) -> str | int | float | bool | date | None:
    """A value as a sheet has it."""
    if isinstance(value, list):
        return _text(joined(value))
    if kind in _FORMATS and isinstance(value, str) and int(value[:4]) >= _FIRST_YEAR:
        return date.fromisoformat(value) if kind == "day" else datetime.fromisoformat(value).replace(tzinfo=None)
    return _text(value) if isinstance(value, str) else value


def _text(text: str) -> str | None:
    """Text without control characters, none for the empty one."""
    shown = harmless(text)
    return (shown if len(shown) <= _MOST_CHARACTERS else shown[: _MOST_CHARACTERS - 1] + "…") or None


class Workbook:
    """A Sink of the open sheets, in the order of TABLES."""

    def __init__(self, sheets: list[_Sheet]) -> None:
        self._sheets = sheets

    def take(self, kept: Kept) -> None:
        source = Source(kept)
        for table, sheet in zip(TABLES, self._sheets, strict=True):
            for row in table.rows(source):
                sheet.add(row)


def _leave(sheet: Any) -> None:
    """Close a sheet that is not wanted, and take away the file in which its rows waited."""
    if not sheet.closed:
        sheet.close()
    with suppress(FileNotFoundError):  # it went with what was saved already
        sheet._writer.cleanup()


@contextmanager
def workbook(path: Path, language: str = "en") -> Iterator[Workbook]:
    """Write one workbook, all or nothing; `language` (ar, en) is that of the headings. Raises OSError."""
    from openpyxl import Workbook as Book

    words = read_toml("mahdar.export", "columns.toml")[language]
    book = Book(write_only=True)
    with whole_file(path) as place:
        try:
            yield Workbook([_Sheet(book, table, words, language == "ar") for table in TABLES])
            book.save(place)
        except BaseException:
            for sheet in book.worksheets:
                _leave(sheet)
            raise

"""CSV read strictly: every line has as many cells as the header, every quoted cell ends, and so does the last line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from mahdar.record.loading.publication import Head, LoadError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST_LINE = 1 << 20
_BUFFER = 16 << 20  # half of what DuckDB takes: a fifth faster on files of some hundred megabytes
_AT_LINE = re.compile(r"CSV Error on Line: (\d+)")
# What DuckDB says of a line, and how we say it.
_SAID = (
    (re.compile(r"Expected Number of Columns: (\d+) Found: (\d+)"), "has {1} cells, the header has {0}"),
    (re.compile(r"unterminated quote"), "has a quoted cell that does not end as it should"),
    (re.compile(r"Invalid unicode"), "is not utf-8"),
    (re.compile(r"Maximum line size"), "is too long"),
)


def columns_of(path: Path, *needed: str) -> tuple[str, ...]:
    """The columns of the header. Raises LoadError where one stands twice or one that is needed is not there."""
    columns = Head.of(path).columns
    twice = sorted({name for name in columns if columns.count(name) > 1})
    if twice or not columns:
        raise LoadError(f"its header has the column {twice[0]!r} twice" if twice else "it has no header")
    missing = sorted(set(needed) - set(columns))
    if missing:
        raise LoadError(f"its header has no column {missing[0]}")
    return columns


def strict_lines(path: Path, encoding: str = "utf-8-sig") -> Iterator[tuple[str, dict[str, str]]]:
    """(place, line) for each line after the header, streaming; blank lines are passed over.

    Raises LoadError, with the line, where one has more or fewer cells than the header or is cut short.
    """
    csv.field_size_limit(_MOST_LINE)
    with path.open("rb") as stream:
        reader = csv.reader(_whole(stream, encoding), strict=True)
        try:
            header = [name.strip() for name in next(reader, [])]
            for cells in filter(None, reader):
                if len(cells) != len(header):
                    raise LoadError(f"line {reader.line_num} has {len(cells)} cells, the header has {len(header)}")
                yield f"line {reader.line_num}", dict(zip(header, cells, strict=True))
        except csv.Error as error:
            raise LoadError(f"line {reader.line_num}: {error}") from error


def _whole(stream: BinaryIO, encoding: str) -> Iterator[str]:
    """Lines, none without end. Raises LoadError."""
    for number, line in enumerate(iter(lambda: stream.readline(_MOST_LINE), b""), 1):
        if not line.endswith(b"\n"):
            endless = len(line) >= _MOST_LINE
            raise LoadError(f"line {number} {'is too long' if endless else 'does not end: the file was cut short'}")
        try:
            yield line.decode(encoding)
        except UnicodeDecodeError:
            raise LoadError(f"line {number} is not {encoding.removesuffix('-sig')}") from None


def scan(path: Path, columns: Sequence[str]) -> str:
    """SQL of a strict `read_csv` in which every column is text; for `execute`."""
    listed = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in columns)
    name = re.sub(r"[*?\[]", r"[\g<0>]", str(path))  # DuckDB would look for files of such a pattern
    return (
        f"read_csv({literal(name)}, columns = {{{listed}}}, auto_detect = false, header = true, delim = ',', "
        "quote = '\"', escape = '\"', compression = 'none', strict_mode = true, null_padding = false, "
        f"ignore_errors = false, max_line_size = {_MOST_LINE}, buffer_size = {_BUFFER})"
    )


def execute(connection: DuckDBPyConnection, query: str) -> None:
    """Execute a query over `scan`. Raises LoadError with the line where the file is no CSV as its header has it."""
    import duckdb

    try:
        connection.execute(query)
    except duckdb.InvalidInputException as error:
        hit = _AT_LINE.search(str(error))
        if hit is None:
            raise
        raise LoadError(f"line {hit[1]} {_said(str(error))}") from error


def _said(message: str) -> str:
    found = ((pattern.search(message), words) for pattern, words in _SAID)
    return next((words.format(*hit.groups()) for hit, words in found if hit), "is not as the header has it")


def ends_whole(path: Path) -> bool:
    """Whether the last line has its end."""
    with path.open("rb") as stream:
        stream.seek(-1, io.SEEK_END)
        return stream.read(1) == b"\n"


def literal(text: str | None) -> str:
    """A value as it stands in SQL."""
    return "NULL" if text is None else "'" + text.replace("'", "''") + "'"

"""CSV files in which every line must have every cell, so that a file that was cut short is noticed."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from mahdar.record.loading.publication import LoadError
from mahdar.record.loading.sink import Sink

_MOST_LINE = 1 << 20
_MOST_COLUMNS = 2_000


def whole_lines(
    path: Path, columns: Sequence[str], sink: Sink, delimiter: str = ","
) -> Iterator[tuple[str, dict[str, str]]]:
    """(place, cells by name of column) for each line, streaming; lines that begin with `#` are comments.

    Raises LoadError where the header lacks one of `columns`, a line has more or less cells than the header, bytes are
    not UTF-8, or a line has no end. Columns beyond those named are remarked as lost.
    """
    csv.field_size_limit(_MOST_LINE)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(_bounded(stream, sink), delimiter=delimiter, strict=True)
        try:
            header = _header(next(reader, []), columns, sink)
            for cells in reader:
                if len(cells) != len(header):
                    raise LoadError(f"line {reader.line_num} has {len(cells)} cells where the header has {len(header)}")
                yield f"line {reader.line_num}", dict(zip(header, cells, strict=True))
        except UnicodeDecodeError as error:
            raise LoadError(f"line {reader.line_num + 1} is not UTF-8: {error.reason}") from error
        except csv.Error as error:
            raise LoadError(f"line {reader.line_num + 1}: {error}") from error


def _header(names: Sequence[str], columns: Sequence[str], sink: Sink) -> list[str]:
    found = [name.strip() for name in names]
    missing = [name for name in columns if name not in found]
    if missing or len(found) > _MOST_COLUMNS:
        raise LoadError(f"is no table with the columns {', '.join(columns)}")
    for name in found:
        if name not in columns:
            sink.remark("lost", "a column that this publication did not have so far", value=name)
    return found


def _bounded(stream: TextIO, sink: Sink) -> Iterator[str]:
    """Lines, none without end, without comments. Raises LoadError."""
    while line := stream.readline(_MOST_LINE):
        if len(line) >= _MOST_LINE:
            raise LoadError(f"a line is longer than {_MOST_LINE:,} characters")
        if not line.endswith(("\n", "\r")):
            sink.remark("odd", "the last line has no end: it may be cut short", value=line)
        if line.strip() and not line.startswith("#"):
            yield line

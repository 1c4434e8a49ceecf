"""Cells of publications as values; `None` where a cell holds nothing of the kind, for the loader to say."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from mahdar.record.loading.publication import LoadError

_MOST_CELL = 1 << 20
# Sessions of the Universal Periodic Review with which its cycles end (A/HRC/DEC/17/119): 12, 26, 40.
_CYCLE_ENDS = (12, 26, 40)


def integer(text: str | None) -> int | None:
    """`15`, `15.0` or `1,234` as a number."""
    bare = (text or "").strip().replace(",", "")
    return int(bare.split(".")[0]) if re.fullmatch(r"-?\d{1,9}(\.0*)?", bare) else None


def day(text: str | None, *forms: str) -> date | None:
    """A day in ISO form, or in one of the forms of `strptime`."""
    bare = (text or "").strip()
    for form in ("%Y-%m-%d", *forms):
        try:
            return datetime.strptime(bare, form).date()
        except ValueError:
            continue
    return None


def words(text: str | None) -> str | None:
    """Text with single blanks, `None` where there is none."""
    return " ".join((text or "").split()) or None


def cycle_of_session(session: int) -> int:
    """The cycle of the Universal Periodic Review to which a session of its Working Group belongs."""
    return 1 + sum(session > end for end in _CYCLE_ENDS)


def csv_lines(
    path: Path, encoding: str = "utf-8-sig", *, needed: Sequence[str] = (), delimiter: str = ","
) -> Iterator[tuple[str, dict[str, str]]]:
    """(place, line) for each line of a CSV file, comments left out, streaming; missing cells are `""`.

    Raises LoadError where a needed column is missing, on bytes that are not of the encoding, lines longer than the
    header, and fields without end.
    """
    csv.field_size_limit(_MOST_CELL)
    with path.open(encoding=encoding, newline="") as stream:
        lines = (line for line in _bounded(stream) if not line.startswith("#"))
        reader = csv.DictReader(lines, delimiter=delimiter, restval="", restkey="")
        try:
            missing = [name for name in needed if name not in (reader.fieldnames or ())]
            if missing:
                raise LoadError(f"its header has no column {missing[0]}")
            for line in reader:
                if "" in line and isinstance(line[""], list):
                    raise LoadError(f"line {reader.line_num} has more cells than the header")
                yield f"line {reader.line_num}", {k: v or "" for k, v in line.items() if k is not None}
        except UnicodeDecodeError as error:
            raise LoadError(f"line {reader.line_num + 1} is not {encoding}: {error.reason}") from error
        except csv.Error as error:
            raise LoadError(f"line {reader.line_num + 1}: {error}") from error


def _bounded(stream: io.TextIOBase) -> Iterator[str]:
    """Lines, none without end. Raises LoadError."""
    while line := stream.readline(_MOST_CELL):
        if len(line) >= _MOST_CELL:
            raise LoadError(f"a line is longer than {_MOST_CELL:,} characters")
        yield line

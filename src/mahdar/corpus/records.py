"""Records of CSV and JSON lines in a stream: where each begins, so that a file can be cut into parts.

Cutting and reading go by the same rule, whatever stands in the file: a line of JSON lines ends at its line end, a
record of CSV at the first line end with all quotation marks closed.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from typing import BinaryIO

from mahdar.library.capture import LIMIT

MOST = 4 * LIMIT  # bytes of a record; a longer one is refused, and the next line begins anew
_QUOTE = b'"'
csv.field_size_limit(MOST)


def csv_records(stream: BinaryIO) -> Iterator[bytes | None]:
    """The bytes of each record with its line ends; None for one that is too long."""
    held: list[bytes] = []
    size, open_ = 0, False
    while line := stream.readline(MOST + 1):
        held.append(line)
        size += len(line)
        open_ ^= line.count(_QUOTE) % 2 == 1
        if size > MOST:
            _skip_line(stream, line)
            yield None
        elif open_:
            continue
        else:
            yield b"".join(held)
        held, size, open_ = [], 0, False
    if held:
        yield b"".join(held)


def line_records(stream: BinaryIO) -> Iterator[bytes | None]:
    """Each line with its end; None for one that is too long."""
    while line := stream.readline(MOST + 1):
        if len(line) > MOST:
            _skip_line(stream, line)
            yield None
        else:
            yield line


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(MOST)


def cuts(stream: BinaryIO, each: int, records: Callable[[BinaryIO], Iterator[bytes | None]]) -> list[tuple[int, int]]:
    """Where every ``each``-th record begins: (byte offset, number of records before it); none for an empty stream."""
    found: list[tuple[int, int]] = []
    number, at = 0, stream.tell()
    for _ in records(stream):
        if number % each == 0:
            found.append((at, number))
        number, at = number + 1, stream.tell()
    return found

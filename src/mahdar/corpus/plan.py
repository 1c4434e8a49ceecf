"""A corpus cut into numbered parts: the same parts whoever reads them, so that the tables are the same.

A part is a run of records of one file. Parts are numbered over all files in their order, and a report is known by its
part and its place there.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from mahdar.corpus.errors import CorpusError
from mahdar.corpus.inputs import Source, open_source
from mahdar.corpus.records import csv_records, cuts, line_records

WHOLE = -1
PLACES = 1_000_000_000  # the key of a report is its part times this, and its place in the part


@dataclass(frozen=True, slots=True)
class Cut:
    """``count`` records of a file from the one that begins at byte ``offset``; ``before`` stand in front of it.

    For Parquet ``offset`` is the row. A ``count`` of WHOLE is all that is left.
    """

    offset: int
    before: int
    count: int


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of work."""

    number: int
    source: Source
    cut: Cut

    def key(self, place: int) -> int:
        """The number by which a report of this part is known in all tables."""
        return self.number * PLACES + place

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Part:
        told: dict[str, Any] = json.loads(text)
        return cls(told["number"], Source(**told["source"]), Cut(**told["cut"]))


def numbered(sources: Iterable[Source], cuts: Iterable[Iterable[Cut]]) -> Iterator[Part]:
    """The parts of all files in order; ``cuts`` are those of each file."""
    pairs = ((source, cut) for source, here in zip(sources, cuts, strict=True) for cut in here)
    for number, (source, cut) in enumerate(pairs):
        yield Part(number, source, cut)


def cut_up(source: Source, each: int) -> list[Cut]:
    """Parts of ``each`` records; the last may have fewer. Raises CorpusError where the file cannot be read."""
    try:
        if source.packed:
            return [Cut(0, 0, WHOLE)]
        with open_source(source) as stream:
            if source.kind == "parquet":
                return _rows(stream, each)
            if source.kind == "warc":
                return _warc(stream, each)
            return _text(stream, source, each)
    except (OSError, ValueError) as error:
        raise CorpusError(f"{source.name}: cannot be read: {error}") from None


def _text(stream: Any, source: Source, each: int) -> list[Cut]:
    """Lines, or records of CSV behind the header."""
    buffered = io.BufferedReader(stream, 1 << 20) if isinstance(stream, io.RawIOBase) else stream
    records = csv_records if source.kind == "csv" else line_records
    if source.kind == "csv":
        next(records(buffered), None)
    return [Cut(offset, before, each) for offset, before in cuts(buffered, each, records)]


def _rows(stream: Any, each: int) -> list[Cut]:
    from pyarrow import parquet

    rows = parquet.ParquetFile(stream).metadata.num_rows
    return [Cut(first, first, each) for first in range(0, rows, each)]


def _warc(stream: Any, each: int) -> list[Cut]:
    """By the places of records; a file packed as one stream gives one place for all of them and stays whole."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource
    found: list[Cut] = []
    for number, record in enumerate(ArchiveIterator(stream, record_types=kinds, parse_http=False)):
        if number % each == 0:
            found.append(Cut(record.stream_pos, number, each))
    places = [cut.offset for cut in found]
    return found if places == sorted(set(places)) else [Cut(0, 0, WHOLE)]

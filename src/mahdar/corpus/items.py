"""The reports of a part, one by one, as the library takes them in: the same rules for text, day and name."""

from __future__ import annotations

import csv
import io
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any, BinaryIO

from mahdar.corpus.inputs import Source, open_source
from mahdar.corpus.plan import WHOLE, Cut, Part
from mahdar.corpus.records import csv_records
from mahdar.library import archives, lines
from mahdar.library.items import Item, Met, Refused

Found = Item | Refused
_COLUMNS = {"id", "text", "title", "url", *lines.OUTLET, *lines.PUBLISHED}
_BATCH = 256  # rows of Parquet in memory


def items(part: Part) -> Iterator[Found]:
    """Report by report; what is none, or is broken, is refused with its reason.

    Raises OSError where the file cannot be opened, and whatever a store far away raises while it is read: both can be
    tried again. A broken file of this machine is broken for ever, and refused from that place on.
    """
    with open_source(part.source) as stream:
        try:
            yield from _found(stream, part.source, part.cut)
        except (OSError, ValueError, EOFError, zlib.error) as error:
            if "://" in part.source.path:
                raise
            after = f"record {part.cut.before + 1} and after"
            yield Refused(part.source.name, f"{after}: cannot be read to the end: {error or type(error).__name__}")


def _found(stream: BinaryIO, source: Source, cut: Cut) -> Iterator[Found]:
    if source.kind == "parquet":
        return _parquet(stream, source, cut)
    if source.kind == "warc":
        return _warc(stream, source, cut)
    if source.kind == "csv":
        return _csv(stream, source, cut)
    stream.seek(cut.offset)
    return lines.items(_Lines(stream, _limit(cut)), source.name, first=cut.before + 1)


def _limit(cut: Cut) -> int | None:
    return None if cut.count == WHOLE else cut.count


class _Lines:
    """So many lines of a stream, and no more; a line that is read in pieces is one."""

    def __init__(self, stream: BinaryIO, limit: int | None) -> None:
        self._stream, self._left = stream, limit

    def readline(self, size: int = -1, /) -> bytes:
        if self._left is not None and self._left <= 0:
            return b""
        line = self._stream.readline(size)
        if self._left is not None and line.endswith(b"\n"):
            self._left -= 1
        return line


def _csv(stream: BinaryIO, source: Source, cut: Cut) -> Iterator[Found]:
    """Columns by the names in the header, which stands at the head of the file whatever the part."""
    header = _cells(next(csv_records(stream), None) or b"")
    if not source.packed:
        stream.seek(cut.offset)
    names = [name.strip() for name in header or ()]
    for number, record in enumerate(islice(csv_records(stream), _limit(cut)), cut.before + 1):
        where = f"{source.name}:{number}"
        cells = _cells(record) if record is not None else None
        if cells is None:
            yield Refused(where, "this record is no CSV in UTF-8, or longer than any single report")
        elif cells:
            yield _row(dict(zip(names, cells, strict=False)), Met(where, "CSV", ""))


def _cells(record: bytes) -> list[str] | None:
    try:
        text = record.decode("utf-8-sig")
        return next(csv.reader(io.StringIO(text, newline=""), strict=True), [])
    except (csv.Error, UnicodeDecodeError):
        return None


def _row(row: dict[str, Any], met: Met) -> Found:
    if not isinstance(row.get("text"), str):
        return Refused(met.address, "this row has no `text`")
    return lines.described(row, b"", met)


def _parquet(stream: BinaryIO, source: Source, cut: Cut) -> Iterator[Found]:
    for number, row in enumerate(islice(_rows(stream, cut), cut.count), cut.before + 1):
        yield _row(row, Met(f"{source.name}:{number}", "Parquet", ""))


def _rows(stream: BinaryIO, cut: Cut) -> Iterator[dict[str, Any]]:
    """Rows of the columns that are read, from the row at which the part begins."""
    from pyarrow import parquet

    file = parquet.ParquetFile(stream)
    names = [name for name in file.schema_arrow.names if name in _COLUMNS]
    groups, skip = _groups(file.metadata, cut)
    for batch in file.iter_batches(_BATCH, row_groups=groups, columns=names):
        if skip < batch.num_rows:
            for row in batch.slice(skip).to_pylist():
                yield {name: _plain(value) for name, value in row.items()}
        skip = max(skip - batch.num_rows, 0)


def _groups(metadata: Any, cut: Cut) -> tuple[list[int], int]:
    """The row groups in which a part lies, and how many rows of the first come before it."""
    groups: list[int] = []
    skip = first = 0
    for number in range(metadata.num_row_groups):
        last = first + metadata.row_group(number).num_rows
        if last > cut.offset and first < cut.offset + cut.count:
            skip = skip if groups else cut.offset - first
            groups.append(number)
        first = last
    return groups, skip


def _plain(value: Any) -> Any:
    """Days and moments as text."""
    return value.isoformat() if isinstance(value, date | datetime) else value


def _warc(stream: BinaryIO, source: Source, cut: Cut) -> Iterator[Found]:
    """The pages and documents among the records; the others are passed over."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    stream.seek(cut.offset)
    kinds = WarcRecordType.response | WarcRecordType.resource
    for record in islice(ArchiveIterator(stream, record_types=kinds, parse_http=True), _limit(cut)):
        found = archives.report_in(record, source.name)
        if found is not None:
            yield found

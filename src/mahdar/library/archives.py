"""Web archives as reports: the pages in a WARC file, packed or not, or in the WARC files of a WACZ package.

Pages and documents that were fetched with success count; pictures, scripts and styles of a site are passed over.
A record is read up to the limit of a page and the whole archive up to a limit of unpacked bytes.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from mahdar.library.contents import item
from mahdar.library.documents import LIMIT
from mahdar.library.items import Item, Met, Refused, name, now

MOST_UNPACKED = 20_000_000_000  # bytes of all records of one archive
_READ = {"text/html", "application/xhtml+xml", "text/plain", "application/pdf"}
_PACKED = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


def is_archive(path: str) -> bool:
    return path.lower().endswith((".warc", ".warc.gz", ".wacz"))


def items(path: Path, source: str) -> Iterator[Item | Refused]:
    """Report by report; what is broken is refused with its address, an archive that breaks off at that place."""
    try:
        if path.suffix.lower() == ".wacz":
            yield from _package(path, source)
        else:
            with path.open("rb") as stream:
                yield from _warc(stream, source)
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError) as error:
        said = getattr(error, "strerror", None) or str(error) or type(error).__name__
        yield Refused(source, f"this web archive cannot be read to its end: {name(said)}")


def _package(path: Path, source: str) -> Iterator[Item | Refused]:
    with zipfile.ZipFile(path) as package:
        inner = [each for each in package.namelist() if each.startswith("archive/") and is_archive(each)]
        if not inner:
            yield Refused(source, "this WACZ package holds no WARC file")
        for each in inner:
            with package.open(each) as stream:
                yield from _warc(stream, f"{source}!{name(each)}")  # type: ignore[arg-type]


def _warc(stream: BinaryIO, source: str) -> Iterator[Item | Refused]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    unpacked, seen = 0, 0
    for record in ArchiveIterator(stream, record_types=WarcRecordType.any_type, parse_http=True):
        seen += 1
        unpacked += max(record.content_length, 0)
        if unpacked > MOST_UNPACKED:
            yield Refused(source, f"unpacks to more than {MOST_UNPACKED / 1e9:g} GB; the rest was not read")
            return
        if record.record_type in (WarcRecordType.response, WarcRecordType.resource):
            found = report_in(record, source)
            if found is not None:
                yield found
    if not seen:
        yield Refused(source, "no record was found in this web archive")


def report_in(record: Any, source: str) -> Item | Refused | None:
    """The report in one record; None where it is nothing to read, or the other side gave none."""
    address = str(record.headers.get("WARC-Target-URI") or "").strip("<> ") or source
    heads = [(str(key), str(value)) for key, value in (record.http_headers or {}).items()]
    said = {key.lower(): value for key, value in heads}
    media = said.get("content-type") or record.headers.get("Content-Type") or ""
    status = getattr(record.http_headers, "status_code", None) if record.http_headers is not None else 200
    if status not in {200, 203} or media.partition(";")[0].strip().lower() not in _READ:
        return None
    length = record.content_length
    raw = record.reader.read(LIMIT + 1)
    if len(raw) < min(length, LIMIT):
        return Refused(address, f"the archive breaks off in it: {len(raw):,} of {length:,} bytes are there")
    if len(raw) <= LIMIT:
        raw = _unpacked(raw, said.get("content-encoding", "").strip().lower())
    if raw is None or len(raw) > LIMIT:
        return Refused(address, f"larger than {LIMIT / 1e6:g} MB, or packed in a way that cannot be read")
    kept = [("WARC-Record-ID", str(record.record_id)), ("Archive", source), *heads]
    moment = str(record.headers.get("WARC-Date") or now())
    return item(raw, Met(address, "web archive", moment, media, tuple(kept)))


def _unpacked(raw: bytes, packing: str) -> bytes | None:
    """Content as its page was; never more than the limit (+ 1). None where it is packed in another way, or broken."""
    if packing in {"", "identity", "none"} or (packing in {"gzip", "x-gzip"} and not raw.startswith(b"\x1f\x8b")):
        return raw  # some archives keep the header of a packing that they have undone
    if packing not in _PACKED:
        return None
    try:
        return zlib.decompressobj(_PACKED[packing]).decompress(raw, LIMIT + 1)
    except zlib.error:
        return None

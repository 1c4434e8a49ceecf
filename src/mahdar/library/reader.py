"""Which reader read: the version of the package and the digest of all that a reading depends on but the record."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from mahdar.library.items import Dated, Item

if TYPE_CHECKING:
    from mahdar.model import Reading
    from mahdar.record.access import Record

_PARTS = ("characters.py", "edtf.py", "model.py", "pipeline.py", "tables.py",
          "language", "reading", "checking", "mechanisms")  # fmt: skip


@cache
def reader_version() -> str:
    """`0.1.0+` and twelve hexadecimal digits over the code and tables of the reader."""
    return f"{version('mahdar')}+{version_of(_PARTS)}"


def version_of(parts: Iterable[str]) -> str:
    """Twelve hexadecimal digits over the code and tables in these files and folders of the package."""
    digest = sha256()
    for part in parts:
        for name, content in _contents(files("mahdar") / part, part):
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:12]


def _contents(place: Traversable, name: str) -> list[tuple[str, bytes]]:
    if place.is_file():
        return [(name, place.read_bytes())]
    inner = sorted((each for each in place.iterdir() if each.name != "__pycache__"), key=lambda each: each.name)
    return [found for each in inner for found in _contents(each, f"{name}/{each.name}")]


@dataclass(frozen=True, slots=True)
class Read:
    """A reading as it is kept: its JSON text, which `to_dict` gave, and whence."""

    reading: Reading
    reader: str
    record: str

    @property
    def text(self) -> str:
        return json.dumps(self.reading.to_dict(), ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reading needs of a report."""

    id: str
    raw: bytes
    text: str
    title: str | None
    outlet: str | None
    url: str | None
    dated: Dated | None
    notes: tuple[str, ...]

    @classmethod
    def of(cls, item: Item) -> Asked:
        """What a report that came in gives."""
        return cls(item.id, item.raw, item.text, item.title, item.outlet, item.url, item.dated, item.notes)


def read(asked: Asked, record: Record) -> Read:
    """Read a report as `mahdar read` does. Whatever the reader raises is raised: the report is not at fault."""
    from mahdar import pipeline

    dated = asked.dated
    reading = pipeline.read(
        asked.text,
        id=asked.id,
        raw=asked.raw,
        published=dated.published if dated else None,
        outlet=asked.outlet,
        title=asked.title,
        url=asked.url,
        record=record,
    )
    told = replace(reading.report, notes=(*asked.notes, *reading.report.notes))
    if dated:
        told = replace(told, published_basis=dated.basis)
    return Read(replace(reading, report=told), reader_version(), record.hash)


def packed(text: str) -> bytes:
    """JSON text as it lies in the library."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def unpacked(blob: bytes) -> bytes:
    """The bytes of the JSON text, on which its digest is."""
    return zlib.decompress(blob)


def parsed(blob: bytes) -> dict[str, Any]:
    """A kept reading as the JSON object that it is."""
    found: dict[str, Any] = json.loads(unpacked(blob))
    return found

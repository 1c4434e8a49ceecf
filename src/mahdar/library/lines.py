"""JSON lines as reports: `id`, `text` and, where known, `title`, `outlet`, `url`, `published`; one object a line.

The bytes of a report are those of its line, so that whatever else a line says is kept with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO, Protocol

from mahdar.library.capture import LIMIT, CaptureError, capture_bytes
from mahdar.library.items import Dated, Item, Met, Refused, day_of, name, now

_MOST = 4 * LIMIT  # bytes of a line: letters may be written as escapes
# Other names that makers of corpora give to the same; the first that is there counts.
PUBLISHED = ("published", "published_at", "date_published", "datePublished", "pubdate", "date")
OUTLET = ("outlet", "publisher", "source", "site")
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


class Lines(Protocol):
    """A binary stream, of which lines alone are asked."""

    def readline(self, size: int = -1, /) -> bytes: ...


def items(stream: Lines, source: str, media: str | None = None, first: int = 1) -> Iterator[Item | Refused]:
    """Report by report, never more than one line in memory; lines that hold none are refused one by one.

    ``first`` is the number of the line at which the stream stands.
    """
    taken = now()
    for number, line in enumerate(_lines(stream), first):
        where = f"{source}:{number}"
        if line is None:
            yield Refused(where, f"a line longer than {_MOST / 1e6:g} MB, more than any single report")
        elif line.strip():
            yield _item(line.rstrip(b"\r\n"), Met(where, "JSON lines", taken, media))


def whole(stream: BinaryIO, source: str) -> Item | Refused:
    """One report in a file of one JSON object."""
    raw = stream.read(_MOST + 1)
    if len(raw) > _MOST:
        return Refused(source, f"larger than {_MOST / 1e6:g} MB, more than any single report")
    return _item(raw, Met(source, "JSON", now()))


def _lines(stream: Lines) -> Iterator[bytes | None]:
    """Lines; None for one that is too long, the rest of which is skipped unread."""
    while line := stream.readline(_MOST + 1):
        if len(line) <= _MOST:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_MOST)
        yield None


def _item(raw: bytes, met: Met) -> Item | Refused:
    try:
        told = json.loads(raw.lstrip(b"\xef\xbb\xbf").decode())
    except (ValueError, RecursionError):
        return Refused(met.address, "this is not JSON in UTF-8")
    return described(told, raw, met)


def described(told: Any, raw: bytes, met: Met) -> Item | Refused:
    """One report of the members of an object, or of the columns of a row, whose bytes are ``raw``."""
    text = told.get("text") if isinstance(told, dict) else None
    if not isinstance(text, str):
        return Refused(met.address, "this is no JSON object with a `text`")
    clean = text.translate(_SURROGATES)
    try:
        captured = capture_bytes(clean.encode(), met.address)
    except CaptureError as error:
        return Refused(met.address, str(error))
    if len(captured.raw) > LIMIT:
        return Refused(met.address, f"its text is larger than {LIMIT / 1e6:g} MB, more than any single report")
    notes = captured.notes + (("lone surrogates replaced by U+FFFD",) if clean != text else ())
    return _described(Item(_id(told) or met.address, raw, clean, met, notes=notes), told)


def _described(item: Item, told: dict[str, Any]) -> Item:
    """With what the line says of title, outlet, address and day; a day that is none is noted."""
    dated, notes = None, item.notes
    called, published = _first(told, PUBLISHED)
    if published:
        day = day_of(published)
        dated = Dated(day, "given", f"`{called}` of the line") if day else None
        notes += () if day else (f"`{called}` is no day or time: {name(published[:60])}",)
    title, url = (name(_text(told.get(key))) for key in ("title", "url"))
    outlet = name(_first(told, OUTLET)[1])
    return replace(item, title=title, outlet=outlet, url=url, dated=dated, notes=notes)


def _first(told: dict[str, Any], names: tuple[str, ...]) -> tuple[str, str | None]:
    """The first of these names under which a text stands, and the text."""
    return next(((called, text) for called in names if (text := _text(told.get(called)))), ("", None))


def _id(told: dict[str, Any]) -> str | None:
    value = told.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return name(_text(value))


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None

"""Paths as reports: files of every kind that is read, folders with all that is in them, standard input.

In folders hidden files, links out of the folder and what is no regular file are passed over.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from mahdar.library import archives, lines
from mahdar.library.contents import MOST, item
from mahdar.library.items import Item, Met, Refused, now

_LINES = (".jsonl", ".ndjson")
Found = Item | Refused


def files(paths: Iterable[str]) -> Iterator[str]:
    """The files behind paths, those of a folder in the order of their names; `-` is standard input."""
    for path in paths:
        if path != "-" and Path(path).is_dir():
            yield from _within(path)
        else:
            yield path


def _within(folder: str) -> Iterator[str]:
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for each in sorted(names):
            path = Path(at, each)
            if not each.startswith(".") and not path.is_symlink() and path.is_file():
                yield str(path)


def items(path: str) -> Iterator[Found]:
    """The reports in one file, or one refusal with its reason."""
    if archives.is_archive(path):
        yield from archives.items(Path(path), path)
        return
    try:
        with Path(path).open("rb") as stream:
            kind = path.lower()
            if kind.endswith(_LINES):
                yield from lines.items(stream, path)
            else:
                yield lines.whole(stream, path) if kind.endswith(".json") else _single(stream, path)
    except FileNotFoundError:
        other = "; only addresses that begin with http:// or https:// are fetched" if "://" in path else ""
        yield Refused(path, f"there is no such file{other}")
    except (OSError, ValueError) as error:
        yield Refused(path, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def standard_input(stream: BinaryIO) -> Iterator[Found]:
    """One report, or JSON lines where the first line is a JSON object with a `text`."""
    first = stream.readline(MOST + 1)
    if _is_line(first):
        yield from lines.items(_Again(first, stream), "-")
        return
    raw = first + stream.read(MOST + 1 - len(first))
    if len(raw) > MOST:
        yield Refused("-", f"larger than {MOST / 1e6:g} MB, more than any single report")
        return
    yield item(raw, Met("-", "standard input", now()), id=f"stdin-{sha256(raw).hexdigest()[:12]}")


def _single(stream: BinaryIO, path: str) -> Found:
    raw = stream.read(MOST + 1)
    if len(raw) > MOST:
        return Refused(path, f"larger than {MOST / 1e6:g} MB, more than any single report")
    return item(raw, Met(path, "file", now()))


def _is_line(first: bytes) -> bool:
    return first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") and b'"text"' in first


class _Again:
    """A stream with its first line put back; lines alone are asked of it."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first, self._rest = first, rest

    def readline(self, size: int = -1, /) -> bytes:
        first, self._first = self._first, b""
        return first or self._rest.readline(size)

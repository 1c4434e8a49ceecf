"""Whole elements out of an XML file that was saved in an encoding too small for it, so that characters were destroyed.

Such a file is well-formed but for its characters: bytes that are no UTF-8, control characters, `&` and `<` in the place
of letters. Each such place is read as U+FFFD, the sign for a character that is lost, and elements are taken one by one.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mahdar.record.loading.publication import LoadError
from mahdar.record.loading.xml_elements import SAFE

LOST = "\ufffd"
_CHUNK = 1 << 16
_MOST_ELEMENT = 1 << 20  # characters
_CONTROLS = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f]")
_STRAY = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)"  # no entity
    r"|<(?!/?[A-Za-z_][\w.-]{0,60}(?:\s[^<>]{0,500})?/?>)"  # no tag
)
_OTHER_ENCODING = re.compile(rb"""<\?xml[^>]{0,80}encoding=["'](?!utf-8|us-ascii)""", re.IGNORECASE)


@dataclass(frozen=True)
class Fragment:
    """An element as it stands in the file; `element` is `None` where it is not whole. `lost` counts its characters."""

    tag: str
    text: str
    element: Any
    lost: int


def is_damaged(path: Path) -> bool:
    """Whether a file that should be UTF-8 holds bytes or control characters that XML cannot hold.

    Raises LoadError on NUL bytes: they are no characters, but a hole in the file.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as stream:
        chunk = stream.read(_CHUNK)
        if chunk[:2] in (b"\xff\xfe", b"\xfe\xff") or _OTHER_ENCODING.match(chunk):
            return False
        while chunk:
            if b"\0" in chunk:
                raise LoadError("holds NUL bytes: it is no text, or has a hole")
            try:
                text = decoder.decode(chunk)
            except UnicodeDecodeError:
                return True
            if _CONTROLS.search(text):
                return True
            chunk = stream.read(_CHUNK)
    return False


def fragments(path: Path, tags: Collection[str]) -> Iterator[Fragment]:
    """Each element of these tags, in order, whole or not; none of them holds another."""
    start = re.compile(rf"<({'|'.join(tags)})[\s>]")
    rest = ""
    for text in _texts(path):
        rest += text
        while hit := start.search(rest):
            end = _end(rest, hit, start)
            if end < 0 and len(rest) - hit.start() <= _MOST_ELEMENT:
                rest = rest[hit.start() :]
                break
            stop = end if end >= 0 else len(rest)
            yield _parsed(hit[1], rest[hit.start() : stop])
            rest = rest[stop:]
        else:
            rest = rest[-max(map(len, tags)) - 2 :]
    if hit := start.search(rest):
        yield _parsed(hit[1], rest[hit.start() :])


def _end(text: str, hit: re.Match[str], start: re.Pattern[str]) -> int:
    """Where the element that begins at `hit` ends: behind its end tag, or where another one begins; -1 if not yet."""
    close = f"</{hit[1]}>"
    end, again = text.find(close, hit.end()), start.search(text, hit.end())
    if again and (end < 0 or again.start() < end):
        return again.start()
    return end + len(close) if end >= 0 else -1


def _texts(path: Path) -> Iterator[str]:
    """The file's text, characters that were destroyed as U+FFFD."""
    with path.open(encoding="utf-8", errors="replace", newline="") as stream:
        while text := stream.read(_CHUNK):
            yield _CONTROLS.sub(LOST, text)


def _parsed(tag: str, text: str) -> Fragment:
    from lxml import etree

    bare = _STRAY.sub(LOST, text)
    try:
        element = etree.fromstring(bare, etree.XMLParser(remove_comments=True, remove_pis=True, **SAFE))
    except etree.XMLSyntaxError:
        element = None
    return Fragment(tag, bare, element, bare.count(LOST))

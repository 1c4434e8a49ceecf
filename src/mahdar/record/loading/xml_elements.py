"""Elements of an XML file one after another in flat memory: nothing is resolved, nothing is fetched."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, BinaryIO

from mahdar.record.loading.publication import LoadError

_MOST_BYTES = 256 << 20
_MOST_ELEMENTS = 50_000  # within one of those asked for
_MOST_DEPTH = 40
_MOST_ATTRIBUTE = 4_096  # characters
# What a parser needs so that a file cannot make it read others, fetch, or expand.
SAFE: dict[str, bool] = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


def elements(stream: BinaryIO, tags: Collection[str], *, deepest: int = _MOST_DEPTH) -> Iterator[Any]:
    """The outermost elements of these tags, each whole, in order; one is emptied when the next is asked for.

    Raises LoadError where the XML is not well-formed or ends early, declares a document type (and with it entities),
    nests deeper than `deepest`, or holds an element or attribute larger than any that is published.
    """
    from lxml import etree

    events = etree.iterparse(_Bounded(stream), events=("start", "end"), remove_comments=True, remove_pis=True, **SAFE)
    depth = within = held = 0
    try:
        for event, element in events:
            wanted = element.tag in tags
            if event == "start":
                depth += 1
                _check(element, depth, deepest)
                within += wanted
                held = held + 1 if within else 0
                _allow(held)
                continue
            depth -= 1
            within -= wanted
            if wanted and not within:
                yield element
                held = 0
            if not within:
                _drop(element)
    except etree.XMLSyntaxError as error:
        raise LoadError(f"is no whole XML file: {' '.join((error.msg or 'it is broken').split())}") from None


class _Bounded:
    """Reads a stream no further than any publication goes."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._left = _MOST_BYTES

    def read(self, size: int = -1) -> bytes:
        chunk = self._stream.read(size)
        self._left -= len(chunk)
        if self._left < 0:
            raise LoadError(f"holds more than {_MOST_BYTES >> 20} MB, which no such publication does")
        return chunk


def _check(element: Any, depth: int, deepest: int) -> None:
    if depth == 1 and element.getroottree().docinfo.internalDTD is not None:
        raise LoadError("declares a document type (DOCTYPE), which no official list does; it is not read")
    if depth > deepest:
        raise LoadError(f"its elements are nested deeper than {deepest} levels, at <{str(element.tag)[:60]}>")
    if any(len(value) > _MOST_ATTRIBUTE for value in element.attrib.values()):
        raise LoadError(f"an attribute of <{str(element.tag)[:60]}> is longer than {_MOST_ATTRIBUTE:,} characters")


def _allow(held: int) -> None:
    if held > _MOST_ELEMENTS:
        raise LoadError(f"an entry holds more than {_MOST_ELEMENTS:,} elements")


def _drop(element: Any) -> None:
    """Forget an element and those before it."""
    element.clear()
    parent = element.getparent()
    while element.getprevious() is not None:
        del parent[0]

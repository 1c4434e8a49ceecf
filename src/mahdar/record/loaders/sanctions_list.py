"""The Security Council's consolidated sanctions list and the lists of its committees (XML of one format).

Each file is a snapshot: who was listed on the day it was generated. A list of one committee tells of that committee's
entries alone; `told.loads.name` says which it is (`2015-03-17 DPRK`, `2015-02-26 consolidated`).
A file whose characters were destroyed when somebody saved it is salvaged entry by entry (see `loading/salvage.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from mahdar.record.loaders.sanctions_entry import TAGS, EntryReader
from mahdar.record.loading.publication import Head, Loader, LoadError
from mahdar.record.loading.salvage import LOST, fragments, is_damaged
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.xml_elements import elements

_BATCH = 1_000
_DEEPEST = 12
_CHUNK = 1 << 20
_OVERLAP = 400
_ROOT = re.compile(r"<CONSOLIDATED_LIST\b[^>]{0,4000}>")
_GENERATED = re.compile(r"""\bdateGenerated\s*=\s*["'](\d{4}-\d\d-\d\d)""")
_COMMITTEE = re.compile(rb"<UN_LIST_TYPE>\s*([^<]{1,100}?)\s*</UN_LIST_TYPE>")
_END = b"</CONSOLIDATED_LIST>"


def _recognises(head: Head) -> bool:
    return "<CONSOLIDATED_LIST" in head.text[:8_000]


def _load(path: Path, sink: Sink) -> None:
    snapshot = _snapshot(path)
    damaged = is_damaged(path)
    if damaged and not _is_ended(path):
        raise LoadError("is cut short: it does not end in </CONSOLIDATED_LIST>")
    reader = EntryReader(sink, snapshot, damaged=damaged)
    entries = reader.read(_salvaged(path, sink) if damaged else _whole(path))
    while batch := list(islice(entries, _BATCH)):
        sink.write("listings", (row for row, _ in batch))
        sink.write("listing_names", (name for _, names in batch for name in names))
    reader.finish()


def _whole(path: Path) -> Iterator[Any]:
    with path.open("rb") as stream:
        yield from elements(stream, TAGS, deepest=_DEEPEST)


def _salvaged(path: Path, sink: Sink) -> Iterator[Any]:
    """The entries that are whole; says how many were not, and how much was destroyed."""
    count = lost = 0
    for fragment in fragments(path, TAGS):
        lost += fragment.lost
        if fragment.element is None:
            reference = re.search(r"<REFERENCE_NUMBER>([^<]{1,40})", fragment.text)
            sink.remark("lost", "an entry is not whole", place=fragment.tag, value=reference[1] if reference else "")
            continue
        count += 1
        yield fragment.element
    sink.remark("odd", "an entry salvaged from a file whose characters were destroyed", count=count)
    if lost:
        sink.remark("lost", f"a character destroyed when the file was saved, where it is seen ({LOST})", count=lost)


def _snapshot(path: Path) -> date:
    """The day on which the list was generated. Raises LoadError where it is no such list, or does not say."""
    root = _ROOT.search(Head.of(path).text)
    if root is None:
        raise LoadError("is no sanctions list of the Security Council: it has no <CONSOLIDATED_LIST>")
    found = _GENERATED.search(root[0])
    try:
        return date.fromisoformat(found[1] if found else "")
    except ValueError:
        raise LoadError("does not say on which day it was generated (dateGenerated)") from None


def _is_ended(path: Path) -> bool:
    with path.open("rb") as stream:
        stream.seek(max(path.stat().st_size - 1_000, 0))
        return stream.read().rstrip().endswith(_END)


def _name_of(path: Path) -> str:
    """The snapshot's day and the committee, `consolidated` where entries of several stand in it."""
    committees: set[bytes] = set()
    rest = b""
    with path.open("rb") as stream:
        while (chunk := stream.read(_CHUNK)) and len(committees) < 2:
            committees.update(_COMMITTEE.findall(rest + chunk))
            rest = chunk[-_OVERLAP:]
    scope = committees.pop().decode("utf-8", "replace") if len(committees) == 1 else "consolidated"
    return f"{_snapshot(path).isoformat()} {scope}"


LOADER = Loader(
    "sanctions-list", "Consolidated sanctions list (XML)", "un-sanctions-list", _recognises, _load, _name_of
)

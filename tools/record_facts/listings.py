"""Who stands on the Security Council's consolidated sanctions list, from snapshots of the list."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import Any

from tools.record_facts.sanctions import regimes
from tools.record_facts.shared import Cells, Table, aliases, material

_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_KINDS = {"INDIVIDUAL": "individual", "ENTITY": "entity"}
_REFERENCE = re.compile(r"([A-Z]{2})([ie])\.(\d{3})")


def listings() -> Table:
    snapshots = _snapshots()
    return Table(
        "sanctions_listings",
        (
            "Entries of the Security Council's consolidated sanctions list, one for each permanent reference number.",
            f"policy: read from {len(snapshots)} snapshots of the list, on the days below. `list` is the list's own",
            "  word, `states` the targets of its regime (not a nationality). Name and day of listing as the last",
            "  snapshot with the entry has them; seen_first and seen_last are snapshots. `removed`: the days between",
            "  which an entry went; the list gives no day of removal. Reference numbers are written alike (TAi.171",
            "  for TAI.171, QDi.343 for QDi.343.). What was listed and removed between two snapshots is missing.",
            "source: UN Security Council, consolidated list.",
        ),
        (
            *(f"{day} complete" for day in reversed(snapshots)),
            f"{min(snapshots)}/{max(snapshots)} partial complete on the days of the snapshots alone",
        ),
        (
            *("reference", "list", "kind", "name", "listed_on", "seen_first", "seen_last", "removed"),
            *("states", "source", "confidence"),
        ),
        _rows(snapshots),
    )


def _rows(snapshots: dict[str, dict[str, Cells]]) -> list[Cells]:
    after = dict(pairwise(snapshots))
    rows: dict[str, Cells] = {}
    for day, entries in snapshots.items():
        for reference, entry in entries.items():
            first = rows.get(reference, {}).get("seen_first", day)
            rows[reference] = {**entry, "seen_first": first, "seen_last": day}
    for row in rows.values():
        row["removed"] = _between(row["seen_last"], after.get(row["seen_last"], ""))
    return [rows[reference] for reference in sorted(rows)]


def _between(seen: str, gone: str) -> str:
    """The days on which an entry can have been removed: after the last snapshot that has it, to the first without."""
    return f"{date.fromisoformat(seen) + timedelta(1)}/{gone}" if gone else ""


def _snapshots() -> dict[str, dict[str, Cells]]:
    """Day of the snapshot -> its entries by reference number. Raises ValueError where one stands twice."""
    found = {}
    for path in sorted((material() / "sanctions_un").glob("consolidated_????-??-??.xml")):
        entries = [_entry(node, tag) for tag in _KINDS for node in _root(str(path)).iter(tag)]
        found[path.stem.removeprefix("consolidated_")] = {entry["reference"]: entry for entry in entries}
        if len(found[path.stem.removeprefix("consolidated_")]) != len(entries):
            raise ValueError(f"{path.name}: a reference number stands twice")
    return found


@cache
def _root(path: str) -> Any:
    etree: Any = import_module("lxml.etree")  # only the generator needs it here

    return etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)).getroot()


def _entry(node: Any, tag: str) -> Cells:
    text = {name: " ".join((node.findtext(name) or "").split()) for name in (*_NAMES, "UN_LIST_TYPE", "LISTED_ON")}
    return {
        "reference": _reference(node.findtext("REFERENCE_NUMBER") or ""),
        "list": text["UN_LIST_TYPE"],
        "kind": _KINDS[tag],
        "name": " ".join(text[name] for name in _NAMES if text[name]),
        "listed_on": date.fromisoformat(text["LISTED_ON"][:10]).isoformat(),  # some have a time zone behind the day
        "states": _targets()[text["UN_LIST_TYPE"]],
        "source": "un-sanctions-list",
        "confidence": "stated",
    }


def _reference(text: str) -> str:
    """`QDi.343` for `QDi.343.`, `TAi.171` for `TAI.171`. Raises ValueError if it is no reference number."""
    bare = text.strip().rstrip(".")
    found = bare[:2].upper() + bare[2:3].lower() + bare[3:]
    if not _REFERENCE.fullmatch(found):
        raise ValueError(f"no reference number of the consolidated list: {text!r}")
    return found


@cache
def _targets() -> dict[str, str]:
    """The list's word -> the states that its regime is aimed at."""
    by_name = {row["name"]: row["target"] for row in regimes().rows}
    return {row["list"]: by_name[row["regime"]] for row in aliases("sanctions_lists.csv")}

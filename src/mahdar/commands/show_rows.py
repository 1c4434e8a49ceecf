"""What stands under a symbol as flat rows, for JSON, CSV and the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mahdar.record.asking.entries import Entry
    from mahdar.record.asking.shown import Decided, Shown

_NAMES = ("symbol", "draft", "slug", "reference", "treaty")
_SAID = ("outcome", "mode", "yes", "no", "abstain", "vetoed_by", "voted_no", "voted_abstain", "absent")
_TELLING = ("state", "name", "title", "matter", "event", "kind", "action", "status", "response", "holder", "committee")


def row(entry: Entry) -> dict[str, object]:
    """An entry as one flat row: what it has to do with the symbol, what it says, where it comes from."""
    from mahdar.record.asking.days import time_of
    from mahdar.record.asking.shown import role

    origin, cells = entry.origin, entry.cells
    told = {name: cells.get(name) for name in _SAID}
    return {
        **told,
        "symbol": next((cells[name] for name in _NAMES if cells.get(name)), None),
        "role": role(entry),
        "table": entry.place.name,
        "when": time_of(entry.place, cells),
        "what": summary(cells),
        "standing": entry.standing,
        "confidence": entry.confidence,
        "known_since": entry.since,
        "publisher": origin.name,
        "publication": origin.title,
        "source": origin.key,
        "rank": origin.rank,
        "retrieved": origin.retrieved,
        "link": entry.link,
        "load": origin.load,
        "file": origin.file,
        "cells": dict(cells),
    }


def summary(cells: Mapping[str, Any]) -> str:
    """What a row tells, in its own words."""
    from mahdar.checking.states import name

    told = [name(cells[key]) if key == "state" else str(cells[key]) for key in _TELLING if cells.get(key)]
    return " · ".join(told) or str(cells.get("topic") or "")


def about_of(found: Shown) -> dict[str, object]:
    """What stands with the rows: the symbol, its address, and how it was understood."""
    from mahdar.record.symbols import document_url

    address = document_url(found.symbol) if "/" in found.symbol else found.own[0].link if found.own else ""
    return {
        "symbol": found.symbol,
        "address": address,
        "remark": found.remark,
        "as_of": found.as_of,
        "decisions": [_decision(decided) for decided in found.decided],
    }


def _decision(decided: Decided) -> dict[str, object]:
    row = decided.row
    names = ("symbol", "draft", "date", "when", "meeting", "outcome", "mode", "yes", "no", "abstain", "title")
    told = {name: getattr(row, name) for name in names if hasattr(row, name)}
    more = {name: list(getattr(row, name, ())) for name in ("vetoed_by", "topic_states", "maybe_states")}
    return {**told, **more, "votes": {way: list(states) for way, states in decided.votes.items()}}

"""What the record has under a symbol: the decision with its votes, every source, what else the document did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mahdar.assistant import given
from mahdar.assistant.answers import DocumentAnswer
from mahdar.assistant.desk import Desk
from mahdar.assistant.plain import Json, of_entry, of_row, plain
from mahdar.assistant.reading import cut
from mahdar.record.asking.days import time_of
from mahdar.record.asking.entries import Entry
from mahdar.record.asking.shown import AnyDecision, Missing, Shown, role, show
from mahdar.record.rows import Coverage
from mahdar.record.symbols import document_url

_TOLD = ("symbol", "draft", "date", "when", "meeting", "outcome", "mode", "yes", "no", "abstain", "title", "note")
_STATES = ("vetoed_by", "topic_states", "maybe_states")
_KEEPING = frozenset({"source", "page", "url", "confidence", "standing", "load"})  # cells that an entry tells otherwise


def look_up_document(
    desk: Desk, symbol: str, *, as_of: str | None = None, limit: int = given.ROWS, offset: int = 0
) -> DocumentAnswer:
    """Everything under a symbol, a number or a treaty's slug; `offset` passes over rows. Raises RefusedError."""
    asked = given.short(symbol, "symbol")
    if asked is None:
        raise given.RefusedError("symbol is empty: write one such as S/RES/2397 (2017)")
    found = show(desk.store, asked, given.day(as_of, "as_of"))
    if isinstance(found, Missing):
        return _missing(found, asked, desk.record.hash)
    left_out: dict[str, int] = {}
    decided = [decision(one.row, one.votes) for one in found.decided]
    entries = [_entry(entry) for entry in (*found.own, *found.others)[offset:]]
    return DocumentAnswer(
        asked=asked,
        found=True,
        symbol=found.symbol,
        url=_address(found),
        remark=found.remark,
        decisions=cut(decided, limit, "decisions", left_out),
        rows=cut(entries, limit, "rows", left_out),
        near=[],
        coverage=[],
        left_out=left_out,
        record=desk.record.hash,
    )


def decision(row: AnyDecision, votes: Mapping[str, Any] | None = None) -> Json:
    """A decision with its citation; `votes` are the states by way, left away where none is known."""
    told = {name: plain(getattr(row, name)) for name in _TOLD if getattr(row, name, None) not in (None, "")}
    told |= {name: list(states) for name in _STATES if (states := getattr(row, name, ()))}
    ways = {way: list(states) for way, states in (votes or {}).items() if states}
    return told | ({"votes": ways} if ways else {}) | of_row(row)


def coverage(one: Coverage) -> Json:
    """For which time a table is complete; `last` is None where that goes on."""
    told: Json = plain(one)
    return told


def _entry(entry: Entry) -> Json:
    cells = {name: plain(cell) for name, cell in entry.cells.items() if cell not in (None, "") and name not in _KEEPING}
    about = {"role": role(entry), "table": entry.place.name, "when": plain(time_of(entry.place, entry.cells))}
    return {**about, "standing": entry.standing, "says": cells, **of_entry(entry)}


def _address(found: Shown) -> str | None:
    if "/" in found.symbol:
        return document_url(found.symbol)
    return found.own[0].link if found.own else None


def _missing(found: Missing, asked: str, record: str) -> DocumentAnswer:
    """Nothing: what may have been meant, and what absence proves."""
    later = "; rows under it were not public on that day" if found.later else ""
    return DocumentAnswer(
        asked=asked,
        found=False,
        symbol=None,
        url=None,
        remark=f"the record has nothing under {found.asked}, {found.what}{later}",
        decisions=[],
        rows=[],
        near=list(found.near),
        coverage=[coverage(one) for one in found.coverage],
        left_out={},
        record=record,
    )

"""One decision: who voted how, what every source says of it, where sources contradict one another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from mahdar.mechanisms.council import rules
from mahdar.record.access import Record
from mahdar.record.asking.entries import Entry
from mahdar.record.asking.shown import AnyDecision, Decided, Missing, Shown, role, show
from mahdar.record.rows import AssemblyDecision, Decision, HrcDecision
from mahdar.web.record_pages.facts.audits import findings
from mahdar.web.record_pages.facts.council_day import presiding, seated
from mahdar.web.record_pages.facts.once import once
from mahdar.web.record_pages.facts.sourced import Cells, sourced

WAYS = ("yes", "no", "abstain", "absent", "unknown")
_SAID = ("outcome", "mode", "yes", "no", "abstain", "voted_no", "voted_abstain", "absent", "vetoed_by", "title", "date",
         "name", "agenda", "status", "action", "state", "holder")  # fmt: skip


@once(256)
def look_up(record: Record, symbol: str) -> Cells:
    """Everything under a symbol. `found` is False where the record has nothing; `near` are symbols that may be meant.

    `decided` are the decisions themselves, `sources` each row of each source side by side, the preferred one first,
    `others` what else the document has to do with, `contradictions` what the audit says of it.
    """
    found = show(record.store, symbol)
    if isinstance(found, Missing):
        return _missing(found)
    decided = [_decided(record, one) for one in found.decided]
    return {
        "found": True,
        "symbol": found.symbol,
        "remark": found.remark,
        "decided": decided,
        "sources": [_entry(entry) for entry in found.own],
        "others": [_entry(entry) for entry in found.others],
        "contradictions": _contradictions(record, found),
        "before": _neighbour(record, found, -1),
        "after": _neighbour(record, found, 1),
    }


def _missing(found: Missing) -> Cells:
    return {
        "found": False,
        "symbol": found.asked,
        "near": list(found.near),
        "coverage": [
            {"first": c.first.isoformat(), "last": c.last.isoformat(), "complete": c.complete, "part": c.part,
             "note": c.note}
            for c in found.coverage
        ],
    }  # fmt: skip


def _decided(record: Record, one: Decided) -> Cells:
    row = one.row
    told: Cells = {
        "body": _body(row),
        "symbol": row.name if isinstance(row, Decision) else row.symbol,
        "draft": row.draft if isinstance(row, Decision) else "",
        "meeting": row.meeting if isinstance(row, Decision) else "",
        "when": _when(row),
        "title": row.title,
        "outcome": row.outcome,
        "mode": row.mode,
        "yes": row.yes,
        "no": row.no,
        "abstain": row.abstain,
        "topic_states": list(row.topic_states),
        "votes": {way: list(states) for way, states in one.votes.items()},
        "note": "" if isinstance(row, HrcDecision) else row.note,
        **sourced(row),
    }
    return told | (_in_council(record, row) if isinstance(row, Decision) else {"vetoed_by": []})


def _in_council(record: Record, row: Decision) -> Cells:
    """What the Council's rules add: the majority, who presided, the table with each member's vote."""
    vetoed = set(row.vetoed_by)
    return {
        "vetoed_by": list(row.vetoed_by),
        "majority": rules.needed(row.date),
        "size": rules.size(row.date),
        "president": presiding(record, row.date),
        "table": [
            {"state": code, "vote": row.votes.get(code, "unknown"), "veto": code in vetoed}
            for code in seated(record, row.date)
        ],
    }


def _body(row: AnyDecision) -> str:
    if isinstance(row, Decision):
        return "council"
    return "assembly" if isinstance(row, AssemblyDecision) else "rights_council"


def _when(row: AnyDecision) -> str:
    if isinstance(row, Decision):
        return row.date.isoformat()
    return row.when.edtf() if row.when else ""


def _entry(entry: Entry) -> Cells:
    cells: Mapping[str, Any] = entry.cells
    said = {name: _plain(cells[name]) for name in _SAID if cells.get(name) not in (None, "")}
    symbol = next((str(cells[n]) for n in ("symbol", "draft", "meeting") if cells.get(n)), "")
    return {
        "table": entry.place.name,
        "role": role(entry),
        "symbol": symbol,
        "says": said,
        "standing": entry.standing,
        "preferred": entry.preferred,
        "confidence": entry.confidence,
        "known_since": entry.since.isoformat() if entry.since else None,
        "publisher": entry.origin.name,
        "publication": entry.origin.title,
        "retrieved": entry.origin.retrieved or None,
        "file": entry.origin.file,
        "link": entry.link,
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _contradictions(record: Record, found: Shown) -> list[Cells]:
    names = {found.symbol}
    for one in found.decided:
        row = one.row
        names |= {row.symbol, row.draft} if isinstance(row, Decision) else {row.symbol}
    told = {(f["rule"], f["said_en"]): f for name in sorted(filter(None, names)) for f in findings(record, about=name)}
    return list(told.values())


def _neighbour(record: Record, found: Shown, step: int) -> str | None:
    """The resolution of the Council before or after this one; None for other documents."""
    from mahdar.record.symbols import resolution_number

    number = resolution_number(found.symbol)
    other = record.decision(f"S/RES/{number + step}") if number and number + step > 0 else None
    return other.name if other else None

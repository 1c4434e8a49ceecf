"""A state in the record: a summary of its dossier by sections, and the lines of its timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any, Literal

from mahdar.assistant import given
from mahdar.assistant.answers import StateAnswer, TimelineAnswer
from mahdar.assistant.desk import Desk
from mahdar.assistant.plain import Json, of_row, plain
from mahdar.checking.dossier import Filed, dossier, dossiers
from mahdar.checking.wording import state_name
from mahdar.dossier.gathering import official_record
from mahdar.dossier.official import Covered, Decided, OfficialRecord
from mahdar.model import Why

Section = Literal[
    "seats",
    "presidencies",
    "decisions",
    "vetoes_cast",
    "votes_against",
    "abstentions",
    "sanctions",
    "listings",
    "reviews",
    "treaties",
    "mandates",
    "arria",
    "assembly",
    "rights_council",
]
SUMMARY: tuple[Section, ...] = ("seats", "decisions", "vetoes_cast", "sanctions", "reviews", "treaties", "mandates")
# Of the dossier, but no sections: given elsewhere, or counted from many rows and so without a source of their own.
_OTHER = frozenset({"timeline", "ballots", "coverage", "assembly_years"})


def look_up_state(desk: Desk, state: str, *, sections: Sequence[Section] | None = None, limit: int = 5) -> StateAnswer:
    """What the record has on a state, the newest of each section. Raises RefusedError."""
    code = _code(state)
    found = official_record(code, desk.record)
    left_out: dict[str, int] = {}
    shown: dict[str, list[Json]] = {
        name: _newest(getattr(found, name), limit, name, left_out) for name in sections or SUMMARY
    }
    return StateAnswer(
        state=code,
        name=_name(code),
        totals=_totals(found),
        ballots=asdict(found.ballots),
        sections=shown,
        coverage=_coverage(found.coverage),
        left_out=left_out,
        record=desk.record.hash,
    )


def state_timeline(
    desk: Desk,
    state: str,
    *,
    mechanism: str | None = None,
    first: str | None = None,
    last: str | None = None,
    as_of: str | None = None,
    limit: int = 50,
    offset: int = 0,
) -> TimelineAnswer:
    """The lines on a state in order of time. Raises RefusedError."""
    code, when, known = _code(state), given.between(first, last), given.day(as_of, "as_of")
    if mechanism is not None and mechanism not in dossiers():
        raise given.RefusedError(f"there is no mechanism {mechanism!r}; mechanisms are: {', '.join(dossiers())}")
    found = dossier(code, desk.record, mechanism=mechanism, when=when, as_of=known)
    lines = [_line(filed) for filed in found[offset : offset + limit]]
    return TimelineAnswer(code, _name(code), len(found), offset, lines, desk.record.hash)


def _code(state: str) -> str:
    code = given.state(state, "state")
    if code is None:
        raise given.RefusedError("state is empty: write a code such as PRK, or a name in English or Arabic")
    return code


def _name(code: str) -> Why:
    name = state_name(code)
    return Why(name.en, name.ar)


def _totals(found: OfficialRecord) -> dict[str, int]:
    names = (each.name for each in fields(found) if each.name not in _OTHER)
    return {name: len(getattr(found, name)) for name in names} | {"timeline": len(found.timeline)}


def _newest(items: Sequence[Any], limit: int, name: str, left_out: dict[str, int]) -> list[Json]:
    if len(items) > limit:
        left_out[name] = len(items) - limit
    return [_item(one) for one in items[-limit:]]


def _item(one: Any) -> Json:
    """An item with its citation; of a decision the state's own vote, not those of all others."""
    told: Json = plain(one)
    return _without(told, "votes") if isinstance(one, Decided) else told


def _coverage(declared: Sequence[Covered]) -> list[Json]:
    """What tables declare; parts of one that declare the same stand together."""
    found: dict[tuple[str, str, bool, str], list[str]] = {}
    for one in declared:
        found.setdefault((one.table, one.when.edtf, one.complete, one.note), []).append(one.part)
    names = ("table", "when", "complete", "note")
    return [
        {**dict(zip(names, key, strict=True)), "parts": [part for part in parts if part]}
        for key, parts in found.items()
    ]


def _without(told: Json, name: str) -> Json:
    return {key: value for key, value in told.items() if key != name}


def _line(filed: Filed) -> Json:
    line = filed.line
    told = of_row(line.row)
    if line.symbol:
        told["citation"] |= {"symbol": line.symbol}
    told["known_since"] = plain(line.since)
    return {"when": line.when, "mechanism": filed.mechanism, "what": plain(line.what), **told}

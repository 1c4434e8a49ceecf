"""`mahdar record show`: everything that the record has under one symbol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mahdar.commands.options import FAILED, AsOf, RecordPath, opened, parsed
from mahdar.commands.output import Csv, Form, Json, complain, console, emit, form_of, json_text, write

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mahdar.record.asking.entries import Entry
    from mahdar.record.asking.shown import Decided, Missing, Shown
    from mahdar.record.rows import Coverage

EXAMPLES = """Examples:

\b
  mahdar record show S/RES/2397                resolution, votes, sources, meeting
  mahdar record show 2397                      the best-known document with that number
  mahdar record show S/2022/431                a draft that was vetoed
  mahdar record show S/PV.9048                 a meeting, its agenda, its decisions
  mahdar record show --as-of 2005-01-01 iccpr  a treaty as it stood on that day

Exit status: 0 found, 1 not found (what may have been meant is named), 2 wrong usage."""

COLUMNS = (
    *("role", "table", "symbol", "when", "what", "outcome", "mode", "yes", "no", "abstain", "vetoed_by"),
    *(
        "voted_no",
        "voted_abstain",
        "absent",
        "standing",
        "confidence",
        "known_since",
        "publisher",
        "publication",
        "retrieved",
        "link",
        "file",
    ),
)
_NAMES = ("symbol", "draft", "slug", "reference", "treaty")
_SAID = ("outcome", "mode", "yes", "no", "abstain", "vetoed_by", "voted_no", "voted_abstain", "absent")
_TELLING = ("state", "name", "title", "matter", "event", "kind", "action", "status", "response", "holder", "committee")


def show(
    symbol: Annotated[str, typer.Argument(metavar="SYMBOL", help="A document symbol, its number, or a treaty's slug.")],
    as_of: AsOf = None,
    json: Json = False,
    csv: Csv = False,
    record: RecordPath = None,
) -> None:
    """Show what the record has under a symbol: the decision, who voted how, all sources side by side."""
    from mahdar.record.asking import shown

    form = form_of(json, csv)
    with opened(record) as store:
        found = shown.show(store, symbol, parsed(as_of))
        if isinstance(found, shown.Missing):
            _say_missing(found, form)
            raise typer.Exit(FAILED)
        if form == "table":
            from mahdar.commands.show_page import page

            page(found, console())
        else:
            rows = [row(entry) for entry in (*found.own, *found.others)]
            emit(rows, COLUMNS, form, about=about_of(found))


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
    from mahdar.commands.states import name

    told = [name(cells[key]) if key == "state" else str(cells[key]) for key in _TELLING if cells.get(key)]
    return " · ".join(told) or str(cells.get("topic") or "")


def about_of(found: Shown) -> dict[str, object]:
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


# -- nothing found
def _say_missing(found: Missing, form: Form) -> None:
    """What may have been meant, and what absence from the record proves; as JSON on standard output."""
    covered = [_line(c) for c in found.coverage]
    if form == "json":
        about = {"asked": found.asked, "found": False, "did_you_mean": found.near, "later": found.later}
        write(json_text({**about, "table": found.table, "coverage": covered, "rows": []}) + "\n")
        return
    later = "; rows under it were not public on that day" if found.later else ""
    complain(f"the record has nothing under {found.asked}, {found.what}{later}")
    if found.near:
        complain(f"did you mean {', '.join(found.near)}?")
    complain(f"what the record says of its {found.table}: {'; '.join(covered) or 'it claims no completeness'}")


def _line(c: Coverage) -> str:
    """One declaration in words; absence proves something only in a complete table."""
    how = "complete" if c.complete else "not complete (absence proves nothing)"
    return f"{c.part + ': ' if c.part else ''}{c.first} to {c.last}, {how}{f' ({c.note})' if c.note else ''}"

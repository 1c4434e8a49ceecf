"""`mahdar council on DATE`: the Security Council as it was on a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mahdar.commands.options import FAILED, AsOf, RecordPath, day, group, opened, parsed
from mahdar.commands.output import Csv, Json, complain, console, emit, form_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mahdar.record.access import Record
    from mahdar.record.rows import Decision, Meeting, Row, Term

EXAMPLES = """Examples:

\b
  mahdar council on 2022-05-26             # who sat, who presided, what was decided and met on that day
  mahdar council on 1962-10-25 --json
  mahdar council on 2017-12-22 --csv       # the members with their terms"""

app = group("The Security Council on a day.")

COLUMNS = (
    "state",
    "name",
    "name_ar",
    "seat",
    "first",
    "last",
    "presides",
    "confidence",
    "known_since",
    "publisher",
    "link",
)
_GLANCE = ("name", "name_ar", "seat", "first", "last", "presides")


@app.callback()
def council() -> None:
    """The Security Council on a day."""


@app.command("on", epilog=EXAMPLES)
def on(
    when: Annotated[str, typer.Argument(metavar="DATE", callback=day, help="A day, such as 2022-05-26.")],
    as_of: AsOf = None,
    json: Json = False,
    csv: Csv = False,
    record: RecordPath = None,
) -> None:
    """Show who sat on the Council on a day, who presided, what was decided and met, and the majority that it took."""
    from mahdar.mechanisms.council.rules import FIRST_DAY
    from mahdar.record.access import Record

    form = form_of(json, csv)
    asked = date.fromisoformat(when)
    if asked < FIRST_DAY:
        complain(f"the Security Council met for the first time on {FIRST_DAY}; {asked} lies before")
        raise typer.Exit(FAILED)
    with opened(record) as store:
        told = _told(Record(store), asked, parsed(as_of))
    rows = told.pop("members")
    if form != "table":
        emit(rows, COLUMNS, form, about=told)
        return
    emit(rows, _GLANCE, form, about=_head(told))
    _print_acts(told)


def _head(told: dict[str, Any]) -> dict[str, object]:
    """The lines above the table of members."""
    from mahdar.checking.states import name

    code = told["president"]
    president = f"{name(code)} ({code})" if code else told["president_note"]
    names = ("date", "size", "majority")
    return {**{key: told[key] for key in names}, "president": president, "members": told["members_known"]}


def _told(record: Record, asked: date, as_of: date | None) -> dict[str, Any]:
    """Everything on that day; `members` are the rows."""
    from mahdar.edtf import Interval
    from mahdar.mechanisms.council import rules

    span = Interval.day(asked)
    terms = _public(record.council_members(asked), as_of)
    president, note = _president(record, asked, as_of)
    before = _public(record.decisions(when=Interval(None, asked - timedelta(1))), as_of)
    size, sat = rules.size(asked), len(terms)
    return {
        "date": asked.isoformat(),
        "size": size,
        "majority": rules.needed(asked),
        "president": president,
        "president_note": note,
        "members_known": _members_note(record, asked, sat, size),
        "decided": [_decision(row) for row in _public(record.decisions(when=span), as_of)],
        "met": [_meeting(row) for row in _public(record.meetings(when=span), as_of)],
        "decided_before": _decision(before[-1]) if before else None,
        "coverage": _coverage(record, span),
        "members": [_member(term, president) for term in sorted(terms, key=_order)],
    }


def _members_note(record: Record, asked: date, sat: int, size: int) -> str:
    """Whether the list is whole: a day outside the table's time, or a seat that stood empty, is said."""
    from mahdar.edtf import Interval

    if not record.coverage("council_terms").covers(Interval.day(asked)):
        return f"{sat} (the record does not claim to be complete for that day)"
    return str(sat) if sat == size else f"{sat} of {size} seats"


def _president(record: Record, asked: date, as_of: date | None) -> tuple[str | None, str]:
    """The code of the state that presided, or None and why it is not known."""
    row = record.presidency(f"{asked:%Y-%m}")
    if row is not None and _public((row,), as_of):
        return next((t.state for t in record.council_members(asked) if t.state in _named(row.state)), None), ""
    covered = record.coverage("presidencies")
    return None, f"not known (the record has {covered.first:%Y-%m} to {covered.last:%Y-%m})"


def _named(president: str) -> set[str]:
    """The state that presided, and the one that took over its seat within the month."""
    from mahdar.mechanisms.council.rules import CONTINUED

    return {president} | {heir for heir, former in CONTINUED.items() if former == president}


def _public(rows: Iterable[Any], as_of: date | None) -> list[Any]:
    """The rows that were public on a day; those of unknown publication stay."""
    return [row for row in rows if as_of is None or row.known_since is None or row.known_since <= as_of]


def _order(term: Term) -> tuple[bool, str]:
    from mahdar.checking.states import name

    return term.seat != "permanent", name(term.state)


def _member(term: Term, president: str | None) -> dict[str, object]:
    from mahdar.checking.states import name

    return {
        "state": term.state,
        "name": name(term.state),
        "name_ar": name(term.state, "ar"),
        "seat": term.seat,
        "first": term.first,
        "last": None if term.last == date.max else term.last,
        "presides": True if term.state == president else None,
        **_sourced(term),
    }


def _decision(row: Decision) -> dict[str, object]:
    return {
        "symbol": row.name,
        "date": row.date,
        "meeting": row.meeting,
        "outcome": row.outcome,
        "tally": "-".join(map(str, row.tally)) if row.tally else row.mode,
        "vetoed_by": list(row.vetoed_by),
        "title": row.title,
        **_sourced(row),
    }


def _meeting(row: Meeting) -> dict[str, object]:
    return {"symbol": row.symbol, "date": row.date, "form": row.form, "agenda": row.title, **_sourced(row)}


def _sourced(row: Row) -> dict[str, object]:
    return {
        "confidence": row.confidence,
        "known_since": row.known_since,
        "publisher": row.source.name,
        "link": row.citation().url,
    }


def _coverage(record: Record, span: Any) -> dict[str, bool]:
    """Whether absence from each table proves anything for that day."""
    tables = ("council_terms", "presidencies", "council_decisions", "council_meetings")
    return {table: record.coverage(table).covers(span) for table in tables}


def _print_acts(told: dict[str, Any]) -> None:
    from mahdar.commands.grid import grid, line

    out = console()
    for title, rows, columns in (
        ("Decided on that day", told["decided"], ("symbol", "outcome", "tally", "vetoed_by", "title", "link")),
        ("Meetings on that day", told["met"], ("symbol", "form", "agenda", "link")),
        (
            "The last decision before",
            [told["decided_before"]] if told["decided_before"] else [],
            ("symbol", "date", "outcome", "tally", "vetoed_by", "title", "link"),
        ),
    ):
        out.print(line(f"\n{title}", "bold"))
        out.print(grid(rows, columns) if rows else line(f"none in the record{_proof(told, title)}"))


def _proof(told: dict[str, Any], title: str) -> str:
    table = "council_meetings" if title.startswith("Meetings") else "council_decisions"
    return ", which is complete for that day" if told["coverage"][table] else ", which proves nothing for that day"

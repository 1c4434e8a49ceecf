"""The Security Council: who sat on a day and what it did, and vetoes by member, topic and time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, timedelta
from typing import TypeVar

from mahdar.assistant import given
from mahdar.assistant.answers import CouncilAnswer, VetoesAnswer
from mahdar.assistant.desk import Desk
from mahdar.assistant.documents import coverage, decision
from mahdar.assistant.plain import Json, of_row, plain
from mahdar.assistant.reading import cut
from mahdar.checking.wording import state_name
from mahdar.edtf import Interval
from mahdar.mechanisms.council import rules
from mahdar.record.access import Record
from mahdar.record.rows import Decision, Meeting, Row, Term

_TABLES = ("council_terms", "presidencies", "council_decisions", "council_meetings")
_AnyRow = TypeVar("_AnyRow", bound=Row)


def council_on(desk: Desk, day: str, *, as_of: str | None = None, rows: int = given.ROWS) -> CouncilAnswer:
    """The Council on a day, by the rows that were public on the day `as_of`. Raises RefusedError."""
    on, known = given.day(day, "day"), given.day(as_of, "as_of")
    if on is None:
        raise given.RefusedError("day is empty: write one such as 2022-05-26")
    record, span = desk.record, Interval.day(on)
    founded = record.coverage("council_terms").first
    if on < founded:
        raise given.RefusedError(f"the record has the Council from {founded} on; {on} lies before")
    before = _public(record.decisions(when=Interval(None, on - timedelta(1))), known)
    president, terms = _president(record, on, known), _public(record.council_members(on), known)
    presiding = president["state"] if president else None
    left_out: dict[str, int] = {}
    return CouncilAnswer(
        date=on.isoformat(),
        size=rules.size(on),
        majority=rules.needed(on),
        rules=[asdict(rule.citation()) for rule in (rules.ARTICLE_23, rules.ARTICLE_27)],
        president=president,
        members=[_member(term, presiding) for term in sorted(terms, key=_by_name)],
        decisions=cut([voted(row) for row in _public(record.decisions(when=span), known)], rows, "decisions", left_out),
        meetings=cut([_meeting(row) for row in _public(record.meetings(when=span), known)], rows, "meetings", left_out),
        decided_before=voted(before[-1]) if before else None,
        complete={table: record.coverage(table).covers(span) for table in _TABLES},
        left_out=left_out,
        record=record.hash,
    )


def find_vetoes(
    desk: Desk,
    *,
    by: str | None = None,
    topic: str | None = None,
    first: str | None = None,
    last: str | None = None,
    limit: int = 20,
    offset: int = 0,
) -> VetoesAnswer:
    """Vetoed drafts, the newest first. Raises RefusedError."""
    member, about, when = given.state(by, "by"), given.state(topic, "topic"), given.between(first, last)
    record = desk.record
    found = sorted(record.vetoes(by=member, topic=about, when=when), key=lambda row: row.date, reverse=True)
    may = record.vetoes(by=member, topic=about, when=when, certain=False) if about else found
    counts = Counter(caster for row in found for caster in row.vetoed_by)
    return VetoesAnswer(
        by=member,
        topic=about,
        total=len(found),
        by_member=dict(counts.most_common()),
        may_concern=len(may) - len(found),
        offset=offset,
        vetoes=[voted(row) for row in found[offset : offset + limit]],
        coverage=[coverage(one) for one in record.declared("council_decisions") if one.part == "vetoes"],
        record=record.hash,
    )


def voted(row: Decision) -> Json:
    """A decision of the Council with the members that voted in each way."""
    ways: dict[str, list[str]] = {}
    for state, way in sorted(row.votes.items()):
        ways.setdefault(way, []).append(state)
    return decision(row, ways)


def _public(rows: Iterable[_AnyRow], as_of: date | None) -> list[_AnyRow]:
    """The rows that were public on a day; those of unknown publication stay."""
    return [row for row in rows if as_of is None or row.known_since is None or row.known_since <= as_of]


def _president(record: Record, on: date, as_of: date | None) -> Json | None:
    """The member that presided, or took over the seat within the month."""
    row = record.presidency(f"{on.year:04d}-{on.month:02d}")
    if row is None or not _public((row,), as_of):
        return None
    presiding = {row.state} | {heir for heir, former in rules.CONTINUED.items() if former == row.state}
    seated = (term.state for term in record.council_members(on) if term.state in presiding)
    return next(({"state": state, **of_row(row)} for state in seated), None)


def _by_name(term: Term) -> tuple[bool, str]:
    return term.seat != "permanent", state_name(term.state).en


def _member(term: Term, president: str | None) -> Json:
    name = state_name(term.state)
    return {
        "state": term.state,
        "name": {"en": name.en, "ar": name.ar},
        "seat": term.seat,
        "first": plain(term.first),
        "last": None if term.last == date.max else plain(term.last),
        "presides": term.state == president,
        **of_row(term),
    }


def _meeting(row: Meeting) -> Json:
    told = {"symbol": row.symbol, "date": plain(row.date), "form": row.form, "agenda": row.title}
    return told | of_row(row)

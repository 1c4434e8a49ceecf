"""The Security Council on a day: who sat where, who presided, what was decided and met."""

from __future__ import annotations

from datetime import date, timedelta

from mahdar.edtf import Interval
from mahdar.mechanisms.council import rules
from mahdar.mechanisms.council.audit.presidents import order_name
from mahdar.record.access import Record
from mahdar.record.rows import Meeting, Term
from mahdar.web.record_pages.facts.decisions import council_row
from mahdar.web.record_pages.facts.sourced import SOURCE, Cells, sourced

COLUMNS = ("state", "name_en", "name_ar", "seat", "first", "last", "presides", *SOURCE)
_TABLES = ("council_terms", "presidencies", "council_decisions", "council_meetings")


def council_on(record: Record, on: date) -> Cells:
    """`members` in the order in which they sit, the president first where it is known; what was decided and met.

    `covered` says for each table whether it is complete for that day: only then does absence prove anything.
    """
    span = Interval.day(on)
    terms = record.council_members(on)
    president = presiding(record, on)
    before = record.decisions(when=Interval(None, on - timedelta(1))) if on > date.min else ()
    after = record.decisions(when=Interval(on + timedelta(1), None)) if on < date.max else ()
    return {
        "date": on.isoformat(),
        "size": rules.size(on),
        "majority": rules.needed(on),
        "president": president,
        "members": [_member(term, president) for term in around(terms, president, on)],
        "decided": [council_row(row) for row in record.decisions(when=span)],
        "met": [_meeting(row) for row in record.meetings(when=span)],
        "before": council_row(before[-1]) if before else None,
        "after": council_row(after[0]) if after else None,
        "covered": {table: record.coverage(table).covers(span) for table in _TABLES},
    }


def presiding(record: Record, on: date) -> str | None:
    """The code of the member that presided on a day; None where the record does not know."""
    row = record.presidency(f"{on:%Y-%m}")
    if row is None:
        return None
    heirs = {heir for heir, former in rules.CONTINUED.items() if former == row.state}
    return next((t.state for t in record.council_members(on) if t.state in {row.state, *heirs}), None)


def around(terms: tuple[Term, ...], president: str | None, on: date) -> list[Term]:
    """Members in the English alphabetical order of the day (rule 18), from the president on, around the table."""
    ordered = sorted(terms, key=lambda term: order_name(term.state, on))
    head = next((i for i, term in enumerate(ordered) if term.state == president), 0)
    return ordered[head:] + ordered[:head]


def seated(record: Record, on: date) -> list[str]:
    """The codes of the members of a day as they sit, from the president on."""
    return [term.state for term in around(record.council_members(on), presiding(record, on), on)]


def _member(term: Term, president: str | None) -> Cells:
    from mahdar.checking.wording import state_name

    name = state_name(term.state)
    return {
        "state": term.state,
        "name_en": name.en,
        "name_ar": name.ar,
        "seat": term.seat,
        "first": term.first.isoformat(),
        "last": None if term.last == date.max else term.last.isoformat(),
        "presides": term.state == president,
        **sourced(term),
    }


def _meeting(row: Meeting) -> Cells:
    return {
        "symbol": row.symbol,
        "date": row.date.isoformat(),
        "form": row.form,
        "title": row.title,
        "topic_states": list(row.topic_states),
        **sourced(row),
    }

"""Checks of claims on country mandates and bodies of experts: running, set up or ended at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from mahdar.checking import policy
from mahdar.checking.protocol import Case, Found
from mahdar.checking.wording import Pair, state
from mahdar.edtf import Interval
from mahdar.mechanisms.mandates import rules
from mahdar.mechanisms.mandates.claims import ENDED, SET_UP
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import Mandate, SanctionsBody

_TABLE = "country_mandates"
Row = Mandate | SanctionsBody


def check(case: Case, record: Record) -> Verdict:
    """A mandate of that kind on the state runs, began or ended at the time meant. The table is a selection: what it
    lacks proves nothing, and a row of another time is offered as what the record has.
    """
    code, kind = case.text("topic") or "", case.text("mandate")
    rows = _rows(case, record, code, kind)
    days = policy.until(case) if case.found.tense == "past" else case.reference
    there = [row for row in rows if days is None or policy.wider(days).overlaps(rules.span(row))]
    edge = {SET_UP: _first, ENDED: _last}.get(case.found.theme)
    if edge is not None and case.at is not None:
        there = [row for row in rows if (when := edge(row)) is not None and policy.wider(case.at).overlaps(when)]
    since = policy.opening(case.at)
    if since is not None and there and not any(_began(row, since) for row in there):
        return policy.unknown(_told(there[-1], code), there[-1:])
    if there:
        row = next((r for r in reversed(there) if r.kind == kind), there[-1])
        return policy.supported(_told(row, code), [row])
    return policy.unknown(_told(rows[-1], code), rows[-1:]) if rows else policy.silent(case, _TABLE)


def _rows(case: Case, record: Record, code: str, kind: str | None) -> list[Row]:
    """The rows of that kind, else of the kinds that reports call by the same name."""
    alike = rules.alike(kind)
    country = [m for m in record.mandates(code) if not alike or m.kind in alike]
    panels = [b for b in record.sanctions_bodies(code) if not alike or b.kind in alike]
    rows: list[Row] = [*policy.known(case, country), *policy.known(case, panels)]
    exact = [row for row in rows if row.kind == kind]
    return exact or rows


def _began(row: Row, since: Interval) -> bool:
    """Whether a mandate began, or its holder took it over, in the time since which it is told to run."""
    begun = [when for when in (_first(row), row.holder_first if isinstance(row, Mandate) else None) if when is not None]
    return not begun or any(policy.wider(since).overlaps(when) for when in begun)


def _first(row: Row) -> Interval | None:
    return _days(row.first)


def _last(row: Row) -> Interval | None:
    return _days(row.last)


def _days(when: Interval | date | None) -> Interval | None:
    return when if isinstance(when, Interval) or when is None else Interval.day(when)


def _told(row: Row, code: str) -> Pair:
    title = row.title if isinstance(row, Mandate) else row.name
    first, last, name = policy.during(_first(row)), policy.during(_last(row)), state(code)
    over = Pair(f" It ended {last.en}.", f" وانتهت {last.ar}.") if row.last else Pair("", ".")
    return Pair(
        f"{title}: set up {first.en} ({row.symbol}).{over.en}",
        f"أنشئت هذه الولاية بشأن {name.ar} {first.ar} ({row.symbol}){over.ar}",
    )


def facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days of mandates whose end is known."""
    code, kind = str(found.args.get("topic")), found.args.get("mandate")
    spans: Sequence[Interval] = list({rules.span(m) for m in record.mandates(code) if m.kind == kind})
    return spans if all(span.first for span in spans) else []

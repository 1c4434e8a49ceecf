"""Where official sources disagree on the number or day of a resolution: both are cited, whichever is followed."""

from __future__ import annotations

from datetime import date

from mahdar.checking import policy
from mahdar.checking.protocol import Case
from mahdar.checking.wording import Pair, day
from mahdar.edtf import Interval
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import Decision


def numbered_otherwise(case: Case, record: Record, row: Decision) -> Decision | None:
    """What another source has for the decision under another number, where the claim names the number."""
    if not case.firm("symbol"):
        return None
    return next((rival for rival in record.rivals(row) if rival.symbol and rival.symbol != row.symbol), None)


def on_another_day(case: Case, record: Record, row: Decision) -> Decision | None:
    """What another source has under the number of a row on a day within those claimed, where the row's lies outside."""
    if case.at is None or case.found.assumed or _holds(case.at, row.date):
        return None
    rows = (*record.rivals(row), *record.printed_as(row.symbol))
    return next((rival for rival in rows if _holds(case.at, rival.date)), None)


def _holds(at: Interval, when: date) -> bool:
    return (at.first or date.min) <= when <= (at.last or date.max)


def numbers_differ(said: Pair, row: Decision, rival: Decision) -> Verdict:
    """The claim follows one source's number; the other source's is named."""
    other, source = rival.symbol, rival.source.name
    why = Pair(
        f"{said.en} Another publication ({source}) prints it as {other}.",
        f"{said.ar} وفي منشور آخر ({source}) رقمه {other}.",
    )
    return policy.conflicting(why, [row, rival])


def days_differ(said: Pair, row: Decision, rival: Decision) -> Verdict:
    """The claim follows one source's day; the other source's is told."""
    other, source = day(rival.date), rival.source.name
    why = Pair(
        f"{said.en} Another publication ({source}) has {rival.symbol} on {other.en}.",
        f"{said.ar} وفي منشور آخر ({source}) ورد {rival.symbol} في {other.ar}.",
    )
    return policy.conflicting(why, [row, rival])

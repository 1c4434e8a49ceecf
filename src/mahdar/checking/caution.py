"""What holds a verdict back, whatever the kind of the claim: it is told as ahead, as the first, the last or that of one
alone, or its day may be read in two ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from mahdar.checking import policy
from mahdar.checking.protocol import Case, Check, Kind
from mahdar.checking.wording import Pair, day
from mahdar.edtf import Interval
from mahdar.model import Claim, Verdict
from mahdar.record.access import Record

_DAY, _AHEAD = timedelta(1), timedelta(366)
_DIGITS = re.compile(r"\s*(\d{1,2})\s?[/.\-]\s?(\d{1,2})\s?[/.\-]\s?\d{2,4}\b")
_MONTHS = 12
_LOST = "lost"  # a seat whose entry is dated by its beginning


def cautious(case: Case, verdict: Verdict, kind: Kind, record: Record, written: str, language: str) -> Verdict:
    """The verdict as far as it may go; ``written`` is the text of the time on which the claim hangs, ``language`` that
    of the report.
    """
    check = kind.check
    open_ = case.at is None or case.at.first is None
    if case.found.tense == "future" and open_ and verdict.label != "not-enough-evidence":
        verdict = _ahead(case, verdict, check, record)
    if case.found.singled and verdict.label == "supported":
        verdict = kind.singled(case, verdict, record) if kind.singled is not None else uncounted(verdict)
    swapped = other_reading(case.at, written)
    if swapped is not None and verdict.label != "not-enough-evidence":
        other = check(replace(case, at=swapped), record)
        if language != "ar" or other.label != verdict.label:
            verdict = _two_days(case, verdict, swapped, other)
    return verdict


def unrefuted(claims: Iterable[Claim]) -> list[Claim]:
    """The claims of a report whose date is in doubt: days counted from a wrong one would contradict what is true."""
    return [replace(one, verdict="not-enough-evidence") if one.verdict == "refuted" else one for one in claims]


# -- the future
def _ahead(case: Case, verdict: Verdict, check: Check, record: Record) -> Verdict:
    """What is told as ahead is borne out only by what came of it within a year of the report."""
    days = _to_come(case)
    if days is not None and days.first is not None:
        began = days.first.isoformat()
        came = verdict if _came_soon(verdict, days) else check(replace(case, at=days), record)
        later = case.text("status") == _LOST or any((c.date or "") >= began for c in came.citations)
        if came.label == "supported" and later:
            return came
        if came.label == verdict.label == "refuted":
            return came
    elif verdict.label == "refuted":
        return verdict
    why = Pair(
        "The text tells it as yet to come, and does not say when: what the record has of earlier times does not bear it"
        " out.",
        "يتحدث النص عن أمر لم يقع بعد ولا يحدد موعده، فلا يؤيده ما في السجل من وقائع سابقة.",
    )
    return Verdict("not-enough-evidence", policy.unknown(why).why, verdict.citations)


def _came_soon(verdict: Verdict, days: Interval) -> bool:
    """Whether all that bears a claim out came of it in those days, so that no later fact is to be cited."""
    if verdict.label != "supported" or not verdict.citations or days.first is None or days.last is None:
        return False
    first, last = days.first.isoformat(), days.last.isoformat()
    return all(first <= (one.date or "") <= last for one in verdict.citations)


def _to_come(case: Case) -> Interval | None:
    """The days from the report to the end that the text names, or to a year later; None where no day is known."""
    first, last = (case.published.first, case.published.last) if case.published is not None else (None, None)
    if first is None or last is None or first == date.min or last > date.max - _AHEAD:
        return None
    end = case.at.last if case.at is not None and case.at.last is not None else last + _AHEAD
    return Interval(first - _DAY, max(end, first))


# -- the first, the last, alone
def uncounted(verdict: Verdict) -> Verdict:
    """The deed is in the record; that it was the first, the last or by one alone is not shown."""
    why = Pair(
        f"{verdict.why.en} Whether it was the first, the last or the only one, the record does not show.",
        f"{verdict.why.ar} ولا يبيّن السجل ما إذا كان الأول أو الأخير أو الوحيد.",
    )
    return Verdict("not-enough-evidence", policy.unknown(why).why, verdict.citations)


# -- a day in digits
def other_reading(at: Interval | None, written: str) -> Interval | None:
    """The day that digits also mean where day and month change places: 04/10/2018 is 4 October or April 10."""
    if at is None or at.first is None or at.first != at.last:
        return None
    match = _DIGITS.match(written)
    if match is None:
        return None
    one, other = int(match.group(1)), int(match.group(2))
    if one == other or max(one, other) > _MONTHS or {one, other} != {at.first.day, at.first.month}:
        return None
    return Interval.day(date(at.first.year, at.first.day, at.first.month))


def _two_days(case: Case, verdict: Verdict, swapped: Interval, other: Verdict) -> Verdict:
    """Digits that mean two days refute nothing, and in a denial bear nothing out against it; in Arabic, where the day
    comes first, they do where the record says the same of both.
    """
    against = verdict.label == "refuted" or (verdict.label == "supported" and case.negated)
    if not against and not (verdict.label == "conflicting" and other.label != "conflicting"):
        return verdict
    one, two = day(case.at), day(swapped)
    why = Pair(
        f"The date may mean {one.en} or {two.en}. {_said(other, verdict).why.en}",
        f"قد يعني التاريخ {one.ar} أو {two.ar}. {_said(other, verdict).why.ar}",
    )
    return Verdict("not-enough-evidence", policy.unknown(why).why, _said(other, verdict).citations)


def _said(*verdicts: Verdict) -> Verdict:
    """The first of two verdicts that bears the claim out, else the last."""
    return next((v for v in verdicts if v.label == "supported"), verdicts[-1])

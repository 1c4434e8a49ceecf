"""What holds a verdict back, whatever the kind of the claim: it is told as ahead, as the first, the last or that of one
alone, or its day may be read in two ways.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from mahdar.checking import policy
from mahdar.checking.protocol import Case, Check
from mahdar.checking.wording import Pair, day, states
from mahdar.edtf import Interval
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import Decision

_DAY, _AHEAD = timedelta(1), timedelta(366)
_DIGITS = re.compile(r"\s*(\d{1,2})\s?[/.\-]\s?(\d{1,2})\s?[/.\-]\s?\d{2,4}\b")
_BALLOTS = ("council.vote", "assembly.vote")
_MONTHS = 12
_LOST = "lost"  # a seat whose entry is dated by its beginning


def cautious(case: Case, verdict: Verdict, check: Check, record: Record, written: str, language: str) -> Verdict:
    """The verdict as far as it may go; ``written`` is the text of the time on which the claim hangs, ``language`` that
    of the report.
    """
    open_ = case.at is None or case.at.first is None
    if case.found.tense == "future" and open_ and verdict.label != "not-enough-evidence":
        verdict = _ahead(case, verdict, check, record)
    if case.found.singled and verdict.label == "supported":
        verdict = _SINGLED[case.found.singled](case, verdict, record)
    swapped = other_reading(case.at, written)
    if swapped is not None and verdict.label != "not-enough-evidence":
        other = check(replace(case, at=swapped), record)
        if language != "ar" or other.label != verdict.label:
            verdict = _two_days(case, verdict, swapped, other)
    return verdict


# -- the future
def _ahead(case: Case, verdict: Verdict, check: Check, record: Record) -> Verdict:
    """What is told as ahead is borne out only by what came of it within a year of the report."""
    days = _to_come(case)
    if days is not None and days.first is not None:
        came = check(replace(case, at=days), record)
        began = days.first.isoformat()
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


def _to_come(case: Case) -> Interval | None:
    """The days from the report to the end that the text names, or to a year later; None where no day is known."""
    first, last = (case.published.first, case.published.last) if case.published is not None else (None, None)
    if first is None or last is None or first == date.min or last > date.max - _AHEAD:
        return None
    end = case.at.last if case.at is not None and case.at.last is not None else last + _AHEAD
    return Interval(first - _DAY, max(end, first))


# -- the first, the last, alone
def _first(case: Case, verdict: Verdict, record: Record) -> Verdict:
    """The first veto of these states on the topic; of other kinds the record is not counted."""
    rows, here = _vetoes(case, record), _deciding(case, record, verdict)
    if here is None:
        return _uncounted(verdict)
    earlier = [row for row in rows if row.date < here[0].date]
    if not earlier:
        return verdict
    by = states(case.texts("by"))
    if not any(set(case.texts("by")) <= set(row.vetoed_by) for row in earlier):  # Russia holds the Soviet Union's seat
        return _uncounted(verdict)
    on = day(earlier[0].date)
    why = Pair(
        f"{by.en} cast a veto earlier: {earlier[0].name} on {on.en}.",
        f"سبق ذلك نقض من جانب {by.ar}: {earlier[0].name} في {on.ar}.",
    )
    return policy.conflicting(why, [here[0], earlier[0]])


def _last(case: Case, verdict: Verdict, record: Record) -> Verdict:
    """The last veto of these states on the topic before the report came out; without its day, later ones only doubt
    it.
    """
    rows, here = _vetoes(case, record), _deciding(case, record, verdict)
    if here is None:
        return _uncounted(verdict)
    end = case.published.last if case.published else case.as_of
    later = [row for row in rows if row.date > here[-1].date and (end is None or row.date <= end)]
    if not later:
        return verdict
    by, on = states(case.texts("by")), day(later[-1].date)
    why = Pair(
        f"{by.en} cast a veto later: {later[-1].name} on {on.en}.",
        f"تلا ذلك نقض من جانب {by.ar}: {later[-1].name} في {on.ar}.",
    )
    rows = [here[-1], later[-1]]
    return policy.unknown(why, rows) if end is None else policy.conflicting(why, rows)


def _alone(case: Case, verdict: Verdict, record: Record) -> Verdict:
    """Nobody else cast the veto, or voted so: by the casters of the row, or its tally."""
    if case.found.kind in _BALLOTS:
        return _alone_in_vote(case, verdict, record)
    here = _deciding(case, record, verdict)
    if here is None:
        return _uncounted(verdict)
    named = {"RUS" if code == "SUN" else code for code in case.texts("by")}
    if any({"RUS" if code == "SUN" else code for code in row.vetoed_by} == named for row in here):
        return verdict
    by = states(here[-1].vetoed_by)
    why = Pair(
        f"{here[-1].name} was vetoed by {by.en}, not by one alone.",
        f"نُقض المشروع {here[-1].name} من جانب {by.ar}، لا من جانب دولة وحدها.",
    )
    return policy.conflicting(why, here[-1:])


def _alone_in_vote(case: Case, verdict: Verdict, record: Record) -> Verdict:
    symbol = verdict.citations[0].symbol if verdict.citations else None
    row = record.decision(symbol) if symbol else None
    counted = row.tally if row is not None else None
    if row is None or counted is None or not case.pairs("states"):
        return _uncounted(verdict)
    told = list(case.pairs("states").values())
    said = dict(zip(("yes", "no", "abstain"), counted, strict=True))
    if all(said.get(vote) == told.count(vote) for vote in set(told)):
        return verdict
    return Verdict("conflicting", verdict.why, verdict.citations)


def _vetoes(case: Case, record: Record) -> list[Decision]:
    """All vetoes of these states on the topic that are in the record, in order of time."""
    by = case.texts("by")
    if not by:
        return []
    found = policy.known(case, record.vetoes(by=by[0], topic=case.text("topic") if case.firm("topic") else None))
    also = set(by[1:])
    return sorted((row for row in found if also <= set(row.vetoed_by)), key=lambda row: row.date)


def _deciding(case: Case, record: Record, verdict: Verdict) -> list[Decision] | None:
    """The vetoes of the days meant by which a claim is borne out; None for claims of other kinds."""
    if case.found.kind != "council.veto":
        return None
    rows = _vetoes(case, record)
    if case.at is not None:
        days = policy.wider(case.at) if policy.day_level(case.at) else case.at
        rows = [row for row in rows if days.contains(row.date)]
    else:
        cited = {c.symbol for c in verdict.citations if c.symbol}
        rows = [row for row in rows if row.citation().symbol in cited]
    return rows or None


def _uncounted(verdict: Verdict) -> Verdict:
    """The deed is in the record; that it was the first, the last or by one alone is not shown."""
    why = Pair(
        f"{verdict.why.en} Whether it was the first, the last or the only one, the record does not show.",
        f"{verdict.why.ar} ولا يبيّن السجل ما إذا كان الأول أو الأخير أو الوحيد.",
    )
    return Verdict("not-enough-evidence", policy.unknown(why).why, verdict.citations)


_SINGLED: dict[str, Callable[[Case, Verdict, Record], Verdict]] = {"first": _first, "last": _last, "alone": _alone}


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

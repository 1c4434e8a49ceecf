"""The desk: every claim that was found is judged by the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from mahdar.checking import policy
from mahdar.checking.assertion import headline_end
from mahdar.checking.caution import cautious
from mahdar.checking.entries import Entry, common_date, entry_of
from mahdar.checking.lent import without_lent
from mahdar.checking.protocol import Case, Found
from mahdar.checking.registry import kinds
from mahdar.checking.repeated import distinct
from mahdar.checking.up_to import to_its_end
from mahdar.checking.wordlists import words
from mahdar.checking.yearless import in_its_year
from mahdar.edtf import Interval
from mahdar.model import Arg, Claim, Verdict
from mahdar.reading.passage import Passage
from mahdar.record.access import Record

_LATELY = timedelta(2)
_AGAINST = ("refuted", "conflicting")
_UNDECIDED = "not-enough-evidence"
_TRIALS = (date(2012, 5, 15), date(2020, 5, 15))  # days of publication by which the record of any table is asked
_BOUNDING = ("mahdar.checking", "times.toml", "bounding")


def judge_all(passage: Passage, founds: Sequence[Found], record: Record, as_of: date | None = None) -> list[Claim]:
    """The claims with verdicts, one for each kind and set of arguments, in order of their place; "the Council met",
    with neither argument nor count, says nothing.
    """
    entries = distinct([entry_of(found, passage.published) for found in founds], headline_end(passage))
    claims = ((entry.found, _claim(passage, entry, record, as_of)) for entry in entries)
    return [claim for found, claim in claims if claim.args or found.low is not None or found.high is not None]


def _claim(passage: Passage, entry: Entry, record: Record, as_of: date | None) -> Claim:
    found = entry.found
    entry = _short_of_its_end(passage, entry) if found.negated else entry

    def judged(one: Entry) -> tuple[dict[str, Arg], Verdict]:
        return _judged(one, passage.published, record, as_of)

    args, verdict = without_lent(entry, judged, in_its_year(entry, judged))
    verdict = to_its_end(entry, passage.published, verdict, judged)
    case = Case(found, args, entry.at, None if found.elsewhere else passage.published, as_of)
    written = passage.text[found.time.start : found.time.end] if found.time is not None else ""
    verdict = cautious(case, verdict, kinds()[found.kind], record, written, passage.language)
    if passage.published is None and verdict.label == _UNDECIDED and as_of is None:
        verdict = _without_a_day(found, verdict, record)
    verdict = _worded(verdict) if found.negated else verdict
    if found.elsewhere and verdict.label == "refuted":
        verdict = policy.another_time()
    if (found.retold or found.year is not None) and verdict.label in _AGAINST:
        args, verdict = {name: value for name, value in args.items() if name != "at"}, policy.another_time()
    text = passage.text[found.start : found.end]
    return Claim(
        found.start, found.end, text, found.kind, args, found.negated, verdict.label, verdict.why, verdict.citations
    )


def _without_a_day(found: Found, verdict: Verdict, record: Record) -> Verdict:
    """An undecided verdict that says where it is the day of publication that is missing: any such day would decide the
    claim, or its time hangs on that day.
    """
    if found.elsewhere or (found.time is not None and found.time.absolute is not None):
        return verdict
    if found.time is not None:
        return policy.hanging(verdict)
    days = [Interval.day(day) for day in _TRIALS]
    decided = all(_judged(entry_of(found, day), day, record, None)[1].label != _UNDECIDED for day in days)
    return policy.undated(verdict) if decided else verdict


def _short_of_its_end(passage: Passage, entry: Entry) -> Entry:
    """What was not so before or until a time is denied of the days before it alone: "no member until 2002"; of a year
    that goes on, of the days up to the report.
    """
    at, time = entry.at, entry.found.time
    if at is None or at.last is None or time is None:
        return entry
    end = passage.published.last if passage.published is not None else None
    bounded = time.i > 0 and passage.tokens.forms[time.i - 1] in words(*_BOUNDING)
    if (
        not bounded
        and end is not None
        and at.first is not None
        and at.first <= end < at.last
        and entry.found.tense != "future"
    ):
        return replace(entry, at=Interval(at.first, end, "day"))
    if at.first is not None and not bounded:
        return entry
    first = at.first or at.last.replace(month=1 if at.grain == "year" else at.last.month, day=1)
    end = at.last if at.first is None and at.grain not in ("year", "month") else first
    return replace(entry, at=Interval(None, end - timedelta(1), "day"))


def _judged(
    entry: Entry, published: Interval | None, record: Record, as_of: date | None
) -> tuple[dict[str, Arg], Verdict]:
    """The verdict; where the news' own day was assumed, it counts only if the record has the fact on that day, and
    where a time is told on which the deed may have been another, only if it has it then.
    """
    found, kind = entry.found, kinds()[entry.found.kind]
    published = None if found.elsewhere else published
    if found.assumed and found.time is not None and entry.at is not None:
        dated = entry.args | {"at": entry.at.edtf()}
        verdict = kind.check(Case(found, dated, entry.at, published, as_of), record)
        return dated, verdict if verdict.label == "supported" else policy.left_open(verdict)
    if found.assumed and published is not None and published.first is not None:
        dated = entry.args | {"at": common_date(published)}
        verdict = kind.check(Case(found, dated, published, published, as_of), record)
        if verdict.label == "supported":
            return dated, verdict
        lately = Interval(published.first - _LATELY, published.last)
        verdict = kind.check(Case(found, entry.args, lately, published, as_of), record)
        if verdict.label == "supported":
            return entry.args, verdict
        return entry.args, kind.check(Case(found, entry.args, None, published, as_of), record)
    return entry.args, kind.check(Case(found, entry.args, entry.at, published, as_of), record)


def _worded(verdict: Verdict) -> Verdict:
    """The verdict on a denial: what bears out the deed refutes its denial, and the other way round."""
    if verdict.label == "supported":
        return Verdict("refuted", verdict.why, verdict.citations)
    return Verdict("supported", verdict.why, verdict.citations) if verdict.label == "refuted" else verdict

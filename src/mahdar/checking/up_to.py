"""Seats that are held now and up to a time: "is a member until the end of 2020" holds only if it holds then as well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mahdar.checking import policy
from mahdar.checking.entries import Entry
from mahdar.edtf import Interval
from mahdar.model import Arg, Verdict

_MEMBER, _JUNE = ".member", 6
_BORNE_OUT = "supported"
Judged = tuple[dict[str, Arg], Verdict]


def to_its_end(
    entry: Entry, published: Interval | None, verdict: Verdict, judged: Callable[[Entry], Judged]
) -> Verdict:
    """The verdict, left open where a seat told up to a time is not held on the first and the last day of it."""
    if published is None or verdict.label != _BORNE_OUT or not _is_up_to(entry, published):
        return verdict
    end = _last_day(entry, published)
    days = (end, published) if end is not None else ()
    labels = {judged(replace(entry, at=day))[1].label for day in days}
    return verdict if labels == {_BORNE_OUT} else policy.left_open(verdict)


def _is_up_to(entry: Entry, published: Interval) -> bool:
    """Whether a seat is said to be held now, up to a time."""
    found, at = entry.found, entry.at
    if at is None or at.first is not None or at.last is None or published.first is None:
        return False
    return found.kind.endswith(_MEMBER) and found.tense == "present" and not found.negated


def _last_day(entry: Entry, published: Interval) -> Interval | None:
    """A day on which what lasts from the report up to a time still has to be so: in a year one before the terms that
    end in June; None where the time is over.
    """
    last = entry.at.last if entry.at is not None else None
    if last is None or entry.at is None or (published.first is not None and last < published.first):
        return None
    if entry.at.grain == "year":
        return Interval.day(last.replace(month=_JUNE, day=1))
    return Interval.day(last.replace(day=1) if entry.at.grain == "month" else last)

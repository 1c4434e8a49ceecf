"""What the record has where a text's number and its subject or day do not belong together.

A number may be misread by a digit, or two digits may have changed places: 2379 for 2397. Such rows are offered
beside the verdict as what the record has; the claim itself is never corrected.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mahdar.checking import policy
from mahdar.checking.protocol import Case
from mahdar.checking.wording import Pair, called, day, tally
from mahdar.record.access import Record
from mahdar.record.rows import Decision

_PREFIX = "S/RES/"
_MOST = 2
_FEW_DAYS = 31


def near_misses(case: Case, record: Record, symbol: str) -> list[Decision]:
    """Resolutions that bear out the subject and the day of a claim whose number does not: first those whose number is
    a slip away, else the only ones on that subject in those days.
    """
    about = case.text("topic")
    if about is None and case.at is None:
        return []
    number = symbol.upper().removeprefix(_PREFIX).partition(" ")[0]
    slips = [r for n in _slips(number, alike=case.at is None) if (r := record.decision(f"{_PREFIX}{n}")) is not None]
    found = [row for row in policy.known(case, slips) if _fits(case, row)]
    if found or about is None or case.at is None or (case.at.days() or 9999) > _FEW_DAYS:
        return found[:_MOST]
    rows = policy.known(case, record.decisions(about, policy.wider(case.at), "adopted"))
    return list(rows) if len(rows) <= _MOST else []


def _slips(number: str, *, alike: bool) -> Iterator[str]:
    """Numbers with two digits in each other's place, and, unless they have to be ``alike``, with one digit wrong."""
    for k in range(1, len(number)):
        if number[k - 1] != number[k]:
            yield number[: k - 1] + number[k] + number[k - 1] + number[k + 1 :]
    if not alike:
        for k, right in enumerate(number):
            yield from (number[:k] + digit + number[k + 1 :] for digit in "0123456789" if digit != right)


def _fits(case: Case, row: Decision) -> bool:
    about = case.text("topic")
    return (about is None or row.concerns(about)) and policy.on_the_day(case, row.date) and row.outcome == "adopted"


def offered(rows: Sequence[Decision]) -> Pair:
    """What the record has instead, in words; empty for none."""
    if not rows:
        return Pair("", "")
    told = [(called(row.name), day(row.date), tally(row.tally), row.title) for row in rows]
    english = "; ".join(f"{name.en}, {when.en} ({votes.en}): {title}" for name, when, votes, title in told)
    arabic = "؛ ".join(f"{name.ar}، {when.ar} ({votes.ar})" for name, when, votes, _ in told)
    return Pair(f" The record has {english}.", f" وفي السجل: {arabic}.")

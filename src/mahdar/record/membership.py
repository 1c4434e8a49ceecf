"""Who was a member of the United Nations when, as spans of days from the events of `un_members`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

JOINS = frozenset({"founding-member", "admission", "resumed-membership", "continued-membership"})
LEAVES = frozenset({"withdrawal", "membership-ended", "merged-into-another-member", "continued-by"})

Span = tuple[str, date, date]


def spans(events: Iterable[tuple[str, str, date]]) -> tuple[Span, ...]:
    """(state, event, day) to (state, first day, last day) of membership, in order of time; without end 9999-12-31.

    The day on which a state leaves is the first on which it is no member. Other events are passed over.
    """
    ordered = sorted((e for e in events if e[1] in JOINS | LEAVES), key=lambda e: (e[2], e[1] in JOINS))
    open_since: dict[str, date] = {}
    found: list[Span] = []
    for state, event, day in ordered:
        if event in JOINS:
            open_since.setdefault(state, day)
        elif state in open_since:
            found.append((state, open_since.pop(state), day - timedelta(1)))
    found += [(state, first, date.max) for state, first in open_since.items()]
    return tuple(sorted(found, key=lambda span: (span[1], span[0])))


def throughout(members: Iterable[Span], first: date, last: date) -> frozenset[str]:
    """The states that were members on every day from `first` to `last`."""
    return frozenset(state for state, joined, left in members if joined <= first and last <= left)

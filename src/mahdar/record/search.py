"""Small helpers for looking rows up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from mahdar.edtf import Interval
from mahdar.record.rows.base import Topical
from mahdar.record.timeline import Timeline

T = TypeVar("T", bound=Topical)
G = TypeVar("G")


def about(rows: Iterable[T], topic: str | None, certain: bool = True) -> tuple[T, ...]:
    """Rows that concern a state (or, if not `certain`, may concern it); all rows if no state is asked for."""
    if topic is None:
        return tuple(rows)
    return tuple(row for row in rows if (row.concerns(topic) if certain else row.may_concern(topic)))


def about_during(rows: Timeline[T], topic: str | None, when: Interval | None, certain: bool = True) -> tuple[T, ...]:
    """The same for rows in order of time, those that fall, or may fall, inside the interval; each topic sought once."""
    if topic is not None:
        rows = rows.narrowed((topic, certain), lambda row: row.concerns(topic) if certain else row.may_concern(topic))
    return rows.during(when)


def grouped(rows: Iterable[G], key: Callable[[G], str]) -> dict[str, tuple[G, ...]]:
    """Key -> its rows, in their order."""
    groups: dict[str, list[G]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return {name: tuple(group) for name, group in groups.items()}

"""What the draws of all kinds share: the type of a draw, and small choices among rows and states."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from importlib import import_module
from random import Random

from mahdar.record.access import Record
from mahdar.record.rows import Topical
from tests.generated.harder.blanks import Drawn
from tests.generated.words import codes

PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")
NEWEST = date(2026, 5, 4)  # no report is newer
Draw = Callable[[Random], Drawn | None]
"""Draws a row and fills blanks from it; `None` where the row that came up cannot be told."""


def prepared(kind: str, record: Record) -> Draw:
    """The draw of a kind; its rows are chosen once."""
    draw: Draw = import_module(f"tests.generated.harder.kinds.{kind}").prepare(record)
    return draw


def without(*unwanted: Iterable[str]) -> list[str]:
    """All members of the United Nations that have a name here and stand in none of these."""
    taken = {"PSE", *(code for group in unwanted for code in group)}
    return [code for code in codes() if code not in taken]


def states_of(row: Topical) -> set[str]:
    """The states that a row concerns or may concern."""
    return {*row.topic_states, *row.maybe_states}


def two(random: Random, known: Sequence[str]) -> tuple[str, str]:
    """Two different ones."""
    first, second = random.sample(list(known), 2)
    return first, second


def published(random: Random, day: date, later: Sequence[int]) -> date:
    """A day of publication so many days later, never newer than any report."""
    return min(day + timedelta(random.choice(list(later))), max(NEWEST, day + timedelta(1)))

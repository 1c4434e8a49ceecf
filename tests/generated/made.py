"""Sentences made from rows of the record, true or falsified in one argument, for the suite that no grammar wrote.

The templates share nothing with the reader: each is a whole sentence written here, with blanks for the values of a row;
names of states, months and numbers come from this package's own small tables, never from those of
`mahdar.language`, `mahdar.reading` or `mahdar.mechanisms`. What is true is decided by the row alone, what is false by
one changed value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TypeVar

from mahdar.record.access import Record

SEED = 1946
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Made:
    """A sentence, the kind of claim it makes, the day on which it was published (EDTF), and what was falsified.

    ``changed`` is empty for a true sentence, else the argument that was changed (``yes``, ``at``, ``by``, ``symbol``…).
    ``covered`` is false where absence from the record proves nothing of what was changed, or its row is not firm.
    """

    text: str
    kind: str
    published: str
    changed: str = ""
    covered: bool = True


Maker = Callable[[Record, Random], Iterator[Made]]


def sample(random: Random, rows: Iterable[T], count: int) -> list[T]:
    """So many rows at random, the same ones in every run."""
    known = list(rows)
    return random.sample(known, min(count, len(known)))


def other(random: Random, values: Sequence[T], *but: T) -> T:
    """One of the values that is none of those."""
    return random.choice([value for value in values if value not in but])


def moved(random: Random, day: date, least: int = 40, most: int = 400) -> date:
    """Another day, far enough away that no newsroom would call it the same, never in another century."""
    by = random.choice((-1, 1)) * random.randint(least, most)
    return date.fromordinal(day.toordinal() + by)

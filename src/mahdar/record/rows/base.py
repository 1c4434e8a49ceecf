"""What all rows of the record share: source, confidence, the states that they concern, and how they are cited."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from mahdar.edtf import Interval
from mahdar.model import Citation
from mahdar.record.symbols import document_url


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a row comes from: a publication; `rank` 1 is preferred to 2 where two disagree.

    `retrieved` is when the copy that was read was made (EDTF), empty where that is not known.
    """

    key: str
    name: str
    title: str
    url: str
    rank: int
    retrieved: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """From when to when a table is said to be complete; outside that, absence proves nothing."""

    table: str
    first: dt.date
    last: dt.date
    complete: bool
    note: str = ""
    part: str = ""

    def covers(self, when: Interval) -> bool:
        """Whether absence from the table proves something for every day of `when`."""
        if not self.complete or when.first is None or when.last is None:
            return False
        return self.first <= when.first and when.last <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What all rows share. `confidence` is `stated`, `derived` (by a rule of procedure) or `known` (no page found)."""

    source: Source
    confidence: str = "stated"

    @property
    def firm(self) -> bool:
        """Whether a verdict `refuted` may stand on this row; a row that is not firm may only support."""
        return self.confidence != "known"

    @property
    def known_since(self) -> dt.date | None:
        """The first day on which this row was public, `None` where that is not known."""
        return None

    def citation(self) -> Citation:
        """Where a reader can check this row."""
        return Citation(symbol=None, date=None, title=self.source.title, source=self.source.name, url=self.source.url)

    def _cite(self, symbol: str, day: str, title: str) -> Citation:
        url = document_url(symbol) if symbol else self.source.url
        return Citation(symbol=symbol or None, date=day or None, title=title, source=self.source.name, url=url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topical(Row):
    """A row about states: those that it concerns, and those that it may concern (`*` any) as its title leaves open."""

    topic_states: tuple[str, ...] = ()
    maybe_states: tuple[str, ...] = ()

    def concerns(self, state: str) -> bool:
        return state in self.topic_states

    def may_concern(self, state: str) -> bool:
        """Whether the row cannot be ruled out: only if none may concern a state does absence prove anything."""
        return state in self.topic_states or state in self.maybe_states or "*" in self.maybe_states


_NONE: Mapping[str, str] = MappingProxyType({})


def no_votes() -> Mapping[str, str]:
    """Votes of which none is known."""
    return _NONE


class LazyVotes(Mapping[str, str]):
    """State -> how it voted, worked out by `expand(*args)` when it is first asked for: opening a table stays quick."""

    __slots__ = ("_args", "_expand", "_votes")

    def __init__(self, expand: Callable[..., Mapping[str, str]], *args: object) -> None:
        self._expand, self._args = expand, args
        self._votes: Mapping[str, str] | None = None

    def __getitem__(self, state: str) -> str:
        return self._known[state]

    def get(self, state: str, /, default: Any = None) -> Any:
        """As every mapping has it; here it is asked a million times, and that of `Mapping` costs five calls."""
        votes = self._votes
        return (self._known if votes is None else votes).get(state, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def __repr__(self) -> str:
        return repr(dict(self._known))

    @property
    def _known(self) -> Mapping[str, str]:
        if self._votes is None:
            self._votes = self._expand(*self._args)
        return self._votes


def as_dict(votes: Mapping[str, str]) -> dict[str, str]:
    """All votes as a dictionary of its own."""
    return dict(votes._known if isinstance(votes, LazyVotes) else votes)


def exact_day(when: Interval) -> dt.date | None:
    """The day, `None` where the interval is longer."""
    return when.first if when.first == when.last else None

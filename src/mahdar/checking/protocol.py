"""The claim protocol: what a mechanism hands over so that its kinds of claims are found, dated and judged.

A mechanism is a folder under `mahdar.mechanisms` whose `MECHANISM` lists its kinds. A kind finds claims in a
`Scene` and judges one against the record; `facts` are the days on which its arguments hold, time left out, for
dating a report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from mahdar.checking.scene import Scene
from mahdar.edtf import Interval
from mahdar.language.times import TimePhrase
from mahdar.model import Arg, Verdict
from mahdar.record.access import Record

Tense = Literal["past", "present", "future"]
Singled = Literal["", "first", "last", "alone", "only"]
Lasting = Literal["", "span", "list", "within"]
CHOICES = ("yes", "no", "abstain")  # arguments of a vote, in the order in which tallies are told
Args = Mapping[str, Arg]


@dataclass(frozen=True, slots=True)
class Found:
    """A claim as the text makes it: tokens ``i`` to ``j``, code points ``start`` to ``end``, arguments without
    their time.

    ``time`` is the expression on which the claim hangs; ``now`` says that it speaks of the day of publication.
    ``assumed``: the day is that of the news itself and not written. ``weak`` names arguments that were inferred
    from the words around: they may help to find the row, but a row that differs in them contradicts nothing.
    ``low`` and ``high`` bound a rounded count.
    ``theme`` narrows a topic to a side of it, such as human rights; ``failed``: the text voted on is said not to have
    been adopted. ``only``: a count that leaves no room for more; ``whole``: one of all there were in the time, with no
    subject beside it. ``elsewhere``: the time is that of another
    sentence, to which words point: "at the time"; ``retold``: it stands where the report tells of a time long past,
    which may be its own.
    ``singled``: told as the first, the last, that of its doer alone, or the only one there was. ``lasting``: the time
    is told from beginning to end: "from 2016 to 2019", as a list, or only as that which lies "between" its ends.
    ``yearless``: its time is a month or a day without a year; ``year`` is the one long past of which the report told
    before. ``lent``: a new clause begins between its time and the rest of it.
    """

    kind: str
    i: int
    j: int
    start: int
    end: int
    args: Args
    negated: bool = False
    tense: Tense = "past"
    time: TimePhrase | None = None
    now: bool = False
    assumed: bool = False
    weak: frozenset[str] = frozenset()
    low: int | None = None
    high: int | None = None
    theme: str = ""
    failed: bool = False
    elsewhere: bool = False
    retold: bool = False
    singled: Singled = ""
    only: bool = False
    whole: bool = False
    lasting: Lasting = ""
    yearless: bool = False
    year: int | None = None
    lent: bool = False

    def at(self, published: Interval | None) -> Interval | None:
        """The days meant, as far as they can be known from the day of publication."""
        if self.time is not None:
            days = self.time.resolve(published)
            return None if self._ahead(days, published) else days
        return published if self.now or self.assumed else None

    def _ahead(self, days: Interval | None, published: Interval | None) -> bool:
        """Whether a relative time points past the report that tells a deed as done: "expires after a veto in March"."""
        if self.tense != "past" or self.time is None or self.time.absolute is not None or days is None:
            return False
        end = published.last if published is not None else None
        return days.first is not None and end is not None and days.first > end + timedelta(1)


@dataclass(frozen=True, slots=True)
class Case:
    """A claim before the record: what was found, its full arguments and days, when the report came out, and the day
    of the record.

    ``at`` may be given though ``args`` has none of it: then it is the news' own day, not written in the text.
    """

    found: Found
    args: Args
    at: Interval | None
    published: Interval | None
    as_of: date | None = None

    @property
    def negated(self) -> bool:
        return self.found.negated

    def text(self, name: str) -> str | None:
        value = self.args.get(name)
        return value if isinstance(value, str) else None

    def number(self, name: str) -> int | None:
        value = self.args.get(name)
        return value if isinstance(value, int) else None

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.args.get(name)
        return tuple(value) if isinstance(value, list) else ()

    def pairs(self, name: str) -> Mapping[str, str]:
        value = self.args.get(name)
        return value if isinstance(value, Mapping) else {}

    def firm(self, name: str) -> bool:
        """Whether the text itself gives this argument."""
        return name in self.args and name not in self.found.weak

    @property
    def reference(self) -> Interval | None:
        """The days meant, or the day of publication."""
        return self.at or self.published


Finder = Callable[[Scene], Iterable[Found]]
Check = Callable[[Case, Record], Verdict]
Facts = Callable[[Found, Record], Iterable[Interval]]
SingledCheck = Callable[["Case", Verdict, Record], Verdict]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of claim. ``facts`` is None where a claim of this kind cannot date a report.

    ``nouns`` are the concepts that "no" before them denies: "held no meeting"; ``standing``: it tells how things stand,
    so that no verb of doing is needed for it to be said; ``repeats``: told of several times it is a claim for each.
    ``singled`` judges what is borne out where it is told as the
    first, the last or that of one alone; without it that is left open.
    """

    name: str
    check: Check
    facts: Facts | None = None
    nouns: tuple[str, ...] = ()
    standing: bool = False
    repeats: bool = False
    singled: SingledCheck | None = None


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A body or procedure of the United Nations: its finders and its kinds; its cues lie under its ``tables/``."""

    name: str
    finders: tuple[Finder, ...]
    kinds: tuple[Kind, ...] = field(default=())

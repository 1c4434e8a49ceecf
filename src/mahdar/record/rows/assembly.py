"""Rows of the General Assembly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from mahdar.edtf import Interval
from mahdar.model import Citation
from mahdar.record.rows.base import Row, Topical, exact_day, no_votes


@dataclass(frozen=True, slots=True, kw_only=True)
class AssemblyDecision(Topical):
    """A resolution adopted (or a recorded vote that failed) in the General Assembly; fields as in `Decision`.

    `votes` maps every member to `yes`, `no`, `abstain` or `absent` where a roll call with the same tally is known;
    else it holds only those known to have voted no or abstained. `counted` is `official` or `roll-call` (recounted).
    """

    symbol: str
    when: Interval
    title: str
    outcome: str
    mode: str
    yes: int | None
    no: int | None
    abstain: int | None
    counted: str = "official"
    votes: Mapping[str, str] = field(default_factory=no_votes, hash=False)
    topic: str = ""
    standing: str = "preferred"
    note: str = ""

    @property
    def date(self) -> dt.date | None:
        """The day; `None` where only the month is known (before 2001)."""
        return exact_day(self.when)

    @property
    def known_since(self) -> dt.date | None:
        return self.when.last

    @property
    def tally(self) -> tuple[int, int, int] | None:
        """Yes, no, abstentions; `None` unless all three are known."""
        if self.yes is None or self.no is None or self.abstain is None:
            return None
        return self.yes, self.no, self.abstain

    def citation(self) -> Citation:
        counts = "-".join(map(str, self.tally)) if self.tally else self.mode
        counted = " by the roll call" if self.counted == "roll-call" else ""
        return self._cite(self.symbol, self.when.edtf(), f"{self.title} ({self.outcome} {counts}{counted})")


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCall(Row):
    """A recorded vote of the General Assembly; `call` is Voeten's number, `symbol` may be empty.

    `part` is `amendment`, `paragraph`, or empty: the whole text, or not said. `votes` maps a state to `yes`, `no`,
    `abstain` or `absent` (took no part, for whatever reason).
    """

    call: str
    session: int
    symbol: str
    when: Interval
    part: str
    yes: int
    no: int
    abstain: int
    votes: Mapping[str, str] = field(default_factory=no_votes, hash=False)

    @property
    def date(self) -> dt.date | None:
        """The day; `None` where only the month is known."""
        return exact_day(self.when)

    @property
    def known_since(self) -> dt.date | None:
        return self.when.last

    @property
    def tally(self) -> tuple[int, int, int]:
        """Yes, no, abstentions, recounted from the votes by member."""
        return self.yes, self.no, self.abstain

    def citation(self) -> Citation:
        what = self.part or "roll call"
        counts = "-".join(map(str, self.tally))
        title = f"General Assembly, session {self.session}, {what} {self.call} ({counts} by the roll call)"
        return self._cite(self.symbol, self.when.edtf(), title)

"""Rows of the Human Rights Council, the Universal Periodic Review and country mandates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from mahdar.edtf import Interval
from mahdar.model import Citation
from mahdar.record.rows.base import Row, Topical


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSession(Row):
    """A session of the Working Group on the Universal Periodic Review, with its first and last day."""

    session: int
    cycle: int
    first: dt.date
    last: dt.date

    @property
    def known_since(self) -> dt.date | None:
        return self.last

    def citation(self) -> Citation:
        title = f"Universal Periodic Review, session {self.session} of the Working Group, cycle {self.cycle}"
        return self._cite("", f"{self.first}/{self.last}", title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Row):
    """A state's turn in the Universal Periodic Review: its day if known, else the days of the session.

    `status` is `reviewed`, or says in words why it was not held then (`postponed to session 12`…).
    """

    state: str
    cycle: int
    session: int
    when: Interval
    day_known: bool
    symbol: str
    status: str

    @property
    def held(self) -> bool:
        return self.status == "reviewed"

    @property
    def known_since(self) -> dt.date | None:
        return self.when.last

    def citation(self) -> Citation:
        title = f"Universal Periodic Review of {self.state}, cycle {self.cycle}, session {self.session}"
        return self._cite(self.symbol, self.when.edtf(), title if self.held else f"{title}: {self.status}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendations(Row):
    """Recommendations of one review as one publication counts them; rows of another `stage` or `counting` never mix."""

    state: str
    cycle: int
    session: int
    stage: str
    counting: str
    received: int | None
    supported: int | None
    partly: int | None
    noted: int | None
    pending: int | None

    def citation(self) -> Citation:
        got = f"{self.received} received, {self.supported} supported, {self.noted} noted".replace("None", "?")
        return self._cite("", "", f"UPR of {self.state}, cycle {self.cycle}: {got} ({self.stage}; {self.counting})")


@dataclass(frozen=True, slots=True, kw_only=True)
class HrcTerm(Row):
    """An unbroken time of one state on the Human Rights Council."""

    state: str
    first: dt.date
    last: dt.date
    end_reason: str = ""
    elected_on: Interval | None = None

    @property
    def known_since(self) -> dt.date | None:
        return self.elected_on.last if self.elected_on else self.first

    def citation(self) -> Citation:
        why = f" ({self.end_reason.replace('_', ' ')})" if self.end_reason else ""
        return self._cite(
            "", self.first.isoformat(), f"Human Rights Council: {self.state}, {self.first} to {self.last}{why}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HrcDecision(Topical):
    """A resolution of the Human Rights Council that names a state; `date` is `None` where the source gives none."""

    symbol: str
    when: Interval | None
    title: str
    outcome: str
    mode: str
    yes: int | None
    no: int | None
    abstain: int | None

    @property
    def known_since(self) -> dt.date | None:
        return self.when.last if self.when else None

    def citation(self) -> Citation:
        counts = f" {self.yes}-{self.no}-{self.abstain}" if self.yes is not None else ""
        return self._cite(self.symbol, self.when.edtf() if self.when else "", f"{self.title} ({self.outcome}{counts})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate(Row):
    """One holder of a country mandate; `kind` is a slug (`special-rapporteur`, `commission-of-inquiry`…).

    `last` is `None` where no end was found, which does not prove that it goes on.
    """

    title: str
    state: str
    kind: str
    symbol: str
    first: Interval | None
    last: Interval | None
    holder: str
    role: str
    holder_first: Interval | None
    holder_last: Interval | None

    @property
    def known_since(self) -> dt.date | None:
        return self.first.last if self.first else None

    def citation(self) -> Citation:
        return self._cite(self.symbol, self.first.edtf() if self.first else "", self.title)

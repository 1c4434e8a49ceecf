"""Rows of treaties, membership and offices of the United Nations."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from mahdar.edtf import Interval
from mahdar.model import Citation
from mahdar.record.rows.base import Row

BINDING = frozenset({"ratification", "accession", "acceptance", "succession", "consent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Treaty(Row):
    """A human-rights treaty; `slug` as READING.md spells it."""

    slug: str
    title: str
    title_ar: str
    adopted: dt.date | None
    opened: dt.date | None
    in_force: dt.date | None
    symbol: str
    chapter: str

    def citation(self) -> Citation:
        return self._cite(self.symbol, self.adopted.isoformat() if self.adopted else "", self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyAction(Row):
    """What a state did about a treaty: `signature`, `ratification`, `accession`, `acceptance`, `succession`,
    `consent` (ratification or accession, the source does not say which), `withdrawal-notified`…
    """

    state: str
    treaty: str
    action: str
    when: Interval
    note: str = ""

    @property
    def known_since(self) -> dt.date | None:
        return self.when.last

    @property
    def binds(self) -> bool:
        """Whether the state is bound by this action (once the treaty is in force for it)."""
        return self.action in BINDING

    def citation(self) -> Citation:
        return self._cite(
            "", self.when.edtf(), f"{self.treaty.upper()}: {self.action.replace('-', ' ')} by {self.state}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberEvent(Row):
    """Admission to the United Nations and what came after: `founding-member`, `admission`, `name-change`…"""

    state: str
    event: str
    when: Interval
    name: str
    detail: str = ""

    @property
    def known_since(self) -> dt.date | None:
        return self.when.last

    def citation(self) -> Citation:
        return self._cite("", self.when.edtf(), f"{self.name or self.state}: {self.event.replace('-', ' ')}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Row):
    """A person in an office of the United Nations, both as slugs; `last` is `None` if still there when last seen."""

    person: str
    name: str
    name_ar: str
    office: str
    state: str
    first: Interval | None
    last: Interval | None
    session: str = ""

    @property
    def known_since(self) -> dt.date | None:
        return self.first.last if self.first else None

    def citation(self) -> Citation:
        span = f"{self.first.edtf() if self.first else ''} to {self.last.edtf() if self.last else ''}".strip()
        return self._cite(
            "", self.first.edtf() if self.first else "", f"{self.name}: {self.office.replace('-', ' ')}, {span}"
        )

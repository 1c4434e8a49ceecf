"""Rows of sanctions regimes and the bodies that watch them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from mahdar.edtf import Interval
from mahdar.model import Citation
from mahdar.record.rows.base import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime(Row):
    """A sanctions regime; `target` codes joined by `|`; `status` is `active`, `ended` or `disputed`.

    `committee_symbol` and `committee_first` are the resolution that established its committee and its day.
    """

    name: str
    target: str
    symbol: str
    first: dt.date
    committee: str = ""
    committee_symbol: str = ""
    committee_first: dt.date | None = None
    ended_by: str = ""
    last: dt.date | None = None
    status: str = "active"

    @property
    def known_since(self) -> dt.date | None:
        return self.first

    def citation(self) -> Citation:
        end = f", ended by {self.ended_by} on {self.last}" if self.last else ""
        return self._cite(self.symbol, self.first.isoformat(), f"Sanctions regime: {self.name}{end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionsBody(Row):
    """A panel or group of experts that watches a regime; `kind` is a slug (`panel-of-experts`)."""

    target: str
    name: str
    kind: str
    symbol: str
    first: Interval | None
    last: Interval | None

    @property
    def known_since(self) -> dt.date | None:
        return self.first.last if self.first else None

    def citation(self) -> Citation:
        end = f", until {self.last.edtf()}" if self.last else ""
        return self._cite(self.symbol, self.first.edtf() if self.first else "", f"{self.name}{end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Row):
    """An entry of the Council's consolidated sanctions list, as the snapshots of the list show it.

    `kind` is `individual` or `entity`, `list` the list's own name of the regime, `states` that regime's targets (not
    the nationality of who is listed). `seen_first` and `seen_last` are the days of the snapshots; `removed` the days
    between which the entry went, `None` where the last snapshot still has it.
    """

    reference: str
    list: str
    kind: str
    name: str
    listed_on: dt.date
    seen_first: dt.date
    seen_last: dt.date
    removed: Interval | None = None
    states: tuple[str, ...] = ()

    @property
    def known_since(self) -> dt.date | None:
        return self.listed_on

    def stood(self, on: dt.date) -> bool | None:
        """Whether the entry stood on the list on a day; `None` where the snapshots do not tell."""
        if on < self.listed_on or (self.removed and self.removed.last and on >= self.removed.last):
            return False
        return True if on <= self.seen_last else None

    def citation(self) -> Citation:
        end = f", removed between {self.removed.first} and {self.removed.last}" if self.removed else ""
        title = f"Consolidated list, {self.list}: {self.reference} {self.name}, listed on {self.listed_on}{end}"
        return self._cite("", self.listed_on.isoformat(), title)

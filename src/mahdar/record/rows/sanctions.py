"""Rows of sanctions regimes and the bodies that watch them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from mahdar.edtf import Interval
from mahdar.model import Citation
from mahdar.record.rows.base import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime(Row):
    """A sanctions regime; `target` codes joined by `|`; `status` is `active`, `ended` or `disputed`."""

    name: str
    target: str
    symbol: str
    first: dt.date
    committee: str = ""
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

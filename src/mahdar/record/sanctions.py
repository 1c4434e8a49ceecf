"""Sanctions in the record: regimes and the bodies that watch them."""

from __future__ import annotations

from functools import cached_property

from mahdar.record.cells import Reader, pick, spans, texts
from mahdar.record.rows import Regime, SanctionsBody


class Sanctions:
    """Look-ups in the tables of sanctions."""

    _reader: Reader

    def regimes(self, target: str | None = None) -> tuple[Regime, ...]:
        """Regimes against a state, ended ones included."""
        return tuple(row for row in self._regimes if target is None or target in row.target.split("|"))

    def sanctions_bodies(self, target: str | None = None) -> tuple[SanctionsBody, ...]:
        return tuple(row for row in self._bodies if target is None or target in row.target.split("|"))

    @cached_property
    def _regimes(self) -> tuple[Regime, ...]:
        names = ("name", "target", "symbol", "committee", "ended_by", "status")
        cells, origin = self._reader.cells("sanctions_regimes"), self._reader.origin
        return tuple(Regime(**texts(c, *names), **pick(c, "first", "last"), **origin(c)) for c in cells)

    @cached_property
    def _bodies(self) -> tuple[SanctionsBody, ...]:
        names = ("target", "name", "kind", "symbol")
        cells, origin = self._reader.cells("sanctions_bodies"), self._reader.origin
        return tuple(SanctionsBody(**texts(c, *names), **spans(c, "first", "last"), **origin(c)) for c in cells)

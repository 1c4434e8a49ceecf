"""Sanctions in the record: regimes, the bodies that watch them, and who is listed."""

from __future__ import annotations

from functools import cached_property

from mahdar.record.cells import Cells, Reader, pick, several, span, spans, texts
from mahdar.record.rows import Listing, Regime, SanctionsBody


class Sanctions:
    """Look-ups in the tables of sanctions."""

    _reader: Reader

    def regimes(self, target: str | None = None) -> tuple[Regime, ...]:
        """Regimes against a state, ended ones included."""
        return tuple(row for row in self._regimes if target is None or target in row.target.split("|"))

    def sanctions_bodies(self, target: str | None = None) -> tuple[SanctionsBody, ...]:
        return tuple(row for row in self._bodies if target is None or target in row.target.split("|"))

    def listing(self, reference: str) -> Listing | None:
        """An entry of the consolidated list by its permanent reference number (`KPi.001`)."""
        return self._listings.get(reference)

    def listings(self, target: str | None = None) -> tuple[Listing, ...]:
        """Entries under regimes against a state, or all, by reference number; those removed since included."""
        return tuple(row for row in self._listings.values() if target is None or target in row.states)

    @cached_property
    def _listings(self) -> dict[str, Listing]:
        return {c["reference"]: _listing(c, self._reader) for c in self._reader.cells("sanctions_listings")}

    @cached_property
    def _regimes(self) -> tuple[Regime, ...]:
        names = ("name", "target", "symbol", "committee", "committee_symbol", "ended_by", "status")
        days = ("first", "committee_first", "last")
        cells, origin = self._reader.cells("sanctions_regimes"), self._reader.origin
        return tuple(Regime(**texts(c, *names), **pick(c, *days), **origin(c)) for c in cells)

    @cached_property
    def _bodies(self) -> tuple[SanctionsBody, ...]:
        names = ("target", "name", "kind", "symbol")
        cells, origin = self._reader.cells("sanctions_bodies"), self._reader.origin
        return tuple(SanctionsBody(**texts(c, *names), **spans(c, "first", "last"), **origin(c)) for c in cells)


def _listing(c: Cells, reader: Reader) -> Listing:
    return Listing(
        **pick(c, "reference", "list", "kind", "name", "listed_on", "seen_first", "seen_last"),
        removed=span(c["removed"]),
        states=several(c["states"]),
        **reader.origin(c),
    )

"""What the dossier of a state says of sanctions: regimes, committees and bodies, entries of the consolidated list."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.dossier import Dossier, Line, line, sentence, time
from mahdar.record.access import Record
from mahdar.record.rows import Listing, Regime, SanctionsBody

_PACKAGE = "mahdar.mechanisms.sanctions"


def lines(state: str, record: Record) -> Iterator[Line]:
    """Beginnings and ends of the regimes against a state, of their bodies, and of the entries that they list."""
    for regime in record.regimes(state):
        yield from _regime(regime)
    for body in record.sanctions_bodies(state):
        yield from _body(body)
    for listing in record.listings(state):
        yield from _listing(listing)


def _regime(row: Regime) -> Iterator[Line]:
    yield line(time(row.first), sentence(_PACKAGE, "regime.founded", name=row.name), row, row.symbol)
    if row.committee and row.committee_first:
        what = sentence(_PACKAGE, "committee.founded", name=row.committee)
        yield line(time(row.committee_first), what, row, row.committee_symbol, row.committee_first)
    if row.last:
        what = sentence(_PACKAGE, "regime.ended", name=row.name, by=row.ended_by)
        yield line(time(row.last), what, row, row.ended_by if "/" in row.ended_by else "", row.last)


def _body(row: SanctionsBody) -> Iterator[Line]:
    yield line(time(row.first), sentence(_PACKAGE, "body.founded", name=row.name), row, row.symbol)
    if row.last:
        yield line(time(row.last), sentence(_PACKAGE, "body.ended", name=row.name), row, row.symbol, row.last.last)


def _listing(row: Listing) -> Iterator[Line]:
    about = {"name": row.name, "reference": row.reference, "list": row.list}
    yield line(time(row.listed_on), sentence(_PACKAGE, f"listing.{row.kind}", **about), row)
    if row.removed:
        yield line(time(row.removed), sentence(_PACKAGE, "listing.removed", **about), row, "", row.removed.last)


DOSSIER = Dossier(lines, ("sanctions_regimes", "sanctions_bodies", "sanctions_listings"))

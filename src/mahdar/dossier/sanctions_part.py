"""What the record has of sanctions against a state: regimes, committees and other bodies, entries of the list."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.dossier.official import Listed, Sanction
from mahdar.dossier.shapes import Origin, lasting, maybe, moment
from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import Regime


def sanctions(state: str, record: Record) -> list[Sanction]:
    """Regimes with their committees, and the bodies that watch them, in order of time."""
    found = [one for regime in record.regimes(state) for one in _regime(regime)]
    for body in record.sanctions_bodies(state):
        found.append(Sanction("body", body.name, lasting(body.first, body.last), "", "", Origin.of(body)))
    return sorted(found, key=lambda row: (row.when.first if row.when else None) or "")


def _regime(row: Regime) -> Iterator[Sanction]:
    last = Interval.day(row.last) if row.last else None
    when = lasting(Interval.day(row.first), last)
    yield Sanction("regime", row.name, when, row.status, row.ended_by, Origin.of(row))
    if row.committee:
        first = Interval.day(row.committee_first) if row.committee_first else None
        origin = Origin.of(row, row.committee_symbol)
        yield Sanction("committee", row.committee, lasting(first, last), "", row.ended_by, origin)


def listings(state: str, record: Record) -> list[Listed]:
    """Entries under the regimes against the state, those removed since included, in order of time."""
    rows = sorted(record.listings(state), key=lambda row: (row.listed_on, row.reference))
    return [
        Listed(
            row.reference, row.kind, row.name, moment(Interval.day(row.listed_on)), maybe(row.removed), Origin.of(row)
        )
        for row in rows
    ]

"""Sanctions: the Council's regimes with their committees and experts, and the entries of its consolidated list."""

from __future__ import annotations

from collections import Counter
from datetime import date

from mahdar.record.access import Record
from mahdar.record.rows import Listing, Regime, SanctionsBody
from mahdar.web.record_pages.facts.once import once
from mahdar.web.record_pages.facts.sourced import SOURCE, Cells, sourced

LISTING_COLUMNS = (
    *("reference", "list", "kind", "name", "listed_on", "seen_first", "seen_last", "removed", "states", *SOURCE),
)


@once()
def regimes(record: Record) -> list[Cells]:
    """Regimes in the order of their founding."""
    return [_regime(row) for row in sorted(record.regimes(), key=lambda row: (row.first, row.name))]


@once()
def bodies(record: Record) -> list[Cells]:
    """Panels and groups of experts."""
    return [_body(row) for row in record.sanctions_bodies()]


def listings(
    record: Record, listed: str | None = None, state: str | None = None, kind: str | None = None, words: str = ""
) -> list[Cells]:
    """Entries of the consolidated list, the latest listed first; `words` stand in the name or are the reference."""
    sought = words.casefold()
    return [
        row
        for row in _all(record)
        if (listed is None or row["list"] == listed)
        and (state is None or state in row["states"])
        and (kind is None or row["kind"] == kind)
        and (not sought or sought in row["name"].casefold() or sought in row["reference"].casefold())
    ]


@once()
def lists(record: Record) -> list[str]:
    """The lists by the list's own words, in alphabetical order."""
    return sorted({row["list"] for row in _all(record)})


@once()
def listed_by_year(record: Record) -> dict[int, dict[str, int]]:
    """Year of listing -> kind -> entries that any snapshot shows."""
    counts = Counter((int(row["listed_on"][:4]), row["kind"]) for row in _all(record))
    years = [year for year, _ in counts]
    kinds = ("individual", "entity")
    return {y: {k: counts[y, k] for k in kinds} for y in range(min(years), max(years) + 1)} if years else {}


@once()
def _all(record: Record) -> list[Cells]:
    rows = [_listing(row) for row in record.listings()]
    return sorted(rows, key=lambda row: (row["listed_on"], row["reference"]), reverse=True)


def _regime(row: Regime) -> Cells:
    return {
        "name": row.name,
        "target": [code for code in row.target.split("|") if code],
        "symbol": row.symbol,
        "first": row.first.isoformat(),
        "committee": row.committee,
        "committee_symbol": row.committee_symbol,
        "committee_first": _iso(row.committee_first),
        "status": row.status,
        "ended_by": row.ended_by,
        "last": _iso(row.last),
        **sourced(row),
    }


def _body(row: SanctionsBody) -> Cells:
    return {
        "name": row.name,
        "target": [code for code in row.target.split("|") if code],
        "kind": row.kind,
        "symbol": row.symbol,
        "first": row.first.edtf() if row.first else None,
        "last": row.last.edtf() if row.last else None,
        **sourced(row),
    }


def _listing(row: Listing) -> Cells:
    return {
        "reference": row.reference,
        "list": row.list,
        "kind": row.kind,
        "name": row.name,
        "listed_on": row.listed_on.isoformat(),
        "seen_first": row.seen_first.isoformat(),
        "seen_last": row.seen_last.isoformat(),
        "removed": row.removed.edtf() if row.removed else None,
        "states": list(row.states),
        **sourced(row),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None

"""Sanctions regimes of the Security Council and the bodies that watch them."""

from __future__ import annotations

from functools import cache

from tools.record_facts.decisions import adoption_days
from tools.record_facts.library_tables import acts
from tools.record_facts.shared import Cells, Table, page, read, several, slug

_SOURCE = "un-sc-sanctions"


def regimes() -> Table:
    rows = [
        {
            "name": r["regime"],
            "target": several(r["target_state"]),
            "symbol": _dated(r["founding_resolution"], r["founding_date"]),
            "first": _day(r["founding_resolution"], r["founding_date"]),
            "committee": r["committee"],
            "committee_symbol": _dated(r["committee_resolution"], r["committee_date"]),
            "committee_first": _day(r["committee_resolution"], r["committee_date"]),
            "ended_by": _dated(r["ended_by"], r["ended_date"]),
            "last": r["ended_date"],
            "status": r["status"],
            "in_un_count": r["in_un_count"],
            "source": _SOURCE,
            "confidence": _confidence(r),
            "note": _note(r),
        }
        for r in _read()
    ]
    return Table(
        "sanctions_regimes",
        (
            "Sanctions regimes of the Security Council: founding resolution, committee, end.",
            "policy: `first` is the day of the founding resolution (its day stands in the UN Library's tables",
            "  too), `last` that of the resolution",
            "  that ended it. committee_symbol and committee_first: the resolution that established the committee",
            "  (two regimes use an older one). in_un_count: whether the UN counts it among its regimes. status",
            "  `disputed`: states differ whether it is in force.",
            "source: UN Security Council, sanctions committees and fact sheets.",
        ),
        ("1946-01-17/2025-09-28 complete",),
        (
            "name",
            "target",
            "symbol",
            "first",
            "committee",
            "committee_symbol",
            "committee_first",
            "ended_by",
            "last",
            "status",
            "in_un_count",
            "source",
            "confidence",
            "note",
        ),
        rows,
    )


def bodies() -> Table:
    rows = [
        {
            "target": several(r["target_state"]),
            "name": r["monitoring_body"],
            "kind": _kind(r["monitoring_body"]),
            "symbol": _dated(r["body_resolution"], r["body_start"]),
            "first": r["body_start"],
            "last": r["body_end"],
            "source": _SOURCE,
            "confidence": r["confidence"],
            "page": page(r["source"]),
        }
        for r in _read()
        if r["monitoring_body"]
    ]
    return Table(
        "sanctions_bodies",
        (
            "Panels and groups of experts and monitoring teams of the sanctions committees.",
            "policy: an empty `last` means that no end was found, not that the body goes on.",
            "source: UN Security Council, sanctions committees.",
        ),
        ("1990/2025 partial", "PRK 2009-06-12/2025-12-31 complete"),
        ("target", "name", "kind", "symbol", "first", "last", "source", "confidence", "page"),
        rows,
    )


def _read() -> list[Cells]:
    return read("facts_council", "sanctions_regimes.csv")


def _confidence(row: Cells) -> str:
    """Founding days are proved by the Library's tables even where the links between resolutions are only known."""
    return "known" if row["status"] == "disputed" else "stated"


def _note(row: Cells) -> str:
    """The source's note, save on a day that is that of the resolution's own text now."""
    symbol, told = row["founding_resolution"], row["founding_date"]
    return "" if _day(symbol, told) != told else row["note"]


def _day(symbol: str, told: str) -> str:
    """The day that the text of the resolution bears, where it is another one than the yearly tables have."""
    return adoption_days().get(_dated(symbol, told), told)


def _dated(symbol: str, day: str) -> str:
    """A resolution's symbol with the year of its adoption, which can lie before the day on which it took effect."""
    if not symbol.startswith("S/RES/") or "(" in symbol or not day:
        return symbol
    return f"{symbol} ({_years().get(symbol, day[:4])})"


@cache
def _years() -> dict[str, str]:
    """`S/RES/2231` → `2015`, by the UN Library's tables."""
    return {act.symbol.partition(" ")[0]: act.date[:4] for act in acts() if act.symbol and act.date}


def _kind(name: str) -> str:
    low = name.casefold()
    for word, kind in (("panel", "panel-of-experts"), ("group", "group-of-experts"), ("monitoring", "monitoring-team")):
        if word in low:
            return kind
    return slug(name)

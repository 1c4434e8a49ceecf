"""What the record claims to have, table by table, and from where."""

from __future__ import annotations

from datetime import date

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.web.record_pages.facts.once import once
from mahdar.web.record_pages.facts.sourced import Cells

COLUMNS = ("table", "name_en", "name_ar", "part", "first", "last", "complete", "note", "rows", "sources")


@once()
def tables(record: Record) -> list[Cells]:
    """Every table with what it declares, its rows and its sources; those of loaded publications too."""
    from mahdar.checking.wording import table as wording
    from mahdar.record.asking.extent import extents

    found = []
    for extent in extents(record.store):
        name = wording(extent.table)
        found.append(
            {
                "table": extent.table,
                "name": {"en": _capital(name.en.removeprefix("the ")), "ar": name.ar},
                "rows": extent.rows,
                "first": _iso(extent.first),
                "last": _iso(extent.last),
                "declared": [
                    {"part": d.part, **_days(d.span), "complete": d.complete, "note": d.note} for d in extent.declared
                ],
                "sources": [
                    {"name": o.name, "title": o.title, "retrieved": o.retrieved, "rows": n, "link": o.url}
                    for o, n in extent.sources
                ],
            }
        )
    return found


@once()
def rows(record: Record) -> list[Cells]:
    """A row for each declaration, for CSV."""
    return [
        {
            "table": t["table"],
            "name_en": t["name"]["en"],
            "name_ar": t["name"]["ar"],
            **d,
            "rows": t["rows"],
            "sources": [f"{s['name']}: {s['rows']}" for s in t["sources"]],
        }
        for t in tables(record)
        for d in t["declared"] or [{"part": "", "first": None, "last": None, "complete": False, "note": ""}]
    ]


@once()
def loaded(record: Record) -> list[Cells]:
    """Publications that were loaded besides the package."""
    from mahdar.record.asking.extent import loads

    return [
        {"kind": load.kind, "file": load.name, "source": load.source, "retrieved": _iso(load.retrieved),
         "rows": load.rows, "replaced": load.replaced}
        for load in loads(record.store)
    ]  # fmt: skip


def _days(span: str) -> Cells:
    when = Interval.parse(span)
    return {"first": _iso(when.first), "last": _iso(when.last)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

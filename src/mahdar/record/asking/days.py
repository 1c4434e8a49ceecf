"""When a row of a table was and since when it was public, as expressions of SQL over its columns.

Times are days (DATE), years (INTEGER) or EDTF text; a text's first and last day are those of
`mahdar.edtf.Interval.parse`. The day since when a row was public is the one by which typed rows are hidden
(`Row.known_since`); where a table has several days, the row is hidden until all it tells of had begun.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mahdar.edtf import Interval
from mahdar.record.asking.places import Place

_UNKNOWN = "NULL::DATE"
# Columns that say when a row was, the first that a table has counts: (begins, ends).
_SPANS = (
    ("date", "date"),
    ("holder_first", "holder_last"),
    ("first", "last"),
    ("month", "month"),
    ("year", "year"),
    ("listed_on", "listed_on"),
    ("adopted", "adopted"),
    ("retrieved", "retrieved"),
)
# Columns by which a row was public, where it is not its own time: the latest of those that are given.
_SINCE = {
    "council_terms": ("elected_on", "first"),
    "hrc_terms": ("elected", "first"),
    "country_mandates": ("first", "holder_first"),
    "presidencies": (),  # the rotation is foreseeable; no day of publication is known
}
# An election comes before the term that it is for: the first of these that is given counts.
_EARLIER = frozenset({"council_terms", "hrc_terms"})
# Tables of loaded publications without days of their own, and the table in which their facts' days stand.
_PARENTS = {"votes": ("calls", ("series", "call")), "call_issues": ("calls", ("series", "call")),
            "listing_names": ("listings", ("reference",))}  # fmt: skip
# What a row tells of a later day than its first: (the column with that day, the cells that are hidden before it).
_LATER = {
    "sanctions_regimes": (
        ("last", ("last", "ended_by", "status", "note")),
        ("committee_first", ("committee", "committee_symbol", "committee_first")),
    ),
    "sanctions_bodies": (("last", ("last",)),),
    "sanctions_listings": (("seen_last", ("seen_last",)), ("removed", ("removed",))),
    "country_mandates": (("last", ("last",)), ("holder_last", ("holder_last",))),
    "hrc_terms": (("last", ("end_reason",)),),
    "un_offices": (("last", ("last",)),),
    "treaties": (("opened", ("opened",)), ("in_force", ("in_force",))),
}


@dataclass(frozen=True, slots=True)
class Days:
    """Expressions for a row's first and last day (NULL: open or unknown) and the day since when it was public."""

    first: str
    last: str
    since: str

    @property
    def timed(self) -> bool:
        """Whether rows of the table have a time at all."""
        return self.first != _UNKNOWN

    def public(self, as_of: date | None) -> str:
        """The WHERE clause that leaves the rows that were public on a day; those of unknown publication stay."""
        if as_of is None:
            return ""
        return f"WHERE coalesce({self.since}, DATE '0001-01-01') <= DATE '{as_of.isoformat()}'"


def days_of(place: Place) -> Days:
    """The expressions for a table; rows stand under the alias `r`."""
    begins, ends = next((span for span in _SPANS if span[0] in place.columns), ("", ""))
    first = _edge(place, begins, last=False)
    if begins == "holder_first":
        return Days(
            f"coalesce({first}, {_edge(place, 'first', last=False)})", _edge(place, ends, last=True), _since(place)
        )
    return Days(first, _edge(place, ends, last=True), _since(place))


def since_of(place: Place, cells: Mapping[str, Any]) -> date | None:
    """The same day from the cells of one row, without a query; for tables that have days of their own."""
    if "public" in place.columns:
        return _day(cells["public"])
    days = [day for name in _since_columns(place) if (day := _day(cells[name])) is not None]
    if not days:
        return None
    return days[0] if place.table in _EARLIER else max(days)


def time_of(place: Place, cells: Mapping[str, Any]) -> str:
    """When the row was, as EDTF text as imprecise as the row has it; empty where it has no time."""
    begins, ends = next((span for span in _SPANS if span[0] in place.columns), ("", ""))
    if begins == "holder_first" and not cells[begins]:
        begins, ends = "first", "last"
    first, last = _text(cells.get(begins)), _text(cells.get(ends))
    if begins == ends or not (first or last):
        return first
    return f"{first or '..'}/{'..' if not last or last.startswith('9999') else last}"


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")


def veiled(place: Place, cells: Mapping[str, Any], as_of: date) -> Mapping[str, Any]:
    """The cells of a row as it could be written on a day: what came later is `None`, as if not known."""
    later = _LATER.get(place.table, ()) if not place.told else ()
    hidden = {name for column, names in later if (day := _day(cells.get(column))) and day > as_of for name in names}
    return {name: None if name in hidden else value for name, value in cells.items()} if hidden else cells


def _day(value: object) -> date | None:
    """A cell's last day; `None` where it has none."""
    if isinstance(value, date):
        return value
    return Interval.parse(value).last if isinstance(value, str) and value else None


def _since_columns(place: Place) -> tuple[str, ...]:
    return place.among(_SINCE.get(place.table, ("date", "first", "listed_on", "adopted")))


def _since(place: Place) -> str:
    if place.table in _PARENTS:
        return _parents_day(place.table)
    if "public" in place.columns:
        return "r.public"
    days = [_edge(place, name, last=True) for name in _since_columns(place)]
    if not days:
        return _UNKNOWN
    return f"{'coalesce' if place.table in _EARLIER else 'greatest'}({', '.join(days)})"


def _parents_day(table: str) -> str:
    parent, keys = _PARENTS[table]
    same = " AND ".join(f"p.{key} = r.{key}" for key in ("load", *keys))
    return f"(SELECT max(p.public) FROM told.{parent} p WHERE {same})"


def _edge(place: Place, name: str, *, last: bool) -> str:
    """The first or the last day of a column's time."""
    kind = place.columns.get(name)
    if kind is None:
        return _UNKNOWN
    column = f'r."{name}"'
    if kind == "INTEGER":
        return f"make_date({column}, {'12, 31' if last else '1, 1'})"
    return (_last(column) if last else _first(column)) if kind == "VARCHAR" else f"{column}::DATE"


def _first(text: str) -> str:
    """The first day of EDTF text; NULL where it is open or no EDTF."""
    left = f"split_part({text}, '/', 1)"
    return (
        f"CASE length({left}) WHEN 10 THEN try_cast({left} AS DATE) WHEN 7 THEN {_month(left)} "
        f"WHEN 4 THEN try_cast({left} || '-01-01' AS DATE) END"
    )


def _last(text: str) -> str:
    """The last day of EDTF text; NULL where it is open or no EDTF."""
    right = f"split_part({text}, '/', -1)"
    months = f"CASE WHEN right({right}, 2) > '12' THEN 2 ELSE 0 END"
    return (
        f"CASE length({right}) WHEN 10 THEN try_cast({right} AS DATE) "
        f"WHEN 7 THEN last_day(({_month(right)} + to_months({months}))::DATE) "
        f"WHEN 4 THEN try_cast({right} || '-12-31' AS DATE) END"
    )


def _month(text: str) -> str:
    """The first day of `2014-03`, or of the season `2014-21` (spring, from March) to `2014-24` (winter)."""
    number = f"try_cast(right({text}, 2) AS INTEGER)"
    month = f"CASE WHEN {number} BETWEEN 21 AND 24 THEN 3 * ({number} - 20) ELSE {number} END"
    return f"try_cast(left({text}, 4) || '-' || lpad(({month})::VARCHAR, 2, '0') || '-01' AS DATE)"

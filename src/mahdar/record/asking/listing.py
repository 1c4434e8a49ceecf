"""Rows of one table: those of a state, on a state, within a time, public on a day; in order of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mahdar.edtf import Interval
from mahdar.record.asking.days import Days, days_of, veiled
from mahdar.record.asking.entries import Cells, Origins, cells_of, link_of
from mahdar.record.asking.places import Place, place_of
from mahdar.record.opened import Store

# Columns in which a state does or undergoes something, and those that say which states a row is about.
STATE_COLUMNS = ("state", "target", "states", "recommender", "vetoed_by", "voted_yes", "voted_no", "voted_abstain",
                 "absent", "conveners", "co_hosts", "nationalities")  # fmt: skip
TOPIC_COLUMNS = ("topic_states", "target", "states")
MOST = 100


class FilterError(ValueError):
    """A table has no column by which to filter so; the message says which it has."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows: of or about a state (codes), that fall or may fall within a time, public on a day."""

    state: str | None = None
    topic: str | None = None
    when: Interval | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """Rows of a table with `known_since`, `publisher` and `link` added; `total` counts those beyond the limit too."""

    table: str
    columns: tuple[str, ...]
    rows: tuple[Cells, ...]
    total: int


def list_rows(store: Store, table: str, wanted: Wanted | None = None, limit: int | None = MOST) -> Listed:
    """The first rows of a table in order of time; all of them where `limit` is None.

    Raises UnknownTableError where there is no such table, FilterError where it has nothing of the kind to filter by.
    """
    wanted, place = wanted or Wanted(), place_of(table)
    days = days_of(place)
    tests, asked = _tests(place, days, wanted)
    body = f"FROM {place.sql(store)} r{' WHERE ' if tests else ''}{' AND '.join(tests)}"
    order = f"ORDER BY {days.first} NULLS LAST" if days.timed else ""
    bound = "" if limit is None else f"LIMIT {int(limit)}"
    rows = cells_of(store, f"SELECT r.*, {days.since} AS known_since {body} {order} {bound}", asked)
    total = len(rows)
    if limit is not None and total >= limit:
        total = int(cells_of(store, f"SELECT count(*) AS total {body}", asked)[0]["total"])
    return Listed(place.name, *_finished(store, place, rows, wanted.as_of), total)


def _tests(place: Place, days: Days, wanted: Wanted) -> tuple[list[str], list[object]]:
    """Conditions and their parameters."""
    tests: list[str] = []
    asked: list[object] = []
    for code, option, names in (
        (wanted.state, "a state", STATE_COLUMNS),
        (wanted.topic, "a topic", TOPIC_COLUMNS),
    ):
        if code is not None:
            columns = _columns(place, option, names)
            tests.append(f"({' OR '.join(map(_holds, columns))})")
            asked += [code] * len(columns)
    if wanted.when is not None:
        tests.append(_within(place, days))
        asked += [wanted.when.last or date.max, wanted.when.first or date.min]
    if wanted.as_of is not None:
        tests.append(f"coalesce({days.since}, DATE '0001-01-01') <= ?")
        asked.append(wanted.as_of)
    return tests, asked


def _columns(place: Place, option: str, names: tuple[str, ...]) -> tuple[str, ...]:
    found = place.among(names)
    if not found:
        raise FilterError(
            f"rows of {place.name} name no {option.split()[-1]}; its columns are: {', '.join(place.columns)}"
        )
    return found


def _holds(column: str) -> str:
    return f"""list_contains(string_split(r."{column}", '|'), ?)"""


def _within(place: Place, days: Days) -> str:
    """Rows without a day are left out: nothing shows that they fall within the time."""
    if not days.timed:
        raise FilterError(f"rows of {place.name} have no day; its columns are: {', '.join(place.columns)}")
    return f"{days.first} <= ? AND coalesce({days.last}, DATE '9999-12-31') >= ?"


def _finished(
    store: Store, place: Place, rows: list[Cells], as_of: date | None
) -> tuple[tuple[str, ...], tuple[Cells, ...]]:
    """The columns and the rows as they are handed over: with their publication, and as they stood on the day."""
    sourced = "source" in place.columns and place.name != "told.loads"
    known = Origins(store).sources if sourced else {}
    done: list[Cells] = []
    for row in rows:
        cells = dict(veiled(place, row, as_of)) if as_of else row
        if sourced:
            origin = known[cells["source"]]
            cells |= {"publisher": origin.name, "link": link_of(cells, origin.url)}
        done.append(cells)
    added = ("known_since", "publisher", "link") if sourced else ("known_since",)
    return (*place.columns, *added), tuple(done)

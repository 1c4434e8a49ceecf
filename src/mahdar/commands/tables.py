"""`mahdar record list`, `coverage` and `sql`: whole tables, what they claim to hold, and questions in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from mahdar.commands.options import FAILED, AsOf, From, RecordPath, To, between, opened, parsed
from mahdar.commands.options import state as state_code
from mahdar.commands.output import Csv, Form, Json, complain, emit, form_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mahdar.record.asking.extent import Extent, Load
    from mahdar.record.asking.listing import Listed

EXAMPLES = """Examples:

\b
  mahdar record list council_decisions --topic PRK --from 2016 --to 2017
  mahdar record list treaty_actions --state السودان
  mahdar record list council_decisions --state RUS --limit 0 --csv > russia.csv
  mahdar record list told.calls                      # what loaded publications tell

--limit 0 lists all rows. `mahdar record coverage` names the tables."""

COVERAGE_EXAMPLES = """Examples:

\b
  mahdar record coverage                        # every table, its time, its sources, what was loaded
  mahdar record coverage council_decisions      # one table
  mahdar record coverage --json > coverage.json"""

SQL_EXAMPLES = """Examples:

\b
  mahdar record sql "SHOW TABLES"
  mahdar record sql "DESCRIBE council_decisions"
  mahdar record sql "SELECT year(date), count(*) FROM council_decisions WHERE outcome = 'vetoed' GROUP BY 1 ORDER BY 1"
  mahdar record sql --csv "FROM told.votes WHERE state = 'RUS'" > votes.csv

One reading statement; other files, addresses and settings are out of its reach. --limit bounds the rows."""

# Columns that a table on a terminal leaves out; JSON and CSV have them.
_AMPLE = (
    *("source", "confidence", "topic_states", "maybe_states", "standing", "page", "note", "votes", "via", "meeting"),
    *("mode", "load", "place", "series", "url", "publisher", "known_since", "link"),
)
_NO_LIMIT = 2_000_000
_COVERED = ("table", "part", "span", "complete", "note", "rows", "first", "last", "sources")
_LOADED = ("load", "kind", "file", "source", "retrieved", "rows", "counts", "remarks")

Limit = Annotated[int, typer.Option(metavar="N", min=0, help="At most so many rows; 0 is all.")]


def list_table(
    table: Annotated[str, typer.Argument(metavar="TABLE", help="A table, such as council_decisions or told.calls.")],
    state: Annotated[
        str | None, typer.Option(metavar="STATE", help="Rows in which that state acts (code or name).")
    ] = None,
    topic: Annotated[
        str | None, typer.Option(metavar="STATE", help="Rows that concern that state (code or name).")
    ] = None,
    first: From = None,
    last: To = None,
    limit: Limit = 100,
    as_of: AsOf = None,
    json: Json = False,
    csv: Csv = False,
    record: RecordPath = None,
) -> None:
    """List the rows of a table in order of time: of a state, on a state, within a time."""
    from mahdar.record.asking.listing import FilterError, Wanted, list_rows
    from mahdar.record.asking.places import UnknownTableError

    form = form_of(json, csv)
    wanted = Wanted(
        state_code(state, "--state") if state else None,
        state_code(topic, "--topic") if topic else None,
        between(first, last),
        parsed(as_of),
    )
    with opened(record) as store:
        try:
            found = list_rows(store, table, wanted, limit or None)
        except UnknownTableError as error:
            raise typer.BadParameter(str(error), param_hint="TABLE") from None
        except FilterError as error:
            raise typer.BadParameter(str(error)) from None
    _emit_listed(found, form)


def _emit_listed(found: Listed, form: Form) -> None:
    columns = _glance(found) if form == "table" else found.columns
    about = {"table": found.table, "total": found.total, "shown": len(found.rows)}
    emit(found.rows, columns, form, about=about)
    if len(found.rows) < found.total:
        complain(f"{len(found.rows)} of {found.total} rows; --limit 0 gives all")


def _glance(found: Listed) -> list[str]:
    """The columns that fit on a terminal: those in which something stands, without the keeping of accounts."""
    return [name for name in found.columns if name not in _AMPLE and any(row[name] is not None for row in found.rows)]


def coverage(
    table: Annotated[str | None, typer.Argument(metavar="TABLE", help="One table instead of all.")] = None,
    as_of: AsOf = None,
    json: Json = False,
    csv: Csv = False,
    record: RecordPath = None,
) -> None:
    """Show from when to when each table is complete, its rows and sources, and the publications that were loaded."""
    from mahdar.record.asking.extent import extents, loads
    from mahdar.record.asking.places import UnknownTableError

    form = form_of(json, csv)
    with opened(record) as store:
        try:
            found, loaded = extents(store, table, parsed(as_of)), loads(store, table)
        except UnknownTableError as error:
            raise typer.BadParameter(str(error), param_hint="TABLE") from None
    rows = [row for extent in found for row in _covered(extent)]
    files = [_loaded(load) for load in loaded]
    emit(rows, _COVERED, form, about={"loads": files} if form == "json" else None)
    if files and form == "table":
        emit(files, [name for name in _LOADED if name != "load"], form, about={"loaded": len(files)})


def _covered(extent: Extent) -> list[dict[str, object]]:
    """A row for each declaration of a table, one with empty cells where it declares nothing."""
    sources = [_source(origin.name, origin.retrieved, count) for origin, count in extent.sources]
    whole: dict[str, object] = {
        "table": extent.table,
        "rows": extent.rows,
        "first": extent.first,
        "last": extent.last,
        "sources": "; ".join(sources),
    }
    lines: Sequence[dict[str, object]] = [
        {"part": d.part, "span": d.span, "complete": d.complete, "note": d.note} for d in extent.declared
    ] or [{"part": "", "span": "", "complete": False, "note": "claims nothing"}]
    return [{**whole, **line} for line in lines]


def _source(name: str, retrieved: str, count: int) -> str:
    return f"{name}{f' ({retrieved})' if retrieved else ''}: {count}"


def _loaded(load: Load) -> dict[str, object]:
    remarks = [f"{what}: {why} ({count})" for (what, why), count in load.remarks.items()]
    totals: dict[str, int] = {}
    for (what, _), count in load.remarks.items():
        totals[what] = totals.get(what, 0) + count
    return {
        "load": load.load,
        "kind": load.kind,
        "file": load.name,
        "address": load.address,
        "source": load.source,
        "retrieved": load.retrieved,
        "rows": load.rows,
        "counts": "replaced" if load.replaced else "yes",
        **totals,
        "remarks": "; ".join(remarks),
    }


def sql(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="One statement that reads: SELECT, FROM, DESCRIBE…")],
    limit: Limit = 1_000,
    as_of: AsOf = None,
    json: Json = False,
    csv: Csv = False,
    record: RecordPath = None,
) -> None:
    """Ask the record in SQL (DuckDB's), read-only."""
    from mahdar.record.asking.query import QueryError, ask
    from mahdar.record.store import RecordError

    form = form_of(json, csv)
    try:
        answer = ask(query, record, limit=limit or _NO_LIMIT, as_of=parsed(as_of))
    except (QueryError, RecordError) as error:
        _fail(str(error))
    names = _distinct(answer.columns)
    rows = [dict(zip(names, row, strict=True)) for row in answer.rows]
    emit(rows, names, form, about={"more": answer.more} if form == "json" else None)
    if answer.more:
        complain(f"the first {len(rows)} rows; there are more (--limit 0 gives all)")


def _distinct(names: Sequence[str]) -> list[str]:
    """Names of columns, those that occur again with a number, as `count` and `count_2`."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return found


def _fail(problem: str) -> NoReturn:
    for line in problem.splitlines():
        complain(line)
    raise typer.Exit(FAILED)

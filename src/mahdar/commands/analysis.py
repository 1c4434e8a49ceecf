"""`mahdar analysis …`: votes as numbers. Who voted with whom, which groups held together, where states stand."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mahdar.commands.options import FAILED, AsOf, From, RecordPath, To, between, group, opened, until
from mahdar.commands.options import state as state_code
from mahdar.commands.output import Csv, Form, Json, complain, emit, form_of

if TYPE_CHECKING:
    from mahdar.analysis.matrix import Votes
    from mahdar.analysis.table import Row, Table
    from mahdar.edtf import Interval

app = group("Votes as numbers: agreement of states, cohesion of groups, ideal points.")

AGREEMENT_EXAMPLES = """Examples:

\b
  mahdar analysis agreement RUS --from 2010 --to 2019               # with every other state, the closest first
  mahdar analysis agreement RUS --with USA --with CHN --from 2010   # with these alone
  mahdar analysis agreement FRA --body council --from 2000 --csv > france.csv
  mahdar analysis agreement SDN --from 2010 --to 2019 --svg sudan.svg

A state with fewer shared votes than --minimum is listed without a value."""

COHESION_EXAMPLES = """Examples:

\b
  mahdar analysis cohesion --group eu --group arab-league --from 1990
  mahdar analysis cohesion --group RUS,CHN --body council --from 2000
  mahdar analysis cohesion --group african-group --by session --json
  mahdar analysis cohesion --group eu --group asean --svg cohesion.svg

A group is a name (an unknown one prints them all) or codes with commas. Members count from the day of joining."""

POINTS_EXAMPLES = """Examples:

\b
  mahdar analysis ideal-points --session 70                         # one session by itself, about a second
  mahdar analysis ideal-points --session 70 --svg points.svg
  mahdar analysis ideal-points --from 1990 --to 2019 --state RUS --state USA --svg lines.svg
  mahdar analysis ideal-points --from 1946 --to 2020 --parquet points.parquet

Several sessions are fitted together, so that points can be compared over time (all of them take about a minute);
--alone fits each by itself."""


_LONGEST_LABEL = 26  # letters that fit beside a chart


def _place(value: Path | None) -> Path | None:
    if value is not None and (value.is_dir() or not value.absolute().parent.is_dir()):
        raise typer.BadParameter(f"no file can be written there: {value}")
    return value


Body = Annotated[Literal["assembly", "council"], typer.Option("--body", help="Whose recorded votes.")]
Parquet = Annotated[Path | None, typer.Option(metavar="OUT", callback=_place, help="Also write the rows as Parquet.")]
Svg = Annotated[Path | None, typer.Option(metavar="OUT", callback=_place, help="Also write a chart as SVG.")]


@app.command(epilog=AGREEMENT_EXAMPLES)
def agreement(
    state: Annotated[str, typer.Argument(metavar="STATE", help="A state (code or name).")],
    body: Body = "assembly",
    first: From = None,
    last: To = None,
    others: Annotated[
        list[str] | None, typer.Option("--with", metavar="STATE", help="Only with that state; may be repeated.")
    ] = None,
    minimum: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Withhold values under so many shared votes (200; Council 50)."),
    ] = None,
    as_of: AsOf = None,
    json: Json = False,
    csv: Csv = False,
    parquet: Parquet = None,
    svg: Svg = None,
    record: RecordPath = None,
) -> None:
    """How often other states voted as one state did: share of identical votes, and Lijphart's index."""
    from mahdar.analysis.agreement import agreement_with
    from mahdar.analysis.pictures import agreement_chart

    form = form_of(json, csv)
    code = state_code(state)
    named = [state_code(other, "--with") for other in others or ()]
    period = until(between(first, last), as_of)
    table = _computed(body, period, record, lambda votes: agreement_with(votes, code, named or None, minimum))
    _hand_over(table, form, parquet, svg, lambda: agreement_chart(table, _label))


@app.command(epilog=COHESION_EXAMPLES)
def cohesion(
    groups: Annotated[
        list[str],
        typer.Option("--group", metavar="GROUP", help="A named group, or codes with commas; may be repeated."),
    ],
    body: Body = "assembly",
    first: From = None,
    last: To = None,
    by: Annotated[Literal["year", "session"], typer.Option(help="One row for each.")] = "year",
    minimum: Annotated[int, typer.Option(metavar="N", min=1, help="Withhold values under so many calls.")] = 10,
    as_of: AsOf = None,
    json: Json = False,
    csv: Csv = False,
    parquet: Parquet = None,
    svg: Svg = None,
    record: RecordPath = None,
) -> None:
    """How far the members of a group voted alike, year by year: pairwise agreement and the agreement index."""
    from mahdar.analysis import cohesion as measure
    from mahdar.analysis.groups import UnknownGroupError, find_group
    from mahdar.analysis.pictures import cohesion_chart

    form = form_of(json, csv)
    try:
        found = [find_group(group) for group in dict.fromkeys(groups)]
    except UnknownGroupError as error:
        raise typer.BadParameter(str(error), param_hint="--group") from None
    period = until(between(first, last), as_of)
    table = _computed(body, period, record, lambda votes: measure.cohesion(votes, found, by, minimum))
    _hand_over(table, form, parquet, svg, lambda: cohesion_chart(table))


@app.command("ideal-points", epilog=POINTS_EXAMPLES)
def ideal_points(
    sessions: Annotated[
        list[int] | None,
        typer.Option("--session", metavar="N", min=1, help="A session of the Assembly; may be repeated."),
    ] = None,
    first: From = None,
    last: To = None,
    alone: Annotated[bool, typer.Option("--alone", help="Fit each session by itself.")] = False,
    states: Annotated[
        list[str] | None, typer.Option("--state", metavar="STATE", help="Print only that state; may be repeated.")
    ] = None,
    minimum: Annotated[int, typer.Option(metavar="N", min=1, help="Withhold points under so many votes.")] = 10,
    as_of: AsOf = None,
    json: Json = False,
    csv: Csv = False,
    parquet: Parquet = None,
    svg: Svg = None,
    record: RecordPath = None,
) -> None:
    """Where states stand on the one line that best explains their votes in the General Assembly, by session."""
    # A session is small: the threads of BLAS only wait for one another. It looks once, when numpy is first imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from mahdar.analysis import positions
    from mahdar.analysis.pictures import points_chart

    form = form_of(json, csv)
    if not sessions and first is None and last is None:
        raise typer.BadParameter("name a session, or a time with --from and --to", param_hint="--session")
    named = [state_code(state, "--state") for state in states or ()]

    def fitted(votes: Votes) -> Table:
        together = not alone and len(votes.sessions()) > 1
        return positions.ideal_points(votes, together, named or None, minimum)

    period = until(between(first, last), as_of)
    table = _computed("assembly", period, record, fitted, sessions)
    _hand_over(table, form, parquet, svg, lambda: points_chart(table, _label))


def _computed(
    body: Literal["assembly", "council"],
    period: Interval | None,
    record: Path | None,
    compute: Callable[[Votes], Table],
    sessions: list[int] | None = None,
) -> Table:
    """The table of the votes in a time; no vote, or a state that cast none, ends the command."""
    from mahdar.analysis.matrix import MatrixError, read_votes
    from mahdar.record.access import Record
    from mahdar.record.ballots import ballots

    with opened(record) as store:
        try:
            votes = read_votes(ballots(Record(store), body), body, period, sessions)
            if not votes.calls:
                raise MatrixError(f"the record has {votes.coverage()} then")
            return _known_only(compute(votes), body)
        except MatrixError as error:
            complain(str(error))
            raise typer.Exit(FAILED) from None


def _known_only(table: Table, body: str) -> Table:
    """The record has not all recorded votes of the Council by member, which the coverage has to say."""
    from dataclasses import replace

    if body != "council":
        return table
    return replace(table, coverage=f"{table.coverage}; only votes of which the record has every member's")


def _hand_over(table: Table, form: Form, parquet: Path | None, svg: Path | None, draw: Callable[[], str]) -> None:
    """Write the files, then print the rows; CSV has no place for what they are, which goes to standard error."""
    from mahdar.analysis.table import write_parquet

    try:
        if svg is not None:
            svg.write_text(draw(), "utf-8")
        if parquet is not None:
            write_parquet(table, parquet)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--svg") from None
    except OSError as error:
        complain(
            f"{error.filename} cannot be written: {error.strerror}" if error.filename else f"cannot be written: {error}"
        )
        raise typer.Exit(FAILED) from None
    if form == "csv":
        for line in (table.what, *table.notes()):
            complain(line)
    rows = [_rounded(row) for row in table.rows] if form == "table" else table.rows
    emit(rows, table.columns, form, about=table.about())


def _rounded(row: Row) -> dict[str, object]:
    """A row for a person to read; JSON, CSV and Parquet have every digit."""
    return {name: f"{cell:.4f}" if isinstance(cell, float) else cell for name, cell in row.items()}


def _label(code: str) -> str:
    """A state's name for a chart, its code where the name is long."""
    from mahdar.checking.states import name

    named = name(code)
    return named if len(named) <= _LONGEST_LABEL else code

"""The chart of each table: bars of agreement, lines of cohesion, dots or lines of ideal points."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mahdar.analysis.chart import Line, Mark, bars, dots, lines
from mahdar.analysis.table import Cell, Row, Table

Name = Callable[[str], str]
_INTERVAL = 1.96  # standard errors on either side that hold 95 % of a normal distribution


def agreement_chart(table: Table, name: Name = str) -> str:
    """A bar for each state; `name` gives the label of a code."""
    marks = [
        Mark(name(str(row["state"])), _number(row["agreement"]), tail=_tail(row, "agreement", "shared_votes"))
        for row in table.rows
    ]
    return bars(table.what, "share of identical votes", marks, table.notes())


def cohesion_chart(table: Table) -> str:
    """A line of the agreement index for each group. Raises ValueError where there are more than eight."""
    by = "year" if "year" in table.columns else "session"
    drawn = _lines(table, "group", by, "agreement_index", str)
    return lines(table.what, "agreement index", drawn, table.notes(), unit=True)


def points_chart(table: Table, name: Name = str) -> str:
    """Dots with 95 % intervals for one session, a line for each state over several.

    Raises ValueError where there are more than eight states in several sessions.
    """
    if len({row["session"] for row in table.rows}) > 1:
        return lines(table.what, "ideal point", _lines(table, "state", "session", "point", name), table.notes())
    marks = [
        Mark(
            name(str(row["state"])),
            _number(row["point"]),
            _INTERVAL * (_number(row["standard_error"]) or 0),
            _tail(row, "point", "votes"),
        )
        for row in table.rows
    ]
    notes = (*table.notes(), f"Bars: {_INTERVAL} standard errors on either side.")
    return dots(table.what, "ideal point", marks, notes)


def _tail(row: Row, value: str, count: str) -> str:
    found = _number(row[value])
    return f"withheld: {row['withheld']}" if found is None else f"{found:.3f} ({row[count]} votes)"


def _lines(table: Table, key: str, position: str, value: str, name: Name) -> Sequence[Line]:
    found: dict[str, list[tuple[float, float | None]]] = {}
    for row in table.rows:
        found.setdefault(str(row[key]), []).append((_number(row[position]) or 0, _number(row[value])))
    return [Line(name(label), sorted(points)) for label, points in found.items()]


def _number(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None

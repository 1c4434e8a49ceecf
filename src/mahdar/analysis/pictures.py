"""The chart of each table as an SVG file: dots of agreement, lines of cohesion, dots or lines of ideal points."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mahdar.analysis.table import Cell, Row, Table
from mahdar.charts.chart import About
from mahdar.charts.dots import Dot, dots
from mahdar.charts.lines import Line, lines

Name = Callable[[str], str]
_INTERVAL = 1.96  # standard errors on either side that hold 95 % of a normal distribution


def agreement_chart(table: Table, name: Name = str) -> str:
    """A dot for each state; `name` gives the label of a code."""
    rows = [
        Dot(_label(row, "shared_votes", name), _number(row["agreement"]), remark=_withheld(row)) for row in table.rows
    ]
    return dots(_about("agreement", table), rows, _headers("share of identical votes")).file()


def cohesion_chart(table: Table) -> str:
    """A line of the agreement index for each group. Raises ValueError where there are more than eight."""
    by = "year" if "year" in table.columns else "session"
    drawn = _lines(table, "group", by, "agreement_index", str)
    about = _about("cohesion", table)
    return lines(about, drawn, axes=(by, "agreement index"), within=(0.0, 1.0)).file()


def points_chart(table: Table, name: Name = str) -> str:
    """Dots with 95 % intervals for one session, a line for each state over several.

    Raises ValueError where there are more than eight states in several sessions.
    """
    if len({row["session"] for row in table.rows}) > 1:
        drawn = _lines(table, "state", "session", "point", name)
        return lines(_about("ideal-points", table), drawn, axes=("session", "ideal point")).file()
    about = _about("ideal-points", table, f"Bars: {_INTERVAL} standard errors on either side.")
    return dots(about, [_point(row, name) for row in table.rows], _headers("ideal point")).file()


def _about(key: str, table: Table, *more: str) -> About:
    return About(key, table.what, " ".join((*more, *table.notes())))


def _headers(value: str) -> tuple[str, str, str, str, str]:
    return "state", value, "from", "to", "remark"


def _point(row: Row, name: Name) -> Dot:
    label, point = _label(row, "votes", name), _number(row["point"])
    if point is None:
        return Dot(label, None, remark=_withheld(row))
    error = _INTERVAL * (_number(row["standard_error"]) or 0)
    return Dot(label, point, point - error, point + error)


def _label(row: Row, count: str, name: Name) -> str:
    return f"{name(str(row['state']))} ({row[count]} votes)"


def _withheld(row: Row) -> str:
    return f"withheld: {row['withheld']}" if row["withheld"] else ""


def _lines(table: Table, key: str, position: str, value: str, name: Name) -> Sequence[Line]:
    found: dict[str, list[tuple[int, float | None]]] = {}
    for row in table.rows:
        found.setdefault(str(row[key]), []).append((int(_number(row[position]) or 0), _number(row[value])))
    return [Line(name(label), sorted(points)) for label, points in found.items()]


def _number(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None

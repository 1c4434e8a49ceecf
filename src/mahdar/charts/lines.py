"""Lines over years or sessions, broken where a value is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.charts.axes import Frame, foot, margin, names, side
from mahdar.charts.canvas import Canvas
from mahdar.charts.chart import About, Chart, Table, columns, drawn
from mahdar.charts.legend import legend, stroke
from mahdar.charts.palette import COLOURS, DASHES, MOST, SHAPES
from mahdar.charts.scales import Scale, ticks
from mahdar.charts.setting import Setting

_HEIGHT = 300.0
Points = Sequence[tuple[int, float | None]]


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its name, and values at whole positions (years, sessions) in order; None is missing or withheld."""

    label: str
    points: Points


def lines(
    about: About,
    series: Sequence[Line],
    setting: Setting | None = None,
    *,
    axes: tuple[str, str] = ("", ""),
    within: tuple[float, float] | None = None,
) -> Chart:
    """Up to eight lines; `axes` names positions and values, `within` are the ends of the axis of values.

    The table has a row for each position that any line has. Raises ValueError beyond eight lines.
    """
    if len(series) > MOST:
        raise ValueError(f"at most {MOST} lines can be told apart in one chart, not {len(series)}")

    def draw(canvas: Canvas) -> float:
        return _draw(canvas, series, axes, within or _ends(series))

    return drawn(about, _table(series, axes[0]), setting or Setting(), draw)


def _table(series: Sequence[Line], first: str) -> Table:
    known = [dict(one.points) for one in series]
    positions = sorted({x for one in known for x in one})
    return columns([first, *(one.label for one in series)], [(str(x), *(k.get(x) for k in known)) for x in positions])


def _ends(series: Sequence[Line]) -> tuple[float, float]:
    values = [y for one in series for _, y in one.points if y is not None]
    low, high = min(values, default=0.0), max(values, default=1.0)
    room = (high - low) * 0.05 or 0.5
    return low - room, high + room


def _draw(canvas: Canvas, series: Sequence[Line], axes: tuple[str, str], within: tuple[float, float]) -> float:
    setting = canvas.setting
    top = legend(canvas, [one.label for one in series], stroke, 4) + (22 if axes[1] else 6)
    marked = ticks(*within, 6)
    frame = Frame(margin([setting.number(t) for t in marked]), canvas.width - 12, top, top + _HEIGHT)
    positions = [x for one in series for x, _ in one.points] or [0, 1]
    up = Scale(*within, frame.bottom, frame.top)
    across = Scale(min(positions), max(positions), frame.left + 4, frame.right)
    side(canvas, frame, up, marked)
    years = ticks(across.low, across.high, 10 if canvas.width > 500 else 5, whole=True)
    foot(canvas, frame, across, [(year, setting.written(f"{year:g}")) for year in years])
    for index, one in enumerate(series):
        _line(canvas, index, one, across, up)
    return names(canvas, frame, axes[1], axes[0])


def _line(canvas: Canvas, index: int, one: Line, across: Scale, up: Scale) -> None:
    for piece in _pieces(one.points):
        canvas.polyline(
            [(across.at(x), up.at(y)) for x, y in piece],
            stroke=COLOURS[index],
            stroke_width=2,
            stroke_dasharray=DASHES[index],
            stroke_linejoin="round",
        )
    every = max(1, len(one.points) // (24 if canvas.width > 500 else 8))
    known = [(x, y) for x, y in one.points if y is not None]
    for nth, (x, y) in enumerate(known):
        place = (across.at(x), up.at(y))
        if nth % every == index % every or len(known) < 3:
            canvas.mark(SHAPES[index], *place, 3.5, COLOURS[index], _tip(canvas.setting, one.label, x, y))


def _tip(setting: Setting, label: str, x: int, y: float) -> str:
    return f"{setting.written(str(x))} · {label}: {setting.number(y, 3 if y % 1 else 0)}"


def _pieces(points: Points) -> list[list[tuple[int, float]]]:
    """The points from gap to gap: a position without value, or one that is left out, breaks the line."""
    found: list[list[tuple[int, float]]] = []
    before: int | None = None
    for x, y in points:
        if y is None:
            before = None
            continue
        if before is None or x - before > 1:
            found.append([])
        found[-1].append((x, y))
        before = x
    return [piece for piece in found if len(piece) > 1]

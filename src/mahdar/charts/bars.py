"""Bars that stand on one another: how many of each kind in each year, cycle or session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.charts.axes import Frame, foot, margin, names, side
from mahdar.charts.canvas import Canvas
from mahdar.charts.chart import About, Cell, Chart, Table, columns, drawn
from mahdar.charts.legend import block, legend
from mahdar.charts.palette import COLOURS, MOST, MUTED, fill, pattern
from mahdar.charts.scales import Scale, above, ticks
from mahdar.charts.setting import Setting

_HEIGHT = 270.0


@dataclass(frozen=True, slots=True)
class Series:
    """A kind with its name and one count for each position."""

    label: str
    counts: Sequence[float]


def bars(
    about: About,
    positions: Sequence[str],
    series: Sequence[Series],
    setting: Setting | None = None,
    *,
    axes: tuple[str, str] = ("", ""),
) -> Chart:
    """Stacked bars, one for each position in order; `axes` names the positions and the counts.

    The table has a row for each position. Raises ValueError beyond eight series, where counts and positions differ in
    number, or on a count below nothing.
    """
    setting = setting or Setting()
    checked(positions, series)

    def draw(canvas: Canvas) -> float:
        return _draw(canvas, positions, series, axes)

    return drawn(about, table_of(positions, series, axes[0]), setting, draw)


def checked(positions: Sequence[str], series: Sequence[Series]) -> None:
    """Raises ValueError beyond eight kinds, on a count too few or too many, and on one below nothing."""
    if len(series) > MOST:
        raise ValueError(f"at most {MOST} kinds can be told apart in one chart, not {len(series)}")
    if any(len(one.counts) != len(positions) for one in series):
        raise ValueError("one count for each position")
    if any(count < 0 for one in series for count in one.counts):
        raise ValueError("no bar stands for less than nothing")


def table_of(positions: Sequence[str], series: Sequence[Series], first: str) -> Table:
    """A row for each position, a column for each kind; `first` heads the column of the positions."""
    rows: list[list[Cell]] = [[position, *(one.counts[i] for one in series)] for i, position in enumerate(positions)]
    return columns([first, *(one.label for one in series)], rows)


def _draw(canvas: Canvas, positions: Sequence[str], series: Sequence[Series], axes: tuple[str, str]) -> float:
    setting = canvas.setting
    top = legend(canvas, [one.label for one in series], block, 4) + (22 if axes[1] else 6)
    totals = [sum(one.counts[i] for one in series) for i in range(len(positions))]
    high = above(max(totals, default=1.0))
    marked = ticks(0, high, 5, whole=True)
    frame = Frame(margin([setting.number(t) for t in marked]), canvas.width - 6, top, top + _HEIGHT)
    up, across = _scales(frame, high, len(positions))
    side(canvas, frame, up, marked)
    step = across.at(1) - across.at(0)
    for i in range(len(positions)):
        _stack(canvas, positions[i], [(one.label, one.counts[i]) for one in series], up, across.at(i), step)
    canvas.line(frame.left, frame.bottom, frame.right, frame.bottom, stroke=MUTED)
    foot(canvas, frame, across, _labels(positions, setting))
    return names(canvas, frame, axes[1], axes[0])


def _scales(frame: Frame, high: float, count: int) -> tuple[Scale, Scale]:
    half = (frame.right - frame.left) / max(count, 1) / 2
    across = Scale(0, max(count - 1, 1), frame.left + half, frame.right - half)
    if count < 2:
        across = Scale(0, 1, frame.left + half, frame.left + half + min(2 * half, 120))
    return Scale(0, high, frame.bottom, frame.top), across


def _stack(
    canvas: Canvas, position: str, counts: Sequence[tuple[str, float]], up: Scale, x: float, step: float
) -> None:
    wide = min(step * 0.82, 64)
    floor = 0.0
    for index, (label, count) in enumerate(counts):
        if count:
            canvas.define(pattern(canvas.name, index))
            y, height = up.at(floor + count), up.at(floor) - up.at(floor + count)
            tip = f"{canvas.setting.written(position)} · {label}: {canvas.setting.number(count)}"
            look = {"fill": fill(canvas.name, index), "stroke": COLOURS[index], "stroke_width": 0.75}
            canvas.rect(x - wide / 2, y, wide, height, tip, **look)
            floor += count


def _labels(positions: Sequence[str], setting: Setting) -> list[tuple[float, str]]:
    """Years by the decade where there are many, else every position."""
    shown = [(float(i), setting.written(p)) for i, p in enumerate(positions)]
    if len(positions) > 24 and all(p.isdigit() for p in positions):
        return [(i, label) for (i, label), p in zip(shown, positions, strict=True) if int(p) % 10 == 0]
    return shown

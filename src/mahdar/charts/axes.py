"""The lines behind a chart: values up the side, positions along the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.charts.canvas import Canvas, length
from mahdar.charts.palette import GRID, MUTED
from mahdar.charts.scales import Scale


@dataclass(frozen=True, slots=True)
class Frame:
    """The field of a chart on its sheet; `left` is where reading begins."""

    left: float
    right: float
    top: float
    bottom: float


def side(canvas: Canvas, frame: Frame, up: Scale, values: Sequence[float], places: int | None = None) -> None:
    """Horizontal lines with their values where reading begins."""
    for value in values:
        y = up.at(value)
        canvas.line(frame.left, y, frame.right, y, stroke=GRID)
        canvas.text(frame.left - 6, y + 4, canvas.setting.number(value, places), "end", fill=MUTED, font_size=12)


def foot(canvas: Canvas, frame: Frame, across: Scale, labels: Sequence[tuple[float, str]], lines: bool = False) -> None:
    """Labels under the field, those left out that would run into the one before; with lines up the field."""
    end = -1e9
    for value, label in labels:
        x, wide = across.at(value), length(label, 12)
        if lines:
            canvas.line(x, frame.top, x, frame.bottom, stroke=GRID)
        if x - wide / 2 < end + 6:
            continue
        inside = min(max(x, wide / 2 + 1), canvas.width - wide / 2 - 1)
        canvas.line(x, frame.bottom, x, frame.bottom + 4, stroke=MUTED)
        canvas.text(inside, frame.bottom + 17, label, "middle", fill=MUTED, font_size=12)
        end = inside + wide / 2


def names(canvas: Canvas, frame: Frame, y_axis: str, x_axis: str) -> float:
    """What the axes measure: the side's above the field, the foot's beneath it. Returns where the drawing ends."""
    canvas.text(4, frame.top - 10, y_axis, fill=MUTED, font_size=12)
    if not x_axis:
        return frame.bottom + 26
    canvas.text((frame.left + frame.right) / 2, frame.bottom + 36, x_axis, "middle", fill=MUTED, font_size=12)
    return frame.bottom + 46


def margin(labels: Sequence[str], least: float = 34) -> float:
    """The room that labels need beside a field."""
    return max([least, *(length(label, 12) + 12 for label in labels)])

"""A dot for each row with its interval of uncertainty: where states stand, and how surely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.charts.axes import Frame, foot
from mahdar.charts.canvas import Canvas, length, shortened
from mahdar.charts.chart import About, Chart, columns, drawn
from mahdar.charts.legend import legend, spot
from mahdar.charts.palette import COLOURS, GRID, MOST, MUTED, SHAPES
from mahdar.charts.scales import Scale, ticks
from mahdar.charts.setting import Setting

_ROW = 19.0
_WIDER = 1.08  # than estimated are letters of the font that stands in where none of ours is there


@dataclass(frozen=True, slots=True)
class Dot:
    """A row: its name, its value (None: withheld), the ends of its interval, its group (an index) and a remark."""

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    group: int = 0
    remark: str = ""


def dots(
    about: About,
    rows: Sequence[Dot],
    headers: tuple[str, str, str, str, str],
    setting: Setting | None = None,
    *,
    groups: Sequence[str] = (),
) -> Chart:
    """Dots in the order given. `headers` name the row, value, lower and upper end, and remark, in table and axis.

    Rows without a value stand with their remark. Raises ValueError beyond eight groups.
    """
    if len(groups) > MOST or any(row.group >= max(len(groups), 1) for row in rows):
        raise ValueError(f"a row has a group that has no name, or there are more than {MOST} groups")
    table = columns(headers, [(r.label, r.value, r.low, r.high, r.remark) for r in rows])

    def draw(canvas: Canvas) -> float:
        return _draw(canvas, rows, groups, headers[1])

    return drawn(about, table, setting or Setting(), draw)


def _draw(canvas: Canvas, rows: Sequence[Dot], groups: Sequence[str], axis: str) -> float:
    top = legend(canvas, groups, spot, 4) + 24
    room = min(_WIDER * max((length(r.label) for r in rows), default=60) + 12, canvas.width * 0.42)
    frame = Frame(room, canvas.width - 14, top, top + _ROW * len(rows))
    ends = [end for r in rows for end in (r.value, r.low, r.high) if end is not None] or [0.0, 1.0]
    across = Scale(min(ends), max(ends), frame.left + 8, frame.right)
    marked = [(t, canvas.setting.number(t)) for t in ticks(across.low, across.high, 8 if canvas.width > 500 else 4)]
    for value, label in marked:
        canvas.text(across.at(value), top - 6, label, "middle", fill=MUTED, font_size=12)
    foot(canvas, frame, across, marked, lines=True)
    for index, row in enumerate(rows):
        _row(canvas, row, across, frame, top + _ROW * (index + 0.5))
    canvas.text((frame.left + frame.right) / 2, frame.bottom + 36, axis, "middle", fill=MUTED, font_size=12)
    return frame.bottom + 46


def _row(canvas: Canvas, row: Dot, across: Scale, frame: Frame, y: float) -> None:
    canvas.text(frame.left - 8, y + 4, shortened(row.label, frame.left - 10), "end")
    if row.value is None:
        canvas.text(frame.left + 8, y + 4, row.remark, fill=MUTED, font_size=12)
        return
    canvas.line(frame.left, y, across.at(row.value), y, stroke=GRID, stroke_dasharray="1 3")
    colour = COLOURS[row.group]
    if row.low is not None and row.high is not None:
        canvas.line(across.at(row.low), y, across.at(row.high), y, stroke=colour, stroke_width=2.5, opacity=0.55)
    tip = f"{row.label}: {canvas.setting.number(row.value, 2)}"
    canvas.mark(SHAPES[row.group], across.at(row.value), y, 4.5, colour, tip)

"""Bars that lie: one for each row, its kinds one behind the other from where reading begins, the count in each."""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.charts.bars import Series, checked, table_of
from mahdar.charts.canvas import Canvas, length, shortened
from mahdar.charts.chart import About, Chart, drawn
from mahdar.charts.legend import block, legend
from mahdar.charts.palette import COLOURS, GRID, MUTED, PAPER, fill, pattern
from mahdar.charts.scales import Scale
from mahdar.charts.setting import Setting

_ROW, _BAR, _WIDE = 34.0, 20.0, 640.0


def shares(about: About, rows: Sequence[str], series: Sequence[Series], setting: Setting | None = None, *,
           name: str = "") -> Chart:  # fmt: skip
    """Counts by kind for a few rows with long names; `name` is what the rows are called in the table.

    The longest bar fills the width. Raises ValueError as `bars` does.
    """
    checked(rows, series)

    def draw(canvas: Canvas) -> float:
        return _draw(canvas, rows, series)

    return drawn(about, table_of(rows, series, name), setting or Setting(), draw, _WIDE)


def _draw(canvas: Canvas, rows: Sequence[str], series: Sequence[Series]) -> float:
    narrow = canvas.width < 500
    y = legend(canvas, [one.label for one in series], block, 4) + 8
    beside = 4.0 if narrow else min(max((length(row) for row in rows), default=60) + 14, canvas.width * 0.4)
    totals = [sum(one.counts[i] for one in series) for i in range(len(rows))]
    scale = Scale(0, max([1.0, *totals]), beside, canvas.width - 40)
    for i, row in enumerate(rows):
        if narrow:
            canvas.text(4, y + 12, shortened(row, canvas.width - 8))
            y += 18
        else:
            canvas.text(4, y + 15, shortened(row, beside - 6))
        _bar(canvas, row, [(one.label, one.counts[i]) for one in series], scale, y)
        canvas.text(scale.at(totals[i]) + 6, y + 15, canvas.setting.number(totals[i]), fill=MUTED, font_size=12)
        y += _ROW
    canvas.line(beside, 30, beside, y - 8, stroke=GRID)
    return y


def _bar(canvas: Canvas, row: str, counts: Sequence[tuple[str, float]], scale: Scale, y: float) -> None:
    start = 0.0
    for index, (label, count) in enumerate(counts):
        if not count:
            continue
        canvas.define(pattern(canvas.name, index))
        x, wide = scale.at(start), scale.at(start + count) - scale.at(start)
        shown = canvas.setting.number(count)
        look = {"fill": fill(canvas.name, index), "stroke": COLOURS[index], "stroke_width": 0.75}
        canvas.rect(x, y, wide, _BAR, f"{row} · {label}: {shown}", **look)
        if wide > length(shown, 11) + 12:
            middle = x + wide / 2
            canvas.rect(middle - length(shown, 11) / 2 - 3, y + 3, length(shown, 11) + 6, _BAR - 6, fill=PAPER, rx=3)
            canvas.text(middle, y + 14.5, shown, "middle", font_size=11)
        start += count

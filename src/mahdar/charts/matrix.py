"""A square of shares: each of a few states with each other, dark where they are high, the number in the cell."""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.charts.canvas import Canvas, length, shortened
from mahdar.charts.chart import About, Chart, columns, drawn
from mahdar.charts.palette import GRID, MUTED, PAPER, on_ramp, ramp
from mahdar.charts.setting import Setting

Square = Sequence[Sequence[float | None]]
MOST = 24
_BEST_CELL = 44.0


def matrix(
    about: About,
    labels: Sequence[tuple[str, str]],
    values: Square,
    setting: Setting | None = None,
    *,
    ends: tuple[float, float] = (0.0, 1.0),
) -> Chart:
    """Shares between states; `labels` are names with short forms (codes), `values` a square, None where withheld.

    `ends` are the values of the lightest and the darkest colour. Numbers are percentages where the cell holds them.
    Raises ValueError beyond 24 rows or where it is no square.
    """
    if len(labels) > MOST:
        raise ValueError(f"at most {MOST} rows are legible, not {len(labels)}")
    if any(len(row) != len(labels) for row in values) or len(values) != len(labels):
        raise ValueError("not a square with a row for each label")
    rows = [(name, *values[i]) for i, (name, _) in enumerate(labels)]
    table = columns(["", *(name for name, _ in labels)], rows)

    def draw(canvas: Canvas) -> float:
        return _draw(canvas, labels, values, ends)

    return drawn(about, table, setting or Setting(), draw)


def _draw(canvas: Canvas, labels: Sequence[tuple[str, str]], values: Square, ends: tuple[float, float]) -> float:
    wide = canvas.width > 500
    beside = [name if wide else short for name, short in labels]
    room = min(max((length(text) for text in beside), default=30) + 10, canvas.width * 0.3)
    cell = min((canvas.width - room - 4) / max(len(labels), 1), _BEST_CELL)
    top = _key(canvas, ends) + 24
    for i, (_, short) in enumerate(labels):
        size = 12.0 if cell > 26 else 7.5
        canvas.text(room + cell * (i + 0.5), top - 6, short, "middle", font_size=size, fill=MUTED)
        canvas.text(room - 6, top + cell * (i + 0.5) + 4, shortened(beside[i], room - 6), "end")
        for j, value in enumerate(values[i]):
            _cell(canvas, (room + cell * j, top + cell * i, cell), value, ends, f"{labels[i][0]} · {labels[j][0]}")
    return top + cell * len(labels) + 8


def _cell(
    canvas: Canvas, place: tuple[float, float, float], value: float | None, ends: tuple[float, float], pair: str
) -> None:
    x, y, size = place
    if value is None:
        canvas.rect(x, y, size - 1, size - 1, f"{pair}: –", fill=PAPER, stroke=GRID)
        canvas.text(x + size / 2, y + size / 2 + 4, "–", "middle", fill=MUTED, font_size=11)
        return
    share = (value - ends[0]) / ((ends[1] - ends[0]) or 1)
    percent = canvas.setting.number(round(100 * value))
    canvas.rect(x, y, size - 1, size - 1, f"{pair}: {percent}%", fill=ramp(share))
    if size >= 17:
        size_of_text = 12.0 if size > 26 else 9.5
        canvas.text(
            x + (size - 1) / 2, y + size / 2 + 4, percent, "middle", fill=on_ramp(share), font_size=size_of_text
        )


def _key(canvas: Canvas, ends: tuple[float, float]) -> float:
    """A strip from the lowest to the highest colour."""
    steps = 24
    for i in range(steps):
        canvas.rect(60 + 6.0 * i, 6, 6.4, 12, fill=ramp((i + 0.5) / steps))
    low, high = (f"{canvas.setting.number(round(100 * end))}%" for end in ends)
    canvas.text(54, 16, low, "end", fill=MUTED, font_size=12)
    canvas.text(66 + 6.0 * steps, 16, high, fill=MUTED, font_size=12)
    return 18.0

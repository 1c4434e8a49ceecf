"""The key to a chart: what each pattern, dash or mark stands for, in as many lines as it needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mahdar.charts.canvas import Canvas, length, shortened
from mahdar.charts.palette import COLOURS, DASHES, SHAPES, fill, pattern

_SIGN, _GAP, _LINE = 26.0, 18.0, 22.0
Sign = Callable[[Canvas, int, float, float], None]


def legend(canvas: Canvas, labels: Sequence[str], sign: Sign, top: float) -> float:
    """Draw the key from `top` down; returns where it ends. One label alone needs no key."""
    if len(labels) < 2:
        return top
    x, y = 4.0, top + 13
    for index, label in enumerate(labels):
        words = shortened(label, canvas.width - _SIGN - 10)
        wide = _SIGN + length(words)
        if x > 4 and x + wide > canvas.width - 4:
            x, y = 4.0, y + _LINE
        sign(canvas, index, x, y - 4)
        canvas.text(x + _SIGN, y, words)
        x += wide + _GAP
    return y + 14


def block(canvas: Canvas, index: int, x: float, y: float) -> None:
    """A block of the pattern of a series."""
    canvas.define(pattern(canvas.name, index))
    canvas.rect(x, y - 7, 20, 13, fill=fill(canvas.name, index), stroke=COLOURS[index])


def stroke(canvas: Canvas, index: int, x: float, y: float) -> None:
    """A piece of the line of a series, with its mark."""
    canvas.line(x, y, x + 22, y, stroke=COLOURS[index], stroke_width=2, stroke_dasharray=DASHES[index])
    canvas.mark(SHAPES[index], x + 11, y, 4, COLOURS[index])


def spot(canvas: Canvas, index: int, x: float, y: float) -> None:
    """The mark of a series alone."""
    canvas.mark(SHAPES[index], x + 11, y, 5, COLOURS[index])

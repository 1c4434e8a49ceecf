"""From when to when something is whole: one bar for each row, full where it is, hatched where it is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mahdar.charts.axes import Frame, foot
from mahdar.charts.canvas import Canvas, length, shortened
from mahdar.charts.chart import About, Chart, columns, drawn
from mahdar.charts.legend import legend
from mahdar.charts.palette import COLOURS, GRID, PAPER
from mahdar.charts.scales import Scale, ticks, year_of
from mahdar.charts.setting import Setting

_ROW = 24.0


@dataclass(frozen=True, slots=True)
class Span:
    """A time from a first to a last day, and whether the row is whole in it."""

    first: date
    last: date
    whole: bool
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Extent:
    """A row: its name, its times, and a word behind it (how many rows it has)."""

    label: str
    spans: Sequence[Span]
    tail: str = ""


def spans(
    about: About,
    rows: Sequence[Extent],
    words: tuple[str, str],
    headers: tuple[str, str, str, str, str],
    setting: Setting | None = None,
) -> Chart:
    """Bars over the years; `words` are what `whole` and not whole are called.

    `headers` name, in the table: the row, its first and its last day, whether it is whole, and the remark.
    """
    cells = [
        (row.label, s.first.isoformat(), s.last.isoformat(), words[0] if s.whole else words[1], s.remark)
        for row in rows
        for s in row.spans
    ]

    def draw(canvas: Canvas) -> float:
        return _draw(canvas, rows, words)

    return drawn(about, columns(headers, cells), setting or Setting(), draw)


def _draw(canvas: Canvas, rows: Sequence[Extent], words: tuple[str, str]) -> float:
    narrow = canvas.width < 500
    top = legend(canvas, words, _sign, 4) + 8
    beside = 4.0 if narrow else min(max((length(row.label) for row in rows), default=60) + 14, canvas.width * 0.42)
    behind = max((length(row.tail, 12) for row in rows), default=0) + 10
    step = _ROW * (1.7 if narrow else 1)
    frame = Frame(beside, canvas.width - (6 if narrow else behind), top, top + step * len(rows) + 4)
    days = [year_of(day) for row in rows for s in row.spans for day in (s.first, s.last)] or [1946.0, 2026.0]
    across = Scale(min(days), max(days), frame.left + 6, frame.right - 6)
    years = ticks(across.low, across.high, 8 if not narrow else 4, whole=True)
    foot(canvas, frame, across, [(t, canvas.setting.written(f"{t:g}")) for t in years], lines=True)
    for index, row in enumerate(rows):
        y = top + step * index
        canvas.line(0, y, canvas.width, y, stroke=GRID)
        if narrow:
            canvas.text(4, y + 15, shortened(row.label, canvas.width - behind - 8))
            canvas.text(canvas.width - 4, y + 15, row.tail, "end", font_size=12)
        else:
            canvas.text(4, y + 16, shortened(row.label, beside - 6))
            canvas.text(canvas.width - 4, y + 16, row.tail, "end", font_size=12)
        for span in row.spans:
            _bar(canvas, row.label, span, across, y + (20 if narrow else 5), words)
    return frame.bottom + 26


def _bar(canvas: Canvas, label: str, span: Span, across: Scale, y: float, words: tuple[str, str]) -> None:
    start, end = across.at(year_of(span.first)), across.at(year_of(span.last))
    kind = words[0] if span.whole else words[1]
    days = canvas.setting.written(f"{span.first.isoformat()} / {span.last.isoformat()}")
    tip = " · ".join(filter(None, (label, kind, days, span.remark)))
    wide = max(end - start, 4)
    if span.whole:
        canvas.rect(start, y, wide, 14, tip, fill=COLOURS[0])
    else:
        canvas.define(_hatch(canvas.name))
        canvas.rect(start, y + 3, wide, 8, tip, fill=f"url(#{canvas.name}-h)", stroke=COLOURS[1], stroke_width=1)


def _sign(canvas: Canvas, index: int, x: float, y: float) -> None:
    if index == 0:
        canvas.rect(x, y - 7, 20, 13, fill=COLOURS[0])
    else:
        canvas.define(_hatch(canvas.name))
        canvas.rect(x, y - 5, 20, 9, fill=f"url(#{canvas.name}-h)", stroke=COLOURS[1])


def _hatch(name: str) -> str:
    return (
        f'<pattern id="{name}-h" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" '
        f'fill="{PAPER}"/><path d="M-1 1L1 -1M0 6L6 0M5 7L7 5" stroke="{COLOURS[1]}" stroke-width="1"/></pattern>'
    )

"""What happened when, each time drawn as precisely as it is known: a day is a point, a month or a year a bar.

A time whose end is open runs to the edge and ends in an arrow. Marks of one lane that would hide one another stand in
rows beneath each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mahdar.charts.axes import Frame, foot
from mahdar.charts.canvas import Canvas, length, shortened
from mahdar.charts.chart import About, Chart, columns, drawn
from mahdar.charts.palette import COLOURS, GRID, INK, MOST, MUTED, SHAPES, fill, pattern
from mahdar.charts.scales import Scale, ticks, year_of
from mahdar.charts.setting import Setting

_ROW, _MOST_ROWS = 13.0, 14


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of the timeline: its lane, its days (None is open), how that time is written, and what happened.

    `lasting` is a state of things that lasts from the first to the last day (a term, a regime); else what happened did
    so on some day between them.
    """

    lane: str
    first: date | None
    last: date | None
    when: str
    what: str
    lasting: bool = False


def timeline(
    about: About, moments: Sequence[Moment], headers: tuple[str, str, str], setting: Setting | None = None
) -> Chart:
    """Moments in lanes, in the order in which the lanes first occur; `headers` name time, lane and happening.

    Raises ValueError beyond eight lanes.
    """
    lanes = list(dict.fromkeys(moment.lane for moment in moments))
    if len(lanes) > MOST:
        raise ValueError(f"at most {MOST} lanes can be told apart in one chart, not {len(lanes)}")

    def draw(canvas: Canvas) -> float:
        return _draw(canvas, moments, lanes)

    return drawn(about, columns(headers, [(m.when, m.lane, m.what) for m in moments]), setting or Setting(), draw)


def _draw(canvas: Canvas, moments: Sequence[Moment], lanes: Sequence[str]) -> float:
    narrow = canvas.width < 500
    beside = 8.0 if narrow else min(max((length(lane) for lane in lanes), default=60) * 1.12 + 16, 250)
    low, high = _ends(moments)
    across = Scale(low, high, beside + 8, canvas.width - 14)
    y, fields = 10.0, []
    for index, lane in enumerate(lanes):
        head = 18.0 if narrow else 0.0
        rows = _rows([m for m in moments if m.lane == lane], across)
        fields.append((index, lane, y, rows))
        y += head + max(len(rows) * _ROW + 10, 26)
    frame = Frame(beside, canvas.width - 6, 4, y)
    years = ticks(low, high, 10 if not narrow else 5, whole=True)
    foot(canvas, frame, across, [(t, canvas.setting.written(f"{t:g}")) for t in years], lines=True)
    for index, lane, top, rows in fields:
        _lane(canvas, index, lane, top, rows, across, frame, narrow)
    return y + 26


def _lane(
    canvas: Canvas,
    index: int,
    lane: str,
    top: float,
    rows: Sequence[Sequence[Moment]],
    across: Scale,
    frame: Frame,
    narrow: bool,
) -> None:
    canvas.line(0, top - 4, canvas.width, top - 4, stroke=GRID)
    if narrow:
        canvas.text(4, top + 12, lane, font_weight="bold", font_size=12)
    else:
        canvas.text(4, top + 12, shortened(lane, frame.left - 8), font_weight="bold")
    start = top + (18 if narrow else 0)
    for nth, row in enumerate(rows):
        for moment in row:
            _moment(canvas, index, moment, start + 8 + _ROW * nth, across)


def _moment(canvas: Canvas, index: int, moment: Moment, y: float, across: Scale) -> None:
    start, end = _places(moment, across)
    tip = f"{moment.when} · {moment.what}"
    colour = COLOURS[index]
    if end - start < 5 and moment.first and moment.last:
        canvas.mark(SHAPES[index], (start + end) / 2, y, 4, colour, tip)
        return
    canvas.define(pattern(canvas.name, index))
    if moment.lasting:
        look = {"fill": fill(canvas.name, index), "stroke": colour, "stroke_width": 0.75}
        canvas.rect(start, y - 4, end - start, 8, tip, **look)
    else:
        canvas.rect(start, y - 4, end - start, 8, tip, fill=colour, fill_opacity=0.18, stroke=colour,
                    stroke_dasharray="3 2", rx=4)  # fmt: skip
    if moment.last is None:
        canvas.polygon([(end, y - 5), (end + 7, y), (end, y + 5)], fill=INK)
    if moment.first is None:
        canvas.polygon([(start, y - 5), (start - 7, y), (start, y + 5)], fill=MUTED)


def _places(moment: Moment, across: Scale) -> tuple[float, float]:
    start = across.at(year_of(moment.first)) if moment.first else across.start
    end = across.at(year_of(moment.last + timedelta(1)) if moment.last.year < 9999 else across.high) if moment.last \
        else across.end  # fmt: skip
    return start, max(end, start)


def _rows(moments: Sequence[Moment], across: Scale) -> list[list[Moment]]:
    """The moments in as few rows as keep them apart; what no row has room for stands in the last one."""
    rows: list[list[Moment]] = []
    ends: list[float] = []
    for moment in sorted(moments, key=lambda m: (m.first or date.min, m.last or date.max)):
        start, end = _places(moment, across)
        free = next((i for i, taken in enumerate(ends) if taken + 1 <= start), None)
        if free is None and len(rows) < _MOST_ROWS:
            rows.append([])
            ends.append(0.0)
            free = len(rows) - 1
        free = len(rows) - 1 if free is None else free
        rows[free].append(moment)
        ends[free] = max(end, start + 8)
    return rows


def _ends(moments: Sequence[Moment]) -> tuple[float, float]:
    days = [day for m in moments for day in (m.first, m.last) if day is not None and day.year < 9999]
    if not days:
        return 1945.0, 2026.0
    low, high = year_of(min(days)), year_of(max(days))
    room = max((high - low) * 0.02, 0.5)
    return low - room, high + room

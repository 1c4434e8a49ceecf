"""The table of the Security Council: a horseshoe, the president at its head, the other members around it in order.

The seats stand as in the room, whatever the direction of writing: a plan of a room is not read as a line is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.charts.canvas import Canvas, wrapped
from mahdar.charts.chart import About, Chart, columns, drawn
from mahdar.charts.legend import Sign, legend
from mahdar.charts.palette import COLOURS, GRID, INK, MUTED, PAPER, SHAPES
from mahdar.charts.setting import Setting

_WIDE = 640.0


@dataclass(frozen=True, slots=True)
class Seat:
    """A member: its name, what it did (an index into `kinds`), whether it presides, and a remark in few words."""

    label: str
    kind: int = 0
    presides: bool = False
    remark: str = ""


def horseshoe(
    about: About,
    seats: Sequence[Seat],
    kinds: Sequence[str],
    headers: tuple[str, str, str],
    setting: Setting | None = None,
    *,
    inside: Sequence[str] = (),
) -> Chart:
    """Seats in the order in which they stand around the table, clockwise from its head; the first one is at the head.

    Where nobody presides the first seat stands at the head all the same. `kinds` name the marks (a way to vote, a kind
    of seat), `headers` member, mark and remark in the table, `inside` are lines within the table. Raises ValueError on
    a kind without a name.
    """
    if any(seat.kind >= len(kinds) for seat in seats):
        raise ValueError("a seat has a kind that has no name")

    def draw(canvas: Canvas) -> float:
        return _draw(canvas, seats, kinds, inside)

    rows = [(s.label, kinds[s.kind], s.remark) for s in seats]
    return drawn(about, columns(headers, rows), setting or Setting(), draw, _WIDE)


def _draw(canvas: Canvas, seats: Sequence[Seat], kinds: Sequence[str], inside: Sequence[str]) -> float:
    narrow = canvas.width < 500
    used = sorted({seat.kind for seat in seats})
    top = legend(canvas, [kinds[k] for k in used] if len(used) > 1 else [], _sign(used), 4) + 44
    canvas.mirrored = False
    middle, reach = canvas.width / 2, 58.0 if narrow else 150.0
    depth = _depth(len(seats), narrow)
    spots = [_spot(i, len(seats), middle, reach, top + 22, depth) for i in range(len(seats))]
    _table_top(canvas, middle, reach, top + 22, depth)
    within = [line for words in inside for line in wrapped(words, 2 * (reach - 18), 12, 4)]
    for i, line in enumerate(within):
        canvas.text(middle, top + depth * 0.6 + 18 * i, line, "middle", fill=MUTED, font_size=12)
    for seat, spot in zip(seats, spots, strict=True):
        _seat(canvas, seat, spot, narrow)
    return top + depth + 50


def _sign(used: Sequence[int]) -> Sign:
    def draw(canvas: Canvas, index: int, x: float, y: float) -> None:
        canvas.mark(SHAPES[used[index]], x + 11, y, 6, COLOURS[used[index]])

    return draw


def _depth(count: int, narrow: bool) -> float:
    """How deep the horseshoe is, so that the names on either side have a line each."""
    return max(count // 2, 3) * (34.0 if narrow else 30.0) + 20


def _spot(index: int, count: int, middle: float, reach: float, top: float, depth: float) -> tuple[float, float, int]:
    """Where a seat stands and on which side its name: clockwise from the head, 0 head, 1 right, -1 left."""
    if index == 0:
        return middle, top - 14, 0
    right = count // 2
    on_right = index <= right
    nth, among = (index, right) if on_right else (count - index, count - 1 - right)
    down = depth * nth / max(among, 1)
    x = _bend(down, reach) + 18
    return middle + (x if on_right else -x), top + down - 4, 1 if on_right else -1


def _bend(down: float, reach: float) -> float:
    """How far the outer edge is from the middle line, so far down from the head: a half circle, then straight arms."""
    return math.sqrt(max(reach**2 - (reach - min(down, reach)) ** 2, 0.0))


def _table_top(canvas: Canvas, middle: float, reach: float, top: float, depth: float) -> None:
    """The table itself, open at the foot."""
    wide = 18.0
    outer = [(_bend(depth * (i / 40) ** 2, reach), top + depth * (i / 40) ** 2) for i in range(41)]
    inner = [(max(x - wide, 0.0), max(y, top + wide)) for x, y in outer]
    inner = [(_bend(max(y - top - wide, 0.0), reach - wide), y) for _, y in inner]
    right, left = [(middle + x, y) for x, y in outer], [(middle - x, y) for x, y in outer]
    back = [(middle + x, y) for x, y in reversed(inner)], [(middle - x, y) for x, y in inner]
    canvas.polygon([*reversed(left), *right, *back[0], *back[1]], fill="#efe9dc", stroke=GRID)


def _seat(canvas: Canvas, seat: Seat, spot: tuple[float, float, int], narrow: bool) -> None:
    x, y, side = spot
    tip = " · ".join(filter(None, (seat.label, seat.remark)))
    if seat.presides:
        canvas.circle(x, y, 12, fill=PAPER, stroke=INK, stroke_width=1.5)
    canvas.mark(SHAPES[seat.kind], x, y, 7, COLOURS[seat.kind], tip)
    size = 12.0 if narrow else 13.0
    weight = "bold" if seat.presides else None
    if side == 0:
        words = [seat.label, *([seat.remark] if seat.remark else [])]
        for nth, line in enumerate(reversed(words)):
            canvas.text(x, y - 20 - 16 * nth, line, "middle", font_size=size, font_weight=weight)
        return
    room = (canvas.width / 2 - abs(x - canvas.width / 2)) - 16
    lines = wrapped(seat.label, room, size, 3 if narrow else 2) or [""]
    anchor = "end" if (side > 0) == canvas.setting.rtl else "start"
    for nth, line in enumerate(lines):
        canvas.text(
            x + side * 14, y + 4 + 14 * (nth - (len(lines) - 1) / 2), line, anchor, font_size=size, font_weight=weight
        )

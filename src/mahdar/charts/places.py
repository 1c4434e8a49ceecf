"""Points on a plane, near where they are alike: a map of states by their votes, not of the earth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.charts.canvas import Canvas, length
from mahdar.charts.chart import About, Chart, columns, drawn
from mahdar.charts.legend import legend, spot
from mahdar.charts.palette import COLOURS, GRID, INK, MOST, SHAPES
from mahdar.charts.scales import Scale
from mahdar.charts.setting import Setting

Box = tuple[float, float, float, float]
_TEXT = 11.5


@dataclass(frozen=True, slots=True)
class Place:
    """A point: its name, a short form of it, where it stands, its group (an index); `named` ones are labelled first."""

    label: str
    short: str
    x: float
    y: float
    group: int = 0
    named: bool = False


def places(
    about: About,
    points: Sequence[Place],
    groups: Sequence[str],
    headers: tuple[str, str, str, str],
    setting: Setting | None = None,
) -> Chart:
    """Points with a mark for each group; labels stand where they hide no other, the others show when pointed at.

    One unit is the same both ways. `headers` name the state, its group and both axes in the table. Raises ValueError
    beyond eight groups, or on a group without a name.
    """
    if len(groups) > MOST or any(point.group >= len(groups) for point in points):
        raise ValueError(f"a point has a group that has no name, or there are more than {MOST} groups")
    rows = [(p.label, groups[p.group], round(p.x, 4), round(p.y, 4)) for p in points]

    def draw(canvas: Canvas) -> float:
        return _draw(canvas, points, groups)

    return drawn(about, columns(headers, rows), setting or Setting(), draw)


def _draw(canvas: Canvas, points: Sequence[Place], groups: Sequence[str]) -> float:
    top = legend(canvas, groups, spot, 4) + 8
    across, down, bottom = _scales(canvas, points, top)
    canvas.rect(2, top, canvas.width - 4, bottom - top, fill="none", stroke=GRID)
    taken: list[Box] = []
    for point in points:
        x, y = across.at(point.x), down.at(point.y)
        canvas.mark(SHAPES[point.group], x, y, 4, COLOURS[point.group], f"{point.label} ({groups[point.group]})")
        taken.append((x - 5, y - 5, x + 5, y + 5))
    for index, point in sorted(enumerate(points), key=lambda pair: not pair[1].named):
        _label(canvas, point, (across.at(point.x), down.at(point.y)), taken, index)
    return bottom + 6


def _scales(canvas: Canvas, points: Sequence[Place], top: float) -> tuple[Scale, Scale, float]:
    xs, ys = [p.x for p in points] or [0.0], [p.y for p in points] or [0.0]
    left, right = 24.0, canvas.width - 24
    wide = max(xs) - min(xs) or 1.0
    unit = (right - left) / wide
    height = min(max((max(ys) - min(ys)) * unit, 180.0), 620.0)
    if (max(ys) - min(ys)) * unit > height:
        unit = height / (max(ys) - min(ys))
        left = (canvas.width - wide * unit) / 2
        right = canvas.width - left
    middle = (max(ys) + min(ys)) / 2
    start = top + 20 + height / 2
    down = Scale(middle - 1, middle + 1, start + unit, start - unit)
    return Scale(min(xs), max(xs), left, right), down, top + height + 40


def _label(canvas: Canvas, point: Place, at: tuple[float, float], taken: list[Box], own: int) -> None:
    """The name beside its mark where there is room, else the short form, else nothing (a named one: anyhow)."""
    words = [point.label, point.short] if point.named else [point.short]
    for text in words:
        for box, place, anchor in _around(at, length(text, _TEXT)):
            if _free(box, taken, own) and box[0] >= 2 and box[2] <= canvas.width - 2:
                taken.append(box)
                weight = "bold" if point.named else None
                canvas.text(*place, text, anchor, font_size=_TEXT, fill=INK, font_weight=weight)
                return


def _around(at: tuple[float, float], wide: float) -> list[tuple[Box, tuple[float, float], str]]:
    x, y = at
    return [
        ((x + 7, y - 7, x + 9 + wide, y + 7), (x + 8, y + 4), "start"),
        ((x - 9 - wide, y - 7, x - 7, y + 7), (x - 8, y + 4), "end"),
        ((x - wide / 2, y - 20, x + wide / 2, y - 6), (x, y - 8), "middle"),
        ((x - wide / 2, y + 6, x + wide / 2, y + 20), (x, y + 16), "middle"),
    ]


def _free(box: Box, taken: Sequence[Box], own: int) -> bool:
    return not any(
        i != own and box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
        for i, other in enumerate(taken)
    )

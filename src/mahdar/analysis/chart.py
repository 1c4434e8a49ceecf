"""Charts as SVG: strings made on the server, no scripts, dark on light, with their question and what they do not show.

Colours are those of M. Okabe and K. Ito's set for the colour-blind; lines differ by dash and mark besides.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

WIDTH = 900
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#000000", "#e69f00", "#56b4e9", "#6b6b6b")
_DASHES = ("", "7 3", "2 3", "9 3 2 3", "", "7 3", "2 3", "9 3 2 3")
MOST_LINES = len(_COLOURS)
_INK, _FAINT, _PAPER = "#1a1a1a", "#d0d0d0", "#ffffff"
_LEFT, _RIGHT, _KEY, _ROW, _LINE = 180, 180, 225, 16, 17


@dataclass(frozen=True)
class Mark:
    """One row of a chart: its label, its value (None: withheld), the error on either side, a word behind it."""

    label: str
    value: float | None
    error: float = 0.0
    tail: str = ""


@dataclass(frozen=True)
class Line:
    """One line of a chart: its label, and values at whole positions in order; None is withheld."""

    label: str
    points: Sequence[tuple[float, float | None]]


@dataclass(frozen=True)
class _Scale:
    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        span = self.high - self.low or 1
        return round(self.start + (value - self.low) / span * (self.end - self.start), 2)


def bars(title: str, axis: str, marks: Sequence[Mark], notes: Sequence[str]) -> str:
    """Horizontal bars from 0 to 1, in the order given."""
    top = _top(title)
    scale = _Scale(0, 1, _LEFT, WIDTH - _RIGHT)
    bottom = top + _ROW * len(marks)
    body = [*_vertical_grid(scale, [0, 0.25, 0.5, 0.75, 1], top, bottom, axis)]
    for index, mark in enumerate(marks):
        y = top + _ROW * index
        body.append(_text(_LEFT - 6, y + 12, mark.label, "end"))
        if mark.value is not None:
            wide = round(scale.at(mark.value) - _LEFT, 2)
            body.append(f'<rect x="{_LEFT}" y="{y + 3}" width="{wide}" height="{_ROW - 5}" fill="{_COLOURS[0]}"/>')
        behind = _LEFT if mark.value is None else scale.at(mark.value)
        body.append(_text(behind + 6, y + 12, mark.tail, "start"))
    return _page(title, body, bottom + 40, notes)


def dots(title: str, axis: str, marks: Sequence[Mark], notes: Sequence[str]) -> str:
    """A dot for each value with a bar of its error on either side, in the order given; withheld ones in words."""
    top = _top(title)
    ends = (value for mark in marks if mark.value is not None for value in _ends(mark.value, mark.error))
    scale = _Scale(*_range(ends), _LEFT, WIDTH - _RIGHT)
    bottom = top + _ROW * len(marks)
    body = [*_vertical_grid(scale, _ticks(scale.low, scale.high), top, bottom, axis)]
    for index, mark in enumerate(marks):
        y = top + _ROW * index + 8
        body.append(_text(_LEFT - 6, y + 4, mark.label, "end"))
        if mark.value is not None:
            left, right = (scale.at(end) for end in _ends(mark.value, mark.error))
            body.append(f'<path d="M{left} {y}H{right}" stroke="{_COLOURS[0]}" stroke-width="2"/>')
            body.append(f'<circle cx="{scale.at(mark.value)}" cy="{y}" r="4" fill="{_COLOURS[1]}"/>')
        body.append(_text(WIDTH - _RIGHT + 8, y + 4, mark.tail, "start"))
    return _page(title, body, bottom + 40, notes)


def lines(title: str, axis: str, drawn: Sequence[Line], notes: Sequence[str], unit: bool = False) -> str:
    """Up to eight lines over years or sessions, broken where one is missing; `unit`: values lie from 0 to 1.

    Raises ValueError beyond eight.
    """
    if len(drawn) > MOST_LINES:
        raise ValueError(f"at most {MOST_LINES} lines can be told apart in one chart, not {len(drawn)}")
    top, height = _top(title), 360
    known = [(x, y) for line in drawn for x, y in line.points if y is not None]
    low, high = (
        (0.0, 1.0) if unit else (min((y for _, y in known), default=0.0), max((y for _, y in known), default=1.0))
    )
    across = _Scale(*_range(x for x, _ in known), 60, WIDTH - _KEY)
    up = _Scale(low, high, top + height, top)
    body = [*_horizontal_grid(up, _ticks(low, high), axis, top)]
    for x in _ticks(across.low, across.high, whole=True):
        body.append(_text(across.at(x), top + height + 18, f"{x:g}", "middle"))
    for index, line in enumerate(drawn):
        body += _drawn(line, index, across, up)
        body += _key(line, index, top + 14 + 22 * index)
    return _page(title, body, top + height + 40, notes)


def _range(values: Iterable[float]) -> tuple[float, float]:
    found = list(values)
    return min(found, default=0.0), max(found, default=1.0)


def _ends(value: float, error: float) -> tuple[float, float]:
    return value - error, value + error


def _drawn(line: Line, index: int, across: _Scale, up: _Scale) -> Iterable[str]:
    path: list[str] = []
    before = -math.inf
    for x, y in line.points:
        if y is not None:
            path.append(f"{'L' if x - before <= 1 else 'M'}{across.at(x)} {up.at(y)}")
            yield _sign(index, across.at(x), up.at(y))
            before = x
    yield f'<path d="{"".join(path)}" {_stroke(index)}/>' if path else ""


def _key(line: Line, index: int, y: float) -> Iterable[str]:
    x = WIDTH - _KEY + 14
    yield f'<path d="M{x} {y}h28" {_stroke(index)}/>'
    yield _sign(index, x + 14, y)
    yield _text(x + 34, y + 4, line.label if len(line.label) <= 26 else line.label[:25].rstrip() + "…", "start")


def _stroke(index: int) -> str:
    return f'fill="none" stroke="{_COLOURS[index]}" stroke-width="2" stroke-dasharray="{_DASHES[index]}"'


def _sign(index: int, x: float, y: float) -> str:
    colour = _COLOURS[index]
    if index % 2:
        return f'<rect x="{x - 3:g}" y="{y - 3:g}" width="6" height="6" fill="{colour}"/>'
    return f'<circle cx="{x:g}" cy="{y:g}" r="3" fill="{colour}"/>'


_LEAST = 1e-9  # a range that no chart can show


def _ticks(low: float, high: float, whole: bool = False) -> list[float]:
    """Four to ten round values within the range."""
    span = high - low if high - low > _LEAST else 1
    size = 10 ** math.floor(math.log10(span / 4))
    step = next(size * factor for factor in (1, 2, 5, 10) if span / (size * factor) <= 8)
    step = max(step, 1) if whole else step
    return [
        round(step * count, 10) for count in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)
    ]


def _vertical_grid(scale: _Scale, ticks: Iterable[float], top: float, bottom: float, axis: str) -> Iterable[str]:
    for tick in ticks:
        yield f'<path d="M{scale.at(tick)} {top}V{bottom}" stroke="{_FAINT}"/>'
        yield _text(scale.at(tick), bottom + 16, f"{tick:g}", "middle")
    yield _text((scale.start + scale.end) / 2, bottom + 34, axis, "middle")


def _horizontal_grid(scale: _Scale, ticks: Iterable[float], axis: str, top: float) -> Iterable[str]:
    for tick in ticks:
        yield f'<path d="M60 {scale.at(tick)}H{WIDTH - _KEY}" stroke="{_FAINT}"/>'
        yield _text(54, scale.at(tick) + 4, f"{tick:g}", "end")
    yield _text(60, top - 8, axis, "start")


def _top(title: str) -> float:
    return 40 + 22 * len(textwrap.wrap(title, 84))


def _text(x: float, y: float, words: str, anchor: str, more: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"{more}>{_clean(words)}</text>' if words else ""


def _clean(words: str) -> str:
    """Escaped, without the control characters that XML forbids."""
    return escape("".join(letter for letter in words if letter.isprintable()))


def _page(title: str, body: Iterable[str], bottom: float, notes: Sequence[str]) -> str:
    under = [line for note in notes for line in textwrap.wrap(note, 140)]
    height = bottom + 16 + _LINE * len(under) + 12
    head = [
        _text(20, 30 + 22 * row, line, "start", ' font-size="17" font-weight="bold"')
        for row, line in enumerate(textwrap.wrap(title, 84))
    ]
    foot = [_text(20, bottom + 24 + _LINE * row, line, "start") for row, line in enumerate(under)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title note" width="{WIDTH}" '
            f'height="{height:g}" viewBox="0 0 {WIDTH} {height:g}" font-family="sans-serif" font-size="12" '
            f'fill="{_INK}">',
            f'<title id="title">{_clean(title)}</title>',
            f'<desc id="note">{_clean(" ".join(notes))}</desc>',
            f'<rect width="100%" height="100%" fill="{_PAPER}"/>',
            *(part for part in (*head, *body, *foot) if part),
            "</svg>\n",
        ]
    )

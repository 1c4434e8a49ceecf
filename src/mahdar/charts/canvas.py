"""A sheet on which a chart is drawn from the start of the line to its end: in Arabic the same marks stand mirrored.

Places are in units of the sheet; `x` counts from where reading begins. There is no script, no style attribute and no
style element, so that the strictest content security policy lets the chart through.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from html import escape

from mahdar.charts.palette import INK, PAPER
from mahdar.charts.setting import Setting

SIZE = 13.0
FONTS = "'Noto Naskh Arabic', 'Noto Sans Arabic', 'Noto Sans', 'Segoe UI', Tahoma, 'DejaVu Sans', sans-serif"


class Canvas:
    """Collects marks; `svg()` gives the whole. `name` is unique on a page: identifiers begin with it.

    `mirrored` may be taken back for what is no line of text or time, such as the plan of a room.
    """

    def __init__(self, name: str, width: float, setting: Setting) -> None:
        self.name, self.width, self.setting = name, width, setting
        self.mirrored = setting.rtl
        self._defs: dict[str, None] = {}
        self._body: list[str] = []

    def x(self, place: float) -> float:
        """The place from the left edge."""
        return self.width - place if self.mirrored else place

    def define(self, text: str) -> None:
        """Something to be referred to, such as a pattern; once, however often it is defined."""
        self._defs[text] = None

    def line(self, x1: float, y1: float, x2: float, y2: float, **more: object) -> None:
        self._put("path", {"d": f"M{_n(self.x(x1))} {_n(y1)}L{_n(self.x(x2))} {_n(y2)}", **more})

    def polyline(self, points: Iterable[tuple[float, float]], **more: object) -> None:
        """A line through points, in order."""
        steps = "L".join(f"{_n(self.x(x))} {_n(y)}" for x, y in points)
        self._put("path", {"d": f"M{steps}", "fill": "none", **more})

    def polygon(self, points: Iterable[tuple[float, float]], tip: str = "", **more: object) -> None:
        corners = "L".join(f"{_n(self.x(x))} {_n(y)}" for x, y in points)
        self._put("path", {"d": f"M{corners}Z", **more}, tip)

    def rect(self, x: float, y: float, width: float, height: float, tip: str = "", **more: object) -> None:
        """A rectangle whose near edge is at `x`; `tip` is what shows when one points at it."""
        left = self.x(x) - (width if self.mirrored else 0)
        place = {"x": _n(left), "y": _n(y), "width": _n(max(width, 0)), "height": _n(max(height, 0))}
        self._put("rect", {**place, **more}, tip)

    def circle(self, x: float, y: float, r: float, tip: str = "", **more: object) -> None:
        self._put("circle", {"cx": _n(self.x(x)), "cy": _n(y), "r": _n(r), **more}, tip)

    def text(self, x: float, y: float, words: str, anchor: str = "start", **more: object) -> None:
        """Words that begin (`start`), end or are centred (`middle`) at a place, in the direction of reading."""
        if words:
            place = {"x": _n(self.x(x)), "y": _n(y), "text-anchor": anchor if anchor != "start" else None}
            self._body.append(f"<text{_attributes({**place, **more})}>{clean(words)}</text>")

    def mark(self, shape: str, x: float, y: float, r: float, colour: str, tip: str = "") -> None:
        """A mark of one of the shapes of the palette, centred at a place."""
        if shape == "circle":
            self.circle(x, y, r, tip, fill=colour)
        elif shape == "ring":
            self.circle(x, y, r - 0.5, tip, fill=PAPER, stroke=colour, stroke_width=2)
        elif shape == "box":
            self.rect(x - r + 0.5, y - r + 0.5, 2 * r - 1, 2 * r - 1, tip, fill=PAPER, stroke=colour, stroke_width=2)
        else:
            self.polygon([(x + r * a, y + r * b) for a, b in _CORNERS[shape]], tip, fill=colour)

    def svg(self, height: float, title: str, note: str) -> str:
        """The sheet as an SVG element with its title and its description."""
        defs = f"<defs>{''.join(self._defs)}</defs>" if self._defs else ""
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" role="img" class="chart-svg" '
            f'direction="{self.setting.direction}" '
            f'viewBox="0 0 {_n(self.width)} {_n(height)}" width="{_n(self.width)}" height="{_n(height)}" '
            f'font-family="{FONTS}" font-size="{_n(SIZE)}" fill="{INK}" '
            f'aria-labelledby="{self.name}-t" aria-describedby="{self.name}-d" lang="{self.setting.language}">'
            f'<title id="{self.name}-t">{clean(title)}</title><desc id="{self.name}-d">{clean(note)}</desc>'
            f'{defs}<rect class="chart-paper" width="100%" height="100%" fill="{PAPER}"/>{"".join(self._body)}</svg>'
        )

    def _put(self, name: str, attributes: dict[str, object], tip: str = "") -> None:
        end = f"><title>{clean(tip)}</title></{name}>" if tip else "/>"
        self._body.append(f"<{name}{_attributes(attributes)}{end}")


_CORNERS = {
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "triangle": ((0, -1.15), (1.1, 0.85), (-1.1, 0.85)),
    "wedge": ((0, 1.15), (1.1, -0.85), (-1.1, -0.85)),
    "diamond": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    "cross": ((-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4), (0.4, 1.2), (-0.4, 1.2),
              (-0.4, 0.4), (-1.2, 0.4), (-1.2, -0.4), (-0.4, -0.4)),
}  # fmt: skip


def length(words: str, size: float = SIZE) -> float:
    """About how long words are; marks over letters and signs of direction take no room."""
    return sum(_advance(letter) for letter in words) * size


def shortened(words: str, room: float, size: float = SIZE) -> str:
    """The words, cut with an ellipsis where they are longer than the room."""
    if length(words, size) <= room:
        return words
    kept = words
    while kept and length(kept + "…", size) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def wrapped(words: str, room: float, size: float = SIZE, most: int = 2) -> list[str]:
    """The words in lines that fit the room; the last of `most` lines is cut."""
    lines: list[str] = []
    for word in words.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and (length(joined, size) <= room or len(lines) == most):
            lines[-1] = joined
        else:
            lines.append(word)
    return [shortened(line, room, size) for line in lines]


def _advance(letter: str) -> float:
    if "\u064b" <= letter <= "\u0652" or letter in "\u200e\u200f\u061c\u2066\u2067\u2068\u2069":
        return 0.0
    if letter in "iljtf.,:;'|!()[] اإأآ":
        return 0.33
    if letter in "mwMW@%—سشصض":
        return 0.85
    return 0.66 if letter.isupper() else 0.57


def clean(words: str) -> str:
    """Escaped, without the control characters that XML forbids; signs of direction stay."""
    if words.isprintable():
        return escape(words)
    kept = (
        letter for letter in words if letter.isprintable() or letter in "\u200e\u200f\u061c\u2066\u2067\u2068\u2069"
    )
    return escape("".join(kept))


def _attributes(values: dict[str, object]) -> str:
    told = ((key.replace("_", "-"), value) for key, value in values.items() if value is not None and value != "")
    return "".join(f' {key}="{escape(_n(value) if isinstance(value, float) else str(value))}"' for key, value in told)


def _n(value: float) -> str:
    """A number in as few signs as a hundredth of a unit needs. Raises ValueError on one that is none."""
    if not math.isfinite(value):
        raise ValueError(f"no place on a sheet: {value}")
    return f"{round(value, 2):g}" if abs(value) < 10_000 else f"{round(value)}"

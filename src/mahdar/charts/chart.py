"""A chart as it is handed over: two drawings, the question that it answers, what it does not show, and its table."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from mahdar.charts.canvas import Canvas, clean, wrapped
from mahdar.charts.palette import INK, PAPER
from mahdar.charts.setting import Setting

Cell = str | int | float | None
WIDE, NARROW = 920, 360
_TITLE_LINES, _NOTE_LINES = 6, 12  # of a file; what is longer is cut
_PLAIN, _BOLD = 0.92, 0.82  # of the room, for fonts wider than estimated
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Table:
    """What the chart shows, as rows under headers; None is a value that is not known or withheld."""

    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def csv(self) -> str:
        """CSV with a header, lines ending in a line feed; a text that a sheet would take for a formula is marked."""
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow([_safe(header) for header in self.headers])
        writer.writerows([[_safe(cell) for cell in row] for row in self.rows])
        return stream.getvalue()


@dataclass(frozen=True, slots=True)
class About:
    """What stands with a chart. `key` is a slug, unique on a page; `note` says what the chart does not show.

    Raises ValueError where the key is no slug, or title or note are left out.
    """

    key: str
    title: str
    note: str

    def __post_init__(self) -> None:
        if not self.key.replace("-", "").isalnum() or not self.key.isascii():
            raise ValueError(f"the key of a chart is a slug, not {self.key!r}")
        if not self.title.strip() or not self.note.strip():
            raise ValueError("a chart says what it answers and what it does not show")


@dataclass(frozen=True, slots=True)
class Chart:
    """`wide` (920 units) is for a desk, `narrow` (360) for a phone; a page shows one of them by its style sheet."""

    about: About
    table: Table
    wide: str
    narrow: str
    setting: Setting

    @property
    def key(self) -> str:
        return self.about.key

    @property
    def title(self) -> str:
        return self.about.title

    @property
    def note(self) -> str:
        return self.about.note

    @property
    def headers(self) -> tuple[str, ...]:
        return self.table.headers

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        return self.table.rows

    def csv(self) -> str:
        return self.table.csv()

    def to_dict(self) -> dict[str, Any]:
        """The question, the limits and the rows, for JSON."""
        named = [dict(zip(self.headers, row, strict=True)) for row in self.rows]
        return {"key": self.key, "title": self.title, "not_shown": self.note, "rows": named}

    def file(self) -> str:
        """The wide drawing as a file of its own, with title and note written upon it."""
        return _framed(self)


Draw = Callable[[Canvas], float]  # draws, and returns the height that it took


def drawn(about: About, table: Table, setting: Setting, draw: Draw, wide: float = WIDE) -> Chart:
    """Both drawings of a chart; `wide` is the width of the wide one.

    Raises ValueError where a row has not as many cells as there are headers.
    """
    if any(len(row) != len(table.headers) for row in table.rows):
        raise ValueError(f"{about.key}: a row has not as many cells as there are headers")
    both = []
    for suffix, width in (("w", wide), ("n", NARROW)):
        canvas = Canvas(f"{about.key}-{suffix}", width, setting)
        height = draw(canvas)
        both.append(canvas.svg(height, about.title, about.note))
    return Chart(about, table, both[0], both[1], setting)


def text_of(cell: Cell, setting: Setting) -> str:
    """A cell of the table as a page shows it: at most three decimals, a dash for what is not known."""
    if cell is None:
        return "–"
    if isinstance(cell, bool | str):
        return setting.written(cell) if isinstance(cell, str) and cell.isdecimal() else str(cell)
    return setting.number(cell, 3 if isinstance(cell, float) and cell % 1 else 0)


def _framed(chart: Chart) -> str:
    room = WIDE - 40.0
    heads = wrapped(chart.title, room * _BOLD, 18, _TITLE_LINES)
    feet = wrapped(chart.note, room * _PLAIN, 12, _NOTE_LINES)
    across, inner = _size(chart.wide)
    top = 20 + 24 * len(heads)
    height = top + inner + 16 + 17 * len(feet) + 12
    x = WIDE - 20 if chart.setting.rtl else 20
    head = [f'<text x="{x}" y="{30 + 24 * i}" font-size="18" font-weight="bold">{clean(t)}</text>'
            for i, t in enumerate(heads)]  # fmt: skip
    foot = [f'<text x="{x}" y="{top + inner + 24 + 17 * i:g}" font-size="12">{clean(t)}</text>'
            for i, t in enumerate(feet)]  # fmt: skip
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" direction="{chart.setting.direction}" width="{WIDE}" '
        f'height="{height:g}" viewBox="0 0 {WIDE} {height:g}" fill="{INK}" font-family="sans-serif">'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>{"".join(head)}'
        f'{chart.wide.replace("<svg ", f"""<svg x="{(WIDE - across) / 2:g}" y="{top}" """, 1)}{"".join(foot)}</svg>\n'
    )


def _size(svg: str) -> tuple[float, float]:
    width, height = svg.split('viewBox="0 0 ', 1)[1].split('"', 1)[0].split()
    return float(width), float(height)


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.lstrip("'").startswith(_RISKY):
        return f"'{cell}"
    return cell


def columns(headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Table:
    """A table from any sequences."""
    return Table(tuple(headers), tuple(tuple(row) for row in rows))

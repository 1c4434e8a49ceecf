"""Rows as a table on a terminal that may reorder text: each line of each cell stands between isolates of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from mahdar.characters import FIRST_STRONG_ISOLATE, POP_ISOLATE, harmless
from mahdar.commands.cells import words

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_SEVERAL = re.compile(r"[\w-]+(?:\|[\w-]+)+")
_SHORT = 17  # columns; cells up to there are not broken
_READABLE, _GAP = 24, 3  # columns for a cell of several lines, and between two cells
_NARROWEST = 8  # columns into which a cell is squeezed at most


class Cell:
    """A text that wraps within its column. Lines with right-to-left letters are isolated from what stands beside."""

    def __init__(self, text: str, style: str = "") -> None:
        self.text = Text(harmless(" ".join(text.split())), style=style)
        self.turned = bool(_RIGHT_TO_LEFT.search(text))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for wrapped in self.text.wrap(console, options.max_width):
            wrapped.rstrip()
            yield Text.assemble(FIRST_STRONG_ISOLATE, wrapped, POP_ISOLATE) if self.turned else wrapped

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        widest = max(map(cell_len, self.text.plain.split()), default=0)
        return Measurement(min(max(widest, _NARROWEST), options.max_width), cell_len(self.text.plain))


def line(text: str, style: str = "") -> Cell:
    """A line that stands alone, wrapped where it is long."""
    return Cell(text, style)


def laid_out(rows: Sequence[Mapping[str, object]], columns: Sequence[str], width: int) -> RenderableType:
    """The rows as a table where one fits into so many columns of a terminal, else as a block of lines for each."""
    return grid(rows, columns) if _needed(rows, columns) <= width else _blocks(rows, columns)


def _needed(rows: Sequence[Mapping[str, object]], columns: Sequence[str]) -> int:
    """The width in which the table can be read: short cells whole, long ones in lines of some words."""
    widest = (max(cell_len(name), *(cell_len(_shown(row.get(name))) for row in rows)) for name in columns)
    return sum(min(width, _READABLE) if width > _SHORT else width for width in widest) + _GAP * (len(columns) - 1)


def _blocks(rows: Sequence[Mapping[str, object]], columns: Sequence[str]) -> Group:
    """Each row as lines of a name and a value, the empty ones left out."""
    blocks: list[RenderableType] = []
    for row in rows:
        given = [name for name in columns if _shown(row.get(name))]
        block = Table(box=None, show_header=False, pad_edge=False)
        block.add_column(no_wrap=True, style="dim")
        block.add_column()
        for name in given:
            block.add_row(Cell(name.replace("_", " ")), Cell(_shown(row.get(name))))
        blocks += [block, Text()]
    return Group(*blocks)


def grid(rows: Sequence[Mapping[str, object]], columns: Sequence[str]) -> Table:
    """The rows under their columns' names, numbers to the right. Cells wrap; nothing is cut off."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for name in columns:
        number = any(isinstance(row.get(name), int | float) for row in rows)
        short = all(cell_len(_shown(row.get(name))) <= _SHORT for row in rows)  # days and symbols stay whole
        title = Cell(name.replace("_", " "), "bold")
        table.add_column(title, justify="right" if number else "left", no_wrap=short)
    for row in rows:
        table.add_row(*(Cell(_shown(row.get(name))) for name in columns))
    return table


def _shown(value: object) -> str:
    """A cell's text; several values, as the record writes them, with commas."""
    text = words(value)
    return text.replace("|", ", ") if _SEVERAL.fullmatch(text) else text

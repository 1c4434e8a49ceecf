"""A dossier as it is printed: sections of blocks in words, before anything decides how they look.

Whatever stands in a block refers to its sources by the numbers of notes at the end. All text is harmless already.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a cell with the numbers of their notes; `soft` is said in small letters behind them.

    `language` is that of a report whose own words they are, empty where they are ours.
    """

    words: str
    notes: tuple[int, ...] = ()
    soft: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table: `heads` over rows of cells. `caption` may be empty."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Bar:
    """A time on the axis, in per cent of its length from the beginning; `open` on that side where it has no end."""

    start: float
    width: float
    opens: str = ""


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A line of a timeline; `when` is empty and `bar` None where no time is known."""

    when: str
    bar: Bar | None
    cell: Cell


@dataclass(frozen=True, slots=True)
class TimeBlock:
    """Rows in order of time beside an axis; `ticks` are (year, per cent from the beginning)."""

    ticks: tuple[tuple[str, float], ...]
    rows: tuple[TimeRow, ...]
    kind: str = "timeline"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report in their sentence: `before`, `words`, `after`; `head` says who and when, `label` the act."""

    head: str
    label: str
    soft: str
    before: str
    words: str
    after: str
    language: str
    quoted: bool
    notes: tuple[int, ...]
    verdict: str = ""
    why: str = ""
    cited: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """Quotations one under another; `caption` may be empty."""

    quotes: tuple[Quote, ...]
    caption: str = ""
    kind: str = "quotes"


Block = TableBlock | TimeBlock | QuoteBlock


@dataclass(frozen=True, slots=True)
class Section:
    """`key` is its place on the page; a section with nothing to show is not made."""

    key: str
    heading: str
    blocks: tuple[Block, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A source at the end: `symbol` and `url` may be empty; `words` are its parts in order."""

    number: int
    symbol: str
    url: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A dossier: `kind` and `title` at its head, `facts` (name, value) under them; notes in order of their numbers."""

    language: str
    direction: str
    kind: str
    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]

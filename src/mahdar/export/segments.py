"""The text of a report cut at the edges of its marks, so that marks which overlap can all be drawn.

A mark is a span with a name. Where two overlap, the words that they share become a segment of their own that carries
both; a segment knows which of its marks begin and end with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple


class Mark(NamedTuple):
    """Code points ``start`` to ``end`` under a ``name`` that is unique on its page; ``kind`` says what it marks."""

    start: int
    end: int
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between two edges, with all the marks that cover them, longest first."""

    text: str
    marks: tuple[Mark, ...]
    opens: frozenset[str]
    closes: tuple[Mark, ...]


def cut(text: str, marks: Iterable[Mark], also_at: Iterable[int] = ()) -> list[Segment]:
    """The whole text as segments in order, cut ``also_at`` further places; ValueError for a mark outside the text."""
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    for mark in ordered:
        if not 0 <= mark.start < mark.end <= len(text):
            raise ValueError(f"a mark outside the text: {mark}")
    edges = sorted({0, len(text), *also_at, *(edge for mark in ordered for edge in (mark.start, mark.end))})
    return list(_segments(text, ordered, edges))


def paragraphs(text: str, marks: Iterable[Mark]) -> list[list[Segment]]:
    """The segments line by line, each with its line end; lines without words are left out."""
    ends = list(accumulate(map(len, text.splitlines(keepends=True))))
    lines: list[list[Segment]] = [[]]
    at = 0
    breaks = set(ends)
    for segment in cut(text, marks, ends):
        lines[-1].append(segment)
        at += len(segment.text)
        if at in breaks:
            lines.append([])
    return [line for line in lines if any(segment.text.strip("\ufeff \t\r\n") for segment in line)]


def _segments(text: str, ordered: Sequence[Mark], edges: Sequence[int]) -> Iterable[Segment]:
    active: list[Mark] = []
    upcoming = 0
    for start, end in pairwise(edges):
        active = [mark for mark in active if mark.end > start]
        opening = upcoming
        while upcoming < len(ordered) and ordered[upcoming].start == start:
            upcoming += 1
        active += ordered[opening:upcoming]
        opens = frozenset(mark.name for mark in ordered[opening:upcoming])
        closes = tuple(mark for mark in active if mark.end == end)
        yield Segment(text[start:end], tuple(active), opens, closes)

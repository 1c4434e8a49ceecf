"""Statements: who is reported to have said or to hold what, in which words, through whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from importlib import import_module

from mahdar.model import Statement
from mahdar.reading.passage import Passage
from mahdar.reading.statements.signed import outside, signed
from mahdar.reading.statements.values import Spoken

_GRAMMARS = {"ar": "mahdar.reading.statements.arabic", "en": "mahdar.reading.statements.english"}
_MARKS = "\"“”«»„‹›'‘’"
Grammar = Callable[[Passage], Iterable[Spoken]]


def statements(passage: Passage) -> list[Statement]:
    """The statements of a passage in the order of their content; none in a language without a grammar."""
    name = _GRAMMARS.get(passage.language)
    if name is None:
        return []
    grammar: Grammar = import_module(name).find
    outer = _outer_quotes(passage)
    messages = signed(passage)
    told = (spoken for spoken in grammar(passage) if outside(messages, spoken))
    made = (_statement(passage, spoken, outer) for spoken in (*messages, *told))
    found = {(s.start, s.end, s.speakers): s for s in made if s}
    return sorted(found.values(), key=lambda s: (s.start, -s.end))


def _statement(passage: Passage, spoken: Spoken, outer: list[tuple[int, int]]) -> Statement | None:
    tokens = passage.tokens
    start, end = tokens.start(spoken.i, spoken.skip), tokens.end(spoken.j - 1)
    start, end = _without_marks(passage, start, end)
    if end <= start:
        return None
    cue = tokens.original(*spoken.cue)
    return Statement(
        start,
        end,
        passage.text[start:end],
        act=spoken.act,
        quoted=_quoted(outer, start, end),
        speakers=spoken.speakers,
        speaker_text=spoken.speaker_text,
        via=spoken.via,
        cue=cue,
    )


def _without_marks(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """Leave out a pair of marks around the whole content."""
    text = passage.text
    while (
        end - start > 2 and text[start] in _MARKS and text[end - 1] in _MARKS and _one_pair(text[start + 1 : end - 1])
    ):
        start, end = start + 1, end - 1
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - (len(inner) - len(inner.rstrip()))


def _one_pair(inner: str) -> bool:
    return not any(mark in inner for mark in _MARKS)


def _outer_quotes(passage: Passage) -> list[tuple[int, int]]:
    """The offsets of the quotations that stand in no other, in order."""
    tokens = passage.tokens
    return sorted((tokens.start(q.i), tokens.end(q.j - 1)) for q in passage.quotes if q.depth == 0 and q.j > q.i)


def _quoted(outer: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether more than half of the characters stand in quotation marks."""
    first = bisect_right(outer, start, key=lambda quote: quote[1])
    last = bisect_left(outer, end, key=lambda quote: quote[0])
    covered = sum(max(0, min(end, high) - max(start, low)) for low, high in outer[first:last])
    return 2 * covered > end - start

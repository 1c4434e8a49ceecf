"""Statements: who is reported to have said or to hold what, in which words, through whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module

from mahdar.model import Statement
from mahdar.reading.passage import Passage
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
    found = {(s.start, s.end, s.speakers): s for s in (_statement(passage, spoken) for spoken in grammar(passage)) if s}
    return sorted(found.values(), key=lambda s: (s.start, -s.end))


def _statement(passage: Passage, spoken: Spoken) -> Statement | None:
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
        quoted=_quoted(passage, start, end),
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


def _quoted(passage: Passage, start: int, end: int) -> bool:
    """Whether more than half of the characters stand in quotation marks."""
    tokens = passage.tokens
    covered = 0
    for quote in passage.quotes:
        if quote.depth == 0 and quote.j > quote.i:
            low, high = max(start, tokens.start(quote.i)), min(end, tokens.end(quote.j - 1))
            covered += max(0, high - low)
    return 2 * covered > end - start

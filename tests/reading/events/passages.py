"""Passages for tests of events: text to tokens and sentences, names and times given by hand."""

from __future__ import annotations

from collections.abc import Mapping

from mahdar.edtf import Interval
from mahdar.language.quotes import quotes
from mahdar.language.sentences import sentences
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import tokenize
from mahdar.model import Entity
from mahdar.reading.passage import Named, Passage


def passage(
    text: str, language: str, names: Mapping[str, str] | None = None, days: Mapping[str, str] | None = None
) -> Passage:
    """A passage in which each word group of ``names`` names an entity, and each of ``days`` an EDTF time."""
    tokens = tokenize(text)
    made = Passage(text, language, tokens, sentences(tokens), quotes(tokens))
    for words, entity in (names or {}).items():
        i, j, start, end = _place(made, words)
        made.named.append(Named(i, j, start, end, entity, "state"))
    made.named.sort(key=lambda name: name.i)
    made.entities = {name.entity: Entity(name.entity) for name in made.named}
    for words, edtf in (days or {}).items():
        made.times.append(TimePhrase(*_place(made, words), Interval.parse(edtf)))
    made.times.sort(key=lambda time: time.i)
    return made


def _place(made: Passage, words: str) -> tuple[int, int, int, int]:
    """Tokens and offsets of words of the text."""
    start = made.text.index(words)
    end = start + len(words)
    return made.tokens.token_at(start), made.tokens.token_at(end - 1) + 1, start, end

"""From text to passage: each step of reading in its order, each using what those before it found."""

from __future__ import annotations

from mahdar.edtf import Interval
from mahdar.language.numbers import numbers
from mahdar.language.quotes import quotes
from mahdar.language.sentences import sentences
from mahdar.language.times import times
from mahdar.language.tokens import Tokens, tokenize
from mahdar.reading.events import events
from mahdar.reading.figures import figures
from mahdar.reading.names import find_names
from mahdar.reading.passage import Passage
from mahdar.reading.statements import statements


def read_passage(
    text: str,
    language: str,
    published: Interval | None = None,
    outlet: str | None = None,
    tokens: Tokens | None = None,
) -> Passage:
    """Read a text in a language with a grammar (``ar``, ``en``); others give a passage with nothing in it."""
    passage = read_undated(text, language, published, outlet, tokens)
    passage.events = events(passage)
    return passage


def read_undated(
    text: str,
    language: str,
    published: Interval | None = None,
    outlet: str | None = None,
    tokens: Tokens | None = None,
) -> Passage:
    """The same but for events, the one step that asks when the report came out: for those who find that out first."""
    tokens = tokens or tokenize(text)
    passage = Passage(text, language, tokens, sentences(tokens), quotes(tokens), published, outlet)
    if language not in ("ar", "en"):
        return passage
    passage.numbers = numbers(tokens, language)
    passage.times = times(tokens, passage.numbers, language)
    find_names(passage)
    passage.figures = figures(passage)
    passage.statements = statements(passage)
    return passage

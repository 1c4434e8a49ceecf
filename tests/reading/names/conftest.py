"""Names of a sentence, for the tests of this room."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mahdar.language.quotes import quotes
from mahdar.language.sentences import sentences
from mahdar.language.tokens import tokenize
from mahdar.reading.names import find_names
from mahdar.reading.passage import Passage

Read = Callable[[str], Passage]


@pytest.fixture
def read() -> Read:
    """A function from a text to its passage with names."""

    def reader(text: str) -> Passage:
        tokens = tokenize(text)
        passage = Passage(text, "ar", tokens, sentences(tokens), quotes(tokens))
        find_names(passage)
        return passage

    return reader


@pytest.fixture
def name(read: Read) -> Callable[[str], list[tuple[str, str]]]:
    """A function from a text to its names as (words, principal)."""

    def names(text: str) -> list[tuple[str, str]]:
        passage = read(text)
        return [(text[n.start : n.end], passage.principal(n.entity)) for n in passage.named]

    return names

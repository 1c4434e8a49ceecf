"""What agencies write: tables of sentences with the amounts that they hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mahdar.language.numbers import numbers
from mahdar.language.quotes import quotes
from mahdar.language.sentences import sentences
from mahdar.language.times import times
from mahdar.language.tokens import tokenize
from mahdar.model import Figure
from mahdar.reading.figures import figures
from mahdar.reading.names import find_names
from mahdar.reading.passage import Passage


def _lines(language: str) -> Iterator[tuple[str, list[str]]]:
    """The text and the wanted figures of every line of a table."""
    path = Path(__file__).parent / f"figures_{language}.txt"
    for line in path.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            text, _, wanted = line.rpartition("|")
            yield text.strip(), [] if wanted.strip() == "-" else [figure.strip() for figure in wanted.split(";")]


def _read(text: str, language: str) -> list[Figure]:
    tokens = tokenize(text)
    passage = Passage(text, language, tokens, sentences(tokens), quotes(tokens), numbers=numbers(tokens, language))
    passage.times = times(tokens, passage.numbers, language)
    find_names(passage)
    return figures(passage)


def _told(figure: Figure) -> str:
    """``20..30 people`` as the tables have it."""
    low, high = ("" if end is None else f"{end:.12g}" for end in (figure.low, figure.high))
    return f"{low}..{high} {figure.unit or '_'}"


@pytest.mark.parametrize(("text", "wanted"), list(_lines("ar")))
def test_arabic_amounts(text: str, wanted: list[str]) -> None:
    assert [_told(figure) for figure in _read(text, "ar")] == wanted


@pytest.mark.parametrize(("text", "wanted"), list(_lines("en")))
def test_english_amounts(text: str, wanted: list[str]) -> None:
    assert [_told(figure) for figure in _read(text, "en")] == wanted


@pytest.mark.parametrize("language", ["ar", "en"])
def test_units_stand_in_the_words_of_the_figure_or_of_the_last_in_its_row(language: str) -> None:
    for text, _ in _lines(language):
        for figure in _read(text, language):
            assert figure.text == text[figure.start : figure.end]
            words = figure.text if any(map(str.isalpha, figure.text)) else text[figure.start :]
            assert figure.unit in (None, "%") or figure.unit in words

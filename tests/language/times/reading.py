"""What the tests of times share: read a text and give its times as words and EDTF."""

from __future__ import annotations

from mahdar.edtf import Interval
from mahdar.language.numbers import numbers
from mahdar.language.times import TimePhrase, times
from mahdar.language.times.senses import Style
from mahdar.language.tokens import tokenize

PUBLISHED = "2023-03-08"  # a Wednesday


def phrases(text: str, language: str, style: Style = "news") -> list[TimePhrase]:
    tokens = tokenize(text)
    return times(tokens, numbers(tokens, language), language, style)


def read(
    text: str, language: str, published: str | None = PUBLISHED, style: Style = "news"
) -> list[tuple[str, str | None]]:
    """The times of a text: their words and their EDTF text (None where it stays open what days they mean)."""
    day = Interval.parse(published) if published else None
    found = [(text[p.start : p.end], p.resolve(day)) for p in phrases(text, language, style)]
    return [(words, days.edtf() if days else None) for words, days in found]

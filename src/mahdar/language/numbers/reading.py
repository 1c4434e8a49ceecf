"""All numbers of a text, with the bounds, percent signs and ranges around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from mahdar.language.marks import Mark
from mahdar.language.numbers.arabic import ArabicNumbers
from mahdar.language.numbers.around import with_surroundings
from mahdar.language.numbers.english import EnglishNumbers
from mahdar.language.numbers.values import Number
from mahdar.language.numbers.words import arabic_words, english_words
from mahdar.language.tokens import Tokens

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def numbers(tokens: Tokens, language: str) -> list[Number]:
    """The numbers of a text in order, none overlapping another; ``language`` is ``ar`` or ``en``."""
    return with_surroundings(tokens, plain_numbers(tokens, language), language)


def plain_numbers(tokens: Tokens, language: str) -> list[Number]:
    """The number words and digits alone: no percent, range, multiplicative or bound is looked for."""
    english = language.startswith("en")
    reader = EnglishNumbers(tokens) if english else ArabicNumbers(tokens)
    found: list[Number] = []
    addresses = _addresses(tokens)
    end = 0
    for i in _begins(english).at(tokens):
        number = reader.at(i) if i >= end and i not in addresses else None
        if number is not None and number.i >= end:
            found.append(number)
            end = number.j
    return found


@cache
def _begins(english: bool) -> Mark:
    """A number begins with a word of the tables or a digit; such a form sorts between "0" and ":"."""
    words = english_words() if english else arabic_words()
    return Mark(lambda form: form in words or "0" <= form < ":")


def _addresses(tokens: Tokens) -> frozenset[int]:
    """The tokens that belong to an address of the web."""
    folded = tokens.folded.folded
    if "www." not in folded and "://" not in folded:
        return frozenset()
    spans = [(m.start(), m.end()) for m in _ADDRESS.finditer(folded)]
    return frozenset(
        i for start, end in spans for i in range(bisect_left(tokens.at, start), bisect_left(tokens.at, end))
    )

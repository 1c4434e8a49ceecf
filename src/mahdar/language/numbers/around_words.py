"""The words around numbers, out of the table of one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Lexicon
from mahdar.tables import read_rows, values

_SINGLE = ("and", "from", "change", "percent_before", "low_far", "low_over", "over", "or", "amount", "not")


@dataclass(frozen=True, slots=True)
class Around:
    """The table of one language, by the side of the number on which the words stand."""

    before: Lexicon[str]
    after: Lexicon[str]
    percent: Lexicon[str]
    times: Lexicon[str]
    between: Lexicon[str]
    to: Lexicon[str]
    per: Lexicon[str]
    words: dict[str, frozenset[str]]


@cache
def around(language: str) -> Around:
    """The words around numbers in ``ar`` or ``en``."""
    rows = [row for row in read_rows("mahdar.language", "numbers_around.csv") if row["language"] == language]
    pairs = [(phrase, row["role"]) for row in rows for phrase in values(row["phrases"])]

    def lexicon(*roles: str) -> Lexicon[str]:
        return Lexicon((phrase, role) for phrase, role in pairs if role in roles)

    single = {role: frozenset(_forms(pairs, role)) for role in _SINGLE}
    return Around(
        lexicon("low", "high", "about"),
        lexicon("low_after", "high_after", "about_after"),
        lexicon("percent"),
        lexicon("times"),
        lexicon("between"),
        lexicon("to"),
        lexicon("per"),
        single,
    )


def _forms(pairs: list[tuple[str, str]], role: str) -> Iterator[str]:
    return (fold_word(phrase) for phrase, its in pairs if its == role)

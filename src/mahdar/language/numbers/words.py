"""Number words of a language as one dictionary from folded form to meaning, proclitics already taken off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Any

from mahdar.kept import kept
from mahdar.language.folding import fold_word
from mahdar.tables import read_rows, read_toml, values

_PACKAGE = "mahdar.language"


@dataclass(frozen=True, slots=True)
class Word:
    """``kind`` is the class of the table; ``joined`` a و before it, ``skip`` the length of its proclitics."""

    kind: str
    value: int
    part: float = 0.0
    joined: bool = False
    prepositional: bool = False
    definite: bool = False
    skip: int = 0


@cache
def rules(section: str) -> dict[str, Any]:
    """A section of the table of rules, its words folded."""
    table: dict[str, Any] = read_toml(_PACKAGE, "numbers_rules.toml")[section]
    return {key: _folded(value) for key, value in table.items()}


@cache
def word_set(section: str, key: str) -> frozenset[str]:
    """A list of the table of rules as a set."""
    return frozenset(rules(section)[key])


@kept
def arabic_words() -> dict[str, Word]:
    """Every form of every Arabic number word, with conjunction, preposition and article in all orders they take."""
    stems = dict(_rows("numbers_ar.csv"))
    found = dict(stems)
    for form, word in stems.items():
        for prefixed, changed in _prefixed(form, word):
            found.setdefault(prefixed, changed)
    for blocked in word_set("ar", "blocked"):
        found.pop(blocked, None)
    same: dict[Word, Word] = {}
    return {form: same.setdefault(word, word) for form, word in found.items()}


@kept
def english_words() -> dict[str, Word]:
    """English number words; tens and units written as one word included."""
    found = dict(_rows("numbers_en.csv"))
    tens = {form: word for form, word in found.items() if word.kind == "tens"}
    units = {form: word for form, word in found.items() if word.kind in ("unit", "ordinal") and word.value < 10}
    for ten, unit in ((t, u) for t in tens for u in units):
        value = found[ten].value + found[unit].value
        kind = "ordinal" if found[unit].kind == "ordinal" else "compound"
        found.setdefault(ten + unit, Word(kind, value))
    return found


def _rows(name: str) -> Iterator[tuple[str, Word]]:
    seen: set[str] = set()
    for row in read_rows(_PACKAGE, name):
        number = Fraction(row["value"])
        word = Word(row["class"], int(number), float(number) if number.denominator > 1 else 0.0)
        for form in map(fold_word, values(row["forms"])):
            if form not in seen:
                seen.add(form)
                yield form, word


def _prefixed(form: str, word: Word) -> Iterator[tuple[str, Word]]:
    for conjunction in ("", "و", "ف"):
        for preposition in ("", "ب", "ل", "ك"):
            skip = len(conjunction + preposition)
            base = replace(word, joined=conjunction == "و", prepositional=bool(preposition), skip=skip)
            yield conjunction + preposition + form, base
            article = "ل" if preposition == "ل" else "ال"
            yield conjunction + preposition + article + form, replace(base, definite=True)


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return fold_word(value)
    if isinstance(value, list):
        return [_folded(item) for item in value]
    if isinstance(value, dict):
        return {fold_word(key): item for key, item in value.items()}
    return value

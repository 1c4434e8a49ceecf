"""Folded text: one spelling for what readers take as one, with a map back to the original offsets.

Length-keeping folds: hamza seats on alef, final yeh and teh marbuta, Persian letters, Eastern digits, case, Latin
accents, apostrophes, dashes and odd spaces. Length-changing folds: diacritics, tatweel, zero-width and bidirectional
controls disappear, ligatures and presentation forms open up.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from mahdar.language.plain import plain
from mahdar.tables import read_toml

_IGNORABLE = {"Mn", "Me", "Cf"}
_HAMZA = "\N{ARABIC HAMZA ABOVE}"
_MOST_REPLACED = 24
_COMMON = ((0x20, 0x7F), (0x0A, 0x0B), (0x0600, 0x0700))  # ASCII, the line end, Arabic


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` as given and ``folded``; ``origin[k]`` is where folded character k began, None where nothing moved."""

    text: str
    folded: str
    origin: list[int] | None

    def start(self, position: int) -> int:
        """The original offset at which a folded span beginning here begins."""
        return self.origin[position] if self.origin else position

    def end(self, position: int) -> int:
        """The original offset at which a folded span ending before here ends; swallowed marks belong to it."""
        if self.origin is None or not position:
            return position
        return max(self.origin[position], self.origin[position - 1] + 1)


class _Table(dict[int, str]):
    """Code point to folded text, filled as code points are met."""

    def __missing__(self, code: int) -> str:
        self[code] = result = _fold_character(chr(code))
        return result


def fold(text: str) -> Folded:
    """Fold a text, what is no part of the report's own words blank. Linear in its length."""
    return _fold(text, _seated(plain(text)))


def _seated(text: str) -> str:
    """The text with a hamza written behind its seat put on it; the mark behind is swallowed as others are."""
    return text.replace("ي" + _HAMZA, "ئ" + _HAMZA).replace("و" + _HAMZA, "ؤ" + _HAMZA) if _HAMZA in text else text


def _fold(given: str, text: str) -> Folded:
    """Fold a text that is plain already, as long as it was given."""
    table = _table()
    changed = [(ch, into) for ch in set(_odd().findall(text)) if (into := table[ord(ch)]) != ch]
    moving = {ch for ch, into in changed if len(into) != 1}
    folded = _folded(text, changed, table)
    if not moving:
        return Folded(given, folded, None)
    return Folded(given, folded, _origins(text, moving, table))


def _folded(text: str, changed: list[tuple[str, str]], table: _Table) -> str:
    """Few letters are quicker replaced one by one. Folding a folded letter changes nothing, so their order is free."""
    if len(changed) > _MOST_REPLACED:
        return text.translate(table)
    for ch, into in changed:
        text = text.replace(ch, into)
    return text


def fold_word(word: str) -> str:
    """The folded form alone, for table entries and look-ups."""
    return word.translate(_table())


def without_doubling(word: str) -> str:
    """A word without the sign of doubling, the one vowel sign that tables and newspapers write."""
    return word.replace("\N{ARABIC SHADDA}", "")


@cache
def _table() -> _Table:
    return _Table()


def _fold_character(ch: str) -> str:
    fixed = _letters().get(ch)
    if fixed is not None:
        return fixed
    if unicodedata.category(ch) in _IGNORABLE:
        return ""
    if ch.isspace():
        return ch if ch == "\n" else " "
    digit = unicodedata.decimal(ch, None)
    return str(int(digit)) if digit is not None else _fold_letter(ch)


def _fold_letter(ch: str) -> str:
    """Compatibility form without marks, in lower case; table letters apply to its parts."""
    parts = unicodedata.normalize("NFKD", ch)
    kept = "".join(p for p in parts if unicodedata.category(p) not in _IGNORABLE)
    letters = _letters()
    return "".join(letters.get(p, p) for p in kept.lower()) or ch


@cache
def _odd() -> re.Pattern[str]:
    """Every character but the common ones that folding leaves alone."""
    table = _table()
    common = (chr(code) for first, last in _COMMON for code in range(first, last))
    return re.compile("[^" + re.escape("".join(ch for ch in common if table[ord(ch)] == ch)) + "]")


@cache
def _letters() -> dict[str, str]:
    letters: dict[str, str] = read_toml("mahdar.language", "folding.toml")["letters"]
    return letters


def _origins(text: str, moving: set[str], table: _Table) -> list[int]:
    origin: list[int] = []
    at = 0
    for match in re.finditer("[" + re.escape("".join(sorted(moving))) + "]", text):
        here = match.start()
        origin.extend(range(at, here))
        origin.extend([here] * len(table[ord(match.group())]))
        at = here + 1
    origin.extend(range(at, len(text) + 1))
    return origin

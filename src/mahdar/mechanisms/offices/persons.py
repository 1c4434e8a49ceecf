"""Who is meant by a name: holders of offices in the spellings of the record, of our table, and in those that sound
alike.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Lexicon
from mahdar.tables import read_rows, read_toml, values

_PACKAGE = "mahdar.mechanisms.offices"
_FEWEST_WORDS = 2


@cache
def persons() -> Lexicon[str]:
    """Names of holders: those of the record and the further spellings of our table."""
    return Lexicon(dict.fromkeys(_spellings()))


def recorded(person: object) -> str:
    """The slug under which the record knows a person."""
    return _slugs().get(str(person), str(person))


def alike(words: Sequence[str]) -> str | None:
    """The holder whose Arabic name sounds like the last words: غوتيرس, غوتيريش, جوتيريس are one. None if nobody or
    several do.
    """
    for length in range(len(words), _FEWEST_WORDS - 1, -1):
        slug = _sounds().get(_sound(words[-length:]))
        if slug:
            return slug
    return None


@cache
def _slugs() -> dict[str, str]:
    """Persons whose usual slug is not that of the record."""
    return {r["person"]: r["record"] for r in read_rows(_PACKAGE, "persons.csv") if r["record"]}


def slug(name: str) -> str:
    """The slug of a name in Latin letters: accents off, words joined by hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return "-".join("".join(c if c.isalnum() else " " for c in plain.replace("'", "").replace(".", "")).split())


@cache
def held(person: str) -> frozenset[str]:
    """The offices that a person held at any time."""
    rows = read_rows("mahdar.record", "un_offices.csv")
    return frozenset(r["office"] for r in rows if r["person"] == recorded(person))


@cache
def mandated(person: str) -> tuple[str, ...]:
    """The states on which a person held a country mandate."""
    rows = read_rows("mahdar.record", "country_mandates.csv")
    return tuple(dict.fromkeys(r["state"] for r in rows if r["holder"] and slug(r["holder"]) == recorded(person)))


@cache
def _spellings() -> tuple[tuple[str, str], ...]:
    usual = {slug: person for person, slug in _slugs().items()}
    rows = read_rows("mahdar.record", "un_offices.csv")
    held = [(r[key], usual.get(r["person"], r["person"])) for r in rows for key in ("name", "name_ar") if r[key]]
    more = [(name, r["person"]) for r in read_rows(_PACKAGE, "persons.csv") for name in values(r["names"])]
    mandates = read_rows("mahdar.record", "country_mandates.csv")
    holders = [(r["holder"], usual.get(known := slug(r["holder"]), known)) for r in mandates if r["holder"]]
    return (*held, *more, *holders)


@cache
def _sounds() -> dict[str, str]:
    """Sound of an Arabic name -> its holder; empty where two share it."""
    found: dict[str, str] = {}
    for name, slug in _spellings():
        words = fold_word(name).split()
        if len(words) >= _FEWEST_WORDS and not name.isascii() and "ء" <= words[0][0] <= "ي":
            sound = _sound(words)
            found[sound] = slug if found.get(sound, slug) == slug else ""
    return found


def _sound(words: Sequence[str]) -> str:
    """Consonants alone, those that foreign names interchange as one."""
    table = _letters()
    return " ".join(word.translate(table) for word in words)


@cache
def _letters() -> dict[int, str | None]:
    sounds = read_toml(_PACKAGE, "sounds.toml")
    merged = {ord(letter): group[0] for group in sounds["alike"] for letter in group}
    return {**merged, **{ord(letter): None for letter in sounds["silent"]}}

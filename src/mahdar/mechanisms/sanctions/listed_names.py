"""Who on the Council's consolidated list is meant by a name: by its spellings, else by its sounds in either script."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Lexicon
from mahdar.record.access import Record
from mahdar.record.rows import Listing
from mahdar.tables import read_rows, read_toml, values

_PACKAGE = "mahdar.mechanisms.sanctions"
_SHORTEST = 2  # sounds of a word that tells anything
_FEWEST = 2  # words of a name known by its sounds


@dataclass(frozen=True, slots=True)
class Entry:
    """Entries that a name means; ``sure`` where its spelling is known, not only its sounds."""

    rows: tuple[Listing, ...]
    sure: bool


@cache
def known_names() -> Lexicon[str]:
    """Names that the press uses, with the reference number."""
    rows = read_rows(_PACKAGE, "names.csv")
    return Lexicon((name, row["reference"]) for row in rows for name in values(row["names"]))


def entries(name: str, record: Record) -> Entry:
    """The entries of the list that a name means, none where nobody or several may be meant."""
    plain = _plain(name)
    rows = [row for ref in _press().get(plain, ()) if (row := record.listing(ref)) is not None]
    rows = rows or list(_by_name(record).get(plain, ()))
    if rows:
        return Entry(tuple(rows), sure=True)
    words = sounds(name)
    if len(words) < _FEWEST:
        return Entry((), sure=False)
    near = [row for row, parts in _by_sound(record) if _inside(words, parts)]
    return Entry(tuple(near) if len(near) == 1 else (), sure=False)


def sounds(name: str) -> tuple[str, ...]:
    """The consonants of each word of a name that tells anything, classes of letters as one; عبد joined to the next."""
    table, words = read_toml(_PACKAGE, "spelling.toml"), _plain(name).split()
    joined = " ".join(word for word in words if word not in table["loose"])
    for servant in table["servant"]:
        joined = joined.replace(servant, "bd" if servant[0] == "a" else "بد")
    found = (_sound(word) for word in joined.split())
    return tuple(sound for sound in found if len(sound) >= _SHORTEST)


def _sound(word: str) -> str:
    pairs, classes = _table()
    word = word.removeprefix("ال") if len(word) > 4 else word
    for pair, letter in pairs:
        word = word.replace(pair, letter)
    word = word[:-1] if word[-1:] in ("h", "ه") else word
    return "".join(classes.get(letter, "") for letter in _once(word))


def _once(word: str) -> str:
    """Without doubled letters."""
    return "".join(letter for k, letter in enumerate(word) if not k or letter != word[k - 1])


def _inside(words: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether the words stand among the parts in their order."""
    rest = iter(parts)
    return all(word in rest for word in words)


def _plain(name: str) -> str:
    """A name folded, accents and marks off, words apart."""
    text = "".join(c for c in unicodedata.normalize("NFKD", fold_word(name)) if not unicodedata.combining(c))
    text = text.replace("'", "").replace("’", "").replace("`", "")
    return " ".join("".join(c if c.isalnum() else " " for c in text).split()).removeprefix("the ")


@cache
def _table() -> tuple[list[tuple[str, str]], dict[str, str]]:
    """Letters that stand together for one sound, and the letter that stands for each class."""
    table = read_toml(_PACKAGE, "spelling.toml")
    classes = {letter: group[0] for group in table["alike"] for letter in group}
    return [(pair, letter) for pair, letter in table["pairs"]], classes


@cache
def _press() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in read_rows(_PACKAGE, "names.csv"):
        for name in values(row["names"]):
            found.setdefault(_plain(name), []).append(row["reference"])
    return {name: tuple(refs) for name, refs in found.items()}


@cache
def _by_name(record: Record) -> dict[str, tuple[Listing, ...]]:
    """Spellings of the list: whole names, and their parts before and in brackets."""
    found: dict[str, list[Listing]] = {}
    for row in record.listings():
        for name in dict.fromkeys(_plain(part) for part in _parts(row.name)):
            if name:
                found.setdefault(name, []).append(row)
    return {name: tuple(rows) for name, rows in found.items()}


def _parts(name: str) -> list[str]:
    apart = name.replace(")", "(").replace(";", "(").replace(" / ", "(").split("(")
    return [name, *apart]


@cache
def _by_sound(record: Record) -> tuple[tuple[Listing, tuple[str, ...]], ...]:
    return tuple((row, sounds(row.name)) for row in record.listings())

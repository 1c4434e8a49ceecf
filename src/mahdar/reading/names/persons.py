"""People known by name, and ids for people who stand in no table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from mahdar.kept import Packed, kept
from mahdar.model import Entity
from mahdar.reading.names.entries import ROOM, Entry, Pair
from mahdar.tables import read_rows, read_toml, values

_UNREAD = dict.fromkeys([0x0640, *range(0x064B, 0x0653), 0x200C, 0x200D, 0x200E, 0x200F])  # tatweel, vowels, marks
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def person_entries() -> Iterator[Pair]:
    """Every way to write a known person; the usual English spelling is one of them."""
    for row in read_rows(ROOM, "persons.csv"):
        entry = Entry("person", person_id(row["name"]), role="known", principal=row["principal"])
        plain = _without_marks(row["name"])
        forms = dict.fromkeys((row["name"], plain, plain.replace("'", ""), *values(row["ar"]), *values(row["en"])))
        yield from ((form, entry) for form in forms)


@kept
def known_persons() -> Mapping[str, Entity]:
    """Entity id to person, for the people of the table."""
    found = {}
    for row in read_rows(ROOM, "persons.csv"):
        name_ar = next(iter(values(row["ar"])), None)
        found[person_id(row["name"])] = Entity(row["name"], name_ar, row["role"] or None, row["principal"] or None)
    return Packed(found)


def person_id(name: str) -> str:
    """``person:`` and the slug of a Latin name, or of the transliteration of an Arabic one."""
    if name.isascii():
        return "person:" + (slug(name) or "unnamed")
    plain = unicodedata.normalize("NFKC", name).translate(_UNREAD)
    latin = "".join(_letters().get(ch, ch) for ch in plain)
    return "person:" + (slug(latin) or "unnamed")


def slug(name: str) -> str:
    """Lower-case ASCII letters and digits, words joined by hyphens."""
    plain = _without_marks(name).lower().replace("'", "").replace("’", "")
    return _NOT_SLUG.sub("-", plain).strip("-")


def _without_marks(name: str) -> str:
    if name.isascii():
        return name
    parts = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return "".join(ch for ch in parts if unicodedata.category(ch) != "Mn")


@cache
def _letters() -> dict[str, str]:
    letters: dict[str, str] = read_toml(ROOM, "persons_letters.toml")["letters"]
    return letters

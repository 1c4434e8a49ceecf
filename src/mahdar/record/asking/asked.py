"""What a person who writes a symbol may mean: `2397`, `77/226`, `s/res/2397 (2017)`, an address of docs.un.org."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from mahdar.record.asking import index
from mahdar.record.asking.index import Hit
from mahdar.record.opened import Store
from mahdar.record.symbols import normal
from mahdar.tables import read_rows

_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?(?:undocs|docs\.un)\.org/(?:(?:ar|en|es|fr|ru|zh)/)?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,5}(?:/\d{1,4})?\Z")
_YEAR = re.compile(r"\((\d{4})\)\s*\Z")
_LONGEST = 80  # characters; no symbol is so long


@dataclass(frozen=True, slots=True)
class Family:
    """Symbols that begin alike: the table that holds them, and what they are symbols of."""

    start: str
    table: str
    order: int
    what: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A symbol as it was understood, and where it stands; `remark` says what was understood that was not written."""

    text: str
    normal: str
    hits: tuple[Hit, ...]
    remark: str = ""


def understood(store: Store, text: str) -> Asked:
    """Find a symbol, or what a bare number means; `hits` is empty where the record has nothing of the kind."""
    plain = _plain(text)
    key = normal(plain)
    hits = index.find(store, key)
    if hits or not _NUMBER.match(key):
        return Asked(text, key, tuple(hits), _other_year(plain, hits))
    return _numbered(store, text, key)


def family_of(symbol: str) -> Family | None:
    """The family of a symbol, `None` where it is no UN document's (a treaty's slug)."""
    found = (family for family in _families() if normal(symbol).startswith(family.start))
    return max(found, key=lambda family: len(family.start), default=None)


def _plain(text: str) -> str:
    """Without address and blanks around it, digits of every script as 0 to 9."""
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text[:_LONGEST])
    return _ADDRESS.sub("", digits.strip()).strip(" .,;")


def _numbered(store: Store, text: str, number: str) -> Asked:
    """The best-known document with this number, the others named in the remark."""
    found = {symbol: rank for symbol in index.numbered(store, number) if (rank := _order(symbol))}
    if not found:
        return Asked(text, number, ())
    best, *others = sorted(found, key=lambda symbol: (found[symbol], symbol))
    also = f"; the record also has {', '.join(others)}" if others else ""
    return Asked(text, normal(best), tuple(index.find(store, normal(best))), f"{number} was read as {best}{also}")


def _order(symbol: str) -> int:
    family = family_of(symbol)
    return family.order if family else 0


def _other_year(plain: str, hits: list[Hit]) -> str:
    """Where a year was written that is not the document's."""
    written = _YEAR.search(plain)
    years = {found[1]: hit.spelt for hit in hits if (found := _YEAR.search(hit.spelt))}
    if written is None or not years or written[1] in years:
        return ""
    return f"{plain} has another year in the record: {', '.join(years.values())}"


@cache
def _families() -> tuple[Family, ...]:
    rows = read_rows("mahdar.record", "symbol_families.csv")
    return tuple(Family(row["start"], row["table"], int(row["order"] or 0), row["what"]) for row in rows)

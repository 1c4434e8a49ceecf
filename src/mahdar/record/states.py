"""States' names in English as official publications spell them, to ISO 3166-1 alpha-3 (former states 3166-3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from mahdar.tables import read_rows

# Footnote marks (`1`, `[2]`, `*`), the article that the UN puts behind a name, blanks of any kind.
_MARKS = re.compile(r"\(the\)|\*|\[\w+\]|[\d,]+$|\s\d[\d, ]*")


@dataclass(frozen=True, slots=True)
class _Spelling:
    state: str
    first: date
    last: date


def fold_name(name: str) -> str:
    """A name without case, articles, footnote marks and odd blanks, as the table of spellings has it."""
    bare = _MARKS.sub(" ", name.replace("’", "'").replace("\xa0", " "))
    return " ".join(bare.casefold().split()).removeprefix("the ")


@lru_cache(maxsize=20_000)
def find_state(name: str, on: date | None = None) -> str | None:
    """The code of a state's name, on a day where that matters (`Russia` is SUN until 1991-12-23); `None` if unknown.

    A code of three capitals that is known is its own name. Without a day, the latest meaning.
    """
    if len(name) == 3 and name.isupper() and name in _codes():
        return _on(_of_code(name), on) or name
    return _on(_spellings().get(fold_name(name), ()), on)


def _on(found: tuple[_Spelling, ...], on: date | None) -> str | None:
    day = on or date.max
    return next((s.state for s in found if s.first <= day <= s.last), None)


def _of_code(code: str) -> tuple[_Spelling, ...]:
    """Codes change with time only where a state took over another's seat."""
    return _spellings().get("russian federation", ()) if code == "RUS" else ()


@cache
def _codes() -> frozenset[str]:
    return frozenset(s.state for group in _spellings().values() for s in group)


@cache
def _spellings() -> dict[str, tuple[_Spelling, ...]]:
    """Folded name -> its meanings, those bound to days first."""
    found: dict[str, list[_Spelling]] = {}
    for row in read_rows("mahdar.record", "state_spellings.csv"):
        first = date.fromisoformat(row["first"]) if row["first"] else date.min
        last = date.fromisoformat(row["last"]) if row["last"] else date.max
        found.setdefault(row["name"], []).append(_Spelling(row["state"], first, last))
    return {name: tuple(sorted(group, key=lambda s: (s.last - s.first, s.first))) for name, group in found.items()}

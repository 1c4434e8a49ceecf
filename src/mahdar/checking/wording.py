"""Names of states, days and tallies for explanations, in English and in Arabic, as the United Nations write them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from mahdar.edtf import Interval
from mahdar.tables import read_rows, read_toml


@dataclass(frozen=True, slots=True)
class Pair:
    """The same words in English and in Arabic."""

    en: str
    ar: str


@cache
def _states() -> dict[str, Pair]:
    rows = read_rows("mahdar.reading", "states.csv")
    return {r["code"]: Pair(f"{r['article']} {r['name']}".strip(), r["name_ar"]) for r in rows}


def _words() -> dict[str, Any]:
    return read_toml("mahdar.checking", "wording.toml")


def state(code: str) -> Pair:
    """A state as a sentence names it (`the Russian Federation`); the code or slug itself where it has no name here."""
    return _states().get(code, Pair(code, code))


def state_name(code: str) -> Pair:
    """A state as a list names it (`Russian Federation`)."""
    named = state(code)
    return Pair(named.en.removeprefix("the "), named.ar)


def called(symbol: str) -> Pair:
    """A decision by its symbol; "a draft resolution" where none is known."""
    return Pair(symbol, symbol) if symbol else Pair("a draft resolution", "مشروع قرار")


def sentence(text: str) -> str:
    """Text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def states(codes: Iterable[str]) -> Pair:
    """Several states, with "and" before the last."""
    names = [state(code) for code in codes]
    return Pair(_listed([n.en for n in names], ", ", " and "), " و".join(n.ar for n in names))


def _listed(words: Sequence[str], comma: str, last: str) -> str:
    return comma.join(words[:-1]) + last + words[-1] if len(words) > 1 else "".join(words)


def day(when: date | Interval | None) -> Pair:
    """A day, month, year or span of days in words; "an unknown day" for None."""
    if when is None:
        return Pair("an unknown day", "تاريخ غير معروف")
    return _span(when) if isinstance(when, Interval) else _day(when)


def _day(when: date) -> Pair:
    words = _words()
    month = when.month - 1
    return Pair(
        f"{when.day} {words['months_en'][month]} {when.year}", f"{when.day} {words['months_ar'][month]} {when.year}"
    )


def _span(when: Interval) -> Pair:
    text = when.edtf()
    if when.first is None and when.last is None:
        return Pair("in all", "إجمالا")
    if "/" not in text:
        return _unit(text, when)
    first = _day(when.first) if when.first else None
    last = _day(when.last) if when.last else None
    if first and last:
        return Pair(f"{first.en} to {last.en}", f"{first.ar} إلى {last.ar}")
    return (
        Pair(f"since {first.en}", f"منذ {first.ar}")
        if first
        else Pair(f"until {last.en}" if last else "", f"حتى {last.ar}" if last else "")
    )


def _unit(text: str, when: Interval) -> Pair:
    words, first = _words(), when.first
    if first is None or len(text) == 4:
        return Pair(text, f"عام {text}")
    if len(text) == 10:
        return _day(first)
    return Pair(
        f"{words['months_en'][first.month - 1]} {first.year}", f"{words['months_ar'][first.month - 1]} {first.year}"
    )


def tally(counts: tuple[int, int, int] | None) -> Pair:
    """Votes for, against, abstaining; in Arabic as the Council's verbatim records give them."""
    if counts is None:
        return Pair("without a recorded tally", "دون تسجيل عدد الأصوات")
    yes, no, none = counts
    return Pair(f"{yes} for, {no} against, {none} abstaining", f"المؤيدون {yes}، والمعارضون {no}، والممتنعون {none}")


def table(name: str) -> Pair:
    """What a table of the record holds, in words."""
    known = _words()["tables"].get(name)
    return Pair(*known) if known else Pair(name.replace("_", " "), name.replace("_", " "))

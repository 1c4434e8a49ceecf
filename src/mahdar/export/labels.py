"""The words around a reading, in the report's language: labels, dates and amounts spelled out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from mahdar.edtf import Interval
from mahdar.model import Figure
from mahdar.tables import read_toml

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur", "he", "ckb", "ps", "yi"})


@dataclass(frozen=True)
class Labels:
    """The words of one interface language; ``words`` is its table of ``tables/labels.toml``."""

    language: str
    words: Mapping[str, Any]

    def __getitem__(self, key: str) -> str:
        return str(self.words[key])

    def of(self, group: str, key: str) -> str:
        """A word of a group, or the key itself where the table does not know it (a new kind of claim)."""
        return str(self.words[group].get(key, key))

    def when(self, edtf: str | None) -> str:
        """A time in words: ``6 to 12 March 2023``."""
        return _spell(edtf, self.words["date"]) if edtf else self["unresolved"]

    def amount(self, figure: Figure) -> str:
        """A figure with its unit: ``20 or more people``, ``40% or more``."""
        sign = "%" if figure.unit == "%" else ""
        low, high = (_number(value) + sign if value is not None else "" for value in (figure.low, figure.high))
        form = "exactly" if low == high else "at_least" if not high else "at_most" if not low else "between"
        words = str(self.words["amount"][form].format(low=low, high=high))
        if sign or not figure.unit:
            return words
        between = str(self.words["amount"]["open"]) if form in ("at_least", "at_most") else "{words} {unit}"
        return between.format(words=words, unit=figure.unit)


@cache
def labels_for(language: str | None) -> Labels:
    """The labels that fit a report: Arabic for Arabic, English for every other language."""
    code = "ar" if primary(language) == "ar" else "en"
    return Labels(code, read_toml("mahdar.export", "labels.toml")[code])


def primary(language: str | None) -> str:
    """``ar-EG`` is ``ar``; an unknown language is ``und``."""
    return (language or "und").partition("-")[0].lower()


def direction(language: str | None) -> str:
    return "rtl" if primary(language) in RIGHT_TO_LEFT else "ltr"


def _number(value: float) -> str:
    return f"{value:,.10g}" if isinstance(value, float) else f"{value:,}"


def _spell(edtf: str, words: Mapping[str, Any]) -> str:
    left, slash, right = edtf.partition("/")
    if not slash:
        return _spell_one(edtf, words)
    if left == "..":
        return str(words["until"].format(last=_spell_one(right, words)))
    if right == "..":
        return str(words["since"].format(first=_spell_one(left, words)))
    if len(left) == len(right) == 10 and left[:7] == right[:7]:
        return _spell_days(Interval.parse(edtf), words)
    return str(words["between"].format(first=_spell_one(left, words), last=_spell_one(right, words)))


def _spell_days(span: Interval, words: Mapping[str, Any]) -> str:
    """Two days of one month, which is named once."""
    if span.first is None or span.last is None:
        raise ValueError(f"not two days: {span}")
    month = words["months"][span.first.month - 1]
    return str(words["same_month"].format(first=span.first.day, last=span.last.day, month=month, year=span.last.year))


def _spell_one(edtf: str, words: Mapping[str, Any]) -> str:
    if len(edtf) == 4:
        return edtf
    year, month, *day = edtf.split("-")
    named = {"year": year, "month": words["months"][int(month) - 1]}
    return str(words["day"].format(day=int(day[0]), **named) if day else words["month"].format(**named))

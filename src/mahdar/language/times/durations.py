"""Durations: how long something lasts, as an amount of one unit. A duration is no time; a reading does not hold it.

``سنتين وثلاثة أشهر`` is 27 months, ``an hour and a half`` 90 minutes, ``half a month`` 15 days: the finest unit that is
named, or the next finer one where an amount is no whole number. Months have 30 days and years 365 only where weeks,
days or hours are added to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from mahdar.language.folding import fold_word
from mahdar.language.lexicon import proclitic_splits
from mahdar.language.numbers import Number
from mahdar.language.times.vocabulary import LANGUAGES, PACKAGE
from mahdar.language.tokens import Tokens
from mahdar.tables import read_rows, read_toml, values

UNITS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800, "month": 2_592_000}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_YEAR = 31_536_000
_PROCLITICS = frozenset(("", "و", "ف", "ب", "ل", "ك", "ال", "ول", "وب"))
_LONGEST = 5  # pieces of one duration


@dataclass(frozen=True, slots=True)
class Duration:
    """Tokens ``i`` to ``j``, code points ``start`` to ``end``, last ``value`` times ``unit`` (one of ``UNITS``)."""

    i: int
    j: int
    start: int
    end: int
    value: int | float
    unit: str


@dataclass(frozen=True, slots=True)
class _Unit:
    """A form of a unit: ``count`` 1 or 2 where it stands alone, 0 where it needs a number."""

    unit: str
    count: int


@dataclass(frozen=True, slots=True)
class _Piece:
    j: int
    value: float
    unit: str


@cache
def _units(language: str) -> dict[str, _Unit]:
    found: dict[str, _Unit] = {}
    for row in read_rows(PACKAGE, "times_durations.csv"):
        for column, count in ((f"{language}_one", 1), (f"{language}_two", 2), (f"{language}_many", 0)):
            for form in values(row.get(column) or ""):
                found.setdefault(fold_word(form), _Unit(row["unit"], count))
    return found


@cache
def _finer() -> dict[str, tuple[str, int]]:
    rows = read_rows(PACKAGE, "times_durations.csv")
    return {row["unit"]: (row["finer"], int(row["parts"])) for row in rows if row["finer"]}


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    table: dict[str, Any] = read_toml(PACKAGE, "times_durations.toml")[language]
    return {key: frozenset(map(fold_word, forms)) for key, forms in table.items()}


def durations(tokens: Tokens, numbers: Sequence[Number], language: str) -> list[Duration]:
    """The durations of a text in order, none overlapping another. ``numbers`` are those of the same text."""
    reader = _Reader(tokens, numbers, language if language in LANGUAGES else "en")
    found: list[Duration] = []
    end = 0
    for i in range(len(tokens)):
        duration = reader.at(i) if i >= end else None
        if duration:
            found.append(duration)
            end = duration.j
    return found


class _Reader:
    """Durations at token indices of one text."""

    def __init__(self, tokens: Tokens, numbers: Sequence[Number], language: str) -> None:
        self.tokens, self.forms, self.language = tokens, tokens.forms, language
        self.units, self.words = _units(language), _words(language)
        exact = (n for n in numbers if n.low is not None and n.low == n.high and n.kind in ("cardinal", "fraction"))
        self.numbers = {n.core[0]: n for n in exact}

    def at(self, i: int) -> Duration | None:
        first = self._piece(i, alone=True)
        if first is None:
            return None
        pieces = [first]
        while len(pieces) < _LONGEST:
            more = self._joined(pieces[-1])
            if more is None:
                break
            pieces.append(more)
        value, unit = _sum(pieces)
        return Duration(i, pieces[-1].j, self.tokens.start(i), self.tokens.end(pieces[-1].j - 1), value, unit)

    def _form(self, k: int) -> str:
        return self.forms[k] if 0 <= k < len(self.forms) else ""

    def _is(self, kind: str, form: str) -> bool:
        return form in self.words[kind]

    def _unit(self, k: int, article: bool = False) -> tuple[str, _Unit] | None:
        """The unit at token k with its proclitics; with the article only where that is allowed (نصف الساعة)."""
        form = self._form(k)
        if not form:
            return None
        found = self.units.get(form)
        if found:
            return "", found
        pairs = proclitic_splits(form) if self.language == "ar" else ()
        known = ((head, self.units.get(stem)) for head, stem in pairs if head in _PROCLITICS)
        return next(((head, unit) for head, unit in known if unit and (article or "ال" not in head)), None)

    def _piece(self, i: int, alone: bool) -> _Piece | None:
        """One amount of one unit at token i, with what is added to it in parts."""
        found = self._counted(i) or self._parted(i) or self._bare(i, alone)
        if found is None:
            return None
        j = found.j + (self._is("ones", self._form(found.j)) or self._is("full", self._form(found.j)))
        return self._and_part(_Piece(j, found.value, found.unit))

    def _counted(self, i: int) -> _Piece | None:
        """ثلاثة أيام, 30 days, 2 more minutes, three-year."""
        number = self.numbers.get(i)
        if number is None or number.low is None:
            return None
        k = number.core[1]
        k += self._is("full", self._form(k)) or (self._form(k) == "-" and self.tokens.touches(k))
        k += number.kind == "fraction" and self._form(k) in ("of", "a", "an")
        found = self._unit(k, article=number.kind == "fraction")
        if found is None or found[1].count == 2 or (found[0] and number.kind != "fraction"):
            return None
        return _Piece(k + 1, float(number.low), found[1].unit)

    def _parted(self, i: int) -> _Piece | None:
        """Half an hour, half a day."""
        if not self._is("halves", self._form(i)):
            return None
        k = i + 1 + (self._form(i + 1) in ("a", "an", "of"))
        found = self._unit(k, article=True)
        return _Piece(k + 1, 0.5, found[1].unit) if found else None

    def _bare(self, i: int, alone: bool) -> _Piece | None:
        """عامين, an hour; شهر only where it is all there is, or behind a word such as لمدة."""
        articled = self.language == "en" and self._form(i) in ("a", "an")
        found = self._unit(i + articled)
        if found is None or "ال" in found[0] or not found[1].count:
            return None
        if self.language == "en" and not articled:
            return None
        if self.language == "ar" and found[1].count == 1 and not self._lasts(i, alone):
            return None
        return _Piece(i + articled + 1, float(found[1].count), found[1].unit)

    def _lasts(self, i: int, alone: bool) -> bool:
        if not alone or self._is("ones", self._form(i + 1)):
            return True
        if len(self.forms) == 1:
            return True
        if self._form(i + 1)[:1].isdecimal():
            return False
        near = [self._form(k) for k in (i - 1, i - 2) if k >= 0]
        return any(stem in self.words["before"] for form in near for _, stem in proclitic_splits(form))

    def _and_part(self, piece: _Piece) -> _Piece:
        """ساعة ونصف, عام ونصف العام, an hour and a half."""
        k = piece.j
        for part, kind in ((0.5, "halves"), (0.25, "quarters")):
            if self.language == "ar":
                j = k + 1 if self._form(k)[:1] == "و" and self._is(kind, self._form(k)[1:]) else k
            else:
                end = k + 1 + (self._form(k + 1) in ("a", "an"))
                j = end + 1 if self._form(k) == "and" and self._is(kind, self._form(end)) else k
            if j > k:
                again = self._unit(j, article=True)
                j += again is not None and again[1].unit == piece.unit and again[1].count == 1
                return _Piece(j, piece.value + part, piece.unit)
        return piece

    def _joined(self, before: _Piece) -> _Piece | None:
        """What is added in a finer unit: سنتين وثلاثة أشهر, 2 years and 3 months."""
        k = before.j + (self._form(before.j) in self.words["link"])
        k += k > before.j and self._form(k) == "and"
        attached = self._form(k)[:1] == "و"
        if k == before.j and not attached and self.language == "ar":
            return None
        more = self._piece(k, alone=False)
        return more if more and UNITS.index(more.unit) < UNITS.index(before.unit) else None


def _sum(pieces: Sequence[_Piece]) -> tuple[int | float, str]:
    """All pieces in the finest unit, made finer still until the amount is whole."""
    unit = min((p.unit for p in pieces), key=UNITS.index)
    value = sum(_in(p, unit) for p in pieces)
    while value != int(value) and unit in _finer():
        unit, parts = _finer()[unit]
        value *= parts
    return (int(value) if value == int(value) else round(value, 6)), unit


def _in(piece: _Piece, unit: str) -> float:
    """The amount of a piece in a unit as fine or finer."""
    if piece.unit == unit:
        return piece.value
    if unit in _MONTHS:
        return piece.value * _MONTHS[piece.unit] / _MONTHS[unit]
    months = _MONTHS.get(piece.unit, 0)
    seconds = months // 12 * _YEAR if months >= 12 else _SECONDS.get(piece.unit, months * _SECONDS["month"])
    return piece.value * seconds / _SECONDS[unit]

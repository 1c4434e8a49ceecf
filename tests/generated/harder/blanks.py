"""Values of blanks and how each is written in English and in Arabic: `{D}`, `{D:month}`, `{yes:votes}`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from tests.generated.harder.frames import Frame
from tests.generated.words import (
    AR,
    EN,
    MONTHS_AR,
    MONTHS_EN,
    counted,
    day,
    month,
    ordinal,
    plural,
    state,
    states,
    word,
)

_MALI = "MLI"


@dataclass(frozen=True, slots=True)
class Words:
    """What the small tables of words do not have: a treaty, a person, an office."""

    en: str
    ar: str


Value = int | str | date | tuple[str, ...] | Words
"""A number, the code of a state, a day, several states, or words in both languages."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one draw from the record gives: the day of publication and the values of the blanks."""

    published: date
    blanks: Mapping[str, Value]


def filled(frame: Frame, drawn: Drawn) -> str | None:
    """The sentence, or `None` where the draw leaves a blank of the frame open or fills it with an ambiguous name."""
    if frame.language == AR and any(_ambiguous(value) for value in drawn.blanks.values()):
        return None
    blanks = {name: _Blank(value, frame.language) for name, value in drawn.blanks.items()}
    try:
        text = frame.text.format_map(blanks)
    except KeyError:
        return None
    text = _joined(text)
    return text[:1].upper() + text[1:]


def _ambiguous(value: Value) -> bool:
    """Whether the Arabic name is an adjective as well: مالي is "financial", too."""
    return _MALI in value if isinstance(value, tuple) else value == _MALI


class _Blank:
    """A value that knows its language: `format()` with the name of a form writes it."""

    def __init__(self, value: Value, language: str) -> None:
        self._value, self._language = value, language

    def __format__(self, form: str) -> str:
        value, language = self._value, self._language
        if isinstance(value, date):
            return _DAYS[form](value, language)
        if isinstance(value, int):
            return _number(value, language, form)
        if isinstance(value, Words):
            return value.ar if language == AR else value.en
        return state(value, language) if isinstance(value, str) else states(value, language)


_DAYS: dict[str, Callable[[date, str], str]] = {
    "": day,
    "month": month,
    "year": lambda when, _: str(when.year),
    "only": lambda when, language: (MONTHS_AR if language == AR else MONTHS_EN)[when.month - 1],
    "short": lambda when, language: day(when, language).rpartition(" ")[0],
    "us": lambda when, _: f"{MONTHS_EN[when.month - 1]} {when.day}, {when.year}",
    "east": lambda when, language: day(when, language, 1),
    "digits": lambda when, _: f"{when.day}/{when.month}/{when.year}",
}


def _number(value: int, language: str, form: str) -> str:
    if not form:
        return str(value)
    if form == "ordinal":
        return ordinal(value, language)
    if form == "word":
        return word(value)
    return plural(value, form.removesuffix("s")) if language == EN else counted(value, form)


_GLUED = re.compile(r"(?<!\w)(و?)([لب])ـال")


def _joined(text: str) -> str:
    """Prefixes and possessives as they are written beside the word that filled the blank."""
    text = _GLUED.sub(lambda found: found[1] + ("لل" if found[2] == "ل" else "بال"), text)
    return text.replace("s's ", "s' ")

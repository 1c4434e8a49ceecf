"""Sentences that assert nothing of the states they name, alone or two in one sentence."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.generated.words import AR, EN, codes, sentences, state

_TABLES = Path(__file__).parent
_TWO_STATES, _FIRST_YEAR, _LAST_YEAR, _LAST_DAY = 0.3, 2012, 2025, 28
_TIMES_AR = ("الاثنين", "أمس الثلاثاء", "عام 2016", "في مارس 2019", "منذ عام 2011", "الشهر الماضي", "هذا الأسبوع", "")
_TIMES_EN = (
    "on Monday",
    "on Tuesday",
    "in 2016",
    "in March 2019",
    "since 2011",
    "last month",
    "this week",
    "on 4 May 2021",
)
_JOINTS_AR = (
    "، فيما ",
    " و",
    "، بينما ",
    "، بعد أن ",
    " بعدما ",
    "، وقبل ذلك ",
    ". و",
    "، في حين ",
    "، وقد ",
    "، لكن ",
)
_JOINTS_EN = (", while ", " and ", ", after ", ". Earlier, ", ", but ", ", as ", ", before ", "; ", ". Meanwhile ")
_TIMES = {AR: (*_TIMES_AR, "في 4 مايو 2021"), EN: (*_TIMES_EN, "")}
_JOINTS = {AR: _JOINTS_AR, EN: _JOINTS_EN}
_NUMBERS = {2: "two", 3: "three", 5: "five", 7: "seven", 11: "11", 12: "12", 15: "15", 27: "27"}
_RESOLUTIONS = (338, 678, 1267, 1325, 1441, 1701, 1973, 2118, 2231, 2254, 2334, 2401)


@dataclass(frozen=True, slots=True)
class Neutral:
    """A sentence of a report of that day, and the frame with which it begins."""

    frame: str
    published: str
    text: str


def frames(language: str) -> tuple[str, ...]:
    """The frames of a language, in the order of their table."""
    return sentences(_TABLES / f"frames_{language}.txt")


def neutral(language: str, seed: int, times: int, *, joined: bool = False) -> Iterator[Neutral]:
    """Every frame so many times, each time filled anew; ``joined`` puts another one behind it in the same sentence."""
    for place, frame in enumerate(frames(language)):
        draw = random.Random(f"{seed} {place} {joined}")
        for _ in range(times):
            text = filled(frame, language, draw)
            if joined:
                other = draw.choice(frames(language))
                text += draw.choice(_JOINTS[language]) + filled(other, language, draw)
            published = (
                f"{draw.randint(_FIRST_YEAR, _LAST_YEAR)}-{draw.randint(1, 12):02}-{draw.randint(1, _LAST_DAY):02}"
            )
            yield Neutral(frame, published, f"{text[0].upper()}{text[1:]}.")


def filled(frame: str, language: str, draw: random.Random) -> str:
    """A frame with its blanks filled: states, a time, numbers."""
    one, two, other = (state(code, language) for code in draw.sample(codes(), 3))
    both = f"{one} و{two}" if language == AR else f"{one} and {two}"
    number = draw.choice(tuple(_NUMBERS))
    blanks = {
        "{S2}": other,
        "{S}": both if draw.random() < _TWO_STATES else one,
        "{T}": draw.choice(_TIMES[language]),
        "{num}": str(draw.choice(_RESOLUTIONS)),
        "{n}": str(number) if language == AR else _NUMBERS[number],
    }
    for blank, words in blanks.items():
        frame = frame.replace(blank, words)
    return " ".join(frame.split())

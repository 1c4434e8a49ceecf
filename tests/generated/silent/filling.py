"""Sentences in which nobody says anything, their blanks filled with states and people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.generated.speakers.filling import names, put, rows
from tests.generated.speakers.grammar import tidy
from tests.generated.words import codes, sentences, state

_TABLES = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Silent:
    """A sentence and the frame of which it was made."""

    frame: str
    text: str


def frames(language: str) -> tuple[str, ...]:
    """The frames of a language, in the order of their table."""
    return sentences(_TABLES / f"frames_{language}.txt")


def silent(language: str, seed: int, times: int) -> Iterator[Silent]:
    """Every frame so many times, each time filled anew."""
    for frame in frames(language):
        random = Random(f"{seed} {frame}")
        for _ in range(times):
            yield Silent(frame, _filled(frame, language, random))


def _filled(frame: str, language: str, random: Random) -> str:
    land = random.choice(rows("capitals"))
    other = random.choice([code for code in codes() if code != land["code"]])
    man, woman = (names(language, land, random, woman=one) for one in (False, True))
    return tidy(
        put(frame, {**man, "{f}": woman["{f}"], "{S2}": state(other, language)}), language, ended=frame[-1] not in "?؟"
    )

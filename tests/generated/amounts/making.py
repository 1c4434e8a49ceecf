"""Sentences with an amount whose value is known, and what the program makes of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from mahdar.reading.figures import figures
from tests.generated.amounts.spelling import Arabic, digits, english, mixed, scaled
from tests.generated.words import AR, sentences
from tests.held import passage

_TABLES = Path(__file__).parent
_PUBLISHED = "2023-03-08"
_SECTIONS = ("exact", "least", "range", "percent")
_MOST_POWER = 12
_PLAIN = 1000
_ODD = (500_000, 250_000, 1_500_000, 3_500_000, 4_500_000, 9_500_000, 1_200_000, 1_840_000, 3_400, 7_150, 9_999)


@dataclass(frozen=True, slots=True)
class Counted:
    """A text with one amount: its bounds (None is open) and the noun that is counted; no bounds at all for none."""

    text: str
    low: float | None
    high: float | None
    noun: str
    section: str


@cache
def _nouns() -> tuple[dict[str, str], ...]:
    return tuple(csv.DictReader(sentences(_TABLES / "nouns.csv")))


@cache
def containers(language: str) -> tuple[tuple[str, str], ...]:
    """The sentences of a language, each with its section."""
    found: list[tuple[str, str]] = []
    section = ""
    for line in sentences(_TABLES / f"containers_{language}.txt"):
        if line.startswith("[") and line.endswith("]") and line[1:-1].split()[0] in _SECTIONS:
            section = line[1:-1]
        else:
            found.append((section, line.replace("\\n", "\n")))
    return tuple(found)


def counted(language: str, seed: int, times: int) -> Iterator[Counted]:
    """Every sentence so many times, each time with another amount."""
    for place, (section, container) in enumerate(containers(language)):
        random = Random(f"{seed} {language} {place}")
        for _ in range(times):
            yield _one(section, container, language, random)


def uncounted(language: str, seed: int, times: int) -> Iterator[Counted]:
    """Sentences with numbers that count nothing."""
    random = Random(f"{seed} {language} none")
    for line in sentences(_TABLES / f"none_{language}.txt") * times:
        blanks = {"n": random.randint(14, 69), "n2": random.randint(14, 19), "m": random.randint(10, 59)}
        text = line.format(**blanks, y=random.randint(1950, 2022), k=random.randint(1000, 1890))
        yield Counted(f"{text}.", None, None, "", "none")


def _value(random: Random) -> int:
    """A number of three up to twelve digits: as often small as large, as often round as not."""
    size = random.randint(1, _MOST_POWER)
    number = random.randint(10 ** (size - 1), 10**size - 1)
    kept = 10 ** max(0, size - random.choice((1, 2, 2, 3, 3, size)))
    return max(3, int(number // kept * kept))


def _one(section: str, container: str, language: str, random: Random) -> Counted:
    number, row = _value(random), random.choice(_nouns())
    style = random.choice(("words", "digits", "digits", "scaled", "mixed"))
    number = random.choice(_ODD) if style == "mixed" else number
    if "[B]" in container and style != "digits":
        number = random.randint(10, 99) * 1000 ** random.randint(0, 2)  # both ends of one size, as words tell them
    if section.startswith("percent"):
        return _percent(container, language, random)
    words, noun = _amount(number, row, language, style, "oblique" in section, random)
    text = container.replace("[A:]", f"{words[0].upper()}{words[1:]} {noun}").replace("[A]", f"{words} {noun}")
    low, high = number, None if section.startswith("least") else number
    if "[B]" in container:
        size = 1 if style == "digits" or number < _PLAIN else _PLAIN ** (len(str(number)) // 4)
        low = max(3, number // size * random.randint(3, 9) // 10) * size
        low = low if low < number else number - 1
        lower, _ = _amount(low, row, language, "words" if style == "words" else "digits", True, random)
        text = text.replace("[B]", lower)
    return Counted(f"{text}.", low, high, noun, section)


def _percent(container: str, language: str, random: Random) -> Counted:
    """Four percent, 4.5 %: bounds as the number is written."""
    tenths = random.randint(21, 990)
    value = tenths // 10 if random.random() < 0.5 else tenths / 10
    signs = (
        ("%", " %", " في المئة", " بالمئة", " بالمائة", " في المائة", "٪")
        if language == AR
        else ("%", " percent", " per cent")
    )
    written = str(value).replace(".", random.choice(".,")) if language == AR else str(value)
    return Counted(f"{container.replace('[A]', written + random.choice(signs))}.", value, value, "%", "percent")


def _amount(
    number: int, row: dict[str, str], language: str, style: str, oblique: bool, random: Random
) -> tuple[str, str]:
    short = scaled(number, language, random) if style == "scaled" else None
    other = mixed(number, language) if style == "mixed" else None
    if other:
        return other, row["en"] if language != AR else row["one"] if number % 1000 == 0 else agreeing(number, row)
    if language != AR:
        return (english(number, random) if style == "words" else short or digits(number, language, random)), row["en"]
    manner = Arabic(random, feminine=bool(row["feminine"]), oblique=oblique)
    words = manner.spelled(number) if style == "words" else short or digits(number, language, random)
    return words, row["one"] if short else agreeing(number, row)


def agreeing(number: int, row: dict[str, str]) -> str:
    """The counted noun as it stands behind that number."""
    rest = number % 100
    return row["few"] if 3 <= rest <= 10 else row["many"] if rest > 10 else row["one"]


def outcome(one: Counted) -> str:
    """``right``, ``wrong`` (another amount), ``unit`` (the right one of something else) or ``missed``."""
    found = [(f.low, f.high, f.unit) for f in figures(passage(one.text, _PUBLISHED))]
    if not found:
        return "right" if one.section == "none" else "missed"
    if one.section == "none" or len(found) > 1 or found[0][:2] != (one.low, one.high):
        return "wrong"
    return "right" if found[0][2] == one.noun else "unit"

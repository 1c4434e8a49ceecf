"""Sentences with an expression of time whose days are known, and what the program makes of them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from tests.generated.times import arithmetic
from tests.generated.times.arithmetic import Days, Kind
from tests.generated.times.wording import spelled
from tests.generated.words import AR, MONTHS_AR, MONTHS_EN, table_rows
from tests.language.times.reading import read

_TABLES = Path(__file__).parent
_SEASON = 20  # before the numbers of seasons in EDTF
_EDGES = ("01-01", "12-31", "02-28", "03-01", "01-31", "06-30", "12-28", "01-04")


_ALONE = frozenset(
    ("day", "month_dated", "days_of_month", "days_apart", "months_apart", "years", "decade", "part_dated")
)


@dataclass(frozen=True, slots=True)
class Told:
    """A text of a report of a day, the expression in it and its days; ``beside`` are days that it tells elsewhere."""

    text: str
    published: date
    words: str
    days: Days
    beside: tuple[Days, ...]
    kind: str
    container: str


@cache
def expressions(language: str) -> tuple[dict[str, str], ...]:
    return table_rows(_TABLES / f"expressions_{language}.csv")


@cache
def containers(language: str) -> dict[str, tuple[str, ...]]:
    """The sentences of a language by the tense of their section."""
    found: dict[str, list[str]] = {}
    tense = ""
    for line in (_TABLES / f"containers_{language}.txt").read_text("utf-8").splitlines():
        if line in ("[past]", "[future]", "[any]"):
            tense = line[1:-1]
        elif line and not line.startswith("#"):
            found.setdefault(tense, []).append(line.replace("\\n", "\n"))
    return {tense: tuple(lines) for tense, lines in found.items()}


def told(language: str, seed: int, times: int) -> Iterator[Told]:
    """Every expression so many times, each in another sentence of another day."""
    for place, row in enumerate(expressions(language)):
        random = Random(f"{seed} {language} {place}")
        for _ in range(times):
            yield _one(row, language, random)


def _one(row: dict[str, str], language: str, random: Random) -> Told:
    seen = _published(random)
    name, *rest = row["kind"].split()
    kind: Kind = getattr(arithmetic, name)
    drawn = kind(random, seen, *rest)
    words = spelled(row["words"], drawn.blanks, language, random)
    container = random.choice(_fitting(language, row["tense"]))
    beside: list[Days] = []
    if "[U]" in container:
        second = random.choice([other for other in expressions(language) if other["kind"].split()[0] in _ALONE])
        other_kind: Kind = getattr(arithmetic, second["kind"].split()[0])
        there = other_kind(random, seen, *second["kind"].split()[1:])
        container = container.replace("[U]", spelled(second["words"], there.blanks, language, random))
        beside.append(there.days)
    other = seen - timedelta(random.randint(900, 4000))
    months = MONTHS_AR if language == AR else MONTHS_EN
    text = container.replace("[T:]", f"{words[0].upper()}{words[1:]},").replace("[T]", words)
    text = text.replace("[O]", f"{other.day} {months[other.month - 1]} {other.year}")
    text = text.replace("[P]", f"{seen.day} {months[seen.month - 1]}")
    beside += [(other, other)] * ("[O]" in container) + [(seen, seen)] * ("[P]" in container)
    return Told(f"{text}.", seen, words, drawn.days, tuple(beside), row["kind"], container)


def _fitting(language: str, tense: str) -> tuple[str, ...]:
    every = containers(language)
    return every["past"] + every["any"] if tense == "any" else every[tense]


def _published(random: Random) -> date:
    year = random.randint(1990, 2026)
    if random.random() < 0.3:
        return date.fromisoformat(f"{year}-{random.choice(_EDGES)}")
    if random.random() < 0.1:
        return date(year - year % 4, 2, 29)
    return date(year, 1, 1) + timedelta(random.randrange(365))


def outcome(one: Told, language: str) -> str:
    """``right``, ``wrong`` (days that nothing in the text tells), ``open`` (found without days) or ``missed``."""
    edtf = [days for _, days in read(one.text, language, one.published.isoformat())]
    found = [span(days) for days in edtf if days]
    if not {one.days, *one.beside}.issuperset(found):
        return "wrong"
    if one.days in found:
        return "right"
    return "open" if None in edtf else "missed"


def span(edtf: str) -> Days:
    """The days of an EDTF text."""
    first, _, last = edtf.partition("/")
    return _end(first, first=True), _end(last or first, first=False)


def _end(text: str, *, first: bool) -> date | None:
    if text == "..":
        return None
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    month = month or (1 if first else 12)
    if month > _SEASON:  # 2014-22 is the summer of 2014
        month = 3 * (month - _SEASON) + (0 if first else 2)
    return date(year, month, day or (1 if first else monthrange(year, month)[1]))

"""Reports made for benches of the library: as many as are asked for, from the few that lie beside the project.

Procedure. The sentences of ../shared/reports/more and dev (MAHDAR_SHARED names another place) are recombined. Each
story is made by itself from the seed and its number, so that a smaller collection is the beginning of a larger one:

- an opening: the first sentence of each report in turn. One round of all of them takes 18 days, so that stories that
  open alike lie further apart than accounts of one happening do, and a larger collection lasts longer;
- a main report: the opening and as many sentences as its report has, drawn from all reports of the language, since some
  hundred main reports told thousands of times would be copies of one another; and two other reports;
- a cast: every second state gives way to another one, numbers to others of their size, years to those of the story,
  and a third of the words that at most two reports hold to coined ones, drawn from 200,000 by Zipf's law, which makes
  the vocabulary grow as that of real collections does;
- accounts: one (of 55 % of the stories), two (20 %), three (10 %) or four to eight. Each has an outlet of its own among
  60, comes out up to two days later, opens with the main report's first sentence with a tenth of its words exchanged,
  goes on with some 70 % of the main report, in its order, and one to three sentences of the others;
- a fifth of the accounts behind a story's first are syndicated copies instead: the first account without its last
  sentence, under an agency's line.

A line is JSON as `mahdar library add` takes it; `story` and `copy_of`, which the library keeps unread, are the truth.
"""

from __future__ import annotations

import json
import os
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SEED = 6
FIRST_DAY, ROUND = date(2000, 1, 1), 18
_OUTLETS, _COINED = 60, 200_000
_ACCOUNTS = ((0.55, 1, 1), (0.75, 2, 2), (0.85, 3, 3), (1.0, 4, 8))
_COPIES, _MAIN, _EXCHANGED, _THIRD = 0.2, 0.7, 0.1, 1 / 3
_SENTENCE = re.compile(r"(?<=[.!?؟])\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_RARE, _LONG, _SMALL = 2, 5, 12
_SYLLABLES = {"ar": ("با", "ري", "مو", "دان", "كو", "ست", "ور", "لي", "نا", "شف", "سي", "تور", "غا", "هيم", "زو", "فل"),
              "en": ("ba", "ri", "mo", "dan", "ko", "ste", "vor", "li", "na", "shev", "si", "tur", "ga", "him", "zo",
                     "fel")}  # fmt: skip
_AGENCY = {"ar": "(وكالات) - ", "en": "(Agencies) - "}
Words = dict[str, str]


@dataclass(frozen=True)
class Base:
    """What is recombined, of one language: reports as sentences, their rare words, and names of states."""

    language: str
    reports: list[list[str]]
    sentences: list[str]  # of all reports, save their first
    rare: frozenset[str]
    states: list[str]


def lines(reports: int, seed: int = SEED) -> Iterator[str]:
    """So many made reports as JSON lines, story after story."""
    yield from islice((json.dumps(row, ensure_ascii=False) for row in _rows(seed)), reports)


def _rows(seed: int) -> Iterator[dict[str, Any]]:
    openings = [(base, place) for base in _bases() for place in range(len(base.reports))]
    random.Random(seed).shuffle(openings)
    for number in count():
        turn, place = divmod(number, len(openings))
        day = FIRST_DAY + timedelta(days=ROUND * turn + ROUND * place // len(openings))
        yield from _story(*openings[place], number, day, random.Random(f"{seed}:{number}"))


def _bases() -> list[Base]:
    shared = Path(os.environ.get("MAHDAR_SHARED", ROOT.parent / "shared")) / "reports"
    texts = [path.read_text("utf-8") for folder in ("more", "dev") for path in sorted((shared / folder).glob("*.txt"))]
    if not texts:
        raise SystemExit(f"bench_library: there are no reports in {shared}")
    return [_base(language, [text for text in texts if _language(text) == language]) for language in ("ar", "en")]


def _language(text: str) -> str:
    return "ar" if len(re.findall(r"[\u0621-\u064a]", text)) > len(re.findall(r"[a-z]", text)) else "en"


def _base(language: str, texts: list[str]) -> Base:
    from mahdar.tables import read_rows

    held = Counter(word for text in texts for word in set(_WORD.findall(text)))
    names = [row["name"] for row in read_rows("mahdar.reading", "state_names.csv") if row["language"] == language]
    states = [name for name in names if name in held]
    rare = {word for word, many in held.items() if many <= _RARE and len(word) >= _LONG and not word[0].isdigit()}
    split = [[part for part in _SENTENCE.split(text.strip()) if part] for text in texts]
    return Base(language, split, [part for each in split for part in each[1:]], frozenset(rare - set(states)), states)


def _story(base: Base, place: int, number: int, day: date, chance: random.Random) -> Iterator[dict[str, Any]]:
    """The accounts of one happening that opens as the report at a place does."""
    opening, others = base.reports[place], chance.sample(base.reports, 2)
    main = [opening[0], *chance.sample(base.sentences, len(opening) - 1)]
    cast = _cast(base, [main, *others], day.year, chance)
    whole = [[_WORD.sub(lambda found: cast.get(found[0], found[0]), part) for part in each] for each in (main, *others)]
    first = ""
    for account in range(_many(chance)):
        copied = account > 0 and chance.random() < _COPIES
        text = _copy(first, base) if copied else _account(whole[0], whole[1] + whole[2], base, chance)
        first = first or text
        yield {
            "id": f"made-{number}-{account}",
            "text": text,
            "title": " ".join(text.split()[:9]),
            "outlet": f"Outlet {int(_OUTLETS * chance.random() ** 2) + 1}",
            "url": f"https://outlet.example/{number}/{account}",
            "published": (day + timedelta(days=chance.randrange(3) if account else 0)).isoformat(),
            "story": number,
            "copy_of": f"made-{number}-0" if copied else None,
        }


def _many(chance: random.Random) -> int:
    drawn = chance.random()
    least, most = next((low, high) for bar, low, high in _ACCOUNTS if drawn <= bar)
    return chance.randint(least, most)


def _cast(base: Base, reports: list[list[str]], year: int, chance: random.Random) -> Words:
    """What gives way to what, in all accounts of a story."""
    words = dict.fromkeys(word for report in reports for part in report for word in _WORD.findall(part))
    years = [int(word) for word in words if re.fullmatch(r"(19|20)\d\d", word)]
    moved = year - max(years, default=year)
    found: Words = {}
    for word in words:
        if word.isdecimal():
            found[word] = _number(word, moved, chance)
        elif word in base.states and chance.random() < 1 / 2:
            found[word] = chance.choice(base.states)
        elif word in base.rare and chance.random() < _THIRD:
            found[word] = _coined(base.language, chance)
    return found


def _number(word: str, moved: int, chance: random.Random) -> str:
    """Another number of about the same size; small ones, which count councils and sessions, stay."""
    value = int(word)
    if re.fullmatch(r"(19|20)\d\d", word):
        return str(value + moved)
    return word if value <= _SMALL else str(int(value * (0.5 + chance.random())))


def _coined(language: str, chance: random.Random) -> str:
    """A word of syllables; the place of a word in the list says how often it comes."""
    place = int(_COINED ** chance.random())
    syllables, made = _SYLLABLES[language], ""
    for _ in range(5):
        made += syllables[place % 16]
        place //= 16
        if not place:
            break
    return made + syllables[len(made) % 16]


def _account(main: list[str], others: list[str], base: Base, chance: random.Random) -> str:
    """A telling of its own."""
    lead = _WORD.sub(lambda found: _exchanged(found[0], base, chance), main[0])
    body = [part for part in main[1:] if chance.random() < _MAIN]
    background = chance.sample(others, min(len(others), chance.randint(1, 3)))
    return "\n".join([lead, *body, *background]) + "\n"


def _exchanged(word: str, base: Base, chance: random.Random) -> str:
    return _coined(base.language, chance) if word in base.rare and chance.random() < _EXCHANGED else word


def _copy(first: str, base: Base) -> str:
    """A syndicated copy: an agency's line in front, the last sentence cut where there are several."""
    parts = first.rstrip("\n").split("\n")
    return _AGENCY[base.language] + "\n".join(parts[: max(1, len(parts) - 1)]) + "\n"

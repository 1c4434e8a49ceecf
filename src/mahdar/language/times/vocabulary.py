"""The words of times, out of the tables, as one lexicon for each language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Lexicon
from mahdar.language.times.senses import Tense
from mahdar.tables import read_rows, read_toml, values

PACKAGE = "mahdar.language"
LANGUAGES = ("ar", "en")
_PRESENT, _OBJECTS = "يت", ("ه", "ها")
_MONTH = "شهر"  # glued to its name by a slip: شهرفيفري


@dataclass(frozen=True, slots=True)
class Word:
    """One part of a time: ``kind`` and ``value`` as in times_words.csv; ``doubtful`` needs company to count."""

    kind: str
    value: str
    doubtful: bool = False

    @property
    def rule(self) -> str:
        """What the rules of a language are listed by: the kind, for units with their grain (``unit/day``)."""
        return self.kind if self.kind != "unit" else "unit/" + self.grain

    @property
    def number(self) -> int:
        return int(self.value)

    @property
    def grain(self) -> str:
        """The grain of a unit: ``day/2`` is ``day``."""
        return self.value.partition("/")[0]

    @property
    def count(self) -> str:
        """How many units the word says: ``1``, ``2`` or ``n``."""
        return self.value.partition("/")[2]


@cache
def lexicon(language: str) -> Lexicon[Word]:
    """Every word of times_words.csv and times_months.csv in this language."""
    return Lexicon(entries(language))


@cache
def entries(language: str) -> tuple[tuple[str, Word], ...]:
    """The phrases of both tables with what they are."""
    return (*_words(language), *_months(language))


@cache
def word_set(language: str, name: str) -> frozenset[str]:
    """A list of times_context.toml, folded; the line above it there says what it is for."""
    listed: list[str] = read_toml(PACKAGE, "times_context.toml")[language][name]
    return frozenset(map(fold_word, listed))


@cache
def context(language: str) -> Lexicon[Tense]:
    """Cues of tense around a time: ``future``, ``past``, ``soon`` or ``due``."""
    rows = read_toml(PACKAGE, "times_context.toml")[language]
    kinds: tuple[Tense, ...] = ("future", "past", "soon", "due")
    ahead = [phrase for phrase in rows["future"] if language == "ar" and phrase[0] in _PRESENT and " " not in phrase]
    cues: list[tuple[str, Tense]] = [(phrase, kind) for kind in kinds for phrase in rows[kind]]
    cues += [(phrase + object_, "future") for phrase in ahead for object_ in _OBJECTS]  # جلسة يعقدها المجلس
    return Lexicon(cues)


@cache
def lasting(language: str) -> Lexicon[str]:
    """Words before منذ and an amount that decide whether it is a duration: ``lasting``, or ``past`` where it is not."""
    rows = read_toml(PACKAGE, "times_context.toml")[language]
    kinds = {"lasting": "lasting", "past": "past", "no_verb": "past"}
    return Lexicon((phrase, value) for kind, value in kinds.items() for phrase in rows[kind])


@cache
def latin_months() -> frozenset[str]:
    """The first words of English months that are no other words, folded."""
    return frozenset(fold_word(p) for p, word in _months("en") if not word.doubtful and " " not in p)


@cache
def known_days(language: str) -> dict[tuple[int, int], frozenset[str]]:
    """Month and day to the folded words that make them one day of history: هجمات 11 سبتمبر."""
    rows = read_toml(PACKAGE, "times_context.toml")[language]["known_days"]
    pairs = ((day.split("-"), words) for day, words in rows.items())
    return {(int(month), int(day)): frozenset(fold_word(word) for word in words) for (month, day), words in pairs}


@cache
def never(language: str) -> Lexicon[bool]:
    """Phrases that hold a time word and are no time; true where their last word has to have a capital."""
    return Lexicon((phrase, phrase.split()[-1][0].isupper()) for phrase in never_phrases(language))


@cache
def never_phrases(language: str) -> tuple[str, ...]:
    """The phrases of ``not``, and the outlets that are called by their kind, a name and اليوم."""
    rows = read_toml(PACKAGE, "times_context.toml")[language]
    kinds, names = rows.get("outlet_kinds", ()), rows.get("outlet_names", ())
    return (*rows["not"], *(f"{kind} {name} اليوم" for kind in kinds for name in names))


@cache
def beside_years(language: str, kind: str) -> Lexicon[str]:
    """``document`` words before numbers that are no years; ``dated`` and ``determined`` ones beside bare years."""
    return Lexicon((phrase, kind) for phrase in read_toml(PACKAGE, "times_context.toml")[language][kind])


def _words(language: str) -> Iterator[tuple[str, Word]]:
    for row in read_rows(PACKAGE, "times_words.csv"):
        for phrase in values(row[language]):
            yield phrase, Word(row["kind"], row["value"])


def _months(language: str) -> Iterator[tuple[str, Word]]:
    for row in read_rows(PACKAGE, "times_months.csv"):
        for column, doubtful in ((language, False), (f"{language}_doubtful", True)):
            word = Word("month" if row["calendar"] == "gregorian" else row["calendar"], row["number"], doubtful)
            for phrase in values(row[column]):
                yield phrase, word
                if language == "ar":
                    yield _MONTH + phrase, replace(word, doubtful=False)

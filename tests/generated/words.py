"""Names of states, months and numbers for made sentences, in the package's own small tables."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

AR, EN = "ar", "en"
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS_AR = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
    "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
MONTHS_AR_EAST = (
    "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو",
    "تموز/يوليو", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
)  # fmt: skip


@cache
def _names() -> dict[str, tuple[str, str]]:
    """English and Arabic names of states as newspapers write them."""
    return {row["code"]: (row["en"], row["ar"]) for row in table_rows(Path(__file__).parent / "states.csv")}


def state(code: str, language: str) -> str:
    """The name of a state inside a sentence."""
    return _names()[code][language == AR]


def codes() -> tuple[str, ...]:
    """The states that have a name here."""
    return tuple(_names())


def states(codes: Sequence[str], language: str) -> str:
    """Several states with "and" before the last."""
    names = [state(code, language) for code in codes]
    if language == AR:
        return " و".join(names)
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def named(codes: Sequence[str]) -> bool:
    """Whether all of these states have a name here."""
    return all(code in _names() for code in codes)


def day(when: date, language: str, style: int = 0) -> str:
    """A day in words; Arabic has two styles of months."""
    if language == EN:
        return f"{when.day} {MONTHS_EN[when.month - 1]} {when.year}"
    return f"{when.day} {(MONTHS_AR, MONTHS_AR_EAST)[style % 2][when.month - 1]} {when.year}"


def month(when: date, language: str, style: int = 0) -> str:
    """A month and its year in words."""
    return day(when, language, style).partition(" ")[2]


# -- counting
_NOUNS = {
    "votes": ("صوت واحد", "صوتين", "أصوات", "صوتا"),
    "members": ("عضو واحد", "عضوين", "أعضاء", "عضوا"),
    "states": ("دولة واحدة", "دولتين", "دول", "دولة"),
    "times": ("مرة واحدة", "مرتين", "مرات", "مرة"),
    "drafts": ("مشروع قرار واحد", "مشروعي قرارين", "مشاريع قرارات", "مشروع قرار"),
    "resolutions": ("قرار واحد", "قرارين", "قرارات", "قرارا"),
}
_ORDINALS = ("", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر")
_WORDS_EN = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(count: int, noun: str) -> str:
    """A number with its Arabic noun behind a preposition: `13 صوتا`, `صوتين`, `صوت واحد`."""
    one, two, few, many = _NOUNS[noun]
    if count < 3:
        return (f"0 {many}", one, two)[count]
    return f"{count} {few if count <= 10 else many}"


def subject(count: int, noun: str) -> str:
    """The same as the subject of a verb: `صوتان`, `دولتان`."""
    return counted(count, noun)[:-2] + "ان" if count == 2 else counted(count, noun)


def ordinal(count: int, language: str) -> str:
    """An ordinal: الثاني عشر, "12th"; Arabic masculine and definite, up to nineteen."""
    if language == EN:
        ending = "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
        return f"{count}{ending}"
    unit = {11: "الحادي"}.get(count, _ORDINALS[count % 10 if count > 10 else count])
    return f"{unit} عشر" if count > 10 else unit


def word(count: int) -> str:
    """An English number as newspapers print it: in words up to ten, "no" for none."""
    return _WORDS_EN[count] if count < len(_WORDS_EN) else str(count)


def plural(count: int, noun: str) -> str:
    """An English number with its noun: `no abstentions`, `one vote`, `13 votes`."""
    return f"{word(count)} {noun}{'' if count == 1 else 's'}"


@cache
def sentences(table: Path) -> tuple[str, ...]:
    """The lines of a table of sentences with blanks, its header left out."""
    lines = table.read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def table_rows(table: Path) -> tuple[dict[str, str], ...]:
    """The rows of a table in CSV by the names of its columns, its header left out."""
    lines = table.read_text("utf-8").splitlines()
    return tuple(csv.DictReader(line for line in lines if not line.startswith("#")))

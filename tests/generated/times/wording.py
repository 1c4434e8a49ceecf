"""The blanks of an expression in words: days, months, weekdays and counted units as news writes them."""

from __future__ import annotations

from datetime import date
from random import Random

from tests.generated.words import AR, MONTHS_AR, MONTHS_AR_EAST, MONTHS_EN, ordinal

_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS_AR = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_EAST = tuple(name.partition("/")[0] for name in MONTHS_AR_EAST)
_TURNED = tuple("/".join(reversed(name.split("/"))) for name in MONTHS_AR_EAST)
_BRACKETED = tuple("{} ({})".format(*name.split("/")) for name in MONTHS_AR_EAST)
_TUNIS = ("جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر")
_RABAT = ("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر")
_SYSTEMS = (MONTHS_AR, MONTHS_AR, MONTHS_AR_EAST, _EAST, _TURNED, _BRACKETED, _TUNIS, _RABAT)
_SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_UNITS_AR = {
    "day": ("يومين", "أيام", "يوما", True),
    "week": ("أسبوعين", "أسابيع", "أسبوعا", True),
    "month": ("شهرين", "أشهر", "شهرا", True),
    "year": ("عامين", "أعوام", "عاما", True),
}
_FEW_AR = ("", "", "", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
_FEW_EN = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TENS_AR = {20: "العشرين", 30: "الثلاثين"}
_UNIT_ORDINALS_AR = (
    "", "الحادي", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع",
)  # fmt: skip
_HIJRI = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
    "رجب", "شعبان", "رمضان", "شوال", "ذي القعدة", "ذي الحجة",
)  # fmt: skip
_DECADES_AR = {
    1920: "عشرينيات", 1930: "ثلاثينيات", 1940: "أربعينيات", 1950: "خمسينيات",
    1960: "ستينيات", 1970: "سبعينيات", 1980: "ثمانينيات", 1990: "تسعينيات",
}  # fmt: skip


def spelled(text: str, blanks: dict[str, object], language: str, random: Random) -> str:
    """The words with their blanks filled: ``{d}`` a day, ``{m}`` a month, ``{y}`` a year; ``2``: of the other end."""
    speller = _arabic if language == AR else _english
    words: dict[str, object] = {}
    for name, end in (("day", ""), ("other", "2")):
        there = blanks.get(name)
        if isinstance(there, date):
            words |= {f"{key}{end}": value for key, value in speller(there, random).items()}
    count, number, first = blanks.get("count"), blanks.get("number"), blanks.get("decade")
    if isinstance(count, tuple):
        words["count"] = counted(count[0], count[1], language, random)
    if isinstance(number, int):
        words |= {"n": number, "nth": ("first", "second", "third", "fourth")[number - 1], "nth_ar": ordinal(number, AR)}
    if isinstance(first, int):
        words |= {"decade": f"{first}s", "decade_ar": _DECADES_AR[first]}
    season, hijri = blanks.get("season"), blanks.get("hijri")
    if isinstance(season, int):
        words |= {"season": ("spring", "summer", "autumn")[season], "season_ar": ("ربيع", "صيف", "خريف")[season]}
    if isinstance(hijri, tuple):
        words |= {"hd": hijri[0], "hm": _HIJRI[hijri[1] - 1], "hy": hijri[2]}
    out = text.format(**words)
    return out.translate(_ARABIC_DIGITS) if language == AR and random.random() < 0.15 else out


def _english(there: date, random: Random) -> dict[str, object]:
    months = random.choice((MONTHS_EN, MONTHS_EN, _SHORT))
    return {
        "d": there.day, "dth": _nth(there.day), "m": MONTHS_EN[there.month - 1], "ms": months[there.month - 1],
        "mm": there.month, "y": there.year, "w": _WEEKDAYS_EN[there.weekday()], "iso": there.isoformat(),
    }  # fmt: skip


def _nth(day: int) -> str:
    ending = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _arabic(there: date, random: Random) -> dict[str, object]:
    return {
        "d": there.day, "dth": day_in_words(there.day), "m": random.choice(_SYSTEMS)[there.month - 1],
        "mm": there.month, "y": there.year, "w": _WEEKDAYS_AR[there.weekday()], "iso": there.isoformat(),
    }  # fmt: skip


def day_in_words(day: int) -> str:
    """الأول, الثاني عشر, الحادي والثلاثين."""
    if day in (1, 10):
        return {1: "الأول", 10: "العاشر"}[day]
    tens, units = day // 10 * 10, _UNIT_ORDINALS_AR[day % 10]
    if tens == 10:
        return f"{units} عشر"
    return " و".join(filter(None, (units if tens or day > 1 else "", _TENS_AR.get(tens, ""))))


def counted(count: int, grain: str, language: str, random: Random) -> str:
    """ثلاثة أيام, يومين, 12 يوما; "three days", "12 days"."""
    if language != AR:
        return f"{_FEW_EN[count] if count <= 10 and random.random() < 0.7 else count} {grain}s"
    two, few, many, _ = _UNITS_AR[grain]
    if count == 2:
        return two
    number = _FEW_AR[count] if count <= 10 and random.random() < 0.7 else count
    return f"{number} {few if count <= 10 else many}"

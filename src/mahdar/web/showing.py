"""Days, numbers and names as a reader wants them: by CLDR, with the month names and digits that were chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Literal

from babel import Locale
from babel.numbers import format_decimal

from mahdar.edtf import Interval
from mahdar.web.wording import Language, translations

Months = Literal["both", "transliterated", "levantine", "maghrebi"]
Digits = Literal["latn", "arab"]
MONTHS: tuple[Months, ...] = ("both", "transliterated", "levantine", "maghrebi")
DIGITS: tuple[Digits, ...] = ("latn", "arab")
_LOCALES = {"transliterated": "ar", "levantine": "ar_SY", "maghrebi": "ar_DZ"}
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class Show:
    """How one page is shown. Months and digits can be chosen in Arabic; English has one way of each."""

    language: Language = "en"
    months: Months = "both"
    digits: Digits = "latn"

    def when(self, time: str | date | Interval | None) -> str:
        """A time in words: EDTF, a day, an interval; empty for None. A moment (ISO) counts as its day, UTC."""
        if time is None or time == "":
            return ""
        if isinstance(time, date):
            return self._turned(self._one(time.isoformat()[:10]))
        edtf = time.edtf() if isinstance(time, Interval) else time[:10] if "T" in time else time
        return self._turned(self._spelled(edtf))

    def moment(self, time: str | datetime) -> str:
        """Day and time of day of an ISO moment, as it stands there (UTC)."""
        text = time.isoformat() if isinstance(time, datetime) else time
        return f"{self.when(text[:10])}{self._turned(' ' + text[11:16]) if len(text) > 15 else ''}"

    def number(self, value: float | None) -> str:
        """A number with thousands apart; empty for None."""
        if value is None:
            return ""
        return self._turned(format_decimal(value, locale="en"))

    def percent(self, part: float, whole: float) -> str:
        """A share as whole percents."""
        return self._turned(f"{round(100 * part / whole) if whole else 0}%")

    def plain(self, text: str | int) -> str:
        """Digits as chosen, nothing else: years, places in a list."""
        return self._turned(str(text))

    def _turned(self, text: str) -> str:
        return text.translate(_EASTERN) if self.digits == "arab" and self.language == "ar" else text

    def _spelled(self, edtf: str) -> str:
        left, slash, right = edtf.partition("/")
        if not slash:
            return self._one(edtf)
        say = translations(self.language).gettext
        if left == "..":
            return say("until %(last)s") % {"last": self._one(right)}
        if right == "..":
            return say("since %(first)s") % {"first": self._one(left)}
        first = str(int(left[8:])) if len(left) == len(right) == 10 and left[:7] == right[:7] else self._one(left)
        return say("%(first)s to %(last)s") % {"first": first, "last": self._one(right)}

    def _one(self, edtf: str) -> str:
        """A day, a month, a season or a year; what is none of these is shown as it is."""
        parts = edtf.split("-")
        if len(parts) == 1 or not all(part.isdecimal() for part in parts):
            return edtf
        month = int(parts[1])
        if not 1 <= month <= 12:
            return self._season(parts[0], month) or edtf
        named = month_names(self.language, self.months)[month - 1]
        return f"{int(parts[2])} {named} {parts[0]}" if len(parts) == 3 else f"{named} {parts[0]}"

    def _season(self, year: str, number: int) -> str:
        say = translations(self.language).gettext
        named = {21: say("spring"), 22: say("summer"), 23: say("autumn"), 24: say("winter")}
        return f"{named[number]} {year}" if number in named else ""


@cache
def month_names(language: Language, months: Months) -> tuple[str, ...]:
    """January to December. `both` names a month in both ways where they differ, as the documents of the UN do."""
    if language == "en":
        return _cldr("en")
    if months != "both":
        return _cldr(_LOCALES[months])
    pairs = zip(_cldr("ar_SY"), _cldr("ar"), strict=True)
    return tuple(one if one == other else f"{one}/{other}" for one, other in pairs)


def _cldr(locale: str) -> tuple[str, ...]:
    names: Any = Locale.parse(locale).months["format"]["wide"]
    return tuple(str(names[number]) for number in range(1, 13))

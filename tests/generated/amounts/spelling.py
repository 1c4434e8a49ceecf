"""Numbers as Arabic and English news writes them, out of grammar alone: nothing here knows how the program reads."""

from __future__ import annotations

from random import Random

_ONES_EN = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS_EN = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES_EN = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))

_UNITS_AR = ("", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
_HUNDREDS_AR = ("", "مئة", "", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة")
_TENS_AR = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_SCALES_AR = {
    1000: ("ألف", "آلاف", "ألفا"),
    10**6: ("مليون", "ملايين", "مليونا"),
    10**9: ("مليار", "مليارات", "مليارا"),
}
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def english(number: int, random: Random) -> str:
    """Two hundred and four thousand three hundred and twelve; "and" or none, hyphens as printed."""
    joint = random.choice((" and ", " and ", " "))
    parts = []
    for scale, name in _SCALES_EN:
        if number >= scale:
            parts.append(f"{_hundreds_en(number // scale, joint)} {name}")
            number %= scale
    if number:
        lead = "and " if parts and number < 100 and joint == " and " else ""
        parts.append(lead + _hundreds_en(number, joint))
    return " ".join(parts)


def _hundreds_en(number: int, joint: str) -> str:
    words = f"{_ONES_EN[number // 100]} hundred" if number >= 100 else ""
    rest = number % 100
    small = _ONES_EN[rest] if rest < 20 else "-".join(filter(None, (_TENS_EN[rest // 10], _ONES_EN[rest % 10])))
    return (words + joint + small if small else words) if words else small


class Arabic:
    """One manner of writing: the case, the gender of what is counted, and مئة or مائة, joined or apart."""

    def __init__(self, random: Random, *, feminine: bool, oblique: bool) -> None:
        self._feminine, self._oblique = feminine, oblique
        self._hundred = random.choice(("مئة", "مئة", "مائة"))
        self._apart = random.random() < 0.2

    def spelled(self, number: int) -> str:
        """ألفان وثلاثمائة واثنا عشر; the noun behind it has to agree."""
        parts = []
        for scale in (10**9, 10**6, 1000):
            if number >= scale:
                parts.append(self._scaled(number // scale, scale))
                number %= scale
        if number:
            parts.append(self._below_thousand(number, feminine=self._feminine))
        return " و".join(parts)

    def _scaled(self, count: int, scale: int) -> str:
        one, few, many = _SCALES_AR[scale]
        if count == 1:
            return one
        if count == 2:
            return self._dual(one)
        words = self._below_thousand(count, feminine=False)
        rest = count % 100
        return f"{words} {few if 3 <= rest <= 10 else many if rest > 10 else one}"

    def _dual(self, word: str) -> str:
        return word + ("ين" if self._oblique else "ان")

    def _below_thousand(self, number: int, *, feminine: bool) -> str:
        hundreds, rest = divmod(number, 100)
        parts = []
        if hundreds == 2:
            parts.append(self._hundred[:-1] + ("تين" if self._oblique else "تان"))
        elif hundreds:
            word = _HUNDREDS_AR[hundreds].replace("مئة", self._hundred)
            gap = " " if self._apart and hundreds > 2 else ""
            parts.append(word[: -len(self._hundred)] + gap + self._hundred)
        if rest:
            parts.append(self._below_hundred(rest, feminine=feminine))
        return " و".join(parts)

    def _below_hundred(self, number: int, *, feminine: bool) -> str:
        tens, units = divmod(number, 10)
        if number <= 10:
            return self._unit(number, feminine=feminine)
        if tens == 1:
            return self._teen(units, feminine=feminine)
        ending = "ين" if self._oblique else "ون"
        ten = _TENS_AR[tens] + ending
        one = {1: "إحدى" if feminine else "واحد"}.get(units)
        return f"{one or self._unit(units, feminine=feminine)} و{ten}" if units else ten

    def _unit(self, number: int, *, feminine: bool) -> str:
        if number == 1:
            return "واحدة" if feminine else "واحد"
        if number == 2:
            return ("اثنت" if feminine else "اثن") + ("ين" if self._oblique else "ان")
        word = _UNITS_AR[number]
        return word if feminine else ("ثمانية" if number == 8 else f"{word}ة")

    def _teen(self, units: int, *, feminine: bool) -> str:
        ten = "عشرة" if feminine else "عشر"
        if units == 1:
            return f"{'إحدى' if feminine else 'أحد'} {ten}"
        if units == 2:
            return ("اثنت" if feminine else "اثن") + ("ي " if self._oblique else "ا ") + ten
        return f"{self._unit(units, feminine=feminine)} {ten}"


def digits(number: int, language: str, random: Random) -> str:
    """1,234 or 1.234 or 1234; Arabic digits too, with their own mark."""
    plain, grouped = str(number), f"{number:,}"
    if language != "ar":
        return random.choice((grouped, grouped, plain) if number < 10**5 else (grouped,))
    drawn = random.choice((plain, grouped, grouped.replace(",", "."), grouped.replace(",", " ")))
    if grouped.count(",") == 1 and "." in drawn:
        drawn = grouped  # 1.234 is a fraction as well
    if random.random() < 0.3:
        return drawn.translate(_ARABIC_DIGITS).replace(",", "٬")
    return drawn


def mixed(number: int, language: str) -> str | None:
    """3 آلاف و400, مليون و200 ألف, half a million, one and a half million; None where the number has no such form."""
    halves = {500_000: ("half a million", "نصف مليون"), 250_000: ("a quarter of a million", "ربع مليون")}
    if number in halves:
        return halves[number][language == "ar"]
    if language != "ar":
        whole, rest = divmod(number, 10**6)
        return f"{_ONES_EN[whole]} and a half million" if rest == 500_000 and whole < 20 else None
    whole, rest = divmod(number, 10**6)
    if rest == 500_000 and 3 <= whole <= 10:
        return f"{whole} ملايين ونصف المليون"
    if whole == 1 and rest and not rest % 1000:
        return f"مليون و{rest // 1000} ألف" if rest // 1000 > 10 else None
    thousands, units = divmod(number, 1000)
    return f"{thousands} آلاف و{units}" if 3 <= thousands <= 10 and units >= 100 else None


def scaled(number: int, language: str, random: Random) -> str | None:
    """3.4 million, 12 ألف; None where it takes more than one digit behind the point."""
    for scale, english_name in _SCALES_EN:
        if number >= scale:
            tenths, rest = divmod(number * 10, scale)
            if rest:
                return None
            whole, tenth = divmod(tenths, 10)
            if language != "ar":
                return f"{whole}.{tenth} {english_name}" if tenth else f"{whole} {english_name}"
            one, few, _ = _SCALES_AR[scale]
            if whole < 3 and not tenth:
                return None
            point = random.choice(".,")
            return f"{whole}{point}{tenth} {one}" if tenth else f"{whole} {few if 3 <= whole <= 10 else one}"
    return None

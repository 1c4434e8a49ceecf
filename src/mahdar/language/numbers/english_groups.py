"""English number words: tens, hundreds and magnitudes, put together to one value."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.language.numbers.notation import written
from mahdar.language.numbers.values import tidy
from mahdar.language.numbers.words import Word, english_words, word_set
from mahdar.language.tokens import Tokens

_HUGE, _MILLION, _THOUSAND, _HUNDRED = 10**18, 10**6, 1000, 100
_PARTS = {"half": 0.5, "quarter": 0.25}
_POINTING = frozenset({"the", "them", "these", "those", "its", "their", "his", "her", "our", "us", "which", "whom"})


@dataclass(frozen=True, slots=True)
class Part:
    """A value that ends before token ``j``; ``scale`` is its last magnitude."""

    value: int | float
    j: int
    scale: int = 1
    ordinal: bool = False


class EnglishGroups:
    """Composed values at token indices of one text."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.forms = tokens.forms
        self.words = english_words()

    def _word(self, j: int) -> Word | None:
        return self.words.get(self.forms[j]) if j < len(self.forms) else None

    def _form(self, j: int) -> str:
        return self.forms[j] if 0 <= j < len(self.forms) else ""

    def _past_hyphen(self, j: int) -> int:
        """Over a hyphen that ties two words together."""
        tied = (
            self._form(j) == "-" and j + 1 < len(self.forms) and self.tokens.touches(j) and self.tokens.touches(j + 1)
        )
        return j + 1 if tied else j

    def _below_hundred(self, j: int) -> Part | None:
        word = self._word(j)
        if word is None:
            return None
        if word.kind == "tens":
            return self._tens(j, word)
        if word.kind in ("unit", "teen", "zero", "compound"):
            return Part(word.value, j + 1)
        return Part(word.value, j + 1, ordinal=True) if word.kind == "ordinal" else None

    def _tens(self, j: int, word: Word) -> Part:
        k = self._past_hyphen(j + 1)
        unit = self._word(k)
        if unit is not None and unit.kind in ("unit", "ordinal") and 0 < unit.value < 10:
            return Part(word.value + unit.value, k + 1, ordinal=unit.kind == "ordinal")
        return Part(word.value, j + 1)

    def _group(self, j: int) -> Part | None:
        """Below a thousand, or a year said in pairs (nineteen ninety)."""
        part = self._below_hundred(j)
        if part is None or part.ordinal:
            return part
        following = self._word(part.j)
        if following is not None and following.kind == "hundred":
            return self._after_hundred(Part(part.value * 100, part.j + 1), j)
        if following is not None and following.kind == "ordinal_scale" and self._form(part.j + 1) != "of":
            return Part(part.value * following.value, part.j + 1, ordinal=True)
        if following is not None and following.kind in ("tens", "teen") and part.value > 0:
            low = self._below_hundred(part.j)
            if low is not None and self.tokens.is_word(j) and (part.value < 10 or 13 <= part.value <= 20):
                return Part(part.value * 100 + low.value, low.j, ordinal=low.ordinal)
        return self._pointed(part)

    def _after_hundred(self, part: Part, j: int) -> Part:
        k = self._past_hyphen(part.j)
        k = k + 1 if self._form(k) == "and" else k
        low = self._below_hundred(k)
        if low is None or low.value == 0:
            return part
        following = self._word(low.j)
        whole = Part(part.value + low.value, low.j, ordinal=low.ordinal)
        doubtful = k > part.j and following is not None and following.kind in ("hundred", "magnitude")
        return part if doubtful and self._between(j) and not self._ends_there(whole) else whole

    def _ends_there(self, whole: Part) -> bool:
        """Whether "and" and the other end of "between" follow: between three hundred and two thousand and …"""
        end = self._continued(self._scaled(whole)).j
        return self._form(end) == "and" and (self._word(end + 1) is not None or self.tokens.is_number(end + 1))

    def _between(self, j: int) -> bool:
        return "between" in self.forms[max(0, j - 3) : j]

    def _pointed(self, part: Part) -> Part:
        if self._form(part.j) not in word_set("en", "point"):
            return part
        k = part.j + 1
        after = self._below_hundred(k) if k < len(self.forms) and not self.tokens.is_number(k) else self._numeral(k)
        if after is None or not isinstance(after.value, int) or not isinstance(part.value, int):
            return part
        return Part(float(f"{part.value}.{after.value}"), after.j)

    def _numeral(self, k: int) -> Part | None:
        digits = written(self.tokens, k) if k < len(self.forms) else None
        return None if digits is None or digits.fraction else Part(digits.value, digits.j)

    def _scaled(self, part: Part) -> Part:
        """Times the magnitudes behind it: three thousand millions, two hundred dozens, two and a half million."""
        j, more = self._part_more(part)
        part, scale = Part(tidy(part.value + more * (part.scale if part.scale >= _MILLION else 1)), j), part.scale
        for _ in range(3):
            k = self._past_hyphen(part.j)
            word = self._word(k)
            touching = k < len(self.forms) and part.j == k and self.tokens.touches(k)
            if word is None or word.kind not in ("magnitude", "plural", "dozen", "dozens", "hundred", "short"):
                break
            if (word.kind == "short" and self.forms[k] not in word_set("en", "apart")) or touching:
                break
            scale = word.value if word.kind not in ("dozen", "dozens") else part.scale
            part = Part(tidy(part.value * word.value), self._past_of(k, word), scale)
            if abs(part.value) > _HUGE:
                break
        j, more = self._part_more(part) if scale >= _MILLION else (part.j, 0)
        return Part(tidy(part.value + more * scale), j, part.scale) if more else part

    def _past_of(self, k: int, word: Word) -> int:
        """Behind the word at k, and behind the "of" that belongs to a dozen or a couple."""
        of = word.kind in ("dozen", "pair") and self._form(k + 1) == "of" and self._form(k + 2) not in _POINTING
        return k + 2 if of else k + 1

    def _part_more(self, part: Part) -> tuple[int, float]:
        """Where "and a half" or "and a quarter" behind a number ends, and how much it adds."""
        j = part.j
        words = self.forms[j : j + 3]
        if words == ["and", "a", "half"] or (words == ["and", "a", "quarter"] and self._form(j + 3) != "of"):
            return j + 3, _PARTS[words[2]]
        return j, 0

    def _behind_comma(self, part: Part) -> Part | None:
        """The hundreds in words behind thousands and a comma: one thousand, two hundred and five; not two of a list."""
        k = part.j + 1
        if self._form(part.j) != "," or part.scale < _THOUSAND or k >= len(self.forms) or not self.tokens.is_word(k):
            return None
        group = self._group(k)
        hundreds = group is not None and not group.ordinal and self._scaled(group).value >= _HUNDRED
        return group if group is not None and hundreds and self._form(self._scaled(group).j) != "of" else None

    def _continued(self, part: Part) -> Part:
        """Further groups of smaller magnitude: two million three hundred thousand and twelve."""
        while abs(part.value) < _HUGE:
            k = self._past_hyphen(part.j) if self._form(part.j) != "and" else part.j + 1
            group = self._group(k) if k < len(self.forms) else None
            group = group or self._behind_comma(part)
            if group is None:
                break
            more = group if group.ordinal else self._scaled(group)
            if more.value >= part.scale or more.value == 0:
                break
            part = Part(tidy(part.value + more.value), more.j, max(more.scale, 1), more.ordinal)
            if more.scale == 1:
                break
        return part

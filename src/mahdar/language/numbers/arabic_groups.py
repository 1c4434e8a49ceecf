"""Arabic number words below a thousand: how they follow one another, and what ties them.

Units, tens and hundreds of a group may come in any order, each once; digits count as a whole group.
"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.language.numbers.notation import past_bracket, written
from mahdar.language.numbers.values import tidy
from mahdar.language.numbers.words import Word, arabic_words, rules, word_set
from mahdar.language.tokens import Tokens

_PARTS = (10, 100, 1000)  # ثلاثة من مئة behind the point
UNIT, TEN, HUNDRED, DIGITS = 1, 2, 4, 7


@dataclass(frozen=True, slots=True)
class Part:
    """Value and end of what was read so far; ``slots`` of a group, ``scale`` of the last magnitude."""

    value: int | float
    j: int
    slots: int = 0
    scale: int = 1
    many: bool = False


class ArabicGroups:
    """Groups below a thousand at token indices of one text."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.forms = tokens.forms
        self.words = arabic_words()

    # -- words and conjunctions

    def _word(self, j: int) -> Word | None:
        return self.words.get(self.forms[j]) if j < len(self.forms) else None

    def _next(self, j: int) -> Word | None:
        """The number word at j if it stands there directly, with neither conjunction nor preposition."""
        word = self._word(j)
        return word if word is not None and not word.joined and not word.prepositional and not word.skip else None

    def _after_and(self, j: int) -> int | None:
        """Where the word after a conjunction at j stands: at j with و attached, or at j + 1."""
        if j >= len(self.forms):
            return None
        word = self._word(j)
        if word is not None:
            joined = word.joined or self._and_eleven(j, word)
            return j if joined and not word.prepositional else None
        if self.forms[j] != rules("ar")["and"] or j + 1 >= len(self.forms):
            return None
        if self.forms[j + 1] == "(" and past_bracket(self.tokens, j + 2, j + 3) > j + 3:
            return j + 2
        word = self._word(j + 1)
        plain = word is not None and not word.skip
        return j + 1 if plain or self.tokens.is_number(j + 1) else None

    def _and_eleven(self, j: int, word: Word) -> bool:
        """وأحد عشر, which folds like واحد."""
        following = self._next(j + 1)
        return word.value == 1 and following is not None and following.kind == "ten"

    def _only_between(self, i: int, j: int) -> bool:
        """After بين a compound is two numbers if nothing else is joined to it."""
        if self.forms[i - 1] not in word_set("ar", "between"):
            return False
        return self._after_and(j) is None

    # -- groups below a thousand

    def _small(self, i: int) -> Part | None:
        if self.tokens.is_number(i):
            return self._digits(i)
        word = self._word(i)
        if word is None:
            return None
        if word.kind in ("unit", "compound"):
            return self._unit(i, word)
        slots = {"ten": 3, "teen": 3, "tens": TEN, "hundred": HUNDRED, "hundreds": HUNDRED, "zero": DIGITS}
        if word.kind in slots:
            return self._pointed(Part(word.value, i + 1, slots[word.kind]))
        return None

    def _digits(self, i: int) -> Part | None:
        digits = written(self.tokens, i)
        if digits is None or self._in_latin_name(digits.j):
            return None
        behind = past_bracket(self.tokens, i, digits.j)
        scale = self._next(behind) if behind > digits.j else None
        if scale is not None and scale.kind in ("magnitude", "accusative", "plural"):
            return Part(digits.value, behind, DIGITS)
        following = self._next(digits.j)
        if following and following.kind == "hundred" and not following.definite and not digits.fraction:
            return Part(tidy(digits.value * 100), digits.j + 1, HUNDRED)
        return self._pointed(Part(digits.value, digits.j, DIGITS))

    def _in_latin_name(self, j: int) -> bool:
        """Whether Latin letters touch the digits before j (5G, 3D)."""
        return j < len(self.forms) and self.tokens.touches(j) and self.forms[j].isascii() and self.tokens.is_word(j)

    def _unit(self, i: int, word: Word) -> Part | None:
        following = self._next(i + 1)
        if following is not None and following.kind == "ten":
            return Part(word.value + 10, i + 2, 3)
        hundreds = following is not None and following.value in (100, 200) and following.kind in ("hundred", "many")
        if following is not None and hundreds and 3 <= word.value <= 9 and not following.definite:
            return Part(word.value * 100, i + 2, HUNDRED)
        if word.kind == "compound":
            k = self._after_and(i + 1)
            tens = self._word(k) if k is not None else None
            if tens is None or tens.kind != "tens":
                return None
        return self._pointed(Part(word.value, i + 1, UNIT))

    def _pointed(self, part: Part) -> Part:
        """With decimals in words: خمسة فاصلة خمسة."""
        j = part.j
        if j + 1 >= len(self.forms) or self.forms[j] not in word_set("ar", "point") or isinstance(part.value, float):
            return part
        after = self._small(j + 1)
        if after is None or not isinstance(after.value, int):
            return part
        parts = (
            self._word(after.j + 1)
            if after.j + 1 < len(self.forms) and self.forms[after.j] in word_set("ar", "of")
            else None
        )
        if parts is not None and parts.value in _PARTS and after.value < parts.value:
            return Part(tidy(part.value + after.value / parts.value), after.j + 2, DIGITS)
        return Part(float(f"{part.value}.{after.value}"), after.j, DIGITS)

    def _group(self, i: int, joins: bool) -> Part | None:
        part = self._small(i)
        while part is not None and joins:
            k = self._after_and(part.j)
            more = self._small(k) if k is not None else None
            if more is None or k is None or not self._fits(part, more, k):
                break
            part = Part(part.value + more.value, more.j, part.slots | more.slots)
        return part

    def _fits(self, part: Part, more: Part, k: int) -> bool:
        if part.slots & more.slots:
            return part.slots == HUNDRED and self.tokens.is_number(k) and more.value < 100
        if more.slots == UNIT and (part.slots & TEN or self._parted(more.j)):
            return False
        return not self.tokens.is_number(k) or part.slots == HUNDRED

    def _parted(self, j: int) -> bool:
        following = self._next(j)
        return following is not None and following.kind == "fractions"

"""Arabic numbers in words and digits, without bounds and ranges around them.

A number is pieces joined by و; a piece is a group below a thousand, times the magnitudes behind it. Digits count as
a group. Units, tens and hundreds of a group may come in any order, each once.
"""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.numbers.arabic_groups import HUNDRED, UNIT, ArabicGroups, Part
from mahdar.language.numbers.notation import written
from mahdar.language.numbers.values import Kind, Number, negated, tidy
from mahdar.language.numbers.words import Word, rules, word_set

_MAGNITUDES = frozenset({"magnitude", "accusative", "plural"})
_HUGE = 10**18
_SHORT = 3
_TENS, _FEWEST, _MOST = range(10, 100, 10), 3, 9  # of بضع
_PAST = "بعد"  # الحادي والعشرون بعد المئة
_ARTICLE = "ال"


class ArabicNumbers(ArabicGroups):
    """Reads numbers at token indices of one text."""

    def at(self, i: int) -> Number | None:
        """The number that begins at token i, or None."""
        word = self._word(i)
        if word is not None and word.kind.startswith("ordinal"):
            return self._ordinal(i, word)
        if word is not None and word.kind in ("fraction", "pair"):
            return self._fraction(i, word)
        if word is not None and word.kind == "multiple":
            return Number(i, i + 1, word.value, word.value, "times", (i, i + 1), word.skip)
        if word is not None and self._idle(i, word):
            return None
        found = self._cardinal(i, joins=True)
        if found is not None and i > 0 and self._only_between(i, found.j):
            found = self._cardinal(i, joins=False) or found
        return negated(self._with_few(found), self.forms, word_set("ar", "minus")) if found is not None else None

    def _with_few(self, found: Number) -> Number:
        """بضعة عشر, بضع وستون: three to nine above the ten."""
        before = self.forms[found.i - 1] if found.i else ""
        few = found.core == (found.i, found.i + 1) and before.removeprefix("و") in word_set("ar", "few")
        if (
            not few
            or found.low is None
            or found.low not in _TENS
            or found.kind != "cardinal"
            or self.tokens.is_number(found.i)
        ):
            return found
        i, skip, low = found.i - 1, int(before[0] == "و"), found.low
        return replace(found, i=i, core=(i, found.j), skip=skip, low=low + _FEWEST, high=low + _MOST)

    def _idle(self, i: int, word: Word) -> bool:
        """The hundred of a percentage (في المئة), and one that does not count (أي واحد)."""
        before = self.forms[i - 1] if i > 0 else ""
        if word.kind == "hundred" and word.definite:
            parted = before in word_set("ar", "hundred_after") and (
                i < 2 or self._counts(i - 2) or not self._noun_at(i + 1)
            )
            return self.forms[i][: word.skip].endswith("ب") or parted
        return word.kind == "unit" and word.value == 1 and before in word_set("ar", "blocked_before_one")

    def _counts(self, k: int) -> bool:
        """Whether a number ends at token k."""
        return self.tokens.is_number(k) or self._word(k) is not None

    # -- magnitudes

    def _piece(self, i: int, joins: bool) -> Part | None:
        """A group with its magnitudes, or magnitudes alone."""
        word = self._word(i)
        if word is None or word.kind not in _MAGNITUDES | {"dual", "many", "dozen", "dozen_dual"}:
            part = self._group(i, joins)
        else:
            part = self._bare(i, word)
        return self._scaled(part) if part is not None else None

    def _bare(self, i: int, word: Word) -> Part:
        if word.kind in ("many", "dozen"):
            return Part(word.value, i + 1, scale=1, many=word.kind == "many")
        twice = word.kind in ("dual", "dozen_dual", "plural") or (word.kind == "accusative" and self._noun_at(i + 1))
        value = 2 * word.value if twice else word.value
        return Part(value, i + 1, scale=word.value, many=word.kind == "plural")

    def _noun_at(self, j: int) -> bool:
        return j < len(self.forms) and self.tokens.is_word(j) and self.forms[j][0] != "و" and self._word(j) is None

    def _scaled(self, part: Part) -> Part:
        for _ in range(3):
            word = self._next(part.j)
            if word is None or abs(part.value) > _HUGE:
                break
            if word.kind == "dozen" and not word.definite:
                return replace(part, value=part.value * word.value, j=part.j + 1)
            if word.kind not in _MAGNITUDES or (word.definite and not part.many):
                break
            part = replace(part, value=tidy(part.value * word.value), j=part.j + 1, scale=word.value)
        return part

    def _cardinal(self, i: int, joins: bool) -> Number | None:
        whole = self._piece(i, joins)
        if whole is None:
            return None
        least = whole.scale
        while joins and not whole.many and abs(whole.value) < _HUGE:
            more = self._more(whole, least)
            if more is None:
                break
            least = min(least, more.scale)
            whole = more
        return self._finish(i, self._with_fraction(whole) if joins else whole)

    def _more(self, whole: Part, least: int) -> Part | None:
        """The whole with one further piece, if there is one that fits below or, in words, above it."""
        k = self._after_and(whole.j)
        direct = k is None and whole.scale > 1 and self._hundreds_at(whole.j)
        k = whole.j if direct else k
        piece = self._piece(k, True) if k is not None and not self._part_word(k) else None
        if piece is None or k is None or piece.many or self._parted(piece.j) or not piece.value:
            return None
        total = tidy(whole.value + piece.value)
        if piece.value < least and (whole.scale > 1):
            return Part(total, piece.j, scale=piece.scale)
        word = self._word(k)
        bare = word is not None and word.kind in _MAGNITUDES | {"dual"}
        if bare and piece.scale > 1 and whole.scale == 1 and whole.value < piece.value and not self._digit_end(whole.j):
            return Part(total, piece.j, scale=piece.scale)
        if piece.scale > whole.scale > 1 and not bare and whole.value < piece.scale:
            return Part(tidy(piece.value + whole.value * piece.scale), piece.j, scale=piece.scale)
        return None

    def _digit_end(self, j: int) -> bool:
        return self.tokens.is_number(j - 1)

    def _hundreds_at(self, j: int) -> bool:
        small = self._small(j) if j < len(self.forms) and (self._next(j) or self.tokens.is_number(j)) else None
        return small is not None and small.slots == HUNDRED

    def _part_word(self, k: int) -> bool:
        word = self._word(k)
        return word is not None and word.kind in ("fraction", "pair")

    # -- fractions

    def _with_fraction(self, whole: Part) -> Part:
        """Adds ونصف and وثلاثة أرباع, of the magnitude named last."""
        k = self._after_and(whole.j)
        if k is None or whole.many:
            return self._of_part(whole)
        word, part, j = self._word(k), 0.0, k + 1
        if word is not None and word.kind in ("fraction", "pair") and not word.definite:
            part = word.part * (2 if word.kind == "pair" else 1)
        elif (small := self._small(k)) is not None and self._parted(small.j):
            part, j = small.value * self.words[self.forms[small.j]].part, small.j + 1
        elif word is not None and self.forms[whole.j - 1].endswith("ه") and whole.slots == UNIT:
            # Both nouns would take the same gender: ثلاثة وخمس is three and a fifth.
            part = rules("ar")["fifths"].get(self.forms[k][word.skip :], 0.0)
        if not part:
            return self._of_part(whole)
        following = self._next(j)
        if following is not None and following.kind in _MAGNITUDES and following.value == whole.scale:
            j += 1
        return Part(tidy(whole.value + part * whole.scale), j, scale=whole.scale)

    def _of_part(self, whole: Part) -> Part:
        """Fractions behind a number: ثلاثة أرباع, and above ten عشرون خمسا."""
        word = self._next(whole.j)
        if word is None or word.definite or whole.many or whole.scale > 1:
            return whole
        part = (
            word.part if word.kind in ("fractions", "fraction") else rules("ar")["fifths"].get(self.forms[whole.j], 0)
        )
        if not part or (word.kind != "fractions" and whole.value <= 10):
            return whole
        return Part(tidy(whole.value * part), whole.j + 1, slots=-1)

    def _fraction(self, i: int, word: Word) -> Number | None:
        """نصف, ثلثا, and نصف مليون; a definite fraction (الربع الأول) is none."""
        part = word.part * (2 if word.kind == "pair" else 1)
        following = self._next(i + 1)
        if following is not None and following.kind in _MAGNITUDES | {"dozen"} and not word.definite:
            value = tidy(part * following.value)
            scale = following.value if following.kind != "dozen" else 1
            return Number(i, i + 2, value, value, "cardinal", (i, i + 2), word.skip, scale)
        if word.definite and word.kind != "pair":
            return None
        weak = self.forms[i][word.skip :] == "ثمن"
        return Number(i, i + 1, part, part, "fraction", (i, i + 1), word.skip, weak=weak)

    def _finish(self, i: int, part: Part) -> Number | None:
        word = self._word(i)
        skip, definite = (word.skip, word.definite) if word else (0, False)
        if part.many:
            core = (i, part.j)
            return Number(i, part.j, tidy(part.value), None, "indefinite", core, skip, part.scale, definite=definite)
        if part.slots == -1:
            scaled = self._scaled_part(part)
            kind: Kind = "fraction" if scaled is part else "cardinal"
            return Number(i, scaled.j, scaled.value, scaled.value, kind, (i, scaled.j), skip, scaled.scale)
        if word and definite and self._counts_off(i, word, part):
            more, j = self._past_hundreds(part.j)
            return Number(i, j, part.value + more, part.value + more, "ordinal", (i, j), skip, definite=True)
        fifth = self._fifth(i, part)
        if fifth:
            return Number(i, i + 1, fifth, fifth, "fraction", (i, i + 1), skip, weak=True)
        return self._cardinal_number(i, part, word)

    def _scaled_part(self, part: Part) -> Part:
        """ثلاثة أرباع المليون."""
        word = self._next(part.j)
        if word is None or word.kind not in _MAGNITUDES:
            return part
        return Part(tidy(part.value * word.value), part.j + 1, scale=word.value)

    def _cardinal_number(self, i: int, part: Part, word: Word | None) -> Number:
        weak = word is not None and word.kind == "unit" and part.value == 1
        definite = word.definite if word else i > 0 and self.forms[i - 1] in word_set("digits", "articles")
        digits = written(self.tokens, i) if word is None else None
        start = digits.i if digits else i
        kind: Kind = "fraction" if digits and digits.fraction and part.j == digits.j else "cardinal"
        skip = word.skip if word else 0
        value = part.value
        return Number(start, part.j, value, value, kind, (start, part.j), skip, part.scale, weak, definite)

    def _fifth(self, i: int, part: Part) -> float:
        """خمس الساعة: a unit in the form of a fraction, before a definite noun that is no plural in ات."""
        value: float = rules("ar")["fifths"].get(self.forms[i], 0.0)
        if not value or part.j != i + 1 or part.j >= len(self.forms):
            return 0.0
        noun = self.forms[part.j]
        if noun == _ARTICLE:
            return value  # عشر الـ900 مليون
        if noun in self.words:
            return 0.0
        return value if noun.startswith("ال") and len(noun) > 4 and not noun.endswith("ات") else 0.0

    # -- ordinals

    def _counts_off(self, i: int, word: Word, part: Part) -> bool:
        """Definite words that mean a place in a row: العشرون, الواحد والعشرون, الاثنا عشر."""
        if word.kind == "tens":
            return part.j == i + 1 and not self._accusative_at(part.j)
        if word.kind in ("hundred", "hundreds", "magnitude"):
            return self._counts_off_hundreds(i, part)
        teens = word.kind in ("unit", "compound") and word.value <= 2 and 10 < part.value < 100
        tens = self._word(i + 1)
        return teens or (word.value == 1 and tens is not None and tens.joined and tens.kind == "tens" and tens.definite)

    def _accusative_at(self, j: int) -> bool:
        """نحو الثمانين قتيلا: a noun that is counted and has not the article of what is numbered."""
        form = self.forms[j] if j < len(self.forms) and self.tokens.is_word(j) else ""
        return len(form) > _SHORT and form.endswith("ا") and not form.startswith(_ARTICLE) and form not in self.words

    def _counts_off_hundreds(self, i: int, part: Part) -> bool:
        """العام المئة, العشرون بعد المئة: behind a definite noun, or (save for المئة) with nothing behind."""
        if part.j < len(self.forms) and self.tokens.is_word(part.j):
            return False
        before = self.forms[i - 1] if i > 0 else ""
        return before.startswith("ال") or (part.value != 100 and part.scale == 1)

    def _ordinal(self, i: int, word: Word) -> Number | None:
        value, j = word.value, i + 1
        following = self._next(j)
        k = self._after_and(j)
        tens = self._word(k) if k is not None else None
        if following is not None and following.kind == "ten":
            value, j = value + 10, j + 1
        elif tens is not None and k is not None and tens.kind == "tens":
            value, j = value + tens.value, k + 1
        elif word.kind == "ordinal_compound" or (word.kind == "ordinal_definite" and not word.definite):
            return None
        more, j = self._past_hundreds(j) if word.definite else (0, j)
        value += more
        return Number(i, j, value, value, "ordinal", (i, j), word.skip, definite=word.definite)

    def _past_hundreds(self, j: int) -> tuple[int, int]:
        """The hundreds behind an ordinal, بعد المئة, and where they end."""
        word = self._next(j + 1) if self.forms[j : j + 1] == [_PAST] else None
        if word is None or not word.definite or word.kind not in ("hundred", "hundreds"):
            return 0, j
        return word.value, j + 2

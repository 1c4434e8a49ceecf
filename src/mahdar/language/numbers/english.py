"""English numbers in words and digits, without bounds and ranges around them."""

from __future__ import annotations

from mahdar.language.numbers.english_groups import EnglishGroups, Part
from mahdar.language.numbers.notation import written
from mahdar.language.numbers.values import Kind, Number, negated, tidy
from mahdar.language.numbers.words import Word, word_set

_BEING = frozenset(("were", "are", "have", "had", "remain"))
_MANY = frozenset({"plural", "dozens", "scores", "tens_of"})


class EnglishNumbers(EnglishGroups):
    """Reads numbers at token indices of one text."""

    def at(self, i: int) -> Number | None:
        """The number that begins at token i (or before it, with article or sign), or None."""
        found = self._at(i)
        return negated(found, self.forms, word_set("en", "minus")) if found is not None else None

    def _at(self, i: int) -> Number | None:
        if self.tokens.is_number(i):
            return self._from_digits(i)
        word = self.words[self.forms[i]]
        start = self._article(i)
        if word.kind in _MANY:
            return self._many(i, word)
        if word.kind in ("half", "fraction", "fractions"):
            return self._fraction(i, start, word)
        if word.kind in ("vague", "pair", "single"):
            return self._vague(i, start, word)
        if word.kind == "multiple":
            return Number(i, i + 1, word.value, word.value, "times", (i, i + 1), weak=word.value == 1)
        if word.kind in ("short", "fraction_sign"):
            return self._sign(i, word)
        if word.kind == "ordinal":
            return self._ordinal(i, word)
        return self._cardinal(i, start, word)

    def _article(self, i: int) -> int:
        return i - 1 if i > 0 and self.forms[i - 1] in word_set("en", "articles") else i

    # -- digits

    def _from_digits(self, i: int) -> Number | None:
        digits = written(self.tokens, i)
        if digits is None:
            return None
        j, value, scale = digits.j, digits.value, 1
        if j < len(self.forms) and self.tokens.touches(j) and self.tokens.is_word(j):
            return self._suffixed(digits.i, j, value)
        part = self._scaled(self._pointed(Part(value, j)))
        part = self._continued(part) if part.scale > 1 else part
        kind: Kind = "fraction" if digits.fraction and part.scale == 1 else "cardinal"
        if self._form(digits.i - 1) in word_set("en", "point") and isinstance(value, int):
            tail = tidy(float(f"0.{value}"))
            return Number(i - 1, j, tail, tail, "cardinal", (i - 1, j))
        scale = part.scale
        return Number(digits.i, part.j, part.value, part.value, kind, (digits.i, part.j), scale=scale)

    def _suffixed(self, i: int, j: int, value: int | float) -> Number | None:
        """3rd, 120k, 5bn; other letters make the digits part of a name (4G, 1990s)."""
        form, word = self.forms[j], self._word(j)
        if form in ("st", "nd", "rd", "th") and isinstance(value, int):
            return Number(i, j + 1, value, value, "ordinal", (i, j + 1))
        if form in ("pc", "pct"):
            return Number(i, j, value, value, "cardinal", (i, j))
        if word is None or word.kind not in ("short", "magnitude", "fraction_sign"):
            return None
        if word.kind == "fraction_sign":
            mixed = value + word.part
            return Number(i, j + 1, mixed, mixed, "cardinal", (i, j + 1))
        if word.kind == "short" and self._is_measure(i, j):
            return Number(i, j, value, value, "cardinal", (i, j))
        scaled = tidy(value * word.value)
        return Number(i, j + 1, scaled, scaled, "cardinal", (i, j + 1), scale=word.value)

    def _is_measure(self, i: int, j: int) -> bool:
        """Whether m means metres: lower case, no currency, and a measure behind it."""
        if self.forms[j] != "m" or self.tokens.is_capital(j):
            return False
        run = self._form(i - 1) in word_set("en", "before_races") and self.forms[i] in word_set("en", "races")
        run = run and self._form(j + 1) in word_set("en", "behind_races")
        measured = run or self._form(j + 1) in word_set("en", "measures_after_m")
        return measured and self._form(i - 1) not in word_set("digits", "currencies")

    def _sign(self, i: int, word: Word) -> Number | None:
        if word.kind != "fraction_sign":
            return None
        return Number(i, i + 1, word.part, word.part, "fraction", (i, i + 1))

    # -- cardinals

    def _cardinal(self, i: int, start: int, word: Word) -> Number | None:
        if word.kind in ("magnitude", "hundred", "dozen"):
            return self._bare(i, start, word)
        if word.kind == "ordinal_scale":
            return Number(i, i + 1, word.value, word.value, "ordinal", (i, i + 1))
        if self.forms[i] == "one" and self._idle_one(i):
            return None
        part = self._group(i)
        if part is None:
            return None
        if not part.ordinal:
            part = self._scaled(part)
            part = self._continued(part) if part.scale > 1 else part
        return self._finish(i, part)

    def _bare(self, i: int, start: int, word: Word) -> Number | None:
        """A hundred, a dozen, several thousand; without article or "several" no number."""
        before = self._form(i - 1)
        if before in word_set("en", "several"):
            first = i - 1 if self._form(i - 2) != "a" else i - 2
            value = 2 * word.value if word.kind != "dozen" else 20
            return Number(first, i + 1, value, None, "indefinite", (first, i + 1), scale=word.value)
        part = Part(word.value, self._past_of(i, word), word.value if word.kind != "dozen" else 1)
        if word.kind == "hundred":
            part = self._after_hundred(part, start)
        part = self._scaled(part) if not part.ordinal else part
        part = self._continued(part) if part.scale > 1 and not part.ordinal else part
        return self._finish(start, part)

    def _finish(self, i: int, part: Part) -> Number:
        thirds = self._word(self._past_hyphen(part.j))
        if thirds is not None and not part.ordinal and part.scale == 1 and part.value < 100:
            end = self._past_hyphen(part.j) + 1
            if (thirds.kind == "fractions" and part.value > 1) or self._one_part(part, thirds, end):
                value = tidy(part.value * (thirds.part or 1 / thirds.value))
                whole = self._magnitude_of(end)
                if whole:
                    value, j, scale = tidy(value * whole[1]), whole[0], whole[1]
                    return Number(i, j, value, value, "cardinal", (i, j), scale=scale)
                return Number(i, end, value, value, "fraction", (i, end))
        kind: Kind = "ordinal" if part.ordinal else "cardinal"
        weak = part.value == 1 and kind == "cardinal"
        return Number(i, part.j, part.value, part.value, kind, (i, part.j), scale=part.scale, weak=weak)

    def _one_part(self, part: Part, word: Word, end: int) -> bool:
        """One third, one-fifth of; not "one second"."""
        if part.value != 1 or word.kind not in ("ordinal", "fraction"):
            return False
        return word.kind == "fraction" or (word.value > 2 and self._form(end) == "of") or self._form(end - 2) == "-"

    def _idle_one(self, i: int) -> bool:
        if self._form(i - 1) in word_set("en", "blocked_before_one"):
            return True
        after = self._form(i + 1)
        return after in word_set("en", "blocked_after_one") and self._word(i + 1) is None

    # -- fractions, indefinite amounts, ordinals

    def _fraction(self, i: int, start: int, word: Word) -> Number | None:
        if word.kind == "half":
            return self._half(i, start)
        named = word.kind == "fraction" and start != i and self._form(i + 1) in ("of", "million", "billion", "century")
        if not named:
            return None
        whole = self._part_of_magnitude(start, i, word)
        if whole:
            return whole
        return Number(start, i + 1, word.part, word.part, "fraction", (start, i + 1))

    def _part_of_magnitude(self, start: int, i: int, word: Word) -> Number | None:
        """A quarter of a million."""
        whole = self._magnitude_of(i + 1)
        if whole is None:
            return None
        value = tidy(word.part * whole[1])
        return Number(start, whole[0], value, value, "cardinal", (start, whole[0]), scale=whole[1])

    def _magnitude_of(self, k: int) -> tuple[int, int] | None:
        """``of a million`` at token k: where it ends, and the magnitude."""
        k += self._form(k) == "of"
        k += self._form(k) == "a"
        scale = self._word(k)
        return (k + 1, scale.value) if scale is not None and scale.kind == "magnitude" else None

    def _half(self, i: int, start: int) -> Number | None:
        before = self._form(i - 1)
        if before in word_set("en", "blocked_before_half") and not (before == "that" and self._form(i + 1) == "a"):
            return None
        k = i + 2 if self._form(i + 1) in ("a", "of") else self._past_hyphen(i + 1)
        word = self._word(k)
        if self._form(i + 1) == "a" and self._form(k) in ("percent", "percentage", "per"):
            return Number(i, k, 0.5, 0.5, "cardinal", (i, k))
        if word is not None and word.kind in ("magnitude", "dozen") and self._form(i + 1) != "of":
            value = tidy(word.value / 2)
            scale = word.value if word.kind == "magnitude" else 1
            return Number(start, k + 1, value, value, "cardinal", (start, k + 1), scale=scale)
        if self._form(i + 1) not in ("of", "the", "its", "their", "his", "her", "our", "all"):
            return None
        return Number(i, i + 1, 0.5, 0.5, "fraction", (i, i + 1))

    def _many(self, i: int, word: Word) -> Number | None:
        """Dozens, hundreds of thousands; "tens of" and "scores of" only with what they count."""
        low = word.value if word.kind in ("scores", "tens_of") else 20 if word.kind == "dozens" else 2 * word.value
        j, scale = i + 1, 1 if word.kind != "plural" else word.value
        for _ in range(2):
            following = self._word(j + 1)
            if self._form(j) != "of" or following is None or following.kind != "plural":
                break
            low, j, scale = low * following.value, j + 2, following.value
        if j == i + 1 and (word.kind == "tens_of" or (word.kind == "scores" and not self._people(i, j))):
            return None
        return Number(i, j, low, None, "indefinite", (i, j), scale=scale)

    def _people(self, i: int, j: int) -> bool:
        """Whether scores are people or things, and no results: scores of, scores more, were killed, and scores hurt."""
        if self._form(i - 1) == "the":
            return self._form(j) == "of"
        k = (
            j + 1
            if self._form(j) in _BEING
            else j
            if self._form(i - 1) in word_set("en", "joining_harmed")
            else len(self.forms)
        )
        harmed = not word_set("en", "harmed").isdisjoint(self.forms[k : k + 2 - (k == j)])
        return self._form(j) in ("of", "more") or harmed

    def _vague(self, i: int, start: int, word: Word) -> Number | None:
        following = self._word(i + 1)
        if following is not None and following.kind in ("magnitude", "hundred", "dozen"):
            return None
        if (word.kind == "pair" and start == i) or self._form(i - 1) == self._form(i + 1) == "as":
            return None
        kind: Kind = "indefinite" if word.kind == "vague" else "cardinal"
        j = self._past_of(i, word)
        many = self._word(j) if word.kind == "pair" and j > i + 1 else None
        if many is not None and many.kind in ("magnitude", "hundred"):
            value = word.value * many.value
            return Number(start, j + 1, value, value, "cardinal", (start, j + 1), scale=many.value)
        return Number(start, j, word.value, word.value, kind, (start, j), weak=True)

    def _ordinal(self, i: int, word: Word) -> Number | None:
        """First, third; "a third of" is a fraction, and the second behind a number is a time."""
        if self._form(i - 1) == "a" and self._form(i + 1) == "of" and word.value > 2:
            value = tidy(1 / word.value)
            return Number(i - 1, i + 1, value, value, "fraction", (i - 1, i + 1))
        if word.value == 2 and i > 0 and self.tokens.is_number(i - 1):
            return None
        return Number(i, i + 1, word.value, word.value, "ordinal", (i, i + 1))

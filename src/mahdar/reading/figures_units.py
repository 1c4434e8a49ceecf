"""What a number counts: the head noun beside it, as written, and where the figure begins and ends.

What holds for both languages; the grammar of each is in figures_arabic and figures_english.
"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.language.numbers import Number
from mahdar.language.numbers.notation import past_bracket
from mahdar.language.numbers.words import word_set
from mahdar.language.tokens import Tokens
from mahdar.reading.figures_words import is_in

_OPENING, _CLOSING = frozenset("«\"“'"), frozenset("»\"”'")


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure from token ``i`` to ``j``; ``unit`` None where nothing is named; ``skip`` letters of clitics at i."""

    i: int
    j: int
    unit: str | None
    skip: int = 0


# What is counted makes the number no figure: days, years, hours.
REJECTED = Counted(0, 0, None)


class Units:
    """Finds the counted noun in one text."""

    language = ""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.forms = tokens.forms

    def counted(self, number: Number) -> Counted | None:
        """The figure that the number and its noun make, None if there is no noun, REJECTED if it is a time."""
        raise NotImplementedError

    def as_amount(self, number: Number) -> Number:
        """The number, an ordinal made an amount where its language says both with the same words."""
        return number

    def is_common(self, counted: Counted) -> bool:
        """Whether the noun is one that is often counted."""
        return counted.unit is not None and self._is("counted", self.forms[counted.j - 1])

    def _is(self, key: str, form: str) -> bool:
        return is_in(self.language, key, form)

    def _form(self, k: int) -> str:
        return self.forms[k] if 0 <= k < len(self.forms) else ""

    def _is_word(self, k: int) -> bool:
        return 0 <= k < len(self.forms) and self.tokens.is_word(k)

    def _past_quote(self, number: Number) -> int:
        """The token behind the number, over the mark that closes a quotation of it («3440» قتيلا) or a bracket."""
        j = past_bracket(self.tokens, number.core[0], number.j) if number.j < len(self.forms) else number.j
        return j + (self._form(number.i - 1) in _OPENING and self._form(j) in _CLOSING)

    def _currency(self, number: Number) -> Counted | None:
        """A sign or the code of a currency right before or behind the digits."""
        i, j = number.core
        signs = word_set("digits", "currencies")
        if self._form(i - 1) in signs:
            return Counted(min(number.i, i - 1), number.j, self.forms[i - 1])
        if self._form(j) in signs:
            return Counted(number.i, j + 1, self.forms[j])
        codes = word_set("digits", "codes")
        if self._form(i - 1) in codes:
            return Counted(min(number.i, i - 1), number.j, self.tokens.original(i - 1, i))
        if self._form(j) in codes:
            return Counted(number.i, j + 1, self.tokens.original(j, j + 1))
        return None

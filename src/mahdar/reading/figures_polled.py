"""Counts of votes or recommendations without their noun: Ukraine 118, Belarus, with 70, got 176, حصلت قطر على 184."""

from __future__ import annotations

from mahdar.language.tokens import Tokens
from mahdar.reading.figures_words import is_in

_BACK, _AHEAD = 40, 12  # tokens in which the text speaks of a vote
_NEAR = 3  # from the verb with which a recommendation is taken to its number
_REACH = 5  # from an Arabic verb of getting to its number
_ENDS = frozenset((".", ",", ";", ":", ")", "،", "؛", "\n", "and", "while", "but", "to", "in", ""))
_BESIDE = frozenset((",", "،", "("))


class Polled:
    """Answers whether a bare number is what a candidate, a draft or a state under review got, in one report."""

    def __init__(self, tokens: Tokens, language: str, ends: frozenset[int]) -> None:
        self.tokens, self.forms, self.language = tokens, tokens.forms, language
        self.ends = ends  # the tokens right behind the name of a state

    def got(self, i: int, j: int) -> bool:
        """Whether the number at tokens i to j is such a count."""
        if not self.tokens.is_number(i):
            return False
        if self._closed(j) and self._candidate(i) and self._voting(i, j):
            return True
        return (self._closed(j) or is_in(self.language, "reviewed", self._form(j))) and self._reviewed(i)

    def _reviewed(self, i: int) -> bool:
        """Whether it says how many recommendations a state took: it received 262, accepted 132 and noted 90."""
        verbs = range(i - 1, max(-1, i - 1 - _NEAR), -1)
        if not any(is_in(self.language, "reviewed", self.forms[k]) for k in verbs):
            return False
        return any(is_in(self.language, "recommended", self.forms[k]) for k in range(max(0, i - _BACK), i))

    def _closed(self, j: int) -> bool:
        behind = self._form(j)
        joined = self.language == "ar" and behind[:1] == "و" and j + 1 in self.ends
        return joined or behind in _ENDS or is_in(self.language, "only", behind)

    def _candidate(self, i: int) -> bool:
        """A state, or what says that it got something, right before."""
        before = self._form(i - 1)
        if i in self.ends or (before in ("with", "علي") and self._named(i - 1)):
            return True
        if self.language == "en":
            return is_in("en", "polled", before)
        reach = range(i - 1, max(-1, i - 1 - _REACH), -1)
        return any(is_in("ar", "polled", self.forms[k]) for k in reach if self.tokens.is_word(k))

    def _named(self, k: int) -> bool:
        return k - (self._form(k - 1) in _BESIDE) in self.ends

    def _voting(self, i: int, j: int) -> bool:
        near = (*range(max(0, i - _BACK), i), *range(j, min(len(self.forms), j + _AHEAD)))
        return any(is_in(self.language, key, self.forms[k]) for k in near for key in ("votes", "elections"))

    def _form(self, k: int) -> str:
        return self.forms[k] if 0 <= k < len(self.forms) else ""

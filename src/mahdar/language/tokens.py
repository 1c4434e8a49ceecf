"""Words, numbers and marks of a text, as parallel lists over its folded form.

Grammar works on token indices; offsets of the original text are looked up at the end. A hyphen, a mark and a line
end are tokens of their own; ``U.S.`` and ``أ.ف.ب`` are one token, and so is the English ``'s``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from mahdar.language.folding import Folded, fold
from mahdar.language.furniture import BULLETS

NEWLINE = "\n"
COMMAS = frozenset((",", "،"))
_TOKEN = re.compile(
    r"([a-zء-ي]{2,}+(?!['\w])"  # most words by far, so tried first
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"  # acronyms with dots
    r"|[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*"  # words, with an apostrophe inside
    r"|''|``"  # the double marks of some news archives
    r"|'s\b"
    r"|\d+(?:[.,]\d+)*"
    r"|\n\s*"
    r"|[^\w\s]|_)"
)


@dataclass(slots=True, unsafe_hash=True)  # made by the hundred for a report; never changed
class Span:
    """Tokens ``i`` to ``j`` (exclusive)."""

    i: int
    j: int


class Spanned(Protocol):
    """Whatever covers tokens ``i`` to ``j`` (exclusive)."""

    @property
    def i(self) -> int: ...

    @property
    def j(self) -> int: ...


def tokens_of(*groups: Iterable[Spanned]) -> set[int]:
    """The tokens that the spans of these groups cover."""
    return {k for spans in groups for span in spans for k in range(span.i, span.j)}


class Tokens:
    """Parallel lists: ``forms`` (folded), ``at`` and ``to`` (folded offsets); a line end has the form ``\\n``."""

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        self._unmoved = folded.origin is None
        self.marks: list[list[int]] = []  # kept by mahdar.language.marks
        self.marked: object = None
        # What stands between the tokens and the tokens by turns, with the last gap at the end.
        parts = _TOKEN.split(folded.folded)
        ends = list(accumulate(map(len, parts)))
        self.at: list[int] = ends[:-1:2]
        self.to: list[int] = ends[1::2]
        forms = parts[1::2]
        self.forms: list[str] = [NEWLINE if form[0] == NEWLINE else form for form in forms]

    def __len__(self) -> int:
        return len(self.forms)

    @property
    def text(self) -> str:
        return self.folded.text

    def start(self, i: int, skip: int = 0) -> int:
        """The original offset of token i, or of its folded character number ``skip``."""
        at = self.at[i] + skip
        return at if self._unmoved else self.folded.start(at)

    def end(self, i: int) -> int:
        """The original offset after token i."""
        return self.to[i] if self._unmoved else self.folded.end(self.to[i])

    def original(self, i: int, j: int) -> str:
        """The report's own words from token i to before token j."""
        return self.text[self.start(i) : self.end(j - 1)] if j > i else ""

    def touches(self, i: int) -> bool:
        """Whether token i stands directly behind token i - 1, with no space between."""
        return i > 0 and self.to[i - 1] == self.at[i]

    def behind_bullet(self, i: int) -> bool:
        """Whether the line that token i opens begins with a bullet, which is no token."""
        opens = i > 0 and self.forms[i - 1] == NEWLINE
        return opens and any(mark in self.text[self.start(i - 1) : self.start(i)] for mark in BULLETS)

    def is_word(self, i: int) -> bool:
        return self.forms[i][0].isalpha()

    def is_number(self, i: int) -> bool:
        return self.forms[i][0].isdigit()

    def is_capital(self, i: int) -> bool:
        """Whether the original word begins with a capital letter (Latin script)."""
        return self.text[self.start(i)].isupper()

    def lines(self) -> Iterator[Span]:
        """The lines of the text, without their ends."""
        i = 0
        for _ in range(self.forms.count(NEWLINE)):
            j = self.forms.index(NEWLINE, i)
            yield Span(i, j)
            i = j + 1
        yield Span(i, len(self))

    def token_at(self, offset: int) -> int:
        """The first token that ends after this original offset (len(self) if none)."""
        return bisect_right(range(len(self)), offset, key=self.end)


def tokenize(text: str) -> Tokens:
    """The tokens of a text."""
    return Tokens(fold(text))

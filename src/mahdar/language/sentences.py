"""Sentences of a text, as spans of tokens.

A line end always ends a sentence. A full stop does unless it belongs to an abbreviation, an initial or a list
number, or a lower-case Latin word follows it. Closing marks behind the stop belong to the sentence.
"""

from __future__ import annotations

from functools import cache

from mahdar.language.tokens import NEWLINE, Span, Tokens
from mahdar.tables import read_toml

_STOPS = frozenset(".!?؟…")
_GOES_ON = frozenset(",;")
_CLOSERS = frozenset("\"”“»›)]'") | {"''"}


def sentences(tokens: Tokens) -> list[Span]:
    """The sentences in order; line ends belong to none."""
    spans: list[Span] = []
    start = i = 0
    while i < len(tokens):
        form = tokens.forms[i]
        if form == NEWLINE:
            _close(spans, start, i)
            start = i = i + 1
        elif form in _STOPS and _ends_sentence(tokens, i):
            i = _after_closers(tokens, i + 1)
            _close(spans, start, i)
            start = i
        else:
            i += 1
    _close(spans, start, len(tokens))
    return spans


def _close(spans: list[Span], i: int, j: int) -> None:
    if j > i:
        spans.append(Span(i, j))


def _after_closers(tokens: Tokens, i: int) -> int:
    """Past further stops and closing marks that touch what stands before them, or that only a stop could follow."""
    while i < len(tokens) and tokens.forms[i] in _STOPS | _CLOSERS and (tokens.touches(i) or _dangling(tokens, i)):
        i += 1
    return i


def _dangling(tokens: Tokens, i: int) -> bool:
    """A mark with space on both sides, as in ``. "`` at the end of a line."""
    return i + 1 == len(tokens) or not tokens.touches(i + 1)


def _ends_sentence(tokens: Tokens, i: int) -> bool:
    if tokens.forms[i - 1 : i] == ["("] or (tokens.forms[i - 1 : i] == ["."] and tokens.forms[i + 1 : i + 2] == [")"]):
        return False
    if tokens.forms[i] != "." or i == 0 or i + 1 >= len(tokens):
        return True
    before, after = tokens.forms[i - 1], tokens.forms[i + 1]
    if _abbreviated(before, tokens, i) or after == ".":
        return after == NEWLINE
    if after in _GOES_ON:
        return False
    following = i + 2 if after == ")" and i + 2 < len(tokens) else i + 1
    return not ("a" <= tokens.forms[following][0] <= "z" and not tokens.is_capital(following))


def _abbreviated(before: str, tokens: Tokens, i: int) -> bool:
    """Whether the word before the stop at i is an abbreviation or an initial."""
    if not tokens.touches(i):
        return False
    initial = len(before) == 1 and before.isalpha() and before.isascii() and tokens.is_capital(i - 1)
    return initial or before in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(read_toml("mahdar.language", "sentences.toml")["abbreviations"])

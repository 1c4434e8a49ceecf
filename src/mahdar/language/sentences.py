"""Sentences of a text, as spans of tokens.

A line end always ends a sentence. A full stop does unless it belongs to an abbreviation, an initial or a list
number, or a lower-case Latin word follows it; behind "a.m." and "Inc." one ends where a word follows that surely
opens the next. Closing marks behind the stop belong to the sentence. A stretch without
any end that is longer than a page is cut at its marks, so that what is asked of a sentence has a bounded cost.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from mahdar.language.tokens import NEWLINE, Span, Tokens
from mahdar.tables import read_toml

_STOPS = frozenset(".!?؟…")
_ENDS = _STOPS | {NEWLINE}
_GOES_ON = frozenset(",;")
_PAUSES = frozenset(",;:،؛")
_LETTER_NAME = 3
_LONGEST = 300  # tokens; a long paragraph of an agency without a full stop has about 200
_CLOSERS = frozenset("\"”“»›)]'") | {"''"}
_STOPS_AND_CLOSERS = _STOPS | _CLOSERS


def sentences(tokens: Tokens) -> list[Span]:
    """The sentences in order; line ends belong to none."""
    spans: list[Span] = []
    start = 0
    for i in [i for i, form in enumerate(tokens.forms) if form[-1] in _ENDS]:
        if i < start:
            continue
        if tokens.forms[i] == NEWLINE:
            _close(spans, tokens, start, i)
            start = i + 1
        elif _ends_sentence(tokens, i) if len(tokens.forms[i]) == 1 else _opens_anew(tokens, i + 1):
            j = _after_closers(tokens, i + 1)
            _close(spans, tokens, start, j)
            start = j
    _close(spans, tokens, start, len(tokens))
    return spans


def _close(spans: list[Span], tokens: Tokens, i: int, j: int) -> None:
    spans.extend(Span(a, b) for a, b in pairwise(_cuts(tokens, i, j)))


def _cuts(tokens: Tokens, i: int, j: int) -> list[int]:
    """Where a sentence from i to j begins, is cut because it is too long, and ends; nothing for an empty one."""
    cuts = [i]
    while j - cuts[-1] > _LONGEST:
        full = cuts[-1] + _LONGEST
        pause = next((k for k in range(full, full - _LONGEST // 3, -1) if tokens.forms[k - 1] in _PAUSES), full)
        cuts.append(pause)
    return [*cuts, j] if j > i else []


def _after_closers(tokens: Tokens, i: int) -> int:
    """Past further stops and closing marks that touch what stands before them, or that only a stop could follow."""
    while i < len(tokens) and tokens.forms[i] in _STOPS_AND_CLOSERS and (tokens.touches(i) or _dangling(tokens, i)):
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
        return after == NEWLINE or (before in _listed("may_end") and _opens_anew(tokens, i + 1))
    if after in _GOES_ON:
        return False
    following = i + 2 if after == ")" and i + 2 < len(tokens) else i + 1
    return not ("a" <= tokens.forms[following][0] <= "z" and not tokens.is_capital(following))


def _opens_anew(tokens: Tokens, i: int) -> bool:
    """Whether a capitalised word at token i opens a sentence: "left at 7 a.m. | The envoy", not "a.m. Monday"."""
    return i < len(tokens) and tokens.forms[i] in _listed("openers") and tokens.is_capital(i)


def _abbreviated(before: str, tokens: Tokens, i: int) -> bool:
    """Whether the word before the stop at i is an abbreviation or an initial."""
    if not tokens.touches(i):
        return False
    if _spells(tokens, i):
        return True
    initial = len(before) == 1 and before.isalpha() and before.isascii() and tokens.is_capital(i - 1)
    numbered = before in _listed("before_numbers") and tokens.forms[i + 1][0].isdigit()
    return initial or numbered or before in _listed("abbreviations")


def _spells(tokens: Tokens, i: int) -> bool:
    """Whether the stop at i stands between Arabic letters that are spelled out, with one more stop beside: سي.إن.إن."""
    if i + 1 >= len(tokens) or not (_is_letter_name(tokens, i - 1) and _is_letter_name(tokens, i + 1)):
        return False
    touching = tokens.touches(i + 1)
    before = i > 1 and tokens.forms[i - 2] == "." and tokens.touches(i - 1) and tokens.touches(i - 2)
    behind = i + 2 < len(tokens) and tokens.forms[i + 2] == "." and tokens.touches(i + 2)
    return touching and (before or behind)


def _is_letter_name(tokens: Tokens, i: int) -> bool:
    """Whether a word is as short as the Arabic name of a Latin letter."""
    form = tokens.forms[i]
    return len(form) <= _LETTER_NAME and tokens.is_word(i) and not form[0].isascii()


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(read_toml("mahdar.language", "sentences.toml")[name])

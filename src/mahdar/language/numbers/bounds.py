"""Bounds around numbers: more than, at least, nearly before them, or more and على الأقل behind them."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.lexicon import Hit, Lexicon, proclitic_splits
from mahdar.language.numbers.around_words import Around, around
from mahdar.language.numbers.values import Number
from mahdar.language.numbers.words import word_set
from mahdar.language.tokens import Tokens

_LONGEST_BOUND = 5
_TIED = (["plus"], ["odd"])  # 300-plus
_THAN = frozenset(("من", "than"))
_FAR = 6  # tokens from a verb to the number, over its subject


def phrase_before(tokens: Tokens, i: int, lexicon: Lexicon[str]) -> Hit[str] | None:
    """The longest phrase that ends before token i."""
    for k in range(max(0, i - _LONGEST_BOUND), i):
        hit = lexicon.at(tokens, k)
        if hit is not None and hit.j == i:
            return hit
    return None


def bounded(tokens: Tokens, number: Number, table: Around) -> Number:
    """The number with the bound that stands before or behind it, or farther before in a verb (تجاوز عدد القتلى)."""
    if number.kind == "ordinal":
        return number
    if tokens.forms[number.j : number.j + 1] == ["-"] and tokens.forms[number.j + 1 : number.j + 2] in _TIED:
        number = replace(bound(number, "low"), j=number.j + 2)
    i = _past_currency(tokens, number.i)
    start = phrase_before(tokens, i, table.before) if i else None
    if start is not None:
        return replace(bound(number, start.value), i=start.i, skip=len(start.proclitics))
    hit = _behind(tokens, number.j, table)
    far = _far(tokens, i, table) if hit is None else None
    if far:
        return bound(number, far)
    if hit is not None and tokens.forms[hit.j - 1] == "+" and hit.j < len(tokens) and tokens.touches(hit.j):
        return number
    return replace(bound(number, hit.value.removesuffix("_after")), j=hit.j) if hit else number


def _far(tokens: Tokens, i: int, table: Around) -> str | None:
    """``low`` behind a verb and its subject (تجاوز عدد القتلى 300), ``high`` where the verb is denied (لم يتجاوز)."""
    for k in range(i - 1, max(-1, i - _FAR), -1):
        form = tokens.forms[k]
        if not form[0].isalpha():
            return None
        over = "low_over" if tokens.forms[i - 1] in table.words["over"] else "low_far"
        if any(stem in table.words[over] for _, stem in proclitic_splits(form)):
            named = k + 1 < i and tokens.forms[k + 1].removeprefix("ال") in table.words["amount"]
            denied = k > 0 and any(stem in table.words["not"] for _, stem in proclitic_splits(tokens.forms[k - 1]))
            return ("high" if denied else "low") if named else None
    return None


def after_bound(tokens: Tokens, j: int, language: str) -> tuple[str, int] | None:
    """A bound such as "at least" or على الأقل at token j: ``low``, ``high`` or ``about``, and its end."""
    hit = _behind(tokens, j, around(language))
    return (hit.value.removesuffix("_after"), hit.j) if hit else None


def _behind(tokens: Tokens, j: int, table: Around) -> Hit[str] | None:
    """A bound at token j, behind a number; not one of the next number (170 قتيلا وأكثر من 60 جريحا)."""
    hit = table.after.at(tokens, j) if j < len(tokens) else None
    compares = hit is not None and tokens.forms[hit.j - 1] in word_set("digits", "comparing")
    bounds_next = hit is not None and compares and hit.j < len(tokens) and tokens.forms[hit.j] in _THAN
    return None if bounds_next else hit


def _past_currency(tokens: Tokens, i: int) -> int:
    """Before a currency sign or a detached article (نحو الـ300)."""
    between = word_set("digits", "between_bound")
    while i > 0 and tokens.forms[i - 1] in between:
        i -= 1
    return i


def bound(number: Number, kind: str) -> Number:
    """The number with one side opened by ``low`` or ``high``; ``about`` and ranges keep both sides."""
    if number.low is None or number.high is None or number.low != number.high:
        return number
    if kind == "low":
        return replace(number, high=None)
    return replace(number, low=None) if kind == "high" else number

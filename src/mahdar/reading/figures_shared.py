"""Numbers in a row that share the noun behind the last: 12, 15 and 20 people; 12 و15 و20 شخصا."""

from __future__ import annotations

from collections.abc import Callable

from mahdar.language.numbers import Number
from mahdar.language.tokens import COMMAS, Tokens
from mahdar.model import Figure

_JOINING = frozenset(("and", "و"))
_LINKS = _JOINING | COMMAS
_SCORE = "-"  # won 2-0
_ROW = 3  # numbers that make a row, of which each counts the same
_LONGEST = 2  # tokens between two of them: a comma and "and"
Read = tuple[Number, Figure | None]


def shared(tokens: Tokens, read: list[Read], may_count: Callable[[Number], bool]) -> list[Read]:
    """The numbers, each with its figure, those of a row with the noun of its last."""
    found = list(read)
    for last in range(len(read) - 1, 0, -1):
        if not _has_noun(tokens, read[last]) or not _joined(tokens, read[last - 1][0], read[last][0]):
            continue
        first = last
        while first > 0 and _in_row(tokens, read, first - 1) and may_count(read[first - 1][0]):
            first -= 1
        row = last - first + 1
        for k in range(first, last):
            if row >= _ROW or read[k][1] is None:
                found[k] = (read[k][0], _figure(tokens, read[k][0], read[last][1]))
    return found


def _has_noun(tokens: Tokens, one: Read) -> bool:
    """Whether a noun is counted behind a number, which is an exact one."""
    number, figure = one
    if figure is None or not figure.unit or number.low != number.high or figure.unit == "%":
        return False
    return figure.start <= tokens.start(number.core[0], number.skip) and figure.end > tokens.end(number.core[1] - 1)


def _in_row(tokens: Tokens, read: list[Read], k: int) -> bool:
    """Whether a plain number without a noun of its own stands before the next, nothing but a link between."""
    number, figure = read[k]
    i, there = number.core[0], read[k + 1][0].core[0]
    exact = number.kind == "cardinal" and number.low == number.high and not (number.weak or number.definite)
    if not exact or number.i != i or (figure is not None and figure.unit):
        return False
    if tokens.is_number(i) != tokens.is_number(there) or (i > 0 and tokens.forms[i - 1] == _SCORE):
        return False
    between = tokens.forms[number.j : read[k + 1][0].i]
    glued = read[k + 1][0].skip > 0
    return len(between) <= _LONGEST and all(form in _LINKS for form in between) and (bool(between) or glued)


def _joined(tokens: Tokens, one: Number, other: Number) -> bool:
    """Whether "and" joins the last two."""
    return other.skip > 0 or not _JOINING.isdisjoint(tokens.forms[one.j : other.i])


def _figure(tokens: Tokens, number: Number, noun: Figure | None) -> Figure | None:
    start, end = tokens.start(number.i, number.skip), tokens.end(number.j - 1)
    unit = noun.unit if noun else None
    return Figure(start, end, tokens.text[start:end], number.low, number.high, unit)

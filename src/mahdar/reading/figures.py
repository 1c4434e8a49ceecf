"""Figures: counts and amounts of people or things, percentages, counted occasions and vote tallies.

A number is a figure if something is counted by it. Years, days, durations, ages, ordinals, document and model
numbers are none; a number without a counted noun is one only beside words of casualties, totals or votes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mahdar.language.numbers import Number, numbers
from mahdar.language.numbers.bounds import after_bound, bound
from mahdar.language.numbers.notation import past_bracket
from mahdar.language.tokens import Tokens
from mahdar.model import Figure
from mahdar.reading.figures_arabic import ArabicUnits
from mahdar.reading.figures_context import Context, context
from mahdar.reading.figures_english import EnglishUnits
from mahdar.reading.figures_shared import shared
from mahdar.reading.figures_units import REJECTED, Counted, Units
from mahdar.reading.passage import Passage


def figures(passage: Passage) -> list[Figure]:
    """The figures of a report in order; ``unit`` is the counted noun as written, ``%`` for percentages."""
    found = passage.numbers or numbers(passage.tokens, passage.language)
    language = "en" if passage.language.startswith("en") else "ar"
    around, nouns = context(passage, language, found), _units(passage.tokens, language)
    parted = (part for number in found for part in _sides(number, around, nouns))
    read = [(number, _figure(passage, number, around, nouns, language)) for number in parted]
    made = shared(passage.tokens, read, lambda number: not around.in_time(number) and not around.is_name(number))
    return _ordered((figure, passage.tokens.start(number.core[0])) for number, figure in made if figure is not None)


def _units(tokens: Tokens, language: str) -> Units:
    return EnglishUnits(tokens) if language == "en" else ArabicUnits(tokens)


def _sides(number: Number, around: Context, nouns: Units) -> Iterator[Number]:
    """The number, or the two sides of a vote that reads like a range."""
    if not around.is_tally(number) or nouns.counted(number) is not None:
        yield number
        return
    i, j = number.core
    yield replace(number, i=i, j=i + 1, core=(i, i + 1), high=number.low)
    yield replace(number, i=j - 1, j=j, core=(j - 1, j), low=number.high)


def _ordered(found: Iterable[tuple[Figure, int]]) -> list[Figure]:
    """The figures, each with where its number begins, none overlapping another."""
    out: list[Figure] = []
    for figure, number in found:
        end = out[-1].end if out else 0
        if figure.start >= end:
            out.append(figure)
        elif number >= end:
            out.append(_behind(figure, end))
    return out


def _behind(figure: Figure, end: int) -> Figure:
    """What is left of a figure whose noun another one took in: تسعة من أعضاء and المجلس الخمسة عشر."""
    rest = figure.text[end - figure.start :].lstrip()
    unit = figure.unit if figure.unit and figure.unit in rest else None
    return replace(figure, start=figure.end - len(rest), text=rest, unit=unit)


def _figure(passage: Passage, number: Number, around: Context, nouns: Units, language: str) -> Figure | None:
    number = nouns.as_amount(number)
    if number.kind in ("ordinal", "fraction") or around.in_time(number):
        return None
    if number.kind == "percent":
        return _build(passage, number, Counted(number.i, number.j, "%"), language)
    if number.kind == "times":
        return _occasions(passage, number, language)
    if around.is_name(number):
        return None
    counted = nouns.counted(number)
    if counted is REJECTED:
        return None
    if counted is not None and around.is_place(number, counted.j):
        counted = Counted(number.i, number.j, None)  # two from Algeria: a place is not what is counted
    if counted is None:
        counted = Counted(number.i, number.j, None) if around.counts_alone(number) else None
    elif counted.unit is not None and around.looks_like_year(number) and not nouns.is_common(counted):
        return None
    return _build(passage, number, counted, language) if counted is not None else None


def _occasions(passage: Passage, number: Number, language: str) -> Figure | None:
    """Three times, at least once; a bare dual (مرتين) is no figure, nor is "once" with no bound."""
    bare = number.core[1] == number.j
    if (bare and language == "ar") or (number.weak and number.low == number.high):
        return None
    i, j = number.core[1], number.j
    end = next((k for k in range(i + 1, j) if (after_bound(passage.tokens, k, language) or ("", 0))[1] == j), j)
    unit = passage.tokens.original(*(number.core if bare else (i, end)))
    return _build(passage, number, Counted(number.i, number.j, unit), language)


def _build(passage: Passage, number: Number, counted: Counted, language: str) -> Figure:
    tokens = passage.tokens
    closing = after_bound(tokens, counted.j, language) if number.low == number.high else None
    if closing is not None:
        number = bound(number, closing[0])
    skip = number.skip if counted.i == number.i else counted.skip
    bracket = past_bracket(tokens, counted.i, counted.i + 1) > counted.i + 1 < counted.j
    start = tokens.start(counted.i - bracket, skip)
    end = tokens.end((closing[1] if closing is not None else counted.j) - 1)
    return Figure(start, end, tokens.text[start:end], number.low, number.high, counted.unit)

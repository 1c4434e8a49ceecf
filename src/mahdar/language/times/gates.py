"""Which tokens can begin a time at all: one look-up a token, so that rules run only where a table word stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module

from mahdar.language.lexicon import proclitic_splits
from mahdar.language.marks import Mark
from mahdar.language.times.anchored import anchor_entries
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Style
from mahdar.language.times.vocabulary import PACKAGE, entries, never_phrases
from mahdar.language.tokens import tokenize
from mahdar.tables import read_rows, values

Rule = Callable[[Scan, int], Part | None]
Rules = Mapping[str, tuple[Rule, ...]]

_ONLY_CALENDAR = frozenset(("from", "in", "slang", "closest"))
_MOST_FORMS = 50_000
TIME, BAR, ARTICLE, HANGS = 1, 2, 4, 8
_ARTICLES = frozenset(("the", "a", "an"))


@cache
def rules(language: str, style: Style) -> Rules:
    """The rules of a language by the kind of word at which they begin (``Word.rule``); some are for assistants only."""
    grammar = import_module(f"mahdar.language.times.{'arabic' if language == 'ar' else 'english'}")
    every: Rules = grammar.RULES
    return {kind: some for kind, some in every.items() if style == "calendar" or kind not in _ONLY_CALENDAR}


class Gate(dict[str, int]):
    """Form to what may begin with it: a time, a phrase that is no time, or an article before a time."""

    def __init__(self, language: str, style: Style) -> None:
        super().__init__()
        self._times = _first_words(language, style)
        self._bars = _first_words_of_bars(language) if style == "news" else frozenset()
        self._hung = _first_words_of_anchors(language) if style == "news" else frozenset()

    def __missing__(self, form: str) -> int:
        if len(self) > _MOST_FORMS:
            self.clear()
        stems = [stem for _, stem in proclitic_splits(form)]
        begins = form[0].isdecimal() or not self._times.isdisjoint(stems)
        mark = ARTICLE if form in _ARTICLES else TIME * begins
        mark |= BAR * (not self._bars.isdisjoint(stems))
        mark |= HANGS * (not self._hung.isdisjoint(stems))
        self[form] = mark
        return mark


@cache
def _gate(language: str, style: Style) -> Gate:
    return Gate(language, style)


@cache
def _any(language: str, style: Style) -> Mark:
    gate = _gate(language, style)
    return Mark(lambda form: bool(gate[form]))


def candidates(scan: Scan) -> list[tuple[int, int]]:
    """The tokens at which a time or a phrase that is no time may begin, in order, with their marks."""
    gate, forms = _gate(scan.language, scan.style), scan.forms
    marks = {i: gate[forms[i]] for i in _any(scan.language, scan.style).at(scan.tokens)}
    for i in scan.number_starts:
        marks[i] = marks.get(i, 0) | TIME
    found = [(i, _with_next(mark, marks.get(i + 1, 0))) for i, mark in sorted(marks.items())]
    return [(i, mark) for i, mark in found if mark]


def _with_next(mark: int, following: int) -> int:
    """An article begins a time only before one."""
    return mark if not mark & ARTICLE else mark & BAR | following & TIME


@cache
def _first_words(language: str, style: Style) -> frozenset[str]:
    kinds = rules(language, style)
    feasts = (
        ()
        if style == "news"
        else (name for row in read_rows(PACKAGE, "times_feasts.csv") for name in values(row[language]))
    )
    return _firsts([*(phrase for phrase, word in entries(language) if word.rule in kinds), *feasts])


@cache
def _first_words_of_bars(language: str) -> frozenset[str]:
    return _firsts(never_phrases(language))


@cache
def _first_words_of_anchors(language: str) -> frozenset[str]:
    return _firsts(phrase for phrase, anchor in anchor_entries(language) if anchor.kind not in ("from", "later"))


def _firsts(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(tokenize(phrase).forms[0] for phrase in phrases)

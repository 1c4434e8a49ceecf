"""Words and phrases of a table, found in tokens in one pass, with Arabic proclitics taken off.

``وللأمم المتحدة`` is found by the entry ``الأمم المتحدة`` with the proclitics ``ول``. Only the first word of a
phrase carries proclitics; the words after it have to stand as they are in the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from mahdar.language.folding import fold_word
from mahdar.language.tokens import Tokens, tokenize

T = TypeVar("T")

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_CACHE_LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """Tokens ``i`` to ``j`` are an entry; ``proclitics`` stood before its first word (folded)."""

    i: int
    j: int
    value: T
    proclitics: str


class _Node(Generic[T]):
    __slots__ = ("next", "values")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.values: tuple[T, ...] = ()


class Lexicon(Generic[T]):
    """Entries (phrase, value) as a tree over folded words; several values may share a phrase."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        self._firsts: dict[str, tuple[tuple[str, _Node[T]], ...]] = {}
        for phrase, value in entries:
            self._add(phrase, value)

    def _add(self, phrase: str, value: T) -> None:
        node = self._root
        for word in _phrase_words(phrase):
            node = node.next.setdefault(word, _Node())
        node.values = (*node.values, value)

    def get(self, phrase: str) -> tuple[T, ...]:
        """The values of exactly this phrase, without proclitics."""
        node: _Node[T] | None = self._root
        for word in tokenize(phrase).forms:
            node = node.next.get(word) if node else None
        return node.values if node else ()

    def at(self, tokens: Tokens, i: int) -> Hit[T] | None:
        """The longest entry that begins at token i; the fewest proclitics decide between equals."""
        forms = tokens.forms
        best: Hit[T] | None = None
        for proclitics, node in self._starts(forms[i]):
            reached = _longest(node, forms, i + 1)
            if reached is not None and (best is None or reached[0] > best.j):
                best = Hit(i, reached[0], reached[1].values[0], proclitics)
        return best

    def all_at(self, tokens: Tokens, i: int) -> Iterator[Hit[T]]:
        """Every entry of the greatest length that begins at token i, fewest proclitics first."""
        found: list[tuple[int, str, tuple[T, ...]]] = []
        for proclitics, node in self._starts(tokens.forms[i]):
            reached = _longest(node, tokens.forms, i + 1)
            if reached:
                found.append((reached[0], proclitics, reached[1].values))
        if found:
            j = max(f[0] for f in found)
            for end, proclitics, entries in found:
                if end == j:
                    yield from (Hit(i, j, value, proclitics) for value in entries)

    def find(self, tokens: Tokens, i: int = 0, j: int | None = None) -> list[Hit[T]]:
        """Leftmost longest entries between tokens i and j, none overlapping another."""
        hits: list[Hit[T]] = []
        stop = len(tokens) if j is None else j
        forms, firsts = tokens.forms, self._firsts
        while i < stop:
            if firsts.get(forms[i]) == ():
                i += 1
                continue
            hit = self.at(tokens, i)
            if hit is not None and hit.j <= stop:
                hits.append(hit)
                i = hit.j
            else:
                i += 1
        return hits

    def may_begin(self, form: str) -> bool:
        """Whether any entry can begin with this folded word."""
        return bool(self._starts(form))

    def _starts(self, form: str) -> tuple[tuple[str, _Node[T]], ...]:
        known = self._firsts.get(form)
        if known is None:
            if len(self._firsts) > _CACHE_LIMIT:
                self._firsts.clear()
            pairs = ((proclitics, self._root.next.get(stem)) for proclitics, stem in proclitic_splits(form))
            known = tuple((proclitics, node) for proclitics, node in pairs if node is not None)
            self._firsts[form] = known
        return known


def _phrase_words(phrase: str) -> list[str]:
    """The token forms of a phrase; one of plain words alone needs no tokenizer."""
    folded = fold_word(phrase)
    return folded.split() if folded.replace(" ", "").isalpha() else tokenize(phrase).forms


def _longest(node: _Node[T], forms: list[str], j: int) -> tuple[int, _Node[T]] | None:
    best = (j, node) if node.values else None
    while j < len(forms):
        following = node.next.get(forms[j])
        if following is None:
            break
        node, j = following, j + 1
        if node.values:
            best = (j, node)
    return best


@lru_cache(maxsize=65_536)
def proclitic_splits(form: str) -> tuple[tuple[str, str], ...]:
    """The ways to read a folded form as proclitics and a word, fewest proclitics first.

    Conjunction و or ف, then preposition ب ل ك, then the article; ``لل`` is ل with the article.
    """
    splits = [("", form)]
    if len(form) < 3 or not "ء" <= form[0] <= "ي":
        return tuple(splits)
    heads = [("", form)]
    if form[0] in _CONJUNCTIONS:
        heads.append((form[0], form[1:]))
    for head, rest in heads:
        splits += _without_preposition(head, rest)
    return tuple(dict.fromkeys((p, s) for p, s in splits if len(s) >= 2))


def _without_preposition(head: str, rest: str) -> Iterator[tuple[str, str]]:
    yield head, rest
    if rest.startswith("ال"):
        yield head + "ال", rest[2:]
    if rest.startswith("لل"):
        yield head + "ل", "ال" + rest[2:]
        yield head + "لل", rest[2:]
    elif rest[0] in _PREPOSITIONS:
        yield head + rest[0], rest[1:]
        if rest[1:].startswith("ال"):
            yield head + rest[:3], rest[3:]


def words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    return tuple(fold_word(phrase).split())

"""Words and phrases of a table, found in tokens in one pass, with Arabic proclitics taken off.

``وللأمم المتحدة`` is found by the entry ``الأمم المتحدة`` with the proclitics ``ول``. Only the first word of a
phrase carries proclitics; the words after it have to stand as they are in the table.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from mahdar.kept import Packed
from mahdar.language.branches import Branch, Node, Tree
from mahdar.language.folding import fold_word
from mahdar.language.marks import Mark
from mahdar.language.tokens import Tokens, tokenize

T = TypeVar("T")

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_CACHE_LIMIT = 50_000


@dataclass(slots=True, unsafe_hash=True)  # made by the hundred for a report, where frozen costs twice; never changed
class Hit(Generic[T]):
    """Tokens ``i`` to ``j`` are an entry; ``proclitics`` stood before its first word (folded)."""

    i: int
    j: int
    value: T
    proclitics: str


class _Start(Generic[T]):
    """The ways in which entries begin with a form, each with its proclitics; ``value`` is that of the form alone,
    ``nexts`` are the forms behind it with which an entry may go on.
    """

    __slots__ = ("before", "nexts", "value", "ways")

    def __init__(self, ways: tuple[tuple[str, Node[T]], ...]) -> None:
        self.ways = ways
        longer = [node.next for _, node in ways if node.next]
        self.nexts: Container[str] = longer[0] if len(longer) == 1 else frozenset().union(*longer)
        first = next(((before, node) for before, node in ways if node.values), None)
        self.before = first[0] if first else ""
        self.value: T | None = first[1].values[0] if first else None


class _Starts(dict[str, _Start[T]], Generic[T]):
    """Folded form to the ways in which entries begin with it; filled as forms are met."""

    def __init__(self, tree: Tree[T]) -> None:
        super().__init__()
        self._tree = tree

    def __missing__(self, form: str) -> _Start[T]:
        if len(self) > _CACHE_LIMIT:
            self.clear()
        pairs = ((proclitics, self._tree.get(stem)) for proclitics, stem in proclitic_splits(form))
        self[form] = known = _Start(tuple((proclitics, node) for proclitics, node in pairs if node is not None))
        return known


class Lexicon(Generic[T]):
    """Entries (phrase, value) as a tree over folded words; several values may share a phrase.

    ``everywhere``: it is sought in the whole of every report, and so looks words up together with others of its kind.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], *, everywhere: bool = False) -> None:
        self._grow(Tree.of(entries), everywhere)

    def _grow(self, tree: Tree[T], everywhere: bool) -> None:
        self._tree = tree
        self._starts = _Starts(tree)
        self._mark = Mark(self.may_begin) if everywhere else None

    def __getstate__(self) -> tuple[Packed[list[Branch[T]]], bool]:
        branches = self._tree.branches
        return branches if isinstance(branches, Packed) else Packed(branches), self._mark is not None

    def __setstate__(self, state: tuple[Packed[list[Branch[T]]], bool]) -> None:
        self._grow(Tree(state[0]), state[1])

    def get(self, phrase: str) -> tuple[T, ...]:
        """The values of exactly this phrase, without proclitics."""
        forms = tokenize(phrase).forms
        node = self._tree.get(forms[0]) if forms else None
        for word in forms[1:]:
            node = node.next.get(word) if node else None
        return node.values if node else ()

    def at(self, tokens: Tokens, i: int) -> Hit[T] | None:
        """The longest entry that begins at token i; the fewest proclitics decide between equals."""
        forms = tokens.forms
        start, j = self._starts[forms[i]], i + 1
        if j < len(forms) and forms[j] in start.nexts:
            return _longest_of(start.ways, forms, i)
        return Hit(i, j, start.value, start.before) if start.value is not None else None

    def all_at(self, tokens: Tokens, i: int) -> list[Hit[T]]:
        """Every entry of the greatest length that begins at token i, fewest proclitics first."""
        forms = tokens.forms
        start = self._starts[forms[i]]
        if i + 1 == len(forms) or forms[i + 1] not in start.nexts:
            return [Hit(i, i + 1, value, before) for before, node in start.ways for value in node.values]
        found = [(_longest(node, forms, i + 1), proclitics) for proclitics, node in start.ways]
        j = max(end for (end, _), _ in found)
        return [Hit(i, j, value, before) for (end, values), before in found if end == j for value in values]

    def find(self, tokens: Tokens, i: int = 0, j: int | None = None) -> list[Hit[T]]:
        """Leftmost longest entries between tokens i and j, none overlapping another."""
        hits: list[Hit[T]] = []
        forms, starts = tokens.forms, self._starts
        last, end = len(forms), i
        stop = last if j is None else j
        for k in self._places(tokens, i, stop):
            if k < end:
                continue
            start = starts[forms[k]]
            if k + 1 < last and forms[k + 1] in start.nexts:
                hit = _longest_of(start.ways, forms, k)
            elif start.value is not None:
                hit = Hit(k, k + 1, start.value, start.before)
            else:  # most words that begin a phrase have something else behind them
                continue
            if hit is not None and hit.j <= stop:
                hits.append(hit)
                end = hit.j
        return hits

    def _places(self, tokens: Tokens, i: int, stop: int) -> list[int]:
        """The tokens from i on to before ``stop`` at which an entry can begin."""
        if self._mark is not None:
            places = self._mark.at(tokens)
            return places[bisect_left(places, i) : bisect_left(places, stop)]
        starts = self._starts
        return [k for k, form in enumerate(tokens.forms[i:stop], i) if starts[form].ways]

    def may_begin(self, form: str) -> bool:
        """Whether any entry can begin with this folded word. What begins none is not kept: there is no end of it."""
        firsts = self._tree.firsts
        return any(stem in firsts for _, stem in proclitic_splits(form))


def _longest_of(ways: tuple[tuple[str, Node[T]], ...], forms: list[str], i: int) -> Hit[T] | None:
    """The longest of the entries that begin at token i in these ways; the fewest proclitics decide between equals."""
    end, values, before = 0, None, ""
    for proclitics, node in ways:
        j, found = _longest(node, forms, i + 1)
        if j > end:
            end, values, before = j, found, proclitics
    return Hit(i, end, values[0], before) if values else None


def _longest(node: Node[T], forms: list[str], j: int) -> tuple[int, tuple[T, ...]]:
    """Where the longest entry through this node ends, and its values; 0 where none does."""
    end, values = (j, node.values) if node.values else (0, node.values)
    following = node.next
    while following and j < len(forms):
        further = following.get(forms[j])
        if further is None:
            break
        following, j = further.next, j + 1
        if further.values:
            end, values = j, further.values
    return end, values


@lru_cache(maxsize=32_768)
def proclitic_splits(form: str) -> tuple[tuple[str, str], ...]:
    """The ways to read a folded form as proclitics and a word, fewest proclitics first.

    Conjunction و or ف, then preposition ب ل ك, then the article; ``لل`` is ل with the article, and with
    the first letter of a noun in ل besides.
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
        yield head + "ل", "الل" + rest[2:]  # للجنة: the noun itself begins with ل
        yield head + "لل", "ل" + rest[2:]
    elif rest[0] in _PREPOSITIONS:
        yield head + rest[0], rest[1:]
        if rest[1:].startswith("ال"):
            yield head + rest[:3], rest[3:]


def words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    return tuple(fold_word(phrase).split())

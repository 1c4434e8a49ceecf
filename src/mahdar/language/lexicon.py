"""Words and phrases of a table, found in tokens in one pass, with Arabic proclitics taken off.

``وللأمم المتحدة`` is found by the entry ``الأمم المتحدة`` with the proclitics ``ول``. Only the first word of a
phrase carries proclitics; the words after it have to stand as they are in the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from mahdar.language.folding import fold_word
from mahdar.language.marks import Mark
from mahdar.language.tokens import NEWLINE, Tokens, tokenize

T = TypeVar("T")

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_CACHE_LIMIT = 200_000


@dataclass(slots=True, unsafe_hash=True)  # made by the hundred for a report, where frozen costs twice; never changed
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


class _Tree(Generic[T]):
    """First word to the node of the entries that begin with it; a node is made when its word is first met."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._nodes: dict[str, _Node[T]] = {}
        self._waiting: dict[str, list[tuple[Sequence[str], T]]] = {}
        listed = list(entries)
        waiting = self._waiting
        for words_, (_, value) in zip(_phrase_words([phrase for phrase, _ in listed]), listed, strict=True):
            waiting.setdefault(words_[0] if words_ else "", []).append((words_, value))

    def get(self, first: str) -> _Node[T] | None:
        """The node of a first word; threads that meet it at once each make the same."""
        waiting = self._waiting.get(first)
        if waiting is None:
            return self._nodes.get(first)
        top: _Node[T] = _Node()
        for words_, value in waiting:
            node = top
            for word in words_[1:]:
                node = node.next.setdefault(word, _Node())
            node.values = (*node.values, value)
        self._nodes[first] = top
        self._waiting.pop(first, None)
        return top


class _Starts(dict[str, tuple[tuple[str, _Node[T]], ...]], Generic[T]):
    """Folded form to the ways in which entries begin with it, each with its proclitics; filled as forms are met."""

    def __init__(self, tree: _Tree[T]) -> None:
        super().__init__()
        self._tree = tree

    def __missing__(self, form: str) -> tuple[tuple[str, _Node[T]], ...]:
        if len(self) > _CACHE_LIMIT:
            self.clear()
        pairs = ((proclitics, self._tree.get(stem)) for proclitics, stem in proclitic_splits(form))
        self[form] = known = tuple((proclitics, node) for proclitics, node in pairs if node is not None)
        return known


class Lexicon(Generic[T]):
    """Entries (phrase, value) as a tree over folded words; several values may share a phrase.

    ``everywhere``: it is sought in the whole of every report, and so looks words up together with others of its kind.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], *, everywhere: bool = False) -> None:
        self._tree = _Tree(entries)
        self._starts = _Starts(self._tree)
        self._mark = Mark(self.may_begin) if everywhere else None

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
        end, values, before = 0, None, ""
        for proclitics, node in self._starts[forms[i]]:
            j, found = _longest(node, forms, i + 1)
            if j > end:
                end, values, before = j, found, proclitics
        return Hit(i, end, values[0], before) if values else None

    def all_at(self, tokens: Tokens, i: int) -> Iterator[Hit[T]]:
        """Every entry of the greatest length that begins at token i, fewest proclitics first."""
        forms = tokens.forms
        found = [(_longest(node, forms, i + 1), proclitics) for proclitics, node in self._starts[forms[i]]]
        if found:
            j = max(end for (end, _), _ in found)
            for (end, values), proclitics in found:
                if end == j:
                    yield from (Hit(i, j, value, proclitics) for value in values)

    def find(self, tokens: Tokens, i: int = 0, j: int | None = None) -> list[Hit[T]]:
        """Leftmost longest entries between tokens i and j, none overlapping another."""
        hits: list[Hit[T]] = []
        stop, end = len(tokens.forms) if j is None else j, i
        for k in self._places(tokens, i, stop):
            if k >= end:
                hit = self.at(tokens, k)
                if hit is not None and hit.j <= stop:
                    hits.append(hit)
                    end = hit.j
        return hits

    def _places(self, tokens: Tokens, i: int, stop: int) -> list[int]:
        """The tokens from i on to before ``stop`` at which an entry can begin."""
        if self._mark is not None and i == 0 and stop == len(tokens.forms):
            return self._mark.at(tokens)
        starts = self._starts
        return [k for k, form in enumerate(tokens.forms[i:stop], i) if starts[form]]

    def may_begin(self, form: str) -> bool:
        """Whether any entry can begin with this folded word."""
        return bool(self._starts[form])


def _phrase_words(phrases: list[str]) -> list[Sequence[str]]:
    """The token forms of phrases; those of plain words alone need no tokenizer, the others pass it together."""
    folded = fold_word(NEWLINE.join(phrases)).split(NEWLINE) if phrases else []
    if len(folded) != len(phrases):
        return [tokenize(phrase).forms for phrase in phrases]
    found: list[Sequence[str]] = [each.split() for each in folded]
    odd = [k for k, each in enumerate(folded) if not each.replace(" ", "").isalpha()]
    for k, forms in zip(odd, _lines([phrases[k] for k in odd]), strict=True):
        found[k] = forms
    return found


def _lines(phrases: list[str]) -> list[list[str]]:
    """The token forms of phrases that hold more than plain words: tokenized as the lines of one text."""
    lines: list[list[str]] = [[]]
    for form in tokenize(NEWLINE.join(phrases)).forms if phrases else ():
        if form == NEWLINE:
            lines.append([])
        else:
            lines[-1].append(form)
    if len(lines) != len(phrases) or not all(lines):  # some are empty or hold a line end
        return [tokenize(phrase).forms for phrase in phrases]
    return lines


def _longest(node: _Node[T], forms: list[str], j: int) -> tuple[int, tuple[T, ...]]:
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


@lru_cache(maxsize=65_536)
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

"""The entries of a lexicon by their first word: each word's branch is grown to a tree when the word is first met."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from mahdar.kept import Packed
from mahdar.language.folding import fold_word
from mahdar.language.tokens import NEWLINE, tokenize

T = TypeVar("T")
Branch = tuple[tuple[str, ...], T]  # the words behind the first, and a value


class Node(Generic[T]):
    """What may follow the words so far, and the values of the entries that end here."""

    __slots__ = ("next", "values")

    def __init__(self) -> None:
        self.next: dict[str, Node[T]] = {}
        self.values: tuple[T, ...] = ()


class Tree(Generic[T]):
    """First word to the node of the entries that begin with it; a node is made when its word is first met."""

    def __init__(self, branches: Mapping[str, list[Branch[T]]]) -> None:
        self._nodes: dict[str, Node[T]] = {}
        self.branches = branches
        self.firsts: Mapping[str, object] = branches.places if isinstance(branches, Packed) else branches

    @classmethod
    def of(cls, entries: Iterable[tuple[str, T]]) -> Tree[T]:
        """The tree of entries by their phrases."""
        listed = list(entries)
        branches: dict[str, list[Branch[T]]] = {}
        for words_, (_, value) in zip(_phrase_words([phrase for phrase, _ in listed]), listed, strict=True):
            branches.setdefault(words_[0] if words_ else "", []).append((tuple(words_[1:]), value))
        return cls(branches)

    def get(self, first: str) -> Node[T] | None:
        """The node of a first word; threads that meet it at once each make the same."""
        known = self._nodes.get(first)
        if known is not None or first not in self.firsts:
            return known
        top: Node[T] = Node()
        for words_, value in self.branches[first]:
            node = top
            for word in words_:
                node = node.next.setdefault(word, Node())
            node.values = (*node.values, value)
        return self._nodes.setdefault(first, top)


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

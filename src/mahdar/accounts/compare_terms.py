"""Which words each account uses for the same thing, by a table of terms; judges none of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from mahdar.accounts.compare_model import Cells, Name, TermCell, TermRow, Told, absent, in_order
from mahdar.accounts.compare_scene import Scene
from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Hit, Lexicon, proclitic_splits
from mahdar.language.tokens import tokenize
from mahdar.tables import read_rows, values

_PACKAGE = "mahdar.accounts"
_NEAR = 3  # words


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a subject; ``near`` are folded words of which one has to stand beside it, if there are any."""

    subject: str
    name: str
    near: frozenset[str]


def terms(scenes: Sequence[Scene]) -> list[TermRow]:
    """A row for each subject that two accounts or more name; those named in different words first."""
    found = [_first(scene) for scene in scenes]
    rows = []
    for subject, name in _subjects().items():
        cells: Cells[TermCell] = tuple(in_order([c for (s, _), c in own.items() if s == subject]) for own in found)
        if sum(map(bool, cells)) > 1:
            rows.append(TermRow(cells, absent(cells), name, _told(cells)))
    return sorted(rows, key=lambda row: row.told == "alike")


def _told(cells: Cells[TermCell]) -> Told:
    used = {frozenset(cell.term for cell in own) for own in cells if own}
    return "alike" if len(used) == 1 else "differently"


def _first(scene: Scene) -> dict[tuple[str, str], TermCell]:
    """Subject and term to the first place of the account that uses it, with how many there are."""
    places: dict[tuple[str, str], tuple[int, int]] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for term, place in _uses(scene):
        places.setdefault((term.subject, term.name), place)
        counts[term.subject, term.name] += 1
    return {key: _cell(scene, *place, key[1], counts[key]) for key, place in places.items()}


def _uses(scene: Scene) -> Iterator[tuple[Term, tuple[int, int]]]:
    """Each use of a term with its offsets; of one subject the term with its neighbour wins over one that needs none."""
    for hit in _lexicon().find(scene.tokens):
        around = _around(scene, hit.i, hit.j)
        chosen: dict[str, Term] = {}
        for term in hit.value:
            if term.near & around.keys() or not (term.near or term.subject in chosen):
                chosen.setdefault(term.subject, term)
        yield from ((term, _place(scene, hit, term, around)) for term in chosen.values())


def _around(scene: Scene, i: int, j: int) -> dict[str, int]:
    """The words beside tokens i to j in their sentence, with and without proclitics, and their tokens."""
    forms, tokens = scene.tokens.forms, scene.tokens
    here = scene.number(tokens.start(i))
    beside = [*range(max(0, i - _NEAR), i), *range(j, min(len(forms), j + _NEAR))]
    own = [k for k in beside if scene.number(tokens.start(k)) == here]
    return {word: k for k in own for _, word in proclitic_splits(forms[k])}


def _place(scene: Scene, hit: Hit[tuple[Term, ...]], term: Term, around: dict[str, int]) -> tuple[int, int]:
    """The offsets of a use, with the neighbour that it needs."""
    tokens = scene.tokens
    start, end = tokens.start(hit.i, len(hit.proclitics)), tokens.end(hit.j - 1)
    beside = [around[word] for word in term.near & around.keys()]
    return min([start, *map(tokens.start, beside)]), max([end, *map(tokens.end, beside)])


def _cell(scene: Scene, start: int, end: int, term: str, count: int) -> TermCell:
    return TermCell(start, end, scene.text[start:end], scene.sentence(start, end), term=term, count=count)


@cache
def _lexicon() -> Lexicon[tuple[Term, ...]]:
    """Every phrase of the table once, with all terms that it may be; those that need a neighbour first."""
    phrases: dict[str, list[Term]] = {}
    for row in read_rows(_PACKAGE, "compare_terms.csv"):
        near = frozenset(map(fold_word, values(row["near"])))
        for word in values(row["words"]):
            phrases.setdefault(" ".join(tokenize(word).forms), []).append(Term(row["subject"], row["term"], near))
    ordered = ((phrase, tuple(sorted(found, key=lambda term: not term.near))) for phrase, found in phrases.items())
    return Lexicon(ordered, everywhere=True)


@cache
def _subjects() -> dict[str, Name]:
    rows = read_rows(_PACKAGE, "compare_subjects.csv")
    return {row["subject"]: Name(row["subject"], row["en"], row["ar"]) for row in rows}

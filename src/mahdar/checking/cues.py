"""The words by which reports speak of what the record holds, gathered from the tables of all rooms into one
lexicon.

A row of a table of cues: ``concept`` (what the words say), ``form`` (how: past, present, passive, noun…, or empty),
``value`` (an argument that they carry, or empty) and ``words``, separated by ``|``. Words are found with Arabic
proclitics before them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from mahdar.checking.homes import homes
from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Lexicon
from mahdar.language.tokens import Tokens
from mahdar.tables import read_rows, values

_SHARED = "mahdar.checking"
_PROCLITICS = frozenset("وفبلك")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase of a table says."""

    concept: str
    form: str
    value: str


@dataclass(slots=True, unsafe_hash=True)  # made by the hundred for a report; never changed
class Cue:
    """Tokens ``i`` to ``j`` say ``sense``; ``proclitics`` stood before them."""

    i: int
    j: int
    sense: Sense
    proclitics: str

    @property
    def form(self) -> str:
        return self.sense.form

    @property
    def value(self) -> str:
        return self.sense.value


def cues(tokens: Tokens) -> dict[str, list[Cue]]:
    """All cues of a text by concept, in order."""
    lexicon = _lexicon()
    found: dict[str, list[Cue]] = {}
    for hit in lexicon.find(tokens):
        i, j = hit.i, hit.j
        for sense in hit.value:
            found.setdefault(sense.concept, []).append(Cue(i, j, sense, hit.proclitics))
        if tokens.forms[i][0] not in _PROCLITICS:
            continue
        seen = set(hit.value)
        for same in lexicon.all_at(tokens, i):
            if same.j == j:
                for sense in same.value:
                    if sense not in seen:
                        seen.add(sense)
                        found.setdefault(sense.concept, []).append(Cue(i, j, sense, same.proclitics))
    return found


@cache
def _lexicon() -> Lexicon[tuple[Sense, ...]]:
    """Every phrase of the tables once, with all its senses."""
    packages = (_SHARED, *homes())
    senses: dict[str, dict[Sense, None]] = {}
    for rows in (_topics(), *map(_entries, packages)):
        for words, sense in rows:
            senses.setdefault(fold_word(words), {})[sense] = None
    return Lexicon(((words, tuple(found)) for words, found in senses.items()), everywhere=True)


def _topics() -> list[tuple[str, Sense]]:
    rows = read_rows(_SHARED, "topics.csv")
    return [(words, Sense("topic", "", r["topic"])) for r in rows for words in values(r["words"])]


def _entries(package: str) -> list[tuple[str, Sense]]:
    rows = read_rows(package, "cues.csv")
    return [(words, Sense(r["concept"], r["form"], r["value"])) for r in rows for words in values(r["words"])]

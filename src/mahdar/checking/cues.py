"""The words by which reports speak of what the record holds, gathered from the tables of all rooms into one
lexicon.

A row of a table of cues: ``concept`` (what the words say), ``form`` (how: past, present, passive, noun…, or empty),
``value`` (an argument that they carry, or empty) and ``words``, separated by ``|``. Words are found with Arabic
proclitics before them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mahdar.checking.homes import homes
from mahdar.kept import kept
from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Hit, Lexicon
from mahdar.language.tokens import Tokens, tokenize
from mahdar.tables import read_rows, values

_SHARED = "mahdar.checking"
_TOPICS = "topics"
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


@dataclass(frozen=True, slots=True, eq=False)  # each phrase is one object, looked up as such
class _Phrase:
    """The senses of a phrase, its words as they are looked up, and the rooms whose tables hold it."""

    senses: tuple[Sense, ...]
    words: str
    rooms: frozenset[str]


def cues(tokens: Tokens) -> dict[str, list[Cue]]:
    """All cues of a text by concept, in order."""
    lexicon, forms = _lexicon(), tokens.forms
    found: dict[str, list[Cue]] = defaultdict(list)
    for hit in lexicon.find(tokens):
        i, j, phrase, before = hit.i, hit.j, hit.value, hit.proclitics
        for sense in phrase.senses:
            found[sense.concept].append(Cue(i, j, sense, before))
        if j - i > 1:
            for a, b, sense in _inside(phrase):
                found[sense.concept].append(Cue(i + a, i + b, sense, before if a == 0 else ""))
        if forms[i][0] in _PROCLITICS and lexicon.ambiguous(forms[i]):
            for same, sense in _read_otherwise(phrase, [same for same in lexicon.all_at(tokens, i) if same.j == j]):
                found[sense.concept].append(Cue(i, j, sense, same.proclitics))
    return dict(found)


def _read_otherwise(phrase: _Phrase, readings: list[Hit[_Phrase]]) -> Iterator[tuple[Hit[_Phrase], Sense]]:
    """What the same words say besides, read with other proclitics."""
    others = [same for same in readings if same.value is not phrase]
    seen = set(phrase.senses) if others else set()
    for same in others:
        for sense in same.value.senses:
            if sense not in seen:
                seen.add(sense)
                yield same, sense


@cache
def _inside(phrase: _Phrase) -> tuple[tuple[int, int, Sense], ...]:
    """The cues of other rooms within a mechanism's phrase, by token: no mechanism hides what another one says.

    Names of topics, and phrases of the shared table, are whole: "Western Sahara" is not western.
    """
    if phrase.rooms & {_SHARED, _TOPICS}:
        return ()
    forms = tokenize(phrase.words).forms
    found: list[tuple[int, int, Sense]] = []
    free: dict[str, int] = {}  # by room: the token from which its next cue may begin
    for i in range(len(forms)):
        for j in range(len(forms), i, -1):
            for inner in _lexicon().get(" ".join(forms[i:j])) if j - i < len(forms) else ():
                rooms = [room for room in inner.rooms if room not in phrase.rooms and free.get(room, 0) <= i]
                if rooms:
                    free |= dict.fromkeys(rooms, j)
                    found += [(i, j, sense) for sense in inner.senses]
    return tuple(found)


@kept
def _lexicon() -> Lexicon[_Phrase]:
    """Every phrase of the tables once, with all its senses."""
    senses: dict[str, dict[Sense, None]] = {}
    rooms: dict[str, set[str]] = {}
    for room in (_TOPICS, _SHARED, *homes()):
        for words, sense in _topics() if room == _TOPICS else _entries(room):
            folded = fold_word(words)
            senses.setdefault(folded, {})[sense] = None
            rooms.setdefault(folded, set()).add(room)
    phrases = ((words, _Phrase(tuple(found), words, frozenset(rooms[words]))) for words, found in senses.items())
    return Lexicon(phrases, everywhere=True)


def _topics() -> list[tuple[str, Sense]]:
    rows = read_rows(_SHARED, "topics.csv")
    return [(words, Sense("topic", "", r["topic"])) for r in rows for words in values(r["words"])]


def _entries(package: str) -> list[tuple[str, Sense]]:
    rows = read_rows(package, "cues.csv")
    return [(words, Sense(r["concept"], r["form"], r["value"])) for r in rows for words in values(r["words"])]

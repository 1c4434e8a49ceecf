"""The words by which reports speak of what the record holds, gathered from the tables of all rooms: phrases of
several words in one lexicon, single words by their forms.

A row of a table of cues: ``concept`` (what the words say), ``form`` (how: past, present, passive, noun…, or empty),
``value`` (an argument that they carry, or empty) and ``words``, separated by ``|``. Words are found with Arabic
proclitics before them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from mahdar.checking.homes import homes
from mahdar.kept import Packed, kept
from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Hit, Lexicon, proclitic_splits
from mahdar.language.marks import Mark
from mahdar.language.tokens import Tokens, tokenize
from mahdar.tables import read_rows, values

_SHARED = "mahdar.checking"
_TOPICS = "topics"
_PROCLITICS = frozenset("وفبلك")
_CACHE_LIMIT = 50_000
_VOTING = frozenset({"voted_for", "voted_against", "vote_bare"})
_RESOLUTION = "resolution"
_place = attrgetter("i")


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
    long: bool


class Cues:
    """The cues of a text by concept. Phrases of several words are found at once; single words, which are most, are only
    sorted by concept, and made cues where somebody asks for theirs.
    """

    def __init__(self, tokens: Tokens) -> None:
        self._forms = forms = tokens.forms
        self.made: dict[str, list[Cue]] = {}  # what was asked for
        self._phrases: dict[str, list[Cue]] = {}
        within: set[int] = set()
        for hit in _lexicon().find(tokens):
            within.update(range(hit.i, hit.j))
            self._add(hit)
        self._words: dict[str, list[int]] = {}
        waiting, words = self._words, _words()
        for i in words.mark.at(tokens):
            for concept in words[forms[i]] if i not in within else ():
                if concept in waiting:
                    waiting[concept].append(i)
                else:
                    waiting[concept] = [i]
        self.concepts = frozenset((*self._phrases, *waiting))

    def _add(self, hit: Hit[_Phrase]) -> None:
        """The cues of a phrase, and of those within it."""
        i, j, before, found = hit.i, hit.j, hit.proclitics, self._phrases
        for sense in hit.value.senses:
            found.setdefault(sense.concept, []).append(Cue(i, j, sense, before))
        for a, b, sense in _inside(hit.value):
            found.setdefault(sense.concept, []).append(Cue(i + a, i + b, sense, before if a == 0 else ""))

    def of(self, concept: str) -> list[Cue]:
        """The cues of a concept in order; do not change the list, it is kept."""
        known = self.made.get(concept)
        if known is None and concept in self.concepts:
            known = self.made[concept] = self._make(concept)
        return known or []

    def _make(self, concept: str) -> list[Cue]:
        words, forms, phrases = _words(), self._forms, self._phrases.get(concept)
        places = self._words.get(concept, ())
        found = [Cue(i, i + 1, sense, before) for i in places for sense, before in words[forms[i]][concept]]
        return sorted((*phrases, *found), key=_place) if phrases and found else phrases or found

    def drop(self, concept: str, places: Collection[int]) -> None:
        """Leave out the cues of a concept that begin at these tokens."""
        self.made[concept] = [cue for cue in self.of(concept) if cue.i not in places]


def cues(tokens: Tokens) -> dict[str, list[Cue]]:
    """All cues of a text by concept, in order."""
    found = Cues(tokens)
    return {concept: found.of(concept) for concept in found.concepts}


class _Words(dict[str, dict[str, tuple[tuple[Sense, str], ...]]]):
    """Folded form to what it says as a single word: by concept the senses, each with the proclitics before it."""

    def __init__(self, senses: Mapping[str, tuple[Sense, ...]]) -> None:
        super().__init__()
        self.senses = senses
        self.mark = Mark(lambda form: any(stem in senses for _, stem in proclitic_splits(form)))

    def __missing__(self, form: str) -> dict[str, tuple[tuple[Sense, str], ...]]:
        if len(self) > _CACHE_LIMIT:
            self.clear()
        readings = [(stem, before) for before, stem in proclitic_splits(form) if stem in self.senses]
        if form[0] not in _PROCLITICS:
            del readings[1:]
        known: dict[Sense, str] = {}
        for stem, before in readings:
            for sense in self.senses[stem]:
                known.setdefault(sense, before)
        by_concept: dict[str, tuple[tuple[Sense, str], ...]] = {}
        for sense, before in known.items():
            by_concept[sense.concept] = (*by_concept.get(sense.concept, ()), (sense, before))
        self[form] = by_concept
        return by_concept


@cache
def _inside(phrase: _Phrase) -> tuple[tuple[int, int, Sense], ...]:
    """The cues of other rooms within a mechanism's phrase, by token: no mechanism hides what another one says.

    Names of topics, and phrases of the shared table, are whole: "Western Sahara" is not western; only the resolution
    with which a verb of voting ends may have a number: عارضت القرار 678.
    """
    forms = tokenize(phrase.words).forms
    if phrase.rooms & {_SHARED, _TOPICS}:
        voting = any(sense.concept in _VOTING for sense in phrase.senses)
        last = _phrases().get(forms[-1]) if voting else None
        named = last.senses if last is not None else ()
        return tuple((len(forms) - 1, len(forms), sense) for sense in named if sense.concept == _RESOLUTION)
    found: list[tuple[int, int, Sense]] = []
    free: dict[str, int] = {}  # by room: the token from which its next cue may begin
    for i in range(len(forms)):
        for j in range(len(forms), i, -1):
            inner = _phrases().get(" ".join(forms[i:j])) if j - i < len(forms) else None
            if inner is not None:
                rooms = [room for room in inner.rooms if room not in phrase.rooms and free.get(room, 0) <= i]
                free |= dict.fromkeys(rooms, j)
                found += [(i, j, sense) for sense in inner.senses if rooms]
    return tuple(found)


@kept
def _lexicon() -> Lexicon[_Phrase]:
    """The phrases of several words."""
    return Lexicon(((words, phrase) for words, phrase in _table().items() if phrase.long), everywhere=True)


@cache
def _words() -> _Words:
    """The single words."""
    return _Words(_senses())


@kept
def _senses() -> Packed[tuple[Sense, ...]]:
    return Packed({words: phrase.senses for words, phrase in _table().items() if not phrase.long})


@kept
def _phrases() -> Packed[_Phrase]:
    return Packed(_table())


@cache
def _table() -> dict[str, _Phrase]:
    """Every phrase of the tables once, with all its senses; made where nothing is kept."""
    senses: dict[str, dict[Sense, None]] = {}
    rooms: dict[str, set[str]] = {}
    for room in (_TOPICS, _SHARED, *homes()):
        for words, sense in _topics() if room == _TOPICS else _entries(room):
            folded = fold_word(words)
            senses.setdefault(folded, {})[sense] = None
            rooms.setdefault(folded, set()).add(room)
    return {
        words: _Phrase(tuple(found), words, frozenset(rooms[words]), len(tokenize(words).forms) > 1)
        for words, found in senses.items()
    }


def _topics() -> list[tuple[str, Sense]]:
    rows = read_rows(_SHARED, "topics.csv")
    return [(words, Sense("topic", "", r["topic"])) for r in rows for words in values(r["words"])]


def _entries(package: str) -> list[tuple[str, Sense]]:
    rows = read_rows(package, "cues.csv")
    return [(words, Sense(r["concept"], r["form"], r["value"])) for r in rows for words in values(r["words"])]

"""A passage by token index: its cues by concept, sentences and clauses, states, persons, times and numbers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from operator import attrgetter
from typing import Any

from mahdar.checking.apposed import Text, asides, without_apposed
from mahdar.checking.cues import Cue, Cues
from mahdar.checking.lists import ASIDE, parted, without_contrasted
from mahdar.checking.mentions import PLACES, StateMention, linked, mentions, standing_for
from mahdar.checking.misread import drop_misread
from mahdar.checking.nobody import without_nobody
from mahdar.checking.shared_subjects import without_objects
from mahdar.checking.spared import without_spared
from mahdar.checking.wordlists import words
from mahdar.language.marks import Mark
from mahdar.language.numbers import Number
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import Span
from mahdar.reading.nesting import Nesting
from mahdar.reading.passage import Named, Passage

_place = attrgetter("i")
_CUTTING = Mark(lambda form: form in (";", "؛", ":"))
_ENTRY, _BULLETS = frozenset((":", "-", "–", "—")), frozenset(("-", "–", "—", "•", "*", "·"))
_COUNTED_REACH, _TALLIED_REACH = 6, 3  # tokens before a colon that count times, and from it to the first of these
_NAMED, _AND = frozenset(PLACES), "و"
_NAMED_OR_ADJECTIVE = frozenset({*PLACES, "demonym", "inside"})


class View:
    """What can be asked of a passage by token index; everything is computed once."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.forms = passage.tokens.forms
        self._cues = cues = Cues(passage.tokens)
        self._present = cues.concepts
        drop_misread(cues, passage)
        self._clauses: dict[int, Span] = {}
        self._placed: dict[str, tuple[list[Cue], list[int]]] = {}

    # -- cues
    def all(self, concept: str) -> list[Cue]:
        """The cues of a concept in the whole text, in order; do not change the list, it is kept."""
        return self._cues.of(concept)

    def has_any(self, concepts: Iterable[str]) -> bool:
        """Whether the text has a cue of any of these concepts."""
        return not self._present.isdisjoint(concepts)

    def any_at_all(self, concepts: tuple[str, ...]) -> list[Cue]:
        """The cues of several concepts in the whole text, in order."""
        return _merged([self._cues.of(concept) for concept in concepts if concept in self._present])

    @cached_property
    def memo(self) -> dict[Any, Any]:
        """What `mahdar.checking.once` keeps of this scene."""
        return {}

    def within(self, concept: str, i: int, j: int) -> list[Cue]:
        """The cues of a concept that begin between tokens i and j."""
        known = self._placed.get(concept)
        if known is None:
            if concept not in self._present:
                return []
            found = self._cues.of(concept)
            known = self._placed[concept] = found, [cue.i for cue in found]
        found, starts = known
        low = bisect_left(starts, i)
        return found[low : bisect_left(starts, j, low)] if low < len(starts) else []

    def any_of(self, concepts: tuple[str, ...], i: int, j: int) -> list[Cue]:
        """The cues of several concepts between tokens i and j, in order."""
        present = self._present
        return _merged([cues for concept in concepts if concept in present and (cues := self.within(concept, i, j))])

    def begins(self, i: int) -> list[Cue]:
        """The cues that begin at token i, whatever they say."""
        return [cue for concept in self._present for cue in self.within(concept, i, i + 1)]

    def at(self, concept: str, i: int) -> Cue | None:
        """The cue of a concept that begins at token i."""
        return next(iter(self.within(concept, i, i + 1)), None)

    def nearest(self, concept: str, i: int, span: Span) -> Cue | None:
        """The cue of a concept in the span that lies nearest to token i, the first of those that lie as near."""
        found = self.within(concept, span.i, span.j)
        if not found:
            return None
        k = bisect_left(found, i, key=_place)
        before = found[bisect_left(found, found[k - 1].i, key=_place)] if k else found[0]
        return found[k] if k < len(found) and found[k].i - i < i - before.i else before

    # -- sentences and clauses
    def sentence(self, i: int) -> Span:
        """The sentence of token i."""
        return self.passage.sentences[self.passage.sentence_of(i)]

    def clause(self, i: int) -> Span:
        """The clause of token i: its sentence, cut at strong marks, brackets aside, and at words that begin another
        clause.
        """
        known = self._clauses.get(i)
        if known is None:
            sentence = self.sentence(i)
            k = bisect_right(self._breaks, i)
            before = self._breaks[k - 1] if k else 0
            after = self._breaks[k] if k < len(self._breaks) else sentence.j
            known = self._clauses[i] = Span(max(before, sentence.i), min(after, sentence.j))
        return known

    @cached_property
    def _breaks(self) -> list[int]:
        dated = {time.i for time in self.passage.times}  # "before 2011" begins no clause
        opening = [cue.i for cue in self.all("break") if cue.proclitics in ("", "و", "ف") and cue.i not in dated]
        cutting = {k for k in _CUTTING.at(self.tokens) if not self._tallied(k)}
        return sorted({*opening, *cutting} - {time.j for time in self.entries})

    def _tallied(self, k: int) -> bool:
        """Whether the mark at token k leads from a number of times to those times: "twice: in 1962 and 1981"."""
        counted = words("mahdar.checking", "times.toml", "occasions")
        told = not counted.isdisjoint(self.forms[max(0, k - _COUNTED_REACH) : k])
        return told and bool(self.times_in(k + 1, k + _TALLIED_REACH))

    @cached_property
    def entries(self) -> list[TimePhrase]:
        """The times that open the lines of a chronology: "14 April 2012: Resolution 2042 sends observers"."""
        marked = (t for t in self._times[1] if t.j < len(self.forms) and self.forms[t.j] in _ENTRY)
        return [t for t in marked if _opens_line(self.forms, t.i)]

    def entry(self, i: int) -> TimePhrase | None:
        """The time of the line of a chronology in which token i stands."""
        k = bisect_right(self.entries, i, key=_place) - 1
        if k < 0 or "\n" in self.forms[self.entries[k].i : i]:
            return None
        return self.entries[k]

    def asks(self, i: int) -> bool:
        """Whether the sentence of token i is a question."""
        sentence = self.sentence(i)
        return any(form in "?؟" for form in self.forms[max(sentence.i, sentence.j - 2) : sentence.j])

    # -- states
    @cached_property
    def states(self) -> list[StateMention]:
        """All mentions of states, in order; demonyms included."""
        named = without_apposed(self._mentions, self._aside_spans)
        exceptions = self.all("all_but")
        if not exceptions:
            return named
        return without_spared(named, exceptions, partial(self.within, "every"), self.sentence, self.forms)

    @cached_property
    def _mentions(self) -> list[StateMention]:
        """All mentions of states, those in asides and exceptions as if they acted."""
        found = mentions(self.passage, self.any_at_all(("pair", "self")))
        if standing := standing_for(self.passage):
            found = sorted([*found, *standing], key=_place)
        return without_nobody(without_contrasted(found, self.forms), self.tokens, self.sentence)

    @cached_property
    def _aside_spans(self) -> list[Span]:
        timed = {time.j for time in self.passage.times}
        return asides(self._mentions, Text(self.forms, self.begins, timed))

    def in_aside(self, i: int) -> Span | None:
        """The aside on a state in which token i stands: "Mali (independent since 1960) joined"."""
        k = bisect_right(self._aside_spans, i, key=_place) - 1
        return self._aside_spans[k] if k >= 0 and i < self._aside_spans[k].j else None

    @cached_property
    def asides(self) -> frozenset[int]:
        """The tokens at which states begin of which words only say that another did something."""
        return frozenset(s.i for s in self.states if s.kind == ASIDE)

    def states_in(self, i: int, j: int, *, demonyms: bool = False) -> list[StateMention]:
        """The states named between tokens i and j; demonyms only if asked for."""
        kinds, starts = _NAMED_OR_ADJECTIVE if demonyms else _NAMED, self._state_starts
        return [s for s in self.states[bisect_left(starts, i) : bisect_left(starts, j)] if s.kind in kinds]

    @cached_property
    def _state_starts(self) -> list[int]:
        return [s.i for s in self.states]

    def groups(self, i: int, j: int, *, demonyms: bool = False) -> list[list[StateMention]]:
        """The states between tokens i and j as lists: "A, B and C" is one."""
        groups: list[list[StateMention]] = []
        for state in self.states_in(i, j, demonyms=demonyms):
            if state.kind == "inside":
                continue
            if groups and self._linked(groups[-1], state):
                groups[-1].append(state)
            else:
                groups.append([state])
        return without_objects(groups, self.forms, i, j)

    def _linked(self, group: list[StateMention], other: StateMention) -> bool:
        """Whether a state goes on with a list; not side by side without a link (اتهمت روسيا أوكرانيا)."""
        one = group[-1]
        joined = other.joined and self.forms[other.i].startswith(_AND)
        if one.j == other.i and not joined and one.kind in _NAMED and other.kind in _NAMED:
            return False
        if not linked(self.forms[one.j : other.i]):
            return False
        return not parted(self.forms, self.sentence(one.i).i, group, other)

    def times_in(self, i: int, j: int) -> list[TimePhrase]:
        """The time expressions that begin between tokens i and j."""
        starts, times = self._times
        return times[bisect_left(starts, i) : bisect_left(starts, j)]

    @cached_property
    def _times(self) -> tuple[list[int], list[TimePhrase]]:
        times = sorted(self.passage.times, key=lambda t: t.i)
        return [t.i for t in times], times

    def numbers_in(self, i: int, j: int) -> list[Number]:
        """The numbers that begin between tokens i and j."""
        starts, numbers = self._numbers
        return numbers[bisect_left(starts, i) : bisect_left(starts, j)]

    @cached_property
    def _numbers(self) -> tuple[list[int], list[Number]]:
        numbers = sorted(self.passage.numbers, key=lambda n: n.i)
        return [n.i for n in numbers], numbers

    # -- names
    def named_in(self, i: int, j: int) -> list[Named]:
        """The names that begin between tokens i and j, in order."""
        starts = self._named_starts
        return self.passage.named[bisect_left(starts, i) : bisect_left(starts, j)]

    @cached_property
    def _named_starts(self) -> list[int]:
        return [named.i for named in self.passage.named]

    def named_to(self, j: int) -> list[Named]:
        """The names that end at token j."""
        return self._named_ends.get(j, [])

    @cached_property
    def _named_ends(self) -> dict[int, list[Named]]:
        ends: dict[int, list[Named]] = {}
        for named in self.passage.named:
            ends.setdefault(named.j, []).append(named)
        return ends

    def person(self, i: int) -> Named | None:
        """The person in whose name, title included, token i stands."""
        return self._persons.get(i)

    @cached_property
    def _persons(self) -> dict[int, Named]:
        return {k: n for n in self.passage.named if n.kind == "person" for k in range(n.i, n.j)}

    # -- statements
    def said_from(self, i: int) -> int:
        """The offset at which the innermost statement that holds token i begins, or 0."""
        held = self._said.at(self.tokens.start(i))
        return 0 if held is None else self.passage.statements[held].start

    @cached_property
    def _said(self) -> Nesting:
        return Nesting((s.start, s.end) for s in self.passage.statements)

    # -- spans
    def offsets(self, i: int, j: int) -> tuple[int, int]:
        """Code points of tokens i to j, without marks and line ends at their edges."""
        while j > i + 1 and not self.forms[j - 1][0].isalnum():
            j -= 1
        while i < j - 1 and not self.forms[i][0].isalnum():
            i += 1
        return self.tokens.start(i), self.tokens.end(j - 1)

    def words(self, i: int, j: int) -> Iterator[str]:
        return iter(self.forms[max(0, i) : j])


def _opens_line(forms: list[str], i: int) -> bool:
    """Whether only bullets stand between the beginning of a line and token i."""
    while i > 0 and forms[i - 1] in _BULLETS:
        i -= 1
    return i == 0 or forms[i - 1] == "\n"


def _merged(found: list[list[Cue]]) -> list[Cue]:
    """Several lists of cues as one, in order."""
    if len(found) < 2:
        return found[0] if found else []
    return sorted((cue for cues in found for cue in cues), key=_place)

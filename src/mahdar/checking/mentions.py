"""The states that a passage names: by name, capital or demonym, inside an office, or as "both countries"."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from mahdar.checking.cues import Cue
from mahdar.checking.wordlists import words
from mahdar.language.tokens import tokens_of
from mahdar.reading.names.hits import lexicon
from mahdar.reading.passage import Named, Passage

_STATE = "state:"
_place = attrgetter("i")
GOVERNMENT = "government"  # the kind of a state of whose government a relative clause tells
PLACES = ("state", "capital", "anaphor", GOVERNMENT)
_OFFICE_WITH_PLACE = 3
_COMMA = ([","], ["،"])
_TITLED, _FEMININE = ("office", "person"), "ه"
_RECENT = 40
LINKS = frozenset(
    {
        "و",
        "and",
        "the",
        "&",
        ",",
        "،",
        "/",
        "-",
        "وكذلك",
        "كذلك",
        "both",
        "then",
        "nor",
        "كل",
        "من",
    }
)


_STATES = frozenset({*PLACES, "demonym"})
_OF, _ALL = "من", "كل"  # the first links states only behind the second: كل من


def linked(between: Sequence[str]) -> bool:
    """Whether the words between two states join them in one breath; not طلبت مصر من قطر."""
    return LINKS.issuperset(between) and (_OF not in between or _ALL in between)


@dataclass(slots=True, unsafe_hash=True)  # made by the dozen for a report; never changed
class StateMention:
    """Tokens ``i`` to ``j`` name the states ``codes`` (two for "both countries"); ``kind`` as in `Named`, or
    `GOVERNMENT`.

    ``joined`` is true where proclitics stand before the name.
    """

    i: int
    j: int
    codes: tuple[str, ...]
    kind: str
    joined: bool = False


def mentions(passage: Passage, anaphors: Sequence[Cue]) -> list[StateMention]:
    """All mentions of states, in order; demonyms included. ``anaphors`` are words such as "both countries"."""
    found: dict[tuple[int, int], StateMention] = {}
    known: dict[str, str | None] = {}
    for named in passage.named:
        if named.kind not in _STATES:
            continue
        entity = named.entity
        if entity not in known:
            known[entity] = _code(passage, entity)
        code = known[entity]
        if code is None:
            continue
        before = found.get((named.i, named.j))
        codes = (*before.codes, code) if before and code not in before.codes else (code,)
        joined = named.start > passage.tokens.start(named.i)
        found[named.i, named.j] = StateMention(named.i, named.j, codes, named.kind, joined)
    named_states = sorted([*found.values(), *_inside(passage)], key=_place)
    if not anaphors:
        return named_states
    return sorted([*named_states, *_referred(passage, named_states, anaphors)], key=_place)


def standing_for(passage: Passage) -> list[StateMention]:
    """Governments and delegations of which a relative clause right behind tells what their state did, and states in the
    titles of offices of which it does: "praised the government of Qatar, which joined", "the king of Qatar, which".
    """
    relatives = words("mahdar.checking", "subjects.toml", "relative")
    found = []
    for named in passage.named:
        k = named.j + (passage.tokens.forms[named.j : named.j + 1] in _COMMA)
        relative = next(iter(passage.tokens.forms[k : k + 1]), "")
        state = _told_of(passage, named, relative) if relative in relatives else None
        found += [state] if state is not None else []
    return found


def _told_of(passage: Passage, named: Named, relative: str) -> StateMention | None:
    """The state of which a relative clause behind a name tells, where it is not named by itself."""
    if named.kind == "body":
        code = _code(passage, named.entity) if _of_state(named.entity) else None
        return StateMention(named.i, named.j, (code,), GOVERNMENT) if code else None
    feminine = passage.tokens.forms[named.i].endswith(_FEMININE)
    if named.kind not in _TITLED or relative not in words("mahdar.checking", "subjects.toml", "of_things") or feminine:
        return None
    last = next((state for state in buried(passage, named.i, named.j) if state.j == named.j), None)
    return StateMention(last.i, last.j, last.codes, GOVERNMENT) if last is not None else None


def _of_state(body: str) -> bool:
    """Whether a body is one by which a state acts, such as its government."""
    return body.removeprefix("body:").rpartition("-of-")[0] in words("mahdar.checking", "subjects.toml", "governing")


def _code(passage: Passage, entity: str) -> str | None:
    principal = passage.principal(entity)
    return principal.removeprefix(_STATE) if principal.startswith(_STATE) else None


def _inside(passage: Passage) -> Iterator[StateMention]:
    """States inside the name of an office: "the special rapporteur on Eritrea"; they act in nothing."""
    for named in passage.named:
        if named.kind not in ("office", "person") or named.j - named.i < _OFFICE_WITH_PLACE:
            continue
        for hit in lexicon().find(passage.tokens, named.i, named.j):
            if hit.value.kind == "state":
                yield StateMention(hit.i, hit.j, (hit.value.entity.removeprefix(_STATE),), "inside")


def buried(passage: Passage, i: int, j: int) -> list[StateMention]:
    """States whose names stand between tokens i and j, also where the reader took them into a longer name."""
    hits = lexicon().find(passage.tokens, i, j)
    return [
        StateMention(hit.i, hit.j, (hit.value.entity.removeprefix(_STATE),), "inside")
        for hit in hits
        if hit.value.kind == "state"
    ]


def nationality(passage: Passage, i: int) -> str | None:
    """The state of the adjective of nationality at token i, also one with which a name begins."""
    hits = lexicon().find(passage.tokens, i, i + 1)
    found = (hit for hit in hits if hit.i == i and hit.value.kind == "demonym")
    return next((hit.value.entity.removeprefix(_STATE) for hit in found), None)


def _referred(passage: Passage, named: list[StateMention], anaphors: Sequence[Cue]) -> Iterator[StateMention]:
    """ "Both countries" and "this country" for the states named last, where the reader of names left them open."""
    taken = tokens_of(named)
    places = [s for s in named if s.kind in PLACES]
    ends = [s.j for s in places]
    for cue in anaphors:
        k = bisect_right(ends, cue.i)
        before = places[max(0, k - _RECENT) : k]
        if cue.i in taken or not before:
            continue
        codes = before[-1].codes if cue.sense.concept == "self" else _last_pair(before, passage.tokens.forms)
        if codes:
            yield StateMention(cue.i, cue.j, codes, "anaphor")


def _last_pair(named: list[StateMention], forms: list[str]) -> tuple[str, ...]:
    """The last two states that were named in one breath."""
    for one, other in reversed(list(itertools.pairwise(named))):
        near = other.i - one.j <= 2 and linked(forms[one.j : other.i])
        if near and one.codes != other.codes:
            return (*one.codes, *other.codes)
    return ()


def codes(group: list[StateMention]) -> list[str]:
    """The states of a group, each once, in order."""
    return list(dict.fromkeys(code for state in group for code in state.codes))

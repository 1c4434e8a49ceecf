"""Whom sanctions bind: the states behind "on", or those who are said to be under them."""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.meant import passing
from mahdar.checking.mentions import StateMention, buried
from mahdar.checking.predicates import predicated
from mahdar.checking.scene import Scene, codes
from mahdar.checking.subjects import subject_before
from mahdar.checking.wordlists import words
from mahdar.language.tokens import tokens_of
from mahdar.mechanisms.sanctions.listed_names import known_names

_BEFORE = 12
_SUBJECT_REACH = 12
_SUBJECT_NEAR = 5  # tokens in which the subject of "imposed on" or its auxiliary stands
_FAR = 12  # tokens from sanctions to those whom they bind
_REGIME, _PRESENT = "regime", "sanctions.subject"
_VOTING = ("votes", "vote", "abstain", "voted_for", "voted_against", "favour", "oppose", "unanimous")
_PREPOSITIONS = ("to", "for")


def targets(scene: Scene, cue: Cue, frame: Cue) -> list[tuple[str, int, int]]:
    """Whom they bind: behind "on", else the subject of "is under", each with its place."""
    clause = scene.clause(cue.i)
    stop = min(clause.j, max(cue.j, frame.j) + _FAR)
    if frame.sense.concept == _PRESENT and frame.j <= cue.i:
        return _subject(scene, cue, frame) or _named(scene, cue.j, _end_of_clause(scene, cue.j, stop))
    behind = _named(scene, cue.j, stop)
    if not behind and cue.form == _REGIME:  # the reader takes "regime for Mali" for a name
        behind = [(s.codes[0], s.i, s.j) for s in buried(scene.passage, cue.j, min(stop, cue.j + _SUBJECT_NEAR))[:1]]
    if behind:
        return behind
    if frame.j <= cue.i:
        return _named(scene, frame.j, cue.i)
    return _subject(scene, cue, frame)


def _end_of_clause(scene: Scene, i: int, j: int) -> int:
    """The first time behind token i, with which the words on the sanctions are over in English, or j."""
    times = scene.times_in(i, j) if scene.passage.language == "en" else []
    return times[0].i if times else j


def _subject(scene: Scene, cue: Cue, frame: Cue) -> list[tuple[str, int, int]]:
    """Who is under them: between the verb and the noun, else the states named last before the verb."""
    between = _named(scene, frame.j, cue.i)
    if between:
        return between
    if frame.form == "present" and (shared := predicated(scene, frame)):
        return [(code, shared[0].i, shared[-1].j) for code in codes(shared)]
    low = max(scene.clause(frame.i).i, frame.i - _SUBJECT_REACH)
    groups = [kept for group in scene.groups(low, frame.i) if (kept := _compared_out(scene, group))]
    topics = _topics(scene, max(low, groups[-1][-1].j) if groups else low, frame.i)
    if topics:
        return [topics[-1]]
    if not groups or _other_subject(scene, groups[-1][-1].j, frame.i):
        shared = subject_before(scene, frame, 0) if frame.form == "present" else []
        return [(code, shared[0].i, shared[-1].j) for code in codes(shared)]
    return [(code, groups[-1][0].i, groups[-1][-1].j) for code in codes(groups[-1])]


def _other_subject(scene: Scene, i: int, j: int) -> bool:
    """Whether somebody else between two tokens is the subject: "Kenya's envoy said that Charles Taylor was under",
    "Egypt said its neighbour was", "noticed in Egypt on Monday and rebels were".
    """
    person = any(scene.person(k) is not None for k in range(i, j))
    start = scene.said_from(j)
    said = [k for k in range(i, j) if scene.tokens.start(k) >= start] if start > scene.tokens.start(i) else []
    listed = bool(list(known_names().find(scene.tokens, i, j)))
    return person or listed or not passing(scene, said) or not passing(scene, _joined(scene, i, j))


def _joined(scene: Scene, i: int, j: int) -> range:
    """The tokens behind the last word between two tokens that joins another clause, up to its verb."""
    joints = [k for k in range(i, j) if scene.forms[k] in words("mahdar.checking", "clauses.toml", "goes_on")]
    return range(joints[-1] + 1, j) if joints else range(0)


def _compared_out(scene: Scene, group: list[StateMention]) -> list[StateMention]:
    """A list without those that are only compared: "unlike Libya, Egypt is"."""
    return [s for s in group if not any(c.j >= s.i - 1 for c in scene.within("sanctions.unlike", max(0, s.i - 4), s.i))]


def _named(scene: Scene, i: int, j: int) -> list[tuple[str, int, int]]:
    """The first states, or the topic, between two tokens."""
    votes = [c for c in scene.any_of(_VOTING, i, j) if c.j - c.i > 1 or scene.forms[c.i] not in _PREPOSITIONS]
    votes = [c for c in votes if c.i > i or c.j - c.i > 1]  # "sanctions against"
    framed = tokens_of(scene.within(_PRESENT, max(0, i - _BEFORE), j))  # "in place against"
    j = min([j, *(c.i for c in votes if c.i not in framed)])  # "with 14 votes in favour and Russia abstaining"
    groups = scene.groups(i, j)
    topics = _topics(scene, i, groups[0][0].i if groups else j)
    return topics[:1] or [(code, groups[0][0].i, groups[0][-1].j) for group in groups[:1] for code in codes(group)]


def _topics(scene: Scene, i: int, j: int) -> list[tuple[str, int, int]]:
    """Names of the table of topics that are no names of the list: groups are listed, states are under a regime."""
    found = scene.within("topic", i, j)
    listed = tokens_of(known_names().find(scene.tokens, i, j)) if found else set()
    return [(c.value, c.i, c.j) for c in found if c.i not in listed]

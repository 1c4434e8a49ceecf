"""Sanctions of the Security Council that were lifted: by the Council, by a resolution, or in the passive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mahdar.checking.assertion import asserted, negated, titled
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.owners import actors
from mahdar.checking.protocol import Found
from mahdar.checking.refusal import refused
from mahdar.checking.scene import Scene
from mahdar.checking.when import When, when
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import Span
from mahdar.mechanisms.sanctions.holders import by_resolution, decided, inherited

LIFTED = "lifted"
_UN = ("council", "un")
_VERB_REACH = 8  # tokens between a verb of lifting and the sanctions
_SUBJECT_REACH = 10  # tokens between the Council and its verb
_TARGET_REACH = 9  # tokens between the sanctions and on whom they lie
_IMPOSED_REACH = 5  # tokens of "imposed in", "in force since" before a time
_BESIDE = 4  # tokens between the Council and an Arabic verb behind it
_PASSIVE, _INFINITIVE, _TITLE, _NOUN, _PAST = "passive", "infinitive", "title", "noun", "past"
_ORDER = (_INFINITIVE, _TITLE, _PAST, _NOUN)


def lifted(scene: Scene, cue: Cue, last: Found | None) -> Iterator[Found]:
    """The claim that these sanctions were lifted, if a verb of the clause says so; ``last`` is the regime of which the
    report spoke before.
    """
    verb = _verb(scene, cue)
    if verb is None or not asserted(scene, verb.i) or negated(scene, verb) or refused(scene, verb):
        return
    if _in_part(scene, verb, cue):
        return
    target = _target(scene, cue, verb)
    before = last if inherited(scene, cue, last, None if target is None else target[0]) else None
    if not _by_un(scene, cue, verb) and before is None:
        return
    code = target[0] if target is not None else str(before.args["target"]) if before is not None else ""
    time = _when(scene, verb, cue)
    if not code or (verb.form == _NOUN and time.time is None):
        return
    i, j = min(verb.i, cue.i), max(verb.j, cue.j, target[1].j if target is not None else 0)
    yield replace(make(scene, "sanctions.regime", i, j, {"target": code}, when=time), theme=LIFTED)


def ended_since(scene: Scene, cue: Cue, frame: Cue) -> bool:
    """Whether the sentence tells that the sanctions were lifted: then "in force since 2009" tells their beginning."""
    sentence = scene.sentence(cue.i)
    lifts = [c for c in scene.within("sanctions.lift", sentence.i, sentence.j) if c.form in ("past", "passive")]
    return any(c.i > frame.i or c.j <= cue.i for c in lifts if asserted(scene, c.i) and not negated(scene, c))


def _when(scene: Scene, verb: Cue, cue: Cue) -> When:
    """The time of the lifting: not one right behind the word by which the sanctions were imposed or in force."""
    deed = (decided(scene, verb) if verb.form == _INFINITIVE else None) or verb
    found = when(scene, deed, "past")
    if found.time is None or not _of_imposing(scene, found.time):
        return found
    clause = scene.clause(verb.i)
    others = [t for t in scene.times_in(clause.i, clause.j) if not _of_imposing(scene, t)]
    return When(min(others, key=lambda t: abs(t.i - verb.i), default=None))


def _of_imposing(scene: Scene, time: TimePhrase) -> bool:
    words = scene.any_of(("sanctions.impose", "sanctions.subject"), max(0, time.i - _IMPOSED_REACH), time.i)
    return any(c.form != _INFINITIVE and time.i - c.j <= 1 for c in words)


def _verb(scene: Scene, cue: Cue) -> Cue | None:
    """The word of lifting of which the sanctions are the object, or in the passive the subject."""
    clause = scene.clause(cue.i)
    before = scene.within("sanctions.lift", max(clause.i, cue.i - _VERB_REACH), cue.i)
    fitting = [c for c in before if _fits(scene, c, cue)]
    if fitting:
        return min(fitting, key=lambda c: (-c.i, _ORDER.index(c.form)))
    behind = scene.within("sanctions.lift", cue.j, min(clause.j, cue.j + _TARGET_REACH + _VERB_REACH))
    passive = [c for c in (*before, *behind) if c.form == _PASSIVE]
    return passive[0] if passive else None


def _fits(scene: Scene, verb: Cue, cue: Cue) -> bool:
    """Whether a word before its object tells of something done: in the present in headlines alone, as an infinitive
    behind a decision, in Arabic as a verb beside the Council; such a word is a noun besides.
    """
    if verb.form == _TITLE:
        return titled(scene, verb.i) or by_resolution(scene, verb)
    if verb.form == _INFINITIVE:
        return decided(scene, verb) is not None
    if verb.form == _PAST and scene.passage.language == "ar":
        return bool(scene.bodies(max(scene.clause(verb.i).i, verb.i - _BESIDE), cue.i)) or by_resolution(scene, verb)
    return verb.form in (_PAST, _NOUN)


def _in_part(scene: Scene, verb: Cue, cue: Cue) -> bool:
    """Whether only some of them were lifted, or a list stands where the sanctions do."""
    i, j = min(verb.i, cue.i), max(verb.j, cue.j)
    return bool(scene.within("sanctions.part", i, j) or scene.within("listing.list", i - 1, j + 1))


def _by_un(scene: Scene, cue: Cue, verb: Cue) -> bool:
    """Whether they are the Council's by name, or the Council or its resolution lifted them and nobody else."""
    clause = scene.clause(cue.i)
    if scene.within("sanctions.not_un", max(clause.i, verb.i - _SUBJECT_REACH), min(clause.j, cue.j + _TARGET_REACH)):
        return False
    if cue.sense.concept == "sanctions.un" or by_resolution(scene, verb) or verb.form == _INFINITIVE:
        return True
    subjects = [scene.which(c) for c in actors(scene, verb, _SUBJECT_REACH)]
    near = [c for c in scene.within("body", verb.j, cue.i) if scene.passage.language == "ar"]
    by = [c for c in scene.within("body", cue.j, clause.j) if scene.forms[c.i - 1] in ("by", "the", "قبل", "جانب")]
    named = subjects or [scene.which(c) for c in (*near, *(by if verb.form in (_PASSIVE, _NOUN) else ()))]
    return bool(named) and all(body in _UN for body in named)


def _target(scene: Scene, cue: Cue, verb: Cue) -> tuple[str, Span] | None:
    """On whom they lay: the state or the topic behind "on", عن."""
    clause = scene.clause(cue.i)
    stop = min([clause.j, cue.j + _TARGET_REACH, *([verb.i] if verb.i > cue.i else [])])
    for lead in scene.within("sanctions.upon", cue.j, stop):
        near = min(stop, lead.j + 4)
        topics = scene.within("topic", lead.j, near)
        states = [s for s in scene.states_in(lead.j, near) if len(s.codes) == 1]
        if topics and (not states or topics[0].i <= states[0].i):
            return topics[0].value, Span(topics[0].i, topics[0].j)
        if states:
            return states[0].codes[0], Span(states[0].i, states[0].j)
    return None

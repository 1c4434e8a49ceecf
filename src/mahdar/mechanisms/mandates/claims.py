"""Finding claims that a mandate on a state exists: special rapporteurs, inquiries, panels of experts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mahdar.checking.assertion import When, asserted, nearest_time, negated
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.mentions import buried
from mahdar.checking.protocol import Found, Tense
from mahdar.checking.scene import Scene
from mahdar.checking.topics import Topic, named_topic
from mahdar.model import Arg

SET_UP, ENDED = "set-up", "ended"
_REACH = 14
_VERB_REACH = 9
_BEHIND = 4  # tokens behind the state in which a verb belongs to the mandate
_OFFICIAL_REACH = 4
_UN_WORDS = frozenset({"المتحده", "الاممي", "الامميه", "امميه", "un", "u.n."})


def find(scene: Scene) -> Iterator[Found]:
    """Mandates named together with the state that they are on."""
    named = [found for cue in scene.all("mandate.name") if (found := _named(scene, cue)) is not None]
    yield from named
    yield from _own(scene, named)


def _named(scene: Scene, cue: Cue) -> Found | None:
    if _foreign(scene, cue) or (cue.form == "new" and not _set_up(scene, cue)):
        return None
    about = _about(scene, cue)
    return _mandate(scene, cue, about) if about is not None else None


def _own(scene: Scene, named: list[Found]) -> Iterator[Found]:
    """ "His mandate was created in March 2011": the mandate of the sentence before, set up or ended at a time."""
    for cue in scene.all("mandate.own"):
        clause, k = scene.clause(cue.i), scene.passage.sentence_of(cue.i)
        before = [found for found in named if scene.passage.sentence_of(found.i) == k - 1]
        verb = next(iter(scene.any_of(("mandate.sets", "mandate.ends"), cue.j, min(clause.j, cue.j + _BEHIND))), None)
        near = nearest_time(scene, verb, clause.i, clause.j) if verb is not None else None
        if not before or verb is None or near is None or not _asserts(scene, verb):
            continue
        over = verb.sense.concept == "mandate.ends"
        found = make(scene, "mandate.exists", cue.i, verb.j, dict(before[-1].args), when=When(near))
        yield replace(found, theme=ENDED if over else SET_UP)


def _foreign(scene: Scene, cue: Cue) -> bool:
    """Whether another body than the United Nations owns it, or the report names none of the United Nations at all."""
    clause = scene.clause(cue.i)
    if "other" in scene.bodies(max(clause.i, cue.i - 4), min(clause.j, cue.j + 6)):
        return True
    own = any(form in _UN_WORDS for form in scene.forms[cue.i : cue.j])
    own = own or bool(scene.within("mandate.official", cue.j, min(clause.j, cue.j + _OFFICIAL_REACH)))
    return not own and not any(scene.speaks_of(body) for body in ("un", "council", "rights_council", "assembly"))


def _about(scene: Scene, cue: Cue) -> Topic | None:
    """The state behind the name of the mandate: on, for, المعني بـ, في."""
    clause = scene.clause(cue.i)
    stop = min(clause.j, cue.j + _REACH)
    found = named_topic(scene, cue.j, stop) or _inside(scene, cue.j, stop)
    joined = found is not None and bool(scene.any_of(("about",), cue.j, found.i + 1))
    return found if found is not None and (joined or found.i - cue.j <= 2) else None


def _inside(scene: Scene, i: int, j: int) -> Topic | None:
    """A state that the reader took into the name of the body: "the mission on Libya"."""
    state = next(iter(buried(scene.passage, i, j)), None)
    return Topic(state.codes[0], False, state.i, 0, state.j) if state is not None else None


def _mandate(scene: Scene, cue: Cue, about: Topic) -> Found:
    """The mandate as running now, or as ended or set up at the time that the clause gives."""
    clause = scene.clause(cue.i)
    ended = _verbs(scene, "mandate.ends", cue, about)
    begun = [] if ended else [c for c in _verbs(scene, "mandate.sets", cue, about) if _asserts(scene, c)]
    told = [*ended, *begun]
    near = nearest_time(scene, told[0], clause.i, clause.j) if told else None
    time = When(near) if near is not None else When(now=not begun)
    args: dict[str, Arg] = {"topic": about.code, "mandate": cue.value}
    i, j = min([cue.i, *(c.i for c in told)]), max([about.j, *(c.j for c in told)])
    form: Tense = "past" if told else "present"
    denied = negated(scene, cue) and not ended
    found = make(scene, "mandate.exists", i, j, args, tense=form, when=time, negated=denied)
    return replace(found, theme=ENDED if ended and near is not None else SET_UP if begun else "")


def _verbs(scene: Scene, concept: str, cue: Cue, about: Topic) -> list[Cue]:
    """The verb nearest to the name of a mandate and its state, before them or behind."""
    clause = scene.clause(cue.i)
    before = scene.within(concept, max(clause.i, cue.i - _VERB_REACH), cue.i)
    after = scene.within(concept, about.j, min(clause.j, about.j + _BEHIND))
    return [*before[-1:], *after[:1]][:1]


def _set_up(scene: Scene, cue: Cue) -> list[Cue]:
    """The verb by which a body set the mandate up."""
    clause = scene.clause(cue.i)
    before = scene.within("mandate.sets", max(clause.i, cue.i - _VERB_REACH), cue.i)
    return [c for c in before[-1:] if _asserts(scene, c)]


def _asserts(scene: Scene, cue: Cue) -> bool:
    return asserted(scene, cue.i) and not negated(scene, cue)

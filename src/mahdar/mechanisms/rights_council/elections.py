"""Elections to the Human Rights Council told over several sentences: who is chosen stands behind the sentence that
names the Council, and the term begins later than the ballot.
"""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.scene import Scene
from mahdar.checking.sizes import sizes_within
from mahdar.checking.subjects import pronoun
from mahdar.checking.when import When
from mahdar.language.tokens import Span, tokens_of

_BODY = "rights_council"
_ELECTORS = ("assembly", "un")
_SUBJECT = 4  # tokens between the Assembly and its verb
FAR = 16  # tokens from a verb to the Council, a list of states included
_PRONOUN = 3  # tokens from a verb to a pronoun that stands for the Council
_TERM_REACH = 6  # tokens from the word for a term's beginning to its day


def of_assembly(scene: Scene, cue: Cue) -> bool:
    """Whether the Assembly acts in a verb: its name stands right before it, in Arabic also right behind."""
    near = scene.within("body", max(scene.clause(cue.i).i, cue.i - _SUBJECT - 2), cue.i)
    near = [c for c in near if cue.i - c.j <= _SUBJECT]
    if scene.passage.language != "en":
        near += scene.within("body", cue.j, cue.j + 1)
    return bool(near) and all(scene.which(c) in _ELECTORS for c in near)


def council_before(scene: Scene, cue: Cue, concepts: tuple[str, ...], back: int) -> Span | None:
    """The last sentence before that names another body than the Assembly, if it is the Council with one of these words,
    and the sentence itself names none.
    """
    sentence = scene.sentence(cue.i)
    if _others(scene, sentence):
        return None
    k = scene.passage.sentence_of(cue.i)
    for before in reversed(scene.passage.sentences[max(0, k - back) : k]):
        bodies = _others(scene, before)
        if bodies:
            return before if bodies == {_BODY} and scene.any_of(concepts, before.i, before.j) else None
    return None


def _others(scene: Scene, sentence: Span) -> set[str]:
    return scene.bodies(sentence.i, sentence.j) - {*_ELECTORS}


def term_of(scene: Scene, cue: Cue, back: int) -> When | None:
    """The day on which the terms told of begin, in the sentence of the election or in ``back`` sentences before it."""
    k = scene.passage.sentence_of(cue.i)
    for sentence in reversed(scene.passage.sentences[max(0, k - back) : k + 1]):
        for start in scene.within("rights_council.term", sentence.i, sentence.j):
            times = scene.times_in(start.j, min(sentence.j, start.j + _TERM_REACH))
            if times:
                return When(times[0])
    return None


def council_behind(scene: Scene, cue: Cue) -> Cue | None:
    """The Human Rights Council behind a verb, the first council there."""
    clause = scene.clause(cue.i)
    listed = sum(state.j - state.i + 1 for state in scene.states_in(cue.j, cue.j + FAR))
    stop = min(clause.j, cue.j + FAR + listed)
    bodies = [c for c in scene.within("body", cue.j, stop) if scene.which(c) not in _ELECTORS]
    stands = pronoun(scene, cue.j, min(stop, cue.j + _PRONOUN)) if not bodies else None
    bodies = [stands] if stands is not None else bodies
    ours = bodies[0] if bodies and scene.which(bodies[0]) == _BODY else None
    return ours if ours is not None and not _part(scene, ours) else None


def _part(scene: Scene, body: Cue) -> bool:
    """Whether a noun beside the Council's name makes it something of the Council's: its chamber, its presidency."""
    return bool(scene.any_of(("rights_council.part",), max(0, body.i - 2), body.j + 2))


def chosen_near(scene: Scene, cue: Cue, i: int, near: int) -> bool:
    """Whether those chosen stand at token i right behind the verb, the Assembly and how many it has left out: انتخبت
    الجمعية العامة المؤلفة من 193 دولة أيضا.
    """
    covered = tokens_of(scene.within("body", cue.j, i), sizes_within(scene, cue.j, i), scene.times_in(cue.j, i))
    return i - cue.j - len(covered) <= near

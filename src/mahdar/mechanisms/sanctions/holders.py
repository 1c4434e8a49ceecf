"""Whose sanctions they are where no body stands beside them: those of a resolution, of a decision, or those of which
the report spoke before.
"""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.owners import owner
from mahdar.checking.protocol import Found
from mahdar.checking.scene import Scene

_COUNCIL = "council"
_UN = (_COUNCIL, "un")
_RESOLUTION_REACH = 9  # tokens between a resolution and its verb, the number and the year included
_BY_REACH = 4  # tokens between a verb and "by resolution"
_DECISION_REACH = 14  # tokens between the Council and what it decided
_BACK = 3  # sentences back to the regime of which the report spoke
_TO_TEXT = 4  # tokens from "under" to the resolution


def by_resolution(scene: Scene, verb: Cue) -> bool:
    """Whether a resolution of the Council is what does so: "resolution 1907, which imposed", القرار 1970 الذي فرض,
    "imposed by resolution 1907".
    """
    clause = scene.clause(verb.i)
    before = scene.within("resolution", max(clause.i, verb.i - _RESOLUTION_REACH), verb.i)[-1:]
    before = [c for c in before if not scene.any_of(("body", "sanctions.noun"), c.j, verb.i)]
    behind = scene.within("resolution", verb.j, min(clause.j, verb.j + _BY_REACH))[:1]
    return any(owner(scene, cue, bare=True) == _COUNCIL for cue in (*before, *behind))


def decided(scene: Scene, verb: Cue) -> Cue | None:
    """The word by which the Council decided or voted to do what an infinitive says, if nothing stood in the way."""
    low = max(scene.clause(verb.i).i, verb.i - _DECISION_REACH)
    words = [c for c in scene.any_of(("vote", "approve", "sanctions.decide"), low, verb.i) if c.form == "past"]
    if not words or scene.any_of(("veto", "veto_verb", "draft", "not"), low, verb.i):
        return None
    bodies = scene.within("body", max(low, words[-1].i - _DECISION_REACH), verb.i)
    return words[-1] if bodies and all(scene.which(c) in _UN for c in bodies) else None


def inherited(scene: Scene, cue: Cue, last: Found | None, code: str | None) -> bool:
    """Whether "the sanctions", هذه العقوبات are those of the regime of which the report spoke before; ``code`` is whom
    the words themselves name.
    """
    if last is None or (code is not None and code != last.args.get("target")) or not _definite(scene, cue):
        return False
    here, there = scene.passage.sentence_of(cue.i), scene.passage.sentence_of(last.i)
    sentence = scene.sentence(cue.i)
    between = scene.within("sanctions.not_un", last.j, sentence.j)
    return 0 <= here - there <= _BACK and not between


def _definite(scene: Scene, cue: Cue) -> bool:
    """Whether the words mean sanctions already spoken of: with an article or a demonstrative, or beside such."""
    sentence = scene.sentence(cue.i)
    for noun in (*scene.within("sanctions.noun", sentence.i, cue.i), cue):
        before = scene.forms[noun.i - 1] if noun.i else ""
        if scene.forms[noun.i].startswith(("ال", "وال")) or scene.within("sanctions.these", noun.i - 1, noun.i):
            return True
        if before.endswith(("هذه", "تلك")):
            return True
    return False


def under_text(scene: Scene, frame: Cue) -> bool:
    """Whether "under" leads to a resolution: "sanctions lifted in 2018 under resolution 2444" binds nobody."""
    alone = scene.forms[frame.i : frame.j] == ["under"]
    return alone and bool(scene.within("resolution", frame.j, frame.j + _TO_TEXT))

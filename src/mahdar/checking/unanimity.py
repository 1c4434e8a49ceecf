"""Whether a text is said not to have been adopted by all: "was not adopted unanimously", لم يصدر القرار بالإجماع."""

from __future__ import annotations

from mahdar.checking.assertion import NOT_PAST, negated
from mahdar.checking.cues import Cue
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words

_FAILED = ("text_failed", "voted_down")
_DEEDS = ("adopt", "approve", "vote", *_FAILED)


def nearly(scene: Scene, cue: Cue) -> bool:
    """Whether a word of unanimity tells of one that was not quite reached: "almost unanimously"."""
    return scene.forms[cue.i - 1] in words("mahdar.checking", "manner.toml", "nearly")


def denied_unanimity(scene: Scene, cue: Cue) -> bool:
    """Whether a word of unanimity is denied itself, or tells how a deed right before it did not come about."""
    if negated(scene, cue):
        return True
    lack = words("mahdar.checking", "manner.toml", "lack")
    low = scene.clause(cue.i).i
    if scene.forms[cue.i - 1] in lack:
        return True
    deeds = scene.any_of(_DEEDS, low, cue.i)
    if not deeds:
        return scene.passage.language != "en" and scene.forms[low] in NOT_PAST
    deed = max(deeds, key=lambda c: (c.i, c.sense.concept in _FAILED))
    return deed.sense.concept in _FAILED or scene.forms[deed.i - 1] in lack or negated(scene, deed)

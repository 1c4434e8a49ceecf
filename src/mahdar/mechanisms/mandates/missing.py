"""Whether a mandate is said not to be: "there is no special rapporteur on X", لا يوجد مقرر خاص, "has not set up"."""

from __future__ import annotations

from typing import Literal

from mahdar.checking import wordlists
from mahdar.checking.assertion import negated
from mahdar.checking.cues import Cue
from mahdar.checking.scene import Scene

_NO, _NOT = "no", "not"
_DENIED = 3  # tokens in which the particle stands: لم يكن هناك

Denial = Literal["told", "missing", "open"]


def denial(scene: Scene, cue: Cue, sets: list[Cue]) -> Denial:
    """``missing`` where a mandate is said not to be now; ``open`` where it was not once, or a deed is denied; ``told``
    where whatever is denied presupposes it (does not recognise it).

    ``cue`` names the mandate, ``sets`` are the verbs of setting it up.
    """
    clause = scene.clause(cue.i)
    now = _english(scene, cue) if scene.passage.language == "en" else _arabic(scene, cue)
    if any(negated(scene, verb) for verb in sets):
        now = any(_has_not(scene, verb) for verb in sets)
    if now is None:
        return "told"
    return "missing" if now and not scene.times_in(clause.i, scene.sentence(cue.i).j) else "open"


def _words(name: str) -> frozenset[str]:
    return wordlists.words("mahdar.mechanisms.mandates", "words.toml", name)


def _has_not(scene: Scene, verb: Cue) -> bool:
    """Whether a verb is denied up to now: the Council has not set up."""
    return verb.i > 1 and scene.forms[verb.i - 1] == _NOT and scene.forms[verb.i - 2] in _words("up_to_now")


def _english(scene: Scene, cue: Cue) -> bool | None:
    """Whether "there is no", "does not have a" stand before the name, or "no" in another way; None for neither."""
    forms, k = scene.forms, cue.i
    while k > 0 and forms[k - 1] in _words("before_name"):
        k -= 1
    if k == 0 or forms[k - 1] not in (_NO, "longer", "have"):
        return None
    if forms[k - 1] == "have":
        return (k > 2 and forms[k - 3 : k - 1] in (["does", _NOT], ["do", _NOT])) or None
    return forms[k - 1] == _NO and k > 1 and forms[k - 2] in _words("being_now")


def _arabic(scene: Scene, cue: Cue) -> bool | None:
    """Whether لا يوجد, ليس هناك stand right before the name, or such words of the past; None for neither."""
    forms, k = scene.forms, cue.i
    while k > 0 and forms[k - 1] in _words("before_name"):
        k -= 1
    if cue.proclitics or k == 0 or forms[k - 1] not in _words("being_now"):
        return None
    denied = scene.within("not", max(0, k - _DENIED), k - 1)
    return forms[k - 2] in _words("not_now") if denied else None

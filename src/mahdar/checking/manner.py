"""What the words around a claim make of it, whatever its kind: a frame that calls it false, a verb that puts it ahead,
"no" before its noun, a word that makes it the first, the last or that of its doer alone.
"""

from __future__ import annotations

from dataclasses import replace

from mahdar.checking.protocol import Found
from mahdar.checking.scene import Scene

_TOLD = ("past", "passive", "present", "future")
_NOMINAL = ("treaty.party", "un.member", "council.member", "rights_council.member", "mandate.exists")
_SIZES = ("council.size", "un.size", "rights_council.size")
_OPENING = 2  # tokens behind a frame in which the first claim of its clause begins
_NO_REACH = 3  # tokens from "no" to its noun
_DENIED = ("meeting", "council.meeting", "resolution", "veto", "vote", "draft", "sit", "session", "regime")
_COUNTED = frozenset({"longer", "fewer", "less", "more", "one", "later", "."})


def told(scene: Scene, found: Found) -> Found | None:
    """The claim as the words around it put it; None where a frame that calls something false only presupposes it."""
    found = _ahead(scene, found)
    found = _none_of(scene, found)
    if not _framed(scene, found):
        return found
    return replace(found, negated=not found.negated) if _asserts(scene, found) else None


# -- told as false
def _framed(scene: Scene, found: Found) -> bool:
    """Whether the clause of a claim stands in "it is false that …" or "the claim that … is false"."""
    if scene.has_any(("false",)):
        frames = [c for c in scene.within("false", scene.sentence(found.i).i, found.i + 1) if c.j <= found.i]
        if frames and scene.clause(frames[-1].i) == scene.clause(found.i):
            return True
    if not scene.has_any(("is_false",)):
        return False
    sentence = scene.sentence(found.i)
    opens = [c for c in scene.within("claimed", sentence.i, found.i + 1) if c.j <= found.i]
    return bool(opens) and bool(scene.within("is_false", _last(scene, found), sentence.j))


def _last(scene: Scene, found: Found) -> int:
    """The last token of the first deed or noun of a claim, whose span may run on to the end of its clause."""
    return min(found.i + 1, found.j)


def _asserts(scene: Scene, found: Found) -> bool:
    """Whether the clause itself makes the claim: a verb in it tells it, or it is the first predicate behind the
    frame; a resolution or an official that it only names is presupposed.
    """
    if found.kind == "council.resolution" and scene.any_of(("veto", "veto_verb"), *_clause(scene, found)):
        return False
    if found.kind in (*_NOMINAL, *_SIZES):
        return True
    return any(c.form in _TOLD for k in range(found.i, found.j) for c in scene.begins(k))


def _clause(scene: Scene, found: Found) -> tuple[int, int]:
    clause = scene.clause(found.i)
    return clause.i, clause.j


# -- told as future
def _ahead(scene: Scene, found: Found) -> Found:
    """The claim as one of the future where "will" or its like stands before the first verb of its words."""
    if found.tense == "future" or not scene.has_any(("ahead",)):
        return found
    low = max(scene.clause(found.i).i, found.i - 1)
    words = scene.within("ahead", low, found.j)
    if not words or words[0].proclitics not in ("", "و", "ف"):
        return found
    if any(c.form in ("past", "passive") for k in range(found.i, words[0].i) for c in scene.begins(k)):
        return found
    return replace(found, tense="future", now=False, assumed=False)


# -- "no" before the noun
def _none_of(scene: Scene, found: Found) -> Found:
    """The claim denied where "no" stands before its noun: "held no meeting", "cast no veto"."""
    if found.negated or scene.passage.language != "en" or "no" not in scene.forms[max(0, found.i - 2) : found.j]:
        return found
    for k in range(max(0, found.i - 2), found.j):
        if scene.forms[k] != "no" or scene.forms[k + 1 : k + 2] == [] or scene.forms[k + 1] in _COUNTED:
            continue
        if scene.forms[k + 1].isdigit():
            continue
        if scene.any_of(_DENIED, k + 1, k + 1 + _NO_REACH):
            return replace(found, negated=True)
    return found

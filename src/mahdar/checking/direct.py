"""Whether a deed told in a clause is done to the resolution that it names by number, or to something else.

"The Council voted on Friday to renew the sanctions set by resolution 2140" tells nothing of the vote on 2140: there the
number is background. Only a resolution that is the object or the subject of the deed itself takes its day and tally.
"""

from __future__ import annotations

from typing import Literal

from mahdar.checking.cues import Cue
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.tokens import COMMAS, tokens_of

Place = Literal["direct", "near", "background"]

_ADDED = ("ب", "ل", "ك", "وب", "ول", "وك")
_BEHIND = 12
_AT_ONCE = 3  # tokens from the comma that closes a clause to the verb of the main one
_PASSIVE = ("passive", "participle")


def _words(kind: str) -> frozenset[str]:
    return words("mahdar.checking", "direct.toml", kind)


def place(scene: Scene, named: Cue, end: int, deed: Cue) -> Place:
    """How a resolution, its words from the cue to token ``end``, stands to a deed."""
    if deed.i >= named.i:
        if _of_main_clause(scene, named, end, deed):
            return "background"
        return "direct" if _of_subject(scene, end, deed) else "near"
    if referred(scene, named):
        return "background"
    covered = tokens_of(
        scene.any_of(("body", "unanimous", "consensus", "votes", "relative", "abstain"), deed.i, named.i),
        scene.times_in(deed.j, named.i),
        scene.numbers_in(deed.j, named.i),
        scene.states_in(deed.j, named.i, demonyms=True),
    )
    passed = _words("passed_over")
    if all(k in covered or scene.forms[k] in passed for k in range(deed.j, named.i)):
        return "direct"
    return "background" if _other_object(scene, deed, named) else "near"


def referred(scene: Scene, named: Cue) -> bool:
    """Whether the number only refers: "under resolution 2140", بالقرار 2140, "recalling its resolution 1325"."""
    if named.proclitics in _ADDED:
        return True
    k = named.i - 1
    low = scene.clause(named.i).i
    while k >= low and (scene.forms[k] in ("the", "its", "un", "u.n.", "that") or _in_body(scene, k)):
        k -= 1
    if k < low or scene.forms[k] not in _words("referring"):
        return False
    return not scene.any_of(("adopt", "vote"), k - 1, k) or scene.forms[k] in ("by", "under")


def instrumental(scene: Scene, named: Cue) -> bool:
    """Whether a word right before makes the resolution the means of a deed: "with", "under", بموجب, بالقرار."""
    if named.proclitics in ("ب", "وب"):
        return True
    k, low = named.i - 1, scene.clause(named.i).i
    while k >= low and (scene.forms[k] in ("the", "its", "un", "u.n.", ",", "،") or _in_body(scene, k)):
        k -= 1
    return k >= low and scene.forms[k] in _words("instrument")


def _in_body(scene: Scene, k: int) -> bool:
    return any(c.i <= k < c.j for c in scene.within("body", max(0, k - 6), k + 1))


def _of_subject(scene: Scene, end: int, deed: Cue) -> bool:
    """Behind the number: "was adopted", "passed on", "which the Council adopted", الصادر, حصل على."""
    if deed.i - end > _BEHIND or scene.within("resolution", end, deed.i) or scene.within("draft", end, deed.i):
        return False
    if deed.form in _PASSIVE or deed.sense.concept in ("won", "unanimous"):
        return True
    relative = scene.within("relative", end, deed.i)
    behind = next((form for form in scene.forms[end : deed.i] if form not in ",،"), "")
    return bool(relative) or behind in _words("when") or deed.i - end <= 2


def _of_main_clause(scene: Scene, named: Cue, end: int, deed: Cue) -> bool:
    """Whether a resolution stands in a relative clause between commas and the deed behind it: "338, which recalled
    resolution 242, was adopted".
    """
    low = scene.clause(named.i).i
    if scene.passage.language != "en":
        return _of_subject_before(scene, named, end, deed)
    relative = next(
        (c for c in reversed(scene.within("relative", low, named.i)) if scene.forms[c.i - 1] in COMMAS), None
    )
    if relative is None or not COMMAS.isdisjoint(scene.forms[relative.j : named.i]):
        return False
    comma = next((k for k in range(end, deed.i) if scene.forms[k] in COMMAS), None)
    return comma is not None and bool(scene.within("resolution", low, relative.i)) and deed.i - comma <= _AT_ONCE


def _of_subject_before(scene: Scene, named: Cue, end: int, deed: Cue) -> bool:
    """Whether an Arabic verb with a pronoun for its object means the resolution of whose relative clause this one is
    part: القرار 2375 الذي شدد القرار 2371 اعتمده المجلس.
    """
    if deed.form != "passive" or deed.i - end > _AT_ONCE or scene.within("relative", end, deed.i):
        return False
    heads = scene.within("resolution", scene.clause(named.i).i, named.i)
    return any(scene.within("relative", head.j, head.j + _AT_ONCE) for head in heads)


def _other_object(scene: Scene, deed: Cue, named: Cue) -> bool:
    """Whether the deed has another object before the number: a text, a mandate, sanctions. "The text", "the
    resolution" mean this one.
    """
    texts = [c for c in scene.any_of(("draft", "resolution"), deed.j, named.i) if not _definite(scene, c)]
    return bool(texts or scene.within("deed_object", deed.j, named.i))


def _definite(scene: Scene, cue: Cue) -> bool:
    return scene.forms[cue.i].startswith("ال") or "the" in scene.forms[max(0, cue.i - 1) : cue.i + 1]

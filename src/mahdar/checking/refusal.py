"""Deeds and texts that a body rejects, refuses or takes back: "rejected resolution 1973", رفض مجلس الأمن رفع العقوبات,
ألغت الجمعية القرار.

What is refused was not done, and taking a resolution back is not adopting it: neither is told as the deed itself.
"""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.owners import actors
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.tokens import tokens_of

_REACH = 9  # tokens between a verb of refusing and what is refused
_SUBJECT = 5  # tokens between a body and its verb, times left out
_BEHIND = 8  # tokens from a number to the passive that tells its end
_BODIES = frozenset({"council", "assembly", "rights_council", "un"})


def refused(scene: Scene, deed: Cue) -> bool:
    """Whether a verb of refusing has this deed as its object: only bodies, times and small words stand between."""
    low = max(scene.clause(deed.i).i, deed.i - _REACH)
    verbs = [c for c in scene.within("undoes", low, deed.i) if c.form != "passive"]
    return bool(verbs) and _only_between(scene, verbs[-1].j, deed.i)


def prevented(scene: Scene, deed: Cue) -> bool:
    """Whether an Arabic verb of blocking, opposing or backing has the noun of a deed as its object, who does so and
    when between them: أحبطت الصين إدراج، عارضت روسيا الاثنين عقد جلسة; not what a body approves.
    """
    if scene.passage.language == "en":
        return False
    low = max(scene.clause(deed.i).i, deed.i - _REACH)
    verbs = [c for c in scene.any_of(("voted_down", "undoes", "prevents"), low, deed.i) if c.form != "passive"]
    sides = [c for c in scene.any_of(("oppose", "favour"), low, deed.i) if c.form == "pre"]
    verbs += [c for c in sides if not scene.within("body", c.j, deed.i)]
    return any(_only_between(scene, verb.j, deed.i, states=True) for verb in verbs)


def undone(scene: Scene, named: Cue, end: int) -> bool:
    """Whether a body is said to have rejected or taken back the resolution named by tokens up to ``end``."""
    clause = scene.clause(named.i)
    before = [c for c in scene.within("undoes", max(clause.i, named.i - _REACH), named.i) if c.form != "passive"]
    if before and _only_between(scene, before[-1].j, named.i) and _by_body(scene, before[-1]):
        return True
    behind = [c for c in scene.within("undoes", end, min(clause.j, end + _BEHIND)) if c.form == "passive"]
    return bool(behind) and _only_between(scene, end, behind[0].i) and _agent_is_body(scene, behind[0])


def _by_body(scene: Scene, verb: Cue) -> bool:
    """Whether a body of the United Nations is who does it."""
    near = actors(scene, verb, _SUBJECT)
    return bool(near) and all(scene.which(c) in _BODIES for c in near) and not scene.states_in(near[0].j, verb.i)


def _agent_is_body(scene: Scene, verb: Cue) -> bool:
    """Whether a passive names no state as who did it: "was rejected by Iran" tells of a resolution that stands."""
    return not scene.states_in(verb.j, min(scene.clause(verb.i).j, verb.j + _SUBJECT))


def _only_between(scene: Scene, i: int, j: int, *, states: bool = False) -> bool:
    named = scene.states_in(i, j) if states else []
    covered = tokens_of(scene.within("body", i, j), scene.times_in(i, j), named)
    small = words("mahdar.checking", "direct.toml", "passed_over")
    if states:  # عارضت كل من الصين وروسيا
        small |= words("mahdar.checking", "manner.toml", "before_failed") | words(
            "mahdar.checking", "votes.toml", "of_all"
        )
    return all(k in covered or scene.forms[k] in small for k in range(i, j))

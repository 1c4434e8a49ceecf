"""Whose a vote is that stands as a noun: "China's abstention", "Explaining its abstention, Germany said"."""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words

_SUBJECT_REACH = 12  # tokens over which the states before "'s" may stretch
_FORESEEN_REACH = 8  # tokens from "expected" to whose deed it is
_OPENING_LEAD, _OPENING_REACH = 3, 20  # tokens before "its abstention", and from it to the comma behind


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "votes.toml", name)


def possessor(scene: Scene, cue: Cue) -> list[StateMention]:
    """Whose the noun of one vote is: "China's abstention"; not where somebody only expects it."""
    if scene.forms[cue.j - 1].endswith("s"):
        return []
    if scene.forms[cue.i - 1] == "its":
        return _of_main_clause(scene, cue)
    if scene.forms[cue.i - 1] not in ("'s", "'"):
        return []
    group = next(iter(scene.groups(max(0, cue.i - _SUBJECT_REACH), cue.i - 1)[-1:]), [])
    return group if group and group[-1].j == cue.i - 1 and not only_foreseen(scene, group[0].i) else []


def only_foreseen(scene: Scene, i: int) -> bool:
    """Whether what is somebody's at token i is only expected: "expected China's abstention and Russia's veto"."""
    low = max(scene.clause(i).i, i - _FORESEEN_REACH)
    return any(scene.forms[k] in _word_list("foreseen") and scene.forms[k + 1] != "to" for k in range(low, i))


def _of_main_clause(scene: Scene, cue: Cue) -> list[StateMention]:
    """The state behind the comma of an opening in which "its abstention" stands: "Explaining its abstention on the
    text, Germany said".
    """
    sentence = scene.sentence(cue.i)
    comma = next((k for k in range(cue.j, min(sentence.j, cue.j + _OPENING_REACH)) if scene.forms[k] == ","), None)
    if comma is None or cue.i - sentence.i > _OPENING_LEAD or scene.states_in(sentence.i, cue.i):
        return []
    if _word_list("own_opening").isdisjoint(scene.forms[sentence.i : cue.i]):
        return []
    group = next(iter(scene.groups(comma, sentence.j)), [])
    near = bool(group) and group[0].i - comma - 1 <= (scene.forms[comma + 1] == "the")
    return group if near and len(group) == 1 else []

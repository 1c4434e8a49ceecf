"""Delegates for whom their state acts: "the Soviet delegate cast his veto", استخدم مندوب الصين حق النقض."""

from __future__ import annotations

from mahdar.checking.mentions import StateMention
from mahdar.checking.scene import Scene
from mahdar.mechanisms.council import rules
from mahdar.mechanisms.council.words import words as listed
from mahdar.reading.passage import Named

_STATE = "state:"
_HOLDERS = ("office", "person")


def delegate_at(scene: Scene, i: int) -> list[StateMention]:
    """The permanent member whose delegate is named from token i on."""
    holders = (named for named in scene.named_in(i, i + 1) if named.kind in _HOLDERS)
    return next((held for named in holders if (held := _member(scene, named))), [])


def delegate_before(scene: Scene, j: int) -> list[StateMention]:
    """The permanent member whose delegate is named up to token j, a comma aside."""
    end = j - 1 if j and scene.forms[j - 1] in ",،" else j
    holders = (named for named in scene.named_to(end) if named.kind in _HOLDERS)
    return next((held for named in holders if (held := _member(scene, named))), [])


def _member(scene: Scene, named: Named) -> list[StateMention]:
    held = scene.passage.principal(named.entity)
    code = held.removeprefix(_STATE)
    if not held.startswith(_STATE) or not rules.may_veto(code) or _vetoes_at_home(scene, named):
        return []
    return [StateMention(named.i, named.j, (code,), named.kind)]


def _vetoes_at_home(scene: Scene, named: Named) -> bool:
    """Whether a president is named in a sentence that does not name the Council: what he vetoes is a bill."""
    entity = scene.passage.entities.get(named.entity)
    heads = entity is not None and (entity.role or "").lower() in listed("heads_of_state")
    sentence = scene.sentence(named.i)
    return heads and "council" not in scene.bodies(sentence.i, sentence.j)

"""A quotation that its verb cuts in two: "..."، تقول فلانة، "..."."""

from __future__ import annotations

from dataclasses import replace

from mahdar.reading.statements.arabic_words import COMMAS
from mahdar.reading.statements.scene import Scene
from mahdar.reading.statements.values import Spoken

_SHORTEST = 3


def cut_quotation(scene: Scene, spoken: Spoken, found: list[Spoken]) -> list[Spoken]:
    """The quotation before the verb of a statement whose content goes on in another one behind it."""
    cue = spoken.cue[0]
    goes_on = spoken.i > cue and spoken.i - 1 in scene.quote_at and scene.forms[spoken.i - 2] in COMMAS
    before = scene.quote_to.get(cue - (scene.forms[cue - 1] in COMMAS)) if goes_on and cue else None
    if before is None or before.j - before.i < _SHORTEST or any(s.i < before.j and before.i < s.j for s in found):
        return []
    return [replace(spoken, i=before.i, j=before.j, act="say" if spoken.act == "demand" else spoken.act)]

"""Speech that its verb cuts in two ("..."، تقول فلانة، "...") and speech that ends where the speaker is named anew."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.tokens import COMMAS
from mahdar.reading.statements.arabic_absent import opens_with_verb
from mahdar.reading.statements.arabic_content import trim
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


def before_own_name(scene: Scene, spoken: Spoken) -> Spoken:
    """A statement without what the reporter tells of its speaker by name, whom his own words call he: ، وغادر فلان."""
    for k in range(spoken.i + 1, spoken.j - 2):
        if scene.forms[k] not in COMMAS or scene.inside[k] is not None or not scene.forms[k + 1].startswith("و"):
            continue
        own = any(n.kind == "person" and n.entity in spoken.speakers for n in scene.heads_from(k + 2))
        if own and opens_with_verb(scene.forms[k + 1]):
            return replace(spoken, j=trim(scene, spoken.i, k))
    return spoken

"""Admissions told in passing, whose state stands in the main clause: "before joining the United Nations in 1962,
Algeria", منذ انضمامها عام 1962 تطالب الجزائر.
"""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words

GERUND = "gerund"
_LEAD = 2  # tokens from "since" to the noun or gerund
_FAR = 12  # tokens from the name of the organisation to the state behind it


def _listed(name: str) -> frozenset[str]:
    return words("mahdar.mechanisms.membership", "words.toml", name)


def opener(scene: Scene, cue: Cue, place: int) -> list[StateMention]:
    """The one state that a clause of time before or behind its own means, where only one can be; it is only likely."""
    sentence = scene.sentence(cue.i)
    before = scene.forms[max(sentence.i, cue.i - _LEAD) : cue.i]
    arabic = scene.passage.language != "en"
    own = cue.form == GERUND or (arabic and scene.forms[cue.i].endswith(("ها", "ه")))
    if not own or _listed("in_passing").isdisjoint(before):
        return []
    ahead = scene.groups(sentence.i, cue.i)
    if ahead:
        opens = len(ahead) == 1 and {*scene.forms[sentence.i : ahead[0][0].i]} <= _listed("opens")
        return ahead[0] if opens and len(ahead[0]) == 1 else []
    group = next(iter(scene.groups(place, min(sentence.j, place + _FAR))), [])
    if len(group) != 1 or group[0].joined:
        return []
    i = group[0].i - (scene.forms[group[0].i - 1] == "the")
    if arabic:
        return group if scene.forms[i - 1] not in _listed("leading") else []
    return group if scene.forms[i - 1] == "," else []

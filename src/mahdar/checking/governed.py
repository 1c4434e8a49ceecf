"""Deeds that a relative clause only describes, and the times of what was done with what they brought about."""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase
from mahdar.language.times.verbs import past_verb
from mahdar.language.times.vocabulary import word_set
from mahdar.language.tokens import COMMAS

_PARTICIPLE = "ed"
_SUBJECT = 5  # tokens from "which" to its verb, the subject between them


def of_governing(scene: Scene, cue: Cue, time: TimePhrase, deeds: tuple[str, ...]) -> bool:
    """Whether a deed only describes, in a relative clause, what something else was done with at a time before it: "on
    Monday students discussed resolution 1325, which the Council adopted".
    """
    if time.j > cue.i:
        return False
    relative = next(reversed(scene.within("relative", time.j, cue.i)), None)
    if relative is None or cue.i - relative.j > _SUBJECT or scene.any_of(deeds, time.j, relative.i):
        return False
    main = scene.forms[time.j : relative.i]
    if scene.passage.language == "en":
        set_off = scene.forms[relative.i - 1] in COMMAS
        saying = words("mahdar.checking", "times.toml", "saying")
        return set_off and (any(form.endswith(_PARTICIPLE) for form in main) or not saying.isdisjoint(main))
    told = word_set("ar", "past") - word_set("ar", "was")
    return any(past_verb(form) or form in told for form in main)

"""Deeds that a relative clause only describes, and the times of what was done with what they brought about."""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase
from mahdar.language.times.verbs import past_verb
from mahdar.language.times.vocabulary import word_set
from mahdar.language.tokens import COMMAS

_OF_ADOPTION = frozenset({"adopt", "unanimous", "resolution"})
_TO_ADOPTED = 6  # tokens from a relative word to its verb of adopting, and from that to how it was done
_TOLD = ("past", "passive", "present")
_PARTICIPLE = "ed"
_SUBJECT = 5  # tokens from "which" to its verb, the subject between them


def only_described(scene: Scene, cue: Cue, time: TimePhrase, deeds: tuple[str, ...]) -> bool:
    """Whether a relative clause behind a time only describes, by the deed, what something else was done with then, or
    the time only describes something else behind the deed.
    """
    if time.i >= cue.j:
        return _of_state_of_things(scene, cue, time)
    return time.j <= cue.i and (_of_governing(scene, cue, time, deeds) or _of_text_meant(scene, cue, time))


def _of_state_of_things(scene: Scene, cue: Cue, time: TimePhrase) -> bool:
    """Whether "since" and the time follow a participle for how something has stood since then: "to resume talks stalled
    since 2012", المفاوضات المتوقفة منذ 2012; not the deed's own.
    """
    k = time.i - 1
    days = time.absolute
    open_ended = days is not None and days.first is not None and days.last is None
    if not open_ended or k < cue.j:
        return False
    return scene.forms[k] in words("mahdar.checking", "times.toml", "standing")


def _of_governing(scene: Scene, cue: Cue, time: TimePhrase, deeds: tuple[str, ...]) -> bool:
    """Whether a deed only describes, in a relative clause, what something else was done with at a time before it: "on
    Monday students discussed resolution 1325, which the Council adopted".
    """
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


def _of_text_meant(scene: Scene, cue: Cue, time: TimePhrase) -> bool:
    """Whether a deed only says in a relative clause which text is meant, of which a verb with a time before it
    tells: "last month Iran accepted resolution 598, which the Council adopted", القرار الذي اعتمده.
    """
    j = time.j
    if cue.sense.concept not in _OF_ADOPTION:
        return False
    deeds = [c for c in scene.within("adopt", max(j, cue.i - _TO_ADOPTED), cue.j) if c.form in _TOLD]
    relatives = scene.within("relative", max(j, deeds[0].i - _TO_ADOPTED), deeds[0].i) if deeds else []
    if not relatives or scene.any_of(("adopt", "unanimous"), j, relatives[-1].i):
        return False
    return bool(scene.any_of(("resolution",), j, relatives[-1].i))

"""Resolutions by which a body is said to have done something: "banned arms sales to X last September with Resolution
713", أحال الوضع في دارفور بموجب القرار 1593.

The deed's object tells what the resolution is about, and its day is that of the resolution, if no other deed stands
between them: not "renewed the sanctions imposed under resolution 1572".
"""

from __future__ import annotations

from dataclasses import replace

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.direct import instrumental
from mahdar.checking.owners import actors
from mahdar.checking.scene import Scene
from mahdar.checking.topics import Topic, named_topic
from mahdar.checking.when import When, when

_FOUNDING = ("organ", "measure", "case", "force")
_ACTOR = 5  # tokens between a body and its verb, times left out
_DEEDS = ("council.deed", "sanctions.impose", "council.deed_verb", "adopt", "vote", "later", "relative", "break")
_RANK = 1  # the farthest rank of a topic named as the object of a deed


def deed_by(scene: Scene, named: Cue, body: str) -> Cue | None:
    """The deed of the body in the clause of a resolution that it names as its means, or None."""
    if not instrumental(scene, named):
        return None
    low = scene.clause(named.i).i
    told = [c for c in scene.any_of(("council.deed", "sanctions.impose"), low, named.i) if c.form != "title"]
    deeds = [c for c in told if _founds(c) and _acts(scene, c, body) and asserted(scene, c.i) and not negated(scene, c)]
    if not deeds or [c for c in scene.any_of(_DEEDS, deeds[-1].j, named.i) if c.i > deeds[-1].i]:
        return None
    return deeds[-1]


def _founds(cue: Cue) -> bool:
    kinds = cue.value.split("/")
    return cue.form == "ban" if cue.sense.concept == "sanctions.impose" else bool({*kinds} & {*_FOUNDING})


def _acts(scene: Scene, deed: Cue, body: str) -> bool:
    """Whether the body is who does it: right before the verb, in Arabic also right behind."""
    near = [c for c in actors(scene, deed, _ACTOR) if not scene.any_of(_DEEDS, c.j, deed.i)]
    return any(scene.which(c) in (body, "un") for c in near)


def about(scene: Scene, deed: Cue, named: Cue) -> Topic | None:
    """What the deed is done about, as the topic of its resolution: inferred, so that it contradicts nothing."""
    found = named_topic(scene, deed.j, named.i)
    return replace(found, weak=True) if found is not None and found.rank <= _RANK else None


def day_of(scene: Scene, deed: Cue) -> When:
    """The time of the deed, if its own clause gives one."""
    time, clause = when(scene, deed, "past"), scene.clause(deed.i)
    return time if time.time is not None and clause.i <= time.time.i < clause.j else When()

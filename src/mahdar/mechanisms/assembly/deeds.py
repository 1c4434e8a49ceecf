"""Decisions of the General Assembly told by what they do, without the word resolution: "had suspended its membership in
April 2022", أدانت الجمعية الغزو.

The Assembly decides by resolution, so such a deed with its own time is one; it contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.protocol import Found
from mahdar.checking.refusal import refused
from mahdar.checking.scene import Scene
from mahdar.checking.subjects import body_meant
from mahdar.checking.topics import Topic, named_topic
from mahdar.checking.when import when

CUT = "cut"  # the theme of a deed that takes membership away
_BODY = "assembly"
_SUBJECT = 5  # tokens between the Assembly and its verb, times left out
_OBJECT = 12  # tokens from the verb to what it is about
_RANK = 5  # the farthest rank of a topic: a great power behind a word such as "of"
_TOLD = ("resolution", "draft", "veto", "veto_verb", "vote.other", "elect", "rights_council.elects")


def find(scene: Scene, told: Collection[int]) -> Iterator[Found]:
    """Resolutions told as deeds, at most one for each sentence that is not in ``told``."""
    seen = set(told)
    for cue in scene.any_at_all(("assembly.deed", "rights_council.lost")):
        k = scene.passage.sentence_of(cue.i)
        found = _deed(scene, cue) if k not in seen and (cue.value == "cut" or cue.form == "past") else None
        if found is not None:
            seen.add(k)
            yield found


def _deed(scene: Scene, cue: Cue) -> Found | None:
    sentence, clause = scene.sentence(cue.i), scene.clause(cue.i)
    if cue.form not in ("past",) or scene.any_of(_TOLD, sentence.i, sentence.j):
        return None
    if not _assembly(scene, cue) or not asserted(scene, cue.i) or negated(scene, cue) or refused(scene, cue):
        return None
    time, about = when(scene, cue, "past"), _about(scene, cue, min(clause.j, cue.j + _OBJECT))
    dated = time.time is not None and sentence.i <= time.time.i < sentence.j
    if about is None or not dated:
        return None
    args = {"topic": about.code}
    found = make(scene, "assembly.resolution", cue.i, max(cue.j, about.j), args, when=time, weak=("topic", "at"))
    return replace(found, theme=CUT) if cue.sense.concept == "rights_council.lost" else found


def _about(scene: Scene, cue: Cue, stop: int) -> Topic | None:
    """What the deed is about: a topic that its words name, or the state whose membership is cut off."""
    if cue.sense.concept == "rights_council.lost":
        group = next(iter(scene.groups(cue.j, stop)), [])
        return Topic(group[0].codes[0], True, group[0].i, _RANK, group[0].j) if group else None
    about = named_topic(scene, cue.j, stop)
    return about if about is not None and about.rank <= _RANK else None


def _assembly(scene: Scene, cue: Cue) -> bool:
    """Whether the Assembly is the subject: right before the verb, in Arabic also right behind it."""
    before = scene.within("body", scene.clause(cue.i).i, cue.i)[-1:]
    timed = sum(t.j - t.i for c in before for t in scene.times_in(c.j, cue.i))
    near = [c for c in before if cue.i - c.j - timed <= _SUBJECT and not scene.states_in(c.j, cue.i)]
    if scene.passage.language != "en":
        near += scene.within("body", cue.j, cue.j + 1)
    return any(scene.which(c) == _BODY for c in near) or body_meant(scene, cue.i) == _BODY

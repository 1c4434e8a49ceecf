"""Meetings told by what somebody says to the Council: "briefed the Security Council on Syria on 3 May", أحاطت المبعوثة
مجلس الأمن.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mahdar.checking.assertion import asserted, negated, tense
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.protocol import Found
from mahdar.checking.scene import Scene
from mahdar.checking.topics import named_topic
from mahdar.checking.when import when
from mahdar.mechanisms.council.words import words

_COUNCIL_REACH = 14  # tokens of the subject between an Arabic verb and the Council
_TOPIC_REACH = 14
_ABOUT = 1  # the rank of a topic that words such as "on" introduce, or an adjective names


def briefings(scene: Scene, told: Sequence[Found]) -> Iterator[Found]:
    """Briefings of the Council on a subject at a time that the text gives, where no meeting is told beside them."""
    sentences = {scene.passage.sentence_of(found.i) for found in told}
    for verb in scene.all("council.brief"):
        body = _council(scene, verb)
        if body is None or scene.passage.sentence_of(verb.i) in sentences:
            continue
        if not asserted(scene, verb.i) or negated(scene, verb):
            continue
        stop = min(scene.clause(verb.i).j, body.j + _TOPIC_REACH)
        about, form = named_topic(scene, body.j, stop), tense(scene, verb)
        time = when(scene, verb, form)
        if about is not None and about.rank <= _ABOUT and time.time is not None:
            args = {"topic": about.code}
            yield make(scene, "council.meeting", verb.i, max(about.j, body.j), args, when=time, tense=form)


def _council(scene: Scene, verb: Cue) -> Cue | None:
    """The Council right behind an English verb, or behind the subject of an Arabic one: what it "takes note" of is
    another thing.
    """
    stop = min(scene.clause(verb.i).j, verb.j + _COUNCIL_REACH)
    body = next((c for c in scene.within("body", verb.j, stop) if scene.which(c) == "council"), None)
    if body is None:
        return None
    if scene.passage.language == "en":
        return body if {*scene.forms[verb.j : body.i]} <= words("brief_links") else None
    return body if scene.named_in(verb.j, body.i) else None

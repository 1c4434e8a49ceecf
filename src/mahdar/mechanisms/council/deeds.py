"""Decisions of the Council told by what they do, without the word resolution: "set up a tribunal", "extended the
mandate", أحال ملف دارفور, فرض حظرا.

The Council binds by resolution, so such a deed is one. A sentence that names the resolution or a draft tells it
itself; a deed of a committee of the Council may be told in the same words, so that the day never refutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mahdar.checking.assertion import asserted, negated, titled
from mahdar.checking.carried import carried
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.protocol import Found
from mahdar.checking.refusal import refused
from mahdar.checking.scene import Scene
from mahdar.checking.sizes import sizes_within
from mahdar.checking.topics import Topic, named_topic, topic
from mahdar.checking.when import When, when
from mahdar.language.tokens import Span
from mahdar.mechanisms.council.measures import MEASURES
from mahdar.mechanisms.council.words import words as listed
from mahdar.model import Arg

_SUBJECT_BEFORE = 5
_OBJECT_REACH = 9
_SPAN = 24
_RANK = 3  # the farthest rank of a topic: a bare name in the deed's own sentence
_PRONOUN_REACH = 45
_SECOND_REACH = 10
_HIDING = frozenset({"term", "plan"})
_CALL, _OPEN = "call", "open"
_TITLE = "title"  # the present of an Arabic headline


def find(scene: Scene) -> Iterator[Found]:
    """Resolutions told as deeds, at most one for each sentence."""
    told: set[int] = set()
    for cue in scene.all("council.deed"):
        at = scene.passage.sentence_of(cue.i)
        found = _deed(scene, cue) if at not in told and not _named(scene, cue) else None
        if found is not None:
            told.add(at)
            yield found
    yield from carried(scene, "council", "council.resolution", told)


def _named(scene: Scene, cue: Cue) -> bool:
    """Whether the sentence names the resolution, a draft or a veto."""
    sentence = scene.sentence(cue.i)
    told = scene.any_of(("resolution", "draft", "veto", "veto_verb"), sentence.i, sentence.j)
    return any(c.form != "many" or c.i < cue.i + _OBJECT_REACH for c in told)  # "after a year of short resolutions"


def _deed(scene: Scene, cue: Cue) -> Found | None:
    subject = _subject(scene, cue) if cue.form != _TITLE or titled(scene, cue.i) else None
    if subject is None or not asserted(scene, cue.i) or negated(scene, cue) or refused(scene, cue):
        return None
    if scene.within("council.agenda", cue.j, scene.clause(cue.i).j):  # أبقى الملف على جدول أعماله
        return None
    end = _object(scene, cue, max(cue.j, subject.j))
    if end is None:
        return None
    time = when(scene, cue, "past")
    about = _about(scene, cue, end, time)
    if about is None:
        return None
    args: dict[str, Arg] = {"topic": about.code}
    i, j = min(cue.i, subject.i), min(scene.clause(cue.i).j, max(end, about.j, cue.i + _SPAN))
    found = make(scene, "council.resolution", i, max(j, end), args, when=time, weak=("topic", "at"))
    return replace(found, theme=_measure(scene, cue, end))


def _measure(scene: Scene, cue: Cue, end: int) -> str:
    """What is done to sanctions, if the deed's object is such: imposed, lifted or eased; else ""."""
    if not scene.any_of(("sanctions.noun", "sanctions.un"), cue.j, end + 1):
        return ""
    verbs = (cue, *scene.within("council.deed_verb", cue.j, end))
    done = {kind for verb in verbs for kind in verb.value.split("/")}
    return next((kind for kind in MEASURES if kind in done), "")


def _about(scene: Scene, cue: Cue, end: int, time: When) -> Topic | None:
    """The topic that the sentence itself names; one from the words around only where the deed has a day."""
    sentence = scene.sentence(cue.i)
    about = named_topic(scene, cue.i, sentence.j)
    if about is not None and about.rank <= _RANK:
        return about
    dated = time.time is not None and sentence.i <= time.time.i < sentence.j
    return (_of_person(scene, end, sentence.j) or topic(scene, cue.i, end)) if dated else None


def _of_person(scene: Scene, i: int, j: int) -> Topic | None:
    """The state of an office-holder whom the deed concerns: "the assassination of former Lebanese Prime Minister"."""
    for k in range(i, j):
        person = scene.person(k)
        state = scene.passage.principal(person.entity) if person is not None else ""
        if state.startswith("state:"):
            return Topic(state.removeprefix("state:"), True, k, _RANK)
    return None


# -- who does it
def _subject(scene: Scene, cue: Cue) -> Span | None:
    """The words of the Council as the subject of the verb, or of the pronoun that stands for it."""
    clause = scene.clause(cue.i)
    first = cue.j + sum(form in listed("members_of") for form in scene.forms[cue.j : cue.j + 2])
    behind = scene.within("body", first, first + 1) if scene.passage.language != "en" else []
    before = scene.within("body", max(clause.i, cue.i - _SUBJECT_BEFORE - _timed(scene, clause.i, cue.i)), cue.i)
    near = [*behind, *before[-1:]]
    if near:
        mine = scene.which(near[0]) == "council" and not _possessed(scene, near[0])
        return Span(near[0].i, near[0].j) if mine else None
    return _pronoun(scene, cue)


def _timed(scene: Scene, i: int, j: int) -> int:
    return sum(t.j - t.i for t in scene.times_in(i, j))


def _possessed(scene: Scene, body: Cue) -> bool:
    """ "The Council's committee" is not the Council; nor is the Council behind another noun: لجنة مجلس الأمن."""
    behind = scene.forms[body.j] if body.j < len(scene.forms) else ""
    before = scene.forms[body.i - 1] if body.i else ""
    return behind in listed("possessed_behind") or (before in listed("possessed_before") and not _all_of(scene, body))


def _all_of(scene: Scene, body: Cue) -> bool:
    """Whether all members act, as the Council does: أعضاء مجلس الأمن الخمسة عشر, جميع أعضاء المجلس."""
    before = scene.forms[max(0, body.i - 2) : body.i]
    whole = before[:1] and before[0] in listed("all") and len(before) == 2
    sized = any(size.i < body.j <= size.j for size in sizes_within(scene, body.i - 2, body.j))
    return bool(listed("members") & {*before[-1:]}) and bool(whole or sized)


def _pronoun(scene: Scene, cue: Cue) -> Span | None:
    """ "It referred the case": the last body named before is the Council, and none of another name stands between."""
    low = max(0, cue.i - 2)
    words = [k for k in range(low, cue.i) if scene.forms[k] in listed("pronouns")]
    last = scene.within("body", max(0, cue.i - _PRONOUN_REACH), cue.i)[-1:]
    if scene.passage.language != "en" or not words or not last or scene.which(last[0]) != "council":
        return None
    return Span(words[-1], cue.j)


# -- what is done
def _object(scene: Scene, cue: Cue, i: int) -> int | None:
    """The token behind the object that goes with the verb, or None; "agreed to extend" takes that of its second
    verb.
    """
    kinds = cue.value.split("/")
    stop = min(scene.clause(cue.i).j, i + _OBJECT_REACH)
    if cue.value == _OPEN:
        second = scene.within("council.deed_verb", i, min(stop, i + _SECOND_REACH + _timed(scene, i, stop)))
        if not second:
            return None
        kinds, i = second[0].value.split("/"), second[0].j
        stop = min(scene.clause(cue.i).j, i + _OBJECT_REACH)
    objects = [c for c in scene.within("council.deed_object", i, stop) if c.value in kinds]
    objects = objects or _in_topic(scene, i, stop, kinds)
    if not objects or (kinds == [_CALL] and not _decided_after(scene, cue)):
        return None
    if scene.within("council.meeting", i, objects[0].i):  # رفع المجلس الجلسة: a meeting is lifted, no sanctions
        return None
    other = listed("otherwise") & {*scene.forms[cue.j : objects[0].j]}  # "agreed to postpone a vote on extending"
    return None if other else objects[0].j


def _in_topic(scene: Scene, i: int, stop: int, kinds: list[str]) -> list[Cue]:
    """An object hidden in the name of a topic: الاتفاق النووي مع إيران, إيصال المساعدات عبر الحدود."""
    near = min(stop, i + 2 + _timed(scene, i, stop))
    return [c for c in scene.within("topic", i, near) if _HIDING & set(kinds) and c.j - c.i > 1]


def _decided_after(scene: Scene, cue: Cue) -> bool:
    """Whether the next sentences tell how the text was adopted: a demand alone may be a statement to the press."""
    k = scene.passage.sentence_of(cue.i)
    behind = scene.passage.sentences[k + 1 : k + 3]
    return any(
        c.form in ("past", "passive", "post")
        for s in behind
        for c in scene.any_of(("adopt", "vote", "voted_for", "favour"), s.i, s.j)
    )

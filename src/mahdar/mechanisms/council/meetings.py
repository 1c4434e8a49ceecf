"""Claims on meetings of the Council, informal ones included, and on what it has discussed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mahdar.checking.among import is_object
from mahdar.checking.assertion import asserted, negated, tense
from mahdar.checking.counted import counted
from mahdar.checking.cues import Cue
from mahdar.checking.found import make, with_count
from mahdar.checking.mentions import StateMention
from mahdar.checking.protocol import Found, Tense
from mahdar.checking.scene import Scene, codes
from mahdar.checking.topics import Topic, named_topic, topic
from mahdar.checking.when import nearest_time, when
from mahdar.language.times import TimePhrase
from mahdar.language.times.verbs import future_verb, past_verb
from mahdar.language.times.vocabulary import context
from mahdar.language.tokens import Span
from mahdar.mechanisms.council.briefings import briefings
from mahdar.mechanisms.council.named_meetings import BRIEFING, arria, form_of, kept_from, named_meetings, requested
from mahdar.mechanisms.council.words import words as listed
from mahdar.model import Arg

_HOLD_REACH = 14
_SCHEDULE_REACH = 4


def find(scene: Scene) -> Iterator[Found]:
    """Meetings held or announced, and the Council's discussions."""
    earlier: Found | None = None
    told: list[Found] = []
    for cue in scene.all("council.hold"):
        found = _meeting(scene, cue, earlier)
        if found is not None:
            earlier = earlier or found
            told.append(found)
    yield from told
    yield from named_meetings(scene, told)
    yield from briefings(scene, told)
    yield from requested(scene, told)
    for cue in scene.all("council.discuss"):
        found = _discussed(scene, cue)
        if found is not None:
            yield found


# -- meetings
def _meeting(scene: Scene, cue: Cue, earlier: Found | None) -> Found | None:
    """A verb of holding with a meeting of the Council as its object, or with the Council as its subject."""
    clause = scene.clause(cue.i)
    if cue.form == "bare" and not scene.within("schedule", max(clause.i, cue.i - _SCHEDULE_REACH), cue.i):
        return None
    noun = _noun(scene, cue)
    meets = scene.tokens.folded.folded[scene.tokens.at[cue.i] :].startswith(tuple(listed("meets"))) or noun is not None
    if not meets or not asserted(scene, cue.i) or _wished(scene, cue) or kept_from(scene, cue):
        return None
    ours = "council" in scene.bodies(clause.i, clause.j) and scene.body(cue.i) == "council"
    ours = ours or (noun is not None and arria(scene, noun))
    again = noun is not None and earlier is not None and scene.forms[noun.i].startswith("ال")
    if noun is None and (_hosts(scene, cue, None) or _whom(scene, cue)):  # "the two have not met": states do
        return None
    if not ours and not again and not (noun is not None and cue.form == "noun" and earlier is not None):
        return None
    return _told(scene, cue, noun, earlier if not ours else None)


def _whom(scene: Scene, cue: Cue) -> bool:
    """Whether somebody meets with the Council, its president or its members: "has not met the Council's president"."""
    clause = scene.clause(cue.i)
    bodies = [c for c in scene.within("body", clause.i, clause.j) if scene.which(c) == "council"]
    behind = next((c for c in bodies if c.i >= cue.j), None)
    if behind is None or any(c.j <= cue.i for c in bodies):
        return False
    between = scene.forms[cue.j : behind.i]
    if scene.passage.language == "en":
        return {*between} <= listed("met_whom")
    return not listed("met_whom").isdisjoint(between)


def _wished(scene: Scene, cue: Cue) -> bool:
    """A request for a meeting is no meeting: "asked the Council to meet"."""
    clause = scene.clause(cue.i)
    return cue.form == "noun" and bool(scene.within("wish", clause.i, cue.i))


def _noun(scene: Scene, cue: Cue) -> Cue | None:
    """The meeting that is held: behind the verb, or before it in a relative clause (الاجتماع الذي يعقد)."""
    clause = scene.clause(cue.i)
    after = [
        c
        for c in scene.within("council.meeting", cue.j, min(clause.j, cue.j + _HOLD_REACH))
        if c.value != BRIEFING and not _taken(scene, cue, c)
    ]
    before = [c for c in scene.within("council.meeting", max(clause.i, cue.i - 3), cue.i) if c.value != BRIEFING]
    return before[-1] if before else (after[0] if after else None)


def _taken(scene: Scene, cue: Cue, noun: Cue) -> bool:
    """Whether an English verb has another object before a meeting: "who holds the presidency, said the meeting"."""
    presides = scene.within("council.presidency", cue.j, noun.i) if scene.passage.language == "en" else []
    return bool(presides) and "," in scene.forms[presides[0].j : noun.i]


def _told(scene: Scene, cue: Cue, noun: Cue | None, earlier: Found | None) -> Found:
    """The meeting that a verb tells of; what it leaves open is as ``earlier`` in the sentence."""
    clause = scene.clause(cue.i)
    i, j = min(cue.i, noun.i if noun else cue.i), max(cue.j, noun.j if noun else cue.j)
    hosts = _hosts(scene, cue, noun)
    args: dict[str, Arg] = {"convened_by": hosts} if hosts else {}
    form = form_of(scene, i, clause.j) or (str(earlier.args.get("format", "")) if earlier else "")
    if form:
        args["format"] = form
    about = topic(scene, i, j, hosts) if earlier is None else named_topic(scene, j, clause.j, hosts)
    weak: set[str] = set()
    if about is not None:
        args["topic"] = about.code
        weak = {"topic"} if about.weak else set()
    elif earlier is not None and "topic" in earlier.args:
        args["topic"], weak = earlier.args["topic"], {"topic"}
    kind = _tense(scene, cue)
    time = when(scene, cue, kind, far=40)
    if noun is not None and time.time is not None and _of_main_verb(scene, cue, noun, time.time):
        kind = "past"
    hosts_behind = [g for g in scene.groups(j, clause.j) if hosts and codes(g)[-1] in hosts]
    end = max([j, *(g[-1].j for g in hosts_behind), *((time.time.j,) if time.time is not None else ())])
    first = min([i, *(g[0].i for g in scene.groups(clause.i, i)[-1:] if set(codes(g)) & set(hosts))])
    found = make(
        scene, "council.meeting", first, min(end, clause.j), args, when=time, tense=kind,
        negated=negated(scene, cue), weak=weak,
    )  # fmt: skip
    return with_count(found, counted(scene, noun, cue) if noun is not None else None)


def _tense(scene: Scene, cue: Cue) -> Tense:
    kind = tense(scene, cue)
    return "future" if kind == "present" else kind


def _of_main_verb(scene: Scene, cue: Cue, noun: Cue, time: TimePhrase) -> bool:
    """Whether a time stands before the meeting that a present in a relative clause describes, and the verb before it
    does not put it ahead: ترأس يوم الأربعاء أول جلسة يعقدها المجلس.
    """
    if not time.j <= noun.i < cue.i or scene.passage.language != "ar":
        return False
    verbs = (ahead for k in range(time.i - 1, scene.clause(noun.i).i - 1, -1) if (ahead := _puts_ahead(scene, k)))
    return next(verbs, "past") == "past"


def _puts_ahead(scene: Scene, k: int) -> str:
    """How the verb at token k puts a time, ``future`` or ``past``: سيترأس, يترأس, ترأست."""
    hit = context("ar").at(scene.passage.tokens, k)
    if hit is not None:
        return hit.value
    return "future" if future_verb(scene.forms[k]) else "past" if past_verb(scene.forms[k]) else ""


def _hosts(scene: Scene, cue: Cue, noun: Cue | None) -> list[str]:
    """The states that hold the meeting: subjects of the verb, and those "with" whom it is held."""
    clause = scene.clause(cue.i)
    stop = noun.i if noun and noun.i > cue.i else min(clause.j, cue.j + 2)
    between = [g for g in scene.groups(cue.j, stop) if not is_object(scene, g)]
    before = [g for g in scene.groups(scene.sentence(cue.i).i, cue.i) if _subject(scene, g[-1].j, cue)]
    subject = between[0] if between else (before[-1] if before else [])
    if not subject and noun is not None and cue.form == "noun":
        subject = _last_named(scene, cue)
    hosts = codes(subject)
    partners = [
        g
        for g in scene.groups(max(cue.j, noun.j if noun else 0), clause.j)
        if scene.forms[g[0].i - 1] in ("مع", "with")
    ]
    if hosts and partners:
        hosts += [code for code in codes(partners[0]) if code not in hosts]
    if noun is not None and not hosts:
        asked = [
            g
            for g in scene.groups(noun.j, clause.j)
            if scene.within("council.request", max(noun.j, g[0].i - 5), g[0].i)
        ]
        hosts = codes(asked[0]) if asked else []
    return hosts


def _subject(scene: Scene, j: int, cue: Cue) -> bool:
    """Whether a group that ends at token j is the subject of the verb: right before it, but for an adverb."""
    return 0 <= cue.i - j <= (4 if scene.passage.language == "en" else 1) and not scene.any_of(
        ("body", "about"), j, cue.i
    )


def _last_named(scene: Scene, cue: Cue) -> list[StateMention]:
    """The subject carried over within the sentence: ألبانيا عضو… وتشارك في استضافة الاجتماع."""
    groups = scene.groups(scene.sentence(cue.i).i, cue.i)
    return groups[0] if groups and len(groups) == 1 else []


# -- discussions
_VENUE_REACH = 3  # tokens from a place or a forum to what is discussed there
RIGHTS = "human rights"
_OWN, _LOOKS = "own", "نظر"


def _beside(scene: Scene, cue: Cue, body: Cue) -> bool:
    """Whether the Council stands right beside a verb, with في behind one of looking: نظر مجلس الأمن في."""
    end = body.j if body.i == cue.j else cue.j
    looks = scene.forms[cue.i].endswith(_LOOKS)
    return (body.i == cue.j or body.j == cue.i) and (not looks or scene.forms[end] == "في")


def _discussed(scene: Scene, cue: Cue) -> Found | None:
    """A verb of discussing with the Council as its subject and a topic."""
    clause = scene.clause(cue.i)
    near = _discussing(scene, cue, clause)
    if not near or not asserted(scene, cue.i) or scene.within("council.hold", max(clause.i, cue.i - 10), cue.i):
        return None
    if scene.forms[cue.j : cue.j + 1] == ["that"]:
        return None  # considered that the raid was a crime
    if not listed("venues").isdisjoint(scene.forms[max(clause.i, cue.i - _VENUE_REACH) : cue.i]):
        return None  # the Council is not the place to discuss it
    talks = scene.within("council.talks", cue.j, min(clause.j, cue.j + 8))
    if scene.forms[cue.i] in listed("holds_talks") and not talks:
        return None
    i = min(cue.i, near[0].i)
    j = max(cue.j, near[-1].j)
    about: Topic | None = topic(scene, i, j)
    if about is None:
        return None
    kind = tense(scene, cue)
    time = when(scene, cue, kind)
    since = nearest_time(scene, cue, clause.i, clause.j)
    end = max(j, since.j if since else j)
    weak = {"topic"} if about.weak else set()
    found = make(
        scene, "council.discussed", i, end, {"topic": about.code}, when=time, tense=kind,
        negated=negated(scene, cue), weak=weak,
    )  # fmt: skip
    rights = scene.within("theme.rights", clause.i, clause.j)
    return replace(found, theme=RIGHTS) if rights else found


def _discussing(scene: Scene, cue: Cue, clause: Span) -> list[Cue]:
    """The names of the Council that may be the subject of a verb of discussing; none in ناقش قرار مجلس الأمن."""
    bodies = scene.within("body", max(clause.i, cue.i - 8), min(clause.j, cue.j + 5))
    near = [c for c in bodies if scene.which(c) == "council" and not scene.within("resolution", c.i - 1, c.i)]
    return near if cue.value != _OWN or any(_beside(scene, cue, body) for body in near) else []

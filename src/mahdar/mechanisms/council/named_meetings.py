"""Meetings of the Council that a report names without saying who holds them: "an emergency meeting of the Security
Council on Syria", and those that states ask for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from mahdar.checking.assertion import failed, negated, weighed
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.mentions import StateMention, linked
from mahdar.checking.protocol import Found, Tense
from mahdar.checking.refusal import prevented
from mahdar.checking.scene import Scene, codes
from mahdar.checking.topics import Topic, named_topic, topic
from mahdar.checking.when import When, nearest_time, when
from mahdar.language.tokens import tokens_of
from mahdar.mechanisms.council.words import words as listed
from mahdar.model import Arg

_OWNER_REACH = 6
_TOPIC_REACH = 22
_ASKED_REACH = 9
_DENIED_REACH = 3
_WAS_REACH, _SENTENCES = 4, 2
_FORM_REACH, _FORM_BEHIND = 4, 6
_FORM_LEAD = 3  # tokens of a form before the noun: "Arria-formula"
_ARTICLES = ("a", "an", "the")
BRIEFING = "briefing"  # the value of a word for what somebody tells the Council


def named_meetings(scene: Scene, told: Sequence[Found]) -> Iterator[Found]:
    """Nouns of meeting that belong to the Council by their own words and carry a form or a topic; those told already
    are left out.
    """
    sentences = {scene.passage.sentence_of(found.i) for found in told}
    for cue in scene.all("council.meeting"):
        if scene.passage.sentence_of(cue.i) in sentences or negated(scene, cue) or scene.asks(cue.i):
            continue
        if scene.within("any", max(0, cue.i - _DENIED_REACH), cue.i):
            continue
        if any(kept_from(scene, held) for held in scene.within("council.hold", cue.i - 1, cue.i)):
            continue
        owner = _owner(scene, cue) or (cue if arria(scene, cue) else None)
        found = _named(scene, cue, owner) if owner is not None else None
        if found is not None:
            yield found


def kept_from(scene: Scene, hold: Cue) -> bool:
    """Whether an Arabic noun of holding tells a meeting that somebody failed to hold, refused or prevented; عقد is a
    verb too.
    """
    nouns = [c for c in scene.within("council.hold", hold.i, hold.i + 1) if c.form == "noun"]
    return scene.passage.language != "en" and any(prevented(scene, c) or failed(scene, c) for c in nouns)


def requested(scene: Scene, told: Sequence[Found]) -> Iterator[Found]:
    """ "The meeting was requested by A and B" behind a meeting of the Council just told: who asked for it."""
    for cue in scene.all("council.request"):
        at = scene.passage.sentence_of(cue.i)
        noun = next(iter(scene.within("council.meeting", max(scene.clause(cue.i).i, cue.i - _WAS_REACH), cue.i)), None)
        earlier = [f for f in told if 0 < at - scene.passage.sentence_of(f.i) <= _SENTENCES]
        askers = next(iter(scene.groups(cue.j, scene.sentence(cue.i).j)), [])
        hosts = codes(askers) if askers and askers[0].i - cue.j <= 1 else []
        if noun is None or not earlier or not hosts or negated(scene, cue) or not _definite(scene, noun):
            continue
        if any(scene.passage.sentence_of(f.i) == at for f in told):
            continue
        args: dict[str, Arg] = {"convened_by": hosts}
        args |= {name: value for name, value in earlier[-1].args.items() if name in ("topic", "format")}
        time = When(earlier[-1].time, assumed=True)
        yield make(scene, "council.meeting", noun.i, askers[-1].j, args, when=time, weak=("topic", "format"))


def _definite(scene: Scene, noun: Cue) -> bool:
    return scene.forms[noun.i].startswith("ال") or scene.forms[max(0, noun.i - 1)] == "the"


def form_of(scene: Scene, i: int, j: int) -> str:
    """The form of the meeting: informal before closed before emergency, since an informal meeting may be both."""
    said = {c.value for c in scene.within("council.form", i, min(j, i + 16))}
    return next((form for form in ("arria", "emergency", "closed", "formal") if form in said), "")


def arria(scene: Scene, noun: Cue) -> bool:
    """Whether a meeting is called an Arria one, which only members of the Council hold."""
    forms = scene.within("council.form", noun.i - _FORM_REACH, noun.j + _FORM_BEHIND)
    return scene.speaks_of("council") and any({*scene.forms[c.i : c.j]} & listed("arria") for c in forms)


def _owner(scene: Scene, cue: Cue) -> Cue | None:
    """The Council, right behind the noun and its adjectives, or right before them in English."""
    clause = scene.clause(cue.i)
    after = scene.within("body", cue.j, min(clause.j, cue.j + _OWNER_REACH))[:1]
    before = scene.within("body", max(clause.i, cue.i - _OWNER_REACH), cue.i)[-1:]
    near = [c for c in after if _joined(scene, cue.j, c.i)]
    if scene.passage.language == "en":
        near += [c for c in before if _joined(scene, c.j, cue.i)]
    return next((c for c in near if scene.which(c) == "council"), None)


def _joined(scene: Scene, i: int, j: int) -> bool:
    """Whether only links, forms and adjectives of time stand between tokens i and j."""
    known = tokens_of(scene.any_of(("council.form", "council.which"), i, j))
    return all(k in known or scene.forms[k] in listed("meeting_links") for k in range(i, j))


def _named(scene: Scene, cue: Cue, owner: Cue) -> Found | None:
    clause = scene.clause(cue.i)
    low, high = min(cue.i, owner.i), max(cue.j, owner.j)
    form = form_of(scene, max(clause.i, low - _FORM_LEAD), min(clause.j, high + 2))
    asked = _asked(scene, cue, low)
    if asked is None and (_wanted(scene, cue) or weighed(scene, low - 1 - (scene.forms[low - 1] in _ARTICLES))):
        return None
    by = _request_behind(scene, high) if asked is None else None
    hosts = codes(next(iter(_askers(scene, asked, low)), [])) if asked is not None else codes(by[1]) if by else []
    about = _about(scene, low, high, hosts)
    if not form and (about is None or about.weak):
        return None
    args: dict[str, Arg] = {"format": form} if form else {}
    if hosts:
        args["convened_by"] = hosts
    if about is not None:
        args["topic"] = about.code
    weak = {"topic"} if about is not None and about.weak else set()
    ahead = asked is not None or bool(scene.within("schedule", clause.i, cue.i))
    kind: Tense = "future" if ahead else "past"
    end = max(high, about.j if about is not None and about.i >= high else high)
    time = _time(scene, cue, high) if asked is not None else _outside(scene, cue, when(scene, cue, kind, far=25))
    if by is not None:
        own = nearest_time(scene, by[0], by[0].i, scene.clause(by[0].i).j)
        time, end = (When(own), max(end, own.j)) if own is not None else (time, max(end, by[1][-1].j))
    return make(scene, "council.meeting", asked.i if asked else low, end, args, when=time, tense=kind, weak=weak)


def _request_behind(scene: Scene, high: int) -> tuple[Cue, list[StateMention]] | None:
    """Words for whose meeting it is behind its name, and the states right behind them: "a meeting of the Council on
    Mali, convened by A and B".
    """
    stop = min(scene.sentence(high - 1).j, high + _TOPIC_REACH)
    nouns = scene.within("council.meeting", high, stop)
    for cue in scene.within("council.request", high, nouns[0].i if nouns else stop):
        hosts = _listed_at(scene, cue.j)
        if hosts:
            return cue, hosts
    return None


def _listed_at(scene: Scene, i: int) -> list[StateMention]:
    """The states of the list that begins at token i, or behind an article there; also where it stands in an aside."""
    found: list[StateMention] = []
    for state in scene.states[bisect_left(scene.states, i, key=attrgetter("i")) :]:
        if state.i - i > 1 if not found else not linked(scene.forms[found[-1].j : state.i]):
            break
        found.append(state)
    return found


def _outside(scene: Scene, cue: Cue, time: When) -> When:
    """A time, unless it stands in what somebody says behind the meeting: "told a meeting that ... since October"."""
    at = time.time.i if time.time is not None else cue.i
    return When() if at > cue.j and scene.said_from(at) > scene.tokens.start(cue.i) else time


def _wanted(scene: Scene, cue: Cue) -> bool:
    """Whether an Arabic noun of holding right before the meeting is what somebody demands: طالبت دول بعقد جلسة."""
    held = [c for c in scene.within("council.hold", cue.i - 1, cue.i) if c.form == "noun"]
    arabic = scene.passage.language != "en"
    return arabic and bool(held) and bool(scene.within("wish", scene.clause(cue.i).i, held[0].i))


def _about(scene: Scene, low: int, high: int, hosts: list[str]) -> Topic | None:
    """The topic behind the noun; what lies farther off is weak."""
    sentence = scene.sentence(low)
    near = named_topic(scene, high, min(sentence.j, high + _TOPIC_REACH), hosts)
    return near if near is not None and near.rank <= 1 else topic(scene, low, high, hosts)


def _asked(scene: Scene, cue: Cue, low: int) -> Cue | None:
    """The verb of asking whose object the meeting is."""
    clause = scene.clause(cue.i)
    asked = scene.within("council.ask", max(clause.i, low - _ASKED_REACH), low)
    return asked[-1] if asked else None


def _askers(scene: Scene, asked: Cue, low: int) -> list[list[StateMention]]:
    """Who asks: behind the verb in Arabic, else right before it."""
    between = scene.groups(asked.j, low) if scene.passage.language != "en" else []
    before = [g for g in scene.groups(scene.clause(asked.i).i, asked.i) if asked.i - g[-1].j <= 2]
    return between[:1] or before[-1:]


def _time(scene: Scene, cue: Cue, high: int) -> When:
    """The day for which a meeting is asked stands behind it."""
    clause = scene.clause(cue.i)
    return When(nearest_time(scene, cue, high, min(clause.j, high + _OWNER_REACH)))

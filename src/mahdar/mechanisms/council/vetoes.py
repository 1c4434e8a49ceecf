"""Finding claims on vetoes: who cast one, on what and when, and how many there were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from mahdar.checking.assertion import asserted, negated, tense
from mahdar.checking.cues import Cue
from mahdar.checking.decision import closed
from mahdar.checking.decisions import decided
from mahdar.checking.found import make
from mahdar.checking.implied import implied_in, vetoed
from mahdar.checking.possessed import only_foreseen
from mahdar.checking.predicates import apart
from mahdar.checking.protocol import Found, Tense
from mahdar.checking.scene import Scene, codes
from mahdar.checking.symbols import numbers_after, symbol_of
from mahdar.checking.topics import topic
from mahdar.checking.when import When, nearest_time, when
from mahdar.language.tokens import Span
from mahdar.mechanisms.council import rules
from mahdar.mechanisms.council.casters import Cast, blocked, cast
from mahdar.mechanisms.council.struck import struck
from mahdar.mechanisms.council.veto_again import again, begins
from mahdar.mechanisms.council.veto_numbers import NTH, Number, numbered
from mahdar.mechanisms.council.veto_shares import Share, shares
from mahdar.mechanisms.council.words import words as listed
from mahdar.model import Arg

_AGAIN = "veto_use_it"
_OF_THEM = (("of", "them"), ("of", "which"), ("of", "those"))
_NAMED_BEHIND = 8
_LEAD = 2  # tokens before a time: of its clause, or from the state before it
_SINCE_REACH = 3
_RESOLUTION_REACH = 4  # tokens between a veto denied and the resolution that it was not cast on


def find(scene: Scene) -> Iterator[Found]:
    """Vetoes that the text says were cast, will be cast, or were not, and how many there were."""
    for cue in scene.any_at_all(("veto", "veto_verb")):
        if _in_council(scene, cue):
            yield from _vetoes(scene, cue)
    for verb in scene.all(_AGAIN):
        told = again(scene, verb)
        if told is not None:
            yield from _told(scene, verb, told)
    for verb in scene.all("council.block"):
        found = _blocked(scene, verb)
        if found is not None:
            yield found


def _blocked(scene: Scene, verb: Cue) -> Found | None:
    """A draft brought down in the Council by permanent members alone: a veto, though it may have been otherwise, so
    that it never refutes.
    """
    sentence = scene.sentence(verb.i)
    if scene.bodies(sentence.i, sentence.j) & {"council", "other", "assembly"} != {"council"}:
        return None
    told = blocked(scene, verb)
    if told is None or not asserted(scene, verb.i) or negated(scene, verb):
        return None
    if not all(rules.may_veto(code) for code in codes(told.group)):
        return None
    return _found(scene, verb, told, "past", replace(when(scene, verb, "past"), assumed=True))


def _in_council(scene: Scene, cue: Cue) -> bool:
    """Whether it is a veto in the Council: no other body or law beside it, and the Council in the report."""
    sentence = scene.sentence(cue.i)
    beside = scene.bodies(sentence.i, sentence.j)
    foreign = "other" in beside or _foreign(scene, sentence)
    if "council" in beside:
        return not (foreign and _apart(scene, cue))
    if scene.unnamed:
        return vetoed(scene, cue)
    return not foreign and (
        scene.speaks_of("council")
        or implied_in(scene, sentence)
        or ("un" in beside and bool(scene.any_of(("draft", "resolution"), sentence.i, sentence.j)))
    )


def _vetoes(scene: Scene, cue: Cue) -> Iterator[Found]:
    """What the text says of the veto of a cue, where it names those who cast it."""
    told = cast(scene, cue)
    nothing = any(form in listed("nothing") for form in scene.forms[cue.j : cue.j + 1])
    if told is not None and not nothing:
        yield from _told(scene, cue, told)


def _told(scene: Scene, cue: Cue, told: Cast) -> Iterator[Found]:
    """A veto, or a number of them; an ordinal ("for the twelfth time") tells both, unless it counts since a year."""
    if not asserted(scene, min(cue.i, told.head.i), open_future=_undergone(scene, cue)):
        return
    if told.head is cue and cue.sense.concept == "veto" and only_foreseen(scene, told.group[0].i):
        return
    by = codes(told.group)
    if any(not rules.may_veto(code) for code in by) and not _plainly(scene, cue, told):
        return
    form = tense(scene, told.head)
    form = "past" if form == "present" else form
    time = when(scene, told.head, form)
    time = When() if apart(scene, told.head, time.time) else time
    time = time if time.time is not None else _voted_on(scene, told.head) or time
    time = _own_behind(scene, told, time)
    denied = negated(scene, told.head)
    if denied and _open(time) and _as_of_then(scene, told.head):
        return
    earlier = told.head.sense.concept == _AGAIN and time.time is not None and time.time.j <= begins(scene, told.head)
    time = When() if earlier and not denied else time  # of the veto before it, not of its own
    time = time if denied or not _since_then(scene, told.head, time) else closed(time)
    number = None if denied else numbered(scene, cue, told.head, min(cue.i, told.head.i, told.group[0].i))
    if number is not None:
        yield (counted := _found(scene, cue, told, form, time, number=number))
        yield from (_shared(scene, counted, share) for share in shares(scene, cue))
    if number is None or (number.one and not _open(time)):
        yield _found(scene, cue, told, form, time, denied=denied)


def _undergone(scene: Scene, cue: Cue) -> bool:
    """Whether a wish before the veto is what it struck down: "the bid for membership was vetoed by"."""
    return cue.form == "passive" and cue.sense.concept == "veto_verb" and scene.forms[cue.i] in ("was", "were", "been")


def _since_then(scene: Scene, head: Cue, time: When) -> bool:
    """Whether "since" opens the time of what followed, and not of the veto: "since they vetoed a draft in May", منذ
    1989 عندما نقضت.
    """
    if not _open(time) or time.time is None:
        return False
    if time.time.j <= head.i and not listed("just_then").isdisjoint(scene.forms[time.time.j : head.i]):
        return True
    since = scene.within("since", max(scene.clause(head.i).i, head.i - _SINCE_REACH), head.i)
    return bool(since) and head.i < time.time.i


def _as_of_then(scene: Scene, head: Cue) -> bool:
    """Whether a denial speaks of the time up to another deed: "had not used its veto since 2011 when it did so in
    2014", لم تكن قد استخدمت الفيتو منذ 2011 حين.
    """
    before = scene.forms[max(0, head.i - _SINCE_REACH - 1) : head.i + 1]
    behind = scene.forms[head.j : scene.sentence(head.i).j]
    return not listed("pluperfect").isdisjoint(before) and not listed("when_then").isdisjoint(behind)


def _open(time: When) -> bool:
    days = time.time.absolute if time.time is not None else None
    return days is not None and days.last is None


def _found(
    scene: Scene, cue: Cue, told: Cast, form: Tense, time: When, *, denied: bool = False, number: Number | None = None
) -> Found:
    by = codes(told.group)
    i, j = min(cue.i, told.head.i, told.group[0].i), max(cue.j, told.head.j, _right_end(told, cue))
    apposed = told.head.i > i and scene.forms[told.head.i - 1] in ",،"  # "Russia, an ally of Syria, vetoed"
    others = [code for share in shares(scene, cue) for code in codes(share.group)] if number is not None else []
    about = topic(scene, told.head.i if apposed else i, j, [*by, *others])
    about = None if number is not None and about is not None and _of_part(scene, i, about.i) else about
    args: dict[str, Arg] = {"by": by}
    if about is not None:
        args["topic"] = about.code
    symbol = (_spared(scene, cue) if denied else None) or struck(scene, cue, told.head)
    if symbol is not None:
        args["symbol"] = symbol
    weak = {"topic"} if about is not None and about.weak else set()
    if number is not None:
        args["count"] = number.said
        low, high = number.low, number.high
        found = make(scene, "council.veto_count", i, j, args, when=time, tense=form, weak=weak, low=low, high=high)
        return replace(found, theme=NTH) if number.one and not _open(time) else found
    end = max(j, min(scene.clause(cue.i).j, j + 30))
    return make(scene, "council.veto", i, end, args, when=time, tense=form, negated=denied, weak=weak)


def _shared(scene: Scene, found: Found, share: Share) -> Found:
    """The count of other states that the words of one count go on to: "90 times, Britain 29 times"."""
    i, count = share.group[0].i, share.count
    start, end = scene.offsets(i, share.j)
    said = count.low if count.low is not None else count.high or 0
    args: dict[str, Arg] = {**found.args, "by": codes(share.group), "count": said}
    return replace(found, i=i, j=share.j, start=start, end=end, args=args, low=count.low, high=count.high, theme="")


def _of_part(scene: Scene, i: int, at: int) -> bool:
    """Whether a topic is that of some of what was counted: "vetoed 13 drafts, six of them on Syria", ستة منها بشأن."""
    between = scene.forms[i:at]
    return any(pair in _OF_THEM for pair in pairwise(between)) or not listed("parts_counted").isdisjoint(between)


def _spared(scene: Scene, cue: Cue) -> str | None:
    """The resolution that a veto was not cast on: by its number, or the only one that the report told of so far."""
    stop = min(scene.sentence(cue.i).j, cue.j + _RESOLUTION_REACH)
    behind = scene.any_of(("resolution", "text"), cue.j, stop)
    if not behind or behind[0].form == "many":
        return None
    if numbers := numbers_after(scene, behind[0]):
        return symbol_of("council", numbers[0][0]) if len(numbers) == 1 else None
    definite = scene.forms[behind[0].i : behind[0].j] in (["القرار"], ["the", "resolution"])
    told = {d.symbol for d in decided(scene) if d.body == "council" and d.i < cue.i and d.symbol is not None}
    return told.pop() if definite and len(told) == 1 else None


def _voted_on(scene: Scene, head: Cue) -> When | None:
    """The day of the vote on the text, told in a relative clause: "the draft on which the Council voted on Monday"."""
    clause = scene.clause(head.i)
    for relative in scene.within("relative", head.j, clause.j):
        deeds = [
            c for c in scene.any_of(("vote", "adopt"), relative.i, relative.i + 4) if c.form in ("past", "passive")
        ]
        draft = scene.any_of(("draft", "text"), head.j, relative.i)
        times = scene.times_in(deeds[0].j, clause.j) if deeds and draft else []
        if times:
            return When(times[0])
    return None


def _own_behind(scene: Scene, told: Cast, time: When) -> When:
    """The time behind the verb where that before it is of another deed: "condemned on Friday the veto that Russia had
    cast on Monday", "the draft circulated on Friday was vetoed on Monday"; not where it opens the clause, or stands
    between the state and its verb.
    """
    head, near = told.head, time.time
    clause = scene.clause(head.i)
    if near is None or near.j > head.i:
        return time
    opens = near.i - clause.i <= _LEAD
    subject = told.group[0].i < near.i and near.i - told.group[-1].j <= _LEAD and head.i - near.j <= 1
    subject = subject and not scene.within("relative", clause.i, told.group[0].i)
    behind = None if opens or subject else nearest_time(scene, head, head.j, clause.j)
    return time if behind is None else When(behind)


def _plainly(scene: Scene, cue: Cue, told: Cast) -> bool:
    """Whether a state without a veto is said so plainly to cast one in the Council that the text must mean it."""
    sentence = scene.sentence(cue.i)
    named = scene.states_in(sentence.i, cue.i, demonyms=True)
    able = any(rules.may_veto(code) for s in named for code in s.codes)  # who may have cast it
    ours = "council" in scene.bodies(sentence.i, sentence.j) and not _foreign(scene, sentence)
    i = told.group[0].i - (scene.forms[told.group[0].i - 1] == "the")
    somebody = i > 0 and scene.forms[i - 1] in listed("hailing")  # "a footballer from Mali vetoed his transfer"
    return told.firm and not able and ours and not somebody


def _foreign(scene: Scene, span: Span) -> bool:
    """Whether words of another body with a veto, or of national law, stand in a span."""
    return bool(scene.within("council.no_veto", span.i, span.j))


def _apart(scene: Scene, cue: Cue) -> bool:
    """Whether the clause of a veto names another body and not the Council: "vetoed aid at the EU summit; the Security
    Council was not involved".
    """
    clause = scene.clause(cue.i)
    beside = scene.bodies(clause.i, clause.j)
    return "council" not in beside and ("other" in beside or _foreign(scene, clause))


def _right_end(told: Cast, cue: Cue) -> int:
    """Where those who cast it are named behind the noun, they belong to its words."""
    return told.group[-1].j if told.group[0].i - cue.j <= _NAMED_BEHIND else cue.j

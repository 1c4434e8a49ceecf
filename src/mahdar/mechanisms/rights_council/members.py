"""Claims on who sits on the Human Rights Council, and who was elected to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from mahdar.checking.assertion import asserted, negated, titled
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.meant import state_meant
from mahdar.checking.mentions import StateMention
from mahdar.checking.protocol import Found, Tense
from mahdar.checking.rosters import listed_behind
from mahdar.checking.scene import Scene, codes
from mahdar.checking.seat import ENDED, NEVER, Seat, at_no_time, had_never, term_told
from mahdar.checking.seats import seats
from mahdar.checking.subjects import own_time, subject_before
from mahdar.checking.when import When, nearest_time, when
from mahdar.checking.wordlists import words
from mahdar.edtf import Interval
from mahdar.language.tokens import tokens_of
from mahdar.mechanisms.rights_council.elections import (
    chosen_near,
    council_before,
    council_behind,
    of_assembly,
    term_of,
)
from mahdar.mechanisms.rights_council.lost import LOST, find_lost
from mahdar.mechanisms.rights_council.races import find_races
from mahdar.record.access import Record

_BODY = "rights_council"
_WORDS = ("mahdar.mechanisms.rights_council", "words.toml")
_ELECTED_BACK = 2  # sentences back to the one that names the Council
_OF_ELECTION = frozenset({"rights_council", "assembly", "un", ""})  # bodies named where its members are elected
_SIZED = 4  # tokens of a body's size before its name
_NEAR, _FAR = 3, 8  # tokens between a state and its verb, and from it to those elected
_TITLE, _OBJECT, _GIVES = "title", "object", "gives"
_VERBAL = ("", "و", "ف")  # what may stand before an Arabic verb: with ل it is a purpose
_LOST_OUT = ("rights_council.failed", "rights_council.race")
_ELECTED = ("rights_council.elects", "elect", "member", "rights_council.seat")


def find_members(scene: Scene) -> Iterator[Found]:
    """Seats that states hold, won or lost; a seat that was suspended is not one held."""
    lost = list(find_lost(scene))
    taken = {scene.passage.sentence_of(found.i) for found in lost}
    yield from lost
    for seat in seats(scene):
        free = scene.passage.sentence_of(seat.i) not in taken and not _failed(scene, seat)
        if seat.body == _BODY and free and not _presides(scene, seat):
            kind: Tense = "past" if seat.became else "present"
            found = _seat(scene, seat.i, seat.j, seat.state, seat.when, kind, negated=seat.negated)
            never = seat.negated and seat.when.time is None and at_no_time(scene, seat)
            found = replace(found, retold=found.retold or (never and had_never(scene, seat)))
            found = replace(found, theme=NEVER if never else ENDED) if never or seat.ended else found
            yield found if seat.sure else replace(found, weak=found.weak | {"state"})
    elected = list(_elected(scene))
    races = [found for found in find_races(scene) if not any(_same(found, other) for other in elected)]
    for found in (*elected, *races, *_also_won(scene, elected)):
        if scene.passage.sentence_of(found.i) not in taken or _apart(found, lost):
            yield found


def _same(found: Found, other: Found) -> bool:
    """Whether two finds tell of one state in overlapping words: "failed in its bid to regain a seat on"."""
    return found.args == other.args and found.i < other.j and other.i < found.j


def _apart(found: Found, lost: list[Found]) -> bool:
    """Whether an election has a time of its own beside the end of a seat: "suspended it, elected in May 2010"."""
    return found.time is not None and all(other.time is not None and other.time.i != found.time.i for other in lost)


def _failed(scene: Scene, seat: Seat) -> bool:
    """Whether an election was lost: who fails to win a seat may hold one still."""
    clause = scene.clause(seat.i)
    return seat.negated and bool(scene.any_of(_LOST_OUT, clause.i, max(clause.j, seat.j)))


def _presides(scene: Scene, seat: Seat) -> bool:
    """Whether the Council is only what an office or a part of it belongs to: "was elected president of the Council"."""
    bodies = [c for c in scene.within("body", seat.i, seat.j) if scene.which(c) == _BODY]
    return seat.became and any(scene.within("rights_council.part", max(seat.i, c.i - 3), c.i) for c in bodies)


def _seat(scene: Scene, i: int, j: int, code: str, when: When, kind: Tense, *, negated: bool) -> Found:
    return make(
        scene, "rights_council.member", i, j, {"state": code}, when=when, negated=negated, tense=kind
    )  # fmt: skip


def _elected(scene: Scene) -> Iterator[Found]:
    """ "The Assembly elected X to the Council", "X will join the Council in January", انضمت إلى المجلس."""
    for cue in scene.all("rights_council.elects"):
        if scene.passage.language == "en" and scene.at("member", cue.j) is not None:
            continue  # "the newly elected members of the Council"
        ours = council_behind(scene, cue)
        if ours is None and cue.form == "past" and of_assembly(scene, cue):
            yield from _chosen(scene, cue)
            continue
        group = _winners(scene, cue, ours) if ours is not None else []
        meant = state_meant(scene, cue) if ours is not None and not group else None
        group = [meant.at(cue.i)] if meant is not None else group
        denied = negated(scene, cue)
        if ours is None or not group or (cue.form == "bare" and not denied) or not _counts(scene, cue, group, ours):
            continue
        if not asserted(scene, cue.i, open_future=cue.form == "future") or _observes(scene, ours):
            continue
        if denied and _in_a_ballot(scene, cue):
            continue
        near = own_time(scene, cue, group)
        term = term_of(scene, cue, 0)
        near = term_told(scene, ours.j, scene.clause(ours.i).j) or (term.time if term is not None else near)
        told: Tense = "future" if cue.form == "future" else "past"
        joins = scene.forms[cue.i].endswith(tuple(words(*_WORDS, "joined")))
        if near is None and cue.form != "bare" and joins:
            continue  # "joined the Council in calling for"
        for code in codes(group):
            i, j = min(cue.i, group[0].i), max(ours.j, group[-1].j)
            found = _seat(scene, i, j, code, When(near), told, negated=denied)
            yield found if meant is None or meant.sure else replace(found, weak=found.weak | {"state"})


def _in_a_ballot(scene: Scene, cue: Cue) -> bool:
    """Whether only one of several ballots is told of, in whose next who failed may have been elected: "in the first
    round".
    """
    sentence = scene.sentence(cue.i)
    return not words(*_WORDS, "ballots").isdisjoint(scene.forms[sentence.i : sentence.j])


def _observes(scene: Scene, body: Cue) -> bool:
    """Whether a state is told to sit with the Council only as an observer."""
    observer = words(*_WORDS, "observer")
    return not observer.isdisjoint(scene.forms[body.j : body.j + _SIZED])


def _counts(scene: Scene, cue: Cue, group: list[StateMention], body: Cue) -> bool:
    """Whether a verb that tells an election only in a headline, or only with the seat as its object, has what it
    needs.
    """
    if cue.form == _TITLE:
        return titled(scene, cue.i)
    if cue.form == _GIVES and not of_assembly(scene, cue):
        return False
    if cue.form not in (_OBJECT, _GIVES):
        return True
    i = group[-1].j if group[0].i >= cue.j else cue.j
    seat = next(iter(scene.any_of(("rights_council.seat", "member"), i, body.i)), None)
    if seat is None or cue.proclitics not in _VERBAL:
        return False
    if cue.form == _GIVES:
        return cue.proclitics in _VERBAL and body.i - seat.j < _NEAR + _SIZED
    timed = tokens_of(scene.times_in(i, seat.i))
    passed = words(*_WORDS, "before_seat")
    return all(k in timed or scene.forms[k] in passed for k in range(i, seat.i))


def _chosen(scene: Scene, cue: Cue) -> Iterator[Found]:
    """Whom the Assembly chose, the Council being named in the sentence before: "By secret ballot, it chose A and B"."""
    clause = scene.clause(cue.i)
    groups = scene.groups(cue.j, clause.j)
    near = bool(groups) and chosen_near(scene, cue, groups[0][0].i, _NEAR)
    before = council_before(scene, cue, _ELECTED, _ELECTED_BACK) if near else None
    if before is None or not asserted(scene, cue.i) or negated(scene, cue):
        return
    time = term_of(scene, cue, _ELECTED_BACK) or when(scene, cue, "past")
    earlier = scene.times_in(before.i, before.j)
    time = When(earlier[0]) if time.time is None and earlier else time
    for code in codes(groups[0]):
        yield _seat(scene, cue.i, groups[0][-1].j, code, time, "past", negated=False)


def _also_won(scene: Scene, elected: list[Found]) -> Iterator[Found]:
    """Who won seats too, the Council and its election being told in the sentences before, or no other body in all of
    the report before.
    """
    cues = scene.all("rights_council.won")
    others = [c.i for c in scene.all("body") if scene.which(c) not in _OF_ELECTION] if cues and elected else []
    for cue in cues:
        behind = [g for g in scene.groups(cue.j, scene.clause(cue.i).j)[:1] if g[0].i == cue.j]
        group = subject_before(scene, cue, 0) or next(iter(behind), [])
        before = council_before(scene, cue, _ELECTED, _ELECTED_BACK) if group else None
        alone = group and elected and elected[0].i < cue.i and min([cue.i, *others[:1]]) == cue.i
        alone = alone and not scene.bodies(scene.sentence(cue.i).i, scene.sentence(cue.i).j)
        if (before is None and not alone) or not asserted(scene, cue.i) or negated(scene, cue):
            continue
        clause = scene.clause(cue.i)
        own = nearest_time(scene, cue, clause.i, clause.j)
        earlier = scene.times_in(before.i, before.j)[:1] if before is not None else [elected[0].time]
        time = When(own or (earlier[0] if earlier else None))
        for code in codes(group):
            yield _seat(scene, min(cue.i, group[0].i), cue.j, code, time, "past", negated=False)


def _winners(scene: Scene, cue: Cue, body: Cue) -> list[StateMention]:
    """The states between the verb and the Council, else those right before the verb or before what denies it."""
    between = [g for g in scene.groups(cue.j, body.i) if chosen_near(scene, cue, g[0].i, _FAR)]
    if between:
        return between[0]
    denied = [c for c in scene.within("not", scene.clause(cue.i).i, cue.i) if c.j == cue.i]
    return listed_behind(scene, cue, body) or subject_before(scene, denied[-1] if denied else cue, _NEAR)


def member_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days on which the state sat on the Council, or the day on which its term was cut short."""
    terms = record.hrc_terms(str(found.args.get("state")))
    if found.args.get("status") == LOST:
        return [Interval.day(t.last) for t in terms if t.end_reason and t.last < date.max]
    won = found.tense == "past"  # elections lie before the term
    elected = {t: t.elected_on.first for t in terms if won and t.elected_on is not None}
    return [Interval(elected.get(t) or t.first, t.last) for t in terms]

"""Claims on who sits on the Human Rights Council, who was elected to it and who lost the seat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from mahdar.checking.assertion import When, aside, asserted, nearest_time, negated, titled, when
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.mentions import StateMention
from mahdar.checking.protocol import Found, Tense
from mahdar.checking.scene import Scene, codes
from mahdar.checking.seats import Seat, seats
from mahdar.edtf import Interval
from mahdar.mechanisms.rights_council.elections import council_before, of_assembly, term_of
from mahdar.record.access import Record

_BODY = "rights_council"
_ELECTORS = ("assembly", "un")
_FAR = 16  # tokens from a verb to the Council, a list of states included
_LEFT_REACH = 5  # tokens from an English verb of leaving to the Council
_ELECTED_BACK, _NAMED_BACK = 2, 5  # sentences back to the one that names the Council
_NEAR = 3  # tokens between a state and its verb
_JOINS = ("joined", "انضمت", "انضم")
_LOST, _TITLE, _INFINITIVE = "lost", "title", "infinitive"
_ELECTED = ("rights_council.elects", "elect", "member")
_NAMED = ("rights_council.lost", "rights_council.elects", "elect", "member", "vote")


def find_members(scene: Scene) -> Iterator[Found]:
    """Seats that states hold, won or lost; a seat that was suspended is not one held."""
    lost = list(_lost(scene))
    taken = {scene.passage.sentence_of(found.i) for found in lost}
    yield from lost
    for seat in seats(scene):
        free = scene.passage.sentence_of(seat.i) not in taken and not _failed(scene, seat)
        if seat.body == _BODY and free and not _presides(scene, seat):
            kind: Tense = "past" if seat.became else "present"
            yield _seat(scene, seat.i, seat.j, seat.state, seat.when, kind, negated=seat.negated)
    for found in _elected(scene):
        if scene.passage.sentence_of(found.i) not in taken:
            yield found


def _failed(scene: Scene, seat: Seat) -> bool:
    """Whether an election was lost: who fails to win a seat may hold one still."""
    clause = scene.clause(seat.i)
    return seat.negated and bool(scene.within("rights_council.failed", clause.i, max(clause.j, seat.j)))


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
        ours = _council(scene, cue)
        if ours is None and cue.form == "past" and of_assembly(scene, cue):
            yield from _chosen(scene, cue)
            continue
        group = _winners(scene, cue, ours) if ours is not None else []
        denied = negated(scene, cue)
        if ours is None or not group or (cue.form == "bare" and not denied):
            continue
        if not asserted(scene, cue.i, open_future=cue.form == "future"):
            continue
        clause = scene.clause(cue.i)
        near = nearest_time(scene, cue, clause.i, clause.j)
        near = None if aside(scene, cue, near) else near
        term = term_of(scene, cue, 0)
        near = term.time if term is not None else near
        told: Tense = "future" if cue.form == "future" else "past"
        if near is None and cue.form != "bare" and scene.forms[cue.i].endswith(_JOINS):
            continue  # "joined the Council in calling for"
        for code in codes(group):
            i, j = min(cue.i, group[0].i), max(ours.j, group[-1].j)
            yield _seat(scene, i, j, code, When(near), told, negated=denied)


def _chosen(scene: Scene, cue: Cue) -> Iterator[Found]:
    """Whom the Assembly chose, the Council being named in the sentence before: "By secret ballot, it chose A and B"."""
    clause = scene.clause(cue.i)
    groups = scene.groups(cue.j, clause.j)
    near = bool(groups) and groups[0][0].i - cue.j <= _NEAR
    before = council_before(scene, cue, _ELECTED, _ELECTED_BACK) if near else None
    if before is None or not asserted(scene, cue.i) or negated(scene, cue):
        return
    time = term_of(scene, cue, _ELECTED_BACK) or when(scene, cue, "past")
    earlier = scene.times_in(before.i, before.j)
    time = When(earlier[0]) if time.time is None and earlier else time
    for code in codes(groups[0]):
        yield _seat(scene, cue.i, groups[0][-1].j, code, time, "past", negated=False)


def _council(scene: Scene, cue: Cue) -> Cue | None:
    """The Human Rights Council behind a verb, the first council there."""
    clause = scene.clause(cue.i)
    bodies = [c for c in scene.within("body", cue.j, min(clause.j, cue.j + _FAR)) if scene.which(c) not in _ELECTORS]
    ours = bodies[0] if bodies and scene.which(bodies[0]) == _BODY else None
    return ours if ours is not None and not _part(scene, ours) else None


def _part(scene: Scene, body: Cue) -> bool:
    """Whether a noun beside the Council's name makes it something of the Council's: its chamber, its presidency."""
    return bool(scene.any_of(("rights_council.part",), max(0, body.i - 2), body.j + 2))


def _winners(scene: Scene, cue: Cue, body: Cue) -> list[StateMention]:
    """The states between the verb and the Council, else those right before the verb."""
    between = scene.groups(cue.j, body.i)
    before = [g for g in scene.groups(scene.clause(cue.i).i, cue.i) if cue.i - g[-1].j <= _NEAR]
    return between[0] if between else (before[-1] if before else [])


def _lost(scene: Scene) -> Iterator[Found]:
    for cue in scene.all("rights_council.lost"):
        ours = _council(scene, cue) or _membership(scene, cue)
        group = _loser(scene, cue, ours) if ours is not None and _led_to(scene, cue, ours) else []
        voted = cue.form == _INFINITIVE and _voted(scene, cue)
        if ours is None or not group or not asserted(scene, cue.i, open_future=voted) or negated(scene, cue):
            continue
        if cue.form == _INFINITIVE and not voted:
            continue
        if cue.form == _TITLE and not titled(scene, cue.i):
            continue
        if cue.form == "object" and not scene.any_of(("rights_council.seat", "member"), cue.j, ours.i):
            continue
        time = when(scene, cue, "past")
        time = When() if aside(scene, cue, time.time) else time
        for code in codes(group):
            args = {"state": code, "status": _LOST}
            i = min(cue.i, group[0].i)
            weak = ("at",) if _coordinated(scene, time, cue) else ()
            found = make(scene, "rights_council.member", i, ours.j, args, when=When(time.time), tense="past", weak=weak)
            yield replace(found, theme=cue.value)


def _membership(scene: Scene, cue: Cue) -> Cue | None:
    """The word for the membership that the Assembly took away, the Council being named before: "suspended its
    membership".
    """
    clause = scene.clause(cue.i)
    seats = scene.any_of(("rights_council.seat", "member"), cue.j, min(clause.j, cue.j + _FAR))
    own = cue.value == "cut" and bool(seats) and of_assembly(scene, cue)
    return seats[0] if own and council_before(scene, cue, _NAMED, _NAMED_BACK) else None


def _voted(scene: Scene, cue: Cue) -> bool:
    """Whether a vote that was taken stands before: "voted 93-24, with 58 abstentions, to suspend Russia from"."""
    before = scene.any_of(("vote", "adopt", "approve"), scene.clause(cue.i).i, cue.i)
    return any(c.form == "past" for c in before)


def _coordinated(scene: Scene, time: When, cue: Cue) -> bool:
    """Whether the time belongs to another deed before "and": "left one body in March and was thrown off another"."""
    return time.time is not None and time.time.j <= cue.i and "and" in scene.forms[time.time.j : cue.i]


def _led_to(scene: Scene, cue: Cue, body: Cue) -> bool:
    """Whether a verb of leaving leads to the Council and not to another body before it: "pulled out of the Council of
    Europe and was thrown off the Human Rights Council".
    """
    if scene.passage.language != "en":
        return True
    cut_off = "," in scene.forms[cue.j : body.i] and not scene.states_in(cue.j, body.i)
    return not cut_off and (cue.value != "left" or body.i - cue.j <= _LEFT_REACH)


def _loser(scene: Scene, cue: Cue, body: Cue) -> list[StateMention]:
    """Who lost it: between the verb and the Council, else right before the verb."""
    between = scene.groups(cue.j, body.i)
    before = [g for g in scene.groups(scene.clause(cue.i).i, cue.i) if cue.i - g[-1].j <= 2]
    return between[-1] if between else (before[-1] if before else [])


def member_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days on which the state sat on the Council, or the day on which its term was cut short."""
    terms = record.hrc_terms(str(found.args.get("state")))
    if found.args.get("status") == _LOST:
        return [Interval.day(t.last) for t in terms if t.end_reason and t.last < date.max]
    return [Interval(t.first, t.last) for t in terms]

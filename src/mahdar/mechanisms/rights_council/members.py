"""Claims on who sits on the Human Rights Council, who was elected to it and who lost the seat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mahdar.checking import policy
from mahdar.checking.assertion import When, asserted, negated, when
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.mentions import StateMention
from mahdar.checking.protocol import Case, Found, Tense
from mahdar.checking.scene import Scene, codes
from mahdar.checking.seats import seats
from mahdar.checking.wording import Pair, day, state
from mahdar.edtf import Interval
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import HrcTerm

_TABLE = "hrc_terms"
_BODY = "rights_council"
_REACH = 8
_LOST = "lost"


def find_members(scene: Scene) -> Iterator[Found]:
    """Seats that states hold, won or lost; a seat that was suspended is not one held."""
    lost = list(_lost(scene))
    taken = {scene.passage.sentence_of(found.i) for found in lost}
    yield from lost
    for seat in seats(scene):
        if seat.body == _BODY and scene.passage.sentence_of(seat.i) not in taken:
            kind: Tense = "past" if seat.became else "present"
            args = {"state": seat.state}
            yield make(
                scene,
                "rights_council.member",
                seat.i,
                seat.j,
                args,
                when=seat.when,
                negated=seat.negated,
                tense=kind,
            )


def _lost(scene: Scene) -> Iterator[Found]:
    for cue in scene.cues.get("rights_council.lost", ()):
        clause = scene.clause(cue.i)
        bodies = scene.within("body", cue.j, min(clause.j, cue.j + _REACH))
        ours = next((c for c in bodies if scene.which(c) == _BODY), None)
        group = _loser(scene, cue, ours) if ours is not None else []
        if ours is None or not group or not asserted(scene, cue.i) or negated(scene, cue):
            continue
        time = when(scene, cue, "past")
        for code in codes(group):
            args = {"state": code, "status": _LOST}
            i = min(cue.i, group[0].i)
            yield make(scene, "rights_council.member", i, ours.j, args, when=When(time.time), tense="past")


def _loser(scene: Scene, cue: Cue, body: Cue) -> list[StateMention]:
    """Who lost it: between the verb and the Council, else right before the verb."""
    between = scene.groups(cue.j, body.i)
    before = [g for g in scene.groups(scene.clause(cue.i).i, cue.i) if cue.i - g[-1].j <= 2]
    return between[-1] if between else (before[-1] if before else [])


def check_member(case: Case, record: Record) -> Verdict:
    """A state sat on the Council at some day of the time meant, was elected to it then, or left it then."""
    code = case.text("state") or ""
    terms = policy.known(case, record.hrc_terms(code))
    if case.text("status") == _LOST:
        return _check_lost(case, terms)
    days = case.reference
    there = [t for t in terms if case.found.tense == "past" and case.at is not None and _elected(t, case.at)]
    there = there or [t for t in terms if days is None or days.overlaps(Interval(t.first, t.last))]
    if there:
        return policy.supported(_told(there[0]), [there[0]])
    name, on = state(code), day(days)
    coverage = policy.complete(case, record, _TABLE, when=days) if days else None
    if coverage is None or case.found.tense == "past":
        return policy.silent(case, _TABLE)
    why = Pair(
        f"{name.en} is not among the members of the Human Rights Council in {on.en}.",
        f"لا ترد {name.ar} بين أعضاء مجلس حقوق الإنسان في {on.ar}.",
    )
    return policy.absent(why, coverage, terms[-1:])


def _elected(term: HrcTerm, at: Interval) -> bool:
    elected = term.elected_on
    return elected is not None and policy.wider(at).overlaps(elected)


def _check_lost(case: Case, terms: list[HrcTerm]) -> Verdict:
    """A term that was cut short, at the time meant if one is; a term that merely ran out decides nothing."""
    cut = [t for t in terms if t.end_reason and not t.end_reason.startswith("term_ended")]
    days = policy.until(case)
    there = [t for t in cut if days is None or policy.wider(days).contains(t.last)]
    if there:
        return policy.supported(_told(there[-1]), there[-1:])
    return policy.unknown(_told(cut[-1]), cut[-1:]) if cut else policy.silent(case, _TABLE)


def _told(row: HrcTerm) -> Pair:
    name, first, last = state(row.state), day(row.first), day(row.last)
    cut = f" ({row.end_reason.replace('_', ' ')})" if row.end_reason else ""
    return Pair(
        f"{name.en} sat on the Human Rights Council from {first.en} to {last.en}{cut}.",
        f"شغلت {name.ar} مقعدا في مجلس حقوق الإنسان من {first.ar} إلى {last.ar}.",
    )


def member_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days on which the state sat on the Council, or the day on which its term was cut short."""
    terms = record.hrc_terms(str(found.args.get("state")))
    if found.args.get("status") == _LOST:
        return [Interval.day(t.last) for t in terms if t.end_reason and t.last < date.max]
    return [Interval(t.first, t.last) for t in terms]

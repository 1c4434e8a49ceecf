"""Claims on membership of the United Nations and on its size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mahdar.checking import policy
from mahdar.checking.assertion import When, asserted, nearest_time, negated
from mahdar.checking.found import make
from mahdar.checking.protocol import Case, Found
from mahdar.checking.scene import Scene, codes
from mahdar.checking.seats import seats, sizes
from mahdar.checking.wording import Pair, day, state
from mahdar.edtf import Interval
from mahdar.mechanisms.membership import rules
from mahdar.model import Verdict
from mahdar.record.access import Record

_TABLE = "un_members"
_BODIES = ("un", "assembly")
_FEWEST = 100  # the United Nations had fewer members only before 1961; a smaller count is of something else


def find(scene: Scene) -> Iterator[Found]:
    """States said to belong to the United Nations or to have joined them, and the number of members."""
    for seat in seats(scene):
        if seat.body == "un":
            yield make(
                scene,
                "un.member",
                seat.i,
                seat.j,
                {"state": seat.state},
                when=seat.when,
                negated=seat.negated,
                tense="present",
            )
    for size in sizes(scene):
        if size.body in _BODIES and size.members >= _FEWEST:
            yield make(scene, "un.size", size.i, size.j, {"members": size.members}, tense="present")
    yield from _joined(scene)
    yield from _joined_by_verb(scene)


def _joined(scene: Scene) -> Iterator[Found]:
    for cue in scene.cues.get("un.joined", ()):
        clause = scene.clause(cue.i)
        before = scene.groups(clause.i, cue.i)
        after = scene.groups(cue.j, min(clause.j, cue.j + 2))
        group = before[-1] if before else (after[0] if after else [])
        if group and asserted(scene, cue.i):
            time = nearest_time(scene, cue, clause.i, clause.j)
            for code in codes(group):
                i, j = min(cue.i, group[0].i), max(cue.j, time.j if time else cue.j)
                yield make(
                    scene,
                    "un.member",
                    i,
                    j,
                    {"state": code},
                    when=When(time),
                    negated=negated(scene, cue),
                    tense="past",
                )


def _joined_by_verb(scene: Scene) -> Iterator[Found]:
    """انضم جنوب السودان إلى الأمم المتحدة: verb, state, then the United Nations."""
    for cue in scene.cues.get("un.join_verb", ()):
        clause = scene.clause(cue.i)
        group = next(iter(scene.groups(cue.j, min(clause.j, cue.j + 3))), [])
        un = [c for c in scene.within("body", group[-1].j, group[-1].j + 5) if c.value == "un"] if group else []
        if un and asserted(scene, cue.i):
            time = nearest_time(scene, cue, clause.i, clause.j)
            for code in codes(group):
                yield make(
                    scene, "un.member", cue.i, un[0].j, {"state": code}, when=When(time), negated=negated(scene, cue)
                )


def check_member(case: Case, record: Record) -> Verdict:
    """A state is a member at the time; one said to have joined was admitted then."""
    code, days = case.text("state") or "", case.reference
    events = [e for e in policy.known(case, record.member_events(code)) if e.event in ("admission", "founding")]
    if not events:
        return policy.silent(case, _TABLE)
    row = events[0]
    name, on = state(code), day(row.when)
    why = Pair(
        f"{name.en} was admitted to the United Nations on {on.en}.", f"قبلت {name.ar} عضوا في الأمم المتحدة في {on.ar}."
    )
    if case.found.tense == "past" and case.at is not None:
        fits = policy.wider(case.at).overlaps(row.when)
        return policy.supported(why, [row]) if fits else policy.refuted(why, [row])
    on_day = (days.last if days else None) or date.max
    return policy.supported(why, [row]) if code in record.un_members(on_day) else policy.unknown(why, [row])


def check_size(case: Case, record: Record) -> Verdict:
    """The number of members on the day of the report."""
    days = case.reference
    if days is None or days.last is None:
        return policy.silent(case, _TABLE)
    got, said = rules.size(record, days.last), case.number("members")
    why = Pair(
        f"The United Nations had {got} members on {day(days.last).en}.",
        f"كان عدد أعضاء الأمم المتحدة {got} في {day(days.last).ar}.",
    )
    covered = policy.complete(case, record, _TABLE, when=days)
    if got == said:
        return policy.supported(why, [rules.ARTICLE_4])
    return policy.refuted(why, [rules.ARTICLE_4]) if covered else policy.unknown(why)


def facts(found: Found, record: Record) -> Iterable[Interval]:
    """The day of admission, for a state said to have joined."""
    if found.tense != "past":
        return []
    return [e.when for e in record.member_events(str(found.args.get("state"))) if e.event in ("admission", "founding")]

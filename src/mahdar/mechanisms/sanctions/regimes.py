"""Claims that a state is under sanctions of the Security Council, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mahdar.checking import policy
from mahdar.checking.assertion import When, asserted, nearest_time, negated, tense
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.protocol import Case, Found, Tense
from mahdar.checking.scene import Scene
from mahdar.checking.topics import Topic, named_topic
from mahdar.checking.wording import Pair, day, state
from mahdar.edtf import Interval
from mahdar.mechanisms.sanctions import rules
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import Regime

_TABLE = "sanctions_regimes"


def find(scene: Scene) -> Iterator[Found]:
    """Sanctions that the text says the United Nations hold over a state."""
    for cue in scene.any_of(("sanctions.un", "sanctions.noun"), 0, len(scene.forms)):
        frame = _frame(scene, cue)
        if frame is None or not _of_un(scene, cue, frame) or not asserted(scene, frame.i):
            continue
        target = _target(scene, cue, frame)
        if target is not None:
            yield _regime(scene, cue, frame, target)


def _frame(scene: Scene, cue: Cue) -> Cue | None:
    """The words that assert the sanctions: subject to, imposed, resolutions that contain them."""
    clause = scene.clause(cue.i)
    low = max(clause.i, cue.i - 12)
    before = scene.any_of(("sanctions.subject", "sanctions.impose", "sanctions.contain"), low, cue.i)
    before = [
        c
        for c in before
        if c.sense.concept != "sanctions.contain" or scene.within("resolution", max(clause.i, c.i - 14), c.i)
    ]
    after = scene.within("sanctions.subject", cue.j, min(clause.j, cue.j + 6))
    if scene.any_of(("sanctions.change",), max(clause.i, cue.i - 2), min(clause.j, cue.j + 3)):
        return None
    return before[-1] if before else (after[0] if after else None)


def _of_un(scene: Scene, cue: Cue, frame: Cue) -> bool:
    """Whether they are the Council's: named so, or with the Council or the United Nations in the clause and nobody
    else.
    """
    if cue.sense.concept == "sanctions.un":
        return True
    clause = scene.clause(cue.i)
    window = (max(clause.i, frame.i - 12), min(clause.j, cue.j + 8))
    if scene.within("sanctions.not_un", *window):
        return False
    return bool(scene.bodies(*window) & {"council", "un"})


def _target(scene: Scene, cue: Cue, frame: Cue) -> Topic | None:
    """Whom they bind: behind "on", else the subject of "is under"."""
    clause = scene.clause(cue.i)
    after = named_topic(scene, cue.j, min(clause.j, cue.j + 12))
    if frame.sense.concept == "sanctions.subject":
        subject = named_topic(scene, max(clause.i, frame.i - 10), cue.i)
        return subject if subject is not None and (after is None or after.rank > 0) else after
    return after


def _regime(scene: Scene, cue: Cue, frame: Cue, target: Topic) -> Found:
    clause = scene.clause(cue.i)
    near = nearest_time(scene, cue, clause.i, clause.j)
    kind: Tense = tense(scene, frame)
    i, j = min(frame.i, target.i, cue.i), max(cue.j, frame.j, target.j)
    if near is not None:
        i, j = min(i, near.i), max(j, near.j)
    time = When(near) if near is not None else When(now=kind == "present")
    args = {"target": target.code}
    return make(scene, "sanctions.regime", i, j, args, tense=kind, when=time, negated=negated(scene, frame))


def check(case: Case, record: Record) -> Verdict:
    """A regime on that state is in force at the time; one said to run since a year began in it."""
    target = case.text("target") or ""
    regimes = policy.known(case, record.regimes(target))
    days = case.reference
    running = [r for r in regimes if rules.in_force(r, days)]
    if not running:
        return _none(case, record, target, regimes, days)
    since = case.at.first if case.at and case.at.last is None else None
    if (
        since is not None
        and case.found.tense == "present"
        and not any(rules.in_force(r, case.published) for r in running)
    ):
        return policy.conflicting(_told(running[-1]), running[-1:])
    if since is None or case.at is None:
        return policy.supported(_told(running[0]), running)
    began = [r for r in running if r.first.year == since.year]
    if began or any(r.first.year < since.year for r in running):
        fitting = began or [r for r in running if r.first.year < since.year]
        return policy.supported(_told(fitting[0]), fitting) if began else policy.conflicting(_told(fitting[0]), fitting)
    return policy.conflicting(_told(running[0]), running)


def _none(case: Case, record: Record, target: str, regimes: list[Regime], days: Interval | None) -> Verdict:
    coverage = policy.complete(case, record, _TABLE, when=policy.until(case)) if len(target) == 3 else None
    if coverage is None or any(r.status == "disputed" for r in regimes):
        return policy.silent(case, _TABLE)
    name, when = state(target), day(days)
    why = Pair(
        f"The record has no sanctions regime of the Security Council on {name.en} in {when.en}.",
        f"لا يتضمن السجل نظام جزاءات لمجلس الأمن على {name.ar} في {when.ar}.",
    )
    return policy.absent(why, coverage, regimes[-1:])


def _told(row: Regime) -> Pair:
    start, end = day(row.first), day(row.last)
    over = Pair(
        f" until {end.en} ({row.ended_by})" if row.last else "", f" حتى {end.ar} ({row.ended_by})" if row.last else ""
    )
    name = state(row.target)
    return Pair(
        f"{row.symbol} of {start.en} founded the sanctions regime on {name.en}{over.en}.",
        f"أنشأ القرار {row.symbol} في {start.ar} نظام الجزاءات على {name.ar}{over.ar}.",
    )


def facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days on which a regime on the state is in force."""
    return [rules.span(r) for r in record.regimes(str(found.args.get("target")))]

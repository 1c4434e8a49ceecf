"""Checks of claims on sanctions regimes: in force at a time, begun in it, run for so long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache

from mahdar.checking import policy
from mahdar.checking.lasting import borne_out
from mahdar.checking.protocol import Case, Found
from mahdar.checking.wording import Pair, day, state
from mahdar.edtf import Interval
from mahdar.mechanisms.sanctions import rules
from mahdar.mechanisms.sanctions.lifted import LIFTED
from mahdar.mechanisms.sanctions.rules import Years
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import Decision, Regime
from mahdar.tables import read_rows, values

_TABLE = "sanctions_regimes"
_WEEKS = 21  # days
_PACKAGE = "mahdar.mechanisms.sanctions"


@cache
def _split() -> frozenset[tuple[str, str]]:
    """States with the regimes that bound them though the record has these under another name."""
    return frozenset((row["target"], row["symbol"]) for row in read_rows(_PACKAGE, "split.csv"))


def regimes_of(record: Record, target: str) -> list[Regime]:
    """The regimes on a state in order of time, with those on the state or the group of which it was a part."""
    whole = [row for row in record.regimes() if (target, row.symbol) in _split()]
    return sorted({*record.regimes(target), *whole}, key=lambda row: row.first)


def check(case: Case, record: Record) -> Verdict:
    """A regime on that state is in force at the time; one said to run since a year, or for years, began then."""
    target = case.text("target") or ""
    regimes = policy.known(case, regimes_of(record, target))
    if case.found.theme == LIFTED:
        return _lifted(case, target, regimes)
    undated = case.found.tense == "past" and case.at is None and not case.negated
    days = None if undated else _after(case) or case.reference
    running = [row for row in regimes if rules.in_force(row, days)]
    if not running:
        return _none(case, record, target, regimes, days)
    if case.negated:
        return _throughout(case, record, target, running)
    if case.found.low is not None or case.found.high is not None:
        return _lasted(case, target, running)
    since = policy.opening(case.at)
    if since is not None:
        return _since(case, record, target, since, running)
    if case.found.tense == "past" and case.at is not None:
        return _imposed(case, record, case.at, regimes, running)
    return _throughout(case, record, target, running)


def _throughout(case: Case, record: Record, target: str, running: Sequence[Regime]) -> Verdict:
    """A regime was in force at the time, or in all of it where its beginning and its end are told."""
    if not case.found.lasting:
        return policy.supported(_told(running[0], target), running)
    held = [rules.span(row) for row in running]

    def covered(gap: Interval) -> bool:
        return case.firm("target") and policy.complete(case, record, _TABLE, when=gap) is not None

    return borne_out(case, [_told(row, target) for row in running], running, held, covered)


def _lifted(case: Case, target: str, regimes: Sequence[Regime]) -> Verdict:
    """Sanctions said to have been lifted: a regime that ended then. A part of them may have been lifted on another
    day, so that nothing refutes it.
    """
    ends = [(row, Interval.day(row.last)) for row in regimes if row.last is not None]
    until = policy.until(case)
    then = [row for row, end in ends if (policy.wider(case.at) if case.at else until or end).overlaps(end)]
    if then:
        return policy.supported(_told(then[-1], target), then[-1:])
    return policy.unknown(_told(regimes[-1], target), regimes[-1:]) if regimes else policy.silent(case, _TABLE)


def _after(case: Case) -> Interval | None:
    """The days of which "none since 2018" speaks: those behind that year, in which the last ones may have ended."""
    since = policy.opening(case.at) if case.negated else None
    until = policy.until(case)
    if since is None or since.last is None or until is None or until.last is None or until.last <= since.last:
        return None
    return Interval(since.last + timedelta(1), until.last)


def _since(case: Case, record: Record, target: str, since: Interval, running: Sequence[Regime]) -> Verdict:
    """It began in the time named, or was widened then, and still runs where the report says so."""
    began = [row for row in running if policy.wider(since).contains(row.first)]
    ended = case.found.tense == "present" and not any(rules.in_force(row, case.published) for row in running)
    row = (began or [*running])[0]
    if ended:
        return policy.conflicting(_told(running[-1], target), running[-1:])
    wider = [] if began else _resolutions(case, record, target, since)
    if wider:
        return policy.supported(_by(wider[-1], target), wider)
    return policy.supported(_told(row, target), [row]) if began else policy.conflicting(_told(row, target), [row])


def _resolutions(case: Case, record: Record, target: str, at: Interval) -> list[Decision]:
    """The resolutions of that time that imposed sanctions on the state or widened them."""
    rows = [row for symbol in _widened().get(target, ()) if (row := record.decision(symbol)) is not None]
    return [row for row in policy.known(case, rows) if policy.wider(at).contains(row.date)]


def _by(row: Decision, target: str) -> Pair:
    name, on = state(target), day(row.date)
    return Pair(
        f"{row.name} of {on.en} imposed sanctions on {name.en}.",
        f"فرض القرار {row.name} الصادر في {on.ar} جزاءات على {name.ar}.",
    )


def _imposed(case: Case, record: Record, at: Interval, regimes: Sequence[Regime], running: Sequence[Regime]) -> Verdict:
    """Sanctions said to have been imposed then: a regime founded then, or widened by a resolution of that time."""
    target = case.text("target") or ""
    founded = [row for row in regimes if policy.wider(at).contains(row.first)]
    if founded:
        return policy.supported(_told(founded[0], target), founded)
    then = _resolutions(case, record, target, at)
    if then:
        return policy.supported(_by(then[-1], target), then)
    return policy.unknown(_told(running[0], target), running)


@cache
def _widened() -> dict[str, tuple[str, ...]]:
    """Resolutions by the state on which they imposed sanctions."""
    return {row["target"]: values(row["symbols"]) for row in read_rows(_PACKAGE, "imposed.csv")}


def _lasted(case: Case, target: str, running: Sequence[Regime]) -> Verdict:
    """So many years by the day of the report, rounded either way by one."""
    said, until = Years(case.found.low, case.found.high), case.published.last if case.published else case.as_of
    fitting = [row for row in running if until is not None and said.fit(row.first, until)]
    row = (fitting or [*running])[0]
    if until is None:
        return policy.unknown(_told(row, target), [row])
    return policy.supported(_told(row, target), [row]) if fitting else policy.conflicting(_told(row, target), [row])


def _none(case: Case, record: Record, target: str, regimes: Sequence[Regime], days: Interval | None) -> Verdict:
    coverage = policy.complete(case, record, _TABLE, when=policy.until(case)) if len(target) == 3 else None
    if coverage is None or not case.firm("target") or any(row.status == "disputed" for row in regimes):
        return policy.unknown(_told(regimes[-1], target), regimes[-1:]) if regimes else policy.silent(case, _TABLE)
    beside = [row for row in regimes if days is not None and _close(row, days)]
    if beside:
        return policy.unknown(_told(beside[0], target), beside[:1])
    name, when = state(target), policy.during(days)
    why = Pair(
        f"The record has no sanctions regime of the Security Council on {name.en} {when.en}.",
        f"لا يتضمن السجل نظام جزاءات لمجلس الأمن على {name.ar} {when.ar}.",
    )
    return policy.absent(why, coverage, _nearest(regimes, days))


def _close(row: Regime, days: Interval) -> bool:
    """Whether a regime began or ended within weeks of the days meant: "last week" may be told of this one."""
    around = policy.wider(days, _WEEKS)
    return around.contains(row.first) or (row.last is not None and around.contains(row.last))


def _nearest(regimes: Sequence[Regime], days: Interval | None) -> Sequence[Regime]:
    first: date | None = days.first if days else None
    return sorted(regimes, key=lambda row: abs((row.first - first).days) if first else 0)[:1]


def _told(row: Regime, target: str) -> Pair:
    start, end = day(row.first), day(row.last)
    over = Pair(
        f"; it ended on {end.en} ({row.ended_by})" if row.last else "",
        f"، وانتهى العمل به في {end.ar} ({row.ended_by})" if row.last else "",
    )
    name = state(row.target or target)
    return Pair(
        f"{row.symbol} of {start.en} founded the sanctions regime on {name.en}{over.en}.",
        f"أنشأ القرار {row.symbol} الصادر في {start.ar} نظام الجزاءات على {name.ar}{over.ar}.",
    )


def facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days on which a regime on the state is in force, or that on which it was lifted."""
    rows = regimes_of(record, str(found.args.get("target")))
    if found.theme == LIFTED:
        return [Interval.day(row.last) for row in rows if row.last is not None]
    return [rules.span(row) for row in rows]

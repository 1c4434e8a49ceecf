"""Checks of claims on vetoes: who cast one, on what and when, and how many there were."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mahdar.checking import policy
from mahdar.checking.concern import OPEN
from mahdar.checking.protocol import Case, Found
from mahdar.checking.topics import near
from mahdar.checking.wording import Pair, called, day, state, states, tally
from mahdar.edtf import Interval
from mahdar.mechanisms.council import rules
from mahdar.mechanisms.council.subjects import on_topic
from mahdar.mechanisms.council.veto_numbers import NTH
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import Decision

_TABLE = "council_decisions"
_PART = "vetoes"
_LONG, _ALWAYS = 800, 9999  # days; of a longer time it takes a denial to be told that there was none


def check_veto(case: Case, record: Record) -> Verdict:
    """The states cast a veto on the topic, or on the draft, at the time meant."""
    by = case.texts("by")
    spared = _not_vetoed(case, record)
    if spared is not None:
        return spared
    at = policy.until(case)
    rows = _matching(case, record, at)
    whole = [row for row in rows if set(by) <= _by(row)]
    if case.negated and case.at is not None and case.at.last is None:
        return _since(case, record, [row for row in rows if set(by) & _by(row)])
    if whole and case.negated and (case.at is None or case.found.assumed):
        return policy.unknown(_told(whole[-1]), whole[-1:])
    if whole:
        return _left_open(whole[-1]) if _off_topic(case, whole) else _borne_out(record, whole[-1])
    if partly := [row for row in rows if set(by) & _by(row)]:
        return _partly(case, partly, set(by))
    if rows and _is_single(case) and not _off_topic(case, rows) and policy.complete(case, record, _TABLE, _PART, at):
        return policy.refuted(_told(rows[-1]), rows[-1:])
    return _none(case, record, by)


def _is_single(case: Case) -> bool:
    """Whether a claim is of one day and one topic, so that the record has one veto to set against it."""
    return policy.day_level(case.at) and not case.found.assumed and case.firm("topic")


def _partly(case: Case, rows: Sequence[Decision], by: set[str]) -> Verdict:
    """Some of the states vetoed: together in several votes all of them, else the claim holds in part."""
    if _off_topic(case, rows):
        return _left_open(rows[-1])
    if by <= {code for row in rows for code in _by(row)}:
        return policy.supported(_told(rows[-1]), rows)
    if len(rows) == 1 and _is_single(case) and by >= rules.PERMANENT:
        return policy.refuted(_told(rows[-1]), rows)
    return policy.conflicting(_told(rows[-1]), rows[-1:])


def _not_vetoed(case: Case, record: Record) -> Verdict | None:
    """A resolution that the Council adopted was vetoed by nobody: its veto is refuted, and so is the veto that a
    report denies; one that the record does not have bears nothing out.
    """
    symbol = case.text("symbol")
    if symbol is None:
        return None
    row = record.decision(symbol)
    if row is None or not policy.known(case, [row]):
        return policy.silent(case, _TABLE)
    if row.vetoed_by or row.outcome != "adopted":
        return None
    votes, when = tally(row.tally), day(row.date)
    why = Pair(
        f"{row.name} was adopted on {when.en} ({votes.en}): nobody vetoed it.",
        f"اعتُمد القرار {row.name} في {when.ar} ({votes.ar})، ولم ينقضه أحد.",
    )
    return policy.refuted(why, [row])


def _since(case: Case, record: Record, rows: list[Decision]) -> Verdict:
    """A denial of any veto "since" a time: the last one may lie in that very year, month or day."""
    began = Interval.parse(case.at.edtf().partition("/")[0]) if case.at is not None else None
    later = [row for row in rows if began is not None and began.last is not None and row.date > began.last]
    if later:
        return policy.supported(_told(later[-1]), later[-1:])
    if rows and _listed_to_the_end(case, record):
        return policy.refuted(_last(case, rows[-1]), rows[-1:])
    if rows:
        return policy.unknown(_told(rows[-1]), rows[-1:])
    coverage = policy.complete(case, record, _TABLE, _PART, policy.until(case))
    last = _last_before(case, record)
    return policy.refuted(_last(case, last), [last]) if coverage and last else policy.silent(case, _TABLE)


def _last(case: Case, row: Decision) -> Pair:
    by, told = states(case.texts("by")), _told(row)
    return Pair(f"The last veto by {by.en} in the record: {told.en}", f"آخر نقض من جانب {by.ar} في السجل: {told.ar}")


def _listed_to_the_end(case: Case, record: Record) -> bool:
    """Whether the list of vetoes is whole up to the report: who is told to have vetoed last in a year and did so in it
    has no later one, though the list may lack some of the years between.
    """
    coverage, days = record.coverage(_TABLE, _PART), policy.until(case)
    if days is None or days.first is None or days.last is None:
        return False
    rest = Interval(max(days.first, min(coverage.first, days.last)), days.last)
    return policy.complete(case, record, _TABLE, _PART, rest) is not None


def _last_before(case: Case, record: Record) -> Decision | None:
    """The last veto on the topic by any of the states, before the time of a claim."""
    began, by, about = case.at.first if case.at is not None else None, set(case.texts("by")), case.text("topic")
    rows = policy.known(case, record.vetoes(topic=about))
    told = [row for row in rows if by & _by(row) and began is not None and row.date < began]
    return max((row for row in told if about is None or on_topic(row, about)), key=lambda row: row.date, default=None)


def _borne_out(record: Record, row: Decision) -> Verdict:
    """The row bears the claim out; where another official list has other casters, both are cited."""
    apart = [rival for rival in record.rivals(row) if rival.vetoed_by and _by(rival) != _by(row)]
    if not apart:
        return policy.supported(_told(row), [row])
    said, other, source = _told(row), states(apart[0].vetoed_by), apart[0].source.name
    why = Pair(
        f"{said.en} Another list ({source}) names {other.en}.", f"{said.ar} وفي قائمة أخرى ({source}): {other.ar}."
    )
    return policy.conflicting(why, [row, apart[0]])


def _matching(case: Case, record: Record, at: Interval | None) -> list[Decision]:
    """Vetoes on the topic at the time, whoever cast them; failing these, a day around a single day."""
    symbol, about = case.text("symbol"), case.text("topic")
    if symbol:
        row = record.decision(symbol)
        return policy.known(case, [row] if row and row.vetoed_by else [])
    rows = policy.known(case, record.vetoes(topic=about, when=at))
    if not rows and near(about):
        rows = policy.known(case, record.vetoes(topic=near(about), when=at))
    if not rows and case.at is not None and policy.day_level(case.at):
        around = case.at if case.found.assumed else policy.wider(case.at)
        rows = policy.known(case, record.vetoes(topic=about, when=around) or _open(record, about, around))
    return sorted(rows, key=lambda row: row.date)


def _open(record: Record, about: str | None, around: Interval) -> list[Decision]:
    """Vetoes whose title leaves open what they were on; one on another matter bears nothing out."""
    return [row for row in record.vetoes(topic=about, when=around, certain=False) if not row.topic_states]


def _none(case: Case, record: Record, by: tuple[str, ...]) -> Verdict:
    """Refuted where the state may not veto at all, or cast none on any topic in a time that the table covers."""
    if by and not any(map(rules.may_veto, by)):
        return _may_not(by)
    other = _on_another_matter(case, record, by)
    if other is not None:
        return other
    days = policy.until(case) if case.at else None
    if days is None or case.found.assumed or (not case.negated and (days.days() or _ALWAYS) > _LONG):
        return policy.close_by(case, record.vetoes(topic=case.text("topic")), _told, _TABLE)
    around = policy.wider(days)
    coverage = policy.complete(case, record, _TABLE, _PART, around)
    if coverage is None or any(record.vetoes(by=code, when=around) for code in by):
        return policy.close_by(case, record.vetoes(topic=case.text("topic")), _told, _TABLE)
    name, when_ = states(by), policy.during(days)
    why = Pair(
        f"The record has no veto by {name.en} {when_.en}.", f"لا يتضمن السجل أي نقض من جانب {name.ar} {when_.ar}."
    )
    near_by = policy.close_by(case, record.vetoes(topic=case.text("topic")), _told, _TABLE)
    if near_by.citations:
        why = Pair(f"{why.en} {near_by.why.en}", f"{why.ar} {near_by.why.ar}")
    return policy.absent(why, coverage, record.vetoes(when=around)[:1])


def _may_not(by: Sequence[str]) -> Verdict:
    name = states(by)
    why = Pair(
        f"{name.en} has no veto: only permanent members do (Charter, Article 27).",
        f"ليس لدى {name.ar} حق النقض، فهو للأعضاء الدائمين وحدهم (المادة 27 من الميثاق).",
    )
    return policy.refuted(why, [rules.ARTICLE_27])


def _on_another_matter(case: Case, record: Record, by: tuple[str, ...]) -> Verdict | None:
    """The same states' veto of those days on a matter that the record does not file under the topic said."""
    if case.at is None or not policy.day_level(case.at) or case.text("topic") is None or case.found.assumed:
        return None
    rows = policy.known(case, record.vetoes(when=policy.wider(case.at)))
    same = [row for row in rows if set(by) <= _by(row)]
    return policy.unknown(_told(same[-1]), same[-1:]) if same else None


def _off_topic(case: Case, rows: Sequence[Decision]) -> bool:
    """Whether the record does not show that any of the vetoes was on the topic that the text itself names."""
    return case.firm("topic") and not any(on_topic(row, case.text("topic")) for row in rows)


def _left_open(row: Decision) -> Verdict:
    said = _told(row)
    return policy.unknown(Pair(said.en + OPEN.en, said.ar + OPEN.ar), [row])


def _by(row: Decision) -> set[str]:
    """Who vetoed; Russia holds the seat of the Soviet Union."""
    return {*row.vetoed_by, *({"RUS"} if "SUN" in row.vetoed_by else ())}


def _told(row: Decision) -> Pair:
    by, on = states(row.vetoed_by), day(row.date)
    draft = f"المشروع {row.name}" if row.name else called("").ar
    return Pair(
        f"{by.en} vetoed {called(row.name).en} on {on.en} ({tally(row.tally).en}): {row.title}.",
        f"نُقض {draft} في {on.ar} من جانب {by.ar} ({tally(row.tally).ar}).",
    )


def veto_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days on which these states together vetoed something on the topic."""
    by = found.args.get("by")
    wanted = set(by) if isinstance(by, list) else set()
    about = None if "topic" in found.weak else found.args.get("topic")
    rows = record.vetoes(topic=str(about) if about else None)
    return [Interval.day(row.date) for row in rows if wanted <= _by(row)]


# -- counts
def check_count(case: Case, record: Record) -> Verdict:
    """How often a state vetoed, on the topic if one is named, up to the day of the report; a topic that was only
    inferred contradicts no count of all.
    """
    verdict = _count(case, record)
    if verdict.label != "supported" and "topic" in case.found.weak and case.text("topic"):
        of_all = {name: value for name, value in case.args.items() if name != "topic"}
        return _count(replace(case, args=of_all), record)
    return verdict


def _count(case: Case, record: Record) -> Verdict:
    at = policy.until(case)
    nth = case.found.theme == NTH and not case.found.assumed and at is not None and at.first is not None
    if at is None or case.found.assumed or (not nth and at.first is not None and at.last == at.first):
        at = Interval(None, case.published.last if case.published else case.as_of)
    rows, why = _held(case, record, at)
    got, said = len({row.name for row in rows}), case.number("count") or 0
    low, high = case.found.low, case.found.high
    if (low is None or got >= low) and (high is None or got <= high):
        return policy.supported(why, rows[-2:]) if rows else policy.unknown(why)
    if nth:
        rows, why = _held(case, record, Interval(None, at.last))
        all_told = len({row.name for row in rows})
        if said <= got or all_told - got < said <= all_told:
            return policy.supported(why, rows[-2:])
        if said < all_told and case.text("topic"):  # counted in a war, or on one demand, which the text may not say
            return policy.unknown(why, rows[-2:])
        got = all_told
    slack = max(3, said // 3) if case.text("topic") else 2
    covered = policy.complete(case, record, _TABLE, _PART, Interval(at.first or rules.FIRST_DAY, at.last))
    if covered is None or abs(got - said) <= slack or high is None:
        return policy.unknown(why, rows[-2:])
    return policy.refuted(why, rows[-2:]) if rows else policy.absent(why, covered)


def _held(case: Case, record: Record, at: Interval) -> tuple[list[Decision], Pair]:
    """The vetoes of those named in a time, and how many the record has."""
    rows = [row for code in case.texts("by") for row in _counted(case, record, code, at)]
    got, name, until = len({row.name for row in rows}), states(case.texts("by")), policy.during(at)
    about = state(case.text("topic") or "")
    on = Pair(f" on {about.en}", f" بشأن {about.ar}") if case.text("topic") else Pair("", "")
    return rows, Pair(
        f"The record has {got} {'veto' if got == 1 else 'vetoes'} by {name.en}{on.en} {until.en}.",
        f"عدد حالات النقض من جانب {name.ar}{on.ar} في السجل {until.ar}: {got}.",
    )


def _counted(case: Case, record: Record, code: str, at: Interval) -> list[Decision]:
    return policy.known(case, record.vetoes(by=code, topic=case.text("topic"), when=at))

"""Claims on the Council's resolutions and votes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mahdar.checking import policy
from mahdar.checking.adopted import resolution_claim, vote_claim
from mahdar.checking.concern import OPEN
from mahdar.checking.decisions import decided
from mahdar.checking.protocol import Case, Found
from mahdar.checking.scene import Scene
from mahdar.checking.tally import told
from mahdar.checking.votes import ballots
from mahdar.checking.wording import Pair, day, states, tally
from mahdar.edtf import Interval
from mahdar.mechanisms.council.meant import TABLE, decisions_meant, rows_meant, told_row
from mahdar.mechanisms.council.measures import MEASURES, of_measure
from mahdar.mechanisms.council.near_misses import near_misses, offered
from mahdar.mechanisms.council.rivals import days_differ, numbered_otherwise, numbers_differ, on_another_day
from mahdar.mechanisms.council.subjects import on_topic
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import Decision

_MONTH, _YEAR = 28, 365  # days
_NUMBERED_THROUGH = (
    1976  # the year in which the last session of the Assembly ended that went on with the numbers of those before
)
_SEATS = 15
_NO_MEASURE = Pair(
    "The record shows no resolution of that time that did this to the sanctions.",
    "لا يبين السجل قرارا في ذلك الوقت فعل ذلك بالعقوبات.",
)


def find(scene: Scene) -> Iterator[Found]:
    """Resolutions of the Council that the text mentions, and votes in it."""
    for mention in decided(scene):
        if mention.body == "council" and not mention.negated:
            found = resolution_claim(scene, "council.resolution", mention)
            named = scene.speaks_of("council") and scene.unnamed != "council"
            sure = mention.symbol is not None or named
            found = found if sure else replace(found, weak=found.weak | {"at"})  # it may be the Assembly's
            yield found if _named_by(scene, mention.i) else replace(found, weak=found.weak | {"symbol"})
    for ballot in ballots(scene):
        many = max(ballot.counts.values(), default=0) > _SEATS
        if ballot.body == "council" and (not many or _named_by(scene, ballot.i)):
            yield vote_claim(scene, "council.vote", ballot)


def _named_by(scene: Scene, i: int) -> bool:
    """Whether the report has named the Council when the sentence of token i ends."""
    bodies = scene.within("body", 0, scene.sentence(i).j)
    return any(c.form == "full" and scene.which(c) == "council" for c in bodies)


# -- resolutions
def check_resolution(case: Case, record: Record) -> Verdict:
    """A resolution by its number, or one on a subject within a time."""
    symbol = case.text("symbol")
    return _check_symbol(case, record, symbol) if symbol else _check_subject(case, record)


def _check_symbol(case: Case, record: Record, symbol: str) -> Verdict:
    row = record.decision(symbol)
    if row is None or not policy.known(case, [row]):
        return _no_such_number(case, record, symbol)
    votes, when = tally(row.tally), day(row.date)
    why = Pair(
        f"{row.name} was adopted on {when.en} ({votes.en}): {row.title}.",
        f"اعتُمد القرار {row.name} في {when.ar} ({votes.ar}).",
    )
    right_topic = on_topic(row, case.text("topic"))
    in_time = case.at is None or policy.on_the_day(case, row.date)
    if (rival := on_another_day(case, record, row)) is not None:
        return days_differ(why, row, rival)
    if in_time and (rival := numbered_otherwise(case, record, row)) is not None:
        return numbers_differ(why, row, rival)
    if in_time and (right_topic or (right_topic is None and not case.firm("topic"))):
        return policy.supported(why, [row])
    instead = near_misses(case, record, symbol)
    more, rows = offered(instead), [row, *instead]
    if not in_time and _of_assembly(case, row):
        return policy.unknown(why, [row])
    if not in_time and case.at is not None and case.firm("at"):
        said = day(case.at)
        apart = Pair(f" That is not {said.en}.", f" وليس ذلك في {said.ar}.")
        return policy.refuted(_joined(why, apart, more), rows)
    if right_topic is None or not in_time or not case.firm("topic"):
        left = OPEN if right_topic is None and in_time else Pair("", "")
        return policy.unknown(_joined(why, left, more), rows)
    concerned = states(row.topic_states)
    listed = Pair(f" The record lists it under {concerned.en}.", f" وهو مدرج في السجل تحت: {concerned.ar}.")
    return policy.conflicting(_joined(why, listed, more), rows)


def _joined(*parts: Pair) -> Pair:
    return Pair("".join(part.en for part in parts), "".join(part.ar for part in parts))


def _of_assembly(case: Case, row: Decision) -> bool:
    """Whether a number that the Council had not reached then may be that of the Assembly, which numbered its
    resolutions through to the end of its thirtieth session, the Council not being named by then.
    """
    on = case.at.last if case.at is not None else None
    return on is not None and not case.firm("symbol") and on.year <= _NUMBERED_THROUGH and row.date.year > on.year


def _no_such_number(case: Case, record: Record, symbol: str) -> Verdict:
    """Numbers run on without a gap: one beyond the last that was known then was not adopted yet."""
    instead = near_misses(case, record, symbol)
    if not instead:
        return policy.silent(case, TABLE)
    more = offered(instead)
    none = Pair(f"The record has no {symbol}.", f"لا يتضمن السجل {symbol}.")
    return policy.unknown(Pair(none.en + more.en, none.ar + more.ar), instead)


def _check_subject(case: Case, record: Record) -> Verdict:
    found = decisions_meant(case, record, "adopted")
    rows = [row for row in found if on_topic(row, case.text("topic"))]
    if case.found.theme in MEASURES:
        rows = of_measure(rows, record, case.text("topic") or "", case.found.theme)
        if not rows:
            return policy.unknown(_NO_MEASURE)
    miscounted = _miscounted(case, record, rows)
    if miscounted is not None:
        return miscounted
    if rows:
        last = rows[-1]
        more = Pair(
            f"{len(rows)} such resolutions, the latest: " if len(rows) > 1 else "",
            f"{len(rows)} من القرارات، آخرها: " if len(rows) > 1 else "",
        )
        said = told(last, last.name, last.date)
        return policy.supported(Pair(more.en + said.en, more.ar + said.ar), [last, *rows[:2]])
    if found:
        return _left_open(found[-1])
    return _none_adopted(case, record)


def _left_open(row: Decision) -> Verdict:
    """A resolution of that day whose agenda item does not say whether it is the one meant."""
    said = told_row(row)
    return policy.unknown(Pair(said.en + OPEN.en, said.ar + OPEN.ar), [row])


def _miscounted(case: Case, record: Record, rows: Sequence[Decision]) -> Verdict | None:
    """A count told that is not the record's. With a topic it is only in doubt, since topics can be counted in many ways
    and a smaller count may be that of a part. Of all resolutions of a time that is over it is refuted where the table
    is complete, a smaller one only if the text says that there were no more.
    """
    low, high, about = case.found.low, case.found.high, case.text("topic")
    if not rows or (low is None and high is None):
        return None
    if about is not None:
        return _miscounted_on(case, record, rows, about)
    end = case.published.last if case.published is not None else None
    rows = [row for row in rows if end is None or row.date <= end]
    got = len({row.name for row in rows})
    fits = (low is None or low <= got) and (high is None or got <= high)
    if fits and (case.found.whole or policy.day_level(case.at)):
        return None
    why = Pair(f"The record has {got} resolutions in that time.", f"في السجل {got} من القرارات خلال تلك المدة.")
    over = case.at is not None and case.at.last is not None and (end is None or case.at.last <= end)
    firm = case.found.whole and case.firm("at") and (case.found.only or (low is not None and low > got))
    if over and firm and _long(case, got) and policy.complete(case, record, TABLE, when=policy.until(case)) is not None:
        return policy.refuted(why, rows[-2:])
    return policy.unknown(why, rows[-2:])


def _long(case: Case, got: int) -> bool:
    """Whether the time is long enough for its count to be beyond doubt: a year, or months with a difference of more
    than the one that may lie over midnight.
    """
    days, low, high = (case.at.days() if case.at else None) or 0, case.found.low, case.found.high
    apart = max(low - got if low is not None else 0, got - high if high is not None else 0)
    return days >= _YEAR or (days >= _MONTH and apart > 1)


def _miscounted_on(case: Case, record: Record, rows: Sequence[Decision], about: str) -> Verdict | None:
    low, high, at = case.found.low, case.found.high, policy.until(case)
    got = len({row.name for row in rows})
    more = case.found.only and high is not None and got > high
    if at is None or not (more or (low is not None and low > got)):
        return None
    open_ = policy.known(case, record.decisions(about, at, "adopted", certain=False))
    most = len({row.name for row in (*rows, *(row for row in open_ if about in row.maybe_states))})
    if not more and low is not None and low <= most:
        return None
    why = Pair(
        f"The record has {got} resolutions on it in that time, {most} with those that may concern it.",
        f"في السجل {got} من القرارات في هذا الموضوع خلال تلك المدة، و{most} مع ما قد يتصل به منها.",
    )
    return policy.unknown(why, rows[-2:])


def _none_adopted(case: Case, record: Record) -> Verdict:
    """On a single day on which the Council adopted nothing at all, "adopted a resolution" is refuted; else nothing
    is decided.
    """
    at = case.at
    if at is None or not policy.day_level(at) or case.found.assumed or not case.firm("at"):
        return policy.close_by(case, record.decisions(case.text("topic"), outcome="adopted"), told_row, TABLE)
    around = policy.wider(at)
    coverage = policy.complete(case, record, TABLE, when=around)
    if coverage is None or any(d.outcome == "adopted" for d in record.decisions(when=around)):
        return policy.close_by(case, record.decisions(case.text("topic"), outcome="adopted"), told_row, TABLE)
    failed = policy.known(case, record.decisions(case.text("topic"), around))
    near_by = policy.close_by(case, record.decisions(case.text("topic"), outcome="adopted"), told_row, TABLE)
    more = near_by.why if near_by.citations else Pair("", "")
    why = Pair(
        f"The Council adopted no resolution on {day(at).en}. {more.en}".rstrip(),
        f"لم يعتمد مجلس الأمن أي قرار في {day(at).ar}. {more.ar}".rstrip(),
    )
    return policy.absent(why, coverage, failed)


def resolution_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days of the resolutions meant. A resolution named as a thing, without a time of its own, only ends the
    past.
    """
    return [Interval.day(row.date) for row in rows_meant(found, record) if row.outcome == "adopted"]

"""Checks of claims on votes in the Council: tallies, unanimity, who voted how, and votes announced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from mahdar.checking import policy
from mahdar.checking.ballot import CARRIES
from mahdar.checking.concern import OPEN
from mahdar.checking.protocol import CHOICES, Case, Found
from mahdar.checking.tally import Match, match
from mahdar.checking.wording import Pair, tally
from mahdar.edtf import Interval
from mahdar.mechanisms.council.meant import TABLE, Vote, decisions_meant, rows_meant, told_row
from mahdar.mechanisms.council.near_misses import near_misses, offered
from mahdar.mechanisms.council.rivals import days_differ, numbered_otherwise, numbers_differ, on_another_day
from mahdar.mechanisms.council.subjects import on_topic
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import Decision

_NEWS = timedelta(10)  # a vote told without a day is of the days before the report


def check_vote(case: Case, record: Record) -> Verdict:
    """A vote by the symbol of its text, or the votes on the topic at the time."""
    symbol = case.text("symbol")
    rows = _voted(case, record, symbol)
    if not rows:
        about = case.text("topic")
        same = _undated(case, record)
        if same is not None:
            return policy.supported(told_row(same, tuple(case.pairs("states"))), [same])
        return policy.close_by(case, record.decisions(about) if about else (), told_row, TABLE)
    if symbol and case.at is not None and not policy.on_the_day(case, rows[0].date):
        return _other_day(case, record, symbol, rows[0])
    if not any(k in case.args for k in (*CHOICES, "states")):
        named = [row for row in rows if not _off_topic(case, row)]
        return policy.supported(told_row(named[-1]), [named[-1]]) if named else _left_open(case, rows[-1])
    matched = [(row, match(case, row)) for row in rows]
    whole = [row for row, m in matched if m.whole]
    if whole and case.negated and len(whole) < len(matched):  # true of one vote of that day, not of another
        return policy.unknown(told_row(whole[0], tuple(case.pairs("states"))), whole)
    if whole:
        named = [row for row in whole if not _off_topic(case, row)]
        return _whole(record, named[0], case) if named else _left_open(case, whole[0])
    return _not_whole(case, record, matched, certain=_certain(case, record, matched))


def _certain(case: Case, record: Record, matched: Sequence[tuple[Vote, Match]]) -> bool:
    """Whether these are surely the votes told: by the symbol, or as the only one of the day or on the topic then."""
    if case.firm("symbol"):
        return True
    rows = [row for row, _ in matched]
    lone = len(rows) == 1 and case.firm("topic")
    of_the_day = policy.day_level(case.at) and (lone or _only_one(case, record))
    dated = case.firm("at") or _mostly(matched)
    return of_the_day and dated and any(_is_meant(case, row) for row in rows)


def _off_topic(case: Case, row: Vote) -> bool:
    """Whether the record does not show that a vote was on the topic that the text itself names."""
    return case.firm("topic") and not on_topic(row, case.text("topic"))


def _is_meant(case: Case, row: Vote) -> bool:
    """Whether a vote is on the topic that the text names, and of the very day unless it is shown to be on the topic."""
    about = case.text("topic")
    there = case.at is None or case.at.contains(row.date) or (about is not None and bool(on_topic(row, about)))
    return there and not _off_topic(case, row)


def _left_open(case: Case, row: Vote) -> Verdict:
    said = told_row(row, tuple(case.pairs("states")))
    return policy.unknown(Pair(said.en + OPEN.en, said.ar + OPEN.ar), [row])


def _undated(case: Case, record: Record) -> Vote | None:
    """The vote told without a day: the latest before the report came out that bears out every part; an older one
    only where the text itself names the topic and gives enough to tell one vote from another.
    """
    end = case.published.last if case.published else None
    if end is None or case.at is not None or case.found.tense != "past" or case.text("symbol"):
        return None
    news = Interval(end - _NEWS, end + timedelta(1))
    single = len([k for k in CHOICES if k in case.args]) > 1 or len(case.pairs("states")) > 1
    rows = decisions_meant(case, record) if single and case.firm("topic") else []
    rows = [*rows, *policy.known(case, record.decisions(case.text("topic"), news))]
    if not any(k in case.args for k in (*CHOICES, "states")):
        return None
    return next((row for row in reversed(rows) if match(case, row).whole and not _off_topic(case, row)), None)


def _mostly(matched: Sequence[tuple[Vote, Match]]) -> bool:
    """Whether a vote agrees in all but one part: then it is the one told, though its day is that of the sentence
    before.
    """
    return any(m.right and len(m.wrong) == 1 for _, m in matched)


def _other_day(case: Case, record: Record, symbol: str, row: Vote) -> Verdict:
    """The text that was voted on is another day's: refuted if nothing else is right, partly true if the votes are."""
    instead = near_misses(case, record, symbol)
    said, on, more = told_row(row, tuple(case.pairs("states"))), policy.during(case.at), offered(instead)
    why = Pair(f"{said.en} That was not {on.en}.{more.en}", f"{said.ar} ولم يكن ذلك {on.ar}.{more.ar}")
    rival = on_another_day(case, record, row) if isinstance(row, Decision) and case.firm("at") else None
    if rival is not None and isinstance(row, Decision):
        return days_differ(said, row, rival)
    held = match(case, row)
    if not case.firm("symbol") or not case.firm("at") or case.found.assumed:
        return policy.unknown(why, [row, *instead])
    if held.right:
        return policy.conflicting(why, [row, *instead])
    return policy.refuted(why, [row, *instead])


def _only_one(case: Case, record: Record) -> bool:
    """Whether the Council took a single decision in those days: then it is meant, whatever its topic."""
    return len(record.decisions(when=case.at)) == 1


def _voted(case: Case, record: Record, symbol: str | None) -> Sequence[Vote]:
    if symbol:
        row = record.decision(symbol)
        return policy.known(case, [row] if row else [])
    if case.at is None:
        return []
    votes = policy.known(case, record.procedural_votes(case.text("topic"), policy.until(case)))
    return [*votes, *(row for row in decisions_meant(case, record) if not _passed(case, row))]


def _passed(case: Case, row: Decision) -> bool:
    """Whether a text that is said to have failed is another than this one; the record has not all that failed. One that
    found enough votes and was vetoed is none that found too few.
    """
    few = (case.number("yes") or CARRIES) < CARRIES <= (row.tally[0] if row.tally else 0)
    return case.found.failed and (few or row.outcome == "adopted")


def _whole(record: Record, row: Vote, case: Case) -> Verdict:
    said = told_row(row, tuple(case.pairs("states")))
    other = numbered_otherwise(case, record, row) if isinstance(row, Decision) else None
    if other is not None and isinstance(row, Decision):
        return numbers_differ(said, row, other)
    apart = [other for other in _rivals(record, row) if match(case, other).wrong]
    return _disagree(said, row, apart[0]) if apart else policy.supported(said, [row])


def _rivals(record: Record, row: Vote) -> Sequence[Decision]:
    """What other official sources have for the same decision."""
    return record.rivals(row) if isinstance(row, Decision) else ()


def _disagree(said: Pair, row: Vote, rival: Decision) -> Verdict:
    """Official sources differ on the tally, whichever of them the claim follows."""
    other, source = tally(rival.tally), rival.source.name
    why = Pair(
        f"{said.en} Another source ({source}) has {other.en}.", f"{said.ar} وفي مصدر آخر ({source}): {other.ar}."
    )
    return policy.conflicting(why, [row, rival])


def _not_whole(case: Case, record: Record, matched: list[tuple[Vote, Match]], *, certain: bool) -> Verdict:
    row, best = min(matched, key=lambda pair: (len(pair[1].wrong), -len(pair[1].right)))
    said = told_row(row, tuple(case.pairs("states")))
    followed = [rival for rival in _rivals(record, row) if match(case, rival).whole]
    if followed and (certain or len(matched) == 1):
        return _disagree(said, row, followed[0])
    if not best.wrong or not certain or (case.found.assumed and not case.text("symbol")):
        return policy.unknown(said, [row])
    right_states = [p for p in best.right if p in case.pairs("states")]
    wrong_states = [p for p in best.wrong if p in case.pairs("states")]
    if (right_states and wrong_states) or (right_states and not wrong_states) or (wrong_states and best.right):
        return policy.conflicting(said, [row])
    return policy.refuted(said, [row])


def vote_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days of the votes meant that had this tally."""
    case = Case(found, found.args, None, None)
    return [Interval.day(row.date) for row in rows_meant(found, record) if not match(case, row).wrong]

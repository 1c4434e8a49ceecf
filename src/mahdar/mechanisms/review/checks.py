"""Checks of claims on the Universal Periodic Review."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from mahdar.checking import policy
from mahdar.checking.protocol import Case, Found
from mahdar.checking.wording import Pair, day, state
from mahdar.edtf import Interval
from mahdar.mechanisms.review import rules
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import Recommendations, Review

_TABLE = "upr_reviews"
_ORDINALS = {
    1: Pair("first", "الأول"),
    2: Pair("second", "الثاني"),
    3: Pair("third", "الثالث"),
    4: Pair("fourth", "الرابع"),
}


def check_count(case: Case, record: Record) -> Verdict:
    """So many reviews had been held when the report came out."""
    code, said = case.text("state") or "", case.number("times") or 0
    reviews = policy.known(case, record.reviews(code))
    until = (case.reference.last if case.reference else None) or case.as_of
    held = rules.held(reviews, until)
    if not held:
        return policy.silent(case, _TABLE)
    name, last = state(code), held[-1]
    on = day(last.when)
    document = last.symbol or f"cycle {last.cycle}"
    why = Pair(
        f"{name.en} has been reviewed {_times(len(held))}{_until(until)}, the last time {on.en} ({document}).",
        f"عدد مرات خضوع {name.ar} للاستعراض الدوري الشامل: {len(held)}، آخرها في {on.ar}.",
    )
    if _counts(case, len(held), said):
        return policy.supported(why, held[::-1])
    covered = policy.complete(case, record, _TABLE, when=Interval(rules.CYCLE_STARTS[1], until)) if until else None
    return policy.refuted(why, held[::-1]) if covered else policy.unknown(why, held[::-1])


def _counts(case: Case, held: int, said: int) -> bool:
    """Whether so many fit what was said, bounds honoured."""
    low, high = case.found.low, case.found.high
    if low is None and high is None:
        return held == said
    return (low is None or held >= low) and (high is None or held <= high)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _until(until: date | None) -> str:
    return f" by {day(until).en}" if until else ""


def count_facts(found: Found, record: Record) -> Iterable[Interval]:
    """From the last of so many reviews to the day before the next."""
    times = found.args.get("times")
    held = rules.held(record.reviews(str(found.args.get("state"))), None)
    if not isinstance(times, int) or len(held) < times or times < 1:
        return []
    after = held[times].when.first if len(held) > times else None
    # the interval itself is when the claim holds, so its end bounds the publication like a present fact
    return [Interval(held[times - 1].when.first, after - timedelta(1) if after else None)]


def check_round(case: Case, record: Record) -> Verdict:
    """The state's review of that round lies in the time meant."""
    code, number = case.text("state") or "", case.number("round") or 0
    name = state(code)
    reviews = policy.known(case, [r for r in record.reviews(code) if r.held])
    row = next((r for r in reviews if r.cycle == number), reviews[number - 1] if 0 < number <= len(reviews) else None)
    if row is None:
        return _another_round(case, reviews)
    why = _held(name, row, number)
    told = policy.until(case)
    if case.at is None and told is not None and not told.overlaps(row.when):
        return policy.unknown(why, [row])
    if case.at is None or case.at.overlaps(policy.wider(row.when) if row.day_known else row.when):
        return policy.supported(why, [row])
    if (
        case.at.first is None
        or case.at.last is None
        or case.at.first.year <= (row.when.first or row.when.last or case.at.first).year <= case.at.last.year
    ):
        return policy.unknown(why, [row])
    return policy.refuted(why, [row])


def _held(name: Pair, row: Review, number: int) -> Pair:
    on, which = day(row.when), _ORDINALS.get(number, Pair(f"{number}th", str(number)))
    return Pair(
        f"The {which.en} review of {name.en} was held {on.en} (session {row.session}{_symbol(row)}).",
        f"جرى الاستعراض {which.ar} لحالة {name.ar} في {on.ar} (الدورة {row.session}).",
    )


def _another_round(case: Case, reviews: Sequence[Review]) -> Verdict:
    """A round that the record does not have: where it has an earlier one at that very time, a review was held then, and
    not of this number.
    """
    then = [row for row in reviews if case.at is not None and case.at.first is not None and case.at.overlaps(row.when)]
    if not then or not case.firm("round") or not case.firm("at"):
        return policy.silent(case, _TABLE)
    return policy.conflicting(_held(state(then[-1].state), then[-1], then[-1].cycle), then[-1:])


def _symbol(row: Review) -> str:
    return f", {row.symbol}" if row.symbol else ""


def round_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days of the review of that round."""
    return [
        r.when for r in record.reviews(str(found.args.get("state"))) if r.held and r.cycle == found.args.get("round")
    ]


def check_recommendations(case: Case, record: Record) -> Verdict:
    """The counts of one review, each publication by its own way of counting; only a claim near to none of them is
    doubted.
    """
    code = case.text("state") or ""
    rows = policy.known(case, record.recommendations(code, case.number("round")))
    if not rows:
        return policy.silent(case, _TABLE)
    whole = [row for row in rows if _fits(case, row) is True]
    if whole:
        return policy.supported(_told(whole[0]), whole[:1])
    return policy.unknown(_told(rows[-1]), rows[-2:])


def _fits(case: Case, row: Recommendations) -> bool | None:
    pairs = (("received", row.received), ("accepted", row.supported), ("noted", row.noted))
    said = [(case.number(name), got) for name, got in pairs if case.number(name) is not None]
    if any(got is None for _, got in said):
        return None
    return all(want == got for want, got in said)


def _told(row: Recommendations) -> Pair:
    name = state(row.state)
    got = [Pair(*(("an unknown number", "غير معروف") if n is None else (str(n), str(n)))) for n in _figures(row)]
    received, taken, noted = got
    return Pair(
        f"In its review of cycle {row.cycle} {name.en} received {received.en} recommendations, supported {taken.en}, "
        f"noted {noted.en} ({row.counting}).",
        f"في الجولة {row.cycle} من الاستعراض الدوري الشامل لحالة {name.ar}: عدد التوصيات {received.ar}، وما أُيد منها "
        f"{taken.ar}، وما أُحيط به علما {noted.ar}.",
    )


def _figures(row: Recommendations) -> tuple[int | None, int | None, int | None]:
    return row.received, row.supported, row.noted

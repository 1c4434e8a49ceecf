"""Claims on the Council's membership and size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from mahdar.checking import policy
from mahdar.checking.found import make
from mahdar.checking.protocol import Case, Found, Tense
from mahdar.checking.scene import Scene
from mahdar.checking.seats import Seat, seats
from mahdar.checking.sizes import sizes
from mahdar.checking.wording import Pair, day, state
from mahdar.edtf import Interval
from mahdar.mechanisms.council import rules
from mahdar.model import Arg, Verdict
from mahdar.record.access import Record
from mahdar.record.rows import Term

_TABLE = "council_terms"
_LONGEST_WAIT = 366
_SEATS = {"elected": Pair("elected", "منتخب"), "permanent": Pair("permanent", "دائم")}


def find(scene: Scene) -> Iterator[Found]:
    """Memberships and sizes that the text states."""
    for seat in seats(scene):
        if seat.body == "council":
            yield _member(scene, seat)
    for size in sizes(scene):
        if size.body == "council":
            yield make(scene, "council.size", size.i, size.j, {"members": size.members}, tense="present")


def _member(scene: Scene, seat: Seat) -> Found:
    args: dict[str, Arg] = {"state": seat.state, "seat": seat.seat} if seat.seat else {"state": seat.state}
    tense: Tense = "past" if seat.became else "present"
    return make(scene, "council.member", seat.i, seat.j, args, when=seat.when, negated=seat.negated, tense=tense)


# -- size
def check_size(case: Case, record: Record) -> Verdict:
    """The Council had 11 members to the end of 1965 and has 15 since."""
    said = case.number("members")
    on = (case.reference.first if case.reference else None) or date.max
    right = rules.size(on)
    why = Pair(
        f"The Council has had {right} members {_since(on)}.",
        f"يتألف المجلس من {right} عضوا بموجب المادة 23 من الميثاق.",
    )
    return policy.supported(why, [rules.ARTICLE_23]) if said == right else policy.refuted(why, [rules.ARTICLE_23])


def _since(on: date) -> str:
    return (
        "since 1 January 1966 (Charter, Article 23 as amended)"
        if on >= rules.ENLARGED
        else "until the end of 1965 (Charter, Article 23)"
    )


# -- membership
def check_member(case: Case, record: Record) -> Verdict:
    """A state sat on the Council at some day of the time meant, in the seat said; at any time, where none is."""
    code, seat = case.text("state") or "", case.text("seat")
    terms = policy.known(case, record.terms(code))
    days = _meant(case)
    there = [t for t in terms if days is None or days.overlaps(Interval(t.first, t.last))]
    name, when = state(code), policy.during(days)
    elected = [t for t in terms if case.found.tense == "past" and case.at is not None and _elected(t, case.at)]
    there = elected or there
    if not there:
        return _not_there(case, record, terms, name, when)
    seated = [t for t in there if seat in (None, t.seat)]
    row = (seated or there)[0]
    kind = _SEATS[row.seat]
    en, ar = day(row.first).en + _to(row.last, "en"), day(row.first).ar + _to(row.last, "ar")
    why = Pair(
        f"{name.en} held a seat ({kind.en}) on the Security Council from {en}.",
        f"عضوية {name.ar} في مجلس الأمن (مقعد {kind.ar}) من {ar}.",
    )
    return policy.supported(why, [row]) if seated and _began(case, row) else policy.conflicting(why, [row])


def _meant(case: Case) -> Interval | None:
    """The days on which the state is said to sit: an open time ends with the report; a past without a time is any."""
    if case.at is None:
        end = case.published.last if case.published else None
        return Interval(rules.FIRST_DAY, end) if not case.found.now and end else case.published
    if case.at.last is None and case.published is not None and case.published.first is not None:
        return case.published
    return case.at


def _began(case: Case, row: Term) -> bool:
    """Whether a seat held "since" a time was taken then, or won in the year before."""
    if case.at is None or case.at.first is None or case.at.last is not None:
        return True
    return abs((row.first - case.at.first).days) <= _LONGEST_WAIT


def _elected(term: Term, at: Interval) -> bool:
    """Whether the election to this term, whose day may not be known, falls into the time: at most a year before the
    term.
    """
    if term.elected_on is not None:
        return policy.wider(at).contains(term.elected_on)
    return at.first is not None and 0 <= (term.first - at.first).days <= _LONGEST_WAIT


def _to(last: date, language: str) -> str:
    if last.year >= 9999:
        return ""
    return f" to {day(last).en}" if language == "en" else f" حتى {day(last).ar}"


def _not_there(case: Case, record: Record, terms: Sequence[Term], name: Pair, when: Pair) -> Verdict:
    days = _meant(case)
    coverage = policy.complete(case, record, _TABLE, when=days) if days else None
    if coverage is None or case.found.assumed:
        return policy.silent(case, _TABLE)
    near = (
        Pair(f" Its terms: {_terms(terms, ', ')}.", f" مدد العضوية: {_terms(terms, '، ')}.") if terms else Pair("", "")
    )
    why = Pair(
        f"{name.en} was not among the members of the Security Council {when.en}.{near.en}",
        f"لا يرد اسم {name.ar} بين أعضاء مجلس الأمن {when.ar}.{near.ar}",
    )
    return policy.absent(why, coverage, terms[-1:])


def _terms(terms: Sequence[Term], comma: str) -> str:
    return comma.join(f"{t.first.year}-{t.last.year}" for t in terms[-4:])


def member_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days on which the state sat on the Council in that seat. A permanent seat dates nothing."""
    seat = found.args.get("seat")
    terms = record.terms(str(found.args.get("state")))
    return [Interval(t.first, t.last) for t in terms if t.seat != "permanent" and seat in (None, t.seat)]

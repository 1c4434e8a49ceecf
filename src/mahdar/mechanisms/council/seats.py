"""Claims on the Council's membership and size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from mahdar.checking import policy
from mahdar.checking.found import make
from mahdar.checking.lasting import borne_out
from mahdar.checking.protocol import Case, Found, Tense
from mahdar.checking.scene import Scene
from mahdar.checking.seat import BEGAN, ENDED, NEVER, Seat, at_no_time, had_never
from mahdar.checking.seats import seats
from mahdar.checking.sizes import sizes
from mahdar.checking.wording import Pair, day, state
from mahdar.edtf import Interval
from mahdar.mechanisms.council import rules
from mahdar.model import Arg, Citation, Verdict, Why
from mahdar.record.access import Record
from mahdar.record.rows import Term
from mahdar.tables import read_rows

_TABLE = "council_terms"
_LONGEST_WAIT = 366
_ENDLESS = 9999  # the year in which a term ends that goes on
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
    kind = "" if seat.began and rules.may_veto(seat.state) else seat.seat  # "China took its seat": it was never elected
    args: dict[str, Arg] = {"state": seat.state, "seat": kind} if kind else {"state": seat.state}
    tense: Tense = "past" if seat.became or (seat.began and seat.when.time is not None) else "present"
    weak = () if seat.plain or seat.negated or kind != "permanent" else ("seat",)
    weak = weak if seat.sure else (*weak, "state")
    never = seat.negated and seat.when.time is None and at_no_time(scene, seat)
    found = make(
        scene, "council.member", seat.i, seat.j, args, when=seat.when, negated=seat.negated, tense=tense, weak=weak
    )
    found = replace(found, retold=found.retold or (never and had_never(scene, seat)))
    return replace(found, theme=BEGAN if seat.began else ENDED if seat.ended else NEVER if never else "")


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
    return policy.inferred(case, "state", _sat(case, record))


def _sat(case: Case, record: Record) -> Verdict:
    code, seat = case.text("state") or "", case.text("seat")
    terms = policy.known(case, [*record.terms(rules.CONTINUED.get(code, "")), *record.terms(code)])
    days = _meant(case)
    there = [t for t in terms if days is None or days.overlaps(Interval(t.first, t.last))]
    name, when = state(code), policy.during(days)
    at = _elected_in(case) if case.found.tense == "past" and case.found.theme != NEVER else None
    elected = [t for t in terms if at is not None and (_elected(t, at) or _just_won(case, t))]
    undecided = _open_election(case, name, terms, elected, at)
    if undecided is not None:
        return undecided
    if case.found.theme == ENDED and case.at is None:  # at a time that the text leaves open
        return policy.unknown(_held(name, terms), terms[-1:]) if terms else policy.silent(case, _TABLE)
    if case.found.theme == ENDED:
        return _over(case, name, terms) or _not_there(case, record, terms, name, when)
    if seat == "permanent" and not rules.may_veto(code):
        return _never_permanent(case, name, terms)
    if case.found.theme == BEGAN and case.at is not None and there and not elected:
        if rules.may_veto(code):  # who speaks for a permanent seat may have changed then
            return policy.unknown(_held(name, there), there[:1])
        return _begun(case, name, there)
    there = elected or there
    open_ = case.at is None and not case.found.now and case.found.theme != NEVER
    if there and case.negated and open_:  # at some time, which the text leaves open
        return policy.unknown(_held(name, there), there[-1:])
    if not there:
        return _not_there(case, record, terms, name, when)
    return _there(case, record, name, there, terms)


def _open_election(
    case: Case, name: Pair, terms: Sequence[Term], elected: Sequence[Term], at: Interval | None
) -> Verdict | None:
    """An election that was declined, that the record does not show, or that is denied; None for any other claim."""
    if not elected and (declined := _declined(case, case.text("state") or "", at)) is not None:
        return declined
    if at is not None and case.at is None and not elected:
        return policy.unknown(_held(name, terms), terms[-1:]) if terms else policy.silent(case, _TABLE)
    if elected and case.negated:  # who fails in one ballot may be elected in a later one
        return policy.unknown(_held(name, elected), elected[-1:])
    return None


def _there(case: Case, record: Record, name: Pair, there: Sequence[Term], terms: Sequence[Term]) -> Verdict:
    """A state that sat on the Council then: in the seat said, since the time said, or for all of the time said; also
    where it took the seat over from the state that it continues.
    """
    seated = [t for t in there if case.text("seat") in (None, t.seat)]
    row = (seated or there)[0]
    since = [row, *(t for t in terms if (row.first - t.last).days in (0, 1))]
    began = next((t for t in since if _began(case, t)), None)
    if not seated or began is None:
        return policy.conflicting(_seat_of(name, row), [row])
    seated = seated if began is row else [began, *seated]
    held = [Interval(t.first, t.last) for t in seated]
    told = [_seat_of(name, t) for t in seated]
    return borne_out(case, told, seated, held, lambda gap: _covered(case, record, gap), ends=True)


def _seat_of(name: Pair, row: Term) -> Pair:
    kind = _SEATS[row.seat]
    en, ar = day(row.first).en + _to(row.last, "en"), day(row.first).ar + _to(row.last, "ar")
    return Pair(
        f"{name.en} held a seat ({kind.en}) on the Security Council from {en}.",
        f"عضوية {name.ar} في مجلس الأمن (مقعد {kind.ar}) من {ar}.",
    )


def _covered(case: Case, record: Record, days: Interval) -> bool:
    return policy.complete(case, record, _TABLE, when=days) is not None


def _begun(case: Case, name: Pair, there: Sequence[Term]) -> Verdict:
    """A seat said to have been taken at a time: begun in it, where it was only held then part of the claim holds."""
    at = policy.wider(case.at) if case.at is not None else None
    begun = [term for term in there if at is not None and at.contains(term.first)]
    if begun:
        return policy.supported(_seat_of(name, begun[0]), begun)
    return policy.conflicting(_seat_of(name, there[0]), there[:1])


def _over(case: Case, name: Pair, terms: Sequence[Term]) -> Verdict | None:
    """A seat whose term is said to end at a time: it ends then, or it is held then and ends at another; else None."""
    at = policy.of_its_end(case.at) if case.at is not None else None
    over = [term for term in terms if at is not None and at.contains(term.last)]
    there = [term for term in terms if at is not None and at.overlaps(Interval(term.first, term.last))]
    if over:
        return policy.supported(_seat_of(name, over[0]), over[:1])
    if not there:
        return None
    plain = case.firm("state") and not rules.may_veto(there[0].state)
    return (policy.conflicting if plain else policy.unknown)(_seat_of(name, there[0]), there[:1])


def _never_permanent(case: Case, name: Pair, terms: Sequence[Term]) -> Verdict:
    """A state that the Charter does not name among the permanent members, whatever seats it was elected to."""
    held = _held(name, terms) if terms else Pair("", "")
    why = Pair(
        f"{name.en} is not among the permanent members (Charter, Article 23). {held.en}".strip(),
        f"لا يرد اسم {name.ar} بين الأعضاء الدائمين (المادة 23 من الميثاق). {held.ar}".strip(),
    )
    return policy.inferred(case, "seat", policy.refuted(why, [rules.ARTICLE_23, *terms[-1:]]))


def _meant(case: Case) -> Interval | None:
    """The days on which the state is said to sit: an open time ends with the report, if it begins before it; a past
    without a time is any, and so is "never".
    """
    if case.at is None or case.found.theme == NEVER:
        end = case.published.last if case.published else None
        whole = end and (not case.found.now or case.found.theme == NEVER)
        return Interval(rules.FIRST_DAY, end) if whole else case.published
    if case.at.last is None and case.published is not None and case.published.first is not None:
        later = case.at.first is not None and case.at.first > case.published.first
        return policy.opening(case.at) if later else case.published
    return case.at


def _began(case: Case, row: Term) -> bool:
    """Whether a seat held "since" a time was taken then, or won in the year before; the permanent ones are those of the
    Charter, which came into force in the months before the first meeting.
    """
    if case.at is None or case.at.first is None or case.at.last is not None:
        return True
    if row.seat == "permanent" and row.first <= rules.FIRST_DAY and case.at.first.year == rules.CHARTER_YEAR:
        return True
    return abs((row.first - case.at.first).days) <= _LONGEST_WAIT


def _elected_in(case: Case) -> Interval | None:
    """The time of an election: that which the text gives, else the year up to the report."""
    if case.at is not None or case.published is None or case.published.first is None:
        return case.at
    return Interval(case.published.first - timedelta(_LONGEST_WAIT), case.published.last)


def _elected(term: Term, at: Interval) -> bool:
    """Whether the election to this term, whose day may not be known, falls into the time: at most a year before the
    term.
    """
    if term.elected_on is not None:
        return policy.wider(at).contains(term.elected_on)
    return at.first is not None and 0 <= (term.first - at.first).days <= _LONGEST_WAIT


def _just_won(case: Case, term: Term) -> bool:
    """Whether an election told without its time may be that to a term which is to begin soon after the report."""
    on = case.published.last if case.published is not None and case.at is None else None
    won = on is not None and term.elected_on is None and term.seat == "elected"
    return won and on is not None and rules.elected_from(term.first) <= on <= term.first


def _to(last: date, language: str) -> str:
    if last.year >= _ENDLESS:
        return ""
    return f" to {day(last).en}" if language == "en" else f" حتى {day(last).ar}"


def _declined(case: Case, code: str, at: Interval | None) -> Verdict | None:
    """An election that the state did not take up."""
    for row in read_rows("mahdar.mechanisms.council", "declined.csv"):
        on, letter = date.fromisoformat(row["elected"]), date.fromisoformat(row["declined"])
        if row["state"] == code and at is not None and _then_or_for(at, on) and not case.negated:
            name, when, refused = state(code), day(on), day(letter)
            why = Pair(
                f"{name.en} was elected on {when.en} ({row['symbol']}) and declined the seat ({row['letter']}).",
                f"انتُخبت {name.ar} في {when.ar} ({row['symbol']}) واعتذرت عن عدم شغل المقعد ({row['letter']}).",
            )
            title = f"Election of {name.en} to the Security Council, declined {refused.en}"
            cited = (Citation(row["symbol"], row["elected"], title, "United Nations documents"),)
            return Verdict("supported", Why(why.en, why.ar), cited)
    return None


def _then_or_for(at: Interval, elected: date) -> bool:
    """Whether an election lies in the time, or in the year before a term that is told with both its ends."""
    term = (at.days() or 0) > _LONGEST_WAIT and at.first is not None
    ahead = term and at.first is not None and 0 <= (at.first - elected).days <= _LONGEST_WAIT
    return policy.wider(at).contains(elected) or ahead


def _held(name: Pair, terms: Sequence[Term]) -> Pair:
    """The terms of a state that is said to have been elected, where no election lies in the year before the report."""
    return Pair(
        f"The record has these terms of {name.en} on the Security Council: {_terms(terms, ', ')}.",
        f"في السجل لعضوية {name.ar} في مجلس الأمن: {_terms(terms, '، ')}.",
    )


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
    return comma.join(f"{t.first.year}-{t.last.year if t.last.year < _ENDLESS else ''}" for t in terms[-4:])


def member_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days on which the state sat on the Council in that seat. A permanent seat dates nothing."""
    seat = found.args.get("seat")
    terms = record.terms(str(found.args.get("state")))
    return [Interval(t.first, t.last) for t in terms if t.seat != "permanent" and seat in (None, t.seat)]

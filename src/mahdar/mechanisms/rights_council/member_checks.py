"""Checks of claims on who sits on the Human Rights Council, who was elected to it and who lost the seat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from mahdar.checking import policy
from mahdar.checking.lasting import borne_out
from mahdar.checking.protocol import Case
from mahdar.checking.seat import ENDED, NEVER
from mahdar.checking.wording import Pair, day, sentence, state
from mahdar.edtf import Interval
from mahdar.mechanisms.rights_council.rules import FOUNDED
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import Coverage, HrcTerm

_TABLE = "hrc_terms"
_LOST, _LEFT = "lost", "left"
_TERM = timedelta(370)
_WEEKS = 21  # days
_MONTH, _CLOCK = timedelta(31), timedelta(1)
_FIRST_ELECTION = date(2006, 5, 1)
_ENDINGS = {
    "suspended": Pair("the General Assembly suspended it", "علقت الجمعية العامة العضوية"),
    "withdrew": Pair("it withdrew", "انسحاب الدولة"),
    "term_ended": Pair("its term ended", "انتهاء مدة العضوية"),
}


def check_member(case: Case, record: Record) -> Verdict:
    """A state sat on the Council at some day of the time meant, was elected to it then, or left it then."""
    return policy.inferred(case, "state", _member(case, record))


def _member(case: Case, record: Record) -> Verdict:
    code = case.text("state") or ""
    terms = policy.known(case, record.hrc_terms(code))
    if case.text("status") == _LOST:
        return _lost(case, record, code, terms)
    if case.found.theme == ENDED:
        return _over(case, terms)
    if case.found.theme == NEVER:
        return _never(case, record, code, terms)
    if case.at is not None:
        since = policy.opening(case.at) if not case.negated else None
        if since is not None:
            return _since(case, record, code, terms, since)
        if case.found.tense != "present":
            return _elected(case, record, code, terms, case.at)
    days = case.reference
    if case.at is None and not case.negated and case.found.tense == "past" and days is not None:
        return _elected(case, record, code, terms, days)
    there = _sitting(terms, days)
    if not there:
        return _absent(case, record, code, terms, days)
    if case.negated and case.at is None and not case.found.now:  # at some time, which the text leaves open
        return policy.unknown(_told(there[-1]), there[-1:])
    held = [Interval(t.first, t.last) for t in there]
    told = [_told(t) for t in there]
    return borne_out(case, told, there, held, lambda gap: _covered(case, record, gap), ends=True)


def _never(case: Case, record: Record, code: str, terms: Sequence[HrcTerm]) -> Verdict:
    """A seat denied for all time up to the report: any held before contradicts that."""
    end = case.published.last if case.published else None
    days = Interval(FOUNDED, end) if end else None
    there = _sitting(terms, days)
    return policy.supported(_told(there[0]), there[:1]) if there else _absent(case, record, code, terms, days)


def _over(case: Case, terms: Sequence[HrcTerm]) -> Verdict:
    """A term said to end at a time: borne out by one that does, contradicted by none, since seats end in other ways."""
    at = policy.of_its_end(case.at) if case.at is not None else None
    over = [t for t in terms if at is not None and at.contains(t.last)]
    if over:
        return policy.supported(_told(over[0]), over[:1])
    return policy.unknown(_told(terms[-1]), terms[-1:]) if terms else policy.silent(case, _TABLE)


def _covered(case: Case, record: Record, days: Interval) -> bool:
    return policy.complete(case, record, _TABLE, when=_founded(days)) is not None


def _sitting(terms: Sequence[HrcTerm], days: Interval | None) -> list[HrcTerm]:
    return [t for t in terms if days is None or days.overlaps(Interval(t.first, t.last))]


def _since(case: Case, record: Record, code: str, terms: Sequence[HrcTerm], since: Interval) -> Verdict:
    """A seat held since a time: taken, or won, in it."""
    began = [t for t in terms if _began(t, since)]
    there = began or _sitting(terms, case.published or case.at)
    if not there:
        return _absent(case, record, code, terms, policy.until(case))
    return policy.supported(_told(began[0]), began) if began else policy.conflicting(_told(there[0]), there[:1])


def _began(term: HrcTerm, at: Interval) -> bool:
    days = policy.wider(at)
    return days.contains(term.first) or (term.elected_on is not None and days.overlaps(term.elected_on))


def _elected(case: Case, record: Record, code: str, terms: Sequence[HrcTerm], at: Interval) -> Verdict:
    """Elected, or seated, in the time meant; "elected for 2014 to 2016" names the term itself."""
    undated = case.found.assumed or case.at is None
    recent = Interval(at.first - _TERM, at.last) if undated and at.first else at
    term = case.found.lasting == "span" and not undated and _longer(at)
    won = [t for t in terms if _for_term(t, at) or (not term and _began(t, recent))]
    if won:
        return policy.supported(_told(won[-1]), won[-1:])
    if undated:
        return policy.silent(case, _TABLE)
    seated = _sitting(terms, at) or [t for t in terms if term and _began(t, at)]
    if seated and not (case.negated and all(t.elected_on is not None for t in seated)):  # who fails to be elected again
        return policy.unknown(_told(seated[0]), seated[:1])
    return _absent(case, record, code, terms, at)


def _for_term(term: HrcTerm, at: Interval) -> bool:
    near = at.first is not None and at.first.year == term.first.year
    return _longer(at) and near and at.overlaps(Interval(term.first, term.last))


def _longer(at: Interval) -> bool:
    """Whether a time is longer than the year in which an election may lie: that of a term."""
    return at.first is not None and at.last is not None and at.last - at.first > _TERM


def _absent(case: Case, record: Record, code: str, terms: Sequence[HrcTerm], days: Interval | None) -> Verdict:
    coverage = policy.complete(case, record, _TABLE, when=_founded(days)) if days else None
    to_come = [t for t in terms if days is not None and _elect(t, days)]
    if to_come:
        return policy.unknown(_told(to_come[0]), to_come[:1])
    if coverage is None or any(t.elected_on is None and case.found.tense != "present" for t in terms):
        return policy.unknown(_told(terms[-1]), terms[-1:]) if terms else policy.silent(case, _TABLE)
    name, when = state(code), policy.during(days)
    why = Pair(
        f"{name.en} is not among the members of the Human Rights Council {when.en}.",
        f"لا يرد اسم {name.ar} بين أعضاء مجلس حقوق الإنسان {when.ar}.",
    )
    if case.found.tense != "present":
        why = Pair(
            f"The record has no election of {name.en} to the Human Rights Council {when.en}.",
            f"لا يتضمن السجل انتخاب {name.ar} لعضوية مجلس حقوق الإنسان {when.ar}.",
        )
    return policy.absent(why, coverage, terms[-1:])


def _elect(term: HrcTerm, days: Interval) -> bool:
    """Whether the state was elected by then and its term had not begun: reports call it a member already."""
    on = term.elected_on.first if term.elected_on is not None else None
    return on is not None and days.last is not None and on <= days.last + _CLOCK and term.first > days.last


def _founded(days: Interval) -> Interval:
    """The first members were elected in the weeks before the Council was founded, and all of them sat from that day."""
    if days.first is None or days.last is None or not _FIRST_ELECTION <= days.first <= FOUNDED:
        return days
    return Interval(FOUNDED, max(days.last, FOUNDED))


# -- seats lost
def _lost(case: Case, record: Record, code: str, terms: Sequence[HrcTerm]) -> Verdict:
    """A term that was cut short, at the time meant if one is; where nothing was cut, a suspension is not borne out."""
    cut = [t for t in terms if t.end_reason and not t.end_reason.startswith("term_ended")]
    days = policy.until(case)
    there = [t for t in cut if days is None or policy.wider(days).contains(t.last)]
    if there:
        return policy.supported(_told(there[-1]), there[-1:])
    coverage = policy.complete(case, record, _TABLE, when=case.at) if case.at else None
    if not _sitting(terms, policy.wider(case.at, _WEEKS) if case.at else None):
        return _no_seat(case, code, terms, cut)
    ran_out = _left_with_term(case, terms) or (not case.found.theme and _ran_out(terms, case.at))
    if coverage is None or "at" in case.found.weak or ran_out:
        rows = (cut or [*terms])[-1:]
        return policy.unknown(_told(rows[0]), rows) if rows else policy.silent(case, _TABLE)
    return _not_cut(case, code, cut or terms, coverage)


def _no_seat(case: Case, code: str, terms: Sequence[HrcTerm], cut: Sequence[HrcTerm]) -> Verdict:
    """A state that had no seat then can leave the Council in other ways, its meetings and its work: undecided."""
    name, when = state(code), policy.during(case.at)
    near = _told((cut or terms)[-1]) if terms else Pair("", "")
    near = Pair(sentence(near.en), near.ar)
    why = Pair(
        f"{name.en} had no seat on the Human Rights Council {when.en} that it could lose. {near.en}".strip(),
        f"لم تكن {name.ar} تشغل مقعدا في مجلس حقوق الإنسان {when.ar} لتفقده. {near.ar}".strip(),
    )
    return policy.unknown(why, (cut or [*terms])[-1:])


def _left_with_term(case: Case, terms: Sequence[HrcTerm]) -> bool:
    """Whether who is said to have left did so when its term ended."""
    return (
        case.found.theme == _LEFT and case.at is not None and any(policy.wider(case.at).contains(t.last) for t in terms)
    )


def _ran_out(terms: Sequence[HrcTerm], at: Interval | None) -> bool:
    """Whether a term ended by itself about then, which reports call a seat lost as well."""
    if at is None or at.first is None:
        return True
    around = Interval(at.first - _MONTH, at.last + _TERM if at.last else None)
    return any(around.contains(t.last) for t in terms)


def _not_cut(case: Case, code: str, rows: Sequence[HrcTerm], coverage: Coverage) -> Verdict:
    name, when = state(code), policy.during(case.at)
    why = Pair(
        f"The record has no end of a seat of {name.en} on the Human Rights Council {when.en} before its time.",
        f"لا يتضمن السجل إنهاء عضوية {name.ar} في مجلس حقوق الإنسان قبل أوانها {when.ar}.",
    )
    return policy.absent(why, coverage, rows[-1:])


def _told(row: HrcTerm) -> Pair:
    name, first, last = state(row.state), day(row.first), day(row.last)
    reason = next((said for key, said in _ENDINGS.items() if row.end_reason.startswith(key)), None)
    symbol = next((part for part in row.end_reason.split("_") if part.startswith("A/RES/")), "")
    cut = Pair("", "")
    if reason is not None:
        cut = Pair(f" ({reason.en}{', ' * bool(symbol)}{symbol})", f" ({reason.ar}{'، ' * bool(symbol)}{symbol})")
    return Pair(
        f"{name.en} sat on the Human Rights Council from {first.en} to {last.en}{cut.en}.",
        f"كانت عضوية {name.ar} في مجلس حقوق الإنسان من {first.ar} إلى {last.ar}{cut.ar}.",
    )

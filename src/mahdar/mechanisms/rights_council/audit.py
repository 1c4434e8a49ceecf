"""Seats, terms and votes of the Human Rights Council held against A/RES/60/251."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from mahdar.checking.audit.calls import figures
from mahdar.checking.audit.evidence import Evidence
from mahdar.checking.audit.finding import Examined, Finding, Rule
from mahdar.checking.audit.material import Material, of_row, teller_of
from mahdar.checking.audit.words import capital, joined, say, the, title
from mahdar.checking.wording import Pair, day
from mahdar.mechanisms.rights_council.rules import FOUNDING, SIZE, TERM_YEARS
from mahdar.record.rows import HrcDecision, HrcTerm

HOME = "mahdar.mechanisms.rights_council"
_DAY = timedelta(1)
_LENGTHENED, _HALF_A_YEAR = date(2011, 6, 30), 6  # A/RES/65/281; months
_TWO_TERMS = 2 * TERM_YEARS * 12  # months


def _terms(material: Material) -> list[HrcTerm]:
    rows = [term for state in material.states("hrc_terms") for term in material.record.hrc_terms(state)]
    return material.public(rows)


def _of(*terms: HrcTerm) -> list[Evidence]:
    return [of_row(term, f"{term.state} {term.first}/{term.last}") for term in terms]


def check_seats(rule: Rule, material: Material) -> Examined:
    """Forty-seven Member States sit (A/RES/60/251, paragraph 7); fewer only between a departure and the election that
    fills the seat. Only Members of the United Nations can be elected (paragraph 8).
    """
    terms = _terms(material)
    until = min(material.record.coverage("hrc_terms").last, material.as_of or date.max)
    changes = sorted({on for t in terms for on in (t.first, t.last + _DAY) if on <= until})
    spans = [(on, following - _DAY) for on, following in pairwise([*changes, until + _DAY])]
    found = [f for first, last, count in _uneven(terms, spans) for f in [_count(rule, terms, first, last, count)]]
    found += [f for first, _ in spans for f in _outside(rule, material, _seated(terms, first), first)]
    return Examined(len(terms), tuple(found))


def _seated(terms: Sequence[HrcTerm], on: date) -> list[HrcTerm]:
    return [term for term in terms if term.first <= on <= term.last]


def _uneven(terms: Sequence[HrcTerm], spans: Sequence[tuple[date, date]]) -> list[tuple[date, date, int]]:
    """Times in which another number of states than there are seats sat, and how many; those that touch as one."""
    found: list[tuple[date, date, int]] = []
    for first, last in spans:
        count = len(_seated(terms, first))
        if count in (0, SIZE):
            continue
        if found and found[-1][1] + _DAY == first and found[-1][2] == count:
            first = found.pop()[0]
        found.append((first, last, count))
    return found


def _count(rule: Rule, terms: Sequence[HrcTerm], first: date, last: date, count: int) -> Finding:
    gone = [term for term in terms if term.end_reason and term.last < first] if count < SIZE else []
    left = max(gone, key=lambda term: term.last, default=None)
    said = say(HOME, "seats-count", on=day(first), until=day(last), count=count, size=SIZE)
    if left is not None:
        said = joined(said, say(HOME, "seats-after", **_span(left), reason=left.end_reason.replace("_", " ")))
    rows = _of(left) if left else _of(*_seated(terms, first)[:3])
    return rule.finding(str(first), first, said, "contradiction", rows, [left.state] if left else [])


def _outside(rule: Rule, material: Material, seated: Sequence[HrcTerm], on: date) -> Iterator[Finding]:
    outside = sorted({term.state for term in seated} - material.record.un_members(on))
    if outside:
        said = say(HOME, "seats-outside", on=day(on), states=the(outside))
        yield rule.finding(str(on), on, said, "contradiction", _of(*(t for t in seated if t.state in outside)), outside)


def _span(term: HrcTerm) -> dict[str, Pair]:
    return {"state": the([term.state]), "first": day(term.first), "last": day(term.last)}


def check_terms(rule: Rule, material: Material) -> Examined:
    """A term lasts three years, and after two terms in a row a member is not eligible for immediate re-election
    (A/RES/60/251, paragraph 7). Terms that ran in June 2011 were lengthened by half a year, so that all end with the
    calendar year (A/RES/65/281, paragraph 4).
    """
    terms = _terms(material)
    runs = [run for group in _by_state(terms).values() for run in _runs(group)]
    return Examined(len(terms), tuple(_long(rule, run) for run in runs if _too_long(run)))


def _by_state(terms: Sequence[HrcTerm]) -> dict[str, list[HrcTerm]]:
    found: dict[str, list[HrcTerm]] = defaultdict(list)
    for term in sorted(terms, key=lambda t: t.first):
        found[term.state].append(term)
    return found


def _runs(group: Sequence[HrcTerm]) -> Iterator[list[HrcTerm]]:
    """Terms that follow each other without a break."""
    run: list[HrcTerm] = []
    for term in group:
        if run and term.first - run[-1].last > _DAY:
            yield run
            run = []
        run.append(term)
    if run:
        yield run


def _too_long(run: Sequence[HrcTerm]) -> bool:
    """Whether a time without a break is longer than two terms; a row can hold two terms."""
    first, last = run[0].first, run[-1].last
    months = (last.year - first.year) * 12 + last.month - first.month
    lengthened = _HALF_A_YEAR if first <= _LENGTHENED <= last else 0
    return months - lengthened > _TWO_TERMS


def _long(rule: Rule, run: Sequence[HrcTerm]) -> Finding:
    first, last = run[0], run[-1]
    said = say(HOME, "terms-many", state=the([first.state]), first=day(first.first), last=day(last.last))
    return rule.finding(first.state, last.first, capital(said), "contradiction", _of(*run), [first.state])


def check_votes(rule: Rule, material: Material) -> Examined:
    """A resolution is adopted by a majority of the members present and voting, of forty-seven (A/HRC/RES/5/1, annex,
    rule 20; rule 86 of the General Assembly's rules of procedure).
    """
    decisions = material.public(material.record.hrc_decisions())
    rows = [row for row in decisions if None not in (row.yes, row.no, row.abstain)]
    return Examined(len(rows), tuple(f for row in rows for f in _vote(rule, row)))


def _vote(rule: Rule, row: HrcDecision) -> Iterator[Finding]:
    yes, no, abstain = row.yes or 0, row.no or 0, row.abstain or 0
    counts = figures((yes, no, abstain))
    faults = {
        "votes-many": yes + no + abstain > SIZE,
        "votes-lost": row.outcome == "adopted" and yes <= no,
        "votes-won": row.outcome == "rejected" and yes > no,
    }
    for key in (key for key, wrong in faults.items() if wrong):
        said = say(HOME, key, teller=teller_of(row), symbol=row.symbol, tally=counts, size=SIZE)
        when = row.when.edtf() if row.when else None
        yield rule.finding(row.symbol, when, capital(said), "contradiction", [of_row(row)])


def _rule(slug: str, check: Callable[[Rule, Material], Examined]) -> Rule:
    return Rule(slug, title(HOME, slug), FOUNDING, check)


RULES = (
    _rule("rights-council-seats", check_seats),
    _rule("rights-council-terms", check_terms),
    _rule("rights-council-votes", check_votes),
)

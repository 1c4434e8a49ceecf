"""Terms and seats on the Council: Article 23 of the Charter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from mahdar.checking.audit.evidence import Evidence
from mahdar.checking.audit.finding import Examined, Finding, Rule
from mahdar.checking.audit.material import Cells, Material, of_row
from mahdar.checking.audit.words import capital, say, source_name, the
from mahdar.checking.wording import Pair, day
from mahdar.mechanisms.council.audit.accounts import HOME
from mahdar.mechanisms.council.rules import ENLARGED, FIRST_DAY, TERM_YEARS, permanent, size
from mahdar.record.rows import Term

# At the first election, and at the first of the enlarged Council, some members were chosen for one year (Article 23).
_FIRST_ELECTIONS = (1946, ENLARGED.year)
_DAY = timedelta(1)


def check_terms(rule: Rule, material: Material) -> Examined:
    """Elected members sit for two years and are not eligible for immediate re-election (Charter, Article 23,
    paragraph 2).
    """
    terms = [t for t in material.public(_terms(material)) if t.seat == "elected"]
    held: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        held[term.state].append(term)
    found = [f for group in held.values() for f in _again(rule, group)]
    found += [_long(rule, term) for term in terms if term.last.year - term.first.year >= TERM_YEARS]
    short = sorted((term for term in terms if _is_short(term)), key=lambda t: (t.first, t.state))
    return Examined(len(terms), (*found, *_shortened(rule, short)))


def _terms(material: Material) -> list[Term]:
    record = material.record
    years = range(FIRST_DAY.year, _last_year(material) + 1)
    return list(dict.fromkeys(t for year in years for on in _days(year) for t in record.council_members(on)))


def _days(year: int) -> tuple[date, date, date]:
    """Days of a year that every term of that year touches: terms begin in January, and one ended in May 1990."""
    return date(year, 1, 20), date(year, 6, 30), date(year, 12, 31)


def _last_year(material: Material) -> int:
    return material.record.coverage("council_terms").last.year


def _again(rule: Rule, group: Sequence[Term]) -> Iterator[Finding]:
    for one, two in pairwise(sorted(group, key=lambda t: t.first)):
        if two.first - one.last <= _DAY:
            said = say(HOME, "term-again", **_span(one), again=day(two.first))
            yield rule.finding(two.state, two.first, capital(said), "contradiction", _of(one, two), [two.state])


def _span(term: Term) -> dict[str, Pair]:
    return {"state": the([term.state]), "first": day(term.first), "last": day(term.last)}


def _of(*terms: Term) -> list[Evidence]:
    return [of_row(term, f"{term.state} {term.first}/{term.last}") for term in terms]


def _long(rule: Rule, term: Term) -> Finding:
    said = capital(say(HOME, "term-long", **_span(term)))
    return rule.finding(term.state, term.first, said, "contradiction", _of(term), [term.state])


def _is_short(term: Term) -> bool:
    """Whether a term is not two calendar years; the first elections gave some members one year, as Article 23 says, and
    a member can be elected as late as in January.
    """
    if term.first.year in _FIRST_ELECTIONS:
        return False
    whole = term.last.year - term.first.year + 1 == TERM_YEARS and term.last.month == 12
    return not (whole and term.first.month == 1)


def _shortened(rule: Rule, short: Sequence[Term]) -> Iterator[Finding]:
    """Two short terms that follow each other, and no third one, are halves of one seat's time; told once."""
    told: set[Term] = set()
    for term in short:
        if term in told:
            continue
        halves = [other for other in short if _next_to(term, other)]
        other = halves[0] if len(halves) == 1 and len([t for t in short if _next_to(halves[0], t)]) == 1 else None
        rows = [term, other] if other else [term]
        told.update(rows)
        names = the([other.state]) if other else Pair("", "")
        said = say(HOME, "term-shared" if other else "term-short", **_span(term), other=names)
        states = [t.state for t in rows]
        yield rule.finding(term.state, term.first, capital(said), "contradiction", _of(*rows), states)


def _next_to(term: Term, other: Term) -> bool:
    return _DAY in (other.first - term.last, term.first - other.last)


def check_seats(rule: Rule, material: Material) -> Examined:
    """Eleven members, fifteen since 1 January 1966, five of them permanent, all of them Members of the United Nations
    (Charter, Article 23, paragraph 1).
    """
    record = material.record
    days = [on for year in range(FIRST_DAY.year, _last_year(material) + 1) for on in _days(year)]
    days = [on for on in days if material.as_of is None or on <= material.as_of]
    return Examined(
        len(days), tuple(f for on in days for f in _sitting(rule, on, record.council_members(on), material))
    )


def _sitting(rule: Rule, on: date, terms: Sequence[Term], material: Material) -> Iterator[Finding]:
    seated = {t.state for t in terms}
    year = str(on.year)
    rows = _of(*terms)
    if len(terms) != size(on):
        said = say(HOME, "seats-count", year=year, count=len(terms), size=size(on))
        yield rule.finding(year, year, said, "contradiction", rows[:3])
    lasting = {t.state for t in terms if t.seat == "permanent"}
    if lasting != permanent(on):
        said = say(HOME, "seats-permanent", year=year, states=the(sorted(lasting ^ permanent(on))))
        yield rule.finding(year, year, said, "contradiction", rows[:3], sorted(lasting ^ permanent(on)))
    if outside := sorted(seated - material.record.un_members(on)):
        said = say(HOME, "seats-outside", year=year, states=the(outside))
        yield rule.finding(year, year, said, "contradiction", _of(*(t for t in terms if t.state in outside)), outside)


def check_sources(rule: Rule, material: Material) -> Examined:
    """Lists of elected members name the same states for a year (General Assembly elections; Charter, Article 23,
    paragraph 2).
    """
    rows = material.told("terms", "seat IS NULL OR seat <> 'permanent'")
    held: dict[tuple[str, str], dict[int, dict[str, Cells]]] = defaultdict(lambda: defaultdict(dict))
    for row in rows:
        held[row["source"], row["file"]][row["year"]][row["state"]] = row
    found = (f for years in held.values() for f in _compared(rule, material, years))
    return Examined(len(rows), tuple(found))


def _compared(rule: Rule, material: Material, years: dict[int, dict[str, Cells]]) -> Iterator[Finding]:
    """A loaded list against our table of terms; the years at its ends may be partial."""
    for year, listed in sorted(years.items()):
        sitting = [_elected(material, on) for on in _days(year)]
        ours = {state: term for members in sitting for state, term in members.items()}
        throughout = set.intersection(*map(set, sitting))
        extra = sorted(listed.keys() - ours.keys())
        absent = sorted(throughout - listed.keys()) if len(listed) >= len(throughout) else []
        if extra or absent:
            rows = [material.evidence(listed[s], f"{s} {year}") for s in extra] + _of(*(ours[s] for s in absent))
            yield _differing(rule, material, year, next(iter(listed.values())), (extra, absent), rows)


def _elected(material: Material, on: date) -> dict[str, Term]:
    return {t.state: t for t in material.record.council_members(on) if t.seat == "elected"}


def _differing(
    rule: Rule, material: Material, year: int, row: Cells, told: tuple[list[str], list[str]], rows: Sequence[Evidence]
) -> Finding:
    extra, absent = told
    source = material.source(row["source"])
    name = source_name(source.key, source.title)
    teller = Pair(f"{name.en} ({row['file']})", f"{name.ar} ({row['file']})")
    key = "terms-differ" if extra and absent else "terms-extra" if extra else "terms-absent"
    said = capital(say(HOME, key, teller=teller, year=year, extra=the(extra), absent=the(absent)))
    return rule.finding(str(year), year, said, "disagreement", rows, [*extra, *absent])

"""The Universal Periodic Review held against its own rules, and counts of recommendations against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mahdar.checking.audit.evidence import Evidence
from mahdar.checking.audit.finding import Examined, Finding, Rule
from mahdar.checking.audit.material import Cells, Material, of_row, teller_of
from mahdar.checking.audit.words import Field, capital, listed, say, the, title
from mahdar.checking.rulebook import Provision
from mahdar.checking.wording import Pair, day
from mahdar.mechanisms.review.rules import CYCLE_STARTS, FOUNDING, cycle
from mahdar.record.rows import Recommendations, Review, ReviewSession

HOME = "mahdar.mechanisms.review"
CYCLES = Provision(
    "Follow-up to resolution 16/21: the order and length of the cycles of the review",
    "A/HRC/DEC/17/119",
    "https://docs.un.org/A/HRC/DEC/17/119",
)
_PARTS = ("supported", "partly", "noted", "pending")


@dataclass(frozen=True)
class Turn:
    """A state's review in one source."""

    state: str
    cycle: int
    session: int
    teller: Pair
    evidence: Evidence


@dataclass(frozen=True)
class Count:
    """Recommendations of one review as one source counts them; `counting` says what one of them is."""

    state: str
    session: int
    counting: str
    numbers: Mapping[str, int | None]
    teller: Pair
    evidence: Evidence

    @property
    def words(self) -> Pair:
        """`167 received, 118 supported, 49 noted`, only what is known."""
        numbers = {name: number for name, number in self.numbers.items() if number is not None}
        known = [say(HOME, f"count-{name}", count=number) for name, number in numbers.items()]
        return Pair(", ".join(p.en for p in known), "، ".join(p.ar for p in known))


def _reviews(material: Material) -> list[Review]:
    """The reviews of the package that were held."""
    rows = [row for state in material.states("upr_reviews") for row in material.record.reviews(state)]
    return [row for row in material.public(rows) if row.held]


def _turns(material: Material) -> list[Turn]:
    own = [
        Turn(r.state, r.cycle, r.session, teller_of(r), of_row(r, f"{r.state} session {r.session}"))
        for r in _reviews(material)
    ]
    told = material.told("reviews", "state IS NOT NULL AND session IS NOT NULL")
    return own + [_told_turn(material, row) for row in told]


def _told_turn(material: Material, row: Cells) -> Turn:
    says = f"{row['state']} session {row['session']}"
    return Turn(row["state"], row["cycle"], row["session"], material.teller(row), material.evidence(row, says))


def check_once(rule: Rule, material: Material) -> Examined:
    """Every state is reviewed once in a cycle (A/HRC/RES/5/1, annex, part I; A/HRC/RES/16/21, annex, part I)."""
    turns = _turns(material)
    groups: dict[tuple[str, int, str], list[Turn]] = defaultdict(list)
    for turn in turns:
        groups[turn.state, turn.cycle, turn.teller.en].append(turn)
    found = [_again(rule, group) for group in groups.values() if len({turn.session for turn in group}) > 1]
    return Examined(len(turns), tuple(found))


def _again(rule: Rule, group: Sequence[Turn]) -> Finding:
    first, last = group[0], group[-1]
    said = say(
        HOME,
        "reviewed-twice",
        teller=first.teller,
        state=the([first.state]),
        cycle=first.cycle,
        first=first.session,
        last=last.session,
    )
    rows = [turn.evidence for turn in group]
    return rule.finding(first.state, None, capital(said), "contradiction", rows, [first.state])


def check_sources(rule: Rule, material: Material) -> Examined:
    """Sources name the same session for a state's review in a cycle (lists of sessions, OHCHR)."""
    groups: dict[tuple[str, int], list[Turn]] = defaultdict(list)
    turns = _turns(material)
    for turn in turns:
        groups[turn.state, turn.cycle].append(turn)
    several = [group for group in groups.values() if len({turn.teller.en for turn in group}) > 1]
    found = [_differs(rule, group) for group in several if len({turn.session for turn in group}) > 1]
    return Examined(len(turns), tuple(found))


def _differs(rule: Rule, group: Sequence[Turn]) -> Finding:
    first = group[0]
    clauses = [say(HOME, "session-told", teller=turn.teller, session=turn.session) for turn in group]
    fields: dict[str, Field] = {"state": the([first.state]), "cycle": first.cycle}
    said = say(HOME, "sessions-differ", **fields, told=listed(dict.fromkeys(clauses)))
    rows = [turn.evidence for turn in group]
    return rule.finding(first.state, None, said, "disagreement", rows, [first.state])


def check_cycles(rule: Rule, material: Material) -> Examined:
    """A review falls into the cycle that is running: the first from April 2008, the second from May 2012, the third
    from May 2017, the fourth from November 2022 (A/HRC/DEC/17/119; calendars of the Human Rights Council).
    """
    rows = [row for row in _reviews(material) if row.when.first]
    found = [_other_cycle(rule, row) for row in rows if row.when.first and cycle(row.when.first) != row.cycle]
    return Examined(len(rows), tuple(found))


def _other_cycle(rule: Rule, row: Review) -> Finding:
    on = row.when.first
    running = cycle(on) if on else 0
    fields: dict[str, Field] = {"state": the([row.state]), "on": day(row.when), "cycle": row.cycle}
    said = capital(say(HOME, "cycle-other", **fields, running=running, start=day(CYCLE_STARTS.get(running))))
    return rule.finding(row.state, row.when.edtf(), said, "contradiction", [of_row(row)], [row.state])


def check_sums(rule: Rule, material: Material) -> Examined:
    """A state answers every recommendation: those that it supports, supports in part, notes and has still to answer are
    all that it received (A/HRC/RES/5/1, annex, paragraph 32; A/HRC/RES/16/21, annex, paragraph 16).
    """
    rows = [row for row in _counted(material) if row.received is not None and row.supported is not None]
    judged = [row for row in rows if row.noted is not None]
    return Examined(len(judged), tuple(_sum(rule, row) for row in judged if _total(row) != row.received))


def _counted(material: Material) -> list[Recommendations]:
    """The counts of the package; a count is public when the session of the review is over."""
    states, record = material.states("upr_recommendations"), material.record
    rows = [row for state in states for row in record.recommendations(state)]
    held = {number for row in rows if (number := row.session) and material.public(_session(material, number))}
    return [row for row in rows if material.as_of is None or row.session in held]


def _session(material: Material, number: int) -> list[ReviewSession]:
    found = material.record.review_session(number)
    return [found] if found else []


def _total(row: Recommendations) -> int:
    return sum(getattr(row, name) or 0 for name in _PARTS)


def _sum(rule: Rule, row: Recommendations) -> Finding:
    count = _own_count(row)
    said = say(
        HOME,
        "sum-differs",
        teller=count.teller,
        state=the([row.state]),
        session=row.session,
        counts=count.words,
        sum=_total(row),
    )
    return rule.finding(row.state, None, capital(said), "contradiction", [count.evidence], [row.state])


def _own_count(row: Recommendations) -> Count:
    numbers = {name: getattr(row, name) for name in ("received", *_PARTS)}
    counting = "by-state" if row.counting.startswith("upr_info") else row.stage
    says = "-".join(str(number) if number is not None else "?" for number in numbers.values())
    return Count(row.state, row.session, counting, numbers, teller_of(row), of_row(row, f"{row.state} {says}"))


def check_counts(rule: Rule, material: Material) -> Examined:
    """Sources that count the same thing, recommendations by number or by recommending state, count alike (reports of
    the Working Group and their addenda; database of UPR Info).
    """
    counts = [_own_count(row) for row in _counted(material)] + _told_counts(material)
    groups: dict[tuple[str, int, str], list[Count]] = defaultdict(list)
    for count in counts:
        groups[count.state, count.session, count.counting].append(count)
    return Examined(len(counts), tuple(f for group in groups.values() for f in _unequal(rule, group)))


def _told_counts(material: Material) -> list[Count]:
    query = (
        "SELECT source, any_value(file), state, session, count(*), "
        "count(*) FILTER (response = 'supported'), count(*) FILTER (response = 'partly'), "
        "count(*) FILTER (response = 'noted'), count(*) FILTER (response = 'pending' OR response IS NULL), "
        f"min(place) FROM {material.live('recommendations')} "
        "WHERE kind = 'recommendation' AND state IS NOT NULL AND session IS NOT NULL "
        "GROUP BY source, load, state, session ORDER BY load, state"
    )
    return _merged([_told_count(material, row) for row in material.query(query)])


def _told_count(material: Material, row: tuple[Any, ...]) -> Count:
    source, file, state, session, received, *parts, place = row
    cells: Cells = {"source": source, "file": file, "place": place}
    numbers: dict[str, int | None] = {"received": received, **dict(zip(_PARTS, parts, strict=True))}
    says = f"{state} {'-'.join(map(str, numbers.values()))}"
    counting = "by-state" if source == "upr-info" else "outcome"
    evidence = material.evidence(cells, says)
    return Count(state, session, counting, numbers, material.teller(cells), evidence)


def _merged(counts: Sequence[Count]) -> list[Count]:
    """A review that a publication spreads over several files is one count."""
    found: dict[tuple[str, int, str, str], Count] = {}
    for count in counts:
        key = (count.state, count.session, count.counting, count.teller.en)
        same = found.get(key)
        if same:
            numbers = {name: (number or 0) + (count.numbers[name] or 0) for name, number in same.numbers.items()}
            count = Count(*key[:3], numbers, same.teller, same.evidence)
        found[key] = count
    return list(found.values())


def _unequal(rule: Rule, group: Sequence[Count]) -> Iterator[Finding]:
    names = ("received", *_PARTS)
    apart = [name for name in names if len({number for c in group if (number := c.numbers[name]) is not None}) > 1]
    if not apart:
        return
    first = group[0]
    clauses = dict.fromkeys(say(HOME, "counts-told", teller=count.teller, counts=count.words) for count in group)
    said = say(HOME, "counts-differ", state=the([first.state]), session=first.session, told=listed(clauses))
    rows = [count.evidence for count in group]
    yield rule.finding(first.state, None, said, "disagreement", rows, [first.state])


def check_recommendations(rule: Rule, material: Material) -> Examined:
    """Recommendations are made by other states to the state that a session reviews (A/HRC/RES/5/1, annex, part I):
    none to a state that was not reviewed then, none by a state to itself, each once.
    """
    held = {(turn.state, turn.session) for turn in _turns(material)}
    query = (
        "SELECT source, file, place, state, session, recommender, count(*) OVER "
        f"(PARTITION BY load, state, session, recommender_told, number, text) FROM {material.live('recommendations')} "
        "WHERE kind = 'recommendation' AND state IS NOT NULL AND session IS NOT NULL ORDER BY load, rowid_told"
    )
    rows = material.query(query)
    return Examined(len(rows), tuple(f for row in rows for f in _misplaced(rule, material, row, held)))


def _misplaced(rule: Rule, material: Material, row: tuple[Any, ...], held: set[tuple[str, int]]) -> Iterator[Finding]:
    source, file, place, state, session, recommender, times = row
    faults = {
        "recommended-not-reviewed": bool(held) and (state, session) not in held,
        "recommended-itself": recommender == state,
        "recommended-twice": times > 1,
    }
    cells: Cells = {"source": source, "file": file, "place": place}
    by = the([recommender]) if recommender else Pair("", "")
    for key in (key for key, wrong in faults.items() if wrong):
        said = say(HOME, key, teller=material.teller(cells), state=the([state]), session=session, by=by)
        evidence = [material.evidence(cells, f"{state} session {session}, by {recommender}")]
        yield rule.finding(state, None, capital(said), "contradiction", evidence, [state])


def _rule(slug: str, provision: Provision, check: Callable[[Rule, Material], Examined]) -> Rule:
    return Rule(slug, title(HOME, slug), provision, check)


RULES = (
    _rule("review-once", FOUNDING, check_once),
    _rule("review-sessions-differ", FOUNDING, check_sources),
    _rule("review-cycles", CYCLES, check_cycles),
    _rule("review-sums", FOUNDING, check_sums),
    _rule("review-counts-differ", FOUNDING, check_counts),
    _rule("review-recommendations", FOUNDING, check_recommendations),
)

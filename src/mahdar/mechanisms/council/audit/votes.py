"""Votes of the Council held against Article 27 of the Charter: outcomes, tallies, and tallies of different sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from mahdar.checking.audit.calls import Call, Tally, figures
from mahdar.checking.audit.finding import Examined, Finding, Rule, Severity
from mahdar.checking.audit.material import Material
from mahdar.checking.audit.words import Field, capital, joined, listed, say, sentence, the
from mahdar.checking.wording import Pair
from mahdar.mechanisms.council.audit.accounts import HOME, by_text, called, calls, rivals, text_key
from mahdar.mechanisms.council.audit.voters import doubled, strangers
from mahdar.mechanisms.council.rules import needed, size, vetoes


def check_outcomes(rule: Rule, material: Material) -> Examined:
    """Every outcome follows from its votes: seven of eleven before 1966, nine of fifteen since, and no permanent member
    against; an abstention is no veto (Charter, Article 27, paragraph 3, as amended in 1965).
    """
    rows = [call for call in calls(material) if call.date and call.tally and not procedural(material, call)]
    texts = by_text(rivals(material))
    return Examined(len(rows), tuple(_outcome(rule, material, call, texts) for call in rows if _fault(call)))


def procedural(material: Material, call: Call) -> bool:
    """Whether a vote was on procedure, where a vote against by a permanent member is no veto (Article 27(2))."""
    known = material.once(_procedural)
    return (call.date, call.tally) in known


def _procedural(material: Material) -> frozenset[tuple[date, Tally]]:
    rows = material.record.procedural_votes()
    return frozenset(
        (row.date, (row.yes, row.no, row.abstain))
        for row in rows
        if row.yes is not None and row.no is not None and row.abstain is not None
    )


def _fault(call: Call) -> str:
    """The wording of what the rules of voting do not allow in a row; empty where they allow it."""
    counts, on = call.tally, call.date
    if counts is None or on is None:
        return ""
    yes, no, _ = counts
    if call.outcome == "vetoed":
        return _veto_fault(call, yes, no, on)
    if call.outcome == "adopted":
        return "outcome-short" if yes < needed(on) else "outcome-blocked" if _against(call, on) else ""
    if call.outcome == "not-adopted" and yes >= needed(on):
        return "outcome-veto-unsaid" if _against(call, on) else "outcome-carried"
    return ""


def _veto_fault(call: Call, yes: int, no: int, on: date) -> str:
    if no < len(call.vetoed_by):
        return "outcome-veto-votes"
    if yes < needed(on):
        return "outcome-veto-short"
    return "outcome-veto-nobody" if call.votes and not _against(call, on) else ""


def _against(call: Call, on: date) -> list[str]:
    return sorted(vetoes(dict(call.votes), on))


def impossible(material: Material, call: Call) -> bool:
    """Whether the rules of voting, or those of membership, rule a row's tally out."""
    return (
        (bool(_fault(call)) and not procedural(material, call))
        or too_many(call)
        or bool(strangers(material, call))
        or bool(doubled(call))
    )


def _outcome(rule: Rule, material: Material, call: Call, texts: dict[str, list[Call]]) -> Finding:
    key, on = _fault(call), call.date or date.min
    counts = call.tally or (0, 0, 0)
    fields: dict[str, Field] = {
        "teller": call.teller,
        "name": called(call),
        "tally": figures(counts),
        "casters": the(call.vetoed_by),
        "against": the(_against(call, on)),
        "count": len(call.vetoed_by),
        "no": counts[1],
        "needed": needed(on),
    }
    others = _allowed(material, call, texts)
    more = _others(others)
    severity: Severity = "misprint" if others else "contradiction"
    rows = [call.evidence(), *(other.evidence() for other in others)]
    named = (*call.vetoed_by, *_against(call, on))
    return rule.finding(call.name, call.date, capital(joined(say(HOME, key, **fields), more)), severity, rows, named)


def _allowed(material: Material, call: Call, texts: dict[str, list[Call]]) -> list[Call]:
    """What other sources tell of the same vote as the rules allow it."""
    group = texts.get(text_key(call), [])
    return [
        other
        for other in group
        if other.publication != call.publication
        and not impossible(material, other)
        and near(other, call)
        and (other.outcome != call.outcome or (other.tally and other.tally != call.tally))
    ]


def _others(rows: Sequence[Call]) -> Pair | None:
    if not rows:
        return None
    said = {(call.teller.en, call.tally, call.outcome): _gives(call) for call in rows}
    return capital(sentence(listed(said.values())))


def _gives(call: Call) -> Pair:
    outcome = say(HOME, f"as-{call.outcome}") if call.outcome else Pair("", "")
    key = "gives-outcome" if call.tally is None else "gives-votes" if call.printed is None else "gives-tally"
    counts = figures(call.tally) if call.tally else Pair("", "")
    return say(HOME, key, teller=call.teller, tally=counts, outcome=outcome)


def near(one: Call, other: Call) -> bool:
    """Whether two rows can be of the same vote: of one year, or the day of one is not known."""
    return one.date is None or other.date is None or one.date.year == other.date.year


def check_tallies(rule: Rule, material: Material) -> Examined:
    """A tally is the sum of its votes, and no tally is larger than the Council: eleven members before 1966, fifteen
    since (Charter, Article 23, paragraph 1, and Article 27, paragraph 1: one vote each).
    """
    rows = [call for call in calls(material) if call.tally and call.date]
    return Examined(len(rows), tuple(found for call in rows for found in _tally(rule, call)))


def too_many(call: Call) -> bool:
    return bool(call.tally and call.date and sum(call.tally) > size(call.date))


def _tally(rule: Rule, call: Call) -> Iterator[Finding]:
    counts, on = call.tally or (0, 0, 0), call.date or date.min
    fields: dict[str, Field] = {"teller": call.teller, "name": called(call), "tally": figures(counts)}
    if too_many(call):
        said = say(HOME, "tally-size", **fields, sum=sum(counts), size=size(on))
        yield rule.finding(call.name, call.date, capital(said), "contradiction", [call.evidence()])
    if call.printed and call.counted and call.printed != call.counted:
        said = say(HOME, "tally-sum", **fields, counted=figures(call.counted))
        yield rule.finding(call.name, call.date, capital(said), "contradiction", [call.evidence()])
    if call.mode == "unanimous" and counts[1:] != (0, 0):
        said = say(HOME, "tally-unanimous", **fields)
        yield rule.finding(call.name, call.date, capital(said), "contradiction", [call.evidence()])


def check_sources(rule: Rule, material: Material) -> Examined:
    """Sources that give one vote different tallies; where the rules of voting and of membership leave only one of them
    standing, the others are misprints (Charter, Articles 23 and 27).
    """
    groups = [group for group in by_text(rivals(material)).values() if len({c.publication for c in group}) > 1]
    found = (_differing(rule, material, part) for group in groups for part in _same_year(group))
    return Examined(len(groups), tuple(f for f in found if f))


def _same_year(group: Sequence[Call]) -> Iterator[list[Call]]:
    """The rows with a tally, those of one year together: a number that two years share is another rule's affair."""
    counted = [call for call in group if call.tally and call.date]
    for year in sorted({call.date.year for call in counted if call.date}):
        yield [call for call in counted if call.date and call.date.year == year]


def _differing(rule: Rule, material: Material, group: Sequence[Call]) -> Finding | None:
    tallies: dict[Tally, list[Call]] = {}
    for call in group:
        if call.tally:
            tallies.setdefault(call.tally, []).append(call)
    if len(tallies) < 2 or not _disjoint(group):
        return None
    first = min(group, key=lambda c: (c.source.rank, c.series == "package"))
    standing = {counts for counts, rows in tallies.items() if not all(impossible(material, c) for c in rows)}
    clauses = {(call.teller.en, call.tally): _gives_only(call) for call in group}
    reasons = _reasons(material, [rows[0] for counts, rows in tallies.items() if counts not in standing])
    said = joined(say(HOME, "tallies-differ", name=called(first), told=listed(clauses.values())), reasons)
    severity: Severity = "misprint" if len(standing) == 1 else "disagreement"
    return rule.finding(first.name, first.date, said, severity, [call.evidence() for call in group])


def _disjoint(group: Sequence[Call]) -> bool:
    """Whether two sources have no tally in common: a draft can be voted on in parts, so that one source has several."""
    told: dict[str, set[Tally]] = {}
    for call in group:
        if call.tally:
            told.setdefault(call.publication, set()).add(call.tally)
    return any(one.isdisjoint(two) for one, two in combinations(told.values(), 2))


def _gives_only(call: Call) -> Pair:
    key = "gives-votes-only" if call.printed is None else "gives-tally-only"
    return say(HOME, key, teller=call.teller, tally=figures(call.tally or (0, 0, 0)))


def _reasons(material: Material, rows: Sequence[Call]) -> Pair | None:
    """Why the rules leave a tally out, for each that they do."""
    reasons = [_reason(material, call) for call in rows]
    return capital(joined(*reasons)) if reasons else None


def _reason(material: Material, call: Call) -> Pair:
    counts = figures(call.tally or (0, 0, 0))
    if found := strangers(material, call):
        return say(HOME, "reason-strangers", tally=counts, states=the(found[:3]), count=len(found))
    if found := doubled(call):
        return say(HOME, "reason-doubled", tally=counts, states=the(found))
    return say(HOME, "reason-rules", tally=counts)

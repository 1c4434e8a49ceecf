"""Claims on the Human Rights Council: its size, its members, its resolutions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mahdar.checking import policy
from mahdar.checking.adopted import resolution_claim
from mahdar.checking.concern import on_subject
from mahdar.checking.decisions import decided
from mahdar.checking.found import make
from mahdar.checking.protocol import Case, Found
from mahdar.checking.scene import Scene
from mahdar.checking.sizes import sizes
from mahdar.checking.tally import told
from mahdar.checking.wording import Pair, state
from mahdar.mechanisms.rights_council import rules
from mahdar.mechanisms.rights_council.members import find_members
from mahdar.mechanisms.rights_council.outcomes import find_outcomes, score
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import HrcDecision

_BODY = "rights_council"
_TABLE = "hrc_decisions"


def find(scene: Scene) -> Iterator[Found]:
    """What the text says of the Council's size, its members and its resolutions."""
    for size in sizes(scene):
        if size.body == _BODY:
            yield make(scene, "rights_council.size", size.i, size.j, {"members": size.members}, tense="present")
    yield from find_members(scene)
    told = [mention for mention in decided(scene) if mention.body == _BODY and not mention.negated]
    for mention in told:
        claim = resolution_claim(scene, "rights_council.resolution", mention)
        named = mention.topic is not None and not mention.topic.weak
        counted = replace(claim, theme=score(scene, mention.i) if mention.verb is not None else "")
        yield replace(counted, weak=claim.weak - {"topic"}) if named else counted
    for found in find_outcomes(scene, told):
        yield replace(found, theme=score(scene, found.i))


def check_size(case: Case, record: Record) -> Verdict:
    """The Council has 47 members since it was founded."""
    why = Pair(
        "The Human Rights Council has 47 members (A/RES/60/251).", "يتألف مجلس حقوق الإنسان من 47 عضوا (A/RES/60/251)."
    )
    right = case.number("members") == rules.SIZE
    return policy.supported(why, [rules.FOUNDING]) if right else policy.refuted(why, [rules.FOUNDING])


def check_resolution(case: Case, record: Record) -> Verdict:
    """A resolution by its symbol, or one on the state within the time."""
    symbol, about = case.text("symbol"), case.text("topic")
    if symbol:
        row = record.hrc_decision(symbol)
        rows = policy.known(case, [row] if row else [])
        return _by_symbol(case, rows[0]) if rows else policy.silent(case, _TABLE)
    if not about:
        return policy.silent(case, _TABLE)
    found = policy.known(case, record.hrc_decisions(about, policy.until(case)))
    rows = [row for row in found if _adopted(row) is not case.negated]
    if rows and not policy.can_be_count(case, len(rows)):
        return policy.unknown(_told(rows[-1]), rows[-1:])
    if rows:
        return _with_tally(case, rows)
    return _left_open(case, found) if case.negated else _none_on(case, record, about)


def _left_open(case: Case, rows: Sequence[HrcDecision]) -> Verdict:
    """A draft said to be voted down of which the record has none: drafts are not all on record."""
    return policy.unknown(_told(rows[-1]), rows[-1:]) if rows else policy.silent(case, _TABLE)


def _with_tally(case: Case, rows: Sequence[HrcDecision]) -> Verdict:
    """The rows of that subject and time bear the decision out; a tally that none of them has is the part that does
    not hold.
    """
    fitting = [row for row in rows if _fits(case.found.theme, row)]
    if fitting:  # what a row has as not adopted contradicts the adoption that is denied
        decide = policy.refuted if case.negated else policy.supported
        return decide(_told(fitting[-1]), [fitting[-1]])
    alone = len(rows) == 1 and rows[0].firm and policy.day_level(case.at) and case.firm("at") and case.firm("topic")
    return (policy.conflicting if alone else policy.unknown)(_told(rows[-1]), [rows[-1]])


def _fits(told: str, row: HrcDecision) -> bool:
    """Whether a tally as told ("25-6-16", unknown parts empty) can be that of a row; "rejected by 21 votes to 18" puts
    those against first.
    """
    said = [int(n) if n else None for n in told.split("-")] if told else []
    counts = [row.yes, row.no, row.abstain]
    turned = [row.no, row.yes, row.abstain] if not _adopted(row) else counts
    return any(
        all(n is None or got is None or n == got for n, got in zip(said, side, strict=False))
        for side in (counts, turned)
    )


def _by_symbol(case: Case, row: HrcDecision) -> Verdict:
    """The row under that symbol: another day contradicts what the text dates; another subject leaves it open."""
    if not _adopted(row):
        return policy.refuted(_told(row), [row])
    about = case.text("topic")
    other = case.firm("topic") and not on_subject(about, row.title, row.topic_states, row.maybe_states)
    if case.at is not None and row.when is not None and not policy.wider(case.at).overlaps(row.when):
        firm = case.firm("at") and case.at.days() is not None
        return policy.refuted(_told(row), [row]) if firm else policy.unknown(_told(row), [row])
    return policy.unknown(_told(row), [row]) if other else policy.supported(_told(row), [row])


def _none_on(case: Case, record: Record, about: str) -> Verdict:
    """None on that state in the time: decisive where the table is complete for the state and every row has its day."""
    coverage = policy.complete(case, record, _TABLE, about, case.at) if case.at else None
    rows = [row for row in record.hrc_decisions(about) if _adopted(row)]
    whole = coverage is not None and coverage.part == about and all(row.when is not None for row in rows)
    if coverage is None or not whole or not (case.firm("topic") and case.firm("at")):
        return policy.silent(case, _TABLE)
    name, when = state(about), policy.during(case.at)
    why = Pair(
        f"The record has no resolution of the Human Rights Council on {name.en} {when.en}.",
        f"لا يتضمن السجل قرارا لمجلس حقوق الإنسان بشأن {name.ar} {when.ar}.",
    )
    return policy.absent(why, coverage, rows[-1:])


def _adopted(row: HrcDecision) -> bool:
    return row.outcome == "adopted"


def _told(row: HrcDecision) -> Pair:
    return told(row, f"{row.symbol} ({row.title})", row.when)

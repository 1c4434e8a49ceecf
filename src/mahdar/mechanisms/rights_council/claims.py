"""Claims on the Human Rights Council: its size, its members, its resolutions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mahdar.checking import policy
from mahdar.checking.adopted import resolution_claim
from mahdar.checking.decisions import decided
from mahdar.checking.found import make
from mahdar.checking.protocol import Case, Found
from mahdar.checking.scene import Scene
from mahdar.checking.sizes import sizes
from mahdar.checking.tally import told
from mahdar.checking.wording import Pair, state
from mahdar.mechanisms.rights_council import rules
from mahdar.mechanisms.rights_council.members import find_members
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
    for mention in decided(scene):
        if mention.body == _BODY and not mention.negated:
            claim = resolution_claim(scene, "rights_council.resolution", mention)
            named = mention.topic is not None and not mention.topic.weak
            yield replace(claim, weak=claim.weak - {"topic"}) if named else claim


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
    rows = [row for row in policy.known(case, record.hrc_decisions(about, policy.until(case))) if _adopted(row)]
    if rows:
        return policy.supported(_told(rows[-1]), [rows[-1]])
    return _none_on(case, record, about)


def _by_symbol(case: Case, row: HrcDecision) -> Verdict:
    """The row under that symbol: another day contradicts what the text dates; another subject leaves it open."""
    if not _adopted(row):
        return policy.refuted(_told(row), [row])
    about = case.text("topic")
    other = about is not None and len(about) == 3 and bool(row.topic_states) and not row.may_concern(about)
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

"""Claims on resolutions and votes of the General Assembly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mahdar.checking import policy
from mahdar.checking.adopted import resolution_claim, vote_claim
from mahdar.checking.decisions import decided
from mahdar.checking.protocol import Case, Found
from mahdar.checking.scene import Scene
from mahdar.checking.tally import match, told
from mahdar.checking.votes import ballots
from mahdar.checking.wording import Pair, day, tally
from mahdar.edtf import Interval
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import AssemblyDecision

_TABLE = "assembly_decisions"


def find(scene: Scene) -> Iterator[Found]:
    """Resolutions of the Assembly that the text mentions, and votes in it."""
    for mention in decided(scene):
        if mention.body == "assembly" and not mention.negated:
            yield resolution_claim(scene, "assembly.resolution", mention)
    for ballot in ballots(scene):
        if ballot.body == "assembly":
            yield vote_claim(scene, "assembly.vote", ballot)


def check_resolution(case: Case, record: Record) -> Verdict:
    """A resolution by its symbol, or one on a subject within a time. The table is a selection: absence proves
    nothing.
    """
    rows = [row for row in _rows(case, record) if row.outcome == "adopted"]
    if not rows:
        return policy.silent(case, _TABLE)
    row = rows[-1]
    off = (
        case.at is not None and case.firm("at") and case.text("symbol") and not policy.wider(case.at).overlaps(row.when)
    )
    said = told(row, f"{row.symbol} ({row.title})", row.when)
    if off and case.at is not None:
        return policy.refuted(
            Pair(f"{said.en} That is not {day(case.at).en}.", f"{said.ar} وليس ذلك في {day(case.at).ar}."), [row]
        )
    return policy.supported(said, [row])


def _rows(case: Case, record: Record) -> list[AssemblyDecision]:
    symbol = case.text("symbol")
    if symbol:
        row = record.assembly_decision(symbol)
        return policy.known(case, [row] if row else [])
    if case.text("topic") is None and case.at is None:
        return []
    at = policy.until(case)
    rows = policy.known(case, record.assembly(case.text("topic"), at))
    return sorted(rows, key=lambda row: row.when.first or date.min)


def check_vote(case: Case, record: Record) -> Verdict:
    """A vote by its symbol, or one on the topic at the time with that tally; a lone vote of that day with another
    refutes.
    """
    rows = _rows(case, record) if case.text("symbol") or case.at is not None else []
    if not rows:
        return policy.silent(case, _TABLE)
    matched = [(row, match(case, row)) for row in rows]
    whole = [row for row, m in matched if m.whole]
    if whole:
        return _whole(record, whole[-1], case)
    row, best = min(matched, key=lambda pair: (len(pair[1].wrong), -len(pair[1].right)))
    said = told(row, row.symbol, row.when, tuple(case.pairs("states")))
    if not best.wrong or not case.text("symbol"):
        return policy.unknown(said, [row])
    rivals = [other for other in record.rivals(row) if isinstance(other, AssemblyDecision) and match(case, other).whole]
    if rivals or best.right:
        return policy.conflicting(said, [row, *rivals])
    return policy.refuted(said, [row])


def _whole(record: Record, row: AssemblyDecision, case: Case) -> Verdict:
    said = told(row, row.symbol, row.when, tuple(case.pairs("states")))
    apart = [other for other in record.rivals(row) if match(case, other).wrong]
    if not apart:
        return policy.supported(said, [row])
    rival = tally(apart[0].tally)
    why = Pair(f"{said.en} Another official source has {rival.en}.", f"{said.ar} ويذكر مصدر رسمي آخر: {rival.ar}.")
    return policy.conflicting(why, [row, apart[0]])


def vote_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days of votes on the topic with this whole tally; a vote without counts dates nothing."""
    if "yes" not in found.args or "topic" in found.weak:
        return []
    case = Case(found, found.args, None, None)
    topic = found.args.get("topic")
    rows = record.assembly(str(topic)) if topic else ()
    return [row.when for row in rows if match(case, row).whole]

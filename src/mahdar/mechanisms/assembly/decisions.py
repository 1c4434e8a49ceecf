"""Claims on resolutions and votes of the General Assembly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mahdar.checking import policy
from mahdar.checking.adopted import resolution_claim, vote_claim
from mahdar.checking.carried import carried
from mahdar.checking.concern import OPEN, on_subject
from mahdar.checking.decisions import decided
from mahdar.checking.protocol import CHOICES, Case, Found
from mahdar.checking.scene import Scene
from mahdar.checking.tally import Match, match, told
from mahdar.checking.topics import near
from mahdar.checking.votes import ballots
from mahdar.checking.wording import Pair, states, tally
from mahdar.edtf import Interval
from mahdar.mechanisms.assembly import deeds
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import AssemblyDecision

_TABLE = "assembly_decisions"
_MEMBERSHIP = "rights of membership"  # in the titles of resolutions that suspend them
_CORRECTED = 2  # votes that members correct for the record after a roll call
_FEWEST = 2  # states, or counts, that together tell one vote from another


def find(scene: Scene) -> Iterator[Found]:
    """Resolutions of the Assembly that the text mentions, and votes in it."""
    told = [mention for mention in decided(scene) if mention.body == "assembly"]
    for mention in told:
        if not mention.negated:
            yield resolution_claim(scene, "assembly.resolution", mention)
    sentences = {scene.passage.sentence_of(mention.i) for mention in told}
    outcomes = list(carried(scene, "assembly", "assembly.resolution", sentences))
    yield from outcomes
    yield from deeds.find(scene, sentences | {scene.passage.sentence_of(found.i) for found in outcomes})
    for ballot in ballots(scene):
        if ballot.body == "assembly":
            yield vote_claim(scene, "assembly.vote", ballot)


def check_resolution(case: Case, record: Record) -> Verdict:
    """A resolution by its symbol, or one on a subject within a time. The table is a selection: absence proves
    nothing.
    """
    rows = [row for row in _rows(case, record) if row.outcome == "adopted"]
    if case.found.theme == deeds.CUT:
        rows = [row for row in rows if _MEMBERSHIP in row.title.lower()]
    if not rows:
        return policy.silent(case, _TABLE)
    row = rows[-1]
    said = told(row, f"{row.symbol} ({row.title})".strip(), row.when)
    if not policy.can_be_count(case, len(rows)):
        return policy.unknown(said, [row])
    if case.text("symbol") is None:
        return policy.supported(said, [row])
    in_time = case.at is None or policy.wider(case.at).overlaps(row.when)
    on_topic = _on_topic(row, case.text("topic"))
    if in_time and (on_topic or (on_topic is None and not case.firm("topic"))):
        return policy.supported(said, [row])
    if not in_time and case.at is not None and case.firm("at"):
        on = policy.during(case.at)
        why = Pair(f"{said.en} That was not {on.en}.", f"{said.ar} ولم يكن ذلك {on.ar}.")
        return policy.refuted(why, [row])
    if on_topic is None or not in_time or not case.firm("topic"):
        return policy.unknown(said, [row])
    concerned = states(row.topic_states)
    listed = Pair(f" The record lists it under {concerned.en}.", f" وهو مدرج في السجل تحت: {concerned.ar}.")
    return policy.conflicting(Pair(said.en + listed.en, said.ar + listed.ar), [row])


def _on_topic(row: AssemblyDecision, about: str | None) -> bool | None:
    """Whether the row bears the topic out; None where its title leaves it open."""
    if about is not None and about in row.topic:
        return True
    return on_subject(about, row.title, row.topic_states, row.maybe_states)


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
    same = [] if case.text("symbol") or any(match(case, row).whole for row in rows) else _same_tally(case, record)
    rows = rows + same + (_same_states(case, record) if not any(match(case, row).whole for row in rows + same) else [])
    if not rows:
        return policy.silent(case, _TABLE)
    matched = [(row, match(case, row)) for row in rows]
    whole = [row for row, m in matched if m.whole]
    if whole:
        named = [row for row in whole if not case.firm("topic") or _on_topic(row, case.text("topic"))]
        if (apart := _other_day(case, whole[-1])) is not None:
            return apart
        return _whole(record, named[-1], case) if named else _left_open(case, whole[-1])
    row, best = min(matched, key=lambda pair: (len(pair[1].wrong), -len(pair[1].right)))
    said = told(row, row.symbol, row.when, tuple(case.pairs("states")))
    if _recounted(case, row, best):
        return policy.unknown(said, [row])
    if not case.text("symbol") and best.right and best.wrong and _emergency(case, matched):
        return policy.conflicting(said, [row])
    if not best.wrong or not case.text("symbol") or not case.firm("symbol"):
        return policy.unknown(said, [row])
    rivals = [other for other in record.rivals(row) if match(case, other).whole]
    if rivals:
        return _disagree(said, row, rivals[0])
    return policy.conflicting(said, [row]) if best.right else policy.refuted(said, [row])


def _other_day(case: Case, row: AssemblyDecision) -> Verdict | None:
    """The vote on a resolution by its symbol, told of a day on which it was not; None where it was then."""
    if case.text("symbol") is None or case.at is None or policy.wider(case.at).overlaps(row.when):
        return None
    said, on = told(row, row.symbol, row.when, tuple(case.pairs("states"))), policy.during(case.at)
    why = Pair(f"{said.en} That was not {on.en}.", f"{said.ar} ولم يكن ذلك {on.ar}.")
    counted = sum(choice in case.args for choice in CHOICES) >= _FEWEST  # else the time may be of another vote
    firm = counted and case.firm("at") and case.firm("symbol") and not case.found.assumed
    return (policy.conflicting if firm else policy.unknown)(why, [row])


def _recounted(case: Case, row: AssemblyDecision, best: Match) -> bool:
    """Whether only a tally recounted from the votes by member contradicts, and by no more than a recount may differ."""
    if row.counted == "official" or not {*best.wrong} <= {*CHOICES}:
        return False
    got = {"yes": row.yes, "no": row.no, "abstain": row.abstain}
    return all(abs((case.number(choice) or 0) - (got[choice] or 0)) <= _CORRECTED for choice in best.wrong)


def _left_open(case: Case, row: AssemblyDecision) -> Verdict:
    """A vote with that very tally, though the record does not show that it was on the topic that the text names."""
    said = told(row, row.symbol, row.when, tuple(case.pairs("states")))
    return policy.unknown(Pair(said.en + OPEN.en, said.ar + OPEN.ar), [row])


def _same_tally(case: Case, record: Record) -> list[AssemblyDecision]:
    """The votes that had all three counts as told: on the day if it is given, whatever the record files them under;
    else on the topic, before the report came out.
    """
    if not all(choice in case.args for choice in CHOICES):
        return []
    about = case.text("topic")
    if case.at is None and about is None:
        return []
    at = policy.wider(case.at) if case.at is not None else policy.until(case)
    codes = {about, near(about)} if case.at is None else {None}
    found = policy.known(case, [row for code in codes for row in record.assembly(code, at)])
    rows = [row for row in found if match(case, row).whole]
    return sorted(rows, key=lambda row: row.when.first or date.min)


def _same_states(case: Case, record: Record) -> list[AssemblyDecision]:
    """The votes of the day in which all the states named voted as told, where the text does not say on what."""
    if (
        case.firm("topic")
        or case.text("symbol")
        or len(case.pairs("states")) < _FEWEST
        or not policy.day_level(case.at)
    ):
        return []
    at = case.at
    rows = policy.known(case, record.assembly(None, policy.wider(at))) if at is not None else []
    return [row for row in rows if match(case, row).whole]


def _emergency(case: Case, matched: list[tuple[AssemblyDecision, Match]]) -> bool:
    """Whether the only vote of a day is that of an emergency special session, whose resolutions the record has all:
    then a tally right in part is that vote's.
    """
    lone = len(matched) == 1 and matched[0][0].symbol.startswith("A/RES/ES-")
    return lone and policy.day_level(case.at) and case.firm("at") and case.firm("topic") and not case.found.assumed


def _whole(record: Record, row: AssemblyDecision, case: Case) -> Verdict:
    said = told(row, row.symbol, row.when, tuple(case.pairs("states")))
    apart = [other for other in record.rivals(row) if match(case, other).wrong]
    if not apart:
        return policy.supported(said, [row])
    return _disagree(said, row, apart[0])


def _disagree(said: Pair, row: AssemblyDecision, rival: AssemblyDecision) -> Verdict:
    """Official sources differ on the tally, whichever of them the claim follows."""
    other, source = tally(rival.tally), rival.source.name
    why = Pair(
        f"{said.en} Another source ({source}) has {other.en}.", f"{said.ar} وفي مصدر آخر ({source}): {other.ar}."
    )
    return policy.conflicting(why, [row, rival])


def vote_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days of votes on the topic with this whole tally; a vote without counts dates nothing."""
    if "yes" not in found.args or "topic" in found.weak:
        return []
    case = Case(found, found.args, None, None)
    topic = found.args.get("topic")
    rows = record.assembly(str(topic)) if topic else ()
    return [row.when for row in rows if match(case, row).whole]

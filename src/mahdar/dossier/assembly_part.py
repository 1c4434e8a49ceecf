"""What the record has on a state in the General Assembly: decisions on it, and how it voted over the years."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from mahdar.dossier.official import AssemblyYear, Decided
from mahdar.dossier.shapes import Origin, moment
from mahdar.mechanisms.council.rules import PERMANENT
from mahdar.record.access import Record
from mahdar.record.rows import AssemblyDecision, as_dict

_SAID = frozenset({"yes", "no", "abstain"})
_FORMER = {"RUS": "SUN"}  # whose seat a permanent member took over


def decisions(state: str, record: Record) -> list[Decided]:
    """Resolutions that concern the state, and approvals in committee."""
    return [_decided(row, state) for row in record.assembly(state)]


def _decided(row: AssemblyDecision, state: str) -> Decided:
    votes = as_dict(row.votes)
    return Decided(
        body="assembly",
        symbol=row.symbol,
        title=row.title,
        when=moment(row.when),
        outcome=row.outcome,
        mode=row.mode,
        yes=row.yes,
        no=row.no,
        abstain=row.abstain,
        vetoed_by=(),
        own=votes.get(state),
        about=True,
        votes=votes,
        origin=Origin.of(row),
    )


def years(state: str, record: Record) -> list[AssemblyYear]:
    """The state's recorded votes by year, and how often it voted as each permanent member did."""
    ways: dict[int, Counter[str]] = defaultdict(Counter)
    alike: dict[int, Counter[tuple[str, bool]]] = defaultdict(Counter)
    for call in record.roll_calls():
        own = call.votes.get(state)
        if own is None or call.when.first is None:
            continue
        year = call.when.first.year
        ways[year][own] += 1
        alike[year].update(_beside(state, own, call.votes))
    return [_year(year, ways[year], alike[year]) for year in sorted(ways)]


def _beside(state: str, own: str, votes: Mapping[str, str]) -> list[tuple[str, bool]]:
    """For each permanent member that voted too: whether it voted alike."""
    if own not in _SAID:
        return []
    theirs = ((member, votes.get(member) or votes.get(_FORMER.get(member, ""))) for member in sorted(PERMANENT))
    return [(member, way == own) for member, way in theirs if way in _SAID and member != state]


def _year(year: int, ways: Counter[str], alike: Counter[tuple[str, bool]]) -> AssemblyYear:
    members = sorted({member for member, _ in alike})
    beside = {member: (alike[member, True], alike[member, True] + alike[member, False]) for member in members}
    return AssemblyYear(year, ways["yes"], ways["no"], ways["abstain"], ways["absent"], beside)

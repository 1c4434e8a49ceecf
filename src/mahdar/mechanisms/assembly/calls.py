"""The votes of the General Assembly that the audit looks at, and who was a member when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mahdar.checking.audit.calls import Call, Tally, told_calls
from mahdar.checking.audit.material import Material, of_row
from mahdar.record.membership import Span, spans
from mahdar.record.rows import AssemblyDecision

BODY = "assembly"
_DAY = timedelta(1)


@dataclass(frozen=True)
class Members:
    """Who was a member when, and how many there were."""

    spans: Sequence[Span]

    def count(self, on: date) -> int:
        """How many members there were on a day."""
        return bisect_right(self._joined, on) - bisect_right(self._left, on - _DAY)

    @property
    def _joined(self) -> list[date]:
        return sorted(first for _, first, _ in self.spans)

    @property
    def _left(self) -> list[date]:
        return sorted(last for _, _, last in self.spans)


def members(material: Material) -> Members:
    """Who was a member when, as the record tells it."""
    states = material.states("un_members")
    events = [event for state in states for event in material.record.member_events(state)]
    return Members(spans((e.state, e.event, e.when.first) for e in events if e.when.first))


def _sizes(material: Material) -> dict[date, int]:
    return {}


def size(material: Material, on: date) -> int:
    """How many members there were on a day, counted once."""
    known = material.once(_sizes)
    if on not in known:
        known[on] = material.once(members).count(on)
    return known[on]


def told(material: Material) -> list[Call]:
    """The Assembly's votes of loaded publications, the printed tallies alone."""
    return material.once(_told)


def _told(material: Material) -> list[Call]:
    return told_calls(material, BODY, votes=False)


def counted(material: Material) -> dict[tuple[str, str], Tally]:
    """(source, call) -> the tally that its votes by member add up to."""
    return material.once(_counted)


def _counted(material: Material) -> dict[tuple[str, str], Tally]:
    query = (
        "SELECT v.source, v.call, count(*) FILTER (vote = 'yes'), count(*) FILTER (vote = 'no'), "
        f"count(*) FILTER (vote = 'abstain') FROM {votes(material)} "
        "GROUP BY v.source, v.series, v.call"
    )
    found: dict[tuple[str, str], Tally] = {}
    for source, call, *counts in material.query(query):
        tally: Tally = (counts[0], counts[1], counts[2])
        found[source, call] = max(tally, found.get((source, call), (0, 0, 0)), key=sum)
    return found


def recounted(material: Material, call: Call) -> Tally | None:
    """The tally by the votes listed, `None` where the source lists only those of a few states."""
    tally = counted(material).get((call.source.key, call.call))
    whole = tally and (call.printed is None or 2 * sum(tally) >= sum(call.printed))
    return tally if whole else None


def package(material: Material) -> list[Call]:
    """The Assembly's own decisions in the package, those of sources that are loaded left out."""
    return material.once(_of_package)


def _of_package(material: Material) -> list[Call]:
    loaded = {call.source.key for call in told(material)}
    record = material.record
    rows = [row for own in record.assembly() for row in (own, *record.rivals(own))]
    kept = [row for row in material.public(rows) if row.source.key not in loaded and "committee" not in row.outcome]
    return [_call(row) for row in dict.fromkeys(kept)]


def _call(row: AssemblyDecision) -> Call:
    symbol, outcome, mode = row.symbol, row.outcome, row.mode
    where = of_row(row)
    preferred = row.standing == "preferred"
    return Call(
        row.source, where, "package", symbol, symbol, "", row.date, "", row.title, outcome, mode, row.tally,
        until=row.when.last, preferred=preferred, packaged=True,
    )  # fmt: skip


def votes(material: Material) -> str:
    """The votes `v` of the Assembly's calls."""
    calls = f"{material.live('calls')} c ON c.series = v.series AND c.call = v.call AND c.body = '{BODY}'"
    return f"{material.live('votes')} v SEMI JOIN {calls}"

"""The General Assembly in the record: its decisions, and every recorded vote with who voted how."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property

from mahdar.edtf import Interval
from mahdar.record.cells import Cells, Reader, interval, listed_votes, pick, texts, topics
from mahdar.record.membership import throughout
from mahdar.record.rows import AssemblyDecision, LazyVotes, RollCall
from mahdar.record.search import about_during, grouped
from mahdar.record.symbols import normal
from mahdar.record.timeline import Timeline

Expand = Callable[[Cells], Mapping[str, str]]

_WAYS = ("yes", "no", "abstain", "absent")
_FEW = 8  # symbols; beyond that reading all roll calls is quicker than asking for each


class Assembly:
    """Look-ups in the tables of the General Assembly."""

    _reader: Reader

    def assembly_decision(self, symbol: str) -> AssemblyDecision | None:
        return self._assembly_by_symbol.get(normal(symbol))

    def assembly(
        self, topic: str | None = None, when: Interval | None = None, *, certain: bool = True
    ) -> tuple[AssemblyDecision, ...]:
        """Decisions of the Assembly and approvals in committee (see `outcome`); `certain` as in `decisions`."""
        return about_during(self._assembly, topic, when, certain)

    def assembly_rivals(self, row: AssemblyDecision) -> tuple[AssemblyDecision, ...]:
        """What other sources say of the same decision, if they differ."""
        return tuple(other for other in self._told_of.get(row.symbol, ()) if other is not row)

    def roll_calls(self, session: int | None = None) -> tuple[RollCall, ...]:
        """Recorded votes of the Assembly, amendments and paragraphs included, of one session or of all."""
        return self._roll_calls if session is None else tuple(c for c in self._roll_calls if c.session == session)

    def roll_call_of(self, symbol: str) -> RollCall | None:
        """The roll call on a resolution as a whole; of several under its symbol the last, as in `assembly_decision`."""
        calls = self._whole_calls_of(normal(symbol))
        return calls[-1] if calls else None

    @cached_property
    def _all_assembly(self) -> tuple[AssemblyDecision, ...]:
        by_roll_call = self._by_roll_call
        return tuple(self._assembly_row(c, by_roll_call) for c in self._reader.cells("assembly_decisions"))

    @cached_property
    def _assembly(self) -> Timeline[AssemblyDecision]:
        return Timeline((d for d in self._all_assembly if d.standing == "preferred"), lambda d: d.when)

    @cached_property
    def _assembly_by_symbol(self) -> dict[str, AssemblyDecision]:
        return {normal(d.symbol): d for d in self._assembly.rows if d.symbol}

    @cached_property
    def _told_of(self) -> dict[str, tuple[AssemblyDecision, ...]]:
        return grouped((d for d in self._all_assembly if d.symbol), lambda d: d.symbol)

    @cached_property
    def _roll_calls(self) -> tuple[RollCall, ...]:
        return tuple(self._roll_call(c) for c in self._reader.cells("assembly_roll_calls"))

    @cached_property
    def _whole_calls(self) -> dict[str, tuple[RollCall, ...]]:
        return grouped((c for c in self._roll_calls if c.symbol and not c.part), lambda c: normal(c.symbol))

    @cached_property
    def _asked(self) -> dict[str, tuple[RollCall, ...]]:
        """The roll calls of the few symbols that were looked up one by one."""
        return {}

    def _whole_calls_of(self, symbol: str) -> tuple[RollCall, ...]:
        """The roll calls on whole texts of one symbol; the whole table is read once several are asked for."""
        if symbol in self._asked:
            return self._asked[symbol]
        if len(self._asked) >= _FEW:
            return self._whole_calls.get(symbol, ())
        cells = self._reader.cells_of("assembly_roll_calls", symbol)
        return self._asked.setdefault(symbol, tuple(self._roll_call(c) for c in cells if not c["part"]))

    def _assembly_row(self, c: Cells, by_roll_call: Expand) -> AssemblyDecision:
        return AssemblyDecision(
            **texts(c, "symbol", "title", "outcome", "mode", "counted", "topic", "standing", "note"),
            when=interval(c["date"]),
            **pick(c, "yes", "no", "abstain"),
            votes=_votes(c, by_roll_call),
            **topics(c),
            **self._reader.origin(c),
        )

    def _by_roll_call(self, c: Cells) -> Mapping[str, str]:
        """The votes of the one roll call on the whole text with that tally; those listed if there is not just one."""
        tally = c["yes"], c["no"], c["abstain"]
        same = [call for call in self._whole_calls_of(normal(c["symbol"])) if call.tally == tally]
        return same[0].votes if len(same) == 1 else listed_votes(c, "no", "abstain")

    def _roll_call(self, c: Cells) -> RollCall:
        when = interval(c["date"])
        return RollCall(
            **pick(c, "call", "session", "yes", "no", "abstain"),
            **texts(c, "symbol", "part"),
            when=when,
            votes=LazyVotes(self._expanded, c, when.first or date.min, when.last or date.max),
            **self._reader.origin(c),
        )

    def _expanded(self, c: Cells, first: date, last: date) -> Mapping[str, str]:
        """Who voted how: the members throughout who are not listed voted yes."""
        sat = dict.fromkeys(sorted(throughout(self._reader.memberships, first, last)), "yes")
        return {**sat, **listed_votes(c, *_WAYS)}


def _votes(c: Cells, by_roll_call: Expand) -> Mapping[str, str]:
    """The votes by member where a roll call may tell them, worked out when first asked for; else those listed."""
    if c["symbol"] and c["yes"] is not None and c["no"] is not None and c["abstain"] is not None:
        return LazyVotes(by_roll_call, c)
    return listed_votes(c, "no", "abstain")

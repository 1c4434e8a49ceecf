"""The General Assembly in the record."""

from __future__ import annotations

from functools import cached_property

from mahdar.edtf import Interval
from mahdar.record.cells import Cells, Reader, interval, listed_votes, pick, texts, topics
from mahdar.record.rows import AssemblyDecision
from mahdar.record.search import about, grouped
from mahdar.record.symbols import normal
from mahdar.record.timeline import Timeline


class Assembly:
    """Look-ups in the tables of the General Assembly."""

    _reader: Reader

    def assembly_decision(self, symbol: str) -> AssemblyDecision | None:
        return self._assembly_by_symbol.get(normal(symbol))

    def assembly(
        self, topic: str | None = None, when: Interval | None = None, *, certain: bool = True
    ) -> tuple[AssemblyDecision, ...]:
        """Decisions of the Assembly and approvals in committee (see `outcome`); `certain` as in `decisions`."""
        return about(self._assembly.during(when), topic, certain)

    def assembly_rivals(self, row: AssemblyDecision) -> tuple[AssemblyDecision, ...]:
        """What other sources say of the same decision, if they differ."""
        return tuple(other for other in self._told_of.get(row.symbol, ()) if other is not row)

    @cached_property
    def _all_assembly(self) -> tuple[AssemblyDecision, ...]:
        return tuple(_decision(c, self._reader) for c in self._reader.cells("assembly_decisions"))

    @cached_property
    def _assembly(self) -> Timeline[AssemblyDecision]:
        return Timeline((d for d in self._all_assembly if d.standing == "preferred"), lambda d: d.when)

    @cached_property
    def _assembly_by_symbol(self) -> dict[str, AssemblyDecision]:
        return {normal(d.symbol): d for d in self._assembly.rows if d.symbol}

    @cached_property
    def _told_of(self) -> dict[str, tuple[AssemblyDecision, ...]]:
        return grouped((d for d in self._all_assembly if d.symbol), lambda d: d.symbol)


def _decision(c: Cells, reader: Reader) -> AssemblyDecision:
    return AssemblyDecision(
        **texts(c, "symbol", "title", "outcome", "mode", "counted", "topic", "standing", "note"),
        when=interval(c["date"]),
        **pick(c, "yes", "no", "abstain"),
        votes=listed_votes(c, "no", "abstain"),
        **topics(c),
        **reader.origin(c),
    )

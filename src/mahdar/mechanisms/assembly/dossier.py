"""What the dossier of a state says of the General Assembly: decisions on it."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.dossier import Dossier, Line, line, sentence, time
from mahdar.checking.wording import tally
from mahdar.record.access import Record

_PACKAGE = "mahdar.mechanisms.assembly"


def lines(state: str, record: Record) -> Iterator[Line]:
    """Resolutions that concern a state, and approvals in committee."""
    for row in record.assembly(state):
        counts = tally(row.tally) if row.tally else sentence(_PACKAGE, f"mode.{row.mode}") if row.mode else None
        what = sentence(_PACKAGE, f"decision.{row.outcome}", symbol=row.symbol, tally=counts, title=row.title)
        yield line(time(row.when), what, row, row.symbol)


DOSSIER = Dossier(lines, ("assembly_decisions",))

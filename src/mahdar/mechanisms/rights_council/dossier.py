"""What the dossier of a state says of the Human Rights Council: its terms, and resolutions on it."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.dossier import Dossier, Line, line, sentence, time
from mahdar.checking.wording import Pair, tally
from mahdar.record.access import Record
from mahdar.record.rows import HrcDecision

_PACKAGE = "mahdar.mechanisms.rights_council"


def lines(state: str, record: Record) -> Iterator[Line]:
    """Terms, those that ended early with the reason, and resolutions that name the state."""
    for term in record.hrc_terms(state):
        yield line(time(term.first, term.last), sentence(_PACKAGE, "term"), term)
        if term.end_reason:
            what = sentence(_PACKAGE, "ended", reason=term.end_reason.replace("_", " "))
            yield line(time(term.last), what, term, since=term.last)
    for row in record.hrc_decisions(state):
        what = sentence(_PACKAGE, f"decision.{row.outcome}", symbol=row.symbol, tally=_tally(row), title=row.title)
        yield line(time(row.when), what, row, row.symbol if "/" in row.symbol else "")


def _tally(row: HrcDecision) -> Pair | None:
    if row.yes is not None and row.no is not None and row.abstain is not None:
        return tally((row.yes, row.no, row.abstain))
    return sentence(_PACKAGE, f"mode.{row.mode}") if row.mode else None


DOSSIER = Dossier(lines, ("hrc_terms", "hrc_decisions"))

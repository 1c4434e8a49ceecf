"""What the dossier of a state says of the Security Council: its seats, its votes, decisions and meetings on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mahdar.checking.dossier import Dossier, Line, line, sentence, time
from mahdar.checking.wording import Pair, called, states, tally
from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import Decision, Term

_PACKAGE = "mahdar.mechanisms.council"


def lines(state: str, record: Record) -> Iterator[Line]:
    """Terms and presidencies, decisions on the state, what it vetoed, voted against and abstained on, its meetings."""
    yield from (_term(term) for term in record.terms(state))
    for month in record.presidencies(state):
        yield line(month.month, sentence(_PACKAGE, "presidency"), month)
    yield from (_decision(row) for row in record.decisions(state))
    yield from _votes(state, record)
    for vote in record.procedural_votes(state):
        what = sentence(
            _PACKAGE,
            "procedural",
            matter=vote.matter,
            outcome=vote.outcome,
            tally=_tally(vote.yes, vote.no, vote.abstain),
        )
        yield line(time(vote.date), what, vote, vote.meeting)
    yield from _arria(state, record)


def _term(term: Term) -> Line:
    last = Interval(term.first, None, "day").edtf() if term.last == date.max else time(term.first, term.last)
    return line(last, sentence(_PACKAGE, f"term.{term.seat}"), term)


def _decision(row: Decision) -> Line:
    """A decision that concerns the state, whoever voted how."""
    key = f"decision.{row.outcome}"
    by = states(row.vetoed_by) if row.vetoed_by else None
    what = sentence(
        _PACKAGE, key, name=called(row.name), tally=_tally(row.yes, row.no, row.abstain), by=by, title=row.title
    )
    return line(time(row.date), what, row, row.name)


def _votes(state: str, record: Record) -> Iterator[Line]:
    """What the state vetoed, voted against without a veto, and abstained on."""
    for row in record.decisions():
        way = "veto" if state in row.vetoed_by else row.votes.get(state)
        if way in ("veto", "no", "abstain"):
            outcome = sentence(_PACKAGE, f"outcome.{row.outcome}")
            what = sentence(_PACKAGE, f"vote.{way}", name=called(row.name), title=row.title, outcome=outcome)
            yield line(time(row.date), what, row, row.name)


def _arria(state: str, record: Record) -> Iterator[Line]:
    for row in record.arria():
        by = states(row.conveners) if row.conveners else None
        ways = ["convened" if state in row.conveners else "", "hosted" if state in row.co_hosts else ""]
        ways.append("on" if row.concerns(state) else "")
        for way in filter(None, ways):
            yield line(time(row.when), sentence(_PACKAGE, f"arria.{way}", title=row.title, by=by), row, row.symbol)


def _tally(yes: int | None, no: int | None, abstain: int | None) -> Pair | None:
    return None if yes is None or no is None or abstain is None else tally((yes, no, abstain))


DOSSIER = Dossier(lines, ("council_terms", "presidencies", "council_decisions", "procedural_votes", "arria_meetings"))

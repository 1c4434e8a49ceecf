"""What the record has on a state in the Security Council: seats, the chair, decisions, votes, Arria meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from mahdar.dossier.official import Arria, Ballots, Decided, Presidency, Seat
from mahdar.dossier.shapes import Origin, moment
from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import Decision, Term, as_dict


def seats(state: str, record: Record) -> Iterator[Seat]:
    """Terms on the Council; a permanent seat that goes on has no last day."""
    for term in record.terms(state):
        yield Seat("council", term.seat, moment(_span(term)), "", Origin.of(term))


def _span(term: Term) -> Interval:
    return Interval(term.first, None if term.last == date.max else term.last, "day")


def presidencies(state: str, record: Record) -> list[Presidency]:
    """The months in which the state presided, in order of time."""
    rows = sorted(record.presidencies(state), key=lambda row: row.month)
    return [Presidency(moment(Interval.parse(row.month)), Origin.of(row)) for row in rows]


def decisions(state: str, record: Record) -> list[Decided]:
    """Decisions that concern the state, whoever voted how."""
    return [decided(row, state) for row in record.decisions(state)]


def decided(row: Decision, state: str) -> Decided:
    """A decision of the Council as a dossier has it."""
    return Decided(
        body="council",
        symbol=row.name,
        title=row.title,
        when=moment(Interval.day(row.date)),
        outcome=row.outcome,
        mode=row.mode,
        yes=row.yes,
        no=row.no,
        abstain=row.abstain,
        vetoed_by=row.vetoed_by,
        own=_own(row, state),
        about=row.concerns(state),
        votes=as_dict(row.votes),
        origin=Origin.of(row),
    )


def _own(row: Decision, state: str) -> str | None:
    return "veto" if state in row.vetoed_by else row.votes.get(state)


def cast(state: str, record: Record) -> tuple[Ballots, dict[str, list[Decided]]]:
    """How often the state voted which way, and the decisions that it vetoed, voted against or abstained on."""
    ways = [(way, row) for row in record.decisions() if (way := _own(row, state))]
    counts = Counter(way for way, _ in ways)
    kept: dict[str, list[Decided]] = {"veto": [], "no": [], "abstain": []}
    for way, row in ways:
        if way in kept:
            kept[way].append(decided(row, state))
    return Ballots(**{way: counts[way] for way in ("yes", "no", "abstain", "absent", "veto")}), kept


def arria(state: str, record: Record) -> Iterator[Arria]:
    """Arria-formula meetings about the state, convened or co-hosted by it; the record's table is a selection."""
    for row in record.arria():
        for part, holds in (
            ("about", row.concerns(state)),
            ("convened", state in row.conveners),
            ("co-hosted", state in row.co_hosts),
        ):
            if holds:
                yield Arria(part, row.title, moment(row.when), row.conveners, Origin.of(row))

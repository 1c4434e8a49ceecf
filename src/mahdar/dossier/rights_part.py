"""What the record has on a state before the human-rights bodies: seats, resolutions, reviews, mandates, treaties."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.wording import Pair
from mahdar.dossier.official import (
    Decided,
    Mandated,
    Recommended,
    Reviewed,
    Seat,
    TreatyStanding,
    TreatyStep,
)
from mahdar.dossier.shapes import Origin, lasting, maybe, moment
from mahdar.edtf import Interval
from mahdar.export.kept import Moment
from mahdar.mechanisms.treaties.rules import status
from mahdar.record.access import Record
from mahdar.record.rows import HrcDecision, Mandate, Recommendations, Review, TreatyAction


def seats(state: str, record: Record) -> Iterator[Seat]:
    """Terms on the Human Rights Council."""
    for term in record.hrc_terms(state):
        when = moment(Interval(term.first, term.last, "day"))
        yield Seat("rights_council", "elected", when, term.end_reason.replace("_", " "), Origin.of(term))


def resolutions(state: str, record: Record) -> list[Decided]:
    """Resolutions of the Human Rights Council that name the state; those without a day stand first."""
    found = [_decided(row) for row in record.hrc_decisions(state)]
    return sorted(found, key=lambda row: _first(row.when))


def _decided(row: HrcDecision) -> Decided:
    return Decided(
        body="rights_council",
        symbol=row.symbol,
        title=row.title,
        when=maybe(row.when),
        outcome=row.outcome,
        mode=row.mode,
        yes=row.yes,
        no=row.no,
        abstain=row.abstain,
        vetoed_by=(),
        own=None,
        about=True,
        votes={},
        origin=Origin.of(row),
    )


def reviews(state: str, record: Record) -> list[Reviewed]:
    """Turns in the Universal Periodic Review, each with the recommendations of its cycle and session."""
    rows = record.recommendations(state)
    return [_reviewed(review, rows) for review in record.reviews(state)]


def _reviewed(review: Review, rows: tuple[Recommendations, ...]) -> Reviewed:
    own = (row for row in rows if (row.cycle, row.session) == (review.cycle, review.session))
    return Reviewed(
        review.cycle,
        review.session,
        moment(review.when),
        review.held,
        review.status.replace("_", " "),
        tuple(map(_recommended, own)) if review.held else (),
        Origin.of(review),
    )


def _recommended(row: Recommendations) -> Recommended:
    counts = (row.received, row.supported, row.partly, row.noted, row.pending)
    return Recommended(row.stage, row.counting, *counts, origin=Origin.of(row))


def treaties(state: str, record: Record) -> list[TreatyStanding]:
    """Every treaty about which the state did something, in order of its first step."""
    steps: dict[str, list[TreatyAction]] = {}
    for row in record.treaty_actions(state):
        steps.setdefault(row.treaty, []).append(row)
    return [_standing(slug, rows, record) for slug, rows in steps.items()]


def _standing(slug: str, rows: list[TreatyAction], record: Record) -> TreatyStanding:
    treaty = record.treaty(slug)
    title = Pair(treaty.title, treaty.title_ar) if treaty else Pair(slug.upper(), slug.upper())
    done = (TreatyStep(row.action, moment(row.when), row.note, Origin.of(row)) for row in rows)
    return TreatyStanding(slug, title, status(rows, slug, None), tuple(done))


def mandates(state: str, record: Record) -> list[Mandated]:
    """Country mandates on the state with their holders, in order of the mandate's beginning."""
    found = [_mandated(row) for row in record.mandates(state)]
    return sorted(found, key=lambda row: (_first(row.when), _first(row.held)))


def _first(when: Moment | None) -> str:
    return (when.first if when else None) or ""


def _mandated(row: Mandate) -> Mandated:
    return Mandated(
        title=row.title,
        kind=row.kind,
        holder=row.holder,
        role=row.role,
        when=lasting(row.first, row.last),
        held=lasting(row.holder_first, row.holder_last) if row.holder else None,
        origin=Origin.of(row),
    )

"""What the dossier of a state says of the Universal Periodic Review: its reviews, and what was recommended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mahdar.checking.dossier import Dossier, Line, line, sentence, time
from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import Recommendations, Review

_PACKAGE = "mahdar.mechanisms.review"


def lines(state: str, record: Record) -> Iterator[Line]:
    """Reviews, those that were not held then included, and the recommendations as each publication counts them."""
    reviews = record.reviews(state)
    for review in reviews:
        about: dict[str, str | int] = {"cycle": review.cycle, "session": review.session}
        about["status"] = review.status.replace("_", " ")
        what = sentence(_PACKAGE, "held" if review.held else "not-held", **about)
        yield line(time(review.when), what, review, review.symbol)
    for row in record.recommendations(state):
        yield _recommended(row, _time_of(row, reviews))


def _recommended(row: Recommendations, after: Interval | None) -> Line:
    """The day on which a state takes its position is not in the record: the line stands behind the review."""
    counts = {name: _count(getattr(row, name)) for name in ("received", "supported", "partly", "noted", "pending")}
    stage = sentence(_PACKAGE, f"stage.{row.stage}")
    what = sentence(_PACKAGE, "recommendations", cycle=row.cycle, stage=stage, **counts)
    return Line("", what, row, "", after.last if after else None, after)


def _time_of(row: Recommendations, reviews: Sequence[Review]) -> Interval | None:
    held = (review.when for review in reviews if review.session == row.session)
    return next(held, None)


def _count(number: int | None) -> str:
    return "" if number is None else str(number)


DOSSIER = Dossier(lines, ("upr_reviews", "upr_recommendations"))

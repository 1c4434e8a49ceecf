"""Human rights in the record: the Human Rights Council, the Universal Periodic Review, country mandates."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from mahdar.edtf import Interval
from mahdar.record.cells import Cells, Reader, interval, pick, span, spans, texts, topics
from mahdar.record.rows import HrcDecision, HrcTerm, Mandate, Recommendations, Review, ReviewSession
from mahdar.record.search import about, grouped
from mahdar.record.symbols import normal
from mahdar.record.timeline import Timeline

_AND = ";"  # between the states of a mandate on two: PSE;ISR


class Rights:
    """Look-ups in the tables of the human-rights bodies."""

    _reader: Reader

    def hrc_members(self, on: date) -> tuple[HrcTerm, ...]:
        """Who sat on the Human Rights Council on a day."""
        return tuple(t for t in self._hrc_terms if t.first <= on <= t.last)

    def hrc_terms(self, state: str) -> tuple[HrcTerm, ...]:
        return tuple(t for t in self._hrc_terms if t.state == state)

    def hrc_decision(self, symbol: str) -> HrcDecision | None:
        return self._hrc_by_symbol.get(normal(symbol))

    def hrc_decisions(self, topic: str | None = None, when: Interval | None = None) -> tuple[HrcDecision, ...]:
        """Without `when` also those whose day was not found."""
        return about(self._hrc_decisions.during(when) if when else self._all_hrc_decisions, topic)

    def reviews(self, state: str) -> tuple[Review, ...]:
        """A state's reviews in order of time, those that were not held then included (`row.held`)."""
        return self._reviews.get(state, ())

    def review_session(self, session: int) -> ReviewSession | None:
        """A session of the Working Group on the Universal Periodic Review by its number."""
        return self._review_sessions.get(session)

    def recommendations(self, state: str, cycle: int | None = None) -> tuple[Recommendations, ...]:
        return tuple(row for row in self._recommendations.get(state, ()) if cycle is None or row.cycle == cycle)

    def mandates(self, state: str, kind: str | None = None) -> tuple[Mandate, ...]:
        return tuple(row for row in self._mandates.get(state, ()) if kind is None or row.kind == kind)

    @cached_property
    def _hrc_terms(self) -> tuple[HrcTerm, ...]:
        return tuple(_term(c, self._reader) for c in self._reader.cells("hrc_terms"))

    @cached_property
    def _all_hrc_decisions(self) -> tuple[HrcDecision, ...]:
        return tuple(_decision(c, self._reader) for c in self._reader.cells("hrc_decisions"))

    @cached_property
    def _hrc_decisions(self) -> Timeline[HrcDecision]:
        return Timeline(self._all_hrc_decisions, lambda d: d.when)

    @cached_property
    def _hrc_by_symbol(self) -> dict[str, HrcDecision]:
        return {normal(d.symbol): d for d in self._all_hrc_decisions}

    @cached_property
    def _reviews(self) -> dict[str, tuple[Review, ...]]:
        rows = Timeline((_review(c, self._reader) for c in self._reader.cells("upr_reviews")), lambda v: v.when).rows
        return grouped(rows, lambda v: v.state)

    @cached_property
    def _review_sessions(self) -> dict[int, ReviewSession]:
        cells, origin = self._reader.cells("upr_sessions"), self._reader.origin
        return {c["session"]: ReviewSession(**pick(c, "session", "cycle", "first", "last"), **origin(c)) for c in cells}

    @cached_property
    def _recommendations(self) -> dict[str, tuple[Recommendations, ...]]:
        rows = (_recommendations(c, self._reader) for c in self._reader.cells("upr_recommendations"))
        return grouped(rows, lambda v: v.state)

    @cached_property
    def _mandates(self) -> dict[str, tuple[Mandate, ...]]:
        rows = [_mandate(c, self._reader) for c in self._reader.cells("country_mandates")]
        codes = dict.fromkeys(code for row in rows for code in row.state.split(_AND))
        return {code: tuple(row for row in rows if code in row.state.split(_AND)) for code in codes}


def _term(c: Cells, reader: Reader) -> HrcTerm:
    return HrcTerm(
        **pick(c, "state", "first", "last"),
        **texts(c, "end_reason"),
        elected_on=span(c["elected"]),
        **reader.origin(c),
    )


def _decision(c: Cells, reader: Reader) -> HrcDecision:
    return HrcDecision(
        **texts(c, "symbol", "title", "outcome", "mode"),
        when=span(c["date"]),
        **pick(c, "yes", "no", "abstain"),
        **topics(c),
        **reader.origin(c),
    )


def _review(c: Cells, reader: Reader) -> Review:
    return Review(
        **pick(c, "state", "cycle", "session"),
        **texts(c, "symbol", "status"),
        when=interval(c["date"]),
        day_known="/" not in c["date"],
        **reader.origin(c),
    )


def _recommendations(c: Cells, reader: Reader) -> Recommendations:
    return Recommendations(
        **pick(c, "state", "cycle", "session", "received", "supported", "partly", "noted", "pending"),
        **texts(c, "stage", "counting"),
        **reader.origin(c),
    )


def _mandate(c: Cells, reader: Reader) -> Mandate:
    return Mandate(
        **texts(c, "title", "state", "kind", "symbol", "holder", "role"),
        **spans(c, "first", "last", "holder_first", "holder_last"),
        **reader.origin(c),
    )

"""Seats on the Human Rights Council: a term of three years."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from mahdar.record.access import Record
from mahdar.record.rows import HrcTerm
from tests.generated.harder.blanks import Drawn, Value
from tests.generated.harder.draws import Draw, two, without
from tests.generated.words import codes


def prepare(record: Record) -> Draw:
    every = [term for code in codes() for term in record.hrc_terms(code)]
    terms = [t for t in every if 2008 <= t.first.year == t.last.year - 2 <= 2022 and t.firm and not t.end_reason]
    whole = [t for t in terms if (t.first.month, t.last.month) == (1, 12) and not _goes_on(t, every)]

    def draw(random: Random) -> Drawn | None:
        term = random.choice(whole)
        beside = [t.state for t in every if t.first == term.first and t.last == term.last and t.state != term.state]
        around = timedelta(800)
        near = {t.state for t in every if t.first <= term.last + around and t.last >= term.first - around}
        away, away2 = two(random, without(near))
        if not beside:
            return None
        years = term.first.year, term.last.year
        blanks: dict[str, Value] = {
            "S": term.state, "O": random.choice(beside), "X": away, "X2": away2,
            "y0": years[0] - 1, "y1": years[0], "ym": years[0] + 1, "y2": years[1], "y3": years[1] + 1,
        }  # fmt: skip
        return Drawn(date(min(years[1] + random.choice((1, 3)), 2026), 3, 4), blanks)

    return draw


def _goes_on(term: HrcTerm, every: list[HrcTerm]) -> bool:
    """Whether the state was elected again at once."""
    return any(t.state == term.state and 0 < (t.first - term.last).days < 40 for t in every)

"""Seats on the Security Council: a term of two years."""

from __future__ import annotations

from datetime import date
from random import Random

from mahdar.record.access import Record
from mahdar.record.rows import Term
from tests.generated.harder.blanks import Drawn, Value
from tests.generated.harder.draws import NEWEST, PERMANENT, Draw, two, without
from tests.generated.words import codes


def prepare(record: Record) -> Draw:
    every = [term for code in codes() for term in record.terms(code) if term.seat == "elected"]
    terms = [t for t in every if t.firm and t.last.year == t.first.year + 1 <= 2025 and t.first.year > 1965]
    never = without({term.state for term in every}, PERMANENT, ("SUN",))

    def draw(random: Random) -> Drawn | None:
        term = random.choice(terms)
        beside = [t.state for t in every if t.first == term.first and t.last == term.last and t.state != term.state]
        near = {t.state for t in every if t.first.year <= term.last.year + 3 and t.last.year >= term.first.year - 4}
        first, last = term.first.year, term.last.year
        away = two(
            random, without({t.state for t in every if t.first <= term.last and t.last >= term.first}, PERMANENT)
        )
        unseen, unseen2 = two(random, never)
        if not beside:
            return None
        blanks: dict[str, Value] = {
            "S": term.state, "O": random.choice(beside), "X": away[0], "X2": away[1], "NV": unseen, "NV2": unseen2,
            "P": random.choice(PERMANENT), "G": random.choice(without(near, PERMANENT)),
            "y0": first - 1, "y1": first, "y2": last, "y3": last + 1, "ym": random.choice((first, last)),
            "age": 2, "M": date(random.choice((first, last)), random.randint(1, 12), 14),
        }  # fmt: skip
        if not _sat(every, term.state, first - 4, first - 2):
            blanks |= {"wy": first - 3, "wy2": first - 2}
        if not _sat(every, term.state, 1946, first - 1):
            blanks["debut"] = first
        published = min(date(last + random.choice((1, 5, 9)), 3, 4), NEWEST)
        again = _sat(every, term.state, last + 1, published.year)
        return None if again else Drawn(published, blanks)

    return draw


def _sat(every: list[Term], state: str, first: int, last: int) -> bool:
    return any(t.state == state and t.first.year <= last and t.last.year >= first for t in every)

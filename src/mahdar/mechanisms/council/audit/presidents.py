"""Presidents of the Council held against rule 18 of its provisional rules of procedure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from mahdar.checking.audit.finding import Examined, Finding, Rule
from mahdar.checking.audit.material import Material, of_row
from mahdar.checking.audit.words import capital, say, the
from mahdar.checking.wording import Pair, day, state_name
from mahdar.edtf import Interval, shift_month
from mahdar.mechanisms.council.audit.accounts import HOME
from mahdar.mechanisms.council.audit.voters import members
from mahdar.mechanisms.council.rules import FIRST_DAY, next_president
from mahdar.record.rows import Presidency
from mahdar.tables import read_rows


def check_presidents(rule: Rule, material: Material) -> Examined:
    """The presidency is held in turn by the members in the English alphabetical order of their names, each for one
    calendar month (provisional rules of procedure of the Council, S/96/Rev.7, rule 18); a president is a member.
    """
    rows = [row for row in _months(material) if material.as_of is None or row.month <= material.as_of.isoformat()[:7]]
    found = [f for row in rows for f in _not_member(rule, material, row)]
    return Examined(len(rows), (*found, *_out_of_turn(rule, material, rows)))


def _months(material: Material) -> list[Presidency]:
    last = material.record.coverage("presidencies").last.year
    months = (f"{year}-{month:02}" for year in range(FIRST_DAY.year, min(last, 2100) + 1) for month in range(1, 13))
    return [row for month in months if (row := material.record.presidency(month))]


def _first(month: str) -> date:
    """The first day of the month on which the Council existed."""
    return max(date.fromisoformat(f"{month}-01"), FIRST_DAY)


def _month(month: str) -> Pair:
    return day(Interval.parse(month))


def _not_member(rule: Rule, material: Material, row: Presidency) -> Iterator[Finding]:
    on = _first(row.month)
    later = date.fromisoformat(f"{row.month}-28")  # a seat can change hands within the month: December 1991
    if row.state not in members(material, on) | members(material, later):
        said = capital(say(HOME, "president-not-member", month=_month(row.month), state=the([row.state])))
        rows = [of_row(row, f"{row.month} {row.state}")]
        yield rule.finding(row.month, row.month, said, "contradiction", rows, [row.state])


def _out_of_turn(rule: Rule, material: Material, rows: Sequence[Presidency]) -> Iterator[Finding]:
    """Each month held against the one before; where that one was out of turn itself, against the one before it."""
    before: Presidency | None = None
    for one, two in pairwise(rows):
        if not _follows(one.month, two.month):
            before = None
            continue
        turns = [_next(material, last, two) for last in (one, before) if last]
        if two.state in turns:
            before = None
            continue
        before = before or one
        yield _finding(rule, one, two, turns[0])


def _finding(rule: Rule, one: Presidency, two: Presidency, expected: str) -> Finding:
    names = {"state": the([two.state]), "last": the([one.state]), "expected": the([expected])}
    said = say(HOME, "president-order", month=_month(two.month), before=_month(one.month), **names)
    rows = [of_row(one, f"{one.month} {one.state}"), of_row(two, f"{two.month} {two.state}")]
    return rule.finding(two.month, two.month, capital(said), "contradiction", rows, [two.state, expected])


def _follows(month: str, later: str) -> bool:
    year, number = map(int, month.split("-"))
    return later == "{}-{:02}".format(*shift_month(year, number, 1))


def _next(material: Material, last: Presidency, row: Presidency) -> str:
    """Whose turn it is after a president: the next among the members of the month. That president may have left the
    Council with the year, but keeps the place from which the order goes on.
    """
    on = _first(row.month)
    names = {code: order_name(code, on) for code in members(material, on)}
    return next_president(last.state, {**names, last.state: order_name(last.state, _first(last.month))})


def order_name(code: str, on: date) -> str:
    """The English name by which a member is put in order on a day, without accents and case."""
    name = next((n for n, first, last in _names().get(code, ()) if first <= on <= last), state_name(code).en)
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()


@cache
def _names() -> dict[str, Sequence[tuple[str, date, date]]]:
    found: dict[str, list[tuple[str, date, date]]] = {}
    for row in read_rows("mahdar.mechanisms.council", "rule_18_names.csv"):
        first, last = (Interval.parse(row[end]) if row[end] else None for end in ("first", "last"))
        span = ((first and first.first) or date.min, (last and last.last) or date.max)
        found.setdefault(row["state"], []).append((row["name"], *span))
    return {code: tuple(names) for code, names in found.items()}

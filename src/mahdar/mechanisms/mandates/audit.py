"""Holders of country mandates held against the limit on their time."""

from __future__ import annotations

from datetime import date, timedelta

from mahdar.checking.audit.finding import Examined, Finding, Rule
from mahdar.checking.audit.material import Material, of_row
from mahdar.checking.audit.words import say, the, title
from mahdar.checking.rulebook import Provision
from mahdar.checking.wording import day
from mahdar.edtf import Interval
from mahdar.mechanisms.mandates.rules import MOST_YEARS_OF_A_HOLDER
from mahdar.record.rows import Mandate

HOME = "mahdar.mechanisms.mandates"
LIMIT = Provision(
    "Institution-building of the Human Rights Council, annex, part II; terms of office of mandate holders",
    "A/HRC/RES/5/1; A/HRC/PRST/8/2",
    "https://docs.un.org/A/HRC/RES/5/1",
)
_SINCE = date(2007, 6, 18)  # A/HRC/RES/5/1
_MOST = timedelta(MOST_YEARS_OF_A_HOLDER * 366)
_PROCEDURES = ("special-rapporteur", "independent-expert")


def check_years(rule: Rule, material: Material) -> Examined:
    """Nobody holds a mandate of a special procedure for more than six years (A/HRC/RES/5/1, annex, paragraph 45;
    A/HRC/PRST/8/2); time before June 2007 does not count here. Holders without a known end are left out.
    """
    rows = [row for state in material.states("country_mandates") for row in material.record.mandates(state)]
    judged = [row for row in material.public(rows) if row.kind in _PROCEDURES and row.holder_first and row.holder_last]
    return Examined(len(judged), tuple(_long(rule, row) for row in judged if _years(row) > _MOST))


def _years(row: Mandate) -> timedelta:
    """The shortest time that the ends allow."""
    first, last = (row.holder_first or Interval(None, None)).last, (row.holder_last or Interval(None, None)).first
    return last - max(first, _SINCE) if first and last else timedelta()


def _long(rule: Rule, row: Mandate) -> Finding:
    said = say(
        HOME,
        "held-long",
        holder=row.holder,
        state=the([row.state]),
        mandate=row.title,
        first=day(row.holder_first),
        last=day(row.holder_last),
        years=MOST_YEARS_OF_A_HOLDER,
    )
    first = row.holder_first.edtf() if row.holder_first else None
    return rule.finding(row.state, first, said, "contradiction", [of_row(row, row.holder)], [row.state])


RULES = (Rule("mandates-years", title(HOME, "mandates-years"), LIMIT, check_years),)

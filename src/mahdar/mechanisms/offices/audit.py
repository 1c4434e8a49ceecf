"""Offices of the United Nations that one person holds at a time, held against the times in office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from mahdar.checking.audit.finding import Examined, Finding, Rule
from mahdar.checking.audit.material import Material, of_row
from mahdar.checking.audit.words import say, title
from mahdar.checking.rulebook import Provision
from mahdar.checking.wording import Pair, day
from mahdar.edtf import Interval
from mahdar.mechanisms.offices.rules import ALONE, named, span
from mahdar.record.rows import Office

HOME = "mahdar.mechanisms.offices"
ARTICLE_97 = Provision("Charter of the United Nations, Article 97", "Charter of the United Nations")


def check_alone(rule: Rule, material: Material) -> Examined:
    """One Secretary-General at a time, one High Commissioner for Human Rights, one President of the General Assembly
    (Charter, Article 97 and Article 21; A/RES/48/141, paragraph 2). Special sessions elect a President of their own.
    """
    rows = [row for office in sorted(ALONE) for row in material.record.offices(office=office)]
    rows = [row for row in rows if not row.session or row.session.isdigit()]
    known = [row for row in rows if row.first and (row.first.first or date.min) <= (material.as_of or date.max)]
    return Examined(len(known), tuple(f for one, two in combinations(known, 2) for f in _together(rule, one, two)))


def _together(rule: Rule, one: Office, two: Office) -> Iterator[Finding]:
    if one.office != two.office or one.person == two.person or not _surely(one, two):
        return
    said = say(
        HOME,
        "held-together",
        office=named(one.office),
        one=Pair(one.name, one.name_ar or one.name),
        two=Pair(two.name, two.name_ar or two.name),
        from_one=day(span(one)),
        from_two=day(span(two)),
    )
    rows = [of_row(row, f"{row.person} {span(row).edtf()}") for row in (one, two)]
    first = two.first.edtf() if two.first else None
    yield rule.finding(one.office, first, said, "contradiction", rows, _states(one, two))


def _surely(one: Office, two: Office) -> bool:
    """Whether the first of the two was in office after the day on which the second took over, however vague their ends
    are; who has no known end is in office since the first day alone.
    """
    former, later = sorted((one, two), key=lambda row: _day(row.first))
    return bool(former.last and later.first and _day(former.last) > (later.first.last or date.max))


def _day(when: Interval | None) -> date:
    return (when.first if when else None) or date.min


def _states(*rows: Office) -> Sequence[str]:
    return [row.state for row in rows if row.state]


RULES = (Rule("offices-alone", title(HOME, "offices-alone"), ARTICLE_97, check_alone),)

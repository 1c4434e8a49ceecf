"""Events of membership of the United Nations held against each other: Articles 3 and 4 of the Charter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mahdar.checking.audit.finding import Examined, Finding, Rule
from mahdar.checking.audit.material import Material, of_row
from mahdar.checking.audit.words import capital, say, the, title
from mahdar.checking.wording import day
from mahdar.mechanisms.membership.rules import ARTICLE_4, FOUNDED
from mahdar.record.membership import JOINS, LEAVES
from mahdar.record.rows import MemberEvent

HOME = "mahdar.mechanisms.membership"


def check_events(rule: Rule, material: Material) -> Examined:
    """A state joins once before it leaves, and leaves only what it has joined; none before the Charter was in force
    (Charter, Articles 3, 4 and 110).
    """
    states = material.states("un_members")
    groups = [material.public(material.record.member_events(state)) for state in states]
    found = [f for group in groups for f in _events(rule, group)]
    return Examined(sum(map(len, groups)), tuple(found))


def _events(rule: Rule, group: Sequence[MemberEvent]) -> Iterator[Finding]:
    joined = False
    for event in group:
        first = event.when.first or date.min
        if event.event in JOINS | LEAVES and first < FOUNDED:
            yield _finding(rule, event, "event-early")
        if event.event in JOINS:
            if joined:
                yield _finding(rule, event, "joined-twice")
            joined = True
        elif event.event in LEAVES:
            if not joined:
                yield _finding(rule, event, "left-outside")
            joined = False


def _finding(rule: Rule, event: MemberEvent, key: str) -> Finding:
    named = event.event.replace("-", " ")
    said = say(HOME, key, state=the([event.state]), on=day(event.when), event=named, founded=day(FOUNDED))
    rows = [of_row(event, f"{event.state} {event.event} {event.when.edtf()}")]
    return rule.finding(event.state, event.when.edtf(), capital(said), "contradiction", rows, [event.state])


RULES = (Rule("membership-events", title(HOME, "membership-events"), ARTICLE_4, check_events),)

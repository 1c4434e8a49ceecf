"""Who voted in the Council held against who sat there: Article 23 of the Charter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from mahdar.checking.audit.calls import Call
from mahdar.checking.audit.finding import Examined, Finding, Rule
from mahdar.checking.audit.material import Material
from mahdar.checking.audit.words import capital, say, the
from mahdar.mechanisms.council.audit.accounts import HOME, by_text, called, calls, rivals, text_key
from mahdar.mechanisms.council.rules import size


def members(material: Material, on: date) -> frozenset[str]:
    """Who sat on the Council on a day."""
    known = material.once(_sittings)
    if on not in known:
        known[on] = frozenset(term.state for term in material.record.council_members(on))
    return known[on]


def _sittings(_: Material) -> dict[date, frozenset[str]]:
    return {}


def strangers(material: Material, call: Call) -> list[str]:
    """The states whose votes a row lists though they did not sit on the Council that day."""
    if not call.votes or call.date is None:
        return []
    sitting = members(material, call.date)
    return sorted({state for state, _ in call.votes if state not in sitting}) if sitting else []


def doubled(call: Call) -> list[str]:
    """The states of which a row lists more than one vote."""
    return sorted(state for state, count in Counter(state for state, _ in call.votes).items() if count > 1)


def silent(material: Material, call: Call) -> list[str]:
    """The members of that day of which a row lists no vote at all."""
    return sorted(members(material, call.date) - {state for state, _ in call.votes}) if call.date else []


def check_voters(rule: Rule, material: Material) -> Examined:
    """Only members of the Council vote, each once (Charter, Article 23, paragraph 1, and Article 27, paragraph 1)."""
    rows = [call for call in calls(material) if call.votes and call.date]
    return Examined(
        sum(len(call.votes) for call in rows), tuple(f for call in rows if (f := _not_seated(rule, material, call)))
    )


def _not_seated(rule: Rule, material: Material, call: Call) -> Finding | None:
    found = strangers(material, call)
    if not found:
        return None
    instead = silent(material, call)
    key = "voters-instead" if instead else "voters-not-seated"
    said = say(HOME, key, teller=call.teller, name=called(call), states=the(found), missing=the(instead))
    return rule.finding(call.name, call.date, capital(said), "contradiction", [call.evidence()], (*found, *instead))


def check_once(rule: Rule, material: Material) -> Examined:
    """Each member has one vote (Charter, Article 27, paragraph 1)."""
    rows = [call for call in calls(material) if call.votes]
    return Examined(len(rows), tuple(_doubled(rule, call) for call in rows if doubled(call)))


def _doubled(rule: Rule, call: Call) -> Finding:
    found = doubled(call)
    said = say(HOME, "voters-twice", teller=call.teller, name=called(call), states=the(found), rows=len(call.votes))
    return rule.finding(call.name, call.date, capital(said), "contradiction", [call.evidence()], found)


def check_missing(rule: Rule, material: Material) -> Examined:
    """Every member sits and has a vote (Charter, Articles 23 and 27). Who has no row took no part, or was left out:
    where another source counts as many votes as the Council has members, nobody stayed away.
    """
    rows = [call for call in calls(material) if call.votes and call.date and not strangers(material, call)]
    texts = by_text(rivals(material))
    short = [call for call in rows if silent(material, call)]
    found = (_missing(rule, material, call, texts.get(text_key(call), [])) for call in short)
    return Examined(len(rows), tuple(f for group in found for f in group))


def _missing(rule: Rule, material: Material, call: Call, group: list[Call]) -> Iterator[Finding]:
    on = call.date or date.min
    full = [
        other
        for other in group
        if other.publication != call.publication
        and other.printed
        and sum(other.printed) == size(on)
        and other.date
        and other.date.year == on.year
    ]
    if not full:
        return
    absent = silent(material, call)
    said = say(
        HOME,
        "voters-left-out",
        teller=call.teller,
        name=called(call),
        states=the(absent),
        other=full[0].teller,
        size=size(on),
    )
    rows = [call.evidence(), *(other.evidence() for other in full)]
    yield rule.finding(call.name, call.date, capital(said), "disagreement", rows, absent)

"""Vetoes as several lists tell them: who cast them, which list has them, and drafts that stand twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from mahdar.checking.audit.calls import Call, figures
from mahdar.checking.audit.finding import Examined, Finding, Rule
from mahdar.checking.audit.material import Material
from mahdar.checking.audit.words import Field, capital, enumerated, joined, listed, say, the
from mahdar.checking.wording import Pair, day
from mahdar.mechanisms.council.audit.accounts import HOME, called, calls, draft_key, rivals, told
from mahdar.mechanisms.council.rules import permanent

Event = tuple[str, int]


def check_casters(rule: Rule, material: Material) -> Examined:
    """Only permanent members can veto (Charter, Article 27, paragraph 3, and Article 23, paragraph 1)."""
    rows = [call for call in calls(material) if call.vetoed_by and call.date]
    return Examined(len(rows), tuple(f for call in rows if (f := _not_permanent(rule, call))))


def _not_permanent(rule: Rule, call: Call) -> Finding | None:
    found = [state for state in call.vetoed_by if call.date and state not in permanent(call.date)]
    if not found:
        return None
    said = say(HOME, "caster-not-permanent", teller=call.teller, name=called(call), states=the(found))
    return rule.finding(call.name, call.date, capital(said), "contradiction", [call.evidence()], found)


def check_lists(rule: Rule, material: Material) -> Examined:
    """A veto is a vote against by a permanent member that defeats a draft (Charter, Article 27, paragraph 3): lists of
    vetoes name the same drafts and the same casters.
    """
    rows = [call for call in rivals(material) if call.outcome == "vetoed" and call.year]
    lists = _lists(rows)
    events = sorted({event for found in lists.values() for event in found}, key=lambda e: (e[1], e[0]))
    reach = _reach(told(material))
    found = [f for event in events for f in _event(rule, event, lists, reach)]
    explained = {(f.about, f.date) for f in found if f.severity == "misprint"}
    counts = [_more_often(rule, groups) for event in events if (groups := _uneven(event, lists))]
    return Examined(len(rows), (*found, *(f for f in counts if (f.about, f.date) not in explained)))


def _uneven(event: Event, lists: Mapping[str, Mapping[Event, list[Call]]]) -> list[list[Call]]:
    """The rows of each list, where they agree on the casters but not on how many texts these vetoed."""
    groups = [found[event] for found in lists.values() if event in found]
    signatures = [_signature(group) for group in groups]
    same = len({frozenset(signature) for signature in signatures}) == 1
    return groups if same and len({tuple(signature.items()) for signature in signatures}) > 1 else []


def _lists(rows: Sequence[Call]) -> dict[str, dict[Event, list[Call]]]:
    """List -> draft and year -> its rows."""
    lists: dict[str, dict[Event, list[Call]]] = defaultdict(lambda: defaultdict(list))
    for call in rows:
        lists[call.publication][draft_key(call), call.year].append(call)
    return lists


@dataclass(frozen=True)
class Reach:
    """The time of which a loaded publication tells: its years, from its first day to its last."""

    years: frozenset[int]
    first: date
    last: date

    def covers(self, rows: Sequence[Call]) -> bool:
        on = min(rows, key=lambda c: c.source.rank).latest
        return on is not None and on.year in self.years and self.first <= on <= self.last


def _reach(rows: Sequence[Call]) -> dict[str, Reach]:
    """Loaded publication -> its reach: the years in which it has a vote, and for a list of vetoes alone all from its
    first to its last. What the package has of a source is no list.
    """
    days: dict[str, list[date]] = defaultdict(list)
    for call in rows:
        if call.latest:
            days[call.publication].append(call.latest)
    others = {call.publication for call in rows if call.outcome != "vetoed"}
    return {name: _span(found, whole=name not in others) for name, found in days.items()}


def _span(days: Sequence[date], *, whole: bool) -> Reach:
    first, last = min(days), max(days)
    years = range(first.year, last.year + 1) if whole else {on.year for on in days}
    return Reach(frozenset(years), first, last)


def _event(
    rule: Rule,
    event: Event,
    lists: Mapping[str, Mapping[Event, list[Call]]],
    reach: Mapping[str, Reach],
) -> Iterator[Finding]:
    having = {name: found[event] for name, found in lists.items() if event in found}
    rows = [call for group in having.values() for call in group]
    lacking = [name for name, time in reach.items() if name in lists and name not in having and time.covers(rows)]
    if lacking and any(_casters(c) for c in rows):
        others = [next(iter(lists[name].values()))[0] for name in lacking]
        yield _in_one_list(rule, rows, others, _elsewhere(rows[0], having, lists))
    if len({frozenset(signature) for signature in map(_signature, having.values())}) > 1:
        yield _otherwise(rule, rows)


def _casters(call: Call) -> tuple[str, ...]:
    """Who cast the veto: as the list names them, else the permanent members who voted against."""
    if call.vetoed_by or call.date is None:
        return tuple(sorted(call.vetoed_by))
    return tuple(sorted(state for state, vote in call.votes if vote == "no" and state in permanent(call.date)))


def _signature(group: Sequence[Call]) -> Mapping[tuple[str, ...], int]:
    """Who vetoed, and in how many rows."""
    return dict(sorted(Counter(_casters(call) for call in group).items()))


def _elsewhere(
    call: Call, having: Mapping[str, list[Call]], lists: Mapping[str, Mapping[Event, list[Call]]]
) -> Call | None:
    """The same veto under another symbol in the lists that lack this one: same day, same casters, one row more."""
    theirs = {e: len(group) for name in having for e, group in lists[name].items()}
    for name, found in lists.items():
        for event, group in found.items() if name not in having else ():
            alike = group[0].date == call.date and _casters(group[0]) == _casters(call)
            if alike and len(group) > theirs.get(event, 0):
                return group[-1]
    return None


def _in_one_list(rule: Rule, rows: Sequence[Call], others: Sequence[Call], meant: Call | None) -> Finding:
    call = rows[0]
    fields = {
        "name": called(call),
        "casters": the(_casters(call)),
        "tellers": _tellers(rows),
        "others": _tellers(others),
    }
    said = say(HOME, "veto-missing", **fields)
    evidence = [c.evidence() for c in rows]
    if meant is None:
        return rule.finding(call.name, call.date, said, "disagreement", evidence, _casters(call))
    said = joined(said, say(HOME, "veto-elsewhere", symbol=meant.name))
    return rule.finding(meant.name, call.date, said, "misprint", [*evidence, meant.evidence()], _casters(call))


def _tellers(rows: Sequence[Call]) -> Pair:
    return enumerated({call.teller.en: call.teller for call in rows}.values())


def _otherwise(rule: Rule, rows: Sequence[Call]) -> Finding:
    clauses = {
        (call.teller.en, _casters(call)): say(HOME, "veto-names", teller=call.teller, casters=the(_casters(call)))
        for call in rows
    }
    said = say(HOME, "veto-casters", name=called(rows[0]), told=listed(clauses.values()))
    named = [state for call in rows for state in _casters(call)]
    return rule.finding(rows[0].name, rows[0].date, said, "disagreement", [c.evidence() for c in rows], named)


def _more_often(rule: Rule, groups: Sequence[Sequence[Call]]) -> Finding:
    """Lists that agree on the casters, but not on how many texts they vetoed at one meeting or in one draft."""
    clauses = [say(HOME, "veto-times", teller=group[0].teller, count=len(group)) for group in groups]
    first = groups[0][0]
    said = say(HOME, "veto-counts", name=called(first), casters=the(_casters(first)), told=listed(clauses))
    evidence = [call.evidence() for group in groups for call in group]
    return rule.finding(first.name, first.date, said, "disagreement", evidence, _casters(first))


def check_drafts(rule: Rule, material: Material) -> Examined:
    """A draft is put to the vote once and is either adopted or not (provisional rules of procedure of the Council,
    chapter VI; Charter, Article 27): one source does not tell both of the same votes, nor give two votes one draft.
    """
    groups: dict[tuple[str, str, int], list[Call]] = defaultdict(list)
    rows = [call for call in told(material) if call.draft and call.date and call.votes]
    for call in rows:
        groups[call.series, call.draft, call.year].append(call)
    found = [f for group in groups.values() for one, two in combinations(group, 2) if (f := _twice(rule, one, two))]
    return Examined(len(rows), tuple(found))


def _twice(rule: Rule, call: Call, other: Call) -> Finding | None:
    same = sorted(call.votes) == sorted(other.votes)
    if same and call.meeting == other.meeting:
        key = "draft-copied" if call.outcome != other.outcome else "draft-twice"
    elif not same and call.date != other.date:
        key = "draft-two-votes"
    else:
        return None  # amendments and parts of a draft are voted on one by one at one meeting
    said = say(HOME, key, **_both(call, other))
    against = [state for state, vote in call.votes if vote == "no" and state in permanent(call.date or date.max)]
    rows = [call.evidence(), other.evidence()]
    return rule.finding(call.draft, call.date, capital(said), "contradiction", rows, against)


def _both(call: Call, other: Call) -> dict[str, Field]:
    return {
        "teller": call.teller,
        "name": call.draft,
        "on": day(call.date),
        "then": day(other.date),
        "first": call.call,
        "second": other.call,
        "tally": figures(call.tally or (0, 0, 0)),
        "counts": figures(other.tally or (0, 0, 0)),
        "outcome": say(HOME, f"as-{call.outcome}"),
        "other": say(HOME, f"as-{other.outcome}"),
    }

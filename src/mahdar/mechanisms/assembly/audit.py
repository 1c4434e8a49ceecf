"""Roll calls of the General Assembly recounted, and held against its membership, its rules and other sources."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from mahdar.checking.audit.calls import Call, Tally, figures
from mahdar.checking.audit.finding import Examined, Finding, Rule
from mahdar.checking.audit.material import Material
from mahdar.checking.audit.words import Field, capital, listed, say, the, title
from mahdar.checking.rulebook import Provision
from mahdar.checking.wording import Pair, day
from mahdar.edtf import Interval
from mahdar.mechanisms.assembly.calls import BODY, members, package, recounted, size, told, votes
from mahdar.mechanisms.assembly.rules import ARTICLE_18, carried, session

HOME = "mahdar.mechanisms.assembly"
MEMBERSHIP = Provision("Charter of the United Nations, Articles 4, 9 and 18", "Charter of the United Nations")
RULES_OF_PROCEDURE = Provision(
    "Rules of procedure of the General Assembly, rules 1, 86 and 87",
    "A/520/Rev.20",
    "https://www.un.org/en/ga/about/ropga/",
)
_SESSION = re.compile(r"A/RES/(\d+)/")
_REGULAR_FROM = 4  # sessions: the first three met in parts and in other months
_OPENING = 9  # the month in which one session closes and the next one opens


def _named(call: Call) -> Pair:
    """A vote in a sentence: its symbol or its number in the source, and when it was taken."""
    name = call.name if call.symbol else f"roll call {call.call}"
    arabic = call.name if call.symbol else f"نداء الأسماء {call.call}"
    on = day(_when(call))
    return Pair(f"{name} ({on.en})", f"{arabic} ({on.ar})")


def _when(call: Call) -> Interval | date | None:
    """The day, or the month where no more is sure."""
    if call.date and call.until and call.until > call.date:
        return Interval.month(call.date.year, call.date.month)
    return call.date or (Interval.month(call.until.year, call.until.month) if call.until else None)


def check_tallies(rule: Rule, material: Material) -> Examined:
    """A tally is the sum of its votes; each member has one (Charter, Article 18, paragraph 1; rules of procedure of
    the General Assembly, rules 82 and 87). A member may correct its vote for the record afterwards, so that a recount
    can differ by a vote or two from what was announced.
    """
    rows = [(call, tally) for call in told(material) if call.printed and (tally := recounted(material, call))]
    found = [_recount(rule, call, tally) for call, tally in rows if tally != call.printed]
    return Examined(len(rows), tuple(found))


def _recount(rule: Rule, call: Call, tally: Tally) -> Finding:
    fields: dict[str, Field] = {"teller": call.teller, "name": _named(call)}
    said = say(HOME, "tally-sum", **fields, tally=figures(call.printed or tally), counted=figures(tally))
    rows = [call.evidence(f"{call.short()}; by its votes {'-'.join(map(str, tally))}")]
    return rule.finding(call.name, _date(call), capital(said), "disagreement", rows)


def _date(call: Call) -> str:
    when = _when(call)
    return when.edtf() if isinstance(when, Interval) else when.isoformat() if when else ""


def check_size(rule: Rule, material: Material) -> Examined:
    """No more votes than members (Charter, Article 9, paragraph 1, and Article 18, paragraph 1)."""
    rows = [replace(c, printed=c.printed or recounted(material, c)) for c in (*told(material), *package(material))]
    judged = [call for call in rows if call.printed and (call.until or call.date)]
    return Examined(len(judged), tuple(f for call in judged if (f := _too_many(rule, material, call))))


def _too_many(rule: Rule, material: Material, call: Call) -> Finding | None:
    tally, on = call.printed or (0, 0, 0), call.until or call.date or date.max
    if sum(tally) <= size(material, on):
        return None
    fields: dict[str, Field] = {"teller": call.teller, "name": _named(call), "tally": figures(tally)}
    said = say(HOME, "tally-size", **fields, sum=sum(tally), size=size(material, on))
    return rule.finding(call.name, _date(call), capital(said), "contradiction", [call.evidence()])


def check_voters(rule: Rule, material: Material) -> Examined:
    """Only members vote, each once (Charter, Articles 4 and 18, paragraph 1)."""
    strangers = [(*row, "voters-outside") for row in _strangers(material)]
    doubled = [(*row, "voters-twice") for row in _doubled(material)]
    calls = {(call.series, call.call): call for call in told(material)}
    found = [_voters(rule, calls[series, call], states, key) for series, call, states, key in (*strangers, *doubled)]
    ((total,),) = material.query(f"SELECT count(*) FROM {votes(material)}")
    return Examined(total, tuple(found))


def _strangers(material: Material) -> list[tuple[str, str, list[str]]]:
    """(series, call, states) of votes by who was no member on any day on which the vote can have been taken."""
    connection = material.store.connection
    connection.execute("CREATE OR REPLACE TEMP TABLE member_spans (state VARCHAR, first DATE, last DATE)")
    columns = [list(column) for column in zip(*material.once(members).spans, strict=True)]
    connection.execute(
        "INSERT INTO member_spans SELECT unnest(?::VARCHAR[]), unnest(?::DATE[]), unnest(?::DATE[])", columns
    )
    query = (
        "WITH days AS (SELECT DISTINCT series, call, "
        "CASE WHEN public > date THEN date_trunc('month', date) ELSE date END AS first, "
        f"greatest(date, coalesce(public, date)) AS last FROM {material.live('calls')} "
        "WHERE body = ? AND date IS NOT NULL) "
        f"SELECT v.series, v.call, list(DISTINCT v.state ORDER BY v.state) FROM {material.live('votes')} v "
        "JOIN days d ON d.series = v.series AND d.call = v.call ANTI JOIN member_spans m "
        "ON m.state = v.state AND m.first <= d.last AND m.last >= d.first "
        "WHERE v.vote <> 'absent' GROUP BY v.series, v.call ORDER BY v.series, v.call"
    )
    return [(series, call, states) for series, call, states in material.query(query, BODY)]


def _doubled(material: Material) -> list[tuple[str, str, list[str]]]:
    query = (
        "SELECT series, call, list(DISTINCT state) FROM (SELECT v.load, v.series, v.call, v.state FROM "
        f"{votes(material)} GROUP BY v.load, v.series, v.call, v.state HAVING count(*) > 1) GROUP BY series, call"
    )
    return [(series, call, sorted(states)) for series, call, states in material.query(query)]


def _voters(rule: Rule, call: Call, states: Sequence[str], key: str) -> Finding:
    said = say(HOME, key, teller=call.teller, name=_named(call), states=the(states))
    return rule.finding(call.name, _date(call), capital(said), "contradiction", [call.evidence()], states)


def check_sources(rule: Rule, material: Material) -> Examined:
    """Sources give a resolution the same tally (official records of the General Assembly; Charter, Article 18)."""
    groups = _by_symbol([replace(c, printed=c.printed or recounted(material, c)) for c in told(material)])
    for symbol, rows in _by_symbol(package(material)).items():
        groups[symbol] += rows
    several = [rows for rows in groups.values() if len({call.source.key for call in rows}) > 1]
    return Examined(len(several), tuple(f for rows in several if (f := _differing(rule, rows))))


def _by_symbol(rows: Sequence[Call]) -> dict[str, list[Call]]:
    found: dict[str, list[Call]] = defaultdict(list)
    for call in rows:
        if call.symbol and call.printed:
            found[call.key].append(call)
    return found


def _differing(rule: Rule, rows: Sequence[Call]) -> Finding | None:
    tallies: dict[str, set[Tally]] = defaultdict(set)
    for call in rows:
        if call.printed:
            tallies[call.source.key].add(call.printed)
    if not any(one.isdisjoint(two) for one, two in combinations(tallies.values(), 2)):
        return None
    first = min(rows, key=lambda c: c.source.rank)
    clauses = dict.fromkeys(
        say(HOME, "tally-told", teller=call.teller, tally=figures(call.printed or (0, 0, 0))) for call in rows
    )
    said = say(HOME, "tallies-differ", name=_named(first), told=listed(clauses))
    return rule.finding(first.symbol, _date(first), said, "disagreement", [call.evidence() for call in rows])


def check_outcomes(rule: Rule, material: Material) -> Examined:
    """A resolution is adopted by a majority of the members present and voting; who abstains does not count as voting
    (Charter, Article 18, paragraph 3; rules of procedure of the General Assembly, rule 86).
    """
    rows = [c for c in (*told(material), *package(material)) if c.printed and c.outcome == "adopted"]
    lost = [call for call in rows if call.printed and not carried(call.printed[0], call.printed[1])]
    return Examined(len(rows), tuple(_lost(rule, call) for call in lost))


def _lost(rule: Rule, call: Call) -> Finding:
    said = say(HOME, "outcome-lost", teller=call.teller, name=_named(call), tally=figures(call.printed or (0, 0, 0)))
    return rule.finding(call.name, _date(call), capital(said), "contradiction", [call.evidence()])


def check_sessions(rule: Rule, material: Material) -> Examined:
    """Each regular session opens in September and closes before the next one (rules of procedure of the General
    Assembly, rule 1): the session in a resolution's symbol is the one in which it was adopted. From the fourth on.
    """
    rows = [call for call in (*told(material), *package(material)) if _numbered(call)]
    return Examined(len(rows), tuple(f for call in rows for f in _other_session(rule, call)))


def _numbered(call: Call) -> int:
    """The session that the symbol names, 0 where it names none or an early one."""
    hit = _SESSION.match(call.symbol)
    found = int(hit.group(1)) if hit else 0
    return found if found >= _REGULAR_FROM and (call.date or call.until) else 0


def _other_session(rule: Rule, call: Call) -> Iterator[Finding]:
    on = call.date or call.until or date.max
    running = {session(on.year, on.month), session(on.year, on.month - 1) if on.month == _OPENING else 0}
    if _numbered(call) not in running:
        fields: dict[str, Field] = {"teller": call.teller, "name": _named(call), "session": _numbered(call)}
        said = say(HOME, "session-other", **fields, running=session(on.year, on.month))
        yield rule.finding(call.symbol, _date(call), capital(said), "contradiction", [call.evidence()])


def _rule(slug: str, provision: Provision, check: Callable[[Rule, Material], Examined]) -> Rule:
    return Rule(slug, title(HOME, slug), provision, check)


RULES = (
    _rule("assembly-tallies", ARTICLE_18, check_tallies),
    _rule("assembly-size", MEMBERSHIP, check_size),
    _rule("assembly-voters", MEMBERSHIP, check_voters),
    _rule("assembly-tallies-differ", ARTICLE_18, check_sources),
    _rule("assembly-outcomes", ARTICLE_18, check_outcomes),
    _rule("assembly-sessions", RULES_OF_PROCEDURE, check_sessions),
)

"""Rules: what of a reading is told of. A rule is on claims, statements, votes or whole reports, and narrows by filters.

All filters of a rule must be met; a filter with several values is met by one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fnmatch import fnmatchcase
from functools import cache
from typing import Any

from mahdar.language.folding import fold_word
from mahdar.record.agenda import concern
from mahdar.tables import read_rows
from mahdar.watch.phrases import Phrase, any_in, names_topic

Told = Mapping[str, Any]
ABOUT = ("claim", "statement", "vote", "report")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `states`, `topics`, `agenda_codes` are codes; `principals`, `speakers` ids of entities or folded names.

    `within` are seconds that may lie between publication and arrival; `past` has it begin with what is there already;
    without `receivers` all of them are told.
    """

    name: str
    about: str
    verdicts: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    agenda: tuple[Phrase, ...] = ()
    agenda_codes: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    principals: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    words: tuple[Phrase, ...] = ()
    outlets: tuple[str, ...] = ()
    within: int | None = None
    past: bool = False
    receivers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Came:
    """A report with its present reading, as rules judge it. `at` is when it was read."""

    report: int
    reading: int
    id: str
    title: str | None
    outlet: str | None
    url: str | None
    text: str
    at: datetime
    told: Told

    @property
    def whole(self) -> str:
        """Title and text."""
        return f"{self.title or ''}\n{self.text}"


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found: a claim or statement of the reading, or the report as a whole (`part` None)."""

    rule: Rule
    came: Came
    part: Told | None


def hits(rule: Rule, came: Came) -> Iterator[Hit]:
    """What in a report this rule tells of."""
    if not _of_outlet(rule, came) or not _in_time(rule, came):
        return
    table, tests = _TESTS[rule.about]
    parts: Iterable[Told | None] = came.told[table] if table else (None,)
    for part in parts:
        if all(test(rule, came, part or {}) for test in tests):
            yield Hit(rule, came, part)


def _of_outlet(rule: Rule, came: Came) -> bool:
    return not rule.outlets or (came.outlet or "").casefold() in rule.outlets


def _in_time(rule: Rule, came: Came) -> bool:
    """A report whose day is not known is never too late."""
    last = str(came.told["report"].get("published") or "").rpartition("/")[2][:10]
    try:
        day = date.fromisoformat(last)
    except ValueError:
        return True
    return rule.within is None or day >= (came.at - timedelta(seconds=rule.within)).date()


@cache
def vote_kinds() -> frozenset[str]:
    """Kinds of claims that tell of a vote."""
    return frozenset(row["kind"] for row in read_rows("mahdar.watch", "votes.csv"))


def _of_vote(rule: Rule, came: Came, claim: Told) -> bool:
    return claim["kind"] in vote_kinds()


def _of_kind(rule: Rule, came: Came, claim: Told) -> bool:
    return not rule.kinds or any(fnmatchcase(claim["kind"], each) for each in rule.kinds)


def _judged(rule: Rule, came: Came, claim: Told) -> bool:
    return not rule.verdicts or claim["verdict"] in rule.verdicts


def _worded(rule: Rule, came: Came, part: Told) -> bool:
    return not rule.words or any_in(rule.words, part["text"])


def _concerns(rule: Rule, came: Came, claim: Told) -> bool:
    """Whether a claim is on a watched state and topic: its arguments name them."""
    codes = _codes(claim["args"])
    return all(not wanted or codes & set(wanted) for wanted in (rule.states, rule.topics))


def _codes(args: Told) -> set[str]:
    """All texts among the arguments of a claim: codes of states, slugs of topics."""
    found: set[str] = set()
    for value in args.values():
        found.update(value if isinstance(value, list | dict) else [value] if isinstance(value, str) else [])
    return found


def _on_agenda(rule: Rule, came: Came, claim: Told) -> bool:
    """Whether the claim's topic, or the item under which the record files what it cites, is watched."""
    if not rule.agenda and not rule.agenda_codes:
        return True
    codes = {str(claim["args"].get("topic"))}
    for cited in claim["citations"]:
        codes.update(concern(cited["title"], _year(cited, claim)).states)
    titles = [cited["title"] for cited in claim["citations"]]
    return bool(codes & set(rule.agenda_codes)) or any(any_in(rule.agenda, each) for each in [*titles, claim["text"]])


def _year(cited: Told, claim: Told) -> int:
    """The year of what is cited, else that of which the claim speaks; without both, names as they are used today."""
    said = (str(cited.get("date") or "")[:4], str(claim["args"].get("at") or "")[:4])
    return next((int(each) for each in said if each.isdecimal()), 9_999)


def _on_symbol(rule: Rule, came: Came, claim: Told) -> bool:
    """Whether a watched document is named, or cited by the record, with or without its year."""
    named = [str(claim["args"].get("symbol") or ""), *(str(cited["symbol"] or "") for cited in claim["citations"])]
    return not rule.symbols or bool({each.partition(" (")[0].upper() for each in named} & set(rule.symbols))


def _by(rule: Rule, came: Came, said: Told) -> bool:
    """Whether a watched speaker speaks, for a watched principal."""
    speakers = list(said["speakers"])
    principals = [str(came.told["entities"].get(each, {}).get("principal") or "") for each in speakers]
    return (not rule.speakers or _any_of(rule.speakers, came, speakers)) and (
        not rule.principals or _any_of(rule.principals, came, [*principals, *speakers])
    )


def _any_of(wanted: tuple[str, ...], came: Came, entities: list[str]) -> bool:
    """Whether one of the entities is meant, by its id or by its name in either language."""
    for entity in filter(None, entities):
        told = came.told["entities"].get(entity, {})
        names = {fold_word(str(told.get(key) or "")) for key in ("name", "name_ar")}
        if entity in wanted or names & set(wanted):
            return True
    return False


def _on_topic(rule: Rule, came: Came, said: Told) -> bool:
    """Whether a statement names a watched state or topic in its own words."""
    wanted = [*rule.states, *rule.topics]
    ids = {f"state:{code}" for code in wanted}
    mentions = [each for each in came.told["mentions"] if each["entity"] in ids]
    inside = any(said["start"] <= each["start"] and each["end"] <= said["end"] for each in mentions)
    return not wanted or inside or names_topic(said["text"], wanted)


def _acts(rule: Rule, came: Came, said: Told) -> bool:
    return not rule.acts or said["act"] in rule.acts


def _report_worded(rule: Rule, came: Came, whole: Told) -> bool:
    return not rule.words or any_in(rule.words, came.whole)


def _report_concerns(rule: Rule, came: Came, whole: Told) -> bool:
    """Whether a report names a watched state, and a watched topic."""
    named = {entity.removeprefix("state:") for entity in came.told["entities"]}
    on_topic = bool(named & set(rule.topics)) or names_topic(came.whole, rule.topics)
    return (not rule.states or bool(named & set(rule.states))) and (not rule.topics or on_topic)


Test = Callable[[Rule, Came, Told], bool]
_TESTS: Mapping[str, tuple[str, tuple[Test, ...]]] = {
    "claim": ("claims", (_of_kind, _judged, _concerns, _worded)),
    "vote": ("claims", (_of_vote, _judged, _on_agenda, _on_symbol, _concerns, _worded)),
    "statement": ("statements", (_acts, _by, _worded, _on_topic)),
    "report": ("", (_report_worded, _report_concerns)),
}

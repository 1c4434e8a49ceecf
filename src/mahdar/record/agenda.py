"""Which states an agenda item concerns, by the hand-kept table `agenda_states.csv`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mahdar.tables import read_rows, values


@dataclass(frozen=True)
class Concern:
    """States that an item concerns, and those that it may concern (`*` is any)."""

    states: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Rule:
    first: int
    last: int
    concern: Concern


def concern(text: str, year: int) -> Concern:
    """What `text` is about; nothing known about it means that it may concern any state."""
    found = [rule.concern for rule in _matches(" ".join(text.split()), year)]
    if not found:
        return Concern(maybe=("*",))
    states = tuple(dict.fromkeys(s for c in found for s in c.states))
    maybe = tuple(dict.fromkeys(s for c in found for s in c.maybe if s not in states))
    if _OPEN.search(text):
        maybe = ("*",)
    return Concern(states, maybe)


# A letter names who wrote it, not always what it is about; a subregion has more states than the item names.
_OPEN = re.compile(r"\bletters?\b|subregion|subsidiary bod|\bmission\b — ", re.IGNORECASE)


def _matches(text: str, year: int) -> list[_Rule]:
    found = []
    for hit in _pattern().finditer(text.casefold()):
        rules = [rule for rule in _rules()[hit.group()] if rule.first <= year <= rule.last]
        found.extend(rules[:1])
    return found


@cache
def _rules() -> dict[str, list[_Rule]]:
    rules: dict[str, list[_Rule]] = {}
    for row in read_rows("mahdar.record", "agenda_states.csv"):
        about = Concern(values(row["states"]), values(row["maybe"]))
        rule = _Rule(int(row["first"] or 0), int(row["last"] or 9999), about)
        rules.setdefault(row["words"], []).append(rule)
    return rules


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_rules(), key=lambda words: (-len(words), words))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)")

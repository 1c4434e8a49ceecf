"""Messages that a report reprints with their signature: "The truce holds. — Jane Doe (@janedoe) March 3, 2021"."""

from __future__ import annotations

from mahdar.language.tokens import NEWLINE
from mahdar.model import Entity
from mahdar.reading.names.persons import person_id
from mahdar.reading.passage import Passage
from mahdar.reading.statements.values import Spoken

_DASH = "-"
_LONGEST_NAME = 7  # tokens
_LONGEST_HANDLE = 6
_LONGEST = 120
_SHORTEST = 3
_LINKS = frozenset({"https", "http", "pic"})


def signed(passage: Passage) -> list[Spoken]:
    """What stands on the line before each signature with a handle, as its owner's words."""
    forms = passage.tokens.forms
    if "@" not in forms:
        return []
    handles = (k for k, form in enumerate(forms) if form == "@" and k > 1 and forms[k - 1] == "(")
    return [spoken for k in handles if (spoken := _message(passage, k)) is not None]


def _message(passage: Passage, handle: int) -> Spoken | None:
    """The message whose signature has its handle at this token."""
    forms, bracket = passage.tokens.forms, handle - 1
    reach = range(bracket - 1, max(-1, bracket - _LONGEST_NAME), -1)
    dash = next((k for k in reach if forms[k] == _DASH or forms[k] == NEWLINE), None)
    closed = ")" in forms[handle : handle + _LONGEST_HANDLE]
    if dash is None or forms[dash] != _DASH or dash + 1 >= bracket or not closed:
        return None
    first = next((k + 1 for k in range(dash - 1, max(-1, dash - _LONGEST), -1) if forms[k] == NEWLINE), 0)
    end = _without_links(forms, first, dash)
    if end - first < _SHORTEST or dash - first >= _LONGEST:
        return None
    who = passage.tokens.original(dash + 1, bracket)
    return Spoken(first, end, "say", (_owner(passage, dash + 1, bracket, who),), who, (), (dash, dash + 1))


def _without_links(forms: list[str], first: int, end: int) -> int:
    """The end of a message, before the addresses that close it."""
    return next((k for k in range(first, end) if forms[k] in _LINKS and forms[k + 1] in ":."), end)


def _owner(passage: Passage, i: int, j: int, who: str) -> str:
    """Whom the signature names: somebody known, or a person by the words of the name."""
    named = next((n for n in passage.named if n.i == i and n.j == j and n.head), None)
    if named is not None:
        return named.entity
    entity = person_id(who)
    passage.entities.setdefault(entity, Entity(who))
    return entity


def outside(messages: list[Spoken], spoken: Spoken) -> bool:
    """Whether a statement does not begin within one of these messages."""
    return not any(one.i <= spoken.cue[0] < one.cue[1] or one.i <= spoken.i < one.j for one in messages)

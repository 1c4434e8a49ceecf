"""The names of a clause that can take part in its event, by the place in which they stand."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile

from mahdar.language.tokens import Span
from mahdar.reading.passage import UNNAMED, Named, Passage
from mahdar.tables import read_toml

_MOST = 24
_SIDES = 2  # both sides, the Russian and the Chinese
_PLACES = frozenset({"state", "capital"})
_ADJECTIVES = 3  # between a preposition and a name
_ADJECTIVAL = ("ous", "ss")
_ARTICLES = frozenset({"the", "a", "an"})
_CHAIN = 4  # tokens
_ATTACHED = frozenset("بلوف")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a clause: subjects before and behind the verb, agents (by …), and other parties behind it."""

    before: list[Named] = field(default_factory=list)
    behind: list[Named] = field(default_factory=list)
    agents: list[Named] = field(default_factory=list)


def sorted_names(passage: Passage, clause: Span, verb: int) -> Names:
    """Places ("in Amman") are no parties; a name behind a preposition is no subject."""
    names = Names()
    words = role_words()
    placed: Named | None = None
    at = bisect_left(passage.named, clause.i, key=lambda name: name.i)
    for name in takewhile(lambda name: name.i < clause.j, passage.named[at : at + _MOST]):
        if not acts(passage, name) or _owns_next(passage, name) or _hyphened(passage, name):
            continue
        before = word_before(passage, name, clause.i)
        if before in words["topic"] or _is_source(passage, name, before) or _placed(passage, name, before, clause.i):
            placed = name
            continue
        if placed is not None and _listed_with(passage, placed, name):
            placed = name
            continue
        if _is_agent(passage, name, before) or (names.agents and _joined(passage, names.agents[-1], name)):
            names.agents.append(name)
        elif name.i > verb:
            names.behind.append(name)
        elif before not in words["preposition"] and not prefixed(passage, name):
            names.before.append(name)
    return names


def _is_agent(passage: Passage, name: Named, before: str) -> bool:
    """Whether a word says that a name did it: by, على يد, من قبل but not قبل alone, which is before."""
    alone = before == "قبل" and (name.i < 2 or passage.tokens.forms[name.i - 2] != "من")
    return before in role_words()["agent"] and not alone


def _listed_with(passage: Passage, one: Named, other: Named) -> bool:
    """Whether "and" or و alone joins two names: in Mali and Niger."""
    between = passage.tokens.forms[one.j : other.i]
    return between == ["and"] or (between in ([], ["و"]) and other.i >= one.j and _joined(passage, one, other))


def _hyphened(passage: Passage, name: Named) -> bool:
    """Whether a hyphen makes a name part of an adjective: anti-Syria, US-led."""
    forms, touches = passage.tokens.forms, passage.tokens.touches
    if name.i > 0 and forms[name.i - 1] == "-" and touches(name.i):
        return True
    return forms[name.j : name.j + 1] == ["-"] and touches(name.j)


def _is_source(passage: Passage, name: Named, before: str) -> bool:
    """Whether a name says whose words these are: according to the ministry, وفقا للوزارة."""
    source = role_words()["source"]
    at = name.i - 2 - (passage.tokens.forms[name.i - 1] == "the")
    return before in source or (before == "to" and at >= 0 and passage.tokens.forms[at] in source)


def _owns_next(passage: Passage, name: Named) -> bool:
    """Whether a name only says whose the next one is: Jordan's King Abdullah."""
    forms = passage.tokens.forms
    if name.j >= len(forms) or forms[name.j] != "'s":
        return False
    at = bisect_left(passage.named, name.j, key=lambda other: other.i)
    return at < len(passage.named) and passage.named[at].i == name.j + 1 and passage.named[at].head


def word_before(passage: Passage, name: Named, start: int) -> str:
    """The word before a name in its clause save an English article and adjectives: by the Union, by elite US troops."""
    forms, i = passage.tokens.forms, name.i
    while i - 1 > start and (forms[i - 1] == "the" or forms[i - 1] in role_words()["describing"]):
        i -= 1
    if passage.language == "en" and name.kind not in _PLACES:
        i = _past_adjectives(passage, i, start)
    return forms[i - 1] if i > start else ""


def _past_adjectives(passage: Passage, i: int, start: int) -> int:
    """The first of a few lower-case words that describe the name at token i, if an agent's "by" stands before them."""
    forms, agent = passage.tokens.forms, role_words()["agent"]
    for at in range(i - 1, max(start, i - 2 - _ADJECTIVES), -1):
        if forms[at] in agent:
            return at + 1
        if passage.tokens.is_capital(at) or not _may_describe(forms[at], forms[at - 1]):
            return i
    return i


def _may_describe(form: str, before: str) -> bool:
    """Whether a word may be an adjective: no plural noun, and a participle only at the head: by advancing forces."""
    words = role_words()
    if form in _ARTICLES or form.endswith("ly"):
        return True
    small = form in words["governing"] | words["place"] | words["joining"]
    if small or not form.isalpha() or (form.endswith("s") and not form.endswith(_ADJECTIVAL)):
        return False
    return not form.endswith(("ed", "ing")) or before in words["agent"] | _ARTICLES or before.endswith("ly")


def _placed(passage: Passage, name: Named, before: str, start: int) -> bool:
    """Whether a name says where: in Amman, in southern Syria, off the coast of Yemen, in Port Sudan, بمدينة بيروت."""
    forms, words = passage.tokens.forms, role_words()
    if before == "at" and name.kind == "state":  # fired at a state
        return False
    if before in words["place"] or (before[:1] in _ATTACHED and before[1:] in words["place"]):
        return True
    if name.j < len(forms) and forms[name.j] in words["site"]:
        return True
    if before in words["grounds"] or (before[:1] in _ATTACHED and before[1:] in words["grounds"]):
        return name.i < 2 or forms[name.i - 2] not in words["aiming"]
    if name.i - start < 2:
        return False
    two, one = forms[name.i - 2], forms[name.i - 1]
    if one in words["bordering"] or two in words["bordering"]:
        return True
    if one in words["direction"] or passage.tokens.is_capital(name.i - 1):
        return two in words["place"] and not _behind_time(passage, name)
    return one in words["land"] or (two in words["land"] and one == "of")


def in_time(passage: Passage, name: Named, start: int) -> bool:
    """Whether an Arabic name only says when, in the genitive of such a preposition: بعد زيارة وزير, قبل قرار المجلس."""
    forms = passage.tokens.forms
    for i in range(name.i - 1, max(start, name.i - 1 - _CHAIN), -1):
        if forms[i] in role_words()["when"]:
            return not _behind_time(passage, name)
        if forms[i].startswith("ال") or not passage.tokens.is_word(i):
            return False
    return False


def _behind_time(passage: Passage, name: Named) -> bool:
    """Whether a time ends where a name begins: in March Kenya …."""
    at = bisect_left(passage.times, name.i, key=lambda time: time.i) - 1
    return at >= 0 and passage.times[at].j == name.i


def acts(passage: Passage, name: Named) -> bool:
    """Whether a name can be a party: no bare adjective, no unnamed source, no entity that the report left out."""
    known = not passage.entities or name.entity in passage.entities
    return known and name.entity != UNNAMED and (name.head or _counterpart(passage, name))


def _counterpart(passage: Passage, name: Named) -> bool:
    """Whether an adjective of a nation stands for its minister or president: his Turkish counterpart, نظيره التركي."""
    forms, words = passage.tokens.forms, role_words()
    if passage.language != "ar":
        return name.j < len(forms) and forms[name.j] in words["counterpart"]
    if name.i and forms[name.i - 1] in words["counterpart"]:
        return True
    return name.kind == "demonym" and any(form in words["sides"] for form in forms[max(0, name.i - _SIDES) : name.i])


def prefixed(passage: Passage, name: Named, letters: str = "بلك") -> bool:
    """Whether an Arabic preposition is written together with the name."""
    written = passage.text[passage.tokens.start(name.i) : name.start]
    return any(letter in written for letter in letters)


def groups(passage: Passage, names: list[Named]) -> tuple[list[Named], list[Named]]:
    """The first two groups of coordinated names."""
    made: list[list[Named]] = []
    for name in names:
        if made and _joined(passage, made[-1][-1], name):
            made[-1].append(name)
        else:
            made.append([name])
    return made[0] if made else [], made[1] if len(made) > 1 else []


def _joined(passage: Passage, one: Named, other: Named) -> bool:
    """Whether "and", a comma or an attached و stands between two names and nothing else."""
    between = passage.tokens.forms[one.j : other.i]
    if other.i < one.j:  # both sides, named by one word
        return True
    if not between:
        return passage.text[passage.tokens.start(other.i) : other.start].startswith("و")
    return all(form in role_words()["joining"] for form in between)


@cache
def role_words() -> dict[str, frozenset[str]]:
    """The table of small words beside a name."""
    return {name: frozenset(words) for name, words in read_toml("mahdar.reading", "events_roles.toml").items()}

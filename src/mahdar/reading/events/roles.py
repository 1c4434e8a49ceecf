"""Who did it and to whom: the named parties of the clause that reports an event."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile

from mahdar.language.tokens import Span
from mahdar.reading.events.found import Found
from mahdar.reading.events.nationality import attackers
from mahdar.reading.events.scene import Scene
from mahdar.reading.events.senses import DUTY
from mahdar.reading.passage import UNNAMED, Named, Passage
from mahdar.tables import read_toml

_VERB_FIRST = 5
_MOST = 24
_NOMINATIVE = "ون"  # of a plural that no noun depends on
_SIDES = 2  # both sides, the Russian and the Chinese


@dataclass(frozen=True, slots=True)
class Parties:
    """Entity ids of those who act and of those who are acted upon."""

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a clause: subjects before and behind the verb, agents (by …), and other parties behind it."""

    before: list[Named] = field(default_factory=list)
    behind: list[Named] = field(default_factory=list)
    agents: list[Named] = field(default_factory=list)


def parties(passage: Passage, scene: Scene, found: Found) -> Parties:
    """Actors and recipients of an event: named in its clause, or an attacker that only an adjective names."""
    named = _named(passage, scene, found)
    ours = attackers(passage, scene, found)
    if not ours or named.actors:
        return named
    return Parties(ours, _without(named.recipients, ours))


def _named(passage: Passage, scene: Scene, found: Found) -> Parties:
    """Actors and recipients among the names of the clause that asserts an event."""
    verb = scene.hits[found.verb]
    names = _sorted(passage, scene.clause(verb.i), verb.i)
    if passage.language == "ar":
        names.before[:] = _inside_report(passage, names.before, scene.clause(verb.i).i, verb.i)
    first, second = _groups(passage, names.behind)
    if passage.language != "ar" and names.before and not found.passive:
        first, _ = _groups(passage, _others(passage, names.behind, names.before))
    if found.passive or found.sense.kind == "undergo":
        return Parties(_ids(names.agents), _ids(names.before or first))
    if found.sense.form == DUTY:
        return Parties(_ids(names.before[:-1]), _ids(names.before[-1:]))
    if names.before or passage.language != "ar":
        actors = _ids(names.before)
        return Parties(actors, _without(_ids(first), actors))
    if _suffered(scene, found):
        return Parties((), _ids(first))
    if first and _verb_first(scene, found) and _subject(passage, verb.j, first[0]):
        second, _ = _groups(passage, _others(passage, names.behind[len(first) :], first))
        return Parties(_ids(first), _without(_ids(second), _ids(first)))
    return Parties((), _ids(first))


def _inside_report(passage: Passage, names: list[Named], start: int, verb: int) -> list[Named]:
    """Of the names before a verb those behind إن: who says that an army shelled a town did not shell it."""
    forms = passage.tokens.forms
    that = next((k for k in range(verb - 1, start, -1) if forms[k] in _words()["reported"]), None)
    if that is None or that + 1 >= verb:
        return names  # أن and a verb: its subject stands before (decided to shell)
    if passage.tokens.original(that + 1, that + 2).endswith(("ه", "ها", "هم")):
        return names  # that its forces shelled
    return [name for name in names if name.i > that]


def _others(passage: Passage, names: list[Named], subjects: list[Named]) -> list[Named]:
    """The names that are no part of the subject's own: a state does nothing to the troops that it recalls."""
    own = {passage.principal(name.entity) for name in subjects}
    return [name for name in names if passage.principal(name.entity) not in own]


def _subject(passage: Passage, behind: int, name: Named) -> bool:
    """Whether a name is near enough behind an Arabic verb to be its subject, and no preposition governs it."""
    words = _words()
    between = passage.tokens.forms[behind : name.i]
    if len(between) == 2 and between[0] in words["crowd"] and between[1] == "من":
        return True  # thousands of Syrians
    governed = any(form in words["preposition"] or form in words["place"] for form in between)
    near = name.i - behind < _VERB_FIRST and not governed and not _prefix(passage, name)
    return near and not _others_did(passage, behind, name)


def _others_did(passage: Passage, behind: int, name: Named) -> bool:
    """Whether the verb's subject is an unnamed doer and the name its object: هاجم متظاهرون السفارة الإيرانية."""
    doer, first = passage.tokens.forms[behind], passage.tokens.forms[name.i]
    if name.i <= behind:
        return False
    return doer in _words()["doer"] or (doer.endswith(_NOMINATIVE) and not first.endswith(_NOMINATIVE))


def _verb_first(scene: Scene, found: Found) -> bool:
    """Whether an Arabic verb opens its clause, so that its subject follows it."""
    verb = scene.hits[found.verb]
    opens = bool(verb.proclitics) or scene.opening(verb.i) >= verb.i
    return opens or scene.tokens.forms[verb.i - 1] in _words()["opening"]


def _suffered(scene: Scene, found: Found) -> bool:
    """Whether a headline opens with a noun of harm, behind which its victim stands: اغتيال زعيم المعارضة."""
    return found.verb == found.deed and scene.tokens.forms[scene.hits[found.deed].i] in _words()["suffered"]


def _groups(passage: Passage, names: list[Named]) -> tuple[list[Named], list[Named]]:
    """The first two groups of coordinated names."""
    groups: list[list[Named]] = []
    for name in names:
        if groups and _joined(passage, groups[-1][-1], name):
            groups[-1].append(name)
        else:
            groups.append([name])
    return groups[0] if groups else [], groups[1] if len(groups) > 1 else []


def _joined(passage: Passage, one: Named, other: Named) -> bool:
    """Whether "and", a comma or an attached و stands between two names and nothing else."""
    between = passage.tokens.forms[one.j : other.i]
    if not between:
        return passage.text[passage.tokens.start(other.i) : other.start].startswith("و")
    return all(form in _words()["joining"] for form in between)


def _sorted(passage: Passage, clause: Span, verb: int) -> _Names:
    """Places ("in Amman") are no parties; a name behind a preposition is no subject."""
    names = _Names()
    words = _words()
    at = bisect_left(passage.named, clause.i, key=lambda name: name.i)
    for name in takewhile(lambda name: name.i < clause.j, passage.named[at : at + _MOST]):
        if not _acts(passage, name):
            continue
        before = passage.tokens.forms[name.i - 1] if name.i > clause.i else ""
        if before in words["place"] or before in words["topic"] or _placed(passage, name, clause.i):
            continue
        if before in words["agent"]:
            names.agents.append(name)
        elif name.i > verb:
            names.behind.append(name)
        elif before not in words["preposition"] and not _prefix(passage, name):
            names.before.append(name)
    return names


def _placed(passage: Passage, name: Named, start: int) -> bool:
    """Whether a name says where behind a compass point or a land: in southern Syria, off the coast of Yemen."""
    forms, words = passage.tokens.forms, _words()
    if name.i - start < 2:
        return False
    two, one = forms[name.i - 2], forms[name.i - 1]
    if one in words["direction"]:
        return two in words["place"]
    return one in words["land"] or (two in words["land"] and one == "of")


def _acts(passage: Passage, name: Named) -> bool:
    """Whether a name can be a party: no bare adjective, no unnamed source, no entity that the report left out."""
    known = not passage.entities or name.entity in passage.entities
    return known and name.entity != UNNAMED and (name.head or _counterpart(passage, name))


def _counterpart(passage: Passage, name: Named) -> bool:
    """Whether an adjective of a nation stands for its minister or president: his Turkish counterpart, نظيره التركي."""
    forms, words = passage.tokens.forms, _words()
    if passage.language != "ar":
        return name.j < len(forms) and forms[name.j] in words["counterpart"]
    if name.i and forms[name.i - 1] in words["counterpart"]:
        return True
    return name.kind == "demonym" and any(form in words["sides"] for form in forms[max(0, name.i - _SIDES) : name.i])


def _prefix(passage: Passage, name: Named) -> bool:
    """Whether an Arabic preposition is written together with the name."""
    written = passage.text[passage.tokens.start(name.i) : name.start]
    return any(letter in written for letter in "بلك")


def _ids(names: Iterable[Named]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.entity for name in names))


def _without(ids: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in ids if one not in others)


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_toml("mahdar.reading", "events_roles.toml").items()}

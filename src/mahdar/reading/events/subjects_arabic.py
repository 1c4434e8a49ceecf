"""Who the subject of an Arabic verb is, among the names before and behind it."""

from __future__ import annotations

from mahdar.language.tokens import Span
from mahdar.reading.events.candidates import groups, prefixed, role_words, sorted_names
from mahdar.reading.events.chains import first_verb, joining
from mahdar.reading.events.found import Found
from mahdar.reading.events.scene import Scene
from mahdar.reading.passage import Named, Passage

_VERB_FIRST = 5
_NOMINATIVE = "ون"  # of a plural that no noun depends on
_FEMININE = "ت"
_PAIR = ("ان", "تان")
_SEVERAL = ("وا", "تا")


def before_verb(passage: Passage, scene: Scene, found: Found, names: list[Named]) -> list[Named]:
    """The names before a verb that can be its subject; a verb joined to another has that one's subject."""
    verb = scene.hits[found.verb]
    start = scene.clause(verb.i).i
    names = _inside_report(passage, names, start, verb.i)
    first = first_verb(scene, found.verb, start) if joining(passage, scene, verb) is not None else None
    return names if first is None else [name for name in names if name.i < scene.hits[first].i]


def shared(passage: Passage, scene: Scene, found: Found) -> list[Named]:
    """The subject behind the first verb of a clause, for a verb of its gender that is joined to it."""
    verb = scene.hits[found.verb]
    first = first_verb(scene, found.verb, scene.clause(verb.i).i) if joining(passage, scene, verb) is not None else None
    if first is None or not (_counts(passage, scene, found.verb) or _agree(passage, scene, first, found.verb)):
        return []
    lead = scene.hits[first]
    subject, _ = groups(passage, sorted_names(passage, Span(lead.i, verb.i), lead.i).behind)
    return subject if subject and is_subject(passage, lead.j, subject[0]) else []


def _agree(passage: Passage, scene: Scene, *verbs: int) -> bool:
    """Whether verbs of the perfect are of one gender."""
    return len({passage.tokens.forms[scene.hits[k].i].endswith(_FEMININE) for k in verbs}) == 1


def _counts(passage: Passage, scene: Scene, k: int) -> bool:
    """Whether a verb is dual or plural, which it never is before its subject: دانتا … ودعتا."""
    return passage.tokens.forms[scene.hits[k].i].endswith(_SEVERAL)


def _inside_report(passage: Passage, names: list[Named], start: int, verb: int) -> list[Named]:
    """Of the names before a verb those behind إن: who says that an army shelled a town did not shell it."""
    forms = passage.tokens.forms
    that = next((k for k in range(verb - 1, start, -1) if forms[k] in role_words()["reported"]), None)
    if that is None or that + 1 >= verb:
        return names  # أن and a verb: its subject stands before (decided to shell)
    if passage.tokens.original(that + 1, that + 2).endswith(("ه", "ها", "هم")):
        return names  # that its forces shelled
    return [name for name in names if name.i > that]


def is_subject(passage: Passage, behind: int, name: Named) -> bool:
    """Whether a name is near enough behind an Arabic verb to be its subject, and no preposition governs it."""
    words = role_words()
    between = passage.tokens.forms[behind : name.i]
    if _out_of_many(passage, between, name):
        return True
    governed = any(form in words["preposition"] or form in words["place"] for form in between)
    governed = governed or _after_subject(between, name)
    near = name.i - behind < _VERB_FIRST and not governed and not prefixed(passage, name)
    return near and not _others_did(passage, behind, name)


def _after_subject(between: list[str], name: Named) -> bool:
    """Whether a definite noun before the name of a state is the subject: حث البابا فرنسا; no day, no pair of states."""
    nouns = [form for form in between if form.startswith("ال") and form not in role_words()["day"]]
    return name.kind == "state" and bool(nouns) and not nouns[0].endswith(_PAIR)


def _out_of_many(passage: Passage, between: list[str], name: Named) -> bool:
    """Whether the name says of whom the subject is: thousands of Syrians, كل من مصر والأردن, gunmen of a movement."""
    if not between or between[-1] != "من" or len(between) > _VERB_FIRST:
        return False
    if all(form in role_words()["crowd"] for form in between[:-1]):
        return True
    return len(between) == 2 and is_doer(between[0]) and name.kind == "body"


def is_doer(form: str) -> bool:
    """Whether a word is an unnamed doer on which no name depends: gunmen, demonstrators."""
    return form in role_words()["doer"] or form.endswith(_NOMINATIVE)


def _others_did(passage: Passage, behind: int, name: Named) -> bool:
    """Whether the verb's subject is an unnamed doer and the name its object: هاجم متظاهرون السفارة الإيرانية."""
    doer, first = passage.tokens.forms[behind], passage.tokens.forms[name.i]
    if name.i <= behind:
        return False
    return doer in role_words()["doer"] or (doer.endswith(_NOMINATIVE) and not first.endswith(_NOMINATIVE))


def is_verb_first(scene: Scene, found: Found) -> bool:
    """Whether an Arabic verb opens its clause, so that its subject follows it."""
    verb = scene.hits[found.verb]
    opens = bool(verb.proclitics) or scene.opening(verb.i) >= verb.i
    return opens or scene.tokens.forms[verb.i - 1] in role_words()["opening"]

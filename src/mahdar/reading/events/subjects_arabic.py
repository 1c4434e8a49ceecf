"""Who the subject of an Arabic verb is, among the names before and behind it."""

from __future__ import annotations

from bisect import bisect_left

from mahdar.language.lexicon import Hit
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import Span
from mahdar.reading.events.agreement_arabic import counts, disagrees, is_feminine
from mahdar.reading.events.candidates import groups, prefixed, role_words, sorted_names
from mahdar.reading.events.chains import first_verb, joining
from mahdar.reading.events.datelines import behind_dateline
from mahdar.reading.events.found import Found
from mahdar.reading.events.scene import Scene
from mahdar.reading.events.senses import Word
from mahdar.reading.gender_arabic import is_feminine_noun
from mahdar.reading.passage import Named, Passage

_VERB_FIRST = 5
_INTRODUCED = 6  # tokens of a stretch that says when or where, before the verb
_NOMINATIVE = "ون"  # of a plural that no noun depends on
_NISBA = ("ي", "يه")  # masculine, feminine
_GOVERNED = ("بال", "لل")
_SHORT = 3  # letters


def before_verb(passage: Passage, scene: Scene, found: Found, names: list[Named]) -> list[Named]:
    """The names before a verb that can be its subject; a verb joined to another has that one's subject."""
    verb = scene.hits[found.verb]
    start = scene.clause(verb.i).i
    names = _inside_report(passage, names, start, verb.i)
    first = first_verb(scene, found.verb, start) if joining(passage, scene, verb) is not None else None
    if first is None:
        return names
    agree = counts(passage.tokens, verb) or _agree(passage, scene, first, found.verb)
    return [name for name in names if name.i < scene.hits[first].i] if agree else []


def shared(passage: Passage, scene: Scene, found: Found) -> list[Named]:
    """The subject behind the first verb of a clause, for a verb of its gender that is joined to it."""
    verb = scene.hits[found.verb]
    first = first_verb(scene, found.verb, scene.clause(verb.i).i) if joining(passage, scene, verb) is not None else None
    if first is None or not (counts(passage.tokens, verb) or _agree(passage, scene, first, found.verb)):
        return []
    lead = scene.hits[first]
    subject, _ = groups(passage, sorted_names(passage, Span(lead.i, verb.i), lead.i).behind)
    return subject if subject and is_subject(passage, lead, subject[0]) else []


def _agree(passage: Passage, scene: Scene, *verbs: int) -> bool:
    """Whether verbs of the perfect are of one gender."""
    return len({is_feminine(passage.tokens, scene.hits[k]) for k in verbs}) == 1


def _inside_report(passage: Passage, names: list[Named], start: int, verb: int) -> list[Named]:
    """Of the names before a verb those behind إن: who says that an army shelled a town did not shell it."""
    forms = passage.tokens.forms
    that = next((k for k in range(verb - 1, start, -1) if forms[k] in role_words()["reported"]), None)
    if that is None or that + 1 >= verb:
        return names  # أن and a verb: its subject stands before (decided to shell)
    if passage.tokens.original(that + 1, that + 2).endswith(("ه", "ها", "هم")):
        return [name for name in names if name.i > that] or names  # that its forces shelled
    return [name for name in names if name.i > that]


def is_subject(passage: Passage, verb: Hit[Word], name: Named) -> bool:
    """Whether a name is near enough behind an Arabic verb to be its subject, and no preposition governs it."""
    words, behind = role_words(), verb.j
    between = passage.tokens.forms[behind : name.i]
    if _out_of_many(between, name):
        return True
    governed = any(form in words["preposition"] or form in words["place"] for form in between)
    governed = governed or _after_subject(passage, behind, name) or disagrees(passage, verb, name)
    near = name.i - behind < _VERB_FIRST and not governed and not prefixed(passage, name)
    return near and not _others_did(passage, behind, name)


def object_first(passage: Passage, verb: Hit[Word], first: list[Named], second: list[Named]) -> bool:
    """Whether the first names behind a verb are its object and the next, directly behind them, its subject."""
    if not first or not second or second[0].i != first[-1].j or prefixed(passage, second[0]):
        return False
    return first[0].i == verb.j and disagrees(passage, verb, first[0]) and not disagrees(passage, verb, second[0])


def _after_subject(passage: Passage, behind: int, name: Named) -> bool:
    """Whether a definite noun before the name of a state is the subject: حث البابا فرنسا; no day, no pair of states."""
    forms, words = passage.tokens.forms, role_words()
    free = [i for i in range(behind, name.i) if not _in_name(passage, i)]
    if any(forms[i] in words["relative"] or forms[i] == "ما" or is_object(forms[i]) for i in free):
        return True
    if any(_describes(forms[i - 1], forms[i]) for i in free if i > behind):
        return True
    nouns = [forms[i] for i in range(behind, name.i) if forms[i].startswith("ال") and forms[i] not in words["day"]]
    return name.kind == "state" and bool(nouns) and nouns[0] not in words["pair"]


def _in_name(passage: Passage, i: int) -> bool:
    """Whether token i belongs to a name."""
    at = bisect_left(passage.named, i + 1, key=lambda name: name.i) - 1
    return at >= 0 and i < passage.named[at].j


def is_object(form: str) -> bool:
    """Whether a word is an indefinite accusative, which stands behind the subject: رفضت قرارا."""
    return (
        form.endswith("ا") and len(form) > _SHORT and not form.startswith("ال") and form not in role_words()["adverb"]
    )


def _describes(noun: str, form: str) -> bool:
    """Whether a word can only describe the noun before it: منظمة دولية, مسؤول أمني, مصدر بالداخلية."""
    if form.startswith(_GOVERNED):
        return True
    if noun.startswith("ال") or form.startswith("ال") or len(form) <= _SHORT or form in role_words()["nouns"]:
        return False
    return form.endswith(_NISBA[is_feminine_noun(noun)])


def _out_of_many(between: list[str], name: Named) -> bool:
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
    between = passage.tokens.forms[behind : name.i]
    several = doer.endswith(_NOMINATIVE) and not first.endswith(_NOMINATIVE)
    return several or any(form in role_words()["doer"] for form in between)


def is_verb_first(passage: Passage, scene: Scene, found: Found) -> bool:
    """Whether an Arabic verb opens its clause, so that its subject follows it."""
    verb = scene.hits[found.verb]
    opening, words = scene.opening(verb.i), role_words()
    if (
        verb.proclitics
        or opening >= verb.i
        or verb.i == behind_dateline(passage, scene)
        or scene.tokens.forms[verb.i - 1] in words["opening"]
    ):
        return True
    dated = any(time.j == verb.i for time in times_before(passage, verb.i))
    return dated or (verb.i - opening <= _INTRODUCED and scene.tokens.forms[opening] in words["introducing"])


def times_before(passage: Passage, i: int) -> list[TimePhrase]:
    """The last times that begin before token i."""
    at = bisect_left(passage.times, i, key=lambda time: time.i)
    return passage.times[max(0, at - 2) : at]

"""Whose attack it was where only an adjective says it: a Russian missile strike, غارة إسرائيلية, المدفعية التركية."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import takewhile

from mahdar.language.tokens import Span
from mahdar.reading.events.found import Found
from mahdar.reading.events.scene import Scene
from mahdar.reading.passage import Named, Passage
from mahdar.tables import read_toml

_ATTACKS = "ASSAULT"
_WORDS = 3  # between an adjective of a nation and the noun it describes
_MOST = 12  # adjectives of nations looked at in a clause
_LEADING = 3  # numbers and articles between a preposition and the noun


def attackers(passage: Passage, scene: Scene, found: Found) -> tuple[str, ...]:
    """The one state whose adjective describes the attack, or the weapon that is its subject; else nothing."""
    if found.type != _ATTACKS:
        return ()
    states = {name.entity for name in _adjectives(passage, scene, found) if _attacks(passage, scene, found, name)}
    return tuple(states) if len(states) == 1 else ()


def _adjectives(passage: Passage, scene: Scene, found: Found) -> list[Named]:
    """The adjectives of nations in the clauses of verb and deed."""
    ends = [scene.clause(scene.hits[k].i) for k in (found.verb, found.deed)]
    span = Span(min(end.i for end in ends), max(end.j for end in ends))
    at = bisect_left(passage.named, span.i, key=lambda name: name.i)
    named = takewhile(lambda name: name.i < span.j, passage.named[at : at + _MOST])
    return [name for name in named if name.kind == "demonym" and not name.head]


def _attacks(passage: Passage, scene: Scene, found: Found, name: Named) -> bool:
    phrase = _phrase_before(passage, name) if passage.language == "ar" else _phrase_behind(passage, name)
    if phrase is None:
        return False
    if _is_subject(passage, scene, found, phrase, name):
        return True
    nouns = {_bare(form) for form in passage.tokens.forms[phrase.i : phrase.j]}
    return bool(nouns & _words()["attack"]) and (_is_deed(scene, found, phrase) or _is_means(passage, phrase, name))


def _phrase_before(passage: Passage, name: Named) -> Span | None:
    """The Arabic noun that an adjective describes, with other adjectives between them."""
    forms, known = passage.tokens.forms, _words()
    for i in range(name.i - 1, max(-1, name.i - 1 - _WORDS), -1):
        if _bare(forms[i]) in known["attack"] | known["weapon"]:
            return Span(i, name.i)
        if _bare(forms[i]) not in known["adjective"]:
            return None
    return None


def _phrase_behind(passage: Passage, name: Named) -> Span | None:
    """The English nouns directly behind an adjective, as far as they are weapons and attacks."""
    forms, known, end = passage.tokens.forms, _words(), name.j
    while end < len(forms) and forms[end] in known["attack"] | known["weapon"] | known["adjective"]:
        end += 1
    nouns = known["attack"] | known["weapon"]
    return Span(name.j, end) if end > name.j and forms[end - 1] in nouns else None


def _is_subject(passage: Passage, scene: Scene, found: Found, phrase: Span, name: Named) -> bool:
    """Whether the phrase stands directly before the verb, or in Arabic between the verb and its object."""
    verb = scene.hits[found.verb]
    if found.passive or found.sense.kind == "undergo":
        return False
    if passage.language != "ar":
        return _before_verb(passage, phrase.j, verb.i) or _opens(passage, scene, phrase, verb.i)
    if name.j == verb.i:
        return True
    words = _words()
    felled = found.sense.row.rpartition(":")[2] in words["felling"]
    felled &= _bare(passage.tokens.forms[phrase.i]) not in words["shooting"]
    felled &= not _nominative(passage, phrase, name)
    return verb.j == phrase.i and not felled and _has_object(passage, scene, name.j)


def _nominative(passage: Passage, phrase: Span, name: Named) -> bool:
    """Whether the endings show an indefinite subject and its object: أصاب صاروخ روسي سوقا."""
    forms, object_ = passage.tokens.forms, passage.tokens.forms[name.j : name.j + 1]
    weapon = forms[phrase.i]
    return (
        not weapon.startswith("ال") and not weapon.endswith(("ا", "ه")) and object_ != [] and object_[0].endswith("ا")
    )


def _before_verb(passage: Passage, end: int, verb: int) -> bool:
    """Whether nothing but auxiliaries stands between a subject and its verb."""
    return end <= verb and all(form in _words()["auxiliary"] for form in passage.tokens.forms[end:verb])


def _opens(passage: Passage, scene: Scene, phrase: Span, verb: int) -> bool:
    """Whether an English clause opens with an attack, its aim behind it: an Israeli strike on a school killed …."""
    forms, opening = passage.tokens.forms, scene.opening(verb)
    articles = all(form in _words()["article"] for form in forms[opening : phrase.i - 1])
    return articles and opening < phrase.i <= verb and forms[phrase.j - 1] in _words()["attack"]


def _has_object(passage: Passage, scene: Scene, i: int) -> bool:
    """Whether a noun follows: without one the verb is passive, and the weapon its victim."""
    forms = passage.tokens.forms
    noun = i < scene.span.j and (passage.tokens.is_word(i) or passage.tokens.is_number(i))
    return noun and forms[i] not in _words()["governing"]


def _is_deed(scene: Scene, found: Found, phrase: Span) -> bool:
    """Whether the phrase is the very deed that the verb carries or the headline names."""
    return phrase.i <= scene.hits[found.deed].i < phrase.j


def _is_means(passage: Passage, phrase: Span, name: Named) -> bool:
    """Whether somebody suffers in or by the attack."""
    start, known = min(phrase.i, name.i), _words()
    forms = passage.tokens.forms
    if passage.language == "ar" and forms[start][:1] in "بل" and forms[start] not in known["attack"]:
        return True
    for i in range(start - 1, max(-1, start - 1 - _LEADING), -1):
        if forms[i] in known["means"]:
            return True
        if not (forms[i] in known["article"] or passage.tokens.is_number(i)):
            return False
    return False


def _bare(form: str) -> str:
    """An Arabic noun without the article and a preposition of one letter."""
    for prefix in ("بال", "لل", "ال", "ب", "ل"):
        if form.startswith(prefix) and len(form) - len(prefix) > 2 and form not in _words()["whole"]:
            return form[len(prefix) :]
    return form


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_toml("mahdar.reading", "events_nationality.toml").items()}

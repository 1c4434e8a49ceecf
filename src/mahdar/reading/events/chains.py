"""Verbs of one clause that "and" joins: where the parties of one end, and whose subject another shares."""

from __future__ import annotations

from bisect import bisect_left

from mahdar.language.lexicon import Hit
from mahdar.reading.events.candidates import role_words
from mahdar.reading.events.scene import Scene
from mahdar.reading.events.senses import Word
from mahdar.reading.passage import Named, Passage

_CONJUNCTIONS = frozenset("وف")
_FINITE = frozenset({"perfect", "imperfect", "past", "s"})
_ADVERB = "ly"
_MOST = 24  # hits looked at on either side
_REACH = 40  # tokens


def parties_end(passage: Passage, scene: Scene, k: int) -> int:
    """The token at which the parties of the verb at hit k end: the end of its clause, or what joins a verb to it."""
    here, limit = scene.hits[k].j, _another_clause(passage, scene, k)
    for hit in scene.hits[k + 1 : k + 1 + _MOST]:
        joint = joining(passage, scene, hit) if hit.i < limit else None
        if joint is not None and joint >= here:
            return joint
    return limit


def _another_clause(passage: Passage, scene: Scene, k: int) -> int:
    """The end of the clause, or the word that subordinates another to it: killed when aircraft struck the camp."""
    forms, limit = passage.tokens.forms, scene.clause(scene.hits[k].i).j
    subordinate = role_words()["subordinate"]
    last = min(limit, scene.hits[k].j + _REACH)
    return next((i for i in range(scene.hits[k].j, last) if forms[i] in subordinate), limit)


def first_verb(scene: Scene, k: int, start: int) -> int | None:
    """The first finite verb between token ``start`` and hit k."""
    return next(
        (at for at in range(max(0, k - _MOST), k) if scene.hits[at].i >= start and _finite(scene.hits[at])), None
    )


def joining(passage: Passage, scene: Scene, hit: Hit[Word]) -> int | None:
    """The token that joins a verb to another in its clause: "and" with at most a name behind it, the و of a verb."""
    if not _finite(hit):
        return None
    start = scene.opening(hit.i)
    if passage.language == "ar":
        return hit.i if hit.i > start and hit.proclitics in _CONJUNCTIONS else None
    i = _before_asides(passage, start, hit.i, role_words()["light"] - role_words()["conjunction"])
    name = _name_before(passage, i)
    if name is not None and name.i > start:
        i = name.i - (passage.tokens.forms[name.i - 1] in role_words()["joining"] - role_words()["conjunction"])
    return i - 1 if i - 1 > start and passage.tokens.forms[i - 1] in role_words()["conjunction"] else None


def conjoined(scene: Scene, k: int, start: int) -> bool:
    """Whether a past tense behind "and" goes on the main clause: condemned the coup and recalled, and Egypt urged."""
    hit, words = scene.hits[k], role_words()
    forms, joint = scene.tokens.forms, hit.i - 1
    if not any(sense.form == "past" for sense in hit.value.triggers):
        return False
    light = words["light"] - words["conjunction"]
    while joint > start and (forms[joint] in light or forms[joint].endswith(_ADVERB) or _of_name(scene, joint)):
        joint -= 1
    if forms[joint] not in words["conjunction"] or joint <= start or forms[joint - 1].endswith("ed"):
        return False
    between = forms[max(start, joint - _REACH) : joint]
    return not any(form in words["relative"] or form == "that" for form in between)


def _of_name(scene: Scene, i: int) -> bool:
    """Whether token i is written large, as names are, or the article before one."""
    return scene.tokens.is_capital(i) or (scene.tokens.forms[i] == "the" and scene.tokens.is_capital(i + 1))


def before_light(passage: Passage, start: int, i: int) -> int:
    """The first of the auxiliaries, adverbs and times directly before token i."""
    return _before_asides(passage, start, i, role_words()["light"])


def _before_asides(passage: Passage, start: int, i: int, light: frozenset[str]) -> int:
    """The first of these small words, the adverbs and times directly before token i."""
    forms = passage.tokens.forms
    while i > start:
        at = bisect_left(passage.times, i, key=lambda time: time.i) - 1
        if at >= 0 and passage.times[at].j == i and passage.times[at].i >= start:
            i = passage.times[at].i
        elif forms[i - 1] in light or (forms[i - 1].endswith(_ADVERB) and not passage.tokens.is_capital(i - 1)):
            i -= 1
        else:
            break
    return i


def _name_before(passage: Passage, i: int) -> Named | None:
    """The name that ends before token i."""
    at = bisect_left(passage.named, i, key=lambda name: name.i) - 1
    return passage.named[at] if at >= 0 and passage.named[at].j == i else None


def _finite(hit: Hit[Word]) -> bool:
    return any(sense.form in _FINITE for sense in hit.value.triggers)

"""Events in Arabic sentences: which verbs assert a happening, and which nouns of a happening something carries.

Tables: those of ``arabic_words``, and ``events_ar.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from mahdar.kept import kept
from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Hit
from mahdar.reading.events.arabic_words import lexicon
from mahdar.reading.events.found import Found
from mahdar.reading.events.scene import Scene
from mahdar.reading.events.senses import CARRIER, Sense, Word
from mahdar.tables import read_toml

__all__ = ["find", "lexicon"]

_ROOM = "mahdar.reading"
_CONJUNCTIONS = "وف"
_ATTACHED = "وفبل"
_NOTHING: frozenset[str] = frozenset()
_NEAR = 5
_CLOSE = frozenset({"near", "subject"})
_GOVERNS = 8
_LOOK_AHEAD = 8
_FAR = 24  # deeper in a sentence, news recalls what happened before
_OPENERS = frozenset('.,;:!?،؛؟…«»“”"*()-')
_SUBJECTS = frozenset({"subjunctive", "armed", "person", "particle", "day", "link", "casualty", "masses"})
_WITH = {"into": frozenset({"الي"}), "stance": frozenset({"عن"})}  # folded preposition that brings the deed
_DESCRIBED = 3
_BANNERS = frozenset({"protest", "slogan", "proposal"})
_UNTIL = frozenset({"بعد", "قبل", "منذ", "الي", "سبق"})  # before أن and a verb of the perfect
_IF = frozenset({"اذا", "لو"})


def find(scene: Scene) -> Iterator[Found]:
    """The events that an Arabic sentence asserts, in order."""
    if scene.asks or _conditional(scene, min(len(scene.hits), 3), scene.span.i):
        return
    for k, hit in enumerate(scene.hits):
        if hit.value.triggers:
            found = _verb(scene, k)
            if found:
                yield found
                continue
        if hit.value.deeds:
            found = _title(scene, k)
            if found:
                yield found


def _verb(scene: Scene, k: int) -> Found | None:
    for sense in scene.hits[k].value.triggers:
        if not scene.fits(k, sense) or not _asserted(scene, k, sense):
            continue
        if sense.type != CARRIER:
            return Found(sense.type, k, k, sense)
        carried = scene.carried(k, sense, "ب" if sense.kind == "by" else "")
        if carried and not _blocked(scene, k, carried[0], sense):
            return Found(carried[1].type, carried[0], k, sense)
    return None


def _asserted(scene: Scene, k: int, sense: Sense) -> bool:
    """Whether the verb at hit k stands as a fact: not negated, wished, future, conditional or really a noun."""
    hit = scene.hits[k]
    before = _before(scene, hit.i)
    if sense.kind != "speech" and scene.tokens.forms[hit.j : hit.j + 1] == [":"]:
        return False  # هاتف: 0021
    if hit.proclitics.lstrip(_CONJUNCTIONS) or "negator" in before or scene.is_before(k, "conditional"):
        return False
    letters = _spelled().get(scene.tokens.forms[hit.i].removeprefix(hit.proclitics))
    if letters is not None and not any(one in scene.tokens.original(hit.i, hit.j) for one in letters):
        return False
    if sense.form == "imperfect" and (not _present(scene, sense, before) or _describes(scene, k)):
        return False
    if sense.kind != "speech" and hit.i - scene.span.i > _FAR:
        return False
    if _nominal(scene, k) or _denied(scene, k) or _background(scene, k):
        return False
    return not _conditional(scene, k, scene.clause(hit.i).i) and not scene.belied(k)


@cache
def _spelled() -> dict[str, str]:
    """Folded verbs that count only where one of these letters is written in them."""
    table: dict[str, str] = read_toml(_ROOM, "events_ar.toml")["spelled"]
    return {fold_word(verb): letters for verb, letters in table.items()}


def _present(scene: Scene, sense: Sense, before: frozenset[str]) -> bool:
    """The present tense reports acts of speech; other acts only in a headline."""
    return not before & {"future", "subjunctive"} and (sense.kind == "speech" or scene.headline)


def _describes(scene: Scene, k: int) -> bool:
    """Whether a present tense behind a protest or banner says what it is for: مظاهرة تطالب بـ…."""
    hit = scene.hits[k]
    if not scene.headline and _of_several(scene, hit):
        return True
    near = [other for other in scene.earlier(k)[-_DESCRIBED:] if 0 <= hit.i - other.j < _DESCRIBED]
    return any(
        other.value.classes & _BANNERS and "ال" not in other.proclitics and not scene.parted(other.i, hit.i)
        for other in near
    )


def _of_several(scene: Scene, hit: Hit[Word]) -> bool:
    """Whether a plural present describes the indefinite plural before it: متظاهرين يعارضون البناء."""
    if hit.i == scene.span.i or not scene.tokens.forms[hit.i].endswith("ون"):
        return False
    before = scene.tokens.forms[hit.i - 1]
    return before.endswith(("ين", "ون", "ات")) and not before.startswith(("ال", "لل", "بال", "وال"))


def _nominal(scene: Scene, k: int) -> bool:
    """Whether a spelling that is verb and verbal noun alike is the noun here: بعد قتل، كيفية خطف.

    The verb opens its clause, or stands behind its subject, a year or day, or a particle of the perfect.
    """
    hit = scene.hits[k]
    if not hit.value.deeds and "alike" not in hit.value.classes:
        return False
    if hit.i == scene.span.i or scene.tokens.forms[hit.i - 1] in _OPENERS or scene.tokens.is_number(hit.i - 1):
        return False
    if hit.proclitics:
        return not _governed(scene, k)
    before, known = scene.tokens.forms[hit.i - 1], _before(scene, hit.i)
    if before == "ان" and scene.tokens.forms[max(0, hit.i - 2)] not in _UNTIL:  # that support is conditional
        return True
    if "construct" in known or (_governed(scene, k) and not _that(scene, scene.clause(hit.i).i, hit.i)):
        return True
    if scene.before(k) is not None:
        known |= scene.hits[k - 1].value.classes
    accusative = before.endswith("ا") and not before.endswith("ها")
    return not (known & _SUBJECTS or before.startswith("ال") or accusative)


def _governed(scene: Scene, k: int) -> bool:
    """Whether a verb of the perfect stands a few words before hit k in its clause."""
    i = scene.hits[k].i
    return any(i - scene.hits[other].j < _GOVERNS and _perfect(scene, other) for other in scene.around(k, "<"))


def _perfect(scene: Scene, k: int) -> bool:
    """Whether hit k can only be a verb of the perfect, as it is where a sentence opens with it."""
    word = scene.hits[k].value
    return any(sense.form == "perfect" for sense in word.triggers) and (
        not word.deeds or (scene.hits[k].i == scene.span.i and not scene.headline)
    )


def _background(scene: Scene, k: int) -> bool:
    """Whether the verb stands in a relative or temporal clause, which recalls a happening instead of reporting it."""
    here = scene.hits[k].i
    start = scene.clause(here).i
    if "who" in _before(scene, here):
        return True
    if any("relative" in _before(scene, i) for i in range(max(start + 1, here - 2), here + 1)):
        return True
    return any("background" in hit.value.classes for hit in scene.earlier(k)[-4:] if hit.i >= start)


def _denied(scene: Scene, k: int) -> bool:
    """Whether the sentence denies, plans, fears or alleges before it comes to hit k."""
    return any("denial" in hit.value.classes for hit in scene.earlier(k) if scene.parted(hit.i, scene.hits[k].i) <= 2)


def _conditional(scene: Scene, k: int, start: int) -> bool:
    """Whether a conditional or question word opens the stretch from token ``start`` to hit k."""
    earlier = [hit for hit in scene.earlier(k) if hit.i >= start]
    if any("conditional" in hit.value.classes and scene.tokens.forms[hit.i] in _IF for hit in earlier):
        return True
    first = earlier[0] if earlier else None
    return first is not None and first.i <= start + 1 and bool({"conditional", "question"} & first.value.classes)


def _blocked(scene: Scene, k: int, deed: int, sense: Sense) -> bool:
    """Whether the deed is only a topic (وقف الهجمات), or an announcement's deed is not directly in its clause."""
    if sense.kind in _WITH:
        return not _brought(scene, k, deed, sense.kind)
    if _before(scene, scene.hits[deed].i) & {"topic", "negator"} or _relative_between(scene, k, deed, sense):
        return True
    if any("denial" in other.value.classes for other in scene.hits[k + 1 : deed]):
        return True
    hit, distance = scene.hits[deed], abs(scene.hits[deed].i - scene.hits[k].i)
    if sense.kind == "by":
        return "ب" not in hit.proclitics
    if sense.kind in _CLOSE:
        return distance > _NEAR or (sense.kind == "subject" and "preposition" in _before(scene, hit.i))
    return sense.kind == "announce" and _subordinate(scene, k, hit)


def _brought(scene: Scene, k: int, deed: int, kind: str) -> bool:
    """Whether the preposition that this kind of verb asks for stands before the deed, or for عن at least no other."""
    i = scene.hits[deed].i
    if scene.hits[deed].proclitics or scene.tokens.forms[i - 1] in _WITH[kind]:
        return not scene.hits[deed].proclitics
    return kind == "stance" and "preposition" not in _before(scene, i) and i - scene.hits[k].j < _NEAR


def _relative_between(scene: Scene, k: int, deed: int, sense: Sense) -> bool:
    """Whether the deed behind a verb belongs to a relative clause about something else."""
    if sense.kind == "effect":
        return False
    return any("relative" in _before(scene, i) for i in range(scene.hits[k].j + 1, scene.hits[deed].i + 1))


def _subordinate(scene: Scene, k: int, hit: Hit[Word]) -> bool:
    """Whether a deed behind a verb of announcing is known already, an aside (احتجاجا على) or in its own clause."""
    return "ال" in hit.proclitics or "demand" in hit.value.classes or _that(scene, scene.hits[k].j, hit.i)


def _that(scene: Scene, i: int, j: int) -> bool:
    """Whether أن begins a clause of its own between tokens i and j."""
    return any("that" in _before(scene, at) for at in range(i + 1, j + 1))


def _title(scene: Scene, k: int) -> Found | None:
    """A sentence that begins with the deed itself: مقتل ثلاثة في انفجار."""
    hit = scene.hits[k]
    if not _opens(scene, hit.i) or _comments(scene, k) or (hit.proclitics and not _released(scene, hit)):
        return None
    sense = next((s for s in hit.value.deeds if s.kind == "result" and scene.fits(k, s)), None)
    return Found(sense.type, k, k, sense) if sense else None


def _released(scene: Scene, hit: Hit[Word]) -> bool:
    """Whether a headline opens with a definite deed and its preposition: الإفراج عن صحفي."""
    behind = scene.tokens.forms[hit.j] if hit.j < scene.span.j else ""
    return scene.headline and hit.proclitics == "ال" and behind in ("عن", "علي")


def _comments(scene: Scene, k: int) -> bool:
    """Whether a full sentence says something of the deed at its head instead of reporting it: اغتياله جاء من أجل …."""
    return not scene.headline and any("comment" in hit.value.classes for hit in scene.hits[k + 1 : k + _LOOK_AHEAD])


def _opens(scene: Scene, i: int) -> bool:
    return i == scene.span.i or (scene.tokens.forms[i - 1] in "*:-•" and i - scene.span.i < 12)


def _before(scene: Scene, i: int) -> frozenset[str]:
    """The classes of the small word directly before token i, with or without an attached particle."""
    if i <= scene.span.i:
        return _NOTHING
    form, known = scene.tokens.forms[i - 1], _particles()
    return known.get(form) or (known.get(form[1:], _NOTHING) if form[0] in _ATTACHED else _NOTHING)


@kept
def _particles() -> dict[str, frozenset[str]]:
    """Folded small word to its classes in the table ``before``."""
    classes: dict[str, frozenset[str]] = {}
    for name, words in read_toml(_ROOM, "events_ar.toml")["before"].items():
        for word in words:
            form = fold_word(word).split()[-1]
            classes[form] = classes.get(form, _NOTHING) | {name}
    return classes

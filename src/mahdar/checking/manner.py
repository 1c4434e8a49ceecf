"""What the words around a claim make of it, whatever its kind: a frame that calls it false, a verb that puts it ahead,
"no" before its noun, a word that makes it the first, the last or that of its doer alone.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cache

from mahdar.checking.denials import under_denial
from mahdar.checking.protocol import CHOICES, Found, Singled
from mahdar.checking.registry import kinds
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.marks import Mark

_TOLD = ("past", "passive", "present", "future")
_NO_REACH = 3  # tokens from "no" to its noun
_DEEDS = ("veto", "veto_verb", "veto_use", "vote", "adopt", "abstain", "voted_for", "voted_against", "oppose", "favour")
_NOUNS = ("resolution", "meeting", "council.meeting", "sit", "elect", "session")
_COUNTING = frozenset({"round", "times", "count"})
_TALLIED = frozenset({*CHOICES, "symbol"})
_SINGLE_BACK, _SINGLE_REACH = 4, 40
_ARTICLES = 2
_RANKS: dict[str, Singled] = {"first": "first", "last": "last"}
_DEED_REACH = 4  # tokens of the words of a deed right before a claim, or behind it


def _list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "manner.toml", name)


def told(scene: Scene, found: Found) -> Found | None:
    """The claim as the words around it put it; None where a frame that calls something false only presupposes it."""
    denied = under_denial(scene, found)
    if denied is None:
        return None
    found = _ahead(scene, denied)
    found = _none_of(scene, found)
    mark = singled(scene, found)
    found = replace(found, singled=mark) if mark else found
    if not _framed(scene, found):
        return found
    return replace(found, negated=not found.negated) if _asserts(scene, found) else None


# -- told as false
def _framed(scene: Scene, found: Found) -> bool:
    """Whether the clause of a claim stands in "it is false that …" or "the claim that … is false"."""
    if scene.has_any(("false",)):
        frames = [c for c in scene.within("false", scene.sentence(found.i).i, found.i + 1) if c.j <= found.i]
        if frames and scene.clause(frames[-1].i) == scene.clause(found.i):
            return True
    if not scene.has_any(("is_false",)):
        return False
    sentence = scene.sentence(found.i)
    opens = [c for c in scene.within("claimed", sentence.i, found.i + 1) if c.j <= found.i]
    return bool(opens) and bool(scene.within("is_false", found.i + 1, sentence.j))


def _asserts(scene: Scene, found: Found) -> bool:
    """Whether the clause itself makes the claim: a verb in it tells it, or it is the first predicate behind the
    frame; a resolution or an official that it only names is presupposed.
    """
    kind = kinds()[found.kind]
    if "resolution" in kind.nouns and scene.any_of(("veto", "veto_verb"), *_clause(scene, found)):
        return False
    if kind.standing:
        return True
    beside = scene.any_of(_DEEDS, max(0, found.i - _DEED_REACH), found.j + _DEED_REACH)
    if any((c.form == "past" and c.j == found.i) or (c.form == "passive" and c.i == found.j) for c in beside):
        return True
    return any(c.form in _TOLD for k in range(found.i, found.j) for c in scene.begins(k))


def _clause(scene: Scene, found: Found) -> tuple[int, int]:
    clause = scene.clause(found.i)
    return clause.i, clause.j


# -- told as future
def _ahead(scene: Scene, found: Found) -> Found:
    """The claim as one of the future where "will" or its like stands before the first verb of its words."""
    if found.tense == "future":
        return found
    if not _AHEAD.at(scene.tokens):
        return found
    k = next((k for k in range(_before(scene, found), found.j) if _puts_ahead(scene, k)), None)
    if k is None or any(c.form in ("past", "passive") and c.j <= k for i in range(found.i, k) for c in scene.begins(i)):
        return found
    return replace(found, tense="future", now=False, assumed=False)


def _puts_ahead(scene: Scene, k: int) -> bool:
    """Whether token k is "will" or its like, and neither a noun ("the will of the Council") nor in a clause of its own
    ("Japan, which will preside, is a member").
    """
    return _listed("ahead", scene.forms[k]) and not (k and _listed("not_ahead", scene.forms[k - 1]))


def _before(scene: Scene, found: Found) -> int:
    """The first token that may put a claim ahead: its own first, or "will" before it, fillers between."""
    k, low = found.i, scene.clause(found.i).i
    while k > low and _listed("ahead_fill", scene.forms[k - 1]):
        k -= 1
    return k - 1 if k > low and _listed("ahead", scene.forms[k - 1]) else found.i


def _listed(name: str, form: str) -> bool:
    """Whether a list holds a word, with or without an Arabic conjunction before it."""
    known = _list(name)
    return form in known or (form[:1] in ("و", "ف") and form[1:] in known)


# -- "no" before the noun
def _none_of(scene: Scene, found: Found) -> Found:
    """The claim denied where "no" stands before its own noun, the first word that tells it: "held no meeting"."""
    nouns = kinds()[found.kind].nouns
    low = max(scene.sentence(found.i).i, found.i - 2)
    if found.negated or not nouns or scene.passage.language != "en" or "no" not in scene.forms[low : found.j]:
        return found
    first = next(iter(scene.any_of(nouns, low, found.j)), None)
    if first is None:
        return found
    no = next((k for k in range(max(low, first.i - _NO_REACH), first.i) if scene.forms[k] == "no"), None)
    if no is None or scene.forms[no + 1] in _list("more_or_less") or scene.forms[no + 1].isdigit():
        return found
    aside = no > 0 and scene.forms[no - 1] in _list("aside")
    return found if aside else replace(found, negated=True)


# -- the first, the last, alone
def singled(scene: Scene, found: Found) -> Singled:
    """Whether a claim is told as the first or the last of its kind, or as that of its doers alone; not where its
    arguments count already.
    """
    if not _COUNTING.isdisjoint(found.args):
        return ""
    if scene.has_any(("except",)) and _TALLIED.isdisjoint(found.args) and _all_but(scene, found):
        return "only"
    if not (places := _SINGLING.at(scene.tokens)):
        return ""
    low, high = max(scene.clause(found.i).i, found.i - _SINGLE_BACK), min(found.j, found.i + _SINGLE_REACH)
    for k in places[bisect_left(places, low) : bisect_left(places, high)]:
        mark = _mark(scene.forms[k])
        if mark == "alone" and _of_state(scene, found, k):
            return "alone"
        if mark == "only" and any(s.i - k <= _ARTICLES for s in scene.states_in(k + 1, k + 1 + _ARTICLES + 1)):
            return "alone"
        if mark in _RANKS and _ranks(scene, k):
            return "only" if _narrowed(scene, k, min(found.j, scene.clause(k).j)) else _RANKS[mark]
    return ""


def _narrowed(scene: Scene, i: int, j: int) -> bool:
    """Whether a rank only counts within a stretch that words behind it name: "the first veto of the war"."""
    return not _list("within").isdisjoint(scene.forms[i:j])


def _all_but(scene: Scene, found: Found) -> bool:
    """Whether a denial with an exception makes a deed the only one: لم يعقد سوى جلسة; that of a time does not."""
    clause = scene.clause(found.i)
    exceptions = [c for c in scene.within("except", clause.i, clause.j) if not scene.times_in(c.j, c.j + _ARTICLES)]
    return bool(exceptions) and any(_listed("denies", form) for form in scene.forms[clause.i : exceptions[-1].i])


def _mark(form: str) -> str:
    """Which list of words that single out holds a word, with or without an Arabic conjunction; else ""."""
    known = _marks()
    return known.get(form) or (known.get(form[1:], "") if form[:1] in ("و", "ف") else "")


@cache
def _marks() -> dict[str, str]:
    lists = ("alone", "only", "first", "last")
    return {word: name for name in lists for word in _list(name)}


_AHEAD = Mark(lambda form: _listed("ahead", form))
_SINGLING = Mark(lambda form: _mark(form) != "")


def _of_state(scene: Scene, found: Found, k: int) -> bool:
    """Whether a word for alone stands right behind a state or a deed: "Russia alone vetoed", "vetoed it alone"."""
    if any(s.j == k for s in scene.states_in(max(0, k - _SINGLE_BACK), k)):
        return True
    return any(c.sense.concept in _DEEDS and k - c.j <= _ARTICLES for c in scene.any_of(_DEEDS, found.i, k))


def _ranks(scene: Scene, k: int) -> bool:
    """Whether an ordinal ranks the deed: right before its verb or noun, or with a word for time; not where it is part
    of a date ("last week") or only says since when there was none.
    """
    low = max(0, k - _SINGLE_BACK)
    if any(t.i <= k < t.j for t in scene.times_in(low, k + 1)) or scene.within("not", low, k):
        return False  # not for the first time, ليست هذه المرة الأولى
    end = _behind_ordinal(scene, k)
    if end is None or end >= len(scene.forms):
        return end is not None
    return not _listed("measured", scene.forms[end]) and not _span_of_years(scene, end)


def _behind_ordinal(scene: Scene, k: int) -> int | None:
    """The token behind an ordinal and the word for time, verb or noun that it ranks; None where there is none."""
    forms = scene.forms
    if k + 1 < len(forms) and _listed("once", forms[k + 1]):
        return k + 2
    if k and _listed("once", forms[k - 1]):
        return k + 1
    return next((c.j for c in scene.any_of((*_DEEDS, *_NOUNS), k + 1, k + 2)), None)


def _span_of_years(scene: Scene, k: int) -> bool:
    """Whether "in" opens a duration at token k: "for the first time in 40 years", "in decades"."""
    return scene.forms[k] == "in" and any(form in _list("durations") for form in scene.forms[k + 1 : k + 4])

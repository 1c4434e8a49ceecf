"""Treaties that a clause only points to: "the convention", "has not ratified it", الذي وقعه, "which it signed in"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from mahdar.checking.cues import Cue, Sense
from mahdar.checking.scene import Scene
from mahdar.language.tokens import COMMAS
from mahdar.mechanisms.treaties.protocols import LOOSE, NAMES, named, named_in
from mahdar.mechanisms.treaties.wording import words

_NAME_REACH = 16  # tokens of the longest name of a treaty
_BACK, _FAR_BACK = 3, 8  # sentences back to the one that names the treaty, and if the report names no other
_GOES_ON = ("treaty.it", "treaty.alone", "treaty.anaphor", "treaty.act")  # in sentences that are about the treaty still
_STAYS_OUT = "not-party"
_ANY, _COURT = "any", "court"
_RELATIVE_REACH, _GAP = 7, 3  # tokens between "which" and its verb, and between a treaty and "which"


def treaties(scene: Scene) -> list[Cue]:
    """The names of treaties, and the words that stand for one, in order."""
    names = named(scene)
    if not names:
        return []
    meant = [_standing_for(scene, cue) for cue in scene.all("treaty.anaphor")]
    return sorted([*names, *(cue for cue in meant if cue is not None)], key=lambda cue: cue.i)


def _standing_for(scene: Scene, cue: Cue) -> Cue | None:
    """ "The convention" as a name of the one last named, if no name of another begins there."""
    if any(name.j > cue.i for name in named_in(scene, cue.i - _NAME_REACH, cue.j)) or _goes_on(scene, cue.j):
        return None
    if scene.passage.language == "en" and (not cue.i or scene.forms[cue.i - 1] not in words("articles")):
        return None
    slug = _last(scene, cue.i, _BACK, _of_kind(cue.value)) or _only(scene, cue.i)
    if _of_kind(cue.value) and slug not in _of_kind(cue.value):
        return None
    concept = NAMES[cue.value == _COURT]
    return Cue(cue.i, cue.j, Sense(concept, "", slug), cue.proclitics) if slug else None


def _goes_on(scene: Scene, j: int) -> bool:
    """Whether a longer name begins: الاتفاقية الدولية, "the convention on"."""
    if j >= len(scene.forms) or scene.times_in(j, j + 1):
        return False
    word = scene.forms[j]
    return word in words("longer") or (scene.passage.language == "ar" and word.startswith(("ال", "لل")))


@cache
def _of_kind(kind: str) -> frozenset[str]:
    """The treaties that go by a noun; empty where all do."""
    return words(kind) if kind else frozenset()


def _last(scene: Scene, i: int, back: int, among: frozenset[str]) -> str:
    """The only treaty of some that the last sentence to name one has before token i."""
    at = scene.passage.sentence_of(i)
    for k in range(at, max(-1, at - 1 - back), -1):
        span = scene.passage.sentences[k]
        slugs = [c.value for c in named_in(scene, span.i, min(span.j, i)) if c.value != _ANY]
        found = {slug for slug in slugs if not among or slug in among}
        if found:
            return next(iter(found)) if len(found) == 1 else ""
    return ""


def _only(scene: Scene, i: int) -> str:
    """The only treaty that the report has named before token i, not too far back."""
    names = [c for c in named_in(scene, 0, i) if c.value != _ANY]
    near = bool(names) and scene.passage.sentence_of(i) - scene.passage.sentence_of(names[-1].i) <= _FAR_BACK
    return names[-1].value if near and len({c.value for c in names}) == 1 else ""


def pointed(scene: Scene, cues: list[Cue]) -> Iterator[tuple[Cue, Cue]]:
    """The acts done about a treaty named before, each with its name: "ratified it", الذي وقعه, "which it signed"."""
    if not cues:
        return
    starts = [cue.i for cue in cues]
    for act in scene.all("treaty.it"):
        cue = _meant(scene, act, cues, starts)
        if cue is not None:
            yield act, cue
    for act in scene.all("treaty.alone") if scene.passage.language == "en" else ():
        cue = _meant(scene, act, cues, starts) if _without_object(scene, act) else None
        if cue is not None:
            yield act, Cue(cue.i, cue.j, replace(cue.sense, form=LOOSE), cue.proclitics)
    for act in scene.all("treaty.act") if scene.passage.language == "en" else ():
        cue = _relative(scene, act, cues, starts)
        if cue is not None:
            yield act, cue


def _without_object(scene: Scene, act: Cue) -> bool:
    """Whether only its time stands behind a verb whose subject stands right before, or the clause ends with a denial:
    "Pakistan acceded in 1996", "but has not ratified".
    """
    i = act.i
    while i > 0 and scene.forms[i - 1] in words("before_alone"):
        i -= 1
    who = any(group[-1].j == i for group in scene.groups(scene.sentence(i).i, i))
    if act.value == _STAYS_OUT:
        return scene.forms[act.j : act.j + 1] in ([], ["."], [","], [";"]) and (who or i < act.i)
    return bool(scene.times_in(act.j, act.j + 2)) and (who or i < act.i)


def _meant(scene: Scene, act: Cue, cues: list[Cue], starts: list[int]) -> Cue | None:
    """The treaty for which "it" stands: the last one of the sentence, else the only one of the sentence before, or of
    one before those that only speak of it too.
    """
    k = bisect_left(starts, act.i)
    last = cues[k - 1] if k else None
    if last is None or last.value in ("", _ANY) or " " in last.value:
        return None
    if not words("another").isdisjoint(scene.forms[last.j : act.i]):
        return None  # "scrapped a fishing deal that it had signed"
    if last.i >= scene.sentence(act.i).i:
        return last
    at = scene.passage.sentence_of(act.i) - 1
    named = scene.passage.sentence_of(last.i)
    spans = scene.passage.sentences[named + 1 : at + 1]
    alone = len({cue.value for cue in cues[:k]}) == 1  # the only treaty of which the report told so far
    goes_on = at - named < (_FAR_BACK if alone else _BACK) and all(scene.any_of(_GOES_ON, s.i, s.j) for s in spans)
    slugs = {cue.value for cue in cues[:k] if cue.i >= scene.passage.sentences[named].i}
    return last if goes_on and len(slugs) == 1 else None


def of_last_named(scene: Scene, act: Cue) -> bool:
    """Whether an English act is told of the treaty right before it alone: "CEDAW, which it joined in 1993, and",
    "CEDAW, ratified in 1993, and".
    """
    if scene.passage.language != "en" or not scene.times_in(act.j, act.j + 2):
        return False
    low = max(scene.sentence(act.i).i, act.i - _RELATIVE_REACH)
    which = scene.within("relative", low, act.i)
    i = which[-1].i if which else act.i
    i -= scene.forms[i - 1] in words("listing") and scene.forms[i - 1] not in COMMAS  # to which
    if i < 1 or scene.forms[i - 1] not in COMMAS:
        return False
    return any(name.j == i - 1 for name in named_in(scene, max(0, i - _NAME_REACH), i))


def _relative(scene: Scene, act: Cue, cues: list[Cue], starts: list[int]) -> Cue | None:
    """The treaty before "which" of whose clause an English verb without an object is the verb."""
    k = bisect_left(starts, act.i)
    low = max(scene.sentence(act.i).i, act.i - _RELATIVE_REACH)
    which = scene.within("relative", low, act.i)
    if not k or not which or cues[k - 1].j > which[-1].i or which[-1].i - cues[k - 1].j >= _GAP:
        return None
    behind = scene.forms[act.j] if act.j < len(scene.forms) else "."
    ends = behind in words("ends") or bool(scene.times_in(act.j, act.j + 2))
    return cues[k - 1] if ends else None

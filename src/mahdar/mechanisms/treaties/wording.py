"""The words around a treaty: what may stand between two of a list, and how far a noun tells of an act as done."""

from __future__ import annotations

from functools import cache

from mahdar.checking import wordlists
from mahdar.checking.cues import Cue
from mahdar.checking.scene import Scene
from mahdar.language.tokens import tokens_of

_PACKAGE = "mahdar.mechanisms.treaties"
_QUOTES = frozenset("\"“”„«»'‘’")
_DONE_REACH, _WEIGHED_REACH = 30, 6  # tokens before a noun in which it is told as done, or as weighed


@cache
def words(name: str) -> frozenset[str]:
    """A list of `tables/words.toml`, folded."""
    return wordlists.words(_PACKAGE, "words.toml", name)


def listed(scene: Scene, i: int, j: int, *, titles: bool = False) -> bool:
    """Whether only times and words of listing stand between two treaties: "in 1982 and to", وإلى; ``titles``: also
    words that may be those of a treaty that no table names.
    """
    other = bare(scene, i, j) - words("listing")
    return not other or (titles and all(_titular(scene, k) for k in range(i, j) if scene.forms[k] in other))


def _titular(scene: Scene, k: int) -> bool:
    english = scene.passage.language == "en"
    return scene.tokens.is_capital(k) if english else scene.forms[k].startswith(("ال", "لل", "وال", *words("title")))


def bare(scene: Scene, i: int, j: int) -> set[str]:
    """The words between two tokens that belong to no time; marks of quotation aside."""
    timed = tokens_of(scene.times_in(i, j))
    return {scene.forms[k] for k in range(i, j) if k not in timed} - _QUOTES


def side(scene: Scene, act: Cue, cue: Cue) -> bool:
    """Whether "party to", طرف في leads to something else than treaties: "each party to the conflict must respect"."""
    leads = act.form == "present" and scene.forms[act.j - 1] in words("leads")
    return (
        leads
        and not bare(scene, act.j, cue.i) <= words("treaties") | words("listing")
        and not listed(scene, act.j, cue.i, titles=True)
    )


def goes_on(scene: Scene, i: int, j: int) -> bool:
    """Whether "and" or و leads to something else between two tokens: "acceded to CEDAW and amended its law in 2014"."""
    arabic, listing = scene.passage.language == "ar", words("listing")
    return any(
        f in words("goes_on") or (arabic and f.startswith("و") and f not in listing | words("tails"))
        for f in scene.forms[i:j]
    )


def weighed(scene: Scene, act: Cue) -> bool:
    """Whether a noun tells of what somebody considers: "studies accession to", مشروع قانون التصديق على."""
    low = max(scene.sentence(act.i).i, act.i - _WEIGHED_REACH)
    return bool(scene.within("treaty.weighs", low, act.i))


def done(scene: Scene, act: Cue) -> bool:
    """Whether the words before a noun tell it as done: its instrument deposited, its day, or who welcomed it."""
    low = max(scene.sentence(act.i).i, act.i - _DONE_REACH)
    return bool(scene.within("treaty.done", low, act.i) or scene.times_in(low, act.i))


def joined(scene: Scene, act: Cue) -> bool:
    """Whether "and" joins a noun to the one before: التصديق على … والانضمام إلى, "of accession to … and of"."""
    return act.proclitics.startswith("و") or any(form == "and" for form in scene.forms[max(0, act.i - 2) : act.i])

"""The verb group around a cue: auxiliaries, adverbs, negation, and whether it is reported as said."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.reading.statements.english_cues import Cue
from mahdar.reading.statements.english_view import View

_FARTHEST = 8


@dataclass(frozen=True, slots=True)
class Group:
    """Tokens ``i`` to ``j`` are a verb group with its cue from ``cue``; ``mood`` says how it is meant.

    ``mood`` is ``said``, ``negated``, ``unreal`` (modal, infinitive), ``passive`` or ``participle`` (-ing by itself).
    """

    i: int
    cue: int
    j: int
    mood: str


def group(view: View, i: int, j: int, cue: Cue) -> Group:
    """The verb group whose cue is tokens i to j."""
    start = _start(view, i)
    before = view.forms[start:i]
    mood = _mood(view, before, start, cue)
    if mood == "said" and _is_passive_participle(view, start, before, cue, j):
        mood = "unreal"
    return Group(start, i, _end(view, j), mood)


def _is_passive_participle(view: View, start: int, before: list[str], cue: Cue, j: int) -> bool:
    """Whether a participle without an auxiliary is passive: "agreed by the envoys", "when asked about it"."""
    if cue.form not in {"both", "participle"} or set(before) & view.words.auxiliaries:
        return False
    return _has_agent(view, j) or view.form(start - 1) in view.words.ellipses


def _has_agent(view: View, j: int) -> bool:
    """Whether a participle and not a past stands before token j: "a text agreed by the envoys"."""
    j = view.time_end(j) or j  # criticised last week by
    behind = view.form(j + 1)
    by = view.form(j) == "by" and view.word(j + 1)
    return by and not behind.endswith("ing") and behind not in view.words.means


def _start(view: View, i: int) -> int:
    """Back over auxiliaries and adverbs, and over a verb that carries an infinitive."""
    start = i
    while start > 0 and i - start < _FARTHEST and _helps(view, start - 1, i):
        start -= 1
    while start < i and _is_adverb(view, start) and not _opens_group(view, start):
        start += 1
    return start


def _opens_group(view: View, k: int) -> bool:
    """An adverb directly before its verb or auxiliary belongs to the group, save at the head of a sentence."""
    return view.word(k - 1) and not view.capital(k)


def _helps(view: View, k: int, cue: int) -> bool:
    form, w = view.forms[k], view.words
    if form == "'s":
        return k + 1 < cue or view.forms[cue].endswith("ing")
    if form == "to":
        return k + 1 == cue or not view.word(cue - 1)
    if form in w.carriers:
        return view.form(k + 1) == "to" or (view.form(k + 1) == "on" and view.form(k + 2) == "to")
    if form == "on":
        return view.form(k + 1) == "to" and view.form(k - 1) in w.carriers
    if form in w.modals and view.capital(k) and k > view.sentence(k)[0] and not view.capital(cue):
        return False  # a study published in May found; Theresa May said
    return form in w.auxiliaries or form in w.modals or form in w.negations or _is_adverb(view, k)


def _is_adverb(view: View, k: int) -> bool:
    form = view.forms[k]
    made = len(form) > 4 and form.endswith("ly") and form not in view.words.nouns_in_ly
    return form in view.words.adverbs or (made and not view.capital(k))


def _end(view: View, j: int) -> int:
    """Forward over adverbs that belong to the cue ("said again")."""
    while (
        view.word(j)
        and view.time_end(j) is None
        and view.forms[j] != "only"
        and (view.forms[j] in view.words.trailing or (view.forms[j].endswith("ly") and _is_adverb(view, j)))
    ):
        j += 1
    return j


def _mood(view: View, before: list[str], start: int, cue: Cue) -> str:
    w = view.words
    held = set(before)
    if held & w.negations or any(form.endswith("n't") for form in before):
        return "negated"
    if held & w.modals or any(form.endswith("'d") for form in before[:-1]):
        return "unreal"
    if before[:1] == ["have"] and view.form(start - 1) == "to" and view.form(start - 2) in w.be:
        return "unreal"  # was to have told
    if "to" in held:
        return "said" if held & w.carriers else "unreal"
    helper = next((form for form in reversed(before) if form in w.auxiliaries), "")
    if cue.form == "ing":
        return "said" if helper in w.be or _contracted(view, start) else "participle"
    if cue.form in {"both", "participle"} and helper in w.be:
        return "said" if helper == "'s" else "passive"
    if cue.form == "base":
        return _base_mood(helper)
    return "said"


def _contracted(view: View, start: int) -> bool:
    return view.form(start - 1).endswith(("'m", "'re", "'s"))


def _base_mood(helper: str) -> str:
    """A base form is present tense only behind a plural; "let X say", "help condemn" are not."""
    return "said" if not helper or helper in {"do", "does", "did"} else "unreal"

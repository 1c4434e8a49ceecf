"""The veto told of by a pronoun, behind the word itself: "it had used it twice before", علما بأنها استخدمته 18 مرة; a
state of its own may use in Arabic that of the sentence before: أما الولايات المتحدة فاستخدمته.
"""

from __future__ import annotations

from dataclasses import replace

from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention
from mahdar.checking.scene import Scene, codes
from mahdar.language.tokens import Span
from mahdar.mechanisms.council import rules
from mahdar.mechanisms.council.casters import Cast, cast
from mahdar.mechanisms.council.words import words as listed

_SUBJECT = 3  # tokens of the subject before the verb


def again(scene: Scene, verb: Cue) -> Cast | None:
    """Who is said to use the veto that the sentence named before: those behind or before the verb, else those who cast
    it there; None where "it" may be another thing, or somebody else acts.
    """
    sentence = scene.sentence(verb.i)
    vetoes = scene.within("veto", sentence.i, verb.i)
    low = begins(scene, verb)
    own = _own(scene, verb, low)
    if not vetoes and own and scene.passage.language != "en" and _only_veto(scene, sentence):
        return _cast(verb, own, own)
    if not vetoes or low <= vetoes[-1].i or scene.within("relative", low, verb.i):
        return None
    group = own or (_caster(scene, vetoes[-1]) if _pronoun(scene, verb, low) else [])
    return _cast(verb, group, own)


def _cast(verb: Cue, group: list[StateMention], own: list[StateMention]) -> Cast | None:
    if not group or not all(rules.may_veto(code) for code in codes(group)):
        return None
    return Cast([replace(state, i=verb.i, j=verb.i) for state in group] if not own else group, verb, firm=False)


def _only_veto(scene: Scene, sentence: Span) -> bool:
    """Whether the sentence before tells of a veto, and neither it nor the own one of a text that may be meant."""
    k = scene.passage.sentence_of(sentence.i)
    before = scene.passage.sentences[k - 1] if k else None
    if before is None or not scene.within("veto", before.i, before.j):
        return False
    return not scene.any_of(("text", "treaty.name"), before.i, sentence.j)


def begins(scene: Scene, verb: Cue) -> int:
    """The token from which what the verb says may begin: that of its clause, or behind the last comma before it."""
    low = scene.clause(verb.i).i
    return next((k + 1 for k in range(verb.i - 1, low, -1) if scene.forms[k] in ",،"), low)


def _own(scene: Scene, verb: Cue, low: int) -> list[StateMention]:
    """The states that a verb of its own names: right before it, in Arabic also right behind."""
    behind = scene.groups(verb.j, verb.j + 1) if scene.passage.language != "en" else []
    before = [g for g in scene.groups(low, verb.i) if verb.i - g[-1].j <= 1]
    return next(iter(behind), []) or next(iter(before[-1:]), [])


def _caster(scene: Scene, veto: Cue) -> list[StateMention]:
    """Those who cast the veto told of before."""
    told = cast(scene, veto)
    return told.group if told is not None else []


def _pronoun(scene: Scene, verb: Cue, low: int) -> bool:
    """Whether nobody is named before the verb, which speaks of "it" or of them."""
    if scene.states_in(low, verb.i, demonyms=True) or scene.within("body", low, verb.i):
        return False
    if scene.passage.language != "en":
        return True
    return any(form in listed("subject") for form in scene.forms[max(low, verb.i - _SUBJECT) : verb.i])

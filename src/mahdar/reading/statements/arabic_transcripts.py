"""Who speaks in an Arabic interview or transcript: س: …، ج: …، المذيع: …، البرهان: …."""

from __future__ import annotations

from mahdar.reading.statements.arabic_content import trim
from mahdar.reading.statements.arabic_cues import words
from mahdar.reading.statements.arabic_voices import subject_after
from mahdar.reading.statements.scene import Scene
from mahdar.reading.statements.transcripts import (
    Introduction,
    Labels,
    Turn,
    answers,
    introduction,
    is_post_of_later,
    turns,
)
from mahdar.reading.statements.values import Spoken

_SPEAKING = frozenset({"person", "office", "outlet", "body", "anaphor"})


def transcript(scene: Scene) -> list[Spoken]:
    """What is said in the turns of a transcript or interview, in text order: nobody known asks, who alone is
    introduced answers.
    """
    found = turns(scene.passage, _labels(scene)) or answers(scene.passage, words("interviews"))
    if not found:
        return []
    before = introduction(scene.passage, found[0].label.i)
    return [_spoken(scene, turn, before) for turn in found]


def _labels(scene: Scene) -> Labels:
    def sure(i: int, j: int) -> bool:
        return j == i + 1 and scene.forms[i] in words("askers") | words("answerers")

    def names(i: int, j: int) -> bool:
        return any(named.j == j and named.kind in _SPEAKING for named in scene.heads_from(i))

    def loose(i: int, j: int) -> bool:
        return scene.forms[i] not in words("no_labels") and all(map(scene.passage.tokens.is_word, range(i, j)))

    return Labels(words("askers"), words("answerers"), sure, names, loose)


def _spoken(scene: Scene, turn: Turn, before: Introduction) -> Spoken:
    label, said = turn.label, turn.said
    who, named = _who(scene, turn, before), scene.text(label.i, label.j) or None
    return Spoken(said.i, trim(scene, said.i, said.j), "say", who, named, (), (label.j, said.i))


def _who(scene: Scene, turn: Turn, before: Introduction) -> tuple[str, ...]:
    """The ids of whoever a label means, or of whoever is introduced where none stands."""
    label, form = turn.label, scene.forms[turn.label.j - 1]
    if label.i == label.j or form in words("answerers"):
        return before.ids
    heads = scene.heads_from(label.i)
    later = any(is_post_of_later(scene.passage, one, before) for one in heads)
    if later or form in words("askers") or (turn.asks and not heads):
        return ()
    found = subject_after(scene, label.i, label.j)
    return found[0].ids if found is not None and found[1] == label.j else ()

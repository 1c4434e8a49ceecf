"""Who speaks in an English transcript or interview: "QUESTION: …", "MR. DOLE: …", "A: …"."""

from __future__ import annotations

from mahdar.reading.statements.english_scene import Scene
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import Speaker
from mahdar.reading.statements.transcripts import (
    Introduction,
    Labels,
    Turn,
    answers,
    introduction,
    is_post_of_later,
    turns,
)

_SPEAKING = frozenset({"person", "office", "outlet", "body"})
_JOINTS = frozenset({".", "-"})


def transcript(scene: Scene) -> list[Turn]:
    """Read a transcript or interview; its turns, in which no cue is to be read."""
    view = scene.view
    found = turns(view.passage, _labels(view)) or answers(view.passage, view.words.interviews)
    if found:
        before = introduction(view.passage, found[0].label.i)
        first = next((turn.label.i for turn in found if _is_answer(view, turn)), 0)
        answering = scene.speakers.department(first) or before.ids
        for turn in found:
            who = Speaker(answering, _text(view, turn)) if _is_answer(view, turn) else _who(scene, turn, before)
            scene.emit(turn.said.i, turn.said.j, "say", who, (turn.label.j, turn.said.i))
    return found


def _is_answer(view: View, turn: Turn) -> bool:
    return turn.label.j == turn.label.i + 1 and view.forms[turn.label.i] in view.words.answerers


def _text(view: View, turn: Turn) -> str:
    return view.tokens.original(turn.label.i, turn.label.j)


def _who(scene: Scene, turn: Turn, before: Introduction) -> Speaker:
    """Who speaks in a turn that is no ANSWER: nobody known behind QUESTION, who is introduced where no label stands."""
    view, (i, j) = scene.view, (turn.label.i, turn.label.j)
    if i == j:
        return Speaker(before.ids, None)
    named = view.named(j - 1)
    asks = (j == i + 1 and view.forms[i] in view.words.askers) or (turn.asks and named is None)
    if asks or (named is not None and is_post_of_later(view.passage, named, before)):
        return Speaker((), _text(view, turn))
    return scene.speakers.of((i, j))


def _labels(view: View) -> Labels:
    w = view.words

    def opens(i: int, j: int) -> bool:
        return all(view.forms[k] not in w.no_labels or view.named(k) is not None for k in range(i, j))

    def sure(i: int, j: int) -> bool:
        if j == i + 1 and view.capital(i) and view.forms[i] in w.askers | w.answerers:
            return True
        in_capitals = (view.forms[k] == "." or view.tokens.original(k, k + 1).isupper() for k in range(i, j))
        return opens(i, j) and all(in_capitals)

    def loose(i: int, j: int) -> bool:
        return opens(i, j) and all(view.capital(k) or view.forms[k] in _JOINTS for k in range(i, j))

    def names(i: int, j: int) -> bool:
        named = view.named(j - 1)
        known = named.kind in _SPEAKING if named is not None else view.forms[j - 1] in view.proper
        return known and loose(i, j)

    return Labels(w.askers, w.answerers, sure, names, loose)

"""Paragraphs of speech behind a noun and its colon: "The ministry released the following press statement:"."""

from __future__ import annotations

from mahdar.language.tokens import NEWLINE
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_runs import block_end
from mahdar.reading.statements.english_scene import Scene
from mahdar.reading.statements.english_subjects import subject_before

_COLON = 12  # tokens from the noun to its colon
_VERB = 7  # and back to the verb


def issued(scene: Scene, i: int, j: int) -> int:
    """Read what follows a noun of saying whose paragraph ends in a colon; the token where it ends, else 0."""
    view = scene.view
    colon = next((k for k in range(j, j + _COLON) if view.form(k) in {":", NEWLINE} or view.stop(k)), None)
    if (
        colon is None
        or view.forms[i] not in view.words.sent_out
        or view.form(colon) != ":"
        or view.form(colon + 1) != NEWLINE
    ):
        return 0
    phrase = _giver(scene, i)
    if phrase is None or colon + 2 >= len(view.forms) or not scene.speakers.known(phrase):
        return 0
    end = block_end(view, colon + 1, scene.narrators)
    scene.emit(colon + 1, end, "say", scene.speakers.of(phrase), (i, j))
    return end


def _giver(scene: Scene, i: int) -> Phrase | None:
    """The subject of the verb that gives out a statement: "Cuba | has issued the following | statement"."""
    view = scene.view
    first = max(view.sentence(i)[0], i - _VERB)
    verb = next((k for k in range(i - 1, first, -1) if view.forms[k] in view.words.giving), None)
    while verb is not None and view.form(verb - 1) in view.words.auxiliaries | view.words.adverbs:
        verb -= 1
    return subject_before(view, verb, scene.verbal) if verb is not None else None

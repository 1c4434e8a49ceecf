"""Whoever is said to speak without a name, whose country is not that of the person named before: a senior diplomat."""

from __future__ import annotations

from mahdar.reading.names.entries import ROOM
from mahdar.reading.names.generic import generic_group
from mahdar.reading.names.people import is_said
from mahdar.reading.names.scene import Scene
from mahdar.reading.names.words import english_verbs
from mahdar.tables import read_toml

_LONGEST = 80  # tokens of a clause
_SUBJECT = 5  # tokens from an article to the verb: a senior foreign ministry official said


def speech_before(scene: Scene, start: int, i: int) -> int | None:
    """The verb of speech nearest before token i, from token ``start`` on."""
    reach = range(i - 1, max(start, i - _LONGEST) - 1, -1)
    if scene.is_latin(i):
        return next((k for k in reach if scene.form(k) in english_verbs()), None)
    return next((k for k in reach if is_said(scene, k + 1)), None)


def is_stranger(scene: Scene, verb: int) -> bool:
    """Whether an indefinite noun that no name covers is the subject of a verb of speech."""
    if not scene.is_latin(verb):
        form = scene.form(verb + 1)
        noun = generic_group([form]) is not None or _is_title(scene, verb + 1)
        return noun and not form.startswith("ال") and not scene.cast.is_taken(verb + 1, verb + 2)
    for k in range(verb - 1, max(0, verb - _SUBJECT) - 1, -1):
        if scene.cast.is_taken(k, k + 1) or not scene.tokens.is_word(k):
            return False
        if scene.form(k) in read_toml(ROOM, "grammar_en.toml")["indefinite"]:
            return k < verb - 1
    return False


def _is_title(scene: Scene, k: int) -> bool:
    hit = scene.at.get(k)
    return hit is not None and hit.value.kind == "title"

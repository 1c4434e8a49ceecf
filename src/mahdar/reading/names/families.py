"""Others of the same surname: Leila Moradi in a report on Reza Moradi, Eric Trump."""

from __future__ import annotations

from functools import cache

from mahdar.language.tokens import COMMAS
from mahdar.reading.names.entries import ROOM
from mahdar.reading.names.homonyms import is_given
from mahdar.reading.names.scene import Scene
from mahdar.reading.names.words_of_names import name_end
from mahdar.tables import read_toml

_ALIKE = 2  # first letters by which a first name may be short for another: Joe, Joseph


def is_of_family(scene: Scene, i: int, person: str) -> bool:
    """Whether another first name stands before an English surname: Leila Moradi, in a report on Reza Moradi."""
    k = i - 1
    if k < 0 or not scene.is_latin(i) or not scene.tokens.is_capital(k) or k in scene.at or scene.cast.taken[k]:
        return False
    form, words = scene.form(k), person.partition(":")[2].split("-")
    if form in words or any(word[:_ALIKE] == form[:_ALIKE] for word in words):
        return False
    return is_given(form) or (_is_kin(scene, k) and name_end(scene, k) > i)


def _is_kin(scene: Scene, k: int) -> bool:
    """Whether a word for a relative stands before the first name at token k: his sister Leila, her son, Omar."""
    before = k - 1 - (scene.form(k - 1) in COMMAS)
    return scene.form(before) in _grammar("kin")


@cache
def _grammar(key: str) -> frozenset[str]:
    return frozenset(read_toml(ROOM, "grammar_en.toml")[key])

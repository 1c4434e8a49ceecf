"""Outlets and bodies with the word for what they are: وكالة "رويترز"، حركة "حماس", the newspaper Al-Hayat."""

from __future__ import annotations

from mahdar.language.lexicon import proclitic_splits
from mahdar.model import Entity
from mahdar.reading.names.hits import Found
from mahdar.reading.names.persons import person_id
from mahdar.reading.names.scene import Scene
from mahdar.reading.names.words import office_words

_MARKS = frozenset("\"'“”«»„(")
_CLOSING = frozenset("\"'“”»)")
_LONGEST_QUOTED = 4


def read_wrapper(scene: Scene, wrapper: Found) -> bool:
    """Name the outlet behind (or, in English, before) a wrapper word; False where there is none."""
    if read_outlet_behind(scene, wrapper):
        return True
    if scene.form(wrapper.j) in _MARKS and not scene.is_latin(wrapper.i) and not _is_body(scene, wrapper.j + 1):
        return _read_unknown(scene, wrapper, wrapper.j + 1)
    before = scene.until.get(wrapper.i)
    if before is not None and before.value.kind == "outlet" and scene.is_latin(wrapper.i):
        scene.cast.name(before.i, wrapper.j, "", before.value.entity, "outlet")
        return True
    return False


def read_outlet_behind(scene: Scene, wrapper: Found) -> bool:
    """Name the outlet right behind a word for outlets: وكالة "رويترز", state news agency SPA; False where none is."""
    quoted = scene.form(wrapper.j) in _MARKS
    hit = scene.at.get(wrapper.j + quoted)
    if hit is None or hit.value.kind != "outlet" or hit.proclitics:
        return False
    end = _past_tail(scene, hit.j + (quoted and scene.form(hit.j) in _CLOSING))
    scene.cast.name(wrapper.i, end, wrapper.proclitics, hit.value.entity, "outlet")
    return True


def told_in_marks(scene: Scene, hit: Found) -> bool:
    """Whether an outlet with the name of something else fills the marks behind a lone ل: قال لـ«الشرق الأوسط»."""
    filled = hit.i > 1 and scene.form(hit.i - 1) in _MARKS and scene.form(hit.j) in _CLOSING
    return filled and hit.value.kind == "outlet" and scene.form(hit.i - 2) == "ل"


def quoted_body(scene: Scene, hit: Found) -> tuple[int, int, str] | None:
    """A body in marks behind the word for what it is (حركة "حماس" الفلسطينية): its tokens and their proclitics."""
    if scene.form(hit.i - 1) not in _MARKS or scene.form(hit.j) not in _CLOSING or hit.i < 2:
        return None
    for proclitics, stem in proclitic_splits(scene.form(hit.i - 2)):
        if stem in office_words("body_nouns") and not scene.cast.is_taken(hit.i - 2, hit.j + 1):
            return hit.i - 2, _past_tail(scene, hit.j + 1), proclitics
    return None


def _is_body(scene: Scene, k: int) -> bool:
    """Whether a body of the tables stands at token k and fills the marks: وكالة "الأونروا"."""
    hit = scene.at.get(k)
    return hit is not None and hit.value.kind == "body" and scene.form(hit.j) in _CLOSING


def _past_tail(scene: Scene, j: int) -> int:
    """Past للأنباء and an adjective that belong to the outlet's name."""
    while True:
        hit = scene.at.get(j)
        if scene.form(j) in office_words("outlet_tails"):
            j += 1
        elif hit is not None and hit.value.kind == "demonym" and hit.proclitics == "ال":
            j = hit.j
        else:
            return j


def _read_unknown(scene: Scene, wrapper: Found, k: int) -> bool:
    """An outlet that no table has, between quotation marks."""
    for end in range(k + 1, min(k + 1 + _LONGEST_QUOTED, len(scene.tokens))):
        if scene.form(end) in _CLOSING:
            words = scene.tokens.original(k, end)
            key = "outlet:" + person_id(words).partition(":")[2]
            scene.cast.introduce(key, Entity(words, words, None, key))
            scene.cast.name(wrapper.i, _past_tail(scene, end + 1), wrapper.proclitics, key, "outlet")
            return True
    return False

"""People of no table in Arabic news whom a form of address shows to be people: السيد فلان, الدكتور علي الفلاني."""

from __future__ import annotations

from mahdar.language.tokens import COMMAS
from mahdar.reading.names.words import name_words
from mahdar.reading.statements.arabic_cues import lexicon, words
from mahdar.reading.statements.arabic_unknown import stranger
from mahdar.reading.statements.arabic_words import MARKS, is_complementizer
from mahdar.reading.statements.scene import Scene, Voice

_LONGEST_NAME = 4
_LIKE_ON = "علي"  # a name and, folded, a preposition


def person_of_no_table(scene: Scene, k: int, end: int) -> tuple[Voice, int] | None:
    """The name behind a form of address at token k, up to what can be no part of it; None where it is a post."""
    j = k
    while j < min(end, k + _LONGEST_NAME) and _may_be_name(scene, k, j):
        j += 1
    if j == k or (scene.forms[k].startswith("ال") and j == k + 1) or scene.forms[k] in words("post_nouns"):
        return None
    return Voice((stranger(scene, k, j),), scene.text(k, j), None, True), j


def _may_be_name(scene: Scene, k: int, j: int) -> bool:
    """Whether the word at token j may belong to the name that begins at token k."""
    form = scene.forms[j]
    if not scene.passage.tokens.is_word(j) or form in COMMAS or form in MARKS or is_complementizer(scene, j):
        return False
    if form.endswith("ا") and form[:-1] in name_words("common"):
        return False  # مؤتمرا
    if scene.in_name[j] or j in scene.time_from or lexicon().at(scene.passage.tokens, j) is not None:
        return False
    if form in words("prepositions"):
        return form == _LIKE_ON and j == k and j + 1 < len(scene.forms) and scene.passage.tokens.is_word(j + 1)
    return j == k or not form.startswith(("بال", "لل")) or scene.forms[j - 1] == "عبد"

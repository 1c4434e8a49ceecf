"""Groups named after a state whose affairs they follow: Zimbabwe Action UK, the Free Syria Network."""

from __future__ import annotations

from mahdar.model import Entity
from mahdar.reading.names.hits import Found
from mahdar.reading.names.persons import slug
from mahdar.reading.names.scene import Scene
from mahdar.reading.names.words import office_words

_LONGEST = 3  # capitalised words behind the noun


def put_campaign(scene: Scene, hit: Found) -> bool:
    """Name the group whose English name the name of a state begins, and whether there is one; it speaks for itself."""
    tokens = scene.tokens
    noun = hit.value.kind == "state" and scene.is_latin(hit.i) and scene.form(hit.j) in office_words("campaigns_en")
    if not noun or not tokens.is_capital(hit.j):
        return False
    j = hit.j + 1
    while j < min(len(tokens), hit.j + 1 + _LONGEST) and tokens.is_word(j) and tokens.is_capital(j):
        j += 1
    i = hit.i
    while i - 1 > 0 and _belongs(scene, i - 1):
        i -= 1
    if scene.cast.is_taken(i, j):
        return False
    text = tokens.original(i, j)
    entity = f"body:{slug(text)}"
    scene.cast.introduce(entity, Entity(text))
    scene.cast.name(i, j, "", entity, "body")
    return True


def _belongs(scene: Scene, k: int) -> bool:
    """Whether the word at token k belongs to the name: in capitals, with the article somewhere before it."""
    if not (scene.tokens.is_word(k) and scene.tokens.is_capital(k)) or scene.form(k) == "the":
        return False
    return scene.form(k - 1) == "the" or (k > 1 and scene.tokens.is_capital(k - 1) and scene.form(k - 2) == "the")

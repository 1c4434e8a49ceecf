"""Groups named after a state whose affairs they follow: Zimbabwe Action UK, the Free Syria Network."""

from __future__ import annotations

from mahdar.model import Entity
from mahdar.reading.names.hits import Found
from mahdar.reading.names.persons import slug
from mahdar.reading.names.scene import Scene
from mahdar.reading.names.words import office_words

_LONGEST = 5  # words behind the noun


def put_campaign(scene: Scene, hit: Found) -> bool:
    """Name the group whose English name the name of a state begins, and whether there is one; it speaks for itself."""
    tokens = scene.tokens
    if not scene.is_latin(hit.i) or not _begins_name(scene, hit):
        return False
    j = hit.j + 1
    while j < min(len(tokens), hit.j + 1 + _LONGEST) and tokens.is_word(j) and _goes_on(scene, j):
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


def _begins_name(scene: Scene, hit: Found) -> bool:
    """Whether a noun in capitals behind a state or capital makes a group of it: Zimbabwe Action, the Sanaa Center."""
    if not scene.tokens.is_capital(min(hit.j, len(scene.tokens) - 1)):
        return False
    noun, kind = scene.form(hit.j), hit.value.kind
    return (kind == "state" and noun in office_words("campaigns_en")) or (
        kind in ("state", "capital") and noun in office_words("institutes_en")
    )


def _goes_on(scene: Scene, j: int) -> bool:
    """Whether token j is a word in capitals, or the preposition before one."""
    small = scene.form(j) in ("for", "of") and j + 1 < len(scene.tokens)
    return scene.tokens.is_capital(j + 1 if small else j)


def _belongs(scene: Scene, k: int) -> bool:
    """Whether the word at token k belongs to the name: in capitals, with the article somewhere before it."""
    if not (scene.tokens.is_word(k) and scene.tokens.is_capital(k)) or scene.form(k) == "the":
        return False
    return scene.form(k - 1) == "the" or (k > 1 and scene.tokens.is_capital(k - 1) and scene.form(k - 2) == "the")

"""Bodies named beside the word for another one: the Kenya Red Cross, the opposition Patriotic Front."""

from __future__ import annotations

from mahdar.model import Entity
from mahdar.reading.names.hits import Found
from mahdar.reading.names.persons import slug
from mahdar.reading.names.scene import STATES, Scene
from mahdar.reading.names.words import name_words, office_words

_SHORT = 2  # words of the name of an international body as its societies bear it
_LONGEST = 4  # words of the name of a party


def put_national_society(scene: Scene, hit: Found) -> bool:
    """Name the society of one nation that bears the name of an international body, and whether there is one."""
    if hit.value.kind not in STATES or not scene.is_latin(hit.i):
        return False
    society = scene.at.get(hit.j + (scene.form(hit.j) == "'s"))
    if society is None or society.value.entity not in office_words("national_societies"):
        return False
    short = society.j - society.i <= _SHORT and scene.tokens.is_capital(society.i)
    if not short or scene.cast.is_taken(hit.i, society.j):
        return False
    text = scene.tokens.original(hit.i, society.j)
    entity = f"body:{slug(text)}"
    scene.cast.introduce(entity, Entity(text))
    scene.cast.name(hit.i, society.j, "", entity, "body")
    return True


def begins_party(scene: Scene, title: Found) -> bool:
    """Whether the name of a party in capitals follows "opposition", which only describes it."""
    j, tokens = title.j, scene.tokens
    if title.value.role != "opposition" or not scene.is_latin(title.i) or j in scene.at:
        return False
    end = j
    while end < min(j + _LONGEST, len(tokens)) and tokens.is_word(end) and tokens.is_capital(end):
        end += 1
    return end - j > 1 and scene.form(end - 1) in name_words("organ_nouns_en")

"""Nouns of people whose plural or dual shows that they are no subject: دعا المسؤولين, ودعت القادة السياسيين."""

from __future__ import annotations

from mahdar.reading.names.generic import generic_group
from mahdar.reading.statements.arabic_cues import words
from mahdar.reading.statements.scene import Scene

_PLURAL = "ين"
_ADJECTIVE = "يين"
_ARTICLE = "ال"
_SHORTEST_ADJECTIVE = 7  # letters, lest التعيين be one


def is_oblique(scene: Scene, k: int, end: int) -> bool:
    """Whether the noun at token k stands in ين, or its adjective behind it does, before token ``end``."""
    if k >= end or not scene.forms[k].startswith(_ARTICLE):
        return False
    if _is_of_people(scene, k):
        return True
    if scene.forms[k][len(_ARTICLE) :] in words("institutions"):
        return False  # the army the civilians
    return k + 1 < end and not scene.named_from.get(k + 1) and _is_adjective(scene.forms[k + 1])


def _is_of_people(scene: Scene, k: int) -> bool:
    form = scene.forms[k]
    if not form.endswith(_PLURAL):
        return False
    stem = form[len(_ARTICLE) : -len(_PLURAL)]
    people = stem in words("post_nouns") or stem in words("sides") or generic_group([form]) is not None
    return people or len(scene.heads_from(k)) > 1


def _is_adjective(form: str) -> bool:
    """A plural adjective of relation with the article: السياسيين, الأوروبيين."""
    return form.startswith(_ARTICLE) and form.endswith(_ADJECTIVE) and len(form) > _SHORTEST_ADJECTIVE

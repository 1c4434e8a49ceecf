"""Ids for Arabic speakers in no table: experts of the United Nations, people left without a name, shortened bodies."""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.model import Entity
from mahdar.reading.names.entries import known_entities
from mahdar.reading.names.generic import generic_group
from mahdar.reading.names.persons import person_id
from mahdar.reading.names.words import name_words, office_words
from mahdar.reading.passage import UNNAMED
from mahdar.reading.statements.arabic_cues import words
from mahdar.reading.statements.scene import Scene

EXPERTS = "body:un-panel-of-experts"
EXPERT_BODIES = frozenset(
    {EXPERTS, "body:un-human-rights-council", "body:un-commission-of-inquiry", "body:un-special-procedures"}
    | {"body:un-fact-finding-mission"}
)
_SHORTENED = 2  # words by which a body of more words is called again
_BODIES = 20
_LONGEST_NAME = 4
_LONGEST_ID = 60


def _un_experts(scene: Scene, i: int, j: int) -> str | None:
    """الخبراء, خبراء اللجنة: those of the United Nations, where the report speaks of an expert body of it."""
    if j == i + 1 and scene.forms[i] in words("teams") and EXPERTS in scene.first_named:
        return EXPERTS if scene.first_named[EXPERTS] < i else None
    if scene.forms[i] in words("rapporteurs"):
        scene.passage.entities.setdefault(EXPERTS, known_entities()[EXPERTS])
        return EXPERTS
    whose = scene.forms[i] in words("experts") and i + 1 < j and scene.forms[i + 1] in words("expert_bodies")
    if not (whose or (j == i + 1 and scene.forms[i].startswith("ال") and scene.forms[i][2:] in words("experts"))):
        return None
    before = any(scene.first_named.get(body, i) < i for body in EXPERT_BODIES)
    of_un = before or (whose and bool(scene.organs))
    if of_un:
        scene.passage.entities.setdefault(EXPERTS, known_entities()[EXPERTS])
    return EXPERTS if of_un else None


def _one_of_several(scene: Scene, i: int) -> tuple[str, Entity] | None:
    """أحدهم, آخر, so many conscripts: people whom the report leaves without a name."""
    unnamed = scene.forms[i] in words("one_of_them") | words("numerals_of_people")
    return (UNNAMED, known_entities()[UNNAMED]) if unnamed else None


def _shortened(scene: Scene, i: int, j: int) -> str | None:
    """The body named before whose first words these are: منظمة حقوق الإنسان [الإيرانية]."""
    if j - i < _SHORTENED:
        return _called_by_noun(scene, i)
    if scene.forms[i].removeprefix("ال") not in words("organisations"):
        return None
    alike = scene.bodies_by_word.get(scene.forms[i], [])[:_BODIES]
    before = (named for named in alike if named.i < i and scene.forms[named.i : named.i + j - i] == scene.forms[i:j])
    return next((named.entity for named in before), None)


def _called_by_noun(scene: Scene, i: int) -> str | None:
    """The one body named before whose name begins with this definite noun and has an adjective: المجلس [السياسي]."""
    form = scene.forms[i]
    if not form.startswith("ال") or form[2:] not in words("institutions") | words("organisations"):
        return None
    before = {named.entity for named in scene.bodies_by_word.get(form, [])[:_BODIES] if named.i < i and named.head}
    return next(iter(before)) if len(before) == 1 else None


def _ranked(scene: Scene, i: int, j: int) -> tuple[str, Entity] | None:
    """A person of no table behind a rank or form of address: العميد فلان, السيدة فلانة."""
    k, ranks = i, office_words("honorifics_ar") | office_words("ranks_ar")
    while k < j and scene.forms[k] in ranks:
        k += 1
    if i < k < j - 1 and scene.forms[k].startswith("ال") and scene.forms[k].endswith("ي"):
        k += 1  # الفنان التشكيلي فلان
    if not i < k < j or j - k > _LONGEST_NAME or scene.forms[k] in name_words("common"):
        return None
    return _person(scene, k, j)


def _person(scene: Scene, i: int, j: int) -> tuple[str, Entity]:
    name = " ".join(scene.text(i, j).split())
    return person_id(name), Entity(name=name, name_ar=name)


def body_id(forms: Sequence[str]) -> str:
    """An id for a body of no table, from the words of its name."""
    return "body:" + "-".join(forms)[:_LONGEST_ID]


def organisation(scene: Scene, i: int, j: int) -> str:
    """An id for a body of no table, by the words of its name; the entity is added to the passage."""
    slug = body_id(scene.forms[i:j])
    name = " ".join(scene.text(i, j).split())
    scene.passage.entities.setdefault(slug, Entity(name, name))
    return slug


def stranger(scene: Scene, i: int, j: int) -> str:
    """An id for a person of no table, by the name that tokens i to j are; the entity is added to the passage."""
    entity, described = _person(scene, i, j)
    scene.passage.entities.setdefault(entity, described)
    return entity


def _belongs_to(scene: Scene, i: int, j: int) -> tuple[str | None, int]:
    """The body of which an organ of no table is said to be part, and where that is said: الهيئة التابعة لمنظمة كذا."""
    k = next((k for k in range(i + _SHORTENED - 1, j) if scene.forms[k] in words("part_of")), j)
    whose = next((n for n in scene.named_from.get(k + 1, ()) if n.kind == "body"), None) if k < j else None
    return (scene.passage.principal(whose.entity), k) if whose is not None else (None, j)


def unknown(scene: Scene, i: int, j: int) -> str:
    """An id for speakers in no table, made from their words; the entity is added to the passage."""
    joined = scene.forms[i].startswith("وال") and scene.forms[i] not in words("kin") | words("post_nouns")  # والجيش
    whose, j = _belongs_to(scene, i, j)
    text = " ".join(scene.text(i, j).split())[joined:]
    words_of = [scene.forms[k] for k in range(i, j) if scene.passage.tokens.is_word(k)]
    slug = body_id([words_of[0][joined:], *words_of[1:]] if words_of else [])
    experts = _un_experts(scene, i, j)
    if experts is not None:
        return experts
    shortened = _shortened(scene, i, j)
    if shortened is not None:
        return shortened
    group = generic_group(scene.forms[i:j]) or _one_of_several(scene, i) or _ranked(scene, i, j)
    slug, described = group or (slug, Entity(text, text, None, whose))
    scene.passage.entities.setdefault(slug, described)
    return slug

"""Sources of no table behind a ل that is glued to them: وفقا للشرطة المحلية, وفقا لشاب آخر."""

from __future__ import annotations

from dataclasses import replace

from mahdar.model import Entity
from mahdar.reading.names.generic import generic_group
from mahdar.reading.statements.arabic_cues import speaker_nouns, words
from mahdar.reading.statements.arabic_unknown import body_id
from mahdar.reading.statements.scene import Scene, Voice

_ARTICLE = "ال"
_WITH_ARTICLE = "لل"
_LONGEST = 6
_SLUG = "body:ل"


def glued_source(scene: Scene, i: int, end: int) -> tuple[Voice, int] | None:
    """A definite noun for those who speak behind لل, with what belongs to it, and the token behind that."""
    form = scene.forms[i] if i < end else ""
    if not form.startswith(_WITH_ARTICLE) or scene.named_from.get(i):
        return None
    bare = form[1:] if form[1:] in speaker_nouns() or form[1:] in words("institutions") else _ARTICLE + form[2:]
    stem = bare.removeprefix(_ARTICLE)
    group = generic_group([bare])
    if group is None and stem not in speaker_nouns() and stem not in words("institutions") | words("organisations"):
        return None
    j = i + 1
    while j < min(end, i + _LONGEST) and (scene.in_name[j] or _belongs(scene.forms[j])):
        j += 1
    text = (_ARTICLE + scene.text(i, j)[2:]) if bare.startswith(_ARTICLE) else scene.text(i, j)[1:]
    slug, entity = group or (body_id((bare, *scene.forms[i + 1 : j])), Entity(name=text, name_ar=text))
    scene.passage.entities.setdefault(slug, entity)
    return Voice((slug,), text), j


def _belongs(form: str) -> bool:
    return form.startswith(_ARTICLE) and form not in words("relatives") and form not in words("no_appositions")


def without_li(scene: Scene, voice: Voice, i: int, start: int) -> Voice:
    """A source at token ``start`` that وفقا at token i brings, without the ل that is glued to its first word."""
    glued = scene.forms[i].removeprefix("و") in words("according_with_li") and scene.forms[start].startswith("ل")
    if not glued or len(voice.ids) != 1 or not voice.ids[0].startswith("body:" + scene.forms[start]):
        return voice
    slug, text = "body:" + voice.ids[0].removeprefix(_SLUG), voice.text[1:]
    scene.passage.entities.pop(voice.ids[0], None)
    scene.passage.entities.setdefault(slug, Entity(name=text, name_ar=text))
    return replace(voice, ids=(slug,), text=text)

"""Relative clauses on Arabic documents: whose the verb is that carries one on, and where the main clause goes on."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.tokens import COMMAS
from mahdar.reading.statements.arabic_clauses import Content
from mahdar.reading.statements.arabic_cues import CueHit, lexicon, words
from mahdar.reading.statements.arabic_documents import document_voice
from mahdar.reading.statements.arabic_unknown import unknown
from mahdar.reading.statements.arabic_words import document_at, is_complementizer, voice_of
from mahdar.reading.statements.scene import Scene, Voice

_LONGEST = 14  # tokens from الذي to a verb that carries its clause on
_LONGEST_SUBJECT = 14
_LONGEST_POST = 4
_FEMININE, _OF_HER = "ه", "التي"
_POSITIONS = ("support", "oppose")


def carried_on(scene: Scene, i: int, start: int) -> Voice | None:
    """The document whose relative clause a verb with و at token i carries on: the resolution that was passed on Monday
    and endorses; or of the one who wrote it, who in it does so: that the Council passed, and in which it endorsed.
    """
    hit = lexicon().at(scene.passage.tokens, i) if scene.forms[i].startswith("و") else None
    if hit is None or hit.proclitics != "و":
        return None
    relative = _relative_before(scene, i, start)
    document = _document_before(scene, relative, start) if relative is not None else None
    if relative is None or document is None:
        return None
    if scene.forms[hit.j : hit.j + 1] and scene.forms[hit.j] in words("taken_up_within"):
        return document_voice(scene, document, relative - 1, i)
    agrees = hit.value.form == "imperfect" and hit.value.feminine == document.endswith(_FEMININE)
    return antecedent(scene, relative, start) if agrees else None


def antecedent(scene: Scene, relative: int, start: int) -> Voice | None:
    """What الذي or التي stands for: the document or name that ends just before it."""
    named = scene.named_to.get(relative) or scene.named_to.get(relative - (scene.forms[relative - 1] in COMMAS))
    floor = max(start, relative - _LONGEST_SUBJECT)
    for k in range(relative - 1, floor - 1, -1):
        document = document_at(scene.forms[k])
        if document in words("text_nouns") and k == relative - 1 and document_at(scene.forms[k - 1]) is None:
            return document_voice(scene, document, k, relative)
        if document is not None and document not in words("text_nouns"):
            draft = document_at(scene.forms[k - 1]) if k > floor else None
            if draft in words("drafts"):
                return document_voice(scene, draft, k - 1, relative)
            return document_voice(scene, document, k, relative)
    if named is not None and named.head:
        return voice_of(scene, [named], named.i, named.j)
    return _unnamed_officer(scene, relative, floor) if named is None else None


def _unnamed_officer(scene: Scene, relative: int, floor: int) -> Voice | None:
    """A post of no table that ends with a definite noun before الذي and agrees with it: نقيب المحامين الذي."""
    woman = scene.forms[relative] == _OF_HER
    for k in range(relative - 1, max(floor, relative - _LONGEST_POST) - 1, -1):
        form = scene.forms[k]
        if form.removeprefix("ال") in words("post_nouns") and k not in scene.named_from:
            agrees = form.endswith(_FEMININE) == woman
            return Voice((unknown(scene, k, relative),), scene.text(k, relative), woman, True) if agrees else None
        if not form.startswith("ال") or scene.in_name[k]:
            return None
    return None


def before_main_clause(scene: Scene, hit: CueHit, content: Content, start: int) -> Content:
    """A position's object, in a relative clause, without what the main clause says: (endorses the deal) is void."""
    if hit.value.act not in _POSITIONS and content.frame != "np":
        return content
    if scene.forms[hit.i - 1] not in words("relatives") and carried_on(scene, hit.i, start) is None:
        return content
    ends = (k for k in range(content.i + 1, content.j) if scene.forms[k] in words("main_predicates"))
    j = next((k for k in ends if scene.forms[k - 1].startswith("ال") or k in scene.named_to), content.j)
    return replace(content, j=j)


def _relative_before(scene: Scene, i: int, start: int) -> int | None:
    """The relative pronoun whose clause goes on to token i without a comma or another clause between."""
    for k in range(i - 1, max(start, i - _LONGEST), -1):
        if scene.forms[k] in words("relatives"):
            return k
        if scene.forms[k] in COMMAS or k in scene.quote_at or is_complementizer(scene, k):
            return None
    return None


def _document_before(scene: Scene, relative: int, start: int) -> str | None:
    """The document at whose phrase a relative pronoun stands."""
    named = scene.named_to.get(relative)
    k = (named.i if named is not None else relative) - 1
    return document_at(scene.forms[k]) if k >= start else None

"""Small words of Arabic that decide how a clause is read: أن, glued و and ف, the gender of a noun phrase."""

from __future__ import annotations

from functools import lru_cache

from mahdar.language.lexicon import proclitic_splits
from mahdar.reading.gender_arabic import is_feminine_noun, is_feminine_place
from mahdar.reading.names.generic import generic_group
from mahdar.reading.passage import Named
from mahdar.reading.statements.arabic_cues import documents, words
from mahdar.reading.statements.scene import PLACES, Scene, Voice

_SHORT = 4
_SHORTEST_PLURAL = 6
MARKS = frozenset(".!?؟…\"'“”«»„:؛;()-[]")  # that end a phrase, commas left out


def is_complementizer(scene: Scene, k: int) -> bool:
    """أن, إن, بأن with or without a pronoun; not the بان of a person's name."""
    return _may_complement(scene.forms[k]) and not scene.in_name[k] and not _excepts(scene, k)


def _excepts(scene: Scene, k: int) -> bool:
    """Whether إلا stands at token k, by its hamza or by the أن behind it: nothing but, however."""
    if scene.forms[k] not in words("exceptives"):
        return False
    that_follows = k + 1 < len(scene.forms) and _may_complement(scene.forms[k + 1])
    return that_follows or "إ" in scene.passage.tokens.original(k, k + 1)


@lru_cache(maxsize=32_768)
def _may_complement(form: str) -> bool:
    return bare(form) in words("complementizers")


@lru_cache(maxsize=32_768)
def bare(form: str) -> str:
    """A form without a leading و or ف where what is left is أن or one of its kind."""
    splits = proclitic_splits(form)
    return next((s for p, s in splits if p in ("و", "ف") and s in words("complementizers")), form)


@lru_cache(maxsize=16_384)
def document_at(form: str) -> str | None:
    """The kind of document that a word names, its conjunction and preposition taken off; None for other words."""
    known = documents()
    for proclitics, stem in proclitic_splits(form):
        if proclitics.endswith(("ال", "لل")):
            stem = "ال" + stem
        if stem in known:
            return known[stem]
    return None


@lru_cache(maxsize=16_384)
def is_nominative(form: str) -> bool:
    """Whether a noun is a plural of people in ون, which no object is: المشاركون, متطوعون, محامو; not قانون."""
    if form.startswith("ال") and form.endswith("ون"):
        return True
    if form.endswith("و"):
        return generic_group([form[:-1]]) is not None
    people = form.startswith("م") or form.endswith("يون") or generic_group([form]) is not None
    return form.endswith("ون") and len(form) >= _SHORTEST_PLURAL and people and form not in words("not_plural")


def feminine(scene: Scene, i: int) -> bool:
    """The grammatical gender of the noun phrase that begins at token i."""
    named = next(iter(scene.named_from.get(i, ())), None)
    if scene.forms[i] in words("counterparts"):
        return "ت" in scene.forms[i][-_SHORT:]  # نظيره is a man though it ends like a woman
    if named is not None and named.kind in PLACES:
        return is_feminine_place(scene.passage.text[named.start : named.end]) is not False
    return is_feminine_noun(scene.forms[i]) or scene.forms[i].endswith("اء")


def owned_stem(scene: Scene, k: int) -> str | None:
    """The folded noun at token k without the pronoun of its owner, as its plain form ends; None where it has none."""
    form = scene.forms[k]
    if scene.passage.tokens.original(k, k + 1).endswith("ة"):
        return None
    stem = next((form.removesuffix(p) for p in ("هما", "ها", "هم", "ه") if form.endswith(p)), None)
    return stem[:-1] + "ه" if stem and stem.endswith("ت") else stem or None


def with_proclitic(scene: Scene, named: Named) -> bool:
    """Whether a preposition or و is glued to a name: told to Reuters, not Reuters."""
    return named.start > scene.passage.tokens.start(named.i)


def voice_of(scene: Scene, group: list[Named], i: int, j: int) -> Voice:
    """The names of a group, written at tokens i to j, as one voice."""
    ids = tuple(dict.fromkeys(named.entity for named in group))
    return Voice(ids, scene.text(i, j), feminine(scene, i), group[0].kind in ("person", "office"))

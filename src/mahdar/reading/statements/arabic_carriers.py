"""Verbs that say nothing by themselves and the nouns of saying that they carry: أصدر نداء, وجه اتهامات."""

from __future__ import annotations

from functools import cache
from typing import Any

from mahdar.language.arabic_forms import imperfect_forms, participle_forms, perfect_forms
from mahdar.language.folding import fold_word
from mahdar.reading.statements.arabic_cues import speaker_nouns, words
from mahdar.reading.statements.scene import Scene
from mahdar.tables import read_toml

_FEMININE = frozenset({"3fs", "3fd", "3fp"})
_NAMES = frozenset({"person", "office", "body"})
_NOUN_NEAR = 3  # tokens behind the subject


def carries(form: str) -> bool:
    """Whether a folded word is one of these verbs."""
    return gender_of(form) is not None


def gender_of(form: str) -> bool | None:
    """Whether a folded word is a feminine form of these verbs; None where it is none of their forms."""
    known = _verbs()
    return known.get(form, known.get(form[1:]) if form[:1] in ("و", "ف") else None)


def joined_carrier(scene: Scene, k: int) -> bool:
    """Whether such a verb stands at token k with و, who acts and a noun of saying behind it: وأصدر المجلس نداء."""
    form = scene.forms[k]
    if not form.startswith("و") or form[1:] not in _verbs() or k + 1 >= len(scene.forms):
        return False
    heads = [named for named in scene.heads_from(k + 1) if named.kind in _NAMES]
    speaks = scene.forms[k + 1] in speaker_nouns() or scene.forms[k + 1] in words("post_nouns")
    if not speaks and (not heads or heads[0].start > scene.passage.tokens.start(k + 1)):
        return False
    first = heads[0].j if heads else k + 2
    behind = scene.forms[first : first + _NOUN_NEAR]
    return any(one in carried_nouns() for one in behind)


@cache
def _verbs() -> dict[str, bool]:
    """Every form of the verbs and whether it is feminine."""
    table: dict[str, list[str]] = read_toml("mahdar.reading", "statements_ar.toml")["light_verbs"]
    makers = (("perfect", perfect_forms), ("imperfect", imperfect_forms), ("participle", participle_forms))
    made = (pair for name, maker in makers for verb in table[name] for pair in maker(verb).items())
    return {fold_word(word): code in _FEMININE for code, word in made}


@cache
def carried_nouns() -> dict[str, dict[str, Any]]:
    """Nouns of position and of saying as objects: bare, with the accusative, in the plural."""
    table = read_toml("mahdar.reading", "statements_ar.toml")
    nouns: dict[str, dict[str, Any]] = table["position_nouns"] | table["carried_nouns"]
    forms = ((form, row) for noun, row in nouns.items() for form in _as_objects(noun))
    return {fold_word(form): row for form, row in forms}


def _as_objects(noun: str) -> tuple[str, ...]:
    """A noun as an object: as it stands, in the accusative, with ب."""
    return (noun,) if noun.endswith("ا") else (noun, noun + "ا", "ب" + noun)

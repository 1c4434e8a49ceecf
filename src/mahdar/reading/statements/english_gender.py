"""Whom "he" and "she" can mean: the gender of the people that a passage names, where its words tell."""

from __future__ import annotations

from mahdar.reading.passage import Named, Passage
from mahdar.reading.statements.english_words import Words

_BEFORE = 3
FEMININE, MASCULINE = "she", "he"


def genders(passage: Passage, words: Words) -> dict[str, str]:
    """``she`` or ``he`` by entity, from forms of address, offices ("spokeswoman") and given names."""
    found: dict[str, str] = {}
    for named in passage.named:
        if named.kind == "person":
            gender = _gender(passage.tokens.forms, named, words)
            if gender is not None:
                found[named.entity] = gender
    return found


def gender_of(first: str, words: Words) -> str | None:
    """What a given name tells by itself."""
    if first in words.feminine_names:
        return FEMININE
    return MASCULINE if first in words.masculine_names else None


def gender_told(forms: list[str], words: Words) -> str | None:
    """What the nouns for somebody tell: a wife, a spokesman; nothing where both kinds stand there."""
    feminine, masculine = (not held.isdisjoint(forms) for held in (words.feminine, words.masculine))
    if feminine == masculine:
        return None
    return FEMININE if feminine else MASCULINE


def _gender(forms: list[str], named: Named, words: Words) -> str | None:
    given = forms[named.i : named.j]
    told = gender_of(given[0], words) if len(given) > 1 else None
    if told is not None:
        return told
    around = {*forms[max(0, named.i - _BEFORE) : named.i], *given}
    if around & words.feminine:
        return FEMININE
    return MASCULINE if around & words.masculine else None

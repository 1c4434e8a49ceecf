"""The tense of an Arabic verb by its shape alone, where the tables do not know the verb."""

from __future__ import annotations

from functools import lru_cache

from mahdar.language.times.vocabulary import word_set

_FUTURE_LENGTH = 5  # letters of the shortest verb with the prefix of the future that is not in the tables
_SHORTEST, _REFLEXIVE, _TENTH = 4, 5, 6
_ARTICLES = ("ال", "لل", "بال", "كال")
_PRESENT, _IN_ORDER_TO = "ين", ("لي", "لت", "لن")
_WEAK = "اهويء"  # no last letter of these shapes; انطلاق and أنبوب are nouns


def future_verb(form: str) -> bool:
    """Whether a form is a verb with the prefix of the future, ``سيصوت``, ``سنخرج``, with or without a conjunction."""
    bare = form[1:] if form[:2] in ("وس", "فس") else form
    return (
        len(bare) >= _FUTURE_LENGTH and bare[0] == "س" and bare[1] in "يتن" and bare not in word_set("ar", "no_future")
    )


@lru_cache(maxsize=50_000)
def past_verb(form: str) -> bool:
    """Whether a form is a verb of the past: ``صادرت``, ``تظاهروا``, ``اندلع``, ``استقبل``."""
    bare = form[1:] if form[0] in "وف" and len(form) > _SHORTEST else form
    if len(bare) < _SHORTEST or bare.startswith(_ARTICLES) or not word_set("ar", "no_past").isdisjoint((bare, form)):
        return False
    if bare.endswith("ت"):
        return bare[0] != "ي" and bare[-2] not in "اي"
    if bare.endswith("وا"):
        return bare[0] not in _PRESENT and not bare.startswith(_IN_ORDER_TO)
    return _derived(bare)


def _derived(bare: str) -> bool:
    """The shapes انفعل, افتعل and استفعل in the singular."""
    if bare[-1] in _WEAK or bare[-2] in "ايو":
        return False
    seventh = bare.startswith("ان") or (bare[0] == "ا" and bare[2] == "ت")
    return (len(bare) == _REFLEXIVE and seventh) or (len(bare) == _TENTH and bare.startswith("است"))

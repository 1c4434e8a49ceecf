"""Gender and number of an Arabic verb, and whether a name agrees with it as its subject."""

from __future__ import annotations

from functools import lru_cache

from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Hit
from mahdar.language.tokens import Tokens
from mahdar.reading.events.candidates import role_words
from mahdar.reading.events.senses import Word
from mahdar.reading.gender_arabic import is_feminine_noun, is_feminine_place
from mahdar.reading.passage import Named, Passage

OBJECTS = ("ه", "ها", "هم", "هما", "هن")  # pronouns
_FEMININE = ("ت", *(f"ت{pronoun}" for pronoun in OBJECTS))
_SEVERAL = ("وا", "تا")
_SEVERAL_PRESENT = ("ون", "ان")


def is_feminine(tokens: Tokens, hit: Hit[Word]) -> bool:
    """Whether a verb is feminine: its imperfect begins with ت, its perfect ends so, before pronouns of its object."""
    form = _form(tokens, hit)
    if _imperfect(hit):
        return form.startswith("ت")
    return form.endswith(_FEMININE) and form not in _bases(tuple(sense.row for sense in hit.value.triggers))


def counts(tokens: Tokens, hit: Hit[Word]) -> bool:
    """Whether a verb is dual or plural, which it never is before its subject: دانتا … ودعتا, رشقوا, يقولون."""
    form = _form(tokens, hit)
    return form.endswith(_SEVERAL) or (_imperfect(hit) and form.endswith(_SEVERAL_PRESENT))


def disagrees(passage: Passage, hit: Hit[Word], name: Named) -> bool:
    """Whether a verb has the name behind it as its object, for it is plural, or masculine before a feminine."""
    if counts(passage.tokens, hit):
        return True
    between = passage.tokens.forms[hit.j : name.i]
    if any(form not in role_words()["adverb"] | role_words()["day"] for form in between):
        return False  # the name depends on the subject: أطلق عناصر الشرطة
    return _is_feminine_name(passage, name) and not is_feminine(passage.tokens, hit)


def _is_feminine_name(passage: Passage, name: Named) -> bool:
    """Whether a name is sure to take a feminine verb; people are left open."""
    noun = passage.tokens.forms[name.i]
    noun = noun[1:] if noun.startswith("و") and passage.tokens.start(name.i) < name.start else noun
    if name.kind in ("state", "capital"):
        return noun not in role_words()["pair"] and bool(is_feminine_place(passage.text[name.start : name.end]))
    return name.kind in ("body", "office", "anaphor") and is_feminine_noun(noun)


def _form(tokens: Tokens, hit: Hit[Word]) -> str:
    return tokens.forms[hit.i].removeprefix(hit.proclitics)


def _imperfect(hit: Hit[Word]) -> bool:
    return any(sense.form == "imperfect" for sense in hit.value.triggers[:1])


@lru_cache(maxsize=2_048)
def _bases(rows: tuple[str, ...]) -> frozenset[str]:
    """The folded third person masculine of the rows that these names tell."""
    return frozenset(fold_word(row.rpartition(":")[2]) for row in rows)

"""Forms of Arabic verbs and nouns as unvocalised print shows them, made by rule from the one that a table gives.

Only the third person is made: news reports tell of others. Passives of sound verbs are spelled as their actives.
"""

from __future__ import annotations

from mahdar.language.folding import without_doubling

_OBJECTS = ("ه", "ها", "هم", "هما")
_SHORT = "اى"
_WEAK = "اىيو"
_SHORT_VERB = 4


def perfect_forms(verb: str) -> dict[str, str]:
    """Person code to form of a perfect such as أكد, نفى or لقي: ``3ms 3fs 3mp 3md 3fd``."""
    verb = without_doubling(verb)
    stem = verb[:-1] if verb[-1] in _SHORT else verb
    plural = (verb[:-1] if verb[-1] in _SHORT + "ي" else verb) + "وا"
    return {"3ms": verb, "3fs": stem + "ت", "3mp": plural, "3md": _dual(verb, stem), "3fd": stem + "تا"}


def _dual(verb: str, stem: str) -> str:
    if verb[-1] in _SHORT:
        return stem + ("يا" if verb[-1] == "ى" else "وا")
    return verb[:-1] + "آ" if verb.endswith("أ") else verb + "ا"


def perfect_with_objects(verb: str) -> list[str]:
    """A perfect with the pronouns of its object: قتلهم, قتلته, قتلوها.

    Short verbs with ـه are left out: print cannot tell them from nouns (طلبه and طلبة, صادره and صادرة).
    """
    verb = without_doubling(verb)
    forms = perfect_forms(verb)
    linked = verb[:-1] + "ا" if verb[-1] in _SHORT else verb
    plural = forms["3mp"][:-1]
    nominal = {plural + "ه", *([linked + "ه"] if len(verb) <= _SHORT_VERB else [])}
    glued = [base + pronoun for base in (linked, forms["3fs"], plural) for pronoun in _OBJECTS]
    return [form for form in glued if form not in nominal]


def imperfect_forms(verb: str) -> dict[str, str]:
    """Person code to form of an imperfect such as يؤكد or ينفي, the short plural included."""
    verb = without_doubling(verb)
    stem = verb[1:-1] if verb[-1] in _WEAK else verb[1:]
    dual = verb[1:-1] + "يان" if verb[-1] in "يى" else verb[1:] + "ان"
    return {
        "3ms": verb,
        "3fs": "ت" + verb[1:],
        "3mp": "ي" + stem + "ون",
        "3mp-short": "ي" + stem + "وا",
        "3md": "ي" + dual,
        "3fd": "ت" + dual,
    }


def imperfect_with_objects(verb: str) -> list[str]:
    """An imperfect with the pronouns of its object: يقتلهم, تقتلها."""
    verb = without_doubling(verb)
    linked = verb[:-1] + "ا" if verb[-1] in _SHORT else verb
    return [base + pronoun for base in (linked, "ت" + linked[1:]) for pronoun in _OBJECTS]


def jussive_forms(verb: str) -> list[str]:
    """The jussive of a final-weak verb, which print shows after لم: يدعو gives يدع; empty for others."""
    return [verb[:-1], "ت" + verb[1:-1]] if verb[-1] in _WEAK else []


def participle_forms(participle: str) -> dict[str, str]:
    """Person code to form of an accusative participle such as مؤكدا, داعيا: singulars, dual and plural."""
    stem = participle[:-1]
    return {"3ms": participle, "3fs": stem + "ة", "3mp": stem + "ين", "3fp": stem + "ات", "3fd": stem + "تين"}


def noun_forms(word: str) -> list[str]:
    """A singular noun with its accusative, duals and attached pronouns; of a phrase only the phrase itself."""
    if " " in word:
        return [word]
    stem = word[:-1] + "ت" if word.endswith("ة") else word
    accusative = [] if word.endswith(("ة", "ء", "ات", "ى")) else [word + "ا"]
    return [word, *accusative, stem + "ين", stem + "ان", *(stem + suffix for suffix in _OBJECTS)]

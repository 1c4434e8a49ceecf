"""Known people under spellings that no row has, by the consonants of first and last name (باولو بينيرو, بينهيرو)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from mahdar.language.folding import fold_word
from mahdar.reading.names.entries import ROOM
from mahdar.reading.names.persons import person_id
from mahdar.reading.names.titles import slug_of_role
from mahdar.reading.names.words import name_words
from mahdar.tables import read_rows, values

_SHORTEST_LAST = 3  # consonants
_LIKE = str.maketrans({"غ": "ج", "ق": "ك", "گ": "ج", "ث": "س", "ص": "س", "ز": "س", "ذ": "د", "ظ": "س", "ط": "ت",
                       "ض": "د", "ڤ": "ف", "پ": "ب", "چ": "ج", "ژ": "ج", "ح": "ه"})  # fmt: skip
_VOWELS = frozenset("اويىةءؤئع")


def namesake(words: Sequence[str]) -> str | None:
    """The id of the known person whose first and last names these folded words spell; None where none or several do."""
    if len(words) < 2 or words[0].isascii() or words[0] in name_words("arabic_given") | name_words("surname_first"):
        return None
    first = consonants(words[0])
    for last in reversed(words[1:]):
        bones = consonants(last)
        if len(bones) >= _SHORTEST_LAST and (found := _index().get((first, bones))):
            return found
    return None


def holder_by_surname(words: Sequence[str], title: str, principal: str | None) -> str | None:
    """The one person of the table with this Latin surname and post, Secretary Powell; None where there are several."""
    if len(words) != 1 or not words[0].isascii() or not title:
        return None
    found = _holders().get((words[0], title), frozenset())
    if len(found) != 1:
        return None
    key, own = next(iter(found))
    return key if principal in (None, own) else None


@cache
def _holders() -> dict[tuple[str, str], frozenset[tuple[str, str]]]:
    """(Surname, slug of the post or of any minister) to the people of the table and their principals."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for row in read_rows(ROOM, "persons.csv"):
        surname = fold_word(row["name"]).split()[-1]
        slug = slug_of_role(row["role"])
        for title in {slug, "minister", "secretary"} if _is_of_cabinet(slug) else {slug}:
            found.setdefault((surname, title), set()).add((person_id(row["name"]), row["principal"]))
    return {key: frozenset(people) for key, people in found.items()}


def _is_of_cabinet(slug: str) -> bool:
    """Whether the plain word minister or secretary may stand for this post."""
    return slug.endswith(("-minister", "-secretary")) or "secretary-of" in slug


@cache
def consonants(word: str) -> str:
    """The consonants of a folded Arabic word, alike ones levelled, double ones once, a weak first letter kept."""
    plain = word.removeprefix("ال").translate(_LIKE)
    if plain.endswith("ه"):
        plain = plain[:-1]
    kept = plain[:1] + "".join(ch for ch in plain[1:] if ch not in _VOWELS)
    return "".join(ch for k, ch in enumerate(kept) if k == 0 or ch != kept[k - 1])


@cache
def _index() -> dict[tuple[str, str], str]:
    """(First name, last name) by consonants to the one person of the table who is called so."""
    found: dict[tuple[str, str], str] = {}
    for row in read_rows(ROOM, "persons.csv"):
        key = person_id(row["name"])
        for pair in _pairs(values(row["ar"])):
            found[pair] = key if found.get(pair, key) == key else ""
    return {pair: key for pair, key in found.items() if key}


def _pairs(forms: Iterable[str]) -> Iterator[tuple[str, str]]:
    split = [fold_word(form).replace("-", " ").split() for form in forms]
    firsts = {consonants(words[0]) for words in split if len(words) > 1 and words[0] not in name_words("particles")}
    lasts = {consonants(words[-1]) for words in split}
    lasts |= {consonants(words[-3]) for words in split if len(words) > 3 and words[-2] in name_words("particles")}
    yield from ((first, last) for first in firsts for last in lasts if len(last) >= _SHORTEST_LAST)

"""Capitalised words of no table that make up a name: of a person, or of a body with small words in it."""

from __future__ import annotations

from mahdar.reading.names.words import name_words
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_view import View


def last_capitals(view: View, phrase: Phrase) -> Phrase | None:
    """The last run of capitalised words in a phrase, forms of address left out."""
    i, end = phrase
    while end > i and not is_proper(view, end - 1):
        end -= 1
    start = end
    while start > i and (is_proper(view, start - 1) or view.forms[start - 1] == "." or _is_double(view, start - 1)):
        start -= 1
        start -= start - 1 > i and view.forms[start - 1] in name_words("small_en") and is_proper(view, start - 2)
    whole = _institution(view, i, start)
    start = whole if whole is not None else _owned_name(view, i, start)
    while start < end and view.forms[start] in view.words.address:
        start += 1
    inside = (k for k in range(end - 2, start, -1) if view.forms[k] in view.words.address - {"."})
    titled = next(inside, start - 1) + 1  # Vermont Sen. | Jane Field
    titled += titled > start and view.forms[titled] == "."
    return (titled, end) if start < end else None


def _institution(view: View, i: int, start: int) -> int | None:
    """Where the name of a body begins that a run of capitals ends: "Institute for Strategy and Policy"."""
    joins, k = set[str](), start
    while k - 2 >= i and view.forms[k - 1] in {"of", "for", "and", "in"} and is_proper(view, k - 2):
        joins.add(view.forms[k - 1])
        k -= 2
        while k > i and is_proper(view, k - 1):
            k -= 1
    return k if joins & {"of", "for"} else None


def _owned_name(view: View, i: int, start: int) -> int:
    """Where the name of a body begins whose members stand in it as owners: "the Niger Farmers' Union"."""
    forms, k = view.forms, start
    if k - 2 < i or forms[k - 1] not in {"'s", "'"} or forms[k - 2] not in view.words.owning:
        return start
    k -= 2
    while k > i and is_proper(view, k - 1):
        k -= 1
    return k


def is_proper(view: View, k: int) -> bool:
    """Whether a word is written with a capital as a name is, and not for the beginning of its sentence alone."""
    form = view.forms[k]
    if _joins_syllable(view, k) or _joins_syllable(view, k + 1):
        return True
    if k == view.sentence(k)[0] and (form in view.words.counts or _is_common(view, k)):
        return False
    return view.word(k) and view.capital(k) and form not in view.words.determiners


def _is_common(view: View, k: int) -> bool:
    """Whether a noun at the head of a sentence is capitalised only there: "Police in Lima", "Watchdog says"."""
    form, w = view.forms[k], view.words
    nouns = (w.spokes, w.private, w.unnamed, w.collective, w.organs, w.plurals, w.members)
    return any(form in held for held in nouns) and not view.capital(k + 1)


def _is_double(view: View, k: int) -> bool:
    """Whether token k is the hyphen of a double given name or surname of no state: Jean-Paul, Al-Hassan."""
    if view.form(k) != "-" or not view.word(k + 1) or not (view.tokens.touches(k) and view.tokens.touches(k + 1)):
        return False
    halves = (view.named(k - 1), view.named(k + 1))
    plain = all(named is None or named.kind == "person" for named in halves)
    return plain and view.capital(k - 1) and view.capital(k + 1)


def _joins_syllable(view: View, k: int) -> bool:
    """Whether token k is the second half of a given name behind a hyphen: Tae-yong."""
    held = k > 1 and view.form(k - 1) == "-" and view.tokens.touches(k - 1) and view.capital(k - 2)
    return held and k < len(view.forms) and view.forms[k] in name_words("syllables_en")

"""Words that are states or their adjectives elsewhere: a surname (Vernon Jordan), a town in Ohio, المقررة القطرية."""

from __future__ import annotations

from functools import cache

from mahdar.language.folding import fold_word
from mahdar.language.tokens import Tokens
from mahdar.reading.names.entries import ROOM
from mahdar.reading.names.words import english_verbs, name_words, office_words
from mahdar.tables import read_rows, read_toml

_SHORTEST = 4  # letters of a first name; shorter ones are common words too
_JOINS = frozenset({",", "and", "or"})


def is_surname(tokens: Tokens, i: int) -> bool:
    """Whether the word at token i follows a first name: Jack Ireland, Irving Berlin."""
    return i > 0 and tokens.forms[i - 1] in first_names() and tokens.is_capital(i - 1)


def is_addressed(tokens: Tokens, i: int) -> bool:
    """Whether the word at token i follows a form of address: Mr. Jordan, Ms English."""
    before = i - 1 - (i > 1 and tokens.forms[i - 1] == ".")
    return before >= 0 and tokens.forms[before] in name_words("addresses_en") and tokens.is_capital(before)


def is_first_name(tokens: Tokens, j: int) -> bool:
    """Whether the strange word at token j reads like a surname: no organ, verb or plural, and the prose goes on."""
    form = tokens.forms[j]
    word = tokens.original(j, j + 1)
    if form.endswith(("s", "ed")) or word.isupper() or form in english_verbs() or form in name_words("organ_nouns_en"):
        return False
    if j + 1 >= len(tokens):
        return False
    return tokens.forms[j + 1] in (",", "'s") or (tokens.is_word(j + 1) and not tokens.is_capital(j + 1))


def is_american(tokens: Tokens, i: int, j: int) -> bool:
    """Whether a state of the United States, or its officers, stand beside the name at tokens i to j.

    Lima, Ohio; Michigan and Georgia; Georgia's governor.
    """
    if not tokens.forms[i].isascii():
        return False
    states = name_words("american_en")
    behind, following = _form(tokens, j), _form(tokens, j + 1)
    if tokens.forms[i] in name_words("american_shared_en"):
        joined = _form(tokens, i - 1) in _JOINS and _form(tokens, i - 2) in states
        listed = joined or (behind in _JOINS and following in states)
        officer = following if behind == "'s" else behind
        return listed or officer in name_words("american_officers_en")
    return behind == "," and following in states


def is_of_each_country(tokens: Tokens, i: int) -> bool:
    """Whether the adjective at token i only says that somebody is in charge of a country: المقررة القطرية."""
    if tokens.forms[i] not in office_words("of_each_country_ar"):
        return False
    before, behind = _form(tokens, i - 1), _form(tokens, i + 1)
    if before in office_words("reporting_on_country_ar"):
        return True
    of_body = behind.startswith("ل") or behind in office_words("un_adjectives_ar") or behind in ("التابع", "المشترك")
    return of_body and before in office_words("working_in_country_ar")


def _form(tokens: Tokens, k: int) -> str:
    """The folded form of token k, or nothing outside the text."""
    return tokens.forms[k] if 0 <= k < len(tokens) else ""


@cache
def first_names() -> frozenset[str]:
    """First names in Latin letters: those of the known people of the table and the commonest ones."""
    known = (fold_word(row["name"]).split()[0] for row in read_rows(ROOM, "persons.csv"))
    plain = (name for name in known if len(name) >= _SHORTEST and name.isascii() and name.isalpha())
    return (frozenset(plain) | name_words("given_en")) - name_words("not_given_en")


def is_given(form: str) -> bool:
    """Whether a folded word is a first name in Latin letters."""
    return form in _given_latin()


@cache
def _given_latin() -> frozenset[str]:
    words = read_toml(ROOM, "grammar_en.toml")
    return first_names() | frozenset(words["feminine_names"]) | frozenset(words["masculine_names"])

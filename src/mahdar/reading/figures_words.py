"""The words of the table of figures, folded, as sets."""

from __future__ import annotations

from functools import cache

from mahdar.language.folding import fold_word
from mahdar.tables import read_toml


@cache
def words_of(language: str, key: str) -> frozenset[str]:
    """The folded words of one list of ``figures.toml``."""
    listed: list[str] = read_toml("mahdar.reading", "figures.toml")[language].get(key, [])
    return frozenset(map(fold_word, listed))


_ARTICLES = ("وال", "فال", "بال", "كال", "ولل", "ال", "لل")


@cache
def _stems(form: str) -> tuple[str, ...]:
    found = [form]
    for article in _ARTICLES:
        if form.startswith(article) and len(form) > len(article) + 1:
            found.append(form[len(article) :])
    if len(form) > 3 and form[0] in "وفبلك":
        found.append(form[1:])
    return tuple(found)


def is_in(language: str, key: str, form: str) -> bool:
    """Whether a word, or an Arabic word without its article and a proclitic, is in a list."""
    listed = words_of(language, key)
    if language == "en":
        return form in listed
    return any(stem in listed for stem in _stems(form))

"""The grammatical gender of Arabic names and nouns, where it decides who the subject of a verb is.

Table: ``gender_ar.toml``.
"""

from __future__ import annotations

from functools import cache, lru_cache

from mahdar.language.folding import fold_word
from mahdar.language.lexicon import proclitic_splits
from mahdar.tables import read_toml

_FEMININE = ("ه", "ات")


@lru_cache(maxsize=4_096)
def is_feminine_place(name: str) -> bool | None:
    """Whether the name of a state or of its seat, as written, is feminine; None where usage is divided."""
    table, folded = _table(), fold_word(name)
    if folded in table["divided_places"]:
        return None
    return folded not in table["masculine_places"] and folded.partition(" ")[0] not in table["masculine_heads"]


def is_feminine_noun(form: str) -> bool:
    """Whether a folded noun is feminine by its ending or by the table."""
    words, table = {stem for _, stem in proclitic_splits(form)}, _table()
    if words & table["feminine_nouns"]:
        return True
    return form.endswith(_FEMININE) and not words & table["masculine_nouns"]


@cache
def _table() -> dict[str, frozenset[str]]:
    table: dict[str, list[str]] = read_toml("mahdar.reading", "gender_ar.toml")
    return {name: frozenset(fold_word(word) for word in entries) for name, entries in table.items()}

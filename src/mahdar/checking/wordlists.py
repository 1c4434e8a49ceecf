"""Short lists of words that a finder asks for by name, from TOML tables; forms are folded as tokens are."""

from __future__ import annotations

from functools import cache

from mahdar.language.folding import fold_word
from mahdar.tables import read_toml


@cache
def words(package: str, table: str, name: str) -> frozenset[str]:
    """The list ``name`` of ``tables/TABLE`` in a package. Raises KeyError where the table has none."""
    return frozenset(fold_word(word) for word in read_toml(package, table)[name])

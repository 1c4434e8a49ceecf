"""The words of `tables/words.toml`."""

from __future__ import annotations

from mahdar.checking.wordlists import words as listed


def words(name: str) -> frozenset[str]:
    """A list of the Council's words, folded."""
    return listed("mahdar.mechanisms.council", "words.toml", name)

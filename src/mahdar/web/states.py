"""States by code or name, in English or Arabic, and how pages name them."""

from __future__ import annotations

from functools import cache

from mahdar.record.states import find_state, fold_name
from mahdar.tables import read_rows


def find(text: str) -> str | None:
    """The code of a state (ISO alpha-3) from its code, in any case, or its name; None where nothing is called so."""
    bare = " ".join(text.split())
    return find_state(bare.upper()) or find_state(bare) or _names().get(_folded(bare))


@cache
def name(code: str, language: str = "en") -> str:
    """A state's name as the United Nations use it; the code itself where it has no name here."""
    from mahdar.checking.wording import state_name

    pair = state_name(code)
    return pair.ar if language == "ar" else pair.en


@cache
def _names() -> dict[str, str]:
    return {_folded(row["name"]): row["code"] for row in reversed(read_rows("mahdar.reading", "state_names.csv"))}


def _folded(text: str) -> str:
    from mahdar.language.folding import fold_word

    return " ".join(fold_word(word) for word in fold_name(text).split())

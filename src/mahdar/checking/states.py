"""States by code or name, in English or Arabic: which one is meant, and how output names it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from mahdar.checking.wording import state_name
from mahdar.near import near
from mahdar.record.states import find_state, fold_name
from mahdar.tables import read_rows


def find(text: str) -> str | None:
    """The code of a state (ISO alpha-3) from its code, in any case, or its name; None where nothing is called so."""
    bare = " ".join(text.split())
    return find_state(bare.upper()) or find_state(bare) or _names().get(_folded(bare))


def nearest(text: str) -> list[str]:
    """Names, with their codes, that are spelt nearly like this one."""
    names = _names()
    return [f"{name} ({names[name]})" for name in near(_folded(text), names)]


def name(code: str, language: str = "en") -> str:
    """A state's name as the United Nations use it; the code itself where it has no name here."""
    pair = state_name(code)
    return pair.ar if language == "ar" else pair.en


def named(codes: Iterable[str], language: str = "en") -> list[str]:
    """States' names in a language, in alphabetical order of the names."""
    return sorted(name(code, language) for code in codes)


@cache
def _names() -> dict[str, str]:
    """Folded name in English or Arabic -> code: the spellings that the reader of reports knows."""
    return {_folded(row["name"]): row["code"] for row in reversed(read_rows("mahdar.reading", "state_names.csv"))}


def _folded(text: str) -> str:
    from mahdar.language.folding import fold_word  # what only names states by their code does without

    return " ".join(fold_word(word) for word in fold_name(text).split())

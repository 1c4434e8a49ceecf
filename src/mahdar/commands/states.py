"""States by code or name, in English or Arabic, and how output names them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from mahdar.near import near
from mahdar.record.states import find_state, fold_name
from mahdar.tables import read_rows


def find(text: str) -> str | None:
    """The code of a state; None where nothing is called so. Codes may be in small letters."""
    bare = " ".join(text.split())
    code = bare.upper()
    return find_state(code) or find_state(bare) or _names().get(_folded(bare))


def nearest(text: str) -> list[str]:
    """Names, with their codes, that are spelt nearly like this one."""
    names = _names()
    return [f"{name} ({names[name]})" for name in near(_folded(text), names)]


def named(codes: Iterable[str], language: str = "en") -> list[str]:
    """States' names in a language, in alphabetical order of the names."""
    return sorted(name(code, language) for code in codes)


def name(code: str, language: str = "en") -> str:
    """A state's name as the United Nations use it; the code itself where it has no name here."""
    from mahdar.checking.wording import state_name

    pair = state_name(code)
    return pair.ar if language == "ar" else pair.en


@cache
def _names() -> dict[str, str]:
    """Folded name in English or Arabic -> code: the spellings that the reader of reports knows."""
    return {_folded(row["name"]): row["code"] for row in reversed(read_rows("mahdar.reading", "state_names.csv"))}


def _folded(text: str) -> str:
    from mahdar.language.folding import fold_word

    return " ".join(fold_word(word) for word in fold_name(text).split())

"""Lists of words are folded as the tokens of a text are."""

from __future__ import annotations

import pytest

from mahdar.checking.wordlists import words
from mahdar.language.tokens import tokenize
from mahdar.tables import read_toml

TABLES = [("mahdar.checking", "direct.toml"), ("mahdar.mechanisms.council", "words.toml")]


@pytest.mark.parametrize(("package", "table"), TABLES)
def test_every_word_is_found_in_a_text_that_holds_it(package: str, table: str) -> None:
    for name, listed in read_toml(package, table).items():
        for word in listed:
            assert set(tokenize(word).forms) & words(package, table, name) or len(tokenize(word)) > 1, word


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="nonsense"):
        words("mahdar.checking", "direct.toml", "nonsense")

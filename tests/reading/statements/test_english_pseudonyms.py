"""Names in quotation marks, with which reports shield people."""

from __future__ import annotations

from mahdar.reading.statements.english_pseudonyms import unmasked
from mahdar.reading.statements.english_words import words
from tests.cost import calls
from tests.held import passage

_SHIELDED = "The talks failed, said “Salif,” a cook. “Mariam”, 26, told us. "


def test_the_marks_of_a_name_are_no_quotation() -> None:
    read = passage(f"{_SHIELDED}“We will leave,” she said.")
    quotes, forms = unmasked(read, read.tokens.forms, words())
    assert [read.tokens.original(quote.i, quote.j) for quote in quotes] == ["We will leave,"]
    assert "salif" in forms
    assert len(read.quotes) == 3


def test_work_on_names_in_marks_grows_with_their_number() -> None:
    def work(times: int) -> int:
        read = passage(_SHIELDED * times)
        return calls(lambda: unmasked(read, read.tokens.forms, words()))

    assert work(400) < 6 * work(100)

"""Names in quotation marks, with which reports shield people: said “Salif,” a herder; “Mariam”, 26, told."""

from __future__ import annotations

from mahdar.language.quotes import Quote
from mahdar.language.tokens import NEWLINE
from mahdar.reading.passage import Passage
from mahdar.reading.statements.english_words import STOPS, Words

_LONGEST = 2  # words of a name


def unmasked(passage: Passage, forms: list[str], words: Words) -> tuple[list[Quote], list[str]]:
    """The quotations that are no names of people, and the words without the marks of those that are."""
    found = [quote for quote in passage.quotes if _is_name(passage, forms, words, quote)]
    if not found:
        return passage.quotes, forms
    own = list(forms)
    for quote in found:
        own[quote.i - 1] = ""
        held = own[quote.j - 1] == ","
        own[quote.j] = "," if held else ""
        if held:
            own[quote.j - 1] = ""
    names = {quote.i for quote in found}
    return [quote for quote in passage.quotes if quote.i not in names], own


def _is_name(passage: Passage, forms: list[str], words: Words, quote: Quote) -> bool:
    """Whether a quotation holds a name alone, of somebody who is described there or speaks."""
    held = forms[quote.j - 1] == "," if quote.j > quote.i else False
    end, behind = quote.j - held, quote.j + 1
    if quote.depth or not quote.balanced or not 0 < end - quote.i <= _LONGEST or behind >= len(forms):
        return False
    if not all(passage.tokens.is_word(k) and passage.tokens.is_capital(k) for k in range(quote.i, end)):
        return False
    before = forms[quote.i - 2] if quote.i > 1 else NEWLINE
    told = before in words.plainly_told
    if not (told or before in STOPS or before in {NEWLINE, "-"}):
        return False
    comma = held or forms[behind] == ","
    at = behind + (forms[behind] == ",")
    described = comma and at < len(forms) and (forms[at].isdigit() or forms[at] in words.indefinite | {"who", "the"})
    return described or forms[behind] in words.plainly_told or (told and forms[behind] in STOPS)

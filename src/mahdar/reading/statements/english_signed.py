"""Quotations signed by a name behind a dash, in round-ups of reactions: "“The vote was fair.” – Ana Ruiz, observer"."""

from __future__ import annotations

from mahdar.language.tokens import NEWLINE
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import CLOSING_MARKS, OPENING_MARKS, STOPS

_LONGEST = 16  # tokens of a name and what its bearer is
_NAME = 5


def signatures(view: View) -> list[tuple[Phrase, int, int]]:
    """For each quotation that a dash and a name behind it sign: the name's tokens and the quotation's."""
    found = []
    for quote in view.outer:
        dash = quote.j + 1
        if view.form(dash) == "-" and view.dash(dash) and view.is_speech(quote) and _is_whole(view, quote.i, quote.j):
            phrase = _name(view, dash + 1)
            if phrase is not None:
                found.append((phrase, quote.i, quote.j))
    return found


def _is_whole(view: View, i: int, j: int) -> bool:
    """Whether a quotation stands alone before its dash and ends like a sentence."""
    alone = view.form(i - 2) in STOPS | {NEWLINE} or view.capital(i - 2) or view.form(i - 2) in CLOSING_MARKS
    return alone and view.form(j - 1) in STOPS and view.capital(i)


def _name(view: View, i: int) -> Phrase | None:
    """The name behind a dash, if only who its bearer is follows up to the line's end or the next quotation."""
    while view.form(i) == "-":
        i += 1
    named = view.named(i)
    j = named.j if named is not None and named.i == i else i
    while j < i + _NAME and view.capital(j) and view.word(j):
        j += 1
    end = j
    while end < i + _LONGEST and view.form(end) not in OPENING_MARKS | {NEWLINE} and view.opens(end) is None:
        if view.forms[end] in view.words.finite | view.words.pasts | view.words.personal:
            return None
        end += 1
    closed = view.form(end) == NEWLINE or end >= len(view.forms) or view.opens(end) is not None
    return (i, j) if j > i and closed and (end == j or view.form(j) in STOPS | {",", "("}) else None

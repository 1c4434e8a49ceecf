"""The rules of the Human Rights Council as code: A/RES/60/251, paragraphs 7 and 8."""

from __future__ import annotations

from datetime import date

from mahdar.checking.rulebook import Provision

SIZE = 47
FOUNDED = date(2006, 6, 19)
TERM_YEARS = 3
FOUNDING = Provision("Human Rights Council, paragraphs 7 and 8", "A/RES/60/251", "https://docs.un.org/A/RES/60/251")


def may_sit_again(terms_in_a_row: int) -> bool:
    """Whether a member may be elected at once again: not after two consecutive terms (paragraph 7)."""
    return terms_in_a_row < 2

"""What must or should be done: said so, it is a demand."""

from __future__ import annotations

from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import CLOSING_MARKS, STOPS


def obliges(view: View, i: int, j: int) -> bool:
    """Whether a content of one sentence says what must or should be done."""
    last = j - 1 - (j - i > 1 and view.forms[j - 1] in CLOSING_MARKS)
    if any(form in STOPS for form in view.forms[i:last]):
        return False
    if view.words.needs.at(view.tokens, i) is not None:
        return True
    for k in range(i, min(j, i + view.words.obligation_window)):
        if k > i and view.forms[k] in view.words.breaks_obligation:
            return False
        hit = view.words.obligations.at(view.tokens, k)
        denied = k > i and view.forms[k - 1] in {"no", "any"}  # there was no need to act
        if hit is not None and not denied and view.form(hit.j) not in {"have", "not"}:
            return True
    return False

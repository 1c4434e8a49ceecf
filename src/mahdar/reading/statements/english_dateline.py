"""Datelines at the head of a paragraph, "NAIROBI, Kenya (AP) —": words of the outlet, of no sentence."""

from __future__ import annotations

from mahdar.language.tokens import NEWLINE
from mahdar.reading.passage import Passage

_LONGEST = 16
_PLACE = 4
_SMALL = frozenset({"of", "the", "de", "la", "el", "al"})
_MARKS = frozenset({",", ".", "(", ")", "/", "|"})


def behind_datelines(passage: Passage) -> dict[int, int]:
    """For each sentence that begins with a dateline its first token, and the token behind the dash."""
    forms = passage.tokens.forms
    found: dict[int, int] = {}
    for span in passage.sentences:
        if span.i == 0 or forms[span.i - 1] == NEWLINE:
            end = _dash(passage, span.i, min(span.j, span.i + _LONGEST))
            if end is not None:
                found[span.i] = end
    return found


def _dash(passage: Passage, i: int, last: int) -> int | None:
    """The token behind the dash of a dateline at token i: a place in capitals, an agency's name or a whole date."""
    tokens, k = passage.tokens, i
    while k < last and _may_stand(passage, k):
        glued = tokens.touches(k) and not (k - i > 1 and tokens.forms[k - 2] == ",")
        if tokens.forms[k] == "-" and k > i and not glued and "(" not in _open(tokens.forms[i:k]):
            break
        k += 1
    if k in {i, last} or tokens.forms[k] != "-":
        return _bracket(passage, i, last)
    place = tokens.original(i, i + 1)
    signed = next((n for n in passage.named if n.j == k and n.i > i), None) if tokens.forms[k - 2] == "," else None
    dated = signed is not None and signed.kind == "outlet"  # Damascus, SANA-The ministry
    dated = dated or any(
        time.j == k and time.absolute is not None and time.absolute.days() == 1 for time in passage.times
    )
    if not (len(place) > 1 and place.isupper()) and tokens.forms[k - 1] != ")" and not dated:
        return None
    while k < last and tokens.forms[k] == "-":
        k += 1
    return k if k < last else None


def _open(forms: list[str]) -> list[str]:
    """The brackets that are still open."""
    return ["("] * max(0, forms.count("(") - forms.count(")"))


def _bracket(passage: Passage, i: int, last: int) -> int | None:
    """The token behind the bracket of a dateline without a dash, "ROME (ANSA) The minister"."""
    tokens = passage.tokens
    place = tokens.original(i, i + 1)
    if len(place) < _PLACE or not place.isupper():
        return None
    end = next((k for k in range(i, last) if tokens.forms[k] == ")"), None)
    opening = next((k for k in range(i, end or i) if tokens.forms[k] == "("), None)
    if end is None or opening is None or opening - i > _PLACE or end + 1 >= last:
        return None
    return end + 1 if tokens.is_word(end + 1) and tokens.is_capital(end + 1) else None


def _may_stand(passage: Passage, k: int) -> bool:
    tokens, form = passage.tokens, passage.tokens.forms[k]
    if tokens.is_word(k):
        return tokens.is_capital(k) or form in _SMALL
    return form in _MARKS or form == "-" or tokens.is_number(k)

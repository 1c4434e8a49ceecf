"""People of no table whom a sentence brings in without their words: "His coach, Goran Vujic, sat. “…,” he said"."""

from __future__ import annotations

from mahdar.reading.names.homonyms import is_given
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_view import View

_OPENING = 12  # tokens of a sentence
_TWO, _LONGEST = 2, 4  # words of a name
_DESCRIBING = frozenset({"who", "whose", "a", "an", "the", "now", "one"})


def strangers(view: View) -> list[Phrase]:
    """The names of no table that stand in the subject at the head of a sentence as those of people, in order."""
    heads = ((view.head(span.i), span.j) for span in view.passage.sentences)
    found = (_stranger(view, i, min(j, i + _OPENING)) for i, j in heads)
    return [name for name in found if name is not None]


def _stranger(view: View, i: int, j: int) -> Phrase | None:
    """The name in the subject that begins at token i: behind a role, or before words that describe a person."""
    for k in range(i, j):
        form = view.forms[k]
        if form in view.words.finite or form in view.words.prepositions or view.named(k) is not None:
            return None
        end = _name_end(view, k) if view.capital(k) else k
        if k == i and _is_role(view, i) and end - k > _TWO:
            return k + 1, end  # Economist Ana Ruiz disagreed
        if end - k < _TWO - _is_kin(view, k):
            continue
        known = is_given(view.forms[k]) and view.word(end)  # Ana Ruiz left the hall
        described = k == i and (known or (view.form(end) == "," and _describes(view, end + 1)))
        return (k, end) if described or (k > i and _is_behind_role(view, i, k, end)) else None
    return None


def _name_end(view: View, k: int) -> int:
    """The token behind the capitalised words at token k that no table knows; k itself where they are no person's."""
    end = k
    while end < k + _LONGEST and view.word(end) and view.capital(end) and view.named(end) is None:
        end += 1
    w = view.words
    first, last = view.forms[k], view.form(end - 1)
    other = last in w.bodies or last in w.institutions or first in w.determiners or first in w.personal
    return k if other else end


def _describes(view: View, k: int) -> bool:
    return view.form(k) in _DESCRIBING or view.form(k).isdigit()


def _is_behind_role(view: View, i: int, k: int, end: int) -> bool:
    """Whether a noun for a person stands before the name: "Her husband Idris", "The sacked minister, Juma Phiri,"."""
    comma = view.form(k - 1) == ","
    at = k - 1 - comma
    person = _is_role(view, at) or view.forms[i] in {"his", "her"}
    return person and not view.capital(at) and (not comma or view.form(end) == ",")


def _is_kin(view: View, name: int) -> bool:
    return view.form(name - 1 - (view.form(name - 1) == ",")) in view.words.kin


def _is_role(view: View, k: int) -> bool:
    form, w = view.form(k), view.words
    role = form in w.private or form in w.spokes or form in w.officers or form in w.servants or form in w.kin
    return (role or form in w.peers) and not (form in w.organs or form in w.collective or form in w.plurals)

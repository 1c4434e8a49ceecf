"""People of no table whom a sentence brings in without their words: "His coach, Goran Vujic, sat. “…,” he said"."""

from __future__ import annotations

from mahdar.reading.names.homonyms import is_given
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_view import View

_CLAUSE = 16  # tokens of a clause before the main one
_OPENING = 12  # tokens of a sentence
_TWO, _LONGEST = 2, 4  # words of a name
_POST = 6  # tokens from the noun of a post to whose it is
_OF_POST = frozenset({"of", "from", "for"})
_DESCRIBING = frozenset({"who", "whose", "a", "an", "the", "now", "one"})


def strangers(view: View) -> list[Phrase]:
    """The names of no table, and posts of a state or body, in the subject at the head of a sentence, in order."""
    heads = ((view.head(span.i), span.j) for span in view.passage.sentences)
    heads = ((_behind_clause(view, i, j), j) for i, j in heads)
    found = (_stranger(view, i, min(j, i + _OPENING)) or _post(view, i, min(j, i + _OPENING)) for i, j in heads)
    return [name for name in found if name is not None]


def _behind_clause(view: View, i: int, j: int) -> int:
    """Where the subject begins behind the mark of a pseudonym or a clause that leads up: "When men came, | Ana"."""
    if view.form(i) not in view.words.subordinators:
        return i + (view.form(i) == "")
    comma = next((k for k in range(i, min(j, i + _CLAUSE)) if view.forms[k] == ","), None)
    return comma + 1 if comma is not None else i


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


def _post(view: View, i: int, j: int) -> Phrase | None:
    """Somebody without a name who opens a sentence: "The head of the delegation of Peru", "A leader from Chad"."""
    if view.form(i) not in view.words.determiners:
        return None
    noun = next((k for k in range(i + 1, j) if _ends_noun(view, k)), None)
    if noun is None or not _is_role(view, noun) or view.form(noun + 1) not in _OF_POST:
        return None
    named = next((n for k in range(noun + 2, min(j, noun + _POST)) if (n := view.named(k)) is not None), None)
    between = range(noun + 2, named.i if named is not None else noun)
    if named is None or any(_breaks_post(view, k) for k in between):
        return None
    end = named.j
    while view.form(end) == "'s" and view.word(end + 1) and not view.capital(end + 1):
        end += 2  # Peru's delegation
    return (i, end) if named.entity.startswith(("state:", "body:")) else None


def _ends_noun(view: View, k: int) -> bool:
    """Whether a noun phrase ends with token k, or is broken off before it."""
    return view.form(k + 1) in view.words.inside or _breaks_post(view, k)


def _breaks_post(view: View, k: int) -> bool:
    form, w = view.forms[k], view.words
    return not view.word(k) or form in w.finite or form in w.pasts or form in w.relatives


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

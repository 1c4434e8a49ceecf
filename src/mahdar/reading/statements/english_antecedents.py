"""The noun phrase that a relative clause or a participle behind it describes."""

from __future__ import annotations

from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_view import View

_OBJECT = 8  # tokens of a noun phrase
_AGENTS = frozenset({"by", "with", "from"})


def antecedent(view: View, phrase: Phrase) -> Phrase:
    """The noun phrase nearest to a relative clause, where a whole clause stands before it."""
    i, j = phrase
    if view.forms[j - 1] in view.words.pronouns:
        return j - 1, j
    if view.forms[j - 1].isdigit() and view.form(j - 2) in view.words.documents:
        return j - 2, j  # resolution 2254, which demands
    for k in range(j - 2, i, -1):
        if view.form(k - 1) in (view.words.inside - _AGENTS) | {"'s", "-"} or _is_listed(view, k, j):
            continue
        if view.forms[k] in view.words.determiners or (view.capital(k) and not view.word(k - 1)):
            return k, j
        if view.capital(k) and not view.capital(k - 1) and view.form(k - 1) not in view.words.determiners:
            return k, j
    return phrase


def nearest(view: View, phrase: Phrase) -> Phrase:
    """The noun phrase right before a participle: of a document the document alone, "(in) a text calling for"."""
    i, j = phrase
    if view.forms[j - 1] not in view.words.documents:
        i, j = antecedent(view, phrase)
        return _joined_with(view, i), j
    k = next((k for k in range(j - 2, i - 1, -1) if view.forms[k] in view.words.determiners), None)
    if k is None:
        return antecedent(view, phrase) if view.capital(j - 2) else (j - 1, j)
    return k, j


def object_before(view: View, end: int, first: int) -> Phrase | None:
    """The object of a preposition that a relative clause describes: "heard from | a former guard, who said"."""
    for k in range(end - 1, max(first, end - _OBJECT), -1):
        if view.forms[k] in {"a", "an", "the"}:
            return (
                (k, end)
                if view.forms[end - 1] in view.words.private | view.words.spokes | view.words.officers
                else None
            )
        if not view.word(k):
            return None
    return None


def _is_listed(view: View, k: int, j: int) -> bool:
    """Whether the name at token k is one of a list: "by France, | the United States and Great Britain, which"."""
    return view.form(k - 1) == "," and view.capital(k - 2) and "and" in view.forms[k:j]


def _joined_with(view: View, i: int) -> int:
    """Back to the first of the names joined behind "with" or "by": "with China and Russia opposing"."""
    first = view.named(i - 2) if view.form(i - 1) == "and" else view.named(i)
    while first is not None and view.form(first.i - 1) == ",":
        first = view.named(first.i - 2)
    return first.i if first is not None and view.form(first.i - 1) in {"with", "by"} else i

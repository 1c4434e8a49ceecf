"""Posts without a name: "the minister", "a ministry official", an official who asked not to be named."""

from __future__ import annotations

from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import Words

_ASIDE = 12  # tokens behind a phrase in which its aside stands


def is_title(w: Words, forms: list[str]) -> bool:
    """ "the minister", "Foreign Minister", "a spokesman", "the source": an office without a name."""
    plain = [f for f in forms if f not in w.determiners]
    if plain[-2:-1] == ["-"]:
        plain[-3:] = ["-".join(plain[-3::2])]  # the attorney - general
    if not plain or (forms[0] in {"a", "an"} and not plain[-1].startswith("spokes")):
        return False
    source = plain[-1] in w.unnamed and forms[0] in {"the", "this"}
    named = source or plain[-1] in w.spokes or plain[-1] in w.double_posts
    return named and not plain[-1].endswith("s") and all(f in w.spokes or f in w.titles for f in plain[:-1])


def is_of_organ(w: Words, forms: list[str]) -> bool:
    """ "a ministry official", "a government spokesman": somebody of an organ that the report has named."""
    at = next((k for k in range(1, len(forms) - 1) if forms[k] in w.of_organ and forms[k + 1] == "the"), None)
    if at is not None and forms[at - 1] in w.spokes:
        forms = [*forms[:1], *(f for f in forms[at + 2 :] if f != "office"), *forms[1:at]]
    inside = forms[1:-1]
    led = forms[0] in {"a", "an", "one", "another"} and bool(inside) and forms[-1] in w.spokes
    return led and bool(w.organs & set(inside)) and all(f in w.organs | w.titles for f in inside)


def is_anonymous(view: View, phrase: Phrase) -> bool:
    """Whether an official of nobody known gave no name: "A diplomat, speaking on condition of anonymity, said"."""
    i, j = phrase
    held = view.forms[i:j]
    if view.words.spokes.isdisjoint(held) or not view.words.inside.isdisjoint(held):
        return False  # nobody's, or that of an organ: "a spokesman for the mission"
    aside = range(j, min(view.sentence(i)[1], j + _ASIDE))
    return any(view.words.anonymity.at(view.tokens, k) is not None for k in aside)

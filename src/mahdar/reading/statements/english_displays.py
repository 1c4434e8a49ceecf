"""Who speaks by what is held up in writing: of "protesters held signs reading …" the protesters."""

from __future__ import annotations

from mahdar.reading.statements.english_phrases import Phrase, phrase_before
from mahdar.reading.statements.english_view import View

_REACH = 6  # tokens from the display back to the verb that holds it up


def is_display(view: View, phrase: Phrase) -> bool:
    """Whether the head of a phrase is a banner or a sign and no name."""
    last = phrase[1] - 1
    return view.forms[last] in view.words.displays and not view.capital(last)


def bearers(view: View, phrase: Phrase) -> Phrase | None:
    """Those who hold up the display that ends a phrase, within the phrase or before it."""
    last, first = phrase[1] - 1, view.sentence(phrase[0])[0]
    verb = next(
        (k for k in range(last - 1, max(first, last - _REACH), -1) if view.forms[k] in view.words.bearing), None
    )
    if verb is None:
        return None
    end = verb - 1 if view.form(verb - 1) in view.words.relatives | {","} else verb
    return phrase_before(view, end, first, set())

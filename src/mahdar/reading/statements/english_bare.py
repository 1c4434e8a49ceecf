"""Words before a cue that say nothing yet: an adverbial that only leads up to it, a subject without its verb."""

from __future__ import annotations

from mahdar.reading.statements.english_view import View

_REACH = 60


def leads_up(view: View, i: int) -> bool:
    """Whether words that begin at token i only lead up to what follows: "In recent days", "When asked"."""
    if view.form(i) in view.words.approximate and any(view.form(k)[:1].isdigit() for k in range(i + 1, i + 4)):
        return False  # At least 40 people died, he said
    form, w = view.form(i), view.words
    return (
        form in w.prepositions or form in w.leads_to_speech or (form in w.subordinators and form not in {"that", "but"})
    )


def is_opened(view: View, j: int) -> bool:
    """Whether the clause that a cue interrupts has only begun before token j: "a base from which, Kyiv says, …"."""
    w = view.words
    opens = any(view.form(j - 1) in held for held in (w.relatives, w.wh, w.subordinators, w.coordinators))
    return opens and view.quote(j - 1) is None


def lacks_verb(view: View, i: int, j: int) -> bool:
    """Whether tokens i to j are a bare subject before an interrupting cue: "The museum, he said, opened late"."""
    w = view.words
    return not any(
        view.forms[k] in w.finite
        or view.forms[k] in w.pasts
        or (view.forms[k].endswith("ed") and not _is_proper(view, k))
        for k in range(i, min(j, i + _REACH))
    )


def _is_proper(view: View, k: int) -> bool:
    """Whether a capitalised word is part of a name: the United States, Mr Ahmed."""
    return view.capital(k) and (view.named(k) is not None or k > view.sentence(k)[0])

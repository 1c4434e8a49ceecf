"""Where an -ing form by itself reports speech: behind a comma, "by", "after", its own subject, "jailed for saying"."""

from __future__ import annotations

from mahdar.reading.statements.english_cues import is_noun
from mahdar.reading.statements.english_displays import is_display
from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_quoting import quoted_as
from mahdar.reading.statements.english_scene import Scene
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import CLOSING_MARKS

_ADJECTIVES = 2
_PAID = 5  # tokens


def participle_speaks(scene: Scene, found: Found) -> bool:
    """An -ing form reports after a comma, "by" or "while", and behind its own subject."""
    at = past_adverbs(scene.view, found.group.i)
    before = scene.view.form(at - 1)
    if before in {",", "by", "while", "when", "before", "after", "despite", "in", "-", "and"} | CLOSING_MARKS:
        return found.group.i > 1
    if before == "for":
        return _is_answered_for(scene.view, at - 1)
    if before == "as":
        return quoted_as(scene, found) is not None
    if before in scene.view.words.relatives:
        return False
    if found.subject is not None and (_is_bare_noun(scene.view, found) or _is_verb(scene.view, found.subject)):
        return False
    following = scene.view.form(found.group.j)
    named = scene.view.capital(
        found.group.j
    ) or following in scene.view.words.determiners | scene.view.words.objects | {"that", ":", ","}
    named = named or (found.subject is not None and _is_inscribed(scene.view, found))
    return found.subject is not None and before not in scene.view.words.prepositions and named


def past_adverbs(view: View, at: int) -> int:
    """Back over the adverbs that stand before token ``at``."""
    while at > 0 and view.form(at - 1) in view.words.adverbs:
        at -= 1
    return at


def _is_answered_for(view: View, at: int) -> bool:
    """Whether "for" at a token tells for which words somebody pays: "jailed for saying", "apologised for calling"."""
    form = view.form(at - 1)
    suffers = form.endswith("ed") and not view.words.be.isdisjoint(view.forms[max(0, at - _PAID) : at - 1])
    return suffers or form in view.words.apologising


def _is_inscribed(view: View, found: Found) -> bool:
    """Whether a banner or a document is the subject: "a statement saying two soldiers were wounded"."""
    subject = found.subject
    if subject is None or is_display(view, subject):
        return subject is not None
    return view.forms[subject[1] - 1] in view.words.documents and found.cue.takes("clause") is not None


def _is_verb(view: View, subject: tuple[int, int]) -> bool:
    """Whether a past and no noun stands before an -ing form, its object: "that meant | endorsing the raid"."""
    k = subject[1] - 1
    form = view.forms[k]
    return (
        not view.capital(k)
        and form not in view.words.spokes
        and (form in view.words.pasts or form in view.words.taking_deeds)
    )


def _is_bare_noun(view: View, found: Found) -> bool:
    """Whether an -ing form is the noun of an adjective before it: "a stern warning that"."""
    i = found.subject[0] if found.subject is not None else found.group.i
    led = view.form(i) in {"a", "an"} and found.group.i - i <= _ADJECTIVES
    return led and is_noun(view.forms[found.group.cue]) and not any(view.capital(k) for k in range(i, found.group.i))

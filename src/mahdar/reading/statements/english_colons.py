"""Quotations behind a colon that no verb of saying introduces: "Another diplomat was less hopeful: “They will …”"."""

from __future__ import annotations

from mahdar.language.quotes import Quote
from mahdar.language.tokens import NEWLINE
from mahdar.reading.statements.english_scene import Scene
from mahdar.reading.statements.english_subjects import subject_before
from mahdar.reading.statements.english_voices import Speaker
from mahdar.reading.statements.english_words import STOPS

_FARTHEST = 40  # tokens from the head of the sentence to its colon


def behind_colons(scene: Scene) -> None:
    """Read the quotations behind a colon whose sentence tells of one person, and of no other speech."""
    view = scene.view
    told = [k for s in scene.spoken for k in (*range(s.i, s.j), *range(*s.cue))] if ":" in view.forms else []
    taken = frozenset(told)
    for quote in view.outer if ":" in view.forms else ():
        if view.form(quote.i - 2) != ":" or not view.is_speech(quote) or not taken.isdisjoint(range(quote.i, quote.j)):
            continue
        speaker = _subject(scene, quote, taken)
        if speaker is not None:
            scene.emit(quote.i, quote.j, "say", speaker, (quote.i - 2, quote.i - 1))
            scene.spoken.sort(key=lambda s: (s.i, s.j, s.cue))


def _subject(scene: Scene, quote: Quote, taken: frozenset[int]) -> Speaker | None:
    """Whom the sentence before a quotation is about, by its verb of being or having: "The envoy was clear: “…”"."""
    view, colon = scene.view, quote.i - 2
    first = view.sentence(colon)[0]
    ends = view.form(quote.j - 1) in STOPS or view.form(quote.j + 1) in STOPS | {NEWLINE}
    if colon - first > _FARTHEST or not ends or not taken.isdisjoint(range(first, colon)):
        return None
    verb = next((k for k in range(first + 1, colon) if view.forms[k] in view.words.be | {"has", "had"}), None)
    if verb is None or not view.words.relatives.isdisjoint(view.forms[first:verb]):
        return None
    phrase = subject_before(view, verb, scene.verbal)
    if phrase is None or not scene.speakers.known(phrase):
        return None
    speaker = scene.speakers.of(phrase)
    people = speaker.ids and all(one.startswith("person:") for one in speaker.ids)
    nameless = view.forms[phrase[1] - 1] in view.words.spokes | view.words.unnamed | view.words.private
    return speaker if people or nameless else None

"""Speech at the head of its sentence, before whoever speaks: "Noting that …, the envoy said", "Said Ellis: “…”"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass, replace

from mahdar.reading.statements.english_phrases import phrase_after
from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_scene import Scene
from mahdar.reading.statements.english_view import View

_NEXT = 4  # verbs behind a participle among which the main one is
_OWNER = 5  # tokens
_DESCRIBED = 12  # tokens of an apposition before a colon


@dataclass(frozen=True, slots=True)
class Until:
    """Tokens at which a content ends, with one more."""

    stops: Container[int]
    last: int

    def __contains__(self, token: object) -> bool:
        return token == self.last or token in self.stops


def led(scene: Scene, found: Found) -> Found | None:
    """The main verb of reporting that a participle at the head of its sentence leads up to, if the same people speak.

    "Noting that the post was shelled, the envoy urged restraint": what is noted is said by the envoy too.
    """
    view, cue = scene.view, found.group.cue
    first, last = view.sentence(cue)
    head = first + (view.form(first) in view.words.adverbs)
    if found.group.mood != "participle" or found.group.i != head or found.cue.lemma in view.words.lead_in:
        return None
    if _is_anothers(scene, found.group.j, last):
        return None
    n = bisect_right(scene.verbs, cue, key=lambda v: v.group.cue)
    for verb in scene.verbs[n : n + _NEXT]:
        if verb.group.cue >= last:
            return None
        if _is_main(scene, verb):
            return verb
    return None


def _is_anothers(scene: Scene, i: int, last: int) -> bool:
    """Whether a position of somebody else's is taken up: "Reaffirming the Council's support for the envoy"."""
    view = scene.view
    near = range(i, min(i + _OWNER, last))
    return any(view.forms[k] == "'s" and view.form(k + 1) in view.words.voiced for k in near)


def _is_main(scene: Scene, verb: Found) -> bool:
    """Whether a verb says behind a comma what somebody known said."""
    said = verb.group.mood == "said" and verb.subject is not None and not verb.inverted and verb.behind is None
    if not said or verb.subject is None:
        return False
    k = verb.subject[0] - 1
    comma = scene.view.form(k) == "," or (scene.view.closes(k) is not None and scene.view.form(k - 1) == ",")
    return comma and scene.speakers.known(verb.subject)


def shared(view: View, found: Found, main: Found, stops: Container[int]) -> tuple[Found, Container[int]]:
    """A participle with the subject of its main verb, and where its content ends at the latest: before that subject."""
    end = (main.subject[0] if main.subject is not None else main.start) - 1
    end += view.closes(end) is not None
    return replace(found, subject=main.subject), Until(stops, end)


def said_first(scene: Scene, found: Found) -> bool:
    """Read "Said the mayor: “…”", a verb and its subject before a colon and the quotation."""
    view, verb = scene.view, found.group
    first, last = view.sentence(verb.cue)
    if verb.i != first or verb.cue != first or found.cue.form not in {"past", "both", "s"}:
        return False
    phrase = phrase_after(view, verb.j)
    if not found.cue.takes("quote") or phrase is None or not scene.speakers.known(phrase):
        return False
    end = min(last, phrase[1] + _DESCRIBED)
    colon = next((k for k in range(phrase[1], end) if view.forms[k] == ":"), None)
    quote = view.opens(colon + 1) if colon is not None else None
    if quote is None:
        return False
    scene.emit(quote.i, quote.j, "say", scene.speakers.of(phrase), (verb.cue, verb.j))
    return True

"""Headlines that name nobody: "Rights group faults Chad" speaks for the group that speaks in the report under it."""

from __future__ import annotations

from dataclasses import replace

from mahdar.reading.statements.english_bodies import Bodies
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.values import Spoken

_WORDS = 3  # of a post in a headline


def named_below(view: View, spoken: list[Spoken]) -> list[Spoken]:
    """The statements, those of a nameless group in the headline given to the free body that speaks first below."""
    end = view.paragraph_end(0)
    heads = [n for n, one in enumerate(spoken) if one.cue[0] < end and _is_nameless(view, one)]
    if not heads or end >= len(view.forms):
        return spoken
    bodies = Bodies(view)
    below = (one.speakers[0] for one in spoken if one.cue[0] > end and len(one.speakers) == 1)
    owner = next((body for one in below if (body := bodies.free_body_of(one)) is not None), None)
    if owner is None:
        return spoken
    return [replace(one, speakers=(owner,)) if n in heads else one for n, one in enumerate(spoken)]


def held_below(view: View, spoken: list[Spoken]) -> list[Spoken]:
    """The statements, those of a post alone in the headline given to who speaks first below by it: "Envoy tells …"."""
    end = view.paragraph_end(0)
    if end >= len(view.forms) or not any(one.cue[0] < end and _post(view, one) for one in spoken):
        return spoken
    below = [one for one in spoken if one.cue[0] > end and len(one.speakers) == 1]
    return [replace(one, speakers=_holder(view, one, below)) if one.cue[0] < end else one for one in spoken]


def _holder(view: View, head: Spoken, below: list[Spoken]) -> tuple[str, ...]:
    """Who speaks below by the post of the headline; those who spoke in it already where it is no such post."""
    post, entities = _post(view, head), view.passage.entities
    found = (one.speakers for one in below if (held := entities.get(one.speakers[0])) and post in _words_of(held.role))
    return next(found, head.speakers) if post else head.speakers


def _post(view: View, spoken: Spoken) -> str:
    """The post by which alone, without a name or state, a speaker of nobody known is called."""
    held = (spoken.speaker_text or "").lower().split()
    alone = not spoken.speakers and 0 < len(held) <= _WORDS and held[-1] in view.words.spokes
    return held[-1] if alone and not view.words.inside.intersection(held) else ""


def _words_of(role: str | None) -> list[str]:
    return (role or "").lower().split()


def _is_nameless(view: View, spoken: Spoken) -> bool:
    """Whether the speaker is only called by a noun for groups: "Rights group", "Aid agency", "Watchdog"."""
    held = (spoken.speaker_text or "").lower().split()
    kinds = view.words.kinds_of_group
    return bool(held) and held[-1] in view.words.collective and all(form in kinds for form in held[:-1])

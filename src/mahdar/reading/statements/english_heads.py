"""Headlines that name nobody: "Rights group faults Chad" speaks for the group that speaks in the report under it."""

from __future__ import annotations

from dataclasses import replace

from mahdar.reading.statements.english_bodies import Bodies
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.values import Spoken


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


def _is_nameless(view: View, spoken: Spoken) -> bool:
    """Whether the speaker is only called by a noun for groups: "Rights group", "Aid agency", "Watchdog"."""
    held = (spoken.speaker_text or "").lower().split()
    kinds = view.words.kinds_of_group
    return bool(held) and held[-1] in view.words.collective and all(form in kinds for form in held[:-1])

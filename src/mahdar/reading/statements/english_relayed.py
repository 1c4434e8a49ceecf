"""Words that a mouthpiece only passes on: "Ban condemned the raid and demanded an inquiry, his spokesperson said"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_scene import Scene
from mahdar.reading.statements.english_voices import Speaker, is_outlet
from mahdar.reading.statements.english_words import OPENING_MARKS
from mahdar.reading.statements.values import Spoken

_RECENT = 4


def only_relays(scene: Scene, found: Found, i: int, j: int, speaker: Speaker) -> bool:
    """Whether tokens i to j before a cue report from end to end what the same speaker or principal said."""
    told = [s for s in scene.spoken[-_RECENT:] if i < s.cue[0] < s.i < j]
    if not told or max(s.j for s in told) < j or not _opens(scene, i, told[0]):
        return False
    return any(_is_mouthpiece(scene, found, s) or scene.speak_for_the_same(speaker.ids, s.speakers) for s in told[:1])


def through_agencies(scene: Scene) -> None:
    """What an agency only reports of others is theirs, through it: "Reuters reports the envoy urged calm"."""
    if not any(s.speakers and all(is_outlet(one) for one in s.speakers) for s in scene.spoken):
        return
    ordered = sorted(scene.spoken, key=lambda s: (s.i, -s.j))
    passed: dict[int, tuple[str, ...]] = {}
    dropped: set[int] = set()
    for n, outer in enumerate(ordered):
        if not outer.speakers or not all(is_outlet(one) for one in outer.speakers) or outer.act != "say":
            continue
        inner = [k for k in range(n + 1, min(n + 1 + _RECENT, len(ordered))) if ordered[k].j <= outer.j]
        inner = [k for k in inner if outer.i <= ordered[k].cue[0] < outer.j]
        if inner and max(ordered[k].j for k in inner) >= outer.j and _opens(scene, outer.i, ordered[inner[0]]):
            dropped.add(n)
            passed.update(dict.fromkeys(inner, outer.speakers))
    scene.spoken[:] = [
        replace(s, via=tuple(dict.fromkeys((*s.via, *passed.get(k, ()))))) if k in passed else s
        for k, s in enumerate(ordered)
        if k not in dropped
    ]


def _opens(scene: Scene, i: int, first: Spoken) -> bool:
    """Whether the subject of the first statement within opens the content and its verb follows at once."""
    n = bisect_left(scene.verbs, first.cue[0], key=lambda v: v.group.cue)
    verb = scene.verbs[n] if n < len(scene.verbs) and scene.verbs[n].group.i <= first.cue[0] else None
    subject = verb.subject if verb is not None else None
    if verb is None or subject is None or subject[0] > i + 1:
        return False
    between = scene.view.forms[subject[1] : verb.group.i]
    return all(form in OPENING_MARKS or form in scene.view.words.adverbs or form.endswith("ly") for form in between)


def _is_mouthpiece(scene: Scene, found: Found, inner: Spoken) -> bool:
    """Whether somebody speaks for whom the content names: "his spokeswoman", "a spokesman for Guterres"."""
    if found.subject is None:
        return False
    view = scene.view
    forms = view.forms[slice(*found.subject)]
    if view.words.mouthpieces.isdisjoint(forms):
        return False
    named = (view.named(k) for k in range(*found.subject))
    return forms[0] in view.words.possessives or any(n is not None and n.entity in inner.speakers for n in named)

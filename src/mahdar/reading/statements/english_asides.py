"""Where the reporter's asides begin within a content: "without | saying", ", | with its envoy calling it"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_scene import Scene
from mahdar.reading.statements.english_view import View


def before_asides(scene: Scene, i: int, j: int, nominal: bool) -> int:
    """The end of the content of tokens i to j, before an aside of the reporter's that would end it."""
    view = scene.view
    first = bisect_right(scene.verbs, i, key=lambda v: v.group.cue)
    last = bisect_left(scene.verbs, j + 2, key=lambda v: v.group.cue)
    for found in scene.verbs[first:last]:
        at = _aside_at(view, i, found, nominal)
        if at is not None and i < at < j:
            j = at
    ended = j - 1 > i and view.form(j - 1) in view.words.before_gerunds and view.form(j).endswith("ing")
    return j - 1 if ended else j


def before_hearers(view: View, i: int, j: int) -> int:
    """Where it is told with whom and when something was raised: "raised these concerns | in a call with the envoy"."""
    return next((k for k in range(i + 2, j) if view.forms[k] in {"with", "in", "at", "during", "to"}), j)


def _aside_at(view: View, i: int, found: Found, nominal: bool) -> int | None:
    """Where the words begin that lead up to another's speech, if they are no part of the content."""
    if found.subject is None or found.inverted or view.quote(found.group.cue) is not None:
        return None
    before = found.start - 1
    if found.group.mood == "participle":
        return before - 1 if view.form(before) == "with" and view.form(before - 1) == "," else None
    told = found.group.mood == "said" and any(b.sure for b in found.cue.buildings)
    time = nominal and told and view.form(before) in view.words.of_time
    return before if time and before > i + 1 and view.forms[found.subject[0]] not in view.words.personal else None

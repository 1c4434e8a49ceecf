"""Speech that somebody quotes: "TASS quoted the minister as saying", "“…,” he was cited as saying", ", citing X"."""

from __future__ import annotations

from bisect import bisect_left

from mahdar.reading.statements.english_before import fragment_before
from mahdar.reading.statements.english_phrases import phrase_after
from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_scene import Scene
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import NOBODY, Speaker, outlets
from mahdar.reading.statements.english_words import CLOSING_MARKS

_QUOTED_REACH = 20


def is_cited(view: View, j: int) -> bool:
    """Whether "as saying" follows, which reports what was said."""
    return any(
        view.form(k) == "as" and view.form(k + 1).endswith("ing")
        for k in range(j, min(j + _QUOTED_REACH, len(view.forms)))
    )


def names_source(scene: Scene, found: Found) -> bool:
    """Whether ", citing" or "which cited" is followed by those who told it; what is cited as proof is written."""
    phrase = phrase_after(scene.view, found.group.j)
    written = phrase is not None and not scene.view.words.documents.isdisjoint(scene.view.forms[slice(*phrase)])
    if phrase is None or (found.group.mood != "participle" and written):
        return False
    if found.group.mood != "participle":
        w = scene.view.words
        people = w.spokes | w.unnamed | w.private | w.sources
        return any(form in people for form in scene.view.forms[slice(*phrase)])
    inside = (k for k in range(phrase[0] + 1, phrase[1]) if scene.view.forms[k] in scene.view.words.inside - {"and"})
    return scene.speakers.known((phrase[0], next(inside, phrase[1])))


def quoted_before(scene: Scene, found: Found) -> None:
    """ "…," the minister was quoted as saying: a content before what reports it."""
    quoted, speaker = _quoting(scene, found), quoted_as(scene, found)
    if quoted is None or quoted.subject is None or speaker is None:
        return
    start = quoted.subject[0]
    if scene.view.form(start - 1) in CLOSING_MARKS | {","}:
        scene.emit(*fragment_before(scene, start), "say", speaker, (found.group.cue, found.group.j))


def quoted_as(scene: Scene, found: Found) -> Speaker | None:
    """ "TASS quoted the minister as saying", "was quoted by TASS as saying": the minister, through the agency."""
    view, at, quoted = scene.view, found.group.i, _quoting(scene, found)
    if quoted is None or quoted.subject is None:
        return None
    if quoted.group.mood == "passive":
        subject = scene.speakers.of(quoted.subject)
        via = outlets(view, quoted.group.j, _agent_end(view, at))
        return Speaker(subject.ids, subject.text, via)
    phrase = phrase_after(view, quoted.group.j)
    said = scene.speakers.of(phrase) if phrase else NOBODY  # before the agency: "IRNA quoted him"
    subject = scene.speakers.source(quoted.subject)
    return Speaker(said.ids, said.text, tuple(i for i in subject.ids if i.startswith("outlet:")))


def _agent_end(view: View, at: int) -> int:
    """Where the outlet behind "as saying by" ends at the latest: "by the state-run Anadolu agency"."""
    phrase = phrase_after(view, at + 2) if view.form(at + 1) in {"by", "in", "on"} else None
    return max(at + 6, phrase[1]) if phrase is not None else at + 6


def _quoting(scene: Scene, found: Found) -> Found | None:
    """The "quoted" or "cited" to which an "as saying" belongs."""
    at = found.group.i
    if scene.view.form(at - 1) != "as":
        return None
    before = bisect_left(scene.verbs, at, key=lambda v: v.group.cue)
    near = (v for v in reversed(scene.verbs[max(0, before - 3) : before]) if at - v.group.cue < _QUOTED_REACH)
    return next((v for v in near if v.cue.lemma in {"quote", "cite"}), None)

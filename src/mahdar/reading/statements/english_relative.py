"""Reporting clauses that lean on another: "what the army called a raid", "as the envoy pointed out, …"."""

from __future__ import annotations

from collections.abc import Container

from mahdar.reading.statements.english_before import fragment_before
from mahdar.reading.statements.english_ends import content_end
from mahdar.reading.statements.english_places import Found, tail_end
from mahdar.reading.statements.english_scene import Scene
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import STOPS

_LEAST = 2


def named_in(scene: Scene, found: Found) -> bool:
    """Read the name that somebody gives in a clause with "what": "what the army called a raid"."""
    view = scene.view
    if found.cue.lemma not in view.words.naming or found.subject is None or found.subject[0] >= found.group.i:
        return False
    if view.form(found.start - 1) != "what" or not _names(view, found.group.j):
        return False
    i = found.group.j
    quote = view.opens(i)
    end = quote.j if quote is not None else content_end(view, i, frozenset(), True)
    scene.emit(i, end, "say", scene.speaker_of(found), (found.group.cue, found.group.j))
    return True


def embedded(scene: Scene, found: Found, stops: Container[int]) -> bool:
    """Read what is said of a noun before its relative: "the raid, which Kyiv said killed 12, was"."""
    view, w, j = scene.view, scene.view.words, found.group.j
    apart = view.form(found.start - 1) in {"which", "who"} and view.form(found.start - 2) == ","
    if (
        not apart
        or found.behind is not None
        or found.subject is None
        or view.forms[found.group.cue] not in w.plainly_said
    ):
        return False
    form = view.form(j)
    if not (form in w.finite or form in w.pasts or (form.endswith("ed") and view.word(j))):
        return False
    end = content_end(view, j, stops)
    comma = next((k for k in range(j, end) if view.forms[k] == "," and view.quote(k) is None), end)
    scene.emit(j, comma, "say", scene.speaker_of(found), (found.group.cue, j))
    return True


def _names(view: View, i: int) -> bool:
    return view.word(i) or view.opens(i) is not None


def as_said(scene: Scene, found: Found, stops: Container[int]) -> bool:
    """Read what a clause with "as" reports: "As the envoy pointed out, the truce …", "…, as the envoy said."."""
    view, building = scene.view, found.cue.takes("after")
    before = found.start - 1
    if building is None or not building.sure or found.subject is None or view.form(before) != "as":
        return False
    tail, first = tail_end(view, found), view.sentence(found.group.cue)[0]
    j, w = found.group.j, view.words
    if tail - j > 0 and view.form(j) in {"that", "he", "she", "they", "it"}:
        return False
    if found.cue.takes("np") and view.form(j) in w.determiners | w.possessives and view.time_end(j) is None:
        return False  # as he announced a ban
    cue, speaker = (found.group.cue, found.group.j), scene.speaker_of(found)
    if before == first and view.form(tail) == ",":
        scene.emit(tail + 1, content_end(view, tail + 1, stops), building.act, speaker, cue)
        return True
    if view.form(before - 1) == "," and before - first > _LEAST and view.form(tail) in STOPS:
        scene.emit(*fragment_before(scene, before), building.act, speaker, cue)
        return True
    return False

"""Reporting clauses that lean on another: "what the army called a raid", "as the envoy pointed out, …"."""

from __future__ import annotations

from collections.abc import Container

from mahdar.reading.statements.english_before import fragment_before
from mahdar.reading.statements.english_ends import content_end
from mahdar.reading.statements.english_places import Found, tail_end
from mahdar.reading.statements.english_pronouns import own_subject
from mahdar.reading.statements.english_scene import Scene
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import Speaker
from mahdar.reading.statements.english_words import STOPS

_LEAST = 2
_NAMERS = frozenset({"state", "capital", "body", "anaphor"})


def named_in(scene: Scene, found: Found) -> bool:
    """Read what something is to somebody in a clause with "what": "what the army called | a raid", "… says is | a"."""
    view, w = scene.view, scene.view.words
    judged = found.cue.lemma in w.judging and view.form(found.group.j) in w.be
    if not judged and found.cue.lemma not in w.naming:
        return False
    if found.subject is None or found.subject[0] >= found.group.i or view.form(found.start - 1) != "what":
        return False
    i = found.group.j + judged
    i += judged and view.form(i) == "that"
    if not _names(view, i) or (judged and _is_predicate(view, i)):
        return False
    quote = view.opens(i)
    opens = judged and found.start - 1 == view.sentence(found.start - 1)[0]
    clause = judged and view.form(i - 1) == "that"
    end = quote.j if quote is not None else content_end(view, i, frozenset(), not clause, opens and not clause)
    scene.emit(i, end, "say", _judge(scene, found), (found.group.cue, found.group.j))
    return True


def _judge(scene: Scene, found: Found) -> Speaker:
    """Who names something; "it" is the subject of the sentence, else who is named last in it."""
    view, subject = scene.view, found.subject
    if subject is None or view.forms[subject[0]] != "it" or own_subject(view, subject[0]).ids:
        return scene.speaker_of(found)
    for k in range(subject[0] - 1, view.sentence(subject[0])[0] - 1, -1):
        named = view.named(k)
        if named is not None and named.kind in _NAMERS:
            return Speaker((named.entity,), None)
    return scene.speaker_of(found)


def embedded(scene: Scene, found: Found, stops: Container[int]) -> bool:
    """Read what is said of a noun before its relative: "the raid, which Kyiv said killed 12, was"."""
    view, w, j = scene.view, scene.view.words, found.group.j
    before = view.form(found.start - 2)
    apart = view.form(found.start - 1) in {"which", "who"} and before in {",", "but"}
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


def _is_predicate(view: View, i: int) -> bool:
    """Whether something else than a name for the thing follows a verb of being: "what he says is needed", "is not"."""
    form, w = view.form(i), view.words
    return form in w.prepositions or form in w.adverbs or form in w.negations or form.endswith(("ed", "ing"))


def _names(view: View, i: int) -> bool:
    return view.word(i) or view.opens(i) is not None or (i < len(view.forms) and view.tokens.is_number(i))


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
    ends = view.form(tail) in STOPS and (found.cue.lemma == "tell" or not _has_object(view, j, tail))
    if view.form(before - 1) == "," and before - first > _LEAST and ends:
        scene.emit(*fragment_before(scene, before), building.act, speaker, cue)
        return True
    return False


def _has_object(view: View, j: int, tail: int) -> bool:
    """Whether a verb at whose end token j stands has an object before ``tail``: ", as the army denied | a retreat"."""
    form, w = view.form(j), view.words
    adjunct = form in w.prepositions | w.adverbs | w.objects or form.endswith("ly") or view.time_end(j) is not None
    return j < tail and not adjunct

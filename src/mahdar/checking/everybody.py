"""All members of a body, told without their number, who voted for a text: "all members of the Council voted for it",
اعتمد المجلس القرار بتأييد جميع أعضائه.
"""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.once import once
from mahdar.checking.scene import Scene
from mahdar.checking.sides import past_asides, side_behind
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span

_MEMBERS_REACH = 3  # tokens from "all" to the members
_VERB_REACH = 3  # tokens between words of support and "all", or between the members and their verb
_OTHERWISE = ("all_but", "not", "abstain", "voted_against")  # beside these not all did so
_TEXTS = ("resolution", "draft", "text")
_TEXT_REACH = 4  # tokens from "supported" to the text
_BODIES = frozenset({"council", "assembly", "rights_council"})


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "votes.toml", name)


@once
def all_for(scene: Scene, sentence: Span) -> tuple[Cue, ...]:
    """The words of voting for a text of which all members of a body are the subject, nobody left out."""
    return tuple(_all_for(scene, sentence))


def _all_for(scene: Scene, sentence: Span) -> Iterator[Cue]:
    every = scene.within("every", sentence.i, sentence.j)
    if not every or scene.any_of(_OTHERWISE, sentence.i, sentence.j):
        return
    if not _word_list("not_all").isdisjoint(scene.forms[sentence.i : sentence.j]):
        return
    every = [cue for cue in every if not scene.within("verge", cue.i - 2, cue.i)]  # "almost all", "very nearly all"
    for cue in every:
        end = _members(scene, cue, sentence.j)
        told = _told(scene, sentence, cue, end) if end is not None else None
        if told is not None and asserted(scene, told.i) and not negated(scene, told):
            yield told


def of_all_members(scene: Scene, every: Cue) -> bool:
    """Whether a word for all may be one for all members."""
    behind = scene.forms[every.j : every.j + _MEMBERS_REACH]
    members = scene.within("member", every.j, every.j + _MEMBERS_REACH)
    return bool(members) or not _word_list("all_its").isdisjoint(behind)


def _members(scene: Scene, every: Cue, stop: int) -> int | None:
    """The token behind "all members of the Council", جميع أعضائه; None where only some members are meant."""
    k = every.j
    while k < min(stop, every.j + _MEMBERS_REACH) and scene.forms[k] in _word_list("all"):
        k += 1
    if k >= stop:
        return None
    if scene.forms[k] in _word_list("all_its"):
        return k + 1
    body = scene.at("body", k)  # all Council members
    member = scene.at("member", body.j if body is not None else k)
    if member is None or member.form:
        return None
    m = member.j
    while m < stop and scene.forms[m] in _word_list("of"):
        m += 1
    body = body or scene.at("body", m)
    if body is None or scene.which(body) not in _BODIES:
        return None
    return max(body.j, member.j)


def _told(scene: Scene, sentence: Span, every: Cue, end: int) -> Cue | None:
    """The word of support right before all members, or their verb of voting."""
    low = max(sentence.i, every.i - _VERB_REACH)
    before = [c for c in scene.within("favour", low, every.i) if c.form == "pre"]
    if before and all(scene.forms[k] in _word_list("of") for k in range(before[-1].j, every.i)):
        return before[-1]
    arabic = scene.passage.language != "en"
    if arabic:
        verb = next((c for c in scene.within("vote", every.i - 1, every.i) if c.form == "past"), None)
        return verb if verb is not None and _for(scene, end, sentence.j) else None
    verb = next((c for c in scene.any_of(("voted_for", "approve", "vote"), end, end + 1) if c.form == "past"), None)
    if verb is None or verb.sense.concept == "voted_for":
        return verb
    text = verb.sense.concept == "approve" and scene.any_of(_TEXTS, verb.j, verb.j + _TEXT_REACH)
    return verb if text or _for(scene, verb.j, sentence.j) else None


def _for(scene: Scene, k: int, stop: int) -> bool:
    """Whether the side behind token k, times left out, is that of those in favour."""
    side = side_behind(scene, past_asides(scene, k, stop), stop)
    return side is not None and side.sense.concept == "favour"

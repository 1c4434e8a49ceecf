"""Who acts in a verb, and when: the states right before it; and the body for which "it" or إليه stands."""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention
from mahdar.checking.predicates import predicated
from mahdar.checking.scene import Scene
from mahdar.checking.when import aside, nearest_time
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import Span, tokens_of

_BACK = 3  # sentences back to the one that names whom a pronoun means
_FIRST = 1  # tokens before the state with which a sentence begins
_OPENING_REACH = 24  # tokens from a participle to the comma behind it
_PARTICIPLE = ("ed", "having", "ing", "left", "been")
_MEMBER_REACH = 4  # tokens between "member" and the body


def _words(kind: str) -> frozenset[str]:
    return words("mahdar.checking", "subjects.toml", kind)


def subject_before(scene: Scene, verb: Cue, near: int) -> list[StateMention]:
    """The states that act in a verb: right before it, or before an apposition between commas that ends at it."""
    low = scene.sentence(verb.i).i
    groups = scene.groups(low, verb.i)
    if not groups:
        return opened_by(scene, verb)
    for group in groups if scene.forms[verb.i - 1] in ",،" else ():
        k = group[-1].j
        opens = group[0].i - low <= _FIRST or bool(scene.within("relative", k + 1, k + 2))
        behind = scene.forms[k] in ",،" and opens
        if behind and not _commas(scene, k + 1, verb.i - 1):
            return group
    end = groups[-1][-1].j
    return groups[-1] if verb.i - end - _aside_of_time(scene, end, verb.i) <= near else predicated(scene, verb)


def _aside_of_time(scene: Scene, i: int, j: int) -> int:
    """How many tokens between two are a time, with the commas around it: أخفقت روسيا، اليوم الجمعة، في."""
    tokens = 0
    for time in scene.times_in(i, j):
        marks = (scene.forms[time.i - 1], *scene.forms[time.j : time.j + 1])
        tokens += time.j - time.i + sum(mark in ",،" for mark in marks if time.j < j)
    return tokens


def opened_by(scene: Scene, verb: Cue) -> list[StateMention]:
    """The states behind the comma of a participle that opens a sentence: "Having joined in 1955, Italy sought"."""
    sentence = scene.sentence(verb.i)
    lead = scene.forms[sentence.i : verb.i]
    if (
        scene.passage.language != "en"
        or not {*lead} <= _words("opening")
        or not scene.forms[verb.i].endswith(_PARTICIPLE)
    ):
        return []
    comma = next((k for k in range(verb.j, min(sentence.j, verb.j + _OPENING_REACH)) if scene.forms[k] == ","), None)
    if comma is None or scene.states_in(verb.j, comma):
        return []
    group = next(iter(scene.groups(comma + 1, sentence.j)), [])
    return group if group and {*scene.forms[comma + 1 : group[0].i]} <= {"the"} else []


def own_time(scene: Scene, verb: Cue, group: list[StateMention]) -> TimePhrase | None:
    """The time nearest to a verb in its clause, save what stands in an apposition of its subject: "Namibia, independent
    since 21 March, was admitted on Monday".
    """
    clause = scene.clause(verb.i)
    apart = bool(group) and group[-1].j < verb.i - 1 and scene.forms[verb.i - 1] in ",،" and verb.i > clause.i
    if not apart:
        time = nearest_time(scene, verb, clause.i, clause.j)
        return None if aside(scene, verb, time) else time
    behind = nearest_time(scene, verb, verb.i, clause.j)
    return behind or nearest_time(scene, verb, clause.i, group[0].i)


def _commas(scene: Scene, i: int, j: int) -> bool:
    return any(form in ",،" for form in scene.forms[i:j])


def body_meant(scene: Scene, i: int, back: int = _BACK) -> str:
    """The body for which "it" stands before token i in a sentence that names none: the first one of the sentence
    before; or "".
    """
    sentence, clause = scene.sentence(i), scene.clause(i)
    if scene.passage.language != "en" or scene.within("body", sentence.i, i):
        return ""
    it = next((k for k in range(clause.i, i) if scene.forms[k] in _words("it")), None)
    if it is None or scene.states_in(sentence.i, it):
        return ""
    return _first_body(scene, sentence, back)


def _first_body(scene: Scene, sentence: Span, back: int) -> str:
    k = scene.passage.sentence_of(sentence.i)
    for before in reversed(scene.passage.sentences[max(0, k - back) : k]):
        named = [c for c in scene.within("body", before.i, before.j) if not of_members(scene, c)]
        if named:
            others = [n for n in scene.named_in(before.i, named[0].i) if n.kind == "body"]
            return "" if others else scene.which(named[0])
        if not _words("it") & {*scene.forms[before.i : before.j]}:
            return ""
    return ""


def of_members(scene: Scene, body: Cue) -> bool:
    """Whether a body only says of what somebody is a member: "India, an elected member of the Council, abstained"."""
    near = scene.within("member", max(scene.clause(body.i).i, body.i - _MEMBER_REACH), body.i)
    kinds = scene.any_of(("elected", "permanent"), near[-1].j, body.i) if near else []
    kind = tokens_of(kinds)
    words = [scene.forms[k] for k in range(near[-1].j, body.i) if k not in kind] if near else []
    return bool(near) and all(form in _words("of_members") | {"the"} for form in words)


def pronoun(scene: Scene, i: int, j: int) -> Cue | None:
    """An Arabic pronoun between tokens i and j for the body that was named last before it: انتخبت إليه, مقعدا فيه."""
    if scene.passage.language == "en":
        return None
    at = next((k for k in range(i, min(j, len(scene.forms))) if scene.forms[k] in _words("to_it")), None)
    if at is None or scene.within("body", i, at):
        return None
    k = scene.passage.sentence_of(i)
    for sentence in (scene.sentence(i), *reversed(scene.passage.sentences[max(0, k - 1) : k])):
        named = scene.within("body", sentence.i, min(sentence.j, i))
        if named:
            return Cue(at, at + 1, named[-1].sense, "")
    return None

"""Whom a sentence speaks of without a name: "It joined the United Nations in 1993", "on 2 March it deplored", وقد
انتخبت إليه.

A pronoun stands for what the sentence before is about. Where that names several states the one that the whole report is
about is taken, and marked as inferred: such a claim contradicts nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.checking.assertion import aside, nearest_time
from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention
from mahdar.checking.scene import Scene, codes
from mahdar.checking.topics import report_topic
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import Span

_BACK = 3  # sentences back to the one that names whom a pronoun means
_OPENING = 3  # tokens in which an Arabic subject stands behind its verb
_FIRST = 1  # tokens before the state with which a sentence begins
_STATE = "state"
_CODE = 3


@dataclass(frozen=True, slots=True)
class Meant:
    """The state that words stand for; ``sure`` where no other may be meant."""

    states: list[StateMention]
    sure: bool


def _words(kind: str) -> frozenset[str]:
    return words("mahdar.checking", "subjects.toml", kind)


def state_meant(scene: Scene, verb: Cue) -> Meant | None:
    """The state that the subject of a verb stands for, if the sentence names none before it and the subject is a
    pronoun, a word such as "the country", or in Arabic is left out.
    """
    sentence = scene.sentence(verb.i)
    told = scene.states_in(sentence.i, verb.i)
    if told:
        return _clause_before(scene, sentence, verb)
    if not _unnamed(scene, sentence, verb):
        return None
    it = bool(_words("it") & {*scene.forms[sentence.i : verb.i]})
    return state_of(scene, verb.i, subject=it)


def _clause_before(scene: Scene, sentence: Span, verb: Cue) -> Meant | None:
    """The only state that a sentence named before an Arabic verb that goes on with it: والصين عضو، وقد انتخبت."""
    opens = _words("opens")
    k = verb.i - 1
    while k > sentence.i and scene.forms[k] in opens:
        k -= 1
    joined = k < verb.i - 1 or "و" in verb.proclitics
    if scene.passage.language == "en" or not joined or scene.forms[k] not in ",،":
        return None
    if scene.states_in(verb.j, verb.j + _OPENING):
        return None
    found = codes(scene.states_in(sentence.i, k))
    return Meant([_standing(verb.i, found[0])], True) if len(found) == 1 else None


def state_of(scene: Scene, i: int, *, subject: bool = False) -> Meant | None:
    """The state that the sentences before that of token i are about, as if it stood at that token; with ``subject``
    none where another begins the sentence.
    """
    k = scene.passage.sentence_of(i)
    about = report_topic(scene)
    whole = about.code if about is not None else ""
    for before in reversed(scene.passage.sentences[max(0, k - _BACK) : k]):
        named = scene.states_in(before.i, before.j)
        topics = [c.value for c in scene.within("topic", before.i, before.j) if len(c.value) == _CODE]
        found = list(dict.fromkeys([*codes(named), *topics]))
        if found:
            chosen = found[0] if len(found) == 1 else whole
            state = next((s for s in named if chosen in s.codes), None)
            if state is None or len(state.codes) > 1:
                return None
            first = state.i - before.i <= _FIRST
            if subject and not first and named[0].i - before.i <= _FIRST:
                return None
            return Meant([_standing(i, chosen)], len(found) == 1 and first)
    return None


def _standing(i: int, code: str) -> StateMention:
    return StateMention(i, i, (code,), _STATE)


def _unnamed(scene: Scene, sentence: Span, verb: Cue) -> bool:
    """Whether what stands before the verb is a pronoun or a word for a state, with times and words that pass."""
    timed = {k for t in scene.times_in(sentence.i, verb.i) for k in range(t.i, t.j)}
    k = verb.i - 1
    english = scene.passage.language == "en"
    passed = _words("passed") if english else _words("opens")
    while k >= sentence.i and (k in timed or scene.forms[k] in passed):
        k -= 1
    if k < sentence.i:
        return not english and not scene.states_in(verb.j, verb.j + _OPENING)
    if not english:
        return scene.forms[k] in _words("country_ar")
    if scene.forms[k] in _words("it"):
        return True
    return scene.forms[k] in _words("country") and scene.forms[k - 1] in _words("definite")


def subject_before(scene: Scene, verb: Cue, near: int) -> list[StateMention]:
    """The states that act in a verb: right before it, or before an apposition between commas that ends at it."""
    low = scene.sentence(verb.i).i
    groups = scene.groups(low, verb.i)
    if not groups:
        return []
    for group in groups if scene.forms[verb.i - 1] in ",،" else ():
        k = group[-1].j
        opens = group[0].i - low <= _FIRST or bool(scene.within("relative", k + 1, k + 2))
        behind = scene.forms[k] in ",،" and opens
        if behind and not _commas(scene, k + 1, verb.i - 1):
            return group
    return groups[-1] if verb.i - groups[-1][-1].j <= near else []


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
            others = [n for n in scene.passage.named if n.kind == "body" and before.i <= n.i < named[0].i]
            return "" if others else scene.which(named[0])
        if not _words("it") & {*scene.forms[before.i : before.j]}:
            return ""
    return ""


def of_members(scene: Scene, body: Cue) -> bool:
    """Whether a body only says of what somebody is a member: "India, an elected member of the Council, abstained"."""
    near = scene.within("member", max(scene.clause(body.i).i, body.i - _CODE - 1), body.i)
    return bool(near) and all(form in _words("of_members") | {"the"} for form in scene.forms[near[-1].j : body.i])


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

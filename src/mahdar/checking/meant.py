"""The state of which words without its name tell: "It ratified …", وصادقت على …, والبلاد طرف في, "on the country".

The state is the one that the clauses before are about. It is sure where they name no other state, and nobody else who
may be meant; else it is inferred, and a claim on it contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from mahdar.checking import wordlists
from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention
from mahdar.checking.scene import Scene, codes
from mahdar.checking.topics import report_topic
from mahdar.language.tokens import Span, tokens_of

_BACK = 3  # sentences back to the one that names the state
_OPENS = 5  # tokens in which the subject of a sentence begins
_LONGEST = 12  # tokens before a verb that may be no subject of it
_BEHIND = 3  # tokens in which an Arabic subject stands behind its verb
_CODE = 3
_NAMED = frozenset({"body", "outlet", "person"})
_DEFINITE = "ال"


@dataclass(frozen=True, slots=True)
class Meant:
    """The state that is meant, where it is named; ``sure`` where nobody else may be."""

    state: StateMention
    sure: bool

    def at(self, i: int) -> StateMention:
        """The state as if it stood at token i."""
        return StateMention(i, i, self.state.codes, self.state.kind)


@cache
def _words(name: str) -> frozenset[str]:
    return wordlists.words("mahdar.checking", "meant.toml", name)


def of_state() -> frozenset[str]:
    """The Arabic words that stand for a state behind its verb: صادقت الحكومة على."""
    return _words("of_state")


def passing(scene: Scene, tokens: Iterable[int]) -> bool:
    """Whether tokens name nobody else: words that stand for a state, and those that may stand before a verb."""
    known = _words("standing") | _words("leading") | _words("articles") | _words("joining")
    return all(scene.forms[k] in known for k in tokens)


def state_meant(scene: Scene, verb: Cue) -> Meant | None:
    """The state of which a verb without a subject of its own tells; None where it has one, or nobody can be meant."""
    sentence = scene.sentence(verb.i)
    if scene.passage.language != "en" and (scene.states_in(verb.j, verb.j + _BEHIND) or _has_subject(scene, verb.j)):
        return None
    k, stands = _lead(scene, verb, sentence.i)
    english = scene.passage.language == "en"
    free = k == sentence.i or scene.forms[k - 1] in _words("joining") or _joins(scene, verb, k)
    if not free:
        alone = scene.forms[k] == "it" and not scene.states_in(sentence.i, verb.i)
        return _before(scene, verb.i, subject=True) if alone else None
    own = _within(scene, sentence.i, k)
    if own is not None or (english and not stands):
        return own
    if scene.states_in(sentence.i, verb.i):
        return None
    return _before(scene, verb.i, subject=not stands or "it" in scene.forms[k : verb.i])


def _has_subject(scene: Scene, k: int) -> bool:
    """Whether an Arabic noun with its article stands at token k, between a verb and its preposition, that no state is
    called by: انضمت الألمانيتان إلى.
    """
    behind = scene.forms[k : k + _BEHIND + 1]
    named = list(takewhile(lambda form: form.startswith(_DEFINITE) and form not in _words("to"), behind))
    return (
        bool(named) and named[0] not in of_state() and not _words("to").isdisjoint(behind[len(named) : len(named) + 1])
    )


def _joins(scene: Scene, verb: Cue, k: int) -> bool:
    """Whether "and" opens the clause whose first token is k, joined to it in Arabic."""
    first = verb.proclitics if k == verb.i else scene.forms[k][:1]
    return scene.passage.language == "ar" and first[:1] in ("و", "ف")


def _lead(scene: Scene, verb: Cue, low: int) -> tuple[int, bool]:
    """The first of the tokens before a verb that are no subject with a name, and whether one stands for a state."""
    timed = tokens_of(scene.times_in(max(low, verb.i - _LONGEST), verb.i))
    k, stands = verb.i, False
    while k > low and verb.i - k < _LONGEST:
        word = scene.forms[k - 1]
        if word in _words("standing") and not stands:
            stands = True
        elif not (k - 1 in timed or word in _words("leading") or (stands and word in _words("articles"))):
            break
        k -= 1
        if stands and word == "it":
            break
    return k, stands


def state_of(scene: Scene, i: int) -> Meant | None:
    """The state that "the country" or "there" means at token i, for which the sentences before may have any words."""
    return _before(scene, i, subject=False)


def _within(scene: Scene, i: int, k: int) -> Meant | None:
    """The only state that the sentence names so far."""
    named = scene.states_in(i, k)
    found = {*codes(named)}
    return Meant(named[0], not scene.within("body", named[0].j, k)) if len(found) == 1 else None


def _before(scene: Scene, i: int, *, subject: bool) -> Meant | None:
    """The state of the last sentence before token i that names one."""
    at = scene.passage.sentence_of(i)
    for k in range(at - 1, max(-1, at - 1 - _BACK), -1):
        span = scene.passage.sentences[k]
        named = [s for s in scene.states_in(span.i, span.j) if len(s.codes) == 1]
        topics = [] if subject else [c.value for c in scene.within("topic", span.i, span.j) if len(c.value) == _CODE]
        if named or topics:
            return _chosen(scene, span, named, alone=len({*codes(named), *topics}) == 1, i=i, subject=subject)
        if subject and k < at - 1 and "\n" in scene.forms[span.i : i] and _somebody(scene, span):
            return None
    return None


def _somebody(scene: Scene, span: Span) -> bool:
    """Whether a sentence without a state names somebody else of whom a later paragraph may go on."""
    return any(n.kind in _NAMED for n in scene.named_in(span.i, span.j)) or bool(scene.within("body", span.i, span.j))


def _chosen(scene: Scene, span: Span, named: list[StateMention], *, alone: bool, i: int, subject: bool) -> Meant | None:
    """The only state of a sentence; of several the one that alone acts in it, else the one that the report is about."""
    if not named:
        return None
    first, acting = named[0], [state for state in named if not _about(scene, state)]
    if alone and (acting or not subject):
        return Meant(first, bool(acting) and not _others(scene, span, first, i))
    if subject and len({*codes(acting)}) == 1 and acting[0] is first and first.i - span.i <= _OPENS:
        return Meant(first, False)
    about = report_topic(scene)
    whole = next((state for state in named if about is not None and about.code in state.codes), None)
    return None if whole is None or (subject and whole is not first and first in acting) else Meant(whole, False)


def _others(scene: Scene, span: Span, state: StateMention, i: int) -> bool:
    """Whether somebody else is named before the state, or a body behind it, of whom may be gone on."""
    led = any(n.kind in _NAMED for n in scene.named_in(span.i, state.i))
    return led or bool(scene.within("body", state.i, i))


def _about(scene: Scene, state: StateMention) -> bool:
    """Whether a state only says about whom or where something is."""
    return state.i > 0 and scene.forms[state.i - 1] in _words("about")

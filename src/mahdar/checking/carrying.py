"""The state of which a sentence without a subject of its own goes on: "It ratified …", وصادقت على …, والبلاد طرف في.

The state is the one that the clauses before are about; where they name others too, it is only likely.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from mahdar.checking import wordlists
from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention
from mahdar.checking.scene import Scene, codes

_BACK = 3  # sentences back to the one that names the state
_OPENS = 5  # tokens in which the subject of a sentence begins
_LONGEST = 12  # tokens before a verb that may be no subject of it


@dataclass(frozen=True, slots=True)
class Carried:
    """The state meant; ``firm`` where the clauses before name no other state and no body that may be meant."""

    state: StateMention
    firm: bool


@cache
def _words(name: str) -> frozenset[str]:
    return wordlists.words("mahdar.checking", "carrying.toml", name)


def of_state() -> frozenset[str]:
    """The Arabic words that stand for a state behind its verb: صادقت الحكومة على."""
    return _words("of_state")


def passing(scene: Scene, tokens: Iterable[int]) -> bool:
    """Whether tokens name nobody else: words that stand for a state, and those that may stand before a verb."""
    known = _words("standing") | _words("leading") | _words("articles") | _words("joining")
    return all(scene.forms[k] in known for k in tokens)


def carried(scene: Scene, verb: Cue) -> Carried | None:
    """The state of which a verb without a subject of its own tells; None where it has one, or nobody can be meant."""
    sentence = scene.sentence(verb.i)
    k, stands = _lead(scene, verb, sentence.i)
    english = scene.passage.language == "en"
    free = k == sentence.i or scene.forms[k - 1] in _words("joining") or _joins(scene, verb, k)
    if not free:
        return None
    own = _within(scene, sentence.i, k)
    if own is not None or (english and not stands):
        return own
    return None if scene.states_in(sentence.i, verb.i) else _before(scene, verb)


def _joins(scene: Scene, verb: Cue, k: int) -> bool:
    """Whether "and" opens the clause whose first token is k, joined to it in Arabic."""
    first = verb.proclitics if k == verb.i else scene.forms[k][:1]
    return scene.passage.language == "ar" and first[:1] in ("و", "ف")


def _lead(scene: Scene, verb: Cue, low: int) -> tuple[int, bool]:
    """The first of the tokens before a verb that are no subject with a name, and whether one stands for a state."""
    timed = {k for t in scene.times_in(max(low, verb.i - _LONGEST), verb.i) for k in range(t.i, t.j)}
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


def _within(scene: Scene, i: int, k: int) -> Carried | None:
    """The only state that the sentence names so far."""
    named = scene.states_in(i, k)
    found = list(dict.fromkeys(codes(named)))
    return Carried(named[0], not scene.within("body", named[0].j, k)) if len(found) == 1 else None


def _before(scene: Scene, verb: Cue) -> Carried | None:
    """The state of the last sentence before that names one: the only one, or the one with which it begins."""
    at = scene.passage.sentence_of(verb.i)
    for k in range(at - 1, max(-1, at - 1 - _BACK), -1):
        span = scene.passage.sentences[k]
        named = [s for s in scene.states_in(span.i, span.j) if len(s.codes) == 1]
        if named:
            alone = len({*codes(named)}) == 1 and not _oblique(scene, named)
            opens = named[0].i - span.i <= _OPENS and not _about(scene, named[0]) and _single(scene, named)
            firm = alone and not scene.within("body", named[0].i, verb.i) and not _led(scene, span.i, named[0].i)
            return Carried(named[0], firm) if alone or opens else None
        if any(form == "\n" for form in scene.forms[span.i : verb.i]) and k < at - 1:
            return None
    return None


def _led(scene: Scene, i: int, j: int) -> bool:
    """Whether somebody else is named first, of whom the next sentence may go on."""
    return any(n.kind in ("body", "outlet", "person") and i <= n.i < j for n in scene.passage.named)


def _single(scene: Scene, named: list[StateMention]) -> bool:
    """Whether the first state stands in no list with the next."""
    return len(named) == 1 or len(scene.groups(named[0].i, named[1].j)) > 1


def _oblique(scene: Scene, named: list[StateMention]) -> bool:
    """Whether all of them only say about whom or where something is."""
    return all(_about(scene, state) for state in named)


def _about(scene: Scene, state: StateMention) -> bool:
    return state.i > 0 and scene.forms[state.i - 1] in _words("about")

"""Which state a sentence on a review speaks of: whose review it is, not who takes part, asks or is asked there."""

from __future__ import annotations

from mahdar.checking.coordinated import clauses_apart
from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention
from mahdar.checking.scene import Scene, codes
from mahdar.checking.topics import report_topic
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span

_OF = "ل"
_TURN_REACH = 3
_BACK = 2  # sentences back to the one that names who is under review
_DELEGATES = ("office", "person", "body")
_STATE = "state:"
_HERS, _SHORT = "ها", 4  # سجلها; the letters of a word that is none of affairs: منها
_TAKEN_UP = frozenset({"it"})  # the state of the sentence before, whatever others are named behind
_OWNED = frozenset({"'s", "’s", "'", "’"})


def state_reviewed(scene: Scene, sentence: Span) -> str | None:
    """The state under review: whose it is said to be, the subject nearest to a verb of undergoing, else the state of
    the sentence or of the report; none where only others are named.
    """
    verbs = scene.within("review.undergo", sentence.i, sentence.j)
    found = [s for s in scene.states_in(sentence.i, sentence.j, demonyms=True) if len(s.codes) == 1]
    topics = scene.within("topic", sentence.i, sentence.j)
    named = scene.any_of(("review.ordinal", "review.name"), sentence.i, sentence.j)
    owners = [s for s in found if any(owns(scene, s, c) for c in named)] or _its(scene, sentence, found)
    if owners:
        return owners[0].codes[0]
    taken = scene.within("review.accept", sentence.i, sentence.j)
    taken = [verb for verb in taken if not verbs or verb.i < verbs[0].i]  # "went through its review, Mexico noted"
    if acting := [s for s in found if any(_acts(scene, s, verb) for verb in taken)]:
        return acting[0].codes[0]
    if scene.forms[sentence.i] in _TAKEN_UP and (before := _before(scene, sentence)):
        return before
    if found and verbs:
        found = [s for s in found if s.i < verbs[0].j or not clauses_apart(scene, verbs[0].j, s.i)]
    if found and verbs:
        return min(_subjects(scene, found, verbs[0]), key=lambda s: abs(s.i - verbs[0].i)).codes[0]
    if found:
        return _speaking(scene, sentence, found)
    if topics:
        return topics[0].value
    if named and (sent := _of_its_own(scene, Span(sentence.i, named[0].i))):
        return sent
    if (before := _before(scene, sentence)) is not None:
        return before or None
    whole = report_topic(scene)
    return whole.code if whole is not None and len(whole.code) == 3 else None


def _subjects(scene: Scene, found: list[StateMention], verb: Cue) -> list[StateMention]:
    """The states right before an English verb of undergoing, where there are some: who else is named looks on."""
    before = scene.groups(scene.sentence(verb.i).i, verb.i) if scene.passage.language == "en" else []
    return before[-1] if before else found


def _acts(scene: Scene, state: StateMention, verb: Cue) -> bool:
    """Whether a state is the subject right beside a verb of accepting: قبلت كوريا, "Korea accepted"."""
    if scene.passage.language != "en":
        return state.i == verb.j
    return 0 <= verb.i - state.j <= 1


def _before(scene: Scene, sentence: Span) -> str | None:
    """The state that a sentence right before says is under review; "" where it may be any of several, None where it
    tells of none.
    """
    at = scene.passage.sentence_of(sentence.i)
    for k in range(at - 1, max(-1, at - 1 - _BACK), -1):
        span = scene.passage.sentences[k]
        told = scene.any_of(("review.undergo", "review.name", "review.ordinal"), span.i, span.j)
        named = {code for s in scene.states_in(span.i, span.j, demonyms=True) for code in s.codes}
        if told and named:
            return state_reviewed(scene, span) or ""
    return None


def states_reviewed(scene: Scene, sentence: Span) -> list[str]:
    """The state under review, and those named with it beside a verb of undergoing: "Iran and Egypt underwent"."""
    code = state_reviewed(scene, sentence)
    for verb in scene.within("review.undergo", sentence.i, sentence.j):
        for group in scene.groups(sentence.i, sentence.j):
            beside = 0 <= verb.i - group[-1].j <= _TURN_REACH or 0 <= group[0].i - verb.j <= 1
            if beside and code in codes(group):
                return codes(group)
    return [code] if code is not None else []


def owns(scene: Scene, state: StateMention, cue: Cue) -> bool:
    """Whether a review is said to be that of a state: "Egypt's third review", "the review of Egypt", الاستعراض الثالث
    لمصر.
    """
    if scene.passage.language != "en":
        return cue.j == state.i and state.joined and scene.forms[state.i].startswith(_OF)
    if cue.i - 1 == state.j and scene.forms[state.j] in _OWNED:
        return True
    between = scene.forms[cue.j : state.i]
    return between in (["of"], ["of", "the"])


def _its(scene: Scene, sentence: Span, found: list[StateMention]) -> list[StateMention]:
    """The state right before "at its review", في استعراضها, whoever else acts in the sentence."""
    theirs = words("mahdar.mechanisms.review", "words.toml", "its")
    at = words("mahdar.mechanisms.review", "words.toml", "at")
    ends = [k - 1 for k in range(sentence.i + 1, sentence.j) if scene.forms[k] in theirs and scene.forms[k - 1] in at]
    return [s for s in found if s.j in ends and not (s.joined or _faces(scene, s.i) or _addressed(scene, s.i))]


def _speaking(scene: Scene, sentence: Span, found: list[StateMention]) -> str | None:
    """The first state that does not only stand against another, in the clause that names the review if it has one: a
    delegation named before it speaks for its own.
    """
    named = next(iter(scene.within("review.name", sentence.i, sentence.j)), None)
    behind = scene.groups(named.j, sentence.j) if named is not None else []
    others = {state.i for group in behind if _faces(scene, group[0].i) for state in group}
    clause = scene.clause(named.i) if named is not None else sentence
    own = [s for s in found if s.i not in others]
    own = [s for s in own if clause.i <= s.i < clause.j] or own
    sent = _delegation(scene, Span(sentence.i, found[0].i))
    if own and not (sent and found[0].i in others):
        return own[0].codes[0]
    return sent or None


def _of_its_own(scene: Scene, span: Span) -> str:
    """The state of a delegation that speaks of its own affairs before a review, nobody else being named: "Egypt's
    delegation defended its record at its second review"; or "".
    """
    own = words("mahdar.mechanisms.review", "words.toml", "own")
    theirs = any(f in own or (f.endswith(_HERS) and len(f) > _SHORT) for f in scene.forms[span.i : span.j])
    return _delegation(scene, span) if theirs else ""


def _faces(scene: Scene, i: int) -> bool:
    """Whether a word right before token i, an article aside, puts who is named there against the state reviewed."""
    i -= i > 0 and scene.forms[i - 1] == "the"
    return i > 0 and scene.forms[i - 1] in words("mahdar.mechanisms.review", "words.toml", "facing")


def _addressed(scene: Scene, i: int) -> bool:
    """Whether something is said to who is named at token i, an article aside: "said no to Chad at its review"."""
    i -= i > 0 and scene.forms[i - 1] == "the"
    return i > 0 and scene.forms[i - 1] in words("mahdar.mechanisms.review", "words.toml", "to")


def _delegation(scene: Scene, span: Span) -> str:
    """The state of the first delegation, ministry or envoy named in a span, or ""."""
    for named in scene.named_in(span.i, span.j):
        held = scene.passage.principal(named.entity)
        if named.kind in _DELEGATES and held.startswith(_STATE):
            return held.removeprefix(_STATE)
    return ""

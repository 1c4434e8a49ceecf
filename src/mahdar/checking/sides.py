"""Verbs of voting parted from their side by a time or a body: "voted on Friday for the draft", صوتت أمس لصالح."""

from __future__ import annotations

from mahdar.checking.assertion import NOT_PAST
from mahdar.checking.cues import Cue, Sense
from mahdar.checking.mentions import StateMention
from mahdar.checking.once import once
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span

_SIDES = {"favour": "voted_for", "oppose": "voted_against"}
_TEXT_REACH = 6  # tokens from "for" or "against" to the text
_TEXTS = ("resolution", "draft", "text")
_PARTING = frozenset({"and", "but", ",", "و", "،"})
_OPEN = frozenset({"for", "against"})  # which may be of something else: "voted on Monday for two hours"
_SOLE_REACH, _BODY_REACH = 2, 4  # tokens from "only" to the member, and of a body's name
_IN_FAVOUR = (["in", "favour"], ["in", "favor"])
_MOST = 2  # times and bodies between a verb and its side


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "votes.toml", name)


def side_behind(scene: Scene, k: int, stop: int) -> Cue | None:
    """The word for a side behind token k, times and bodies between left out."""
    at = past_asides(scene, k, stop)
    found = [c for c in scene.any_of(tuple(_SIDES), at, min(stop, at + 1)) if c.form == "post"]
    cue = max(found, key=lambda c: c.j, default=None)
    return cue if cue is not None and (at == k or _of_text(scene, cue, stop)) else None


def past_asides(scene: Scene, k: int, stop: int) -> int:
    """The token behind the times and bodies that stand at token k with their prepositions."""
    for _ in range(_MOST):
        m = k
        while m < stop and scene.forms[m] in _word_list("leading_aside"):
            m += 1
        time = next(iter(scene.times_in(m, m + 1)), None)
        body = scene.at("body", m)
        end = time.j if time is not None else body.j if body is not None else k
        if end <= k or end >= stop:
            break
        k = end
    return k


def _of_text(scene: Scene, side: Cue, stop: int) -> bool:
    """Whether a text stands behind a side that may otherwise be of something else."""
    if scene.forms[side.j - 1] not in _OPEN:
        return True
    text = next(iter(scene.any_of(_TEXTS, side.j, min(stop, side.j + _TEXT_REACH))), None)
    return text is not None and _PARTING.isdisjoint(scene.forms[side.j : text.i])


def parted(scene: Scene, sentence: Span) -> list[Cue]:
    """The verbs of voting with their side behind a time or a body, each as one word of voting for or against."""
    found = []
    for verb in scene.within("vote", sentence.i, sentence.j):
        at = past_asides(scene, verb.j, sentence.j) if verb.form == "past" else verb.j
        side = side_behind(scene, verb.j, sentence.j) if at > verb.j or _plural(scene, verb) else None
        if side is not None:
            sense = Sense(_SIDES[side.sense.concept], "past", "")
            found.append(Cue(verb.i, side.j, sense, verb.proclitics))
    return found


def only_those(scene: Scene, span: Span) -> list[tuple[Cue, list[StateMention]]]:
    """The Arabic verbs of voting denied of all but those named: لم يعارض القرار سوى كوبا واليمن, with these states."""
    return [told for told in _only_those(scene) if span.i <= told[0].i < span.j]


@once
def _only_those(scene: Scene) -> list[tuple[Cue, list[StateMention]]]:
    if scene.passage.language == "en" or not scene.has_any(("except",)):
        return []
    found = []
    for verb in scene.all("vote_bare"):
        if not verb.value or scene.forms[verb.i - 1] not in NOT_PAST:
            continue
        stop = scene.clause(verb.i).j
        behind = next(iter(scene.within("except", verb.j, stop)), None)
        group = next(iter(scene.groups(behind.j, stop)), []) if behind is not None else []
        if behind is not None and group and group[0].i == behind.j:
            found.append((verb, group))
    return found


def preferred(scene: Scene, span: Span) -> list[tuple[Cue, list[StateMention]]]:
    """The Arabic verbs of choosing with their states, where the abstention stands behind: اكتفت الصين بالامتناع."""
    return [told for told in _preferred(scene) if span.i <= told[0].i < span.j]


@once
def _preferred(scene: Scene) -> list[tuple[Cue, list[StateMention]]]:
    found = []
    for cue in scene.all("prefers"):
        stop = scene.sentence(cue.i).j
        group = next(iter(scene.groups(cue.j, stop)), [])
        end = group[-1].j if group and group[0].i == cue.j else stop
        behind = scene.forms[end : end + 3]
        other = behind[1:2] == ["عن"] and not (behind[2:] and behind[2].endswith(tuple(_word_list("voting"))))
        if behind and behind[0] in _word_list("abstaining") and not other:
            found.append((cue, group))
    return found


def _plural(scene: Scene, verb: Cue) -> bool:
    """Whether it is an Arabic plural, which the tables have without its side: الذين صوتوا لصالح."""
    return verb.form == "past" and scene.passage.language != "en" and scene.forms[verb.i].endswith("وا")


@once
def sole(scene: Scene, span: Span) -> list[Cue]:
    """The English infinitives that tell how the only one voted: "the only member to vote against", each as a word of
    voting with its choice.
    """
    found = []
    for verb in scene.within("vote", span.i, span.j):
        if verb.form != "infinitive" or scene.forms[verb.i] != "to" or not _only_member(scene, verb.i, span.i):
            continue
        side = scene.forms[verb.j : verb.j + 2]
        against, favour = _word_list("side_against"), _word_list("side_for")
        choice = "yes" if side in _IN_FAVOUR or favour & {*side[:1]} else "no" if against & {*side[:1]} else ""
        if choice:
            found.append(Cue(verb.i, verb.j + 1, Sense("vote_bare", "bare", choice), ""))
    return found


def _only_member(scene: Scene, k: int, low: int) -> bool:
    """Whether "the only member of the Council", "the sole permanent member" ends at token k; not "its only choice"."""
    k -= scene.forms[k - 1] == "not"
    body = next((c for c in scene.within("body", max(low, k - _BODY_REACH), k) if c.j == k), None)
    while body is not None and k > low and (k > body.i or scene.forms[k - 1] in _word_list("of")):
        k -= 1
    if k - 1 <= low or scene.forms[k - 1] not in _word_list("only_member"):
        return False
    before = scene.forms[max(low, k - 1 - _SOLE_REACH) : k]
    return not _word_list("sole").isdisjoint(before)

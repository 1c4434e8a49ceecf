"""Presidencies told beside a seat or a name, without the noun and its Council together: ورئيسه للشهر الجاري, "which it
presides over this month", "Russia, then President of the Council", "who has the chair for January".

The state stands right beside the words, or is that of the membership told just before; the Council is the body named
last before a pronoun.
"""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking import wordlists
from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.meant import state_meant
from mahdar.checking.mentions import StateMention
from mahdar.checking.protocol import Found
from mahdar.checking.scene import Scene, codes
from mahdar.checking.seats import seats
from mahdar.checking.when import When, when
from mahdar.mechanisms.council.presidents import is_month, office
from mahdar.mechanisms.council.words import words as listed

_MONTH_REACH = 9  # tokens from the words of presiding to their month
_CHAIR_REACH = 12  # tokens from "Council President" to "who has the chair"
_STATE_REACH = 4
_AT_ONCE = 2  # tokens from the words of presiding to the month that alone tells whose presidency it is
_BACK = 5  # sentences back to the one that names the Council
_BESIDE = frozenset({"council", "assembly", "un"})
_DEEDS = ("veto_verb", "veto_use", "vote", "adopt")


def chairs(scene: Scene) -> Iterator[Found]:
    """The presidencies told by a pronoun, as a chair, or in apposition."""
    for cue in scene.all("council.presides_it"):
        yield from _told(scene, cue, _of_pronoun(scene, cue), _month(scene, cue))
    for cue in scene.all("council.chair"):
        yield from _told(scene, cue, _of_chair(scene, cue), _month(scene, cue))
    for cue in (*scene.all("council.in_turn"), *_is_president(scene)):
        group = _who(scene, cue) if _in_question(scene, cue) else []
        yield from _told(scene, cue, group, _at_once(scene, cue), weak=("at",))
    for cue in scene.all("council.current"):
        yield from _told(scene, cue, _apposed(scene, cue.i) if _of_council(scene, cue) else [], _present(scene, cue))
    for cue in scene.all("council.president"):
        yield from _told(scene, cue, _then(scene, cue), _of_deed(scene, cue), weak=("at",))


def _is_president(scene: Scene) -> list[Cue]:
    """The words "is president", as verbs of presiding."""
    named = scene.all("council.president")
    return [Cue(c.i - 1, c.j, c.sense, "") for c in named if c.i and scene.forms[c.i - 1] == "is"]


def _told(scene: Scene, cue: Cue, group: list[StateMention], time: When, weak: tuple[str, ...] = ()) -> Iterator[Found]:
    state = codes(group)
    if len(state) != 1 or time == When() or not asserted(scene, cue.i, open_future=True) or negated(scene, cue):
        return
    i, j = min(cue.i, group[0].i), max(cue.j, group[-1].j)
    yield make(scene, "council.presidency", i, j, {"state": state[0]}, when=time, tense="present", weak=weak)


def _month(scene: Scene, cue: Cue) -> When:
    """The month behind the words of presiding, within their clause."""
    stop = min(scene.clause(cue.i).j, cue.j + _MONTH_REACH)
    return When(next((t for t in scene.times_in(cue.j, stop) if is_month(t)), None))


def _at_once(scene: Scene, cue: Cue) -> When:
    """The month right behind words that do not name the Council: only its presidency lasts a month."""
    return When(next((t for t in scene.times_in(cue.j, cue.j + _AT_ONCE) if is_month(t)), None))


def _in_question(scene: Scene, cue: Cue) -> bool:
    """Whether the Council is what the last sentence to name bodies is about, at most beside the Assembly, which has no
    president for a month.
    """
    k = scene.passage.sentence_of(cue.i)
    for near in reversed(scene.passage.sentences[max(0, k - _BACK) : k + 1]):
        named = scene.bodies(near.i, near.j)
        if named:
            return "council" in named and named <= _BESIDE
    return False


def _present(scene: Scene, cue: Cue) -> When:
    """The month that the words name, "this month's president", else now."""
    within = scene.times_in(cue.i - 1, cue.j)
    return When(within[0]) if within else When(now=True)


# -- a pronoun for the Council
def _of_pronoun(scene: Scene, cue: Cue) -> list[StateMention]:
    """Who presides over "it": the state right beside the verb, else the one whose seat the sentence tells before."""
    sentence = scene.sentence(cue.i)
    bodies = [c for c in scene.within("body", sentence.i, cue.i) if scene.which(c)]
    if not bodies or scene.which(bodies[-1]) != "council":
        return []
    if any(form in listed("parts") for form in scene.forms[max(0, bodies[-1].i - 1) : cue.i]):
        return []
    behind = next(iter(scene.groups(cue.j, min(sentence.j, cue.j + 2))), [])
    if behind and behind[0].i == cue.j and scene.passage.language != "en":
        return behind
    near = [g for g in scene.groups(bodies[-1].j, cue.i) if cue.i - g[-1].j <= _STATE_REACH]
    if scene.forms[cue.i] == "its" and near and not {*scene.forms[near[-1][-1].j : cue.i]} <= listed("is_so"):
        return []  # "Poland impeached its president"
    return near[-1] if near else _seated(scene, sentence.i, cue.i)


def _seated(scene: Scene, i: int, j: int) -> list[StateMention]:
    """The only state said to sit on the Council between tokens i and j."""
    sat = {s.state for s in seats(scene) if s.body == "council" and i <= s.i and s.j <= j and not s.negated}
    return [m for m in scene.states_in(i, j, demonyms=True) if len(sat) == 1 and set(m.codes) == sat][-1:]


# -- a chair
def _of_chair(scene: Scene, cue: Cue) -> list[StateMention]:
    """ "Council President A of France, who has the chair for January": the state between the title and the chair;
    "Japan has the chair of the Council for May": the one right before.
    """
    clause = scene.clause(cue.i)
    titles = scene.within("council.president", max(clause.i, cue.i - _CHAIR_REACH), cue.i)
    words = office(scene, titles[-1]) if titles else None
    if words is not None:
        return next(iter(scene.groups(words.j, cue.i)[-1:]), [])
    return _before(scene, cue) if _of_council(scene, cue) else []


def _before(scene: Scene, cue: Cue) -> list[StateMention]:
    """The states right before, a relative word and a comma aside."""
    group = next(iter(scene.groups(scene.clause(cue.i).i, cue.i)[-1:]), [])
    between = scene.forms[group[-1].j : cue.i] if group else []
    return group if set(between) <= listed("who") else []


def _who(scene: Scene, cue: Cue) -> list[StateMention]:
    """The states right before, or the one for which "it" stands."""
    meant = state_meant(scene, cue) if not scene.groups(scene.clause(cue.i).i, cue.i) else None
    return [meant.at(cue.i)] if meant is not None else _before(scene, cue)


def _of_council(scene: Scene, cue: Cue) -> bool:
    """Whether the Council stands right behind the words."""
    behind = scene.within("body", cue.j, cue.j + 2)[:1]
    return any(scene.which(c) == "council" for c in behind)


# -- an apposition
def _apposed(scene: Scene, i: int) -> list[StateMention]:
    """The states right before a comma, an article aside, at token i."""
    k = i - 1 if i and scene.forms[i - 1] in ("the", "its") else i
    if k and scene.forms[k - 1] in ("is", "was", "remains"):  # "Jordan is this month's president of the Council"
        return next((g for g in scene.groups(scene.clause(i).i, k) if g[-1].j == k - 1), [])
    if not k or scene.forms[k - 1] not in ",،(":
        return []
    return next((g for g in scene.groups(scene.clause(i).i, k) if g[-1].j == k - 1), [])


def _then(scene: Scene, cue: Cue) -> list[StateMention]:
    """ "Russia, then President of the Council, had vetoed", روسيا، رئيسة مجلس الأمن آنذاك،."""
    words = office(scene, cue, former=True)
    if words is None:
        return []
    then = wordlists.words("mahdar.checking", "seats.toml", "then")
    if scene.forms[words.i - 1] in then:
        return _apposed(scene, words.i - 1)
    return [] if then.isdisjoint(scene.forms[words.j : words.j + 1]) else _apposed(scene, words.i)


def _of_deed(scene: Scene, cue: Cue) -> When:
    """The day of the veto or vote that the sentence tells, in whose month the state presided."""
    sentence = scene.sentence(cue.i)
    deeds = scene.any_of(_DEEDS, sentence.i, sentence.j)
    return When(when(scene, deeds[0], "past").time) if deeds else When()

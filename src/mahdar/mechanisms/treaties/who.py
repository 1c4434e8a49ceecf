"""Who did something about a treaty: the states beside the verb, or those for which others speak."""

from __future__ import annotations

from dataclasses import replace

from mahdar.checking.cues import Cue
from mahdar.checking.lists import ASIDE
from mahdar.checking.mentions import StateMention
from mahdar.checking.scene import Scene, codes
from mahdar.checking.seat_holders import is_told, others
from mahdar.checking.subjects import opened_by
from mahdar.checking.wordlists import words as shared
from mahdar.language.tokens import COMMAS
from mahdar.mechanisms.treaties.wording import words

_NOR = (["ولا"], ["،", "ولا"])
_WITH = ((",", "with"), ("together", "with"), ("along", "with"))
_APPOSED = (",", "،", "(", "-")
_FAR = 12  # tokens between a subject and its verb
_NEAR = 6  # tokens between a delegation and its verb
_SPEAK, _STATE, _PLACE = ("body", "office"), "state:", "state"
_COUNT_REACH = 4  # tokens from "all six" to the verb
_IT_REACH = 3  # tokens between a word that stands for a state and its verb


def subject(scene: Scene, act: Cue, cue: Cue) -> list[StateMention]:
    """Who did so: in Arabic behind the verb or before it, in English before it."""
    sentence = scene.sentence(act.i)
    between = scene.groups(act.j, cue.i)
    if between:
        return _and_not(scene, between)
    if _of_whoever(scene, act):
        return []
    if contrasted := contrasted_with(scene, act):
        return contrasted
    groups = [group for group in scene.groups(sentence.i, act.i) if group[-1].i >= act.i - _FAR]
    before = [kept for group in groups if (kept := _uncompared(scene, group)) and not _beside(scene, group, act)]
    if before:
        return [*_neither(scene, before), *before[-1]]
    return opened_by(scene, act) or _delegation(scene, act) or _topic(scene, act, cue) or _stood_for(scene, act)


def contrasted_with(scene: Scene, act: Cue) -> list[StateMention]:
    """The state with which another is contrasted, where a relative clause tells the act of it: "unlike Iraq, which
    acceded to it", خلافا للعراق الذي انضم إليها.
    """
    relative = _relative(scene, act)
    if relative is None or relative.i == 0:
        return []
    end = relative.i - (scene.forms[relative.i - 1] in COMMAS)
    found = [s for s in scene.states if s.j == end and s.kind == ASIDE and s.i >= scene.sentence(act.i).i]
    unlike = shared("mahdar.checking", "lists.toml", "unlike")
    return [replace(state, kind="state") for state in found if _led_by(scene, state.i) in unlike]


def _led_by(scene: Scene, i: int) -> str:
    """The word before token i, an article aside."""
    return scene.forms[i - 1 - (scene.forms[i - 1] == "the")]


def _and_not(scene: Scene, groups: list[list[StateMention]]) -> list[StateMention]:
    """The first states, and those behind ولا right behind them: لم تنضم مصر ولا السودان."""
    found = list(groups[0])
    for group in groups[1:]:
        if scene.forms[found[-1].j : group[0].i] not in _NOR:
            break
        found += group
    return found


def _relative(scene: Scene, act: Cue) -> Cue | None:
    """The relative word right before an act, its auxiliaries aside."""
    k = act.i
    while k > 0 and scene.forms[k - 1] in words("auxiliary"):
        k -= 1
    return next((c for c in scene.within("relative", k - 2, k) if c.j == k), None)


def _of_whoever(scene: Scene, act: Cue) -> bool:
    """Whether the act is that of whatever states did so, in a relative clause: "praised states that have ratified",
    أشادت بالدول التي صدقت; not where the states named are said to be among them.
    """
    relative = _relative(scene, act)
    return relative is not None and relative.i > 0 and _any_states(scene, relative)


def _any_states(scene: Scene, relative: Cue) -> bool:
    """Whether the word before a relative one is a noun for states, and no state named is said to be one of them."""
    group = next(iter(scene.groups(max(scene.sentence(relative.i).i, relative.i - _FAR), relative.i)[-1:]), [])
    noun = scene.forms[relative.i - 1]
    between = scene.forms[group[-1].j : relative.i] if group else []
    among = between[:1] in ([","], ["،"]) or not words("are").isdisjoint(between)
    return any(noun.endswith(one) for one in words("whoever")) and not among


def counted_before(scene: Scene, act: Cue) -> list[StateMention]:
    """The states of the sentence before of which a number tells: "All six have ratified"; only likely."""
    at = scene.passage.sentence_of(act.i)
    numbers = [
        n for n in scene.numbers_in(max(scene.sentence(act.i).i, act.i - _COUNT_REACH), act.i) if n.low == n.high
    ]
    if not at or not numbers or scene.forms[numbers[-1].i - 1] not in words("all_of_them"):
        return []
    if not {*scene.forms[numbers[-1].j : act.i]} <= words("counted_states"):
        return []
    before = scene.passage.sentences[at - 1]
    groups = [g for g in scene.groups(before.i, before.j) if len(codes(g)) == numbers[-1].low]
    return groups[0] if len(groups) == 1 else []


def _uncompared(scene: Scene, group: list[StateMention]) -> list[StateMention]:
    """A list without those to which its subject is only compared: "unlike Tunisia, Algeria has", "like Tunisia, is"."""
    beside = scene.within("treaty.beside", max(0, group[0].i - _NEAR), group[-1].i)
    return [s for s in group if not any(c.j >= s.i - 1 and c.i < s.i for c in beside)]


def _beside(scene: Scene, group: list[StateMention], act: Cue) -> bool:
    """Whether states stand between commas, behind "with": "the only one, with A as a party, not to have joined"."""
    i = group[0].i - (scene.forms[group[0].i - 1] == "the")
    lead = tuple(scene.forms[max(0, i - 2) : i])
    return lead in _WITH and "," in scene.forms[group[-1].j : act.i]


def are_others(scene: Scene, act: Cue) -> bool:
    """Whether the parties are others than the states right before them: "talks between A and the parties to", التقت A
    الدول الأطراف في.
    """
    groups = [group for group in scene.groups(scene.sentence(act.i).i, act.i) if group[-1].i >= act.i - _FAR]
    return bool(groups) and _are_others(scene, groups[-1], act)


def _are_others(scene: Scene, group: list[StateMention], act: Cue) -> bool:
    held = {form.removeprefix("و") for form in scene.forms[act.i : act.j]}
    if held.isdisjoint(words("several")):
        return False
    between = scene.forms[group[-1].j : act.j]
    if not words("are").isdisjoint(between):
        return False
    alone = sum(len(state.codes) for state in group) == 1
    if alone or is_told(scene, act, between) or others(between):
        return True
    before = scene.forms[group[-1].j : act.i]  # hosted a conference of the parties to
    return bool(before) and before[0] not in _APPOSED and not {*before} <= words("counted_states")


def _neither(scene: Scene, groups: list[list[StateMention]]) -> list[StateMention]:
    """The states before "nor" of which the same is denied: "neither India nor Pakistan"."""
    joined = len(groups) > 1 and scene.forms[groups[-2][-1].j : groups[-1][0].i] == ["nor"]
    return groups[-2] if joined else []


def _stood_for(scene: Scene, act: Cue) -> list[StateMention]:
    """The state for which a pronoun right before the verb stands, the last one named before; بلاده is that of who
    speaks.
    """
    sentence = scene.sentence(act.i)
    before = scene.forms[max(sentence.i, act.i - _IT_REACH) : act.i]
    if any(form in words("own_country") for form in before):
        spoken = [scene.passage.principal(n.entity) for n in scene.named_in(sentence.i, act.i)]
        states = [who.removeprefix(_STATE) for who in spoken if who.startswith(_STATE)]
        return [StateMention(act.i, act.i, (states[-1],), _PLACE)] if len({*states}) == 1 else []
    groups = scene.groups(sentence.i, act.i) if any(form in words("it") for form in before) else []
    return groups[-1] if groups else []


def _delegation(scene: Scene, act: Cue) -> list[StateMention]:
    """The state for which a delegation or a ministry right before the verb speaks."""
    near = [n for n in scene.named_in(act.i - _NEAR, act.i) if n.kind in _SPEAK]
    speaks = scene.passage.principal(near[-1].entity) if near else ""
    code = speaks.removeprefix(_STATE)
    return [StateMention(near[-1].i, near[-1].j, (code,), _PLACE)] if speaks.startswith(_STATE) else []


def _topic(scene: Scene, act: Cue, cue: Cue) -> list[StateMention]:
    """A name of the table of topics as subject, the last one before the verb."""
    sentence = scene.sentence(act.i)
    named = [c for c in scene.within("topic", max(sentence.i, act.i - 12), cue.i) if len(c.value) == 3]
    return [StateMention(named[-1].i, named[-1].j, (named[-1].value,), "state")] if named else []

"""Finding claims that a state is bound by a treaty, signed it, stayed out of it or left it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mahdar.checking.assertion import When, aside, asserted, nearest_time, negated, titled, without_number
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.mentions import StateMention
from mahdar.checking.protocol import Found, Tense
from mahdar.checking.scene import Scene, codes
from mahdar.language.times import TimePhrase
from mahdar.model import Arg

ONLY_SIGNED, BECAME, ANNOUNCED = "only-signed", "became", "announced"
_REACH = 8
_BECAME_REACH = 6  # tokens between "became" and the status, the state included
_UNRATIFIED_REACH = 10
_SIGNED = "signatory"
_NEAR = 6  # tokens between a delegation and its verb
_SPEAK, _STATE, _PLACE = ("body", "office"), "state:", "state"
_JUSSIVE = "jussive"
_TITLE = "title"  # the present of a headline
_DID_NOT = ("لم", "لما")
_IT = frozenset({"it", "country"})  # stands for the first state of the sentence before
_NAMES = ("treaty.name", "treaty.court")
_BEHIND = 6  # tokens between a treaty, or the last of a list of them, and its time
_LEAVE_REACH = 8  # tokens between a word for leaving and the court, the state and the day included


def find(scene: Scene) -> Iterator[Found]:
    """What the text says that states did about the treaties that it names."""
    for cue in scene.any_of(_NAMES, 0, len(scene.forms)):
        act = _act(scene, cue)
        if act is None or not asserted(scene, act.i) or (act.form == _JUSSIVE and not _denied(scene, act)):
            continue
        if act.form == _TITLE and not titled(scene, act.i):
            continue
        for code in codes(_subject(scene, act, cue)):
            for treaty in cue.value.split():
                yield _party(scene, cue, act, code, treaty)


def _denied(scene: Scene, act: Cue) -> bool:
    """لم right before the verb: it did not; elsewhere such a form is a wish or a plan."""
    return act.i > 0 and scene.forms[act.i - 1].endswith(_DID_NOT)


def _act(scene: Scene, cue: Cue) -> Cue | None:
    """The words before a treaty that say what a state did about it. To join a court needs such a word right before
    its name.
    """
    clause = scene.clause(cue.i)
    low = max(clause.i, cue.i - _REACH - 3)
    before = [c for c in scene.any_of(("treaty.act", "member"), low, cue.i) if cue.i - c.j <= _reach(scene, c, cue)]
    return before[-1] if before and not _unsigned(scene, before, cue) else None


def _reach(scene: Scene, act: Cue, cue: Cue) -> int:
    """How far an act may stand before its treaty; before a court only who left it, and when, stands between."""
    if cue.sense.concept != "treaty.court":
        return _REACH
    covered = {k for state in scene.states_in(act.j, cue.i) for k in range(state.i, state.j)}
    covered |= {k for time in scene.times_in(act.j, cue.i) for k in range(time.i, time.j)}
    covered |= {k for word in scene.within("treaty.formally", act.j, cue.i) for k in range(word.i, word.j)}
    bare = [k for k in range(act.j, cue.i) if k not in covered]
    return _LEAVE_REACH if act.value == "withdrawn" and len(bare) <= 1 else 2


def _unsigned(scene: Scene, acts: list[Cue], cue: Cue) -> bool:
    """Whether a signature was taken back, which ends no party's standing: "withdrew its signature", سحبت توقيعها."""
    low = max(scene.clause(cue.i).i, acts[0].i - _REACH)
    return bool(scene.within("treaty.signature", low, cue.i) and scene.within("treaty.unsigns", low, cue.i))


def _subject(scene: Scene, act: Cue, cue: Cue) -> list[StateMention]:
    """Who did so: in Arabic behind the verb or before it, in English before it."""
    sentence = scene.sentence(act.i)
    between = scene.groups(act.j, cue.i)
    if between:
        return between[0]
    before = list(scene.groups(max(sentence.i, act.i - 12), act.i))
    return before[-1] if before else _delegation(scene, act) or _topic(scene, act, cue)


def _delegation(scene: Scene, act: Cue) -> list[StateMention]:
    """The state for which a delegation or a ministry right before the verb speaks."""
    near = [n for n in scene.passage.named if n.kind in _SPEAK and act.i - _NEAR <= n.i < act.i]
    speaks = scene.passage.principal(near[-1].entity) if near else ""
    code = speaks.removeprefix(_STATE)
    return [StateMention(near[-1].i, near[-1].j, (code,), _PLACE)] if speaks.startswith(_STATE) else []


def _topic(scene: Scene, act: Cue, cue: Cue) -> list[StateMention]:
    """A name of the table of topics as subject, the last one before the verb."""
    sentence = scene.sentence(act.i)
    named = [c for c in scene.within("topic", max(sentence.i, act.i - 12), cue.i) if len(c.value) == 3]
    before = scene.passage.sentence_of(sentence.i) - 1
    if not named and before >= 0 and any(form in _IT for form in scene.forms[sentence.i : act.i]):
        earlier = scene.passage.sentences[before]
        return next(iter(scene.groups(earlier.i, earlier.j)), [])
    return [StateMention(named[-1].i, named[-1].j, (named[-1].value,), "state")] if named else []


def _party(scene: Scene, cue: Cue, act: Cue, code: str, treaty: str) -> Found:
    member = act.sense.concept == "member"
    denied = act.value != "not-party" and negated(scene, act)
    stays_out = denied and (member or act.form == _JUSSIVE)
    status = "not-party" if stays_out else "party" if member else act.value
    args: dict[str, Arg] = {"state": code, "status": status}
    if treaty != "any":
        args["treaty"] = treaty
    clause = scene.clause(act.i)
    near = _time(scene, act, cue)
    became = bool(scene.within("treaty.became", max(clause.i, act.i - _BECAME_REACH), act.i + 1))
    kind: Tense = "present" if not became and (member or act.form in ("present", _JUSSIVE)) else "past"
    only = status == _SIGNED and _unratified(scene, cue)
    if only:
        kind = "present"
    time = When(near) if near is not None else When(now=kind == "present")
    if treaty == "any":
        time = When()
    found = make(scene, "treaty.party", act.i, cue.j, args, tense=kind, when=time, negated=denied and not stays_out)
    announced = status == "withdrawn" and bool(scene.within("treaty.announced", max(clause.i, act.i - _REACH), act.j))
    return replace(found, theme=ONLY_SIGNED if only else BECAME if became else ANNOUNCED if announced else "")


def _time(scene: Scene, act: Cue, cue: Cue) -> TimePhrase | None:
    """The time of what was done about this treaty: right behind its name or the end of its list, else beside the verb,
    unless it stands behind the name of another: "ratified one in 1997 and another in 2000".
    """
    clause, sentence = scene.clause(act.i), scene.sentence(cue.i)
    names = scene.any_of(_NAMES, clause.i, sentence.j)
    acts = [c.i for c in scene.within("treaty.act", cue.j, sentence.j)]
    stop = min([sentence.j, *acts])
    behind = next(iter(scene.times_in(cue.j, stop)), None)
    ends = [c.j for c in names if behind is not None and cue.i <= c.i < behind.i]
    if behind is not None and ends and behind.i - ends[-1] <= _BEHIND and not _cut(scene, ends[-1], behind.i):
        return without_number(scene, behind)
    near = nearest_time(scene, act, clause.i, clause.j)
    other = near is not None and any(c.j <= near.i < c.j + _BEHIND for c in names if c.i != cue.i)
    return None if other or aside(scene, act, near) else near


def _cut(scene: Scene, i: int, j: int) -> bool:
    """Whether something new begins between two tokens: a comma or the verb of another."""
    return any(form in ",،;؛" for form in scene.forms[i:j])


def _unratified(scene: Scene, cue: Cue) -> bool:
    """Whether the sentence goes on to say that a signature was all."""
    stop = min(scene.sentence(cue.i).j, cue.j + _UNRATIFIED_REACH)
    return bool(scene.within("treaty.unratified", cue.j, stop))

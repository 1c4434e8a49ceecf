"""Finding claims that a state is bound by a treaty, signed it, stayed out of it or left it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mahdar.checking.assertion import When, asserted, nearest_time, negated
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.mentions import StateMention
from mahdar.checking.protocol import Found, Tense
from mahdar.checking.scene import Scene, codes
from mahdar.model import Arg

ONLY_SIGNED, BECAME = "only-signed", "became"
_REACH = 8
_BECAME_REACH = 6  # tokens between "became" and the status, the state included
_UNRATIFIED_REACH = 10
_SIGNED = "signatory"
_NEAR = 6  # tokens between a delegation and its verb
_SPEAK, _STATE, _PLACE = ("body", "office"), "state:", "state"
_JUSSIVE = "jussive"
_DID_NOT = ("لم", "لما")
_IT = frozenset({"it", "country"})  # stands for the first state of the sentence before


def find(scene: Scene) -> Iterator[Found]:
    """What the text says that states did about the treaties that it names."""
    for cue in scene.any_of(("treaty.name", "treaty.court"), 0, len(scene.forms)):
        act = _act(scene, cue)
        if act is None or not asserted(scene, act.i) or (act.form == _JUSSIVE and not _denied(scene, act)):
            continue
        for code in codes(_subject(scene, act, cue)):
            yield _party(scene, cue, act, code)


def _denied(scene: Scene, act: Cue) -> bool:
    """لم right before the verb: it did not; elsewhere such a form is a wish or a plan."""
    return act.i > 0 and scene.forms[act.i - 1].endswith(_DID_NOT)


def _act(scene: Scene, cue: Cue) -> Cue | None:
    """The words before a treaty that say what a state did about it. To join a court needs such a word right before
    its name.
    """
    clause = scene.clause(cue.i)
    reach = 2 if cue.sense.concept == "treaty.court" else _REACH
    low = max(clause.i, cue.i - reach - 3)
    before = [c for c in scene.any_of(("treaty.act", "member"), low, cue.i) if cue.i - c.j <= reach]
    return before[-1] if before else None


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


def _party(scene: Scene, cue: Cue, act: Cue, code: str) -> Found:
    member = act.sense.concept == "member"
    denied = act.value != "not-party" and negated(scene, act)
    stays_out = denied and (member or act.form == _JUSSIVE)
    status = "not-party" if stays_out else "party" if member else act.value
    args: dict[str, Arg] = {"state": code, "status": status}
    if cue.value != "any":
        args["treaty"] = cue.value
    clause = scene.clause(act.i)
    near = nearest_time(scene, act, clause.i, clause.j)
    became = bool(scene.within("treaty.became", max(clause.i, act.i - _BECAME_REACH), act.i))
    kind: Tense = "present" if not became and (member or act.form in ("present", _JUSSIVE)) else "past"
    only = status == _SIGNED and _unratified(scene, cue)
    if only:
        kind = "present"
    time = When(near) if near is not None else When(now=kind == "present")
    if cue.value == "any":
        time = When()
    found = make(scene, "treaty.party", act.i, cue.j, args, tense=kind, when=time, negated=denied and not stays_out)
    return replace(found, theme=ONLY_SIGNED if only else BECAME if became else "")


def _unratified(scene: Scene, cue: Cue) -> bool:
    """Whether the sentence goes on to say that a signature was all."""
    stop = min(scene.sentence(cue.i).j, cue.j + _UNRATIFIED_REACH)
    return bool(scene.within("treaty.unratified", cue.j, stop))

"""Claims that a state is bound by a treaty, signed it, stayed out of it or left it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mahdar.checking import policy
from mahdar.checking.assertion import When, asserted, nearest_time, negated
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.mentions import StateMention
from mahdar.checking.protocol import Case, Found, Tense
from mahdar.checking.scene import Scene, codes
from mahdar.checking.wording import Pair, day, state
from mahdar.edtf import Interval
from mahdar.mechanisms.treaties import rules
from mahdar.model import Arg, Verdict
from mahdar.record.access import Record
from mahdar.record.rows import TreatyAction

_TABLE = "treaty_actions"
_REACH = 8
_MANY = 3
_JUSSIVE = "jussive"
_DID_NOT = ("لم", "لما")
_IT = frozenset({"it", "country"})  # stands for the first state of the sentence before
_STATUS = {
    "party": Pair("a party to", "طرف في"),
    "signatory": Pair("a signatory only of", "موقعة فحسب على"),
    "withdrawn": Pair("no longer a party to", "لم تعد طرفا في"),
    "none": Pair("not a party to", "ليست طرفا في"),
}


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
    return before[-1] if before else _topic(scene, act, cue)


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
    kind: Tense = "present" if member or act.form in ("present", _JUSSIVE) else "past"
    time = When(near) if near is not None else When(now=kind == "present")
    if cue.value == "any":
        time = When()
    return make(scene, "treaty.party", act.i, cue.j, args, tense=kind, when=time, negated=denied and not stays_out)


# -- checks
def check(case: Case, record: Record) -> Verdict:
    """The state's standing towards the treaty on the day meant, or towards treaties at large."""
    code, treaty = case.text("state") or "", case.text("treaty")
    actions = policy.known(case, record.treaty_actions(code, treaty))
    if treaty is None:
        return _at_large(case, code, actions)
    told = case.found.tense == "past" and case.at is not None
    return _told(case, record, code, treaty, actions) if told else _standing(case, record, code, treaty, actions)


def _at_large(case: Case, code: str, actions: list[TreatyAction]) -> Verdict:
    bound = list({a.treaty: a for a in actions if a.binds}.values())
    if len(bound) < _MANY or case.text("status") != "party":
        return policy.silent(case, _TABLE)
    names = ", ".join(a.treaty.upper() for a in bound[:5])
    name = state(code)
    why = Pair(
        f"{name.en} is bound by {len(bound)} of the human-rights treaties on record, among them {names}.",
        f"{name.ar} طرف في {len(bound)} من معاهدات حقوق الإنسان الواردة في السجل، منها {names}.",
    )
    return policy.supported(why, bound)


def _told(case: Case, record: Record, code: str, treaty: str, actions: list[TreatyAction]) -> Verdict:
    """An act told with its time: such an action in that time; one of another time contradicts, since a state acts
    once.
    """
    fitting = [a for a in actions if _is(a, case.text("status"))]
    if not fitting or case.at is None:
        return _standing(case, record, code, treaty, actions)
    within = [a for a in fitting if policy.wider(case.at).overlaps(a.when)]
    row = (within or fitting)[-1]
    name, on = state(code), day(row.when)
    why = Pair(
        f"{name.en}: {row.action} of {treaty.upper()} on {on.en}.", f"{name.ar}: {_title(record, treaty)}، في {on.ar}."
    )
    if within:
        return policy.supported(why, within)
    return policy.refuted(why, [row]) if not any(a.when.days() is None for a in fitting) else policy.unknown(why, [row])


def _is(action: TreatyAction, status: str | None) -> bool:
    if status == "withdrawn":
        return action.action in rules.LEAVING
    return action.binds if status == "party" else status == "signatory" and action.action == "signature"


def _standing(case: Case, record: Record, code: str, treaty: str, actions: list[TreatyAction]) -> Verdict:
    days = case.reference
    on = days.last if days else None
    got, said = rules.status(actions, treaty, on), case.text("status") or ""
    name, words, when = state(code), _STATUS[got], day(on)
    why = Pair(
        f"{name.en} is {words.en} {treaty.upper()} ({when.en}).",
        f"{name.ar} {words.ar} {_title(record, treaty)} ({when.ar}).",
    )
    if got == "none" or (got == "signatory" and said in ("party", "not-party")):
        return _not_bound(case, record, treaty, why, actions, said)
    holds = said == got or (said == "signatory" and got == "party")
    return policy.supported(why, actions) if holds else policy.refuted(why, actions[::-1])


def _not_bound(case: Case, record: Record, treaty: str, why: Pair, actions: list[TreatyAction], said: str) -> Verdict:
    """Absence decides only where the list of actions on this treaty is complete."""
    coverage = policy.complete(case, record, _TABLE, treaty)
    if coverage is None or said == "signatory":
        return policy.silent(case, _TABLE)
    if said == "not-party":
        whole = policy.absent(why, coverage, actions)
        return Verdict("supported", whole.why, whole.citations)
    return policy.absent(why, coverage, actions)


def _title(record: Record, treaty: str) -> str:
    row = record.treaty(treaty)
    return row.title_ar if row else treaty.upper()


def facts(found: Found, record: Record) -> Iterable[Interval]:
    """From the day on which the state was bound; an act told dates the report by its own day."""
    treaty = found.args.get("treaty")
    if treaty is None:
        return []
    actions = record.treaty_actions(str(found.args.get("state")), str(treaty))
    status = str(found.args.get("status"))
    rows = [a for a in actions if _is(a, status)]
    return [Interval(a.when.first, date.max if found.tense == "present" else a.when.last) for a in rows if a.when.first]

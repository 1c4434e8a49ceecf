"""Checks of claims on treaties: what a state did when, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from mahdar.checking import policy
from mahdar.checking.protocol import Case, Found
from mahdar.checking.wording import Pair, day, state
from mahdar.edtf import Interval
from mahdar.mechanisms.treaties import rules
from mahdar.mechanisms.treaties.parties import ANNOUNCED, BECAME, NAMED, ONLY_SIGNED
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import TreatyAction

_TABLE = "treaty_actions"
_MANY = 3
_NAMED = 3  # treaties that a sentence names
_CONTINUED = "continued-by"
_DEPOSITED = timedelta(730)  # a parliament ratifies long before the instrument reaches New York
_CLOCKS = timedelta(1), timedelta(1)  # days on either side of the one told
_IN_FORCE = timedelta(400)  # a treaty binds a state some months after that
_STATUS = {
    "party": Pair("was a party to", "دولة طرف"),
    "signatory": Pair("had signed and not ratified", "دولة موقعة لم تصادق"),
    "withdrawn": Pair("was no longer a party to", "دولة انسحبت"),
    "none": Pair("was not a party to", "ليست دولة طرفا"),
}
_ACTIONS = {
    "signature": Pair("signed", "التوقيع"),
    "ratification": Pair("ratified", "التصديق"),
    "accession": Pair("acceded to", "الانضمام"),
    "acceptance": Pair("accepted", "القبول"),
    "succession": Pair("succeeded to", "إعلان الخلافة"),
    "consent": Pair("consented to be bound by", "الموافقة على الالتزام"),
    "withdrawal-notified": Pair("gave notice of leaving", "الإخطار بالانسحاب"),
    "withdrawal-of-accession": Pair("withdrew its accession to", "سحب الانضمام"),
    "withdrawal-announced": Pair("announced that it would leave", "إعلان الانسحاب"),
}
_LEFT = Pair("left", "الانسحاب")


def check(case: Case, record: Record) -> Verdict:
    """The state's standing towards the treaty on the day meant, or towards treaties at large; a noun alone, such as
    "its ratification", contradicts nothing, nor does what is told of a state or a treaty that is only likely.
    """
    verdict = _check(case, record)
    loose = case.found.theme == NAMED or bool(case.found.weak)
    if loose and verdict.label in ("refuted", "conflicting"):
        return policy.left_open(verdict)
    return verdict


def _check(case: Case, record: Record) -> Verdict:
    code, treaty = case.text("state") or "", case.text("treaty")
    actions = policy.known(case, record.treaty_actions(_heir(record, code), treaty))
    if treaty is None:
        return _at_large(case, record, code, actions)
    since = None if case.negated else policy.opening(case.at)
    if since is not None and case.text("status") == "party":
        return _since(case, record, treaty, actions, since)
    if case.found.tense == "future":
        return _to_come(case, record, actions)
    if case.found.theme == ONLY_SIGNED and (apart := _signed_apart(case, record, actions)) is not None:
        return apart
    told = case.found.tense == "past" and case.at is not None
    return _told(case, record, code, treaty, actions) if told else _standing(case, record, code, treaty, actions)


def _heir(record: Record, code: str) -> str:
    """The state that continued the membership of a former one: its acts stand under the name of today."""
    return next((e.detail for e in record.member_events(code) if e.event == _CONTINUED), code)


def _at_large(case: Case, record: Record, code: str, actions: Sequence[TreatyAction]) -> Verdict:
    bound = list({a.treaty: a for a in actions if a.binds}.values())
    if len(bound) < _MANY or case.text("status") != "party":
        return policy.silent(case, _TABLE)
    titles = [_title(record, a.treaty) for a in bound[:_NAMED]]
    names = Pair(", ".join(t.en for t in titles), "، ".join(t.ar for t in titles))
    name = state(code)
    why = Pair(
        f"{name.en} is bound by {len(bound)} of the human-rights treaties on record, among them {names.en}.",
        f"عدد معاهدات حقوق الإنسان الملزمة لدولة {name.ar} في السجل {len(bound)}، منها {names.ar}.",
    )
    return policy.supported(why, bound)


def _since(case: Case, record: Record, treaty: str, actions: Sequence[TreatyAction], since: Interval) -> Verdict:
    """A party since a time: bound by an act of that time, or of the months before it came into force."""
    bound = [a for a in actions if a.binds]
    if not bound:
        return _standing(case, record, case.text("state") or "", treaty, actions)
    fitting = [a for a in bound if _about(since, a.when, _IN_FORCE, timedelta(1))]
    row = (fitting or bound)[0]
    why = _acted(record, row)
    return policy.supported(why, [row]) if fitting else policy.conflicting(why, [row])


def _to_come(case: Case, record: Record, actions: Sequence[TreatyAction]) -> Verdict:
    """What a state is said to do in time to come: borne out by what it did; that it has not yet done it proves
    nothing.
    """
    since = case.published.first if case.published else None
    acts = [a for a in actions if _is(a, case.text("status"))]
    later = [a for a in acts if since is None or a.when.last is None or a.when.last >= since]
    return policy.supported(_acted(record, later[0]), later[:1]) if later else policy.silent(case, _TABLE)


def _about(at: Interval, when: Interval, before: timedelta, after: timedelta) -> bool:
    """Whether an act lies in the time meant, or so much earlier or later."""
    first = at.first - before if at.first else None
    return Interval(first, at.last + after if at.last else None).overlaps(when)


def _told(case: Case, record: Record, code: str, treaty: str, actions: Sequence[TreatyAction]) -> Verdict:
    """An act told with its time: such an action in that time; one far from it contradicts, since a state acts once."""
    fitting = [a for a in actions if _is(a, case.text("status"))]
    if not fitting or case.at is None:
        return _standing(case, record, code, treaty, actions)
    before = _IN_FORCE if case.found.theme == BECAME else timedelta(1)
    within = [a for a in fitting if _about(case.at, a.when, before, timedelta(1))]
    row = (within or fitting)[-1]
    if within:
        return policy.supported(_acted(record, row), within)
    near = any(_about(case.at, a.when, _IN_FORCE, _DEPOSITED) for a in fitting)
    if near or case.found.theme == ANNOUNCED or any(a.when.days() is None for a in fitting):
        return policy.unknown(_acted(record, row), [row])
    return policy.refuted(_acted(record, row), [row])


def _is(action: TreatyAction, status: str | None) -> bool:
    if status == "withdrawn":
        return action.action in rules.LEAVING
    return action.binds if status == "party" else status == "signatory" and action.action == "signature"


def _signed_apart(case: Case, record: Record, actions: Sequence[TreatyAction]) -> Verdict | None:
    """A signature told with a year that the record has in another, though nothing followed it: that may be the year in
    which the state had only signed.
    """
    signed = [a for a in actions if _is(a, "signatory") and a.when.days() is not None]
    dated = case.at is not None and case.at.first is not None and case.at != case.published and not case.found.now
    if not dated or not signed or case.at is None or any(_about(case.at, a.when, *_CLOCKS) for a in signed):
        return None
    return policy.unknown(_acted(record, signed[-1]), signed[-1:])


def _acted(record: Record, row: TreatyAction) -> Pair:
    did, name, on = _ACTIONS.get(row.action, _LEFT), state(row.state), policy.during(row.when)
    return Pair(
        f"{name.en} {did.en} {_title(record, row.treaty).en} {on.en}.",
        f"{name.ar}، {_title(record, row.treaty).ar}: جرى {did.ar} {on.ar}.",
    )


def _standing(case: Case, record: Record, code: str, treaty: str, actions: Sequence[TreatyAction]) -> Verdict:
    on = _judged_on(case)
    got, said = rules.status(actions, treaty, on), case.text("status") or ""
    name, words = state(code), _STATUS[got]
    when = Pair(f" on {day(on).en}", f" في {day(on).ar}") if on else Pair("", "")
    why = Pair(
        f"{name.en} {words.en} {_title(record, treaty).en}{when.en}.",
        f"وضع {name.ar} إزاء {_title(record, treaty).ar}{when.ar}: {words.ar}.",
    )
    if case.found.theme == ONLY_SIGNED and got == "party":
        return policy.conflicting(why, actions[::-1])
    if case.found.tense == "past" and got != said and (soon := _soon(case, actions)):
        return policy.unknown(_acted(record, soon[0]), soon[:1])
    if got == "none" or (got == "signatory" and said in ("party", "not-party")):
        return _not_bound(case, record, treaty, why, actions, said)
    holds = said == got or (said == "signatory" and got == "party")
    if case.found.theme == ANNOUNCED and not holds:
        return policy.unknown(why, actions[::-1])
    return policy.supported(why, actions) if holds else policy.refuted(why, actions[::-1])


def _judged_on(case: Case) -> date | None:
    """The day on which a state's standing is judged: the last of the time meant; for one said to have stayed out until
    a month or a year, the day before that.
    """
    days = case.reference
    if days is None or days.last is None:
        return None
    if case.text("status") != "not-party" or days.first is not None or days.grain == "day":
        return days.last
    first = days.last.replace(day=1) if days.grain == "month" else days.last.replace(month=1, day=1)
    return first - timedelta(1)


def _soon(case: Case, actions: Sequence[TreatyAction]) -> list[TreatyAction]:
    """The act that the record has from the months after the report: told before its instrument was deposited."""
    days = case.reference
    if days is None or days.last is None or case.at is not None:
        return []
    ahead = Interval(days.last, days.last + _DEPOSITED)
    return [a for a in actions if _is(a, case.text("status")) and ahead.overlaps(a.when)]


def _not_bound(
    case: Case, record: Record, treaty: str, why: Pair, actions: Sequence[TreatyAction], said: str
) -> Verdict:
    """Absence decides only where the list of actions on this treaty is complete."""
    coverage = policy.complete(case, record, _TABLE, treaty)
    listed = coverage is not None and case.text("state") in record.un_members(coverage.last)
    if coverage is None or not listed or said == "signatory":
        return policy.unknown(why, actions) if actions else policy.silent(case, _TABLE)
    whole = policy.absent(why, coverage, actions)
    return Verdict("supported", whole.why, whole.citations) if said == "not-party" else whole


def _title(record: Record, treaty: str) -> Pair:
    """The name of a treaty as a sentence needs it."""
    row = record.treaty(treaty)
    return Pair(f"the {row.title}", row.title_ar) if row else Pair(treaty.upper(), treaty.upper())


def facts(found: Found, record: Record) -> Iterable[Interval]:
    """From the day on which the state was bound; an act told dates the report by its own day."""
    treaty = found.args.get("treaty")
    if treaty is None:
        return []
    actions = record.treaty_actions(str(found.args.get("state")), str(treaty))
    status = str(found.args.get("status"))
    rows = [a for a in actions if _is(a, status)]
    return [Interval(a.when.first, None if found.tense == "present" else a.when.last) for a in rows if a.when.first]

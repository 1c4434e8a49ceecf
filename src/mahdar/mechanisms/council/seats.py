"""Claims on the Council's membership, size and presidency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from mahdar.checking import policy
from mahdar.checking.assertion import asserted, nearest_time
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.mentions import StateMention
from mahdar.checking.protocol import Case, Found, Tense
from mahdar.checking.scene import Scene, codes
from mahdar.checking.seats import Seat, seats, sizes
from mahdar.checking.wording import Pair, day, state
from mahdar.edtf import Interval
from mahdar.mechanisms.council import rules
from mahdar.model import Arg, Verdict
from mahdar.record.access import Record
from mahdar.record.rows import Term

_TABLE = "council_terms"
_LONGEST_WAIT = 366
_SEATS = {"elected": Pair("elected", "منتخب"), "permanent": Pair("permanent", "دائم")}


def find(scene: Scene) -> Iterator[Found]:
    """Memberships, sizes and presidencies that the text states."""
    for seat in seats(scene):
        if seat.body == "council":
            yield _member(scene, seat)
    for size in sizes(scene):
        if size.body == "council":
            yield make(scene, "council.size", size.i, size.j, {"members": size.members}, tense="present")
    yield from _presidencies(scene)


def _member(scene: Scene, seat: Seat) -> Found:
    args: dict[str, Arg] = {"state": seat.state, "seat": seat.seat} if seat.seat else {"state": seat.state}
    tense: Tense = "past" if seat.became else "present"
    return make(scene, "council.member", seat.i, seat.j, args, when=seat.when, negated=seat.negated, tense=tense)


def _presidencies(scene: Scene) -> Iterator[Found]:
    for cue in scene.cues.get("council.presidency", ()):
        clause = scene.clause(cue.i)
        owned = [
            c
            for c in scene.within("body", max(clause.i, cue.i - 3), min(clause.j, cue.j + 5))
            if scene.which(c) == "council"
        ]
        group = _president(scene, cue)
        if owned and group and asserted(scene, cue.i, open_future=_aside(scene, cue)):
            time = nearest_time(scene, cue, clause.i, clause.j)
            i, j = min(cue.i, group[0].i), max(cue.j, owned[-1].j, group[-1].j)
            yield make(
                scene,
                "council.presidency",
                i,
                j,
                {"state": codes(group)[0]},
                time=time,
                now=time is None,
                tense="present",
            )


def _aside(scene: Scene, cue: Cue) -> bool:
    """Whether the words stand in a relative clause or an apposition: a wish before it is not theirs."""
    return bool(scene.within("relative", max(0, cue.i - 2), cue.i)) or scene.forms[cue.i - 1] in (",", "،", "(")


def _president(scene: Scene, cue: Cue) -> list[StateMention]:
    """The one state that presides: the subject right before the words, in Arabic right behind them too."""
    clause = scene.clause(cue.i)
    reach = 4 if cue.form == "verb" else 1
    before = [
        g
        for g in scene.groups(clause.i, cue.i)
        if cue.i - g[-1].j <= reach and not scene.any_of(("about",), g[0].i - 1, g[0].i)
    ]
    after = [
        g for g in scene.groups(cue.j, min(clause.j, cue.j + 2)) if g[0].i == cue.j and scene.passage.language == "ar"
    ]
    group = next(iter([*after, *before[-1:]]), []) or _delegation(scene, cue, reach)
    return group if len(codes(group)) == 1 else []


def _delegation(scene: Scene, cue: Cue, reach: int) -> list[StateMention]:
    """The state of a delegation or mission named right before the words."""
    for named in scene.passage.named:
        state_ = scene.passage.principal(named.entity)
        if named.kind in ("body", "office") and state_.startswith("state:") and 0 <= cue.i - named.j < reach:
            return [StateMention(named.i, named.j, (state_.removeprefix("state:"),), named.kind)]
    return []


# -- size
def check_size(case: Case, record: Record) -> Verdict:
    """The Council had 11 members to the end of 1965 and has 15 since."""
    said = case.number("members")
    on = (case.reference.first if case.reference else None) or date.max
    right = rules.size(on)
    why = Pair(
        f"The Council has had {right} members {_since(on)}.",
        f"يتألف المجلس من {right} عضوا بموجب المادة 23 من الميثاق.",
    )
    return policy.supported(why, [rules.ARTICLE_23]) if said == right else policy.refuted(why, [rules.ARTICLE_23])


def _since(on: date) -> str:
    return (
        "since 1 January 1966 (Charter, Article 23 as amended)"
        if on >= rules.ENLARGED
        else "until the end of 1965 (Charter, Article 23)"
    )


# -- membership
def check_member(case: Case, record: Record) -> Verdict:
    """A state sat on the Council at some day of the time meant, in the seat said."""
    code, seat = case.text("state") or "", case.text("seat")
    terms = policy.known(case, record.terms(code))
    days = case.reference
    there = [t for t in terms if days is None or days.overlaps(Interval(t.first, t.last))]
    name, when = state(code), day(days)
    elected = [t for t in terms if case.found.tense == "past" and case.at is not None and _elected(t, case.at)]
    there = elected or there
    if not there:
        return _not_there(case, record, terms, name, when)
    seated = [t for t in there if seat in (None, t.seat)]
    row = (seated or there)[0]
    kind = _SEATS[row.seat]
    en, ar = day(row.first).en + _to(row.last, "en"), day(row.first).ar + _to(row.last, "ar")
    why = Pair(
        f"{name.en} held a seat ({kind.en}) on the Security Council from {en}.",
        f"شغلت {name.ar} مقعدا في مجلس الأمن (عضو {kind.ar}) منذ {ar}.",
    )
    if seated:
        return policy.supported(why, [row])
    return policy.conflicting(why, [row])


def _elected(term: Term, at: Interval) -> bool:
    """Whether the election to this term, whose day may not be known, falls into the time: at most a year before the
    term.
    """
    if term.elected_on is not None:
        return policy.wider(at).contains(term.elected_on)
    return at.first is not None and 0 <= (term.first - at.first).days <= _LONGEST_WAIT


def _to(last: date, language: str) -> str:
    if last.year >= 9999:
        return ""
    return f" to {day(last).en}" if language == "en" else f" حتى {day(last).ar}"


def _not_there(case: Case, record: Record, terms: Sequence[Term], name: Pair, when: Pair) -> Verdict:
    days = case.reference
    coverage = policy.complete(case, record, _TABLE, when=days) if days else None
    if coverage is None or case.found.assumed:
        return policy.silent(case, _TABLE)
    near = f" Its terms: {_terms(terms)}." if terms else ""
    why = Pair(
        f"{name.en} is not among the members of the Security Council in {when.en}.{near}",
        f"لا ترد {name.ar} بين أعضاء مجلس الأمن في {when.ar}.",
    )
    return policy.absent(why, coverage, terms[-1:])


def _terms(terms: Sequence[Term]) -> str:
    return ", ".join(f"{t.first.year}-{t.last.year}" for t in terms[-4:])


def member_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days on which the state sat on the Council in that seat. A permanent seat dates nothing."""
    seat = found.args.get("seat")
    terms = record.terms(str(found.args.get("state")))
    return [Interval(t.first, t.last) for t in terms if t.seat != "permanent" and seat in (None, t.seat)]


# -- presidency
def check_presidency(case: Case, record: Record) -> Verdict:
    """A state presided in the month meant."""
    days = case.reference
    if days is None or days.first is None or days.last is None or (days.last - days.first).days > 31:
        return policy.silent(case, "presidencies")
    row = record.presidency(days.first.isoformat()[:7])
    if row is None:
        return policy.silent(case, "presidencies")
    name = state(row.state)
    why = Pair(
        f"{name.en} presided over the Security Council in {row.month}.",
        f"تولت {name.ar} رئاسة مجلس الأمن في {row.month}.",
    )
    said = case.text("state") or ""
    return policy.supported(why, [row]) if row.state in _called(said) else policy.refuted(why, [row])


def _called(said: str) -> set[str]:
    """The codes that a state's name may stand for: of itself, and of the state whose seat it holds."""
    return {said, rules.CONTINUED.get(said, said)}


def presidency_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The months in which the state presided."""
    return [Interval.parse(row.month) for row in record.presidencies(str(found.args.get("state")))]

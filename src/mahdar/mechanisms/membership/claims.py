"""Claims on membership of the United Nations and on its size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mahdar.checking import policy
from mahdar.checking.assertion import asserted, excepted, negated, titled
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.meant import state_meant
from mahdar.checking.mentions import StateMention
from mahdar.checking.protocol import Case, Found, Tense
from mahdar.checking.scene import Scene, codes
from mahdar.checking.seats import seats
from mahdar.checking.sizes import organisation, sizes
from mahdar.checking.subjects import own_time, pronoun, subject_before
from mahdar.checking.when import When
from mahdar.checking.wording import Pair, day, state
from mahdar.checking.wordlists import words
from mahdar.edtf import Interval
from mahdar.language.tokens import Span
from mahdar.mechanisms.membership import admissions, rules
from mahdar.mechanisms.membership.openers import GERUND, opener
from mahdar.mechanisms.membership.ranks import misnumbered, ranked
from mahdar.model import Verdict
from mahdar.record.access import Record
from mahdar.record.rows import MemberEvent

_WORDS = ("mahdar.mechanisms.membership", "words.toml")
_TABLE = "un_members"
_BODIES = ("un", "assembly")
_FOUNDING = "founding-member"  # its ratification may have come in the weeks after
_FOUNDER = "founder"  # the theme of a member said to have been one from the beginning
_ADMITTED = ("admission", _FOUNDING)
_MERGER = "merger"
_BARRED = "participation-barred"
_OF_ITS_NAME = frozenset({"membership-ended", "admission-of-predecessor", "predecessor-founding-member"})
_OUTSIDE = frozenset(
    {
        "observer-entity",
        "observer-state",
        "observer-rights",
        "membership-application",
        "membership-vetoed",
        "name-change",
    }
)
_MEMBERSHIP = "membership"  # the topic as which "UN membership" is known
_REACH = 9  # tokens from a verb of joining to the organisation
_KEPT_OUT = ("veto", "veto_verb", "council.block", "voted_down", "opposed_it")
_IT_REACH = 3  # tokens from a verb of joining to the pronoun of what was joined, its subject between
_TREATIES = ("treaty.name", "treaty.court", "treaty.anaphor")
_LEAD = 2  # words before a time: "in", "on the"
_NEAR = 4  # tokens between a state and its verb
_MARKS = frozenset('.,،;؛:)(!؟?"”»\n')
_FEWEST = 100  # the United Nations had fewer members only before 1961; a smaller count is of something else


def find(scene: Scene) -> Iterator[Found]:
    """States said to belong to the United Nations or to have joined them, and the number of members."""
    joined = [*_joined(scene), *admissions.find(scene)]
    taken = {(found.args.get("state"), scene.passage.sentence_of(found.i)) for found in joined}
    for seat in seats(scene):
        told = (seat.state, scene.passage.sentence_of(seat.i)) in taken
        observer = not words(*_WORDS, "observer").isdisjoint(scene.forms[max(0, seat.i - 1) : seat.j + 2])
        if seat.body == "un" and not told and not observer and not _kept_out(scene, seat.i):
            form: Tense = "past" if seat.became else "present"
            founder = not words("mahdar.checking", "seats.toml", "founding").isdisjoint(scene.forms[seat.i : seat.j])
            when = When(now=True) if founder and seat.when.assumed else seat.when  # no other deed has its time
            found = make(
                scene, "un.member", seat.i, seat.j, {"state": seat.state}, when=when, negated=seat.negated, tense=form
            )  # fmt: skip
            yield ranked(scene, replace(found, theme=_FOUNDER) if founder else found)
    for size in sizes(scene):
        if size.body in _BODIES and size.members >= _FEWEST:
            weak = () if size.sure else ("members",)
            yield make(scene, "un.size", size.i, size.j, {"members": size.members}, tense="present", weak=weak)
    yield from (ranked(scene, found) for found in joined)


def _joined(scene: Scene) -> Iterator[Found]:
    """ "X joined the United Nations in 1971", انضمت إلى الأمم المتحدة, "gained UN membership": who and when."""
    for cue in scene.all("un.joins"):
        place = _place(scene, cue)
        denied = negated(scene, cue)
        bare = cue.form == "bare" and not denied and not excepted(scene, cue) and not _headed(scene, cue)
        if place is None or bare or not asserted(scene, cue.i):
            continue
        clause = scene.clause(cue.i)
        observer = not words(*_WORDS, "observer").isdisjoint(scene.forms[cue.i : place])
        if observer or not _ends(scene, place, clause) or _kept_out(scene, cue.i):
            continue
        told: Tense = "present" if denied or cue.form == "present" else "past"
        group = _who(scene, cue, place)
        behind = [] if group else opener(scene, cue, place)
        if cue.form == GERUND and not (group := behind):
            continue
        time = own_time(scene, cue, [] if behind else group)
        group = group or behind
        meant = None if group else state_meant(scene, cue)
        group = [meant.at(cue.i)] if meant is not None else group
        for code in codes(group):
            i, j = min(cue.i, group[0].i), max(place, group[-1].j)
            yield make(
                scene, "un.member", i, j, {"state": code}, when=When(time, now=told == "present" and time is None),
                negated=denied, tense=told, weak=("state",) if behind or not (meant is None or meant.sure) else (),
            )  # fmt: skip


def _headed(scene: Scene, cue: Cue) -> bool:
    """Whether an Arabic present tells in a headline what has happened: جيبوتي تنضم إلى الأمم المتحدة."""
    return scene.passage.language != "en" and titled(scene, cue.i)


def _kept_out(scene: Scene, i: int) -> bool:
    """Whether the clause tells that somebody kept the state out: "vetoed Angola's admission"."""
    clause = scene.clause(i)
    return bool(scene.any_of(_KEPT_OUT, clause.i, clause.j))


def _ends(scene: Scene, place: int, clause: Span) -> bool:
    """Whether the name of the organisation ends the phrase: not "joined the United Nations in calling for", nor "joined
    the UN force".
    """
    times = scene.times_in(place, place + 3)
    if times:
        lead = words(*_WORDS, "to_time")
        return times[0].i - place <= _LEAD and all(f in lead or f in _MARKS for f in scene.forms[place : times[0].i])
    return place >= clause.j or scene.forms[place] in _MARKS or scene.forms[place] in words(*_WORDS, "behind_place")


def _place(scene: Scene, cue: Cue) -> int | None:
    """The token behind the organisation's name, or behind the membership that carries it, if a verb leads to it."""
    clause = scene.clause(cue.i)
    stop = min(clause.j, cue.j + _REACH)
    whole = [c for c in scene.within("topic", cue.j, stop) if c.value == _MEMBERSHIP]
    if whole and cue.value == "member":
        return whole[0].j
    bodies = [c for c in scene.within("body", cue.j, stop) if scene.which(c) == "un"]
    bodies = bodies or [c for c in scene.within("organisation", cue.j, stop) if organisation(scene, c) == "un"]
    bodies = bodies or ([] if cue.value == "member" else _stood_for(scene, cue))
    if not bodies or len(scene.within("body", cue.j, bodies[0].i + 1)) > 1:
        return None
    members = scene.within("member", cue.j, min(clause.j, bodies[0].j + 2))
    if cue.value == "member":
        return max(bodies[0].j, members[-1].j) if members else None
    return bodies[0].j


def _stood_for(scene: Scene, cue: Cue) -> list[Cue]:
    """An Arabic pronoun for the United Nations, named before it in the sentence with no treaty and no other body
    between: عضو في الأمم المتحدة وقد انضمت إليها.
    """
    it = pronoun(scene, cue.j, cue.j + _IT_REACH)
    sentence = scene.sentence(cue.i)
    named = scene.within("body", sentence.i, cue.i)
    if it is None or not named or scene.which(named[-1]) != "un":
        return []
    others = [n for n in scene.named_in(named[-1].j, cue.i) if n.kind == "body"]
    return [] if others or scene.any_of(_TREATIES, sentence.i, cue.i) else [it]


def _who(scene: Scene, cue: Cue, stop: int) -> list[StateMention]:
    """The states between the verb and the organisation, else those right before the verb."""
    between = scene.groups(cue.j, stop)
    if between:
        return between[0]
    return subject_before(scene, cue, _NEAR)


def check_member(case: Case, record: Record) -> Verdict:
    """A state is a member at the time; one said to have joined, or to belong since a time, was admitted then."""
    return policy.inferred(case, "state", _member(case, record))


def _member(case: Case, record: Record) -> Verdict:
    code = case.text("state") or ""
    events = [e for e in policy.known(case, record.member_events(code)) if e.event in _ADMITTED]
    if not events:
        return _never(case, record, code)
    began = policy.opening(case.at) or (case.at if case.found.tense == "past" else None)
    if began is not None and not case.negated:
        others = [e for e in record.member_events(code) if e.event in _OF_ITS_NAME]
        near = [e for e in others if policy.wider(began).overlaps(e.when)]  # another state may have had the name
        fits = any(policy.wider(began).overlaps(e.when) for e in events)
        near = near or ([] if fits else [e for e in record.member_events(code) if _merged_after(e, began)])
        return policy.unknown(_told(events[0]), near) if near else _admitted(case, record, began, events)
    return _at(case, record, code, events)


def _merged_after(event: MemberEvent, began: Interval) -> bool:
    """Whether two members became one later: either of them may be meant."""
    return event.event == _MERGER and began.first is not None and began.first < (event.when.first or began.first)


def _admitted(case: Case, record: Record, began: Interval, events: list[MemberEvent]) -> Verdict:
    """Whether one of the admissions falls into the time meant, and gave the rank that the text says."""
    fitting = [e for e in events if policy.wider(began).overlaps(e.when)]
    row = (fitting or events)[0]
    if not fitting and case.found.theme == admissions.ADMITTED and row.event == _FOUNDING:
        return policy.unknown(_told(row), [row])  # who represents a founding member may be what was decided
    if not fitting:
        return policy.refuted(_told(row), events)
    return misnumbered(case, record, row, _told(row)) or policy.supported(_told(row), [row])


def _at(case: Case, record: Record, code: str, events: list[MemberEvent]) -> Verdict:
    """Whether the state was a member at the end of the time meant."""
    days = case.reference
    on = days.last if days and days.last else (case.published.last if case.published else None)
    row = events[0]
    if on is None:
        return policy.supported(_told(row), [row])
    barred = [e for e in record.member_events(code) if e.event == _BARRED and e.when.first and e.when.first <= on]
    if barred and code in record.un_members(on):  # whether it went on as a member was in dispute
        return policy.unknown(_told(row), [row, *barred])
    if code in record.un_members(on):
        since = case.found.theme != _FOUNDER or any(e.event == _FOUNDING for e in events)
        return policy.supported(_told(row), [row]) if since else policy.unknown(_told(row), [row])
    before = on < (row.when.first or on) and not (row.event == _FOUNDING and on >= rules.FOUNDED)
    return policy.refuted(_told(row), [row]) if before else policy.unknown(_told(row), [row])


def _never(case: Case, record: Record, code: str) -> Verdict:
    """A place that was never admitted, by the list of admissions, which is complete."""
    coverage = policy.complete(case, record, _TABLE, when=policy.until(case))
    rows = policy.known(case, record.member_events(code))
    if coverage is None or not code.isalpha() or len(code) != 3 or any(e.event not in _OUTSIDE for e in rows):
        return policy.silent(case, _TABLE)
    name = state(code)
    why = Pair(
        f"{name.en} is not among the members of the United Nations.",
        f"لا يرد اسم {name.ar} في قائمة أعضاء الأمم المتحدة.",
    )
    return policy.absent(why, coverage, rows)


def _told(row: MemberEvent) -> Pair:
    name, on = state(row.state), day(row.when)
    return Pair(
        f"{name.en} was admitted to the United Nations on {on.en}.",
        f"تاريخ انضمام {name.ar} إلى الأمم المتحدة هو {on.ar}.",
    )


def check_size(case: Case, record: Record) -> Verdict:
    """The number of members on the day of the report."""
    return policy.inferred(case, "members", _size(case, record))


def _size(case: Case, record: Record) -> Verdict:
    days = case.reference
    if days is None or days.last is None:
        return policy.silent(case, _TABLE)
    got, said = rules.size(record, days.last), case.number("members")
    why = Pair(
        f"The United Nations had {got} members on {day(days.last).en}.",
        f"بلغ عدد أعضاء الأمم المتحدة {got} في {day(days.last).ar}.",
    )
    covered = policy.complete(case, record, _TABLE, when=days)
    if got == said or said in rules.sizes(record, policy.wider(days)):
        return policy.supported(why, [rules.ARTICLE_4])
    told = case.found.tense == "past" and not policy.day_level(case.at)
    return policy.refuted(why, [rules.ARTICLE_4]) if covered and not told else policy.unknown(why)


def facts(found: Found, record: Record) -> Iterable[Interval]:
    """The day of admission, for a state said to have joined."""
    if found.tense != "past":
        return []
    return [e.when for e in record.member_events(str(found.args.get("state"))) if e.event in _ADMITTED]

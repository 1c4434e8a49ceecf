"""How reports say that states sit on a body: the Councils and the United Nations in the same words."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.earlier_terms import earlier_terms
from mahdar.checking.ended import endings, leavings
from mahdar.checking.joining import joinings
from mahdar.checking.meant import state_meant
from mahdar.checking.mentions import StateMention
from mahdar.checking.numbered import numbered
from mahdar.checking.once import once
from mahdar.checking.replaced import replaced
from mahdar.checking.rosters import listed_behind, rosters
from mahdar.checking.scene import Scene
from mahdar.checking.seat import Seat, kind_between, when_held
from mahdar.checking.seat_holders import holders, is_subject, may_be_object, meant_holder, named_last
from mahdar.checking.sitting import sittings
from mahdar.checking.subjects import opened_by, own_time, pronoun, subject_before
from mahdar.checking.when import When, aside, nearest_time
from mahdar.checking.wordlists import words
from mahdar.language.tokens import COMMAS, Span

_SEATS = ("mahdar.checking", "seats.toml")
_VOTES = ("mahdar.checking", "votes.toml")
_VERB_REACH = 2  # tokens before states, or a seat, in which the verb may begin
_BODY_REACH = 6
_ELECTED_REACH = 7  # tokens between an election and the body, its size included
_REPLACES = 3  # more tokens where whom the new member replaces stands between
_SEAT_REACH = 14  # tokens from who elects to the body of the seat, its time and term included
_PAIR = 2  # more states under one name, such as "the five permanent members", are not named one by one
_DEFINITE = ("ال", "وال")
_ACCUSATIVE = "ا"
_TEN = "العشره"
_JOINED, _TITLE = "joined", "title"
_OTHER = COMMAS | {"and"}
_NEW_REACH = 3


def _words(name: str) -> frozenset[str]:
    return words(*_SEATS, name)


@once
def seats(scene: Scene) -> tuple[Seat, ...]:
    """Every membership that the text ascribes to named states."""
    told = tuple(_seats(scene))
    return (*told, *earlier_terms(scene, told))


def _seats(scene: Scene) -> Iterator[Seat]:
    for cue in scene.all("member"):
        body = _body_beside(scene, cue)
        if body is None or not (scene.forms[cue.i].startswith(_DEFINITE) or asserted(scene, cue.i)):
            continue
        if cue.form == "country" and any(s.i < cue.i < s.j for s in scene.states_in(max(0, cue.i - _PAIR), cue.j)):
            continue  # "the United States on the Council"
        group = holders(scene, cue, body)
        meant = meant_holder(scene, cue) if not group else None
        group = [meant.at(cue.i)] if meant is not None else group
        if group is not None and not any(len(s.codes) > _PAIR for s in group) and _held(scene, cue, group):
            sure = (meant is None or meant.sure) and not may_be_object(scene, max(cue.j, body.j), group)
            yield from _seated(scene, cue, body, group, meant=meant is not None, sure=sure)
    yield from elections(scene)
    yield from sittings(scene)
    yield from joinings(scene)
    yield from rosters(scene)
    yield from numbered(scene)
    yield from replaced(scene)
    yield from endings(scene)
    yield from leavings(scene)


def elections(scene: Scene) -> Iterator[Seat]:
    """ "A and B were elected to the Council": without a word for member."""
    for cue in scene.all("elect"):
        clause = scene.clause(cue.i)
        body = _seat_of(scene, cue, clause.j) or pronoun(scene, cue.j, cue.j + 1)
        before = named_last(scene, max(clause.i, cue.i - 30), cue.i)
        head = subject_before(scene, cue, 0) if before else opened_by(scene, cue)
        before = [head] if head else before
        listed = listed_behind(scene, cue, body) if body is not None and not before else []
        before = [listed] if listed else before
        meant = state_meant(scene, cue) if body is not None and not before else None
        before = [[meant.at(cue.i)]] if meant is not None else before
        own = meant is not None or bool(head or listed) or (bool(before) and is_subject(scene, before[0][-1].j, cue.i))
        if body is None or not before or not own or not _elects(scene, cue, body):
            continue
        when = when_held(scene, cue, Span(cue.i, body.j))
        when = (When(own_time(scene, cue, head)) if head else _day_before(scene, cue)) if when.now else when
        i, denied, sure = min(cue.i, before[0][0].i), negated(scene, cue), meant is None or meant.sure
        began = cue.form == _JOINED and not denied
        for code in dict.fromkeys(code for state in before[0] for code in state.codes):
            yield Seat(scene.which(body), i, body.j, code, "elected", when, denied, True, sure, began=began)


def _elects(scene: Scene, cue: Cue, body: Cue) -> bool:
    """Whether a verb of electing or joining tells of a seat on the body behind it, and is asserted."""
    counted = any(scene.forms[c.i - 1] != "-" for c in scene.within("member", cue.j, body.i))  # not "47-member"
    if counted or cue.form == _TITLE or not asserted(scene, cue.i):  # تفوز بعضوية: told with a word for member
        return False
    if cue.form == "bare" and not negated(scene, cue):
        return False
    return cue.form != _JOINED or (_dated(scene, body.j) and not _joins_in(scene, cue.j, body.i))


def _seat_of(scene: Scene, cue: Cue, stop: int) -> Cue | None:
    """The body behind an election, not the one by which it was held: "elected by the Assembly to the Council"."""
    timed = sum(time.j - time.i for time in scene.times_in(cue.j, min(stop, cue.j + _ELECTED_REACH)))
    replaced = (
        _REPLACES if any(f in words(*_SEATS, "replace") for f in scene.forms[cue.j : cue.j + _ELECTED_REACH]) else 0
    )
    near = scene.within("body", cue.j, min(stop, cue.j + _ELECTED_REACH + timed + replaced))[:1]
    if near and "by" in scene.forms[cue.j : near[0].i]:
        behind = scene.within("body", near[0].j, min(stop, near[0].j + _SEAT_REACH))[:1]
        return behind[0] if behind and not scene.states_in(near[0].j, behind[0].i) else near[0]
    return near[0] if near else None


def _joins_in(scene: Scene, i: int, j: int) -> bool:
    """Whether those who joined did so in a deed: "joined in a double veto in the Council since 2005"."""
    return scene.forms[i] == "in" or bool(scene.any_of(("veto", "vote", "draft", "resolution"), i, j))


def _dated(scene: Scene, i: int) -> bool:
    """Whether a time follows at token i, with no other word than "in" between: not "joined the UN force in 1960"."""
    times = scene.times_in(i, i + 3)
    return bool(times) and all(form in words(*_SEATS, "to_time") for form in scene.forms[i : times[0].i])


def _day_before(scene: Scene, cue: Cue) -> When:
    """The time before an election in its clause, unless a relative clause owns it: "on 12 October it was elected"."""
    near = nearest_time(scene, cue, scene.clause(cue.i).i, cue.i)
    other = near is not None and ("and" in scene.forms[near.j : cue.i] or "و" in cue.proclitics)
    return When() if other or aside(scene, cue, near) else When(near)


def _body_beside(scene: Scene, cue: Cue) -> Cue | None:
    """The body of which it is a member: right behind the word or, in English, right before it."""
    clause = scene.clause(cue.i)
    after = [
        c for c in scene.within("body", cue.j, min(clause.j, cue.j + _BODY_REACH)) if not _other_noun(scene, cue.j, c.i)
    ]
    after = [
        c for c in after if scene.forms[c.i - 1 - (scene.forms[c.i - 1] == "the")] not in words(*_SEATS, "elector")
    ]
    before = [c for c in scene.within("body", max(clause.i, cue.i - 6), cue.i) if cue.i - c.j <= _owned_reach(scene, c)]
    before = [
        c for c in before if not _counted(scene, cue) and (scene.passage.language == "en" or _entered(scene, c, cue))
    ]
    near = [*after[:1], *before[-1:]]
    near = [c for c in near if scene.forms[c.j : c.j + 1] == [] or scene.forms[c.j] not in words(*_SEATS, "staff")]
    chosen = next((c for c in near if scene.which(c) in ("council", "rights_council", "un", "assembly")), None)
    if chosen is None and (_permanent(scene, cue) or _of_ten(scene, cue)) and scene.speaks_of("council"):
        return cue
    return pronoun(scene, cue.j, cue.j + 1) if not near else chosen


def _counted(scene: Scene, cue: Cue) -> bool:
    """Whether a number right before makes them some members: "on Iran at the Council, 12 members spoke"."""
    return any(n.j == cue.i and n.low != 1 for n in scene.numbers_in(max(0, cue.i - _NEW_REACH), cue.i))


def _entered(scene: Scene, body: Cue, cue: Cue) -> bool:
    """Whether Arabic tells as what a state entered a body: دخلت الإمارات مجلس الأمن عضوا."""
    return body.j == cue.i and bool(scene.groups(body.i - 1, body.i)) and not body.proclitics


def _owned_reach(scene: Scene, body: Cue) -> int:
    """Tokens from a body to its members: more behind a genitive, "the Council's ten elected members"."""
    return 4 if scene.forms[body.j : body.j + 1] == ["'s"] else 2


def _held(scene: Scene, cue: Cue, group: list[StateMention]) -> bool:
    """Whether a seat is said to be held or won, and not to be wished for, given or sought."""
    if cue.form != "seat":
        return True
    low = _verb_from(scene, min(cue.i, group[0].i))
    return bool(scene.any_of(("seat_held", "seat_won", "elect"), low, max(cue.i, group[0].i)))


def _verb_from(scene: Scene, i: int) -> int:
    """The token from which the verb may stand whose states or seat begin at token i: فازت كل من إيطاليا."""
    k = i
    while k > 0 and scene.forms[k - 1] in words(*_VOTES, "of_all"):
        k -= 1
    return max(scene.clause(i).i, k - _VERB_REACH)


def _permanent(scene: Scene, cue: Cue) -> bool:
    return kind_between(scene, cue.i - 3, cue.j + 3) == "permanent"


def _of_ten(scene: Scene, cue: Cue) -> bool:
    """Whether members are called those without a permanent seat, as only the Council has them, or the ten of it."""
    elected = scene.forms[cue.i].startswith(_DEFINITE) and kind_between(scene, cue.j, cue.j + 2) == "elected"
    ten = scene.forms[cue.i].startswith(_DEFINITE) and scene.forms[cue.j : cue.j + 1] == [_TEN]
    return (elected or ten) and not scene.speaks_of("rights_council")


def _other_noun(scene: Scene, i: int, j: int) -> bool:
    if not _OTHER.isdisjoint(scene.forms[i:j]):
        return True
    return bool(scene.any_of(("vote", "draft", "resolution"), i, j))


def _seated(
    scene: Scene, cue: Cue, body: Cue, group: list[StateMention], *, meant: bool = False, sure: bool = True
) -> Iterator[Seat]:
    low = min(cue.i, body.i, group[0].i)
    high = max(cue.j, body.j, group[-1].j)
    if scene.within("former", max(0, low - 1), high):
        return
    became = cue.form == "became" or bool(scene.within("elect", scene.clause(low).i, high)) or _new(scene, cue)
    became = became or any(c.j < cue.i for c in scene.within("seat_elects", scene.clause(low).i, low))
    became = became or (cue.form == "seat" and bool(scene.within("seat_won", _verb_from(scene, low), high)))
    start = max(scene.sentence(cue.i).i, cue.i - 3, *(s.j for s in group if s.j <= cue.i))
    kind = kind_between(scene, start, max(cue.j, body.j) + 1) or ("elected" if became else "")
    which = scene.which(body) if body is not cue else "council"
    when = when_held(scene, cue, Span(low, high))
    apposed = scene.forms[cue.i].startswith(_DEFINITE) and body is not cue and scene.at("body", body.i) is None
    when = When() if when.now and (became or apposed) else when  # العضو فيه: of the time told before
    when = When() if _to_join(scene, cue) else when
    when = When(now=True) if when.assumed and meant else when  # said of "it", and not in passing
    denied = (
        cue.form == "denied"
        or negated(scene, Cue(cue.i, cue.j, cue.sense, ""))
        or negated(scene, Cue(low, low, cue.sense, ""))
    )
    if denied and not _words("founding").isdisjoint(scene.forms[low : high + 1]):
        return  # it may have joined later
    plain = len(group) == 1 and _predicated(scene, group[0], cue)
    for code in dict.fromkeys(code for state in group for code in state.codes):
        yield Seat(which, low, high, code, kind, when, denied, became, sure, plain=plain)


def _predicated(scene: Scene, state: StateMention, cue: Cue) -> bool:
    """Whether a verb of being, or in Arabic nothing, makes the seat what is said of a state: not "and", not "as"."""
    between = scene.forms[state.j : cue.i]
    said = [form for form in between if form in words(*_SEATS, "is")]
    passed = all(form in words(*_SEATS, "predicate") or form in said for form in between)
    return passed and (bool(said) or (not between and scene.passage.language != "en" and not _made(scene, state, cue)))


def _made(scene: Scene, state: StateMention, cue: Cue) -> bool:
    """Whether an Arabic accusative is what somebody makes of a state: تؤيد فرنسا الهند عضوا; not كانت الهند عضوا."""
    object_ = state.i > 0 and bool(scene.states_in(state.i - 1, state.i)) and not state.joined
    return object_ and scene.forms[cue.i].endswith(_ACCUSATIVE)


def _new(scene: Scene, cue: Cue) -> bool:
    """Whether members are called new, as those are whose term is to come: "the incoming members", الأعضاء الجدد."""
    return bool(scene.within("new_member", max(0, cue.i - _NEW_REACH), cue.j + _NEW_REACH))


def _to_join(scene: Scene, cue: Cue) -> bool:
    """Whether the term of a member is yet to come at the time told: "as an incoming member it observed in December"."""
    new = scene.within("new_member", max(0, cue.i - _NEW_REACH), cue.j + _NEW_REACH)
    return any(c.form == "coming" for c in new)

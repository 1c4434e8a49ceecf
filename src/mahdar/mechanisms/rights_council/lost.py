"""How reports say that a state lost its seat on the Human Rights Council: suspended, expelled, left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mahdar.checking.assertion import asserted, negated, titled
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.mentions import StateMention
from mahdar.checking.protocol import Found
from mahdar.checking.refusal import refused
from mahdar.checking.scene import Scene, codes
from mahdar.checking.subjects import own_time, subject_before
from mahdar.checking.when import When, aside, nearest_time, when
from mahdar.checking.wordlists import words
from mahdar.mechanisms.rights_council.elections import FAR, council_before, council_behind, of_assembly

LOST = "lost"
_ON = "علي"  # folded
_BODY = "rights_council"
_TITLE, _INFINITIVE, _OBJECT, _PASSIVE, _NOUN = "title", "infinitive", "object", "passive", "noun"
_LEFT_REACH = 5  # tokens from an English verb of leaving to the Council
_NAMED_BACK = 5  # sentences back to the one that names the Council
_NEAR = 3  # tokens between a Council and what became of a seat on it
_GAP = 2  # tokens between who leaves and the Council
_IS_REACH = 12  # tokens from a state to the verb of its predicate: "is the only other country ever suspended from"
_NAMED = ("rights_council.lost", "rights_council.elects", "elect", "member", "vote")


def find_lost(scene: Scene) -> Iterator[Found]:
    """Seats lost before their time; the theme says how."""
    for cue in scene.all("rights_council.lost"):
        if cue.form == _PASSIVE:
            yield from _seat_cut(scene, cue)
            continue
        ours = council_behind(scene, cue) or _membership(scene, cue)
        group = loser(scene, cue, ours) if ours is not None and _led_to(scene, cue, ours) else []
        voted = cue.form == _INFINITIVE and _voted(scene, cue)
        if ours is None or not group or not asserted(scene, cue.i, open_future=voted) or negated(scene, cue):
            continue
        if refused(scene, cue) or _race(scene, cue, ours):
            continue
        if cue.form == _INFINITIVE and not voted:
            continue
        if cue.form == _TITLE and not titled(scene, cue.i):
            continue
        if cue.form == _NOUN and not _announced(scene, cue, group, ours):
            continue
        if cue.form == _OBJECT and not scene.any_of(("rights_council.seat", "member"), cue.j, ours.i):
            continue
        time = _when_lost(scene, cue, group)
        for code in codes(group):
            args = {"state": code, "status": LOST}
            i = min(cue.i, group[0].i)
            weak = ("at",) if _coordinated(scene, time, cue) else ()
            found = make(scene, "rights_council.member", i, ours.j, args, when=When(time.time), tense="past", weak=weak)
            yield replace(found, theme=cue.value)


def _race(scene: Scene, cue: Cue, body: Cue) -> bool:
    """Whether a state left only the race for a seat: انسحبت من السباق على مقعد في المجلس."""
    race = words("mahdar.mechanisms.rights_council", "words.toml", "race")
    return not race.isdisjoint(scene.forms[cue.j : max(cue.j, body.i)])


def _when_lost(scene: Scene, cue: Cue, group: list[StateMention]) -> When:
    own, clause = own_time(scene, cue, group), scene.clause(cue.i)
    if own is None and nearest_time(scene, cue, clause.i, clause.j) is not None:
        return When()
    return when(scene, cue, "past") if own is None else When(own)


def _announced(scene: Scene, cue: Cue, group: list[StateMention], body: Cue) -> bool:
    """Whether a leaving told as a noun was announced, and is that of this state from this Council."""
    low = scene.clause(cue.i).i
    last = group[-1].j if group[0].i >= cue.j else cue.j
    beside = group[0].i in (cue.j, cue.j + 1) or cue.i - group[-1].j <= 1
    return beside and body.i - last <= _GAP and bool(scene.within("rights_council.announced", low, cue.i))


def _seat_cut(scene: Scene, cue: Cue) -> Iterator[Found]:
    """ "Russia's seat on the Human Rights Council was suspended on Thursday": the seat as subject of a passive."""
    clause = scene.clause(cue.i)
    bodies = [c for c in scene.within("body", clause.i, cue.i) if cue.i - c.j <= _NEAR]
    ours = bodies[-1] if bodies and scene.which(bodies[-1]) == _BODY else None
    seats_ = scene.any_of(("rights_council.seat", "member"), clause.i, ours.i) if ours is not None else []
    group = next(iter(scene.groups(clause.i, ours.i)), []) if ours is not None else []
    if not seats_ or len(group) != 1 or not asserted(scene, cue.i) or negated(scene, cue):
        return
    args = {"state": group[0].codes[0], "status": LOST}
    time = nearest_time(scene, cue, clause.i, clause.j)
    time = None if aside(scene, cue, time) else time
    found = make(scene, "rights_council.member", group[0].i, cue.j, args, when=When(time), tense="past")
    yield replace(found, theme="cut")


def _membership(scene: Scene, cue: Cue) -> Cue | None:
    """The word for the membership that the Assembly took away, the Council being named before: "suspended its
    membership".
    """
    clause = scene.clause(cue.i)
    seats = scene.any_of(("rights_council.seat", "member"), cue.j, min(clause.j, cue.j + FAR))
    own = cue.value == "cut" and bool(seats) and of_assembly(scene, cue)
    return seats[0] if own and council_before(scene, cue, _NAMED, _NAMED_BACK) else None


def _voted(scene: Scene, cue: Cue) -> bool:
    """Whether a vote that was taken stands before: "voted 93-24, with 58 abstentions, to suspend Russia from"."""
    before = scene.any_of(("vote", "adopt", "approve"), scene.clause(cue.i).i, cue.i)
    return any(c.form == "past" for c in before)


def _coordinated(scene: Scene, time: When, cue: Cue) -> bool:
    """Whether the time belongs to another deed before "and": "left one body in March and was thrown off another"."""
    return time.time is not None and time.time.j <= cue.i and "and" in scene.forms[time.time.j : cue.i]


def _led_to(scene: Scene, cue: Cue, body: Cue) -> bool:
    """Whether a verb of leaving leads to the Council and not to another body before it: "pulled out of the Council of
    Europe and was thrown off the Human Rights Council".
    """
    if scene.passage.language != "en":  # علق وزير من كينيا على انتخابات المجلس: who comments
        seats = scene.any_of(("rights_council.seat", "member"), cue.j, body.i)
        return bool(seats) or _ON not in scene.forms[cue.j : body.i]
    cut_off = "," in scene.forms[cue.j : body.i] and not scene.states_in(cue.j, body.i)
    return not cut_off and (cue.value != "left" or body.i - cue.j <= _LEFT_REACH)


def loser(scene: Scene, cue: Cue, body: Cue) -> list[StateMention]:
    """Who lost it: between the verb and the Council, else right before the verb."""
    between = scene.groups(cue.j, body.i)
    return between[-1] if between else (_uncompared(scene, cue) or _predicated(scene, cue))


def _uncompared(scene: Scene, cue: Cue) -> list[StateMention]:
    """The subject right before the verb; where that only compares ("the second country after Libya ever suspended"),
    the state with which the sentence begins.
    """
    group = subject_before(scene, cue, 2)
    beside = words("mahdar.mechanisms.rights_council", "words.toml", "beside_whom")
    if not group or scene.forms[group[0].i - 1] not in beside:
        return group
    low = scene.sentence(cue.i).i
    first = next(iter(scene.groups(low, group[0].i)), [])
    return first if first and first[0].i - low <= 1 else []


def _predicated(scene: Scene, cue: Cue) -> list[StateMention]:
    """ "Libya is the only other country ever suspended from": who is called the one that lost it."""
    before = scene.groups(max(scene.clause(cue.i).i, cue.i - _IS_REACH), cue.i)
    passed = words("mahdar.mechanisms.rights_council", "words.toml", "predicate")
    beside = words("mahdar.mechanisms.rights_council", "words.toml", "beside_whom")
    last = before[-1] if before else []
    if last and scene.forms[last[0].i - 1] in beside:  # "Libya, before Russia the only country ever suspended"
        return []
    return last if last and all(form in passed for form in scene.forms[last[-1].j : cue.i]) else []

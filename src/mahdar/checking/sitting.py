"""Seats told without a word for member: "Germany sat on the Council in 2004", "has had two terms on it"."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.meant import state_meant
from mahdar.checking.predicates import predicated
from mahdar.checking.scene import Scene, codes
from mahdar.checking.seat import Seat, kind_between, of_occasion, when_held
from mahdar.checking.seat_holders import delegate, is_subject, named_last
from mahdar.checking.sizes import sizes_within
from mahdar.checking.subjects import subject_before
from mahdar.checking.when import When
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span, tokens_of

_SEATS = ("mahdar.checking", "seats.toml")
_BEGINS = "begins"  # what a verb carries that tells when a seat began
_PAIR = 2  # more states under one name, such as "the five permanent members", are not named one by one
_SUBJECT_REACH = 5
_ON_TIME = 6  # tokens from the body on which a state was to the time
_BESIDE, _SIZED = 3, 6  # tokens between words of sitting and the body, and where its size is told


def sittings(scene: Scene) -> Iterator[Seat]:
    """The memberships that verbs of sitting and serving tell."""
    for cue in scene.any_at_all(("sit", "sit_often", "council.was_on")):
        clause = scene.clause(cue.i)
        bodies = scene.within("body", cue.j, min(clause.j, cue.j + _SIZED))
        body = next((c for c in bodies if _near(scene, cue, c)), None)
        group = named_last(scene, max(clause.i, cue.i - 30), cue.i)
        group = [held] if not group and (held := delegate(scene, clause.i, cue.i)) else group
        shared = subject_before(scene, cue, 0) or predicated(scene, cue)
        own = bool(group) and is_subject(scene, group[0][-1].j, cue.i)
        meant = state_meant(scene, cue) if body is not None and not (own or shared) else None
        shared = [meant.at(cue.i)] if meant is not None else shared
        group = [shared] if shared and not own else group
        if body is None or not group or not asserted(scene, cue.i) or not (own or shared):
            continue
        denied = negated(scene, cue)
        several = own and len(codes(group[0])) > 1 and group[0][-1].j == cue.i
        if cue.form == "bare" and not (denied or several):
            continue
        when = when_held(scene, cue, Span(group[0][0].i if own else cue.i, body.j))
        if when.time is None and cue.form == "future":
            continue
        counted = of_occasion(scene, clause.i, cue.i)
        when = when if when.time is not None else When(now=cue.form != "past" and not counted)
        kind = kind_between(scene, cue.i, min(clause.j, body.j + _SUBJECT_REACH))
        kind = "elected" if not kind and _termed(scene, cue, body) else kind
        began = cue.value == _BEGINS and not denied
        for code in dict.fromkeys(code for state in group[0] if len(state.codes) <= _PAIR for code in state.codes):
            sure = meant is None or meant.sure
            yield Seat(scene.which(body), group[0][0].i, body.j, code, kind, when, denied, False, sure, began=began)


def _termed(scene: Scene, cue: Cue, body: Cue) -> bool:
    """Whether a seat is said to have a term, as only elected members have: "began two-year terms on"."""
    return bool(
        words(*_SEATS, "term") & {*scene.forms[cue.i : body.i]}
        or scene.within("two_years", body.j, body.j + _SUBJECT_REACH)
    )


def _near(scene: Scene, cue: Cue, body: Cue) -> bool:
    """Whether a body stands right behind the words of sitting, its size left out: "sit on the 47-nation Council"; or
    how often: "has served three times on".
    """
    if cue.sense.concept == "sit_often":
        return _often(scene, cue.j, body.i)
    if cue.sense.concept == "council.was_on" and not _dated(scene, body.j):
        return False  # "was on the Council's agenda"
    sized = any(size.i < body.i < size.j or size.j == body.j for size in sizes_within(scene, cue.j, body.j))
    return body.i - cue.j < (_SIZED if sized else _BESIDE)


def _dated(scene: Scene, i: int) -> bool:
    """Whether a time stands behind a body that ends at token i, with nothing but how often it was between."""
    time = next(iter(scene.times_in(i, i + _ON_TIME)), None)
    counted = tokens_of(scene.numbers_in(i, i + _ON_TIME))
    small = words(*_SEATS, "beside_on")
    return time is not None and all(k in counted or scene.forms[k] in small for k in range(i, time.i))


def _often(scene: Scene, i: int, j: int) -> bool:
    """Whether only how often, and that it was on something, stands between two tokens: "twice on the"."""
    counted = tokens_of(scene.numbers_in(i, j))
    small = words(*_SEATS, "beside_often")
    told = not words("mahdar.checking", "times.toml", "occasions").isdisjoint(scene.forms[i:j])
    told = told or not words(*_SEATS, "term").isdisjoint(scene.forms[i:j])
    return told and all(k in counted or scene.forms[k] in small for k in range(i, j))

"""Arabic verbs of joining with their subject behind them: انضمت الجزائر إلى مجلس الأمن في كانون الثاني/يناير 2024."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.mentions import codes
from mahdar.checking.scene import Scene
from mahdar.checking.seat import Seat, kind_between
from mahdar.checking.when import When, opened
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import tokens_of

_TABLE = ("mahdar.checking", "seats.toml")
_BODY = "council"  # the Human Rights Council has verbs of its own
_ELECTED, _ENTERS, _BEGINS = "elected", "enters", "begins"
_TO_TERM, _TERM = 3, 10  # tokens from the states that begin to the time, and over a term to its body
_TO_BODY = 3  # tokens from the last state to the body
_TO_TIME = 8  # tokens from the body to the time


def joinings(scene: Scene) -> Iterator[Seat]:
    """The seats on the Security Council that states are said to have taken at a time."""
    for cue in scene.all("seat_joins"):
        clause = scene.clause(cue.i)
        group = next(iter(scene.groups(cue.j, clause.j)), [])
        if not group or group[0].i != cue.j or not asserted(scene, cue.i) or negated(scene, cue):
            continue
        end, begins = group[-1].j, cue.value == _BEGINS
        ahead = next((t for t in scene.times_in(end, end + _TO_TERM) if t.i - end <= 1), None) if begins else None
        end = ahead.j if ahead is not None else end
        body = next(iter(scene.within("body", end, min(clause.j, end + (_TERM if begins else _TO_BODY)))), None)
        time = ahead or (_time(scene, body, clause.j) if body is not None else None)
        if body is None or time is None or scene.which(body) != _BODY:
            continue
        if not (_of_term(scene, end, body.i) if begins else _leads(scene, cue, end, body.i)):
            continue
        kind = kind_between(scene, end if begins else body.j, max(time.i, body.i)) or _ELECTED
        for code in codes(group):
            yield Seat(_BODY, cue.i, body.j, code, kind, When(opened(scene, time)), False, True, began=True)


def _time(scene: Scene, body: Cue, stop: int) -> TimePhrase | None:
    """The time behind a body, only words for a member and of time between."""
    time = next(iter(scene.times_in(body.j, min(stop, body.j + _TO_TIME))), None)
    if time is None:
        return None
    covered = tokens_of(scene.any_of(("member", "elected"), body.j, time.i), scene.numbers_in(body.j, time.i))
    passed = words(*_TABLE, "to_time") | words(*_TABLE, "how_often") | words(*_TABLE, "as_member")
    return time if all(k in covered or scene.forms[k] in passed for k in range(body.j, time.i)) else None


def _of_term(scene: Scene, i: int, j: int) -> bool:
    """Whether what begins is a term on the body at token j: عضويتها غير الدائمة في, عهدتها كعضو غير دائم ب."""
    own = words(*_TABLE, "own_term")
    passed = words(*_TABLE, "term_kind") | words(*_TABLE, "in_body") | words(*_TABLE, "as_member")
    return scene.forms[i : i + 1] != [] and scene.forms[i] in own and {*scene.forms[i + 1 : j]} <= passed


def _leads(scene: Scene, cue: Cue, i: int, j: int) -> bool:
    """Whether words lead from who joins to the body; it is entered without any: دخلت مصر مجلس الأمن."""
    return (i < j) != (cue.value == _ENTERS) and all(form in words(*_TABLE, "to_body") for form in scene.forms[i:j])

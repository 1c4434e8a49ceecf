"""Terms on a Council listed behind a seat just told of: "Nigeria sits on it. Its previous terms were in 1966-67 and",
"Earlier terms: 1952-53, 1968-69".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.scene import Scene
from mahdar.checking.seat import Seat
from mahdar.checking.when import When
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import tokens_of

_SEATED = ("council", "rights_council")
_TO_TIME = 6  # tokens from the words for terms to the first of them
_BACK = 2  # sentences back to the seat that the terms are of


def earlier_terms(scene: Scene, told: Sequence[Seat]) -> Iterator[Seat]:
    """The terms of the state, and on the body, of which a seat was told last."""
    for cue in scene.all("seat_terms"):
        time = _first(scene, cue)
        seat = _of_whom(scene, cue, told) if time is not None else None
        if time is None or seat is None or not asserted(scene, cue.i) or negated(scene, cue):
            continue
        yield Seat(seat.body, cue.i, time.j, seat.state, "", When(time), False, False, sure=False)


def _first(scene: Scene, cue: Cue) -> TimePhrase | None:
    """The first time behind the words, with nothing between but "were in", a colon and the body."""
    stop = min(scene.sentence(cue.i).j, cue.j + _TO_TIME)
    time = next(iter(scene.times_in(cue.j, stop)), None)
    bodies = tokens_of(scene.within("body", cue.j, stop))
    small = words("mahdar.checking", "seats.toml", "to_terms")
    return time if time and all(k in bodies or scene.forms[k] in small for k in range(cue.j, time.i)) else None


def _of_whom(scene: Scene, cue: Cue, told: Sequence[Seat]) -> Seat | None:
    """The seat told last before the words; None where the sentence tells of several states at once."""
    at = scene.passage.sentence_of(cue.i)
    low = scene.passage.sentences[max(0, at - _BACK)].i
    before = [seat for seat in told if low <= seat.i < cue.i and seat.body in _SEATED and not seat.negated]
    last = [seat for seat in before if before and seat.j == before[-1].j]
    return last[0] if len({seat.state for seat in last}) == 1 else None

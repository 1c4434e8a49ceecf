"""How reports say that a state ran for a seat on the Human Rights Council and was not elected: "lost its bid for"."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.assertion import asserted, negated, titled
from mahdar.checking.found import make
from mahdar.checking.protocol import Found
from mahdar.checking.refusal import refused
from mahdar.checking.scene import Scene, codes
from mahdar.checking.subjects import own_time
from mahdar.checking.when import When
from mahdar.checking.wordlists import words
from mahdar.mechanisms.rights_council.elections import council_behind
from mahdar.mechanisms.rights_council.lost import loser

_TITLE = "title"


def _words(kind: str) -> frozenset[str]:
    return words("mahdar.mechanisms.rights_council", "words.toml", kind)


def find_races(scene: Scene) -> Iterator[Found]:
    """Races lost, each a seat to which a state was not elected then."""
    ballots = _words("ballots")
    for cue in scene.all("rights_council.race"):
        ours = council_behind(scene, cue)
        group = loser(scene, cue, ours) if ours is not None else []
        if ours is None or not group or not asserted(scene, cue.i) or negated(scene, cue) or refused(scene, cue):
            continue
        if not _ran(scene, max(cue.j, group[-1].j), ours.i):
            continue
        sentence = scene.sentence(cue.i)
        in_a_round = not ballots.isdisjoint(scene.forms[sentence.i : sentence.j])
        if in_a_round or (cue.form == _TITLE and not titled(scene, cue.i)):
            continue
        time = When(own_time(scene, cue, group))
        for code in codes(group):
            i = min(cue.i, group[0].i)
            args = {"state": code}
            yield make(scene, "rights_council.member", i, ours.j, args, when=time, negated=True, tense="past")


def _ran(scene: Scene, i: int, body: int) -> bool:
    """Whether a race is what was lost: the words from token i to the Council begin with it, an article before it."""
    first = next((form for form in scene.forms[i:body] if form not in _words("before_seat")), "")
    return first in _words("race")

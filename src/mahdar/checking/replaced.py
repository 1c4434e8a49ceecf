"""Whom new members of the Security Council are to replace: "will replace Kenya and Norway", ستحل محل غابون وغانا."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.mentions import codes
from mahdar.checking.scene import Scene
from mahdar.checking.seat import Seat
from mahdar.checking.when import When
from mahdar.checking.wordlists import words

_TABLE = ("mahdar.checking", "seats.toml")
_BODY = "council"
_PLACE = "محل"
_SUBJECT = 24  # tokens from an Arabic verb over its subject to the word for a place
_PASSED = 3  # tokens of words for "all of" before the states


def replaced(scene: Scene) -> Iterator[Seat]:
    """The seats that states hold whom others are to replace; who holds them may be told loosely, so that none is
    contradicted.
    """
    arabic, replaces = scene.passage.language != "en", words(*_TABLE, "replaces")
    places = _places(scene) if arabic else [k for k, form in enumerate(scene.forms) if form in replaces]
    for k in places:
        sentence = scene.sentence(k)
        group = next(iter(scene.groups(k + 1, sentence.j)), [])
        passed = words("mahdar.checking", "votes.toml", "of_all") | {"the"}
        near = bool(group) and group[0].i - k <= _PASSED and {*scene.forms[k + 1 : group[0].i]} <= passed
        bodies = {scene.which(c) for c in scene.within("body", sentence.i, sentence.j)}
        seated = bool(scene.any_of(("elect", "member", "seat_elects"), sentence.i, sentence.j))
        if near and _BODY in bodies and (arabic or seated) and "rights_council" not in bodies:
            for code in codes(group):
                yield Seat(_BODY, k, group[-1].j, code, "elected", When(now=True), False, False, sure=False)


def _places(scene: Scene) -> list[int]:
    """Where an Arabic verb of what is to come leads to "in the place of"."""
    coming = words(*_TABLE, "to_replace")
    found = [k for k, form in enumerate(scene.forms) if form == _PLACE]
    return [k for k in found if not coming.isdisjoint(scene.forms[max(scene.sentence(k).i, k - _SUBJECT) : k])]

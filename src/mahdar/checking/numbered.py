"""The five and the ten named one by one: "ten elected members: A, B and C", وعشر دول غير دائمة العضوية وهي."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.assertion import asserted
from mahdar.checking.mentions import StateMention, codes
from mahdar.checking.scene import Scene
from mahdar.checking.seat import Seat, at_turn_of_year, kind_between
from mahdar.checking.when import When
from mahdar.checking.wordlists import words
from mahdar.language.tokens import COMMAS, tokens_of

_COUNCIL = "council"
_COUNTED = {5: "permanent", 10: "elected"}
_KIND_REACH = 5  # tokens from a number to the kind of members that it counts
_LIST_REACH = 24  # tokens from the kind to who they are, how they are elected between
_MISSED = 2  # members whose names may not be known
_SEAT = "seat"


def numbered(scene: Scene) -> Iterator[Seat]:
    """The seats of the permanent or the elected members of the Security Council that their number introduces."""
    if not (scene.all("permanent") or scene.all("elected")):
        return
    sure = _settled(scene)
    for number in scene.numbers_in(0, len(scene.forms)):
        kind = _COUNTED.get(int(number.low or 0)) if number.low == number.high else None
        end = _of_kind(scene, number.j, kind) if kind is not None else None
        group = _listed(scene, end) if end is not None else []
        several = len(codes(group))
        if kind is None or not int(number.low or 0) - _MISSED <= several <= int(number.low or 0):
            continue
        if not _in_council(scene, number.i) or not asserted(scene, number.i) or _then(scene, number.i, group[0].i):
            continue
        for code in codes(group):
            yield Seat(_COUNCIL, number.i, group[-1].j, code, kind, When(now=True), False, False, sure, plain=True)


def _of_kind(scene: Scene, i: int, kind: str) -> int | None:
    """The token behind the kind of members that a number counts, where only a word for members stands between."""
    stop = min(scene.sentence(i - 1).j, i + _KIND_REACH)
    told = next(iter(scene.within(kind, i, stop)), None)
    if told is None or kind_between(scene, i, told.j) != kind:
        return None
    units = [c for c in scene.any_of(("member", "votes"), i, stop) if c.form != _SEAT]
    covered = tokens_of(units, [told])
    whole = max(told.j, *(c.j for c in units)) if units else told.j
    return whole if units and all(k in covered or scene.forms[k] == "-" for k in range(i, told.i)) else None


def _listed(scene: Scene, end: int) -> list[StateMention]:
    """The first states behind token ``end``, if a word that begins a list stands right before them."""
    group = next(iter(scene.groups(end, scene.sentence(end - 1).j)), [])
    group = group if group and group[0].i < end + _LIST_REACH else []
    k = group[0].i - 1 if group else 0
    while k > end and (scene.forms[k] in COMMAS or scene.forms[k] == "the"):
        k -= 1
    led = bool(group) and scene.forms[k] in words("mahdar.checking", "votes.toml", "listing")
    return group if led else []


def _settled(scene: Scene) -> bool:
    """Whether a report is not of the turn of a year, when it may list those who sat until then or sit from then on."""
    return scene.passage.published is not None and not at_turn_of_year(scene)


def _then(scene: Scene, i: int, j: int) -> bool:
    """Whether the members are those of another time than the report's: "in 2013 the ten elected members were"."""
    low = scene.sentence(i).i
    return bool(scene.times_in(low, j) or scene.within("was", low, j))


def _in_council(scene: Scene, i: int) -> bool:
    """Whether the sentence, or the one before, names the Security Council before a number of its members."""
    k = scene.passage.sentence_of(i)
    spans = [scene.sentence(i), *scene.passage.sentences[max(0, k - 1) : k]]
    named = [c for span in spans for c in scene.within("body", span.i, min(span.j, i) if span is spans[0] else span.j)]
    return any(scene.which(c) == _COUNCIL for c in named)

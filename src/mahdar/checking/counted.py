"""How many there are said to have been: "60 resolutions", "more than 40 meetings", 80 قرارا."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mahdar.checking.cues import Cue
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.numbers import Number
from mahdar.language.tokens import COMMAS, tokens_of

_REACH = 5  # tokens of a number before its noun
_ONLY_REACH = 3  # tokens between a word such as "only" and the number or the noun
_COMPARED_REACH = 3  # tokens from a comma to a word of comparing
_ROUNDED = Fraction(1, 10)  # part of a rounded number by which the true one may differ


@dataclass(frozen=True, slots=True)
class Counted:
    """At least ``low`` and at most ``high`` of them, None where that side is open; ``only``: the text says that there
    were no more; ``whole``: its clause says nothing but who did it, how many there were and when.
    """

    low: int | None
    high: int | None
    only: bool = False
    whole: bool = False


def counted(scene: Scene, noun: Cue, verb: Cue | None) -> Counted | None:
    """The count right before a noun of which there were several; a rounded one reaches to either side."""
    before = [n for n in scene.numbers_in(max(0, noun.i - _REACH), noun.i) if n.j == noun.i]
    number = before[-1] if before else None
    dated = number is not None and any(t.i <= number.i < t.j for t in scene.times_in(number.i - _REACH, noun.i))
    if (
        number is None
        or dated
        or _of_another(scene, number, noun)
        or number.kind not in ("cardinal", "indefinite")
        or max(number.low or 0, number.high or 0) <= 1
    ):
        return None
    low, high = number.low, number.high
    by = int(_ROUNDED * int(low)) if low is not None and low == high and number.core[0] > number.i else 0
    only = bool(scene.within("only", max(0, number.i - _ONLY_REACH), noun.j + _ONLY_REACH))
    whole = verb is not None and _whole(scene, noun, verb, range(number.i, number.j))
    return Counted(None if low is None else int(low) - by, None if high is None else int(high) + by, only, whole)


def _of_another(scene: Scene, number: Number, noun: Cue) -> bool:
    """Whether the number is an adjective of the noun before it: اعتمد بإجماع أعضائه الـ15 قرارا."""
    if not number.definite:
        return False
    i, behind = (scene.tokens.start(k) for k in (number.i, noun.i))
    return any(figure.start < i < figure.end <= behind for figure in scene.passage.figures)


def _whole(scene: Scene, noun: Cue, verb: Cue, number: range) -> bool:
    """Whether nothing in the clause narrows what is counted: no subject, no place, no second object."""
    clause = scene.clause(verb.i)
    if noun.j - 1 >= clause.j or noun.i < clause.i or scene.sentence(verb.i).j - clause.j > 1:
        return False
    stop = _compared_from(scene, max(verb.j, noun.j), clause.j)
    cues = (verb, noun, *scene.any_of(("body", "only"), clause.i, stop))
    covered = tokens_of(cues) | {*number}
    covered |= tokens_of(scene.times_in(clause.i, stop))
    small = words("mahdar.checking", "direct.toml", "beside_counts")
    return all(k in covered or scene.forms[k] in small for k in range(clause.i, stop))


def _compared_from(scene: Scene, i: int, j: int) -> int:
    """The comma between two tokens behind which a count is only compared with others: ", four fewer than in 2022"."""
    compared = words("mahdar.checking", "direct.toml", "compared")
    commas = (k for k in range(i, j) if scene.forms[k] in COMMAS)
    return next((k for k in commas if not compared.isdisjoint(scene.forms[k + 1 : k + 1 + _COMPARED_REACH])), j)

"""Deeds told by how long before or after another they were done: "three days after Russia vetoed a draft"."""

from __future__ import annotations

from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span

_TABLE = ("mahdar.checking", "times.toml")
_REACH = 4  # tokens from an Arabic بعد or قبل to the unit it counts
_COMMAS = frozenset(",،;؛")


def apart(scene: Scene, i: int, k: int) -> bool:
    """Whether tokens i and k of a sentence are parted by such a distance, so that a time of one is not the other's."""
    sentence = scene.sentence(i)
    parted = any((span.i <= i < span.j) != (span.i <= k < span.j) for span in _clauses(scene, sentence))
    return parted or _in_aside(scene, sentence, k, i)


def _in_aside(scene: Scene, sentence: Span, time: int, deed: int) -> bool:
    """Whether a time stands between commas, in what came before the deed behind them: "last year, after Russia vetoed
    a draft on 8 July, the Council adopted".
    """
    commas = [k for k in range(sentence.i, deed) if scene.forms[k] in _COMMAS]
    low = max((k for k in commas if k < time), default=None)
    closed = any(k > time for k in commas)
    return low is not None and closed and scene.forms[low + 1] in words(*_TABLE, "counting_from")


def _clauses(scene: Scene, sentence: Span) -> list[Span]:
    """The clauses, from the distance to the next comma, that tell the deed from which it is counted."""
    return [Span(k, _end(scene, sentence, k)) for k in range(sentence.i, sentence.j) if _counts(scene, sentence, k)]


def _end(scene: Scene, sentence: Span, k: int) -> int:
    """Where the clause ends; one that opens the sentence with its own time, at the latest behind that."""
    end = next((m for m in range(k, sentence.j) if scene.forms[m] in _COMMAS), sentence.j)
    times = scene.times_in(k + 1, end) if k - sentence.i < _REACH else []
    return times[0].j if times else end


def _counts(scene: Scene, sentence: Span, k: int) -> bool:
    """Whether a unit of time at token k counts from a deed: "weeks before", «بعد ثلاثة أيام من»."""
    forms = scene.forms
    if forms[k] not in words(*_TABLE, "units") or k + 1 >= sentence.j:
        return False
    if forms[k].isascii():
        named = k > sentence.i and forms[k - 1] in words(*_TABLE, "named")  # last month after the vote
        return not named and forms[k + 1] in words(*_TABLE, "counting_from")
    low = max(sentence.i, k - _REACH)
    return forms[k + 1] in words(*_TABLE, "counted_from") and not words(*_TABLE, "counting_from").isdisjoint(
        forms[low:k]
    )

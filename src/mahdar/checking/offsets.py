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
    return any((span.i <= i < span.j) != (span.i <= k < span.j) for span in _clauses(scene, scene.sentence(i)))


def _clauses(scene: Scene, sentence: Span) -> list[Span]:
    """The clauses, from the distance to the next comma, that tell the deed from which it is counted."""
    starts = [k for k in range(sentence.i + 1, sentence.j) if _counts(scene, sentence, k)]
    return [Span(k, next((m for m in range(k, sentence.j) if scene.forms[m] in _COMMAS), sentence.j)) for k in starts]


def _counts(scene: Scene, sentence: Span, k: int) -> bool:
    """Whether a unit of time at token k counts from a deed: "weeks before", «بعد ثلاثة أيام من»."""
    forms = scene.forms
    if forms[k] not in words(*_TABLE, "units") or k + 1 >= sentence.j:
        return False
    if forms[k].isascii():
        return forms[k + 1] in words(*_TABLE, "counting_from")
    low = max(sentence.i, k - _REACH)
    return forms[k + 1] in words(*_TABLE, "counted_from") and not words(*_TABLE, "counting_from").isdisjoint(
        forms[low:k]
    )

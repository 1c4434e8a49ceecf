"""Deeds told by how long before or after another they were done: "three days after Russia vetoed a draft"."""

from __future__ import annotations

from mahdar.checking.once import once
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span

_REACH = 4  # tokens from an Arabic بعد or قبل to the unit it counts
_ASIDE_REACH = 40  # tokens from a time back to the comma that opens an aside
_COMMAS = frozenset(",،;؛")


def apart(scene: Scene, deed: int, time: int) -> bool:
    """Whether the time at token ``time`` is of another deed than that at token ``deed`` of the same sentence: such a
    distance parts them, or the time stands in an aside on what came before.
    """
    owners = _owners(scene)
    return owners.get(deed) != owners.get(time) or _in_aside(scene, time, deed)


def far_off(scene: Scene, sentence: Span) -> bool:
    """Whether a sentence opens with a distance in time: "Two days before, ", وقبل ثلاثة أسابيع نقضت."""
    lead = scene.forms[sentence.i : sentence.i + _REACH + 1]
    if scene.passage.language == "en":
        pairs = zip(lead, lead[1:], lead[2:], strict=False)
        return any(one in _words("units") and two == "before" and mark == "," for one, two, mark in pairs)
    k = next((k for k, form in enumerate(lead[:2]) if form in _words("counting_from")), None)
    return k is not None and not _words("units").isdisjoint(lead[k + 1 :])


def _in_aside(scene: Scene, time: int, deed: int) -> bool:
    """Whether a time stands between commas, in what came before the deed behind them: "last year, after Russia vetoed
    a draft on 8 July, the Council adopted", "Egypt, despite signing it in 2000, has not ratified".
    """
    if _COMMAS.isdisjoint(scene.forms[time:deed]):
        return False
    first = max(scene.sentence(time).i, time - _ASIDE_REACH)
    low = next((k for k in range(time - 1, first - 1, -1) if scene.forms[k] in _COMMAS), None)
    opening = scene.forms[low + 1] if low is not None else ""
    return opening in _words("counting_from") or opening in _words("conceding")


@once
def _owners(scene: Scene) -> dict[int, int]:
    """The tokens of clauses that tell the deed from which a distance is counted, each with the clause's first token."""
    owners: dict[int, int] = {}
    for sentence in scene.passage.sentences:
        for k in range(sentence.i, sentence.j - 1):
            if k not in owners and _counts(scene, sentence, k):
                owners |= dict.fromkeys(range(k, _end(scene, sentence, k)), k)
    return owners


def _end(scene: Scene, sentence: Span, k: int) -> int:
    """The next comma; of a clause that opens the sentence with a time of its own, at the latest the end of that."""
    end = next((m for m in range(k, sentence.j) if scene.forms[m] in _COMMAS), sentence.j)
    times = scene.times_in(k + 1, end) if k - sentence.i < _REACH else []
    return times[0].j if times else end


def _counts(scene: Scene, sentence: Span, k: int) -> bool:
    """Whether a unit of time at token k counts from a deed: "weeks before", «بعد ثلاثة أيام من»."""
    form, behind = scene.forms[k], scene.forms[k + 1]
    if form not in _words("units"):
        return False
    if form.isascii():
        named = k > sentence.i and scene.forms[k - 1] in _words("named")  # last month after the vote
        return not named and behind in _words("counting_from")
    before = scene.forms[max(sentence.i, k - _REACH) : k]
    return behind in _words("counted_from") and not _words("counting_from").isdisjoint(before)


def _words(name: str) -> frozenset[str]:
    return words("mahdar.checking", "times.toml", name)

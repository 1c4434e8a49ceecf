"""How many vetoes a text counts: "17 times", "17 vetoes", "vetoed 17 drafts", "the 17th veto", للمرة السابعة عشرة."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.checking.cues import Cue
from mahdar.checking.numerals import counts
from mahdar.checking.scene import Scene
from mahdar.mechanisms.council.words import words as listed

NTH = "nth"  # the theme of a count told by an ordinal: that of all there were so far, or of those in its time
_STRIKING = frozenset({"veto_verb", "council.block"})
_AHEAD, _BEHIND = 10, 5
_WHILE_REACH = 6  # tokens from an ordinal to the unit of the stretch in which it counts


@dataclass(frozen=True, slots=True)
class Number:
    """A count as said, with its bounds; ``one`` where an ordinal counts the veto told."""

    said: int
    low: int | None
    high: int | None
    one: bool = False


def numbered(scene: Scene, cue: Cue, head: Cue, i: int) -> Number | None:
    """The count that belongs to the veto of a cue, told by the word ``head``, whose words begin at token i, or None."""
    return _counted(scene, cue, head, i) or _ordinal(scene, cue, i)


def _counted(scene: Scene, cue: Cue, head: Cue, i: int) -> Number | None:
    stop = min(scene.clause(cue.i).j, cue.j + _AHEAD)
    for n in counts(scene, i, stop):
        unit = scene.forms[n.j] if n.j < len(scene.forms) else ""
        spelled = any(p.kind == "times" for p in scene.numbers_in(n.i, n.i + 1))
        said = n.low if n.low is not None else n.high
        spelled = spelled or (n.value == 1 and scene.forms[n.i - 1] in listed("times"))  # مرة واحدة
        if said is not None and (unit in listed("times") or spelled or _drafts(scene, head, n.i, n.j)):
            return Number(said, n.low, n.high)
    return Number(1, 1, 1) if _one_time(scene, i, stop) else None


def _one_time(scene: Scene, i: int, j: int) -> bool:
    """Whether "one time" stands between two tokens, which is no number of a text; not in "at one time"."""
    forms = scene.forms
    return any(
        forms[k] == "time" and forms[k - 1] == "one" and forms[k - 2] not in listed("once_upon")
        for k in range(max(i, 1) + 1, j)
    )


def _drafts(scene: Scene, head: Cue, i: int, j: int) -> bool:
    """Whether drafts are counted that a verb strikes down: "vetoed 17 Security Council drafts", "blocked five
    resolutions with its veto".
    """
    if head.sense.concept not in _STRIKING or i < head.i or scene.within("votes", j, j + 1):
        return False
    stop = min(j + _BEHIND, scene.sentence(head.i).j)
    return bool(scene.any_of(("draft", "resolution"), j, stop)) and not scene.within("relative", head.j, i)


def _ordinal(scene: Scene, cue: Cue, i: int) -> Number | None:
    """The ordinal of this veto, right beside the word or with a word for time."""
    clause = scene.clause(cue.i)
    for n in scene.numbers_in(max(clause.i, i - _AHEAD), min(clause.j, cue.j + _AHEAD)):
        if n.kind != "ordinal" or n.low is None or n.low < 2 or any(t.i <= n.i < t.j for t in scene.times_in(i, n.j)):
            continue
        beside = _adjoins(scene, n.j, cue.i) or (_adjoins(scene, cue.j, n.i) and scene.passage.language != "en")
        after = scene.forms[n.j] if n.j < len(scene.forms) else ""
        before = scene.forms[n.i - 1] if n.i else ""
        if _in_a_while(scene, n.j):
            return None
        if beside or after in listed("time") or before in listed("time"):
            return Number(int(n.low), int(n.low), int(n.low), one=True)
    return None


def _in_a_while(scene: Scene, k: int) -> bool:
    """Whether an ordinal counts within a stretch of hours or days: "for the second time in 24 hours", خلال 24 ساعة."""
    behind = scene.forms[k : k + _WHILE_REACH]
    return not listed("within").isdisjoint(behind) and not listed("hours").isdisjoint(behind)


def _adjoins(scene: Scene, i: int, j: int) -> bool:
    """Whether nothing, or only the adjective of a state, stands between two tokens: "the 11th Russian veto"."""
    return i == j or (i < j and any(s.i == i and s.j == j for s in scene.states_in(i, j, demonyms=True)))

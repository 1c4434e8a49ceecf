"""The resolution that a veto is said to have struck down, by its number: "vetoed resolution 1973", ضد القرار 1973."""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.scene import Scene
from mahdar.checking.symbols import numbers_after, symbol_of
from mahdar.language.tokens import tokens_of
from mahdar.mechanisms.council.words import words as listed

_BEHIND = 12  # tokens between a veto and the resolution that is its object
_PASSED_BACK = 8  # tokens between a number and "was vetoed"


def struck(scene: Scene, cue: Cue, head: Cue) -> str | None:
    """The symbol of the only resolution that stands as the object of a veto, or as the subject of "was vetoed"; None
    where the number is background ("vetoed a text renewing resolution 2165").
    """
    clause = scene.clause(cue.i)
    start = min(cue.i, head.i)
    behind = scene.within("resolution", start, min(clause.j, max(cue.j, head.j) + _BEHIND))
    named = behind[0] if behind else None
    if named is not None and named.form == "one" and _object(scene, cue, head, named):
        return _only(scene, named)[0]
    before = scene.within("resolution", clause.i, start)
    symbol, end = _only(scene, before[-1]) if before and before[-1].form == "one" else (None, 0)
    return symbol if symbol and start - end <= _PASSED_BACK and _subject(scene, cue, end) else None


def _only(scene: Scene, named: Cue) -> tuple[str | None, int]:
    """The symbol that a word for a resolution gives by its number, and the token behind it; none for a possessive."""
    numbers = numbers_after(scene, named)
    if len(numbers) != 1 or named.proclitics not in ("", "ل"):
        return None, 0
    number, _, end = numbers[0]
    owned = end < len(scene.forms) and scene.forms[end] in ("'s", "’s", "'")
    return (None if owned else symbol_of("council", number)), end


def _object(scene: Scene, cue: Cue, head: Cue, named: Cue) -> bool:
    """Whether nothing but fillers, states and times stands between the veto and the resolution."""
    first, last = (cue, head) if cue.i <= head.i else (head, cue)
    gaps = [*range(first.j, last.i), *range(last.j, named.i)]
    covered = tokens_of(
        scene.times_in(first.i, named.i),
        scene.states_in(first.i, named.i, demonyms=True),
        scene.within("body", first.i, named.i),
    )
    return all(k in covered or scene.forms[k] in listed("strikes_down") for k in gaps)


def _subject(scene: Scene, cue: Cue, end: int) -> bool:
    """Whether a veto right behind a number is told of it: "was vetoed by", "which Russia vetoed", نقضته روسيا."""
    between = [scene.forms[k] for k in range(end, cue.i)]
    named = tokens_of(scene.states_in(end, cue.i))
    passing = all(form in listed("struck_down") or k in named or form.isdigit() for k, form in enumerate(between, end))
    passive = cue.form == "passive" or bool({"was", "were", "been", "which", "that"} & set(between))
    return passing and (passive or scene.forms[cue.i].endswith(("ته", "تاه", "اه", "وه")))

"""States that a deed of all the others leaves out: all members but Russia, جميع الدول باستثناء الولايات المتحدة."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from mahdar.checking.cues import Cue
from mahdar.checking.mentions import PLACES, StateMention, linked
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span

_NEAR = 4  # tokens of a noun phrase between "all" and "but": all UN member states but
_BACK, _AHEAD = 60, 40  # tokens from another exception to the word for all, before and behind it
_LEAD = 2  # tokens from the exception to the state: except for the
_LEFT_OUT = "inside"  # they act in nothing
_MARKS = frozenset(",،;؛:")
Every = Callable[[int, int], list[Cue]]


def without_spared(
    states: list[StateMention],
    exceptions: Sequence[Cue],
    every: Every,
    sentence: Callable[[int], Span],
    forms: Sequence[str],
) -> list[StateMention]:
    """The states of a text, those that an exception takes out of all no longer among those that act.

    ``every`` gives the words for all between two tokens, ``sentence`` the sentence of a token.
    """
    starts = [state.i for state in states]
    spared: set[int] = set()
    for cue in exceptions:
        if _of_all(cue, every, sentence(cue.i), forms):
            spared.update(_behind(cue, states, bisect_left(starts, cue.j), forms))
    return [replace(s, kind=_LEFT_OUT) if k in spared else s for k, s in enumerate(states)] if spared else states


def _of_all(cue: Cue, every: Every, span: Span, forms: Sequence[str]) -> bool:
    """Whether the exception is one from all, which it holds itself ("all but"), or which stands in the same sentence,
    for "but" in the same noun phrase.
    """
    if cue.form == "whole":
        return True
    if cue.form != "near":
        return bool(every(max(span.i, cue.i - _BACK), min(span.j, cue.i + _AHEAD)))
    before = every(max(span.i, cue.i - 2 * _NEAR), cue.i)
    return any(
        (cue.i - one.j <= _NEAR or words("mahdar.checking", "lists.toml", "of_body").issuperset(forms[one.j : cue.i]))
        and _MARKS.isdisjoint(forms[one.j : cue.i])
        for one in before
    )


def _behind(cue: Cue, states: Sequence[StateMention], k: int, forms: Sequence[str]) -> list[int]:
    """The places in the list, from k on, of the states named right behind the exception in one breath."""
    found: list[int] = []
    end = cue.j
    while k < len(states) and states[k].i - end <= _LEAD and linked(forms[end : states[k].i]):
        found += [k] if states[k].kind in PLACES else []
        end, k = states[k].j, k + 1
    return found

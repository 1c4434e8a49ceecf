"""States named only as some of those of whom nobody did a deed: "not one of the 15 members, Kenya included, voted
against", لم يصوت أحد من الأعضاء، ومنهم كينيا، ضد.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from mahdar.checking.mentions import PLACES, StateMention, linked
from mahdar.checking.wordlists import words
from mahdar.language.marks import Mark
from mahdar.language.tokens import Span, Tokens

_words = partial(words, "mahdar.checking", "lists.toml")
_BACK = 24  # tokens from the states back to the word for nobody
_LEFT_OUT = "inside"  # they act in nothing
_PAIR = 2  # words of "not one", أي عضو
_INCLUDED = Mark(lambda form: form in _words("included") or form in _words("including"))


def without_nobody(states: list[StateMention], tokens: Tokens, sentence: Callable[[int], Span]) -> list[StateMention]:
    """The states of a text; one that is included in "nobody" is not among those that act."""
    out: set[int] = set()
    for k in _INCLUDED.at(tokens):
        low = max(sentence(k).i, k - _BACK)
        if _nobody(tokens.forms[low:k]):
            out.update(_beside(states, tokens.forms, k))
    return [replace(s, kind=_LEFT_OUT) if k in out else s for k, s in enumerate(states)] if out else states


def _nobody(forms: Sequence[str]) -> bool:
    """Whether the words say that nobody did something."""
    pairs = {" ".join(forms[k : k + _PAIR]) for k in range(len(forms))}
    return not _words("nobody").isdisjoint({*forms, *pairs})


def _beside(states: Sequence[StateMention], forms: Sequence[str], k: int) -> list[int]:
    """The places of the states right behind "including" at token k, or of those right before "included"."""
    behind = forms[k] in _words("including")
    order = range(len(states)) if behind else range(len(states) - 1, -1, -1)
    found, end = list[int](), k + 1 if behind else k
    for at in order:
        state = states[at]
        if state.kind not in PLACES or (state.i < end if behind else state.j > end):
            continue
        between = forms[end : state.i] if behind else forms[state.j : end]
        if {*between} - {"the"} and not (found and linked(between)):
            break
        found, end = [*found, at], state.j if behind else state.i
    return found

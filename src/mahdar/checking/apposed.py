"""States named between two marks to say who another is, which act in nothing behind them: "India, a neighbour of Nepal,
presided", روسيا، حليفة سوريا، امتنعت.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from functools import partial

from mahdar.checking.cues import Cue
from mahdar.checking.lists import ASIDE
from mahdar.checking.mentions import LINKS, StateMention
from mahdar.checking.wordlists import words
from mahdar.language.tokens import COMMAS, tokens_of

_LONGEST = 14  # tokens between the two marks
_DASHES = frozenset("-–—")
_MARKS = ((COMMAS, COMMAS), (_DASHES, _DASHES), (frozenset("("), frozenset(")")))
_JOINING = ("و", "ف")
_words = partial(words, "mahdar.checking", "lists.toml")
Begins = Callable[[int], list[Cue]]


def without_apposed(states: list[StateMention], forms: Sequence[str], begins: Begins) -> list[StateMention]:
    """The states of a text; those within an apposition of another, or a relative clause of it between marks, are not
    among those that act. What holds the words of a claim of its own is left as it is: "Peru, elected with Chile to".
    """
    starts, ends = {state.i: k for k, state in enumerate(states)}, {state.j for state in states}
    out = {
        starts[m]
        for state in states
        if state.kind != ASIDE
        for i, j in _aside(state.j, ends, forms, begins)
        for m in range(i, j)
        if m in starts and _told_of(states, forms, i, j)
    }
    return [replace(s, kind=ASIDE) if k in out else s for k, s in enumerate(states)] if out else states


def _aside(i: int, ends: Container[int], forms: Sequence[str], begins: Begins) -> Iterator[tuple[int, int]]:
    """The tokens between a mark at token i and the one that closes it, or of an Arabic relative clause that ends with a
    state, behind which a verb stands.
    """
    first = next(iter(forms[i : i + 1]), "")
    within = range(i + 2, min(len(forms), i + _LONGEST))
    if marks := next((closing for opening, closing in _MARKS if first in opening), None):
        end = next((k for k in within if forms[k] in marks), None)
        behind = None if end is None else end + 1
    elif first in _words("of_things") and not first.isascii():
        behind = end = next((k for k in within if k in ends and _is_verb(k, forms, begins)), None)
    else:
        return
    if end is None or behind is None or "\n" in forms[i:end]:
        return
    if forms[i + 1] not in _words("attributing") and not _is_verb(behind, forms, begins):
        return
    if not any(cue.sense.concept in _words("objects") for k in range(i + 1, end) for cue in begins(k)):
        yield i + 1, end


def _told_of(states: Sequence[StateMention], forms: Sequence[str], i: int, j: int) -> bool:
    """Whether words between two tokens are more than a list of states, and no clause of their own in Arabic."""
    own = forms[i].startswith(_JOINING) and forms[i] not in _words("apposing") | _words("attributing")
    covered = tokens_of(state for state in states if i <= state.i < j)
    return not own and any(k not in covered and forms[k] not in LINKS for k in range(i, j))


def _is_verb(k: int, forms: Sequence[str], begins: Begins) -> bool:
    """Whether a verb begins at token k that tells of who stands before the aside; of who stands behind it in Arabic
    where it is joined with و.
    """
    if k < len(forms) and forms[k] in _words("behind_aside"):
        return True
    return any(cue.form and cue.sense.concept not in _words("no_verbs") and not cue.proclitics for cue in begins(k))

"""States named between two marks to say who another is, which act in nothing behind them: "India, a neighbour of Nepal,
presided", روسيا، حليفة سوريا، امتنعت.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from functools import partial

from mahdar.checking.cues import Cue
from mahdar.checking.lists import ASIDE
from mahdar.checking.mentions import LINKS, StateMention
from mahdar.checking.wordlists import words
from mahdar.language.tokens import COMMAS, Span, tokens_of

_LONGEST = 14  # tokens between the two marks
_DASHES = frozenset("-–—")
_MARKS = ((COMMAS, COMMAS), (_DASHES, _DASHES), (frozenset("("), frozenset(")")))
_JOINING = ("و", "ف")
_words = partial(words, "mahdar.checking", "lists.toml")


@dataclass(frozen=True, slots=True)
class Text:
    """What asides are sought in: its forms, the cues that begin at a token, and the tokens right behind times."""

    forms: Sequence[str]
    begins: Callable[[int], list[Cue]]
    timed: Container[int]


def asides(states: Sequence[StateMention], text: Text) -> list[Span]:
    """The asides on states, each without its marks: appositions, and relative clauses between marks. One that holds the
    words of a claim of its own is none: "Peru, elected with Chile to".
    """
    ends = {state.j for state in states}
    spans = (_aside(state.j, ends, text) for state in states if state.kind != ASIDE)
    return [span for span in spans if span is not None and _told_of(states, text.forms, span)]


def without_apposed(states: list[StateMention], spans: Sequence[Span]) -> list[StateMention]:
    """The states of a text; those within an aside on another are not among those that act."""
    out = tokens_of(spans)
    return [replace(s, kind=ASIDE) if s.i in out else s for s in states] if out else states


def _aside(i: int, ends: Container[int], text: Text) -> Span | None:
    """The tokens between a mark at token i and the one that closes it, or of an Arabic relative clause that ends with a
    state or a time, behind which a verb stands.
    """
    forms = text.forms
    first = next(iter(forms[i : i + 1]), "")
    within = range(i + 2, min(len(forms), i + _LONGEST))
    if marks := next((closing for opening, closing in _MARKS if first in opening), None):
        end = next((k for k in within if forms[k] in marks), None)
        behind = None if end is None else end + 1
    elif first in _words("of_things") and not first.isascii():
        behind = end = next((k for k in within if (k in ends or k in text.timed) and _is_verb(k, text)), None)
    else:
        return None
    if end is None or behind is None or "\n" in forms[i:end]:
        return None
    if forms[i + 1] not in _words("attributing") and not _is_verb(behind, text):
        return None
    own = any(cue.sense.concept in _words("objects") for k in range(i + 1, end) for cue in text.begins(k))
    return None if own else Span(i + 1, end)


def _told_of(states: Sequence[StateMention], forms: Sequence[str], span: Span) -> bool:
    """Whether words of an aside are more than a list of states, and no clause of their own in Arabic."""
    i, j = span.i, span.j
    own = forms[i].startswith(_JOINING) and forms[i] not in _words("apposing") | _words("attributing")
    covered = tokens_of(state for state in states if i <= state.i < j)
    return not own and any(k not in covered and forms[k] not in LINKS for k in range(i, j))


def _is_verb(k: int, text: Text) -> bool:
    """Whether a verb begins at token k that tells of who stands before the aside; of who stands behind it in Arabic
    where it is joined with و.
    """
    if k < len(text.forms) and text.forms[k] in _words("behind_aside"):
        return True
    return any(
        cue.form and cue.sense.concept not in _words("no_verbs") and not cue.proclitics for cue in text.begins(k)
    )

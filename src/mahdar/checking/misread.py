"""Cues that are none beside what stands around them: مارس the month, the Assembly of the Assembly's committee, a list
that is called as the Maghreb calls a resolution.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mahdar.checking.cues import Cue, Cues
from mahdar.checking.wordlists import words
from mahdar.language.tokens import tokens_of
from mahdar.reading.passage import Passage

_USE, _BODY, _COMMITTEE = "veto_use", "body", "committee"
_RESOLUTION, _NUMBERED = "resolution", "numbered"
_VETOED, _OF_DRAFT = "veto_verb", "of_draft"
_DRAFT_REACH = 5  # tokens from a verb that also means to break to the draft that it vetoes
_LONGEST_LINK = 2  # tokens between a committee and the body whose it is
_NUMBER_REACH = 6  # tokens from a word for a resolution to its number


def drop_misread(cues: Cues, passage: Passage) -> None:
    """Leave such cues out of those of a text."""
    forms = passage.tokens.forms
    if _USE in cues.concepts:
        cues.drop(_USE, tokens_of(passage.times))
    if _VETOED in cues.concepts:
        cues.drop(_VETOED, {c.i for c in cues.of(_VETOED) if c.value == _OF_DRAFT and not _of_draft(c.j, forms)})
    if _BODY in cues.concepts:
        cues.drop(_BODY, {*_parents(cues.of(_BODY), forms)})
    if _RESOLUTION in cues.concepts:
        numbered = (cue for cue in cues.of(_RESOLUTION) if cue.value == _NUMBERED)
        cues.drop(_RESOLUTION, {cue.i for cue in numbered if not _has_number(cue.j, forms)})


def _of_draft(j: int, forms: Sequence[str]) -> bool:
    """Whether a draft stands near behind token j, without a preposition: نقض الاتحاد السوفياتي مشروع قرار."""
    return not words("mahdar.checking", "manner.toml", "drafts").isdisjoint(forms[j : j + _DRAFT_REACH])


def _parents(bodies: Sequence[Cue], forms: Sequence[str]) -> Iterator[int]:
    """Where a body stands only as that whose committee is meant."""
    for one, other in pairwise(bodies):
        between = forms[one.j : other.i]
        if len(between) > _LONGEST_LINK:
            continue
        if one.value == _COMMITTEE and _all_in(between, "of_parent"):
            yield other.i
        elif other.value == _COMMITTEE and _all_in(between, "owns_committee"):
            yield one.i


def _all_in(forms: Sequence[str], name: str) -> bool:
    return {*forms} <= words("mahdar.checking", "manner.toml", name)


def _has_number(j: int, forms: Sequence[str]) -> bool:
    """Whether the number of a resolution stands at token j, or behind the name of its body."""
    behind = forms[j : j + _NUMBER_REACH]
    at = next((k for k, form in enumerate(behind) if form.isdigit()), len(behind))
    return at < len(behind) and {*behind[:at]} <= words("mahdar.checking", "numbers.toml", "before_number")

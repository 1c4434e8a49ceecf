"""Which states stand together: where a list ends though only a comma stands before the next state ("Unlike China,
Russia vetoed"), and who is named only to say that another did it ("Russia, not China, vetoed").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from mahdar.checking.mentions import StateMention, linked
from mahdar.checking.wordlists import words
from mahdar.language.tokens import COMMAS

_words = partial(words, "mahdar.checking", "lists.toml")
_AND = frozenset({"and", "&"})
_MARKS = COMMAS | {";", "؛", ":"}
_OPENS = 8  # tokens of a phrase with which a sentence opens
_OPENING = 2  # tokens between a dash and the first of a list
_PARTICIPLE = "ing"  # with which an English sentence opens: "Having failed to persuade A, B left"
ASIDE = "aside"  # the kind of a state of which only is said that another did it


def parted(forms: Sequence[str], start: int, group: list[StateMention], other: StateMention) -> bool:
    """Whether a comma ends the list before it: that of a phrase with which the sentence from token ``start`` opens, of
    "unlike", or one that has its "and" already: "with A and B, C left".
    """
    last = group[-1]
    if _between(forms, group[0].i, other.j):
        return True
    joint = [form for form in forms[last.j : other.i] if form not in _words("articles")]
    if joint == ["-", "and"]:
        return "-" in forms[max(0, group[0].i - _OPENING) : group[0].i]  # the five — A, B and C — and D
    if len(joint) != 1 or joint[0] not in COMMAS or other.joined:
        return False
    if len(group) > 1 and (last.joined or _AND.issuperset(forms[group[-2].j : last.i])):
        return True
    before = group[0].i - 1
    before -= before > 0 and forms[before] in _words("articles")
    if forms[max(before, 0)] in _words("unlike"):
        return True
    while start < before and forms[start] in _words("quotes"):
        start += 1
    goes_on = start == before and forms[other.j : other.j + 1] in (["and"], [","])  # "After A, B and C abstained"
    opens = forms[start] in _words("opening") or (start < before and forms[start].endswith(_PARTICIPLE))
    return not goes_on and opens and before - start <= _OPENS and _MARKS.isdisjoint(forms[start : last.j])


def _between(forms: Sequence[str], i: int, j: int) -> bool:
    """Whether a list of two is that of "between A and B, which", where the relative clause tells of the second."""
    i -= i > 0 and forms[i - 1] in _words("articles")
    j += forms[j : j + 1] == [","]
    return i > 0 and forms[i - 1] in _words("between") and not _words("of_things").isdisjoint(forms[j : j + 1])


def without_contrasted(states: list[StateMention], forms: Sequence[str]) -> list[StateMention]:
    """The states of a text; one of which is only said that another did the deed is not among those that act."""
    ends = {state.j for state in states}
    out = [k for k, state in enumerate(states) if _contrasted(state, ends, forms)]
    out += [m for k in out for m in _listed_with(states, k, forms)]
    return [replace(s, kind=ASIDE) if k in out else s for k, s in enumerate(states)] if out else states


def _listed_with(states: list[StateMention], k: int, forms: Sequence[str]) -> list[int]:
    """The places of the states that stand in one list with the first of them."""
    found, group = list[int](), [states[k]]
    for m in range(k + 1, len(states)):
        other = states[m]
        joined = linked(forms[group[-1].j : other.i]) and (group[-1].j < other.i or other.joined)
        if not joined or parted(forms, group[0].i, group, other):
            break
        found, group = [*found, m], [*group, other]
    return found


def _contrasted(state: StateMention, ends: set[int], forms: Sequence[str]) -> bool:
    i = state.i - 1 - (state.i > 0 and forms[state.i - 1] in _words("articles"))
    if i < 0:
        return False
    if _outside(forms, i):
        return True
    leads = [" ".join(forms[max(0, k) : i + 1]) for k in (i - 1, i - 3)]
    if forms[i] in _words("unlike") or not _words("instead").isdisjoint(leads):
        return True
    if forms[i] not in _words("not"):
        return False
    opens = i == 0 or i in ends or forms[i - 1] in _words("joints")
    return opens and (forms[i].isascii() or {*forms[state.j : state.j + 1]} <= _words("instead_ends"))


def _outside(forms: Sequence[str], i: int) -> bool:
    """Whether words up to token i say of the state behind them that it is not among those told of."""
    i -= i > 0 and forms[i] in _words("votes")
    leads = {" ".join(forms[max(0, i - k) : i + 1]) for k in (1, 2)}
    return not _words("not_among").isdisjoint(leads)

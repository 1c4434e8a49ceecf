"""The subject that a coordinated verb shares with the one before: "Chad has a border with Niger and joined", in which
Niger joined nothing; حاربت مصر السودان، ثم انضمت.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from mahdar.checking.mentions import StateMention
from mahdar.checking.wordlists import words
from mahdar.language.tokens import COMMAS

_words = partial(words, "mahdar.checking", "lists.toml")
_AND, _IT = "و", "it"
Group = list[StateMention]


def without_objects(groups: list[Group], forms: Sequence[str], start: int, j: int) -> list[Group]:
    """The lists of states from token ``start`` to a verb at token j, without those that are objects of the verb before
    with which "and" joins it, where that one has a state as its subject.
    """
    if len(groups) < 2:
        return groups
    end, last = _before_joint(forms, start, j), groups[-1]
    beside = last[0].i == groups[-2][-1].j  # حاربت مصر السودان
    if end is None or last[-1].j != end or not (beside or _is_object(forms, last[0].i)):
        return groups
    kept = [group for group in groups[:-1] if not _is_object(forms, group[0].i) and forms[group[-1].j] != "'s"]
    return kept[-1:] or groups


def _before_joint(forms: Sequence[str], start: int, j: int) -> int | None:
    """The token behind the clause with which a word of coordination joins the verb at token j; None where none does."""
    k = j = min(j, len(forms))
    while k > start and _passed_over(forms[k - 1]):
        k -= 1
    if not _joined(forms, j):
        if k <= start or not (forms[k - 1] in _words("coordinating") or _joined(forms, k - 1)):
            return None
        k -= 1
    while k > start and forms[k - 1] in COMMAS:
        k -= 1
    return k


def _passed_over(form: str) -> bool:
    """Whether a word may stand between "and" and its verb."""
    return form == _IT or (form in _words("behind_aside") and form not in _words("coordinating"))


def _joined(forms: Sequence[str], k: int) -> bool:
    """Whether token k may be an Arabic verb that its own و joins: وانضمت, and the first word of وأصبحت طرفا."""
    return any(form.startswith(_AND) for form in forms[k : k + 1])


def _is_object(forms: Sequence[str], i: int) -> bool:
    """Whether what begins at token i stands behind a preposition, or in English a word that may be a verb."""
    i -= i > 0 and forms[i - 1] in _words("articles")
    if i <= 0:
        return False
    before = forms[i - 1]
    verb = before.isascii() and before.isalpha() and before not in _words("no_objects")
    return verb or before in _words("behind_objects")

"""Groups of people without a name (بعض المحللين, شهود عيان): one stable id for each kind, in place of their words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from mahdar.language.folding import fold_word
from mahdar.language.lexicon import proclitic_splits
from mahdar.model import Entity
from mahdar.reading.names.entries import ROOM
from mahdar.tables import read_rows, values

_SKIP = "skip"
_OUTER = frozenset({"", "و", "ف", "ال", "وال", "فال", "ل", "لل", "ول"})


def generic_group(forms: Sequence[str]) -> tuple[str, Entity] | None:
    """The id and description of the group that a folded Arabic noun phrase names, None where its head is no group."""
    for k, form in enumerate(forms):
        key = _pairs().get(" ".join(forms[k : k + 2]).removeprefix("و")) or _key(form)
        if key != _SKIP:
            return (key, _described()[key]) if key else None
    return None


def is_group(entity: str) -> bool:
    """Whether an id is that of one of these groups."""
    return entity in _described()


def is_determiner(form: str) -> bool:
    """Whether a folded word only says how many or which of a group: بعض, معظم."""
    return _key(form) == _SKIP


def _key(form: str) -> str:
    heads = _heads()
    splits = [(lead, stem) for lead, stem in proclitic_splits(form) if lead in _OUTER]
    return next((heads[stem] for _, stem in splits if stem in heads), "") or next(
        (heads[stem[:-1]] for _, stem in splits if stem.endswith("ا") and stem[:-1] in heads), ""
    )


@cache
def _heads() -> dict[str, str]:
    rows = read_rows(ROOM, "groups_generic.csv")
    return {fold_word(word): row["id"] for row in rows for word in values(row["ar"])}


@cache
def _pairs() -> dict[str, str]:
    """Groups that only two words together name: the families of the abducted, not those of a village."""
    rows = read_rows(ROOM, "groups_generic.csv")
    return {fold_word(word): row["id"] for row in rows for word in values(row["ar"]) if " " in word}


@cache
def _described() -> dict[str, Entity]:
    rows = read_rows(ROOM, "groups_generic.csv")
    return {row["id"]: Entity(row["name"], row["name_ar"] or None, None, row["id"]) for row in rows}

"""What people meant and how things are called: names near to one that a library does not have, names of ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.language.folding import fold_word
from mahdar.library.columns import columns_of
from mahdar.library.narrowing import Question, ids_of
from mahdar.library.schema import entities
from mahdar.near import near

_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Unmet:
    """A condition that no report of the library meets: `asked` is the field of the question, `near` what is like it."""

    asked: str
    name: str
    near: tuple[str, ...]


def unmet(connection: Connection, question: Question) -> list[Unmet]:
    """The outlet, speaker and principal of a question that the library does not have at all."""
    known = columns_of(connection).numbers
    found = []
    if question.outlet and question.outlet.lower() not in {value.lower() for value in known.get("outlet", {})}:
        found.append(Unmet("outlet", question.outlet, _near(question.outlet, known.get("outlet", {}))))
    for asked, who in (("speaker", question.speaker), ("principal", question.principal)):
        if who and known.get(asked, {}).keys().isdisjoint(ids_of(connection, who)):
            names = called(connection, known.get(asked, {}))
            found.append(Unmet(asked, who, _near(who, names.values())))
    return found


def called(connection: Connection, ids: Iterable[str], language: str = "en") -> dict[str, str]:
    """The names of entities, in Arabic where that is asked for and known; those that are not kept are left out."""
    wanted, found = sorted(ids), {}
    for at in range(0, len(wanted), 500):
        asked = sa.select(entities).where(entities.c.entity.in_(wanted[at : at + 500]))
        for row in connection.execute(asked):
            found[str(row.entity)] = str((row.name_ar if language == "ar" else None) or row.name)
    return found


def _near(sought: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that, or a word of which, are nearest in their letters to the one that is sought."""
    by_letters: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        folded = _folded(name)
        for letters in (folded, *folded.split()):
            by_letters[letters].append(name)
    alike = near(_folded(sought), by_letters, 2 * _NEAREST)
    return tuple(dict.fromkeys(name for letters in alike for name in by_letters[letters]))[:_NEAREST]


def _folded(name: str) -> str:
    return " ".join(fold_word(word) for word in name.split())

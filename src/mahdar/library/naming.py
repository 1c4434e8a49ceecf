"""Who is meant where a person names a speaker: ids by names, and what is known of an id."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.language.folding import fold_word
from mahdar.library.reviews import Json
from mahdar.library.schema import entities
from mahdar.model import Entity

Told = dict[str, Any]


def with_entities(given: Told, machine: Json) -> Told:
    """With name and principal of every entity that is now used: as given, as read, as the reader knows them."""
    told = dict(given.get("entities", {}))
    for entity in (*given.get("speakers", ()), *given.get("via", ())):
        told.setdefault(entity, machine["entities"].get(entity) or _entity(entity))
    for principal in [each.get("principal") for each in told.values()]:
        if principal and principal not in machine["entities"]:
            told.setdefault(principal, _entity(principal))
    return given | ({"entities": told} if told else {})


def _entity(entity: str) -> Told:
    """What the reader's tables say; of somebody whose id alone is known, a name made of it, and no principal."""
    from mahdar.reading.names.entries import known_entities

    name = entity.partition(":")[2].replace("-", " ")
    named = Entity(name.title() if entity.startswith("person:") else name)
    return asdict(known_entities().get(entity, named))


def known(connection: Connection, name: str) -> str | None:
    """The id of an entity by its name in English or Arabic, where one alone has it: in the library, or in the tables
    of the reader.
    """
    folded = fold_word(name)
    same = sa.or_(entities.c.folded == folded, entities.c.folded_ar == folded)
    found = set(connection.scalars(sa.select(entities.c.entity).where(same).limit(2))) or _in_tables(folded)
    return str(next(iter(found))) if len(found) == 1 else None


def _in_tables(folded: str) -> set[str]:
    from mahdar.reading.names.entries import name_entries

    return {entry.entity for phrase, entry in name_entries() if entry.entity and fold_word(phrase) == folded}

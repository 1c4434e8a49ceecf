"""People by a part of their names: `Guterres`, غوتيريش, `Kim`."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.library.schema import entities

_PERSON = "person:"


@dataclass(frozen=True, slots=True)
class Person:
    """A person whom the library knows; names as the entities have them, folded ones beside them."""

    id: str
    name: str
    name_ar: str | None
    folded: tuple[str, ...]


def people_with(connection: Connection, part: str) -> list[Person]:
    """The people in whose names these folded words stand together, in order of their ids."""
    if not part:
        return []
    named = sa.or_(*(column.contains(part, autoescape=True) for column in (entities.c.folded, entities.c.folded_ar)))
    asked = sa.select(entities).where(entities.c.entity.startswith(_PERSON), named).order_by(entities.c.entity)
    rows = connection.execute(asked)
    found = (Person(r.entity, r.name, r.name_ar, (r.folded, *filter(None, (r.folded_ar,)))) for r in rows)
    return [each for each in found if holds(part, *each.folded)]


def person_of(connection: Connection, part: str) -> str | None:
    """The id of the one person whose name has these folded words in it and ends with them; None where others may be
    meant.
    """
    found = people_with(connection, part)
    return found[0].id if len(found) == 1 and ends_with(part, *found[0].folded) else None


def holds(part: str, *names: str) -> bool:
    """Whether words stand together in one of the folded names."""
    return bool(part) and any(f" {part} " in f" {name} " for name in names)


def ends_with(part: str, *names: str) -> bool:
    """Whether one of the folded names ends with these words, as with a surname."""
    return bool(part) and any(f" {name}".endswith(f" {part}") for name in names)

"""The dossier of a person: offices in the United Nations, and what reports tell of that person."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.checking.wording import Pair
from mahdar.dossier.reports import ToldOf, told_of
from mahdar.dossier.shapes import Origin, lasting
from mahdar.dossier.told import Subject
from mahdar.export.kept import Moment
from mahdar.language.folding import fold_word
from mahdar.library.opened import Library
from mahdar.library.schema import entities
from mahdar.library.surnames import ends_with, holds, people_with
from mahdar.record.access import Record

SCHEMA = "mahdar/dossier/1"
_PERSON = "person:"


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """An office of the United Nations, as a slug; an open end says that no end was found. `state` may be empty."""

    office: str
    state: str
    when: Moment | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class PersonDossier:
    """A person's dossier; `id` is as in readings (`person:kim-yo-jong`), `record` the hash of the record."""

    id: str
    name: Pair
    record: str
    offices: tuple[OfficeHeld, ...]
    told: ToldOf | None

    def to_dict(self) -> dict[str, Any]:
        """A JSON object; `schema` and `of` come first."""
        return {"schema": SCHEMA, "of": "person", **asdict(self)}


def people_called(name: str, record: Record, library: Library | None = None) -> dict[str, Pair]:
    """Ids and names of the people whom the library or the record calls so: by id, slug or name in either language."""
    found = {}
    folded = fold_word(name.strip())
    slug = folded.replace(" ", "-").removeprefix(_PERSON)
    for row in record.offices():
        if row.person == slug or folded in (fold_word(row.name), fold_word(row.name_ar)):
            found[_PERSON + row.person] = Pair(row.name, row.name_ar or row.name)
    if library is not None:
        with library.reading() as connection:
            found |= _known(connection, folded, {name.strip(), _PERSON + slug})
    return found


def people_like(name: str, record: Record, library: Library | None = None) -> dict[str, Pair]:
    """Ids and names of the people in whose names these words stand together, a surname for one."""
    found = {}
    part = fold_word(name.strip())
    for row in record.offices():
        if holds(part, fold_word(row.name), fold_word(row.name_ar)):
            found[_PERSON + row.person] = Pair(row.name, row.name_ar or row.name)
    if library is not None:
        with library.reading() as connection:
            found |= {each.id: Pair(each.name, each.name_ar or each.name) for each in people_with(connection, part)}
    return found


def by_surname(name: str, people: dict[str, Pair]) -> dict[str, Pair]:
    """The one person of those at hand whose name ends with these words; none where others have them too."""
    if len(people) != 1:
        return {}
    part = fold_word(name.strip())
    return {id_: pair for id_, pair in people.items() if ends_with(part, fold_word(pair.en), fold_word(pair.ar))}


def _known(connection: Connection, folded: str, ids: set[str]) -> dict[str, Pair]:
    named = sa.or_(entities.c.folded == folded, entities.c.folded_ar == folded, entities.c.entity.in_(sorted(ids)))
    asked = sa.select(entities.c.entity, entities.c.name, entities.c.name_ar).where(named)
    rows = connection.execute(asked.where(entities.c.entity.startswith(_PERSON)))
    return {row.entity: Pair(row.name, row.name_ar or row.name) for row in rows}


def person_dossier(
    id_: str, name: Pair, record: Record, library: Library | None = None, *, most: int | None = None
) -> PersonDossier:
    """The dossier of a person by id, as `people_called` gives it; `most` as for a state.

    Raises LibraryError where the library cannot be read.
    """
    told = None
    if library is not None:
        with library.reading() as connection:
            told = told_of(connection, Subject(id_, spoken_for=False), most=most)
    rows = record.offices(id_.removeprefix(_PERSON))
    offices = tuple(OfficeHeld(row.office, row.state, lasting(row.first, row.last), Origin.of(row)) for row in rows)
    return PersonDossier(id_, name, record.hash, offices, told)

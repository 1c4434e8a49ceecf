"""The dossier of a state: what the record has on it across mechanisms, and what reports tell of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from mahdar.checking.wording import Pair, state_name
from mahdar.dossier.gathering import official_record
from mahdar.dossier.official import OfficialRecord
from mahdar.dossier.reports import ToldOf, told_of
from mahdar.dossier.told import Subject
from mahdar.library.opened import Library
from mahdar.record.access import Record

SCHEMA = "mahdar/dossier/1"
MOST = 100  # reports that are looked into where nothing else is said


@dataclass(frozen=True, slots=True)
class StateDossier:
    """A state's dossier. `record` is the hash of the record; `told` is None where no library was asked."""

    code: str
    name: Pair
    record: str
    official: OfficialRecord
    told: ToldOf | None

    def to_dict(self) -> dict[str, Any]:
        """A JSON object; `schema` and `of` come first."""
        return {"schema": SCHEMA, "of": "state", **asdict(self)}


def state_dossier(
    code: str, record: Record, library: Library | None = None, *, most: int | None = MOST
) -> StateDossier:
    """The dossier of a state by its code (ISO alpha-3, former states as the record has them).

    `most` is how many reports of the library are looked into, the newest first; None is all. Raises LibraryError
    where the library cannot be read.
    """
    told = None
    if library is not None:
        with library.reading() as connection:
            told = told_of(connection, Subject(f"state:{code}", spoken_for=True), most=most)
    return StateDossier(code, state_name(code), record.hash, official_record(code, record), told)

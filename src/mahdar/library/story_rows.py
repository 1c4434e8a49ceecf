"""Rows of the kept stories: what the grouping compares of each report, and which reports wait for a story."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from functools import cache
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.accounts import Telling
from mahdar.accounts.candidates import week_of
from mahdar.accounts.features import Features, features
from mahdar.accounts.rarity import Rarity
from mahdar.library.reader import parsed, version_of
from mahdar.library.restored import restored
from mahdar.library.schema import present, readings, reports, story_features, story_of
from mahdar.library.story_packing import packed, renumbered, unpacked
from mahdar.library.story_terms import KeptRarity, numbered

_MANY = 400  # keys asked for at once
_CACHED = 8_192  # features of reports in memory
_PARTS = ("accounts", "language", "tables.py", "edtf.py")
_DATA = tuple(story_features.c[name] for name in ("language", "first", "last", "data"))
_OF = reports.join(story_features, story_features.c.report == reports.c.key)


@cache
def grouper_version() -> str:
    """A digest of the code and tables that make features of readings, and stories of features."""
    return version_of(_PARTS)


class FeatureStore(MutableMapping[str, Features]):
    """Features of reports by their ids: those used last in memory, the others in the library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._found: OrderedDict[str, Features] = OrderedDict()

    def __getitem__(self, id: str) -> Features:
        if id not in self._found:
            row = self._connection.execute(sa.select(reports.c.id, *_DATA).select_from(_OF).where(reports.c.id == id))
            self[id] = unpacked(*row.one())
        self._found.move_to_end(id)
        return self._found[id]

    def __setitem__(self, id: str, report: Features) -> None:
        self._found[id] = report
        if len(self._found) > _CACHED:
            self._found.popitem(last=False)

    def __delitem__(self, id: str) -> None:
        del self._found[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def in_chunks(keys: Iterable[Any]) -> Iterator[list[Any]]:
    """So many at a time as a question takes."""
    left = iter(keys)
    while chunk := list(islice(left, _MANY)):
        yield chunk


def ordered(connection: Connection, *conditions: sa.ColumnElement[bool]) -> list[tuple[int, str, str | None]]:
    """Key, id and language of the reports with features, in the order of their days and ids."""
    columns = (story_features.c.first, reports.c.id, reports.c.key, story_features.c.language)
    found = connection.execute(sa.select(*columns).select_from(_OF).where(*conditions))
    told = sorted((row.first is None, row.first or 0, row.id, row.key, row.language or "") for row in found)
    return [(key, id_, language or None) for _, _, id_, key, language in told]


def features_of(connection: Connection, keys: Sequence[int]) -> Iterator[Features]:
    """The kept features of reports, in the order of these keys."""
    columns = sa.select(reports.c.key, reports.c.id, *_DATA).select_from(_OF)
    for chunk in in_chunks(keys):
        found = {key: unpacked(*row) for key, *row in connection.execute(columns.where(reports.c.key.in_(chunk)))}
        yield from (found[key] for key in chunk)


def count(connection: Connection) -> int:
    """How many reports have features."""
    return int(connection.execute(sa.select(sa.func.count()).select_from(story_features)).scalar_one())


def unread(connection: Connection) -> list[int]:
    """The keys of the reports of whose present reading no features are kept."""
    return list(connection.scalars(_present(_STALE)))


def waiting(connection: Connection) -> list[int]:
    """The same, and the reports that tell no story yet."""
    return list(connection.scalars(_present(sa.or_(_STALE, story_of.c.report.is_(None)))))


_STALE = sa.or_(story_features.c.report.is_(None), story_features.c.reading != present.c.reading)


def _present(condition: sa.ColumnElement[bool]) -> sa.Select[tuple[int]]:
    joined = present.outerjoin(story_features, story_features.c.report == present.c.report).outerjoin(
        story_of, story_of.c.report == present.c.report
    )
    return sa.select(present.c.report).select_from(joined).where(condition).order_by(present.c.report)


def put_features(connection: Connection, keys: Sequence[int], rarity: KeptRarity) -> list[Features]:
    """Make the features of reports of their present readings, in place of those of former ones.

    Raises KeyError or TypeError where a reading is of another version of Mahdar.
    """
    local = Rarity()
    told = {row.key: row for row in _tellings(connection, keys)}
    made = {key: features(_telling(row), local) for key, row in told.items()}
    numbers = numbered(connection, local, made.values(), rarity)
    rows = [_row(key, told[key].reading, renumbered(report, numbers)) for key, report in made.items()]
    for chunk in in_chunks(made):
        connection.execute(sa.delete(story_features).where(story_features.c.report.in_(chunk)))
    if rows:
        connection.execute(sa.insert(story_features), rows)
    # As they are read back: prominence is kept in 32 bits, and a report is to be the same each time.
    names = ("language", "first", "last", "data")
    return [unpacked(told[row["report"]].id, *(row[name] for name in names)) for row in rows]


def _row(key: int, reading: int, report: Features) -> dict[str, Any]:
    return {
        "report": key,
        "reading": reading,
        "first": report.first,
        "last": report.last,
        "week": week_of(report),
        "language": report.language,
        "data": packed(report),
    }


def _tellings(connection: Connection, keys: Sequence[int]) -> Iterator[Any]:
    columns = (reports.c.key, reports.c.id, reports.c.text, reports.c.title, reports.c.outlet)
    joined = reports.join(present, present.c.report == reports.c.key).join(
        readings, readings.c.key == present.c.reading
    )
    asked = sa.select(*columns, present.c.published, present.c.reading, readings.c.json).select_from(joined)
    for chunk in in_chunks(keys):
        yield from connection.execute(asked.where(reports.c.key.in_(chunk)).order_by(reports.c.key))


def _telling(row: Any) -> Telling:
    return Telling(row.id, row.text, restored(parsed(row.json)), row.title, row.outlet, row.published)

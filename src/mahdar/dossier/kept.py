"""Reports of a library with their present reading, as dossiers and exports take them: one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.export.kept import Kept, KeptReport, Moment, Place
from mahdar.library.opened import LibraryError
from mahdar.library.reader import parsed
from mahdar.library.restored import restored
from mahdar.library.reviewed import Reviewed, laid
from mahdar.library.schema import captures, named, present, readings, reports, speakers

_AT_ONCE = 100  # rows fetched together


def _first_capture(column: sa.Column[str]) -> sa.ScalarSelect[str]:
    own = sa.select(column).where(captures.c.report == reports.c.key)
    return own.order_by(captures.c.key).limit(1).scalar_subquery()


_COLUMNS = (
    reports.c.id,
    sa.func.coalesce(reports.c.url, _first_capture(captures.c.final), _first_capture(captures.c.address)).label(
        "address"
    ),
    reports.c.sha256,
    reports.c.outlet,
    reports.c.title,
    present.c.language,
    present.c.published,
    present.c.published_basis,
    _first_capture(captures.c.taken_at).label("captured_at"),
    reports.c.added_at,
    readings.c.reader,
    readings.c.record,
    readings.c.read_at,
)
_READ = reports.join(present, present.c.report == reports.c.key).join(readings, readings.c.key == present.c.reading)
_NEWEST = sa.func.coalesce(present.c.first, present.c.last, "").desc()


def kept(
    connection: Connection,
    keys: sa.Select[tuple[int]] | None = None,
    *,
    newest: bool = False,
    limit: int | None = None,
) -> Iterator[Kept]:
    """Reports that were read, in the order in which they came or the newest first; `keys` selects some of them.

    Raises LibraryError where a reading was made by another version of Mahdar.
    """
    more = (reports.c.key, present.c.review, reports.c.text, readings.c.json)
    asked = sa.select(*_COLUMNS, *more).select_from(_READ)
    if keys is not None:
        asked = asked.where(reports.c.key.in_(keys))
    order = (_NEWEST, reports.c.key) if newest else (reports.c.key,)
    asked = asked.order_by(*order).limit(limit).execution_options(yield_per=_AT_ONCE)
    for row in connection.execute(asked):
        try:
            yield _kept(connection, dict(row._mapping))
        except (KeyError, TypeError):
            raise LibraryError(
                f"the reading of {row.id} is of another version of Mahdar; `mahdar library read` makes it anew"
            ) from None


def _kept(connection: Connection, told: dict[str, Any]) -> Kept:
    """A row as the report that it is, with what people decided laid over its reading."""
    key, review, text, packed = (told.pop(name) for name in ("key", "review", "text", "json"))
    report = KeptReport(**{**told, "published": Moment.of(told["published"])})
    machine = parsed(packed)
    if review is None:
        return Kept(report, text, restored(machine))
    found = Reviewed(report.id, machine, laid(connection, key, machine).told)
    return Kept(report, text, found.reading, _decided(found.told))


def _decided(told: Mapping[str, Any]) -> dict[Place, tuple[str, ...]]:
    """Who decided on which statement or claim."""
    items = (*told["statements"], *told["claims"])
    places = {(one["start"], one["end"], one.get("kind", "")): one["reviews"] for one in items if one.get("reviews")}
    return {place: tuple(dict.fromkeys(each["by"] for each in found)) for place, found in places.items()}


def speaking_of(entity: str) -> sa.Select[tuple[int]]:
    """The keys of reports that name an entity, or in which somebody speaks who speaks for it."""
    names = sa.select(named.c.report).where(named.c.entity == entity)
    spoken = sa.select(speakers.c.report).where(speakers.c.principal == entity)
    return sa.select(sa.union(names, spoken).subquery().c.report)


def of_ids(ids: list[str]) -> sa.Select[tuple[int]]:
    """The keys of reports by their ids."""
    return sa.select(reports.c.key).where(reports.c.id.in_(ids))


def of_keys(keys: list[int]) -> sa.Select[tuple[int]]:
    """These keys, as they are selected."""
    return sa.select(reports.c.key).where(reports.c.key.in_(keys))


def how_many(connection: Connection, keys: sa.Select[tuple[int]]) -> int:
    """How many reports are selected."""
    found: int = connection.execute(sa.select(sa.func.count()).select_from(keys.subquery())).scalar_one()
    return found

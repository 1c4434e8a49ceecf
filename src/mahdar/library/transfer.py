"""A whole library out as JSON lines, and in again without loss.

The first line says what follows; then a line for each report with `id`, `text`, `title`, `outlet`, `url`, `published`
(so that `mahdar library add` can read it too), its bytes in base64, its captures and all its readings; then a line for
each review, each note, each story with the keys of its reports, and each entry of the log. What is drawn from the
readings is drawn again.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.library import chain
from mahdar.library.drawn import draw, draw_words, redraw
from mahdar.library.opened import Library, LibraryError
from mahdar.library.reader import packed, parsed
from mahdar.library.schema import captures, contents, log, notes, readings, reports, reviews, stories, story_of
from mahdar.library.verifying import verified

SCHEMA = "mahdar/library/1"
_FIRST = ("id", "text", "title", "outlet", "url", "published")  # so that a person sees them first

Told = dict[str, Any]
_PEOPLE = {"review": reviews, "note": notes}


def exported(library: Library) -> Iterator[Told]:
    """The lines as objects, all as of one moment. Raises LibraryError where the library cannot be read."""
    with library.reading() as connection:
        entries, head = chain.head(connection)
        yield {"schema": SCHEMA, "entries": entries, "head": head}
        keys = list(connection.scalars(sa.select(reports.c.key).order_by(reports.c.key)))
        for key in keys:
            yield _report(connection, key)
        for name, table in _PEOPLE.items():
            for row in connection.execute(sa.select(table).order_by(table.c.key).execution_options(yield_per=500)):
                yield {name: dict(row._mapping)}
        yield from _stories(connection)
        for row in connection.execute(sa.select(log).order_by(log.c.seq).execution_options(yield_per=500)):
            yield {"log": dict(row._mapping)}


def _stories(connection: Connection) -> Iterator[Told]:
    """So that stories keep their ids; the grouping itself is done anew."""
    asked = sa.select(stories.c.key, stories.c.id, story_of.c.report)
    joined = asked.join(story_of, story_of.c.story == stories.c.key).order_by(stories.c.key, story_of.c.report)
    rows = connection.execute(joined.execution_options(yield_per=500))
    for (key, id_), members in groupby(rows, key=lambda row: (row.key, row.id)):
        yield {"story": {"key": key, "id": id_, "reports": [row.report for row in members]}}


def _report(connection: Connection, key: int) -> Told:
    row = dict(connection.execute(sa.select(reports).where(reports.c.key == key)).one()._mapping)
    raw = connection.execute(sa.select(contents.c.bytes).where(contents.c.sha256 == row["sha256"])).scalar_one()
    met = connection.execute(sa.select(captures).where(captures.c.report == key).order_by(captures.c.key))
    read = connection.execute(sa.select(readings).where(readings.c.report == key).order_by(readings.c.key))
    return {
        **{name: row.pop(name) for name in _FIRST},
        **row,
        "bytes": base64.b64encode(raw).decode(),
        "captures": [dict(each._mapping) for each in met],
        "readings": [{**each._mapping, "json": parsed(each.json)} for each in read],
    }


def imported(library: Library, lines: Iterable[bytes]) -> int:
    """Fill an empty library with what `exported` gave, all or nothing; the number of reports.

    Raises LibraryError where the lines are no whole library, what they hold is not intact, or the library is not empty.
    """
    told = _objects(lines)
    first = next(told, None)
    if first is None or first.get("schema") != SCHEMA:
        raise LibraryError(f"this is no exported library: its first line does not say {SCHEMA}")
    with library.writing() as connection:
        _refuse_full(connection)
        count = _taken_in(connection, told)
        _set_counters(connection)
        found = verified(connection, head=str(first.get("head")))
        if not found.intact:
            raise LibraryError(f"what was exported is not whole: {found.faults[0]}")
    return count


def _objects(lines: Iterable[bytes]) -> Iterator[Told]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                told = json.loads(line)
            except (ValueError, RecursionError):
                told = None
            if not isinstance(told, dict):
                raise LibraryError(f"line {number} is no JSON object")
            yield told


def _refuse_full(connection: Connection) -> None:
    if chain.head(connection)[0] or connection.scalar(sa.select(reports.c.key).limit(1)):
        raise LibraryError("an exported library goes into a new one; this one holds reports already")


def _taken_in(connection: Connection, told: Iterable[Told]) -> int:
    count, entries = 0, []
    decided: set[int] = set()
    for each in told:
        try:
            if "log" in each:
                entries.append(_row(log, each["log"]))
            elif not _take_in_more(connection, each, decided):
                _take_in(connection, each)
                count += 1
        except sa.exc.IntegrityError:
            raise LibraryError(
                "what was exported is not whole: a line names what is not there, or is there twice"
            ) from None
        except (KeyError, TypeError, ValueError, binascii.Error) as error:
            raise LibraryError(f"a line is not as it was exported ({type(error).__name__}: {error})") from None
    for report in sorted(decided):
        redraw(connection, report)
    if entries:
        connection.execute(sa.insert(log), entries)
    return count


def _take_in_more(connection: Connection, told: Told, decided: set[int]) -> bool:
    """A line that is no report: a review (whose report is to be drawn again), a note, a story."""
    for name, table in _PEOPLE.items():
        if name in told:
            connection.execute(sa.insert(table), [_row(table, told[name])])
            if name == "review":
                decided.add(told[name]["report"])
            return True
    if "story" not in told:
        return False
    story = told["story"]
    connection.execute(sa.insert(stories), [_row(stories, story)])
    connection.execute(sa.insert(story_of), [{"report": each, "story": story["key"]} for each in story["reports"]])
    return True


def _take_in(connection: Connection, told: Told) -> None:
    raw = base64.b64decode(told["bytes"], validate=True)
    connection.execute(sa.insert(contents), [{"sha256": told["sha256"], "size": len(raw), "bytes": raw}])
    connection.execute(sa.insert(reports), [_row(reports, told)])
    connection.execute(sa.insert(captures), [_row(captures, each) for each in told["captures"]])
    for each in told["readings"]:
        text = json.dumps(each["json"], ensure_ascii=False, separators=(",", ":"))
        connection.execute(sa.insert(readings), [_row(readings, {**each, "json": packed(text)})])
    draw_words(connection, told["key"], told["title"], told["text"])
    if told["readings"]:
        last = told["readings"][-1]
        draw(connection, told["key"], last["key"], last["json"])


def _row(table: sa.Table, told: Mapping[str, Any]) -> Told:
    return {column.name: told[column.name] for column in table.columns}


def _set_counters(connection: Connection) -> None:
    """PostgreSQL counts keys beside the table; SQLite by the table itself."""
    if connection.dialect.name == "postgresql":
        for table in ("reports", "captures", "readings", "reviews", "notes", "stories"):
            connection.execute(
                sa.text(f"SELECT setval(pg_get_serial_sequence('{table}', 'key'), max(key)) FROM {table}")
            )

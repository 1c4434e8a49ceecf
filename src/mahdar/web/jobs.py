"""Reports that wait to be read: kept in the library, so that no worker that stops loses any, and taken one by one.

Each worker process has one thread that takes what waits, whoever put it there. What a worker was at when it was killed
is taken again some minutes later; the library knows each content once, so nothing is added twice.
"""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import sqlalchemy as sa

from mahdar.library.adding import Added
from mahdar.library.items import Refused, now
from mahdar.library.opened import LibraryError
from mahdar.web.people.log import wrote
from mahdar.web.people.schema import items, jobs
from mahdar.web.people.sessions import moment_in
from mahdar.web.taking import Said, fetched, keep, uploaded

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from mahdar.web.state import State

LOG = logging.getLogger("mahdar.web")
_ABANDONED = 0.1  # hours after which a report that a worker took counts as not taken
_PAUSE = 2.0  # seconds between two looks where nothing waits and nobody rang


@dataclass(frozen=True, slots=True)
class Waiting:
    """One report to be read: a file with its content, or an address."""

    kind: Literal["file", "address"]
    name: str
    content: bytes | None
    said: Said


def put(connection: Connection, who: str, found: Sequence[Waiting]) -> str:
    """Put a job there; its id is not to be guessed."""
    made = secrets.token_urlsafe(12)
    connection.execute(sa.insert(jobs), {"id": made, "who": who, "made_at": now()})
    rows = [
        {"job": made, "name": each.name, "kind": each.kind, "content": each.content, "outlet": each.said.outlet,
         "published": each.said.published, "state": "waiting"}
        for each in found
    ]  # fmt: skip
    connection.execute(sa.insert(items), rows)
    wrote(connection, who, "job", f"{len(rows)} reports")
    return made


def job(connection: Connection, id: str) -> dict[str, Any] | None:
    """A job with its reports, in the order in which they were given; None where there is none."""
    row = connection.execute(sa.select(jobs).where(jobs.c.id == id)).first()
    if row is None:
        return None
    columns = (items.c.name, items.c.kind, items.c.state, items.c.report, items.c.told)
    asked = sa.select(*columns).where(items.c.job == id).order_by(items.c.key)
    found = [dict(each._mapping) for each in connection.execute(asked)]
    left = sum(each["state"] in {"waiting", "doing"} for each in found)
    return {"id": id, "who": row.who, "made_at": row.made_at, "total": len(found), "left": left, "reports": found}


def take(connection: Connection) -> dict[str, Any] | None:
    """Take the report that waits longest, in a writing transaction; None where none does."""
    waits = sa.or_(
        items.c.state == "waiting", sa.and_(items.c.state == "doing", items.c.taken_at < moment_in(-_ABANDONED))
    )
    row = connection.execute(sa.select(items).where(waits).order_by(items.c.key).limit(1)).first()
    if row is None:
        return None
    connection.execute(sa.update(items).where(items.c.key == row.key).values(state="doing", taken_at=now()))
    return dict(row._mapping)


def finish(connection: Connection, key: int, done: Added | Refused) -> None:
    """Say what became of a report; its content is in the library now, or was refused."""
    told = (
        {"state": "done", "report": done.id, "told": None if done.new else "known"}
        if isinstance(done, Added)
        else {"state": "refused", "told": done.problem}
    )
    connection.execute(sa.update(items).where(items.c.key == key).values(content=None, **told))


class Worker:
    """The thread of a worker process that reads what waits, and groups what is new into stories."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._thread = threading.Thread(target=self._run, name="mahdar-jobs", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Wait until the report that is being read is done."""
        self._state.stopping.set()
        self._state.rung.set()
        self._thread.join(30)

    def _run(self) -> None:
        while not self._state.stopping.is_set():
            try:
                busy = self._step()
            except Exception as error:  # the thread must outlive a fault, or nothing would be read any more
                LOG.error('{"level": "error", "job": "%s"}', type(error).__name__)
                busy = False
            if not busy:
                self._state.rung.wait(_PAUSE)
                self._state.rung.clear()

    def _step(self) -> bool:
        """One report. Looking takes no lock; only what is there is taken."""
        with self._state.library.reading() as connection:
            if not _any(connection):
                return self._settle()
        with self._state.writing() as connection:
            row = take(connection)
        if row is None:
            return False
        done = self._read(row)
        with self._state.writing() as connection:
            finish(connection, row["key"], done)
        self._state.unsettled.set()
        return True

    def _read(self, row: dict[str, Any]) -> Added | Refused:
        said = Said(row["outlet"], row["published"])
        try:
            found = fetched(row["name"], said) if row["kind"] == "address" else uploaded(row["content"] or b"",
                                                                                        row["name"], said)  # fmt: skip
            return keep(self._state, found)
        except LibraryError as error:
            return Refused(row["name"], str(error))
        except Exception as error:  # a fault costs one report, and says so
            return Refused(row["name"], f"a fault in Mahdar ({type(error).__name__}); please report it")

    def _settle(self) -> bool:
        """Put new reports into stories once nothing waits any more."""
        if not self._state.unsettled.is_set():
            return False
        from mahdar.library.kept_stories import settle

        self._state.unsettled.clear()
        settle(self._state.library)
        return False


def _any(connection: Connection) -> bool:
    asked = sa.select(items.c.key).where(items.c.state.in_(("waiting", "doing"))).limit(1)
    return connection.scalar(asked) is not None

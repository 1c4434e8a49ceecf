"""How somebody is known: by the cookie of a session or the token of a program."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast

import sqlalchemy as sa

from mahdar.library.items import now
from mahdar.web.people.model import NOBODY, Person
from mahdar.web.people.schema import people, sessions, tokens
from mahdar.web.people.secrets import digest, new_secret

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from mahdar.web.people.model import Role


def moment_in(hours: float) -> str:
    """The moment so many hours from now, as `now` writes it."""
    found = datetime.now(UTC) + timedelta(hours=hours)
    return found.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def begin(connection: Connection, person: int, hours: float) -> str:
    """Begin a session; what is given back is for the cookie and is kept nowhere. Sessions that ended go."""
    secret = new_secret()
    connection.execute(sa.delete(sessions).where(sessions.c.ends_at < now()))
    row = {"digest": digest(secret), "person": person, "begun_at": now(), "ends_at": moment_in(hours)}
    connection.execute(sa.insert(sessions), row)
    return secret


def end(connection: Connection, secret: str) -> None:
    """End the session of a cookie."""
    connection.execute(sa.delete(sessions).where(sessions.c.digest == digest(secret)))


def end_all(connection: Connection, person: int) -> None:
    """End every session of a person, and close his tokens."""
    connection.execute(sa.delete(sessions).where(sessions.c.person == person))
    open_ones = sa.and_(tokens.c.person == person, tokens.c.closed_at.is_(None))
    connection.execute(sa.update(tokens).where(open_ones).values(closed_at=now()))


def by_session(connection: Connection, secret: str) -> Person:
    """Whose session a cookie is; nobody's if it ended or the account was closed."""
    asked = sa.select(people.c.key, people.c.name, people.c.role).join(sessions, sessions.c.person == people.c.key)
    asked = asked.where(sessions.c.digest == digest(secret), sessions.c.ends_at > now(), people.c.closed_at.is_(None))
    return _person(connection, asked, "session")


def by_token(connection: Connection, secret: str) -> Person:
    """Whose token it is; nobody's if it was closed, or the account was."""
    asked = sa.select(people.c.key, people.c.name, people.c.role).join(tokens, tokens.c.person == people.c.key)
    asked = asked.where(tokens.c.digest == digest(secret), tokens.c.closed_at.is_(None), people.c.closed_at.is_(None))
    return _person(connection, asked, "token")


def _person(connection: Connection, asked: sa.Select[tuple[int, str, str]], way: str) -> Person:
    row = connection.execute(asked).first()
    return Person(row.name, cast("Role", row.role), way, row.key) if row else NOBODY

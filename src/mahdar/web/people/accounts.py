"""Accounts: made, changed, closed; invitations and tokens. Each change is a row of the log in the same transaction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

import sqlalchemy as sa

from mahdar.library.items import now
from mahdar.web.people import secrets
from mahdar.web.people.log import failures, wrote
from mahdar.web.people.model import NOBODY, Person
from mahdar.web.people.schema import invitations, people, tokens
from mahdar.web.people.sessions import end_all, moment_in

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from mahdar.web.people.model import Role

_NAME = re.compile(r"[\w.@-]{2,64}")
_INVITED = 72.0  # hours
_MOST_FAILURES, _WITHIN = 10, 0.25  # of one name, in so many hours
_MOST_TOKENS = 20


class AccountError(ValueError):
    """An account cannot be made or changed so; the message is an English sentence for a person."""


def anybody(connection: Connection) -> bool:
    """Whether anybody can sign in."""
    asked = sa.select(people.c.key).where(people.c.closed_at.is_(None)).limit(1)
    return connection.scalar(asked) is not None


def listed(connection: Connection) -> list[dict[str, Any]]:
    """Every account by name, without its password."""
    columns = (people.c.key, people.c.name, people.c.role, people.c.added_at, people.c.closed_at)
    return [dict(row._mapping) for row in connection.execute(sa.select(*columns).order_by(people.c.name))]


def put(connection: Connection, name: str, password: str, role: Role, *, by: str) -> int:
    """Make an account, or open a closed one again with another password. Raises AccountError. Its key."""
    if not _NAME.fullmatch(name):
        raise AccountError("a name has 2 to 64 letters, digits and . @ - _")
    row = connection.execute(sa.select(people.c.key, people.c.closed_at).where(people.c.name == name)).first()
    if row is not None and row.closed_at is None:
        raise AccountError(f"there is an account {name} already")
    told = {"password": hashed(password), "role": role, "added_at": now(), "closed_at": None}
    if row is None:
        key = int(connection.execute(sa.insert(people).returning(people.c.key), {"name": name, **told}).scalar_one())
    else:
        key = int(row.key)
        connection.execute(sa.update(people).where(people.c.key == key).values(**told))
    wrote(connection, by, "account-made", f"{name} ({role})")
    return key


def hashed(password: str) -> str:
    """Raises AccountError for a password that is too short or too long."""
    if not secrets.SHORTEST <= len(password) <= secrets.LONGEST:
        raise AccountError(f"a password has {secrets.SHORTEST} to {secrets.LONGEST} characters")
    return secrets.hasher().hash(password)


def change_password(connection: Connection, person: Person, old: str, new: str) -> None:
    """Raises AccountError where the old one is not right. Every session of the account ends."""
    kept = connection.scalar(sa.select(people.c.password).where(people.c.key == person.key))
    if kept is None or not secrets.fits(old, kept):
        raise AccountError("that is not the present password")
    connection.execute(sa.update(people).where(people.c.key == person.key).values(password=hashed(new)))
    end_all(connection, person.key)
    wrote(connection, person.name, "password-changed")


def change_role(connection: Connection, name: str, role: Role, *, by: str) -> None:
    """Raises AccountError where there is no such account, or nobody else is admin."""
    key = _key(connection, name)
    if role != "admin":
        _keep_an_admin(connection, key)
    connection.execute(sa.update(people).where(people.c.key == key).values(role=role))
    wrote(connection, by, "role-changed", f"{name} ({role})")


def close(connection: Connection, name: str, *, by: str) -> None:
    """Close an account, its sessions and tokens. Raises AccountError as `change_role` does."""
    key = _key(connection, name)
    _keep_an_admin(connection, key)
    connection.execute(sa.update(people).where(people.c.key == key).values(closed_at=now()))
    end_all(connection, key)
    wrote(connection, by, "account-closed", name)


def _key(connection: Connection, name: str) -> int:
    found = connection.scalar(sa.select(people.c.key).where(people.c.name == name, people.c.closed_at.is_(None)))
    if found is None:
        raise AccountError(f"there is no account {name}")
    return int(found)


def _keep_an_admin(connection: Connection, key: int) -> None:
    admins = sa.and_(people.c.role == "admin", people.c.closed_at.is_(None))
    found = list(connection.scalars(sa.select(people.c.key).where(admins)))
    if found == [key]:
        raise AccountError("this is the only admin; make another first")


def signed_in(connection: Connection, name: str, password: str) -> Person:
    """Who a name and password belong to, else nobody; takes as long where there is no such name."""
    asked = sa.select(people.c.key, people.c.password, people.c.role)
    row = connection.execute(asked.where(people.c.name == name, people.c.closed_at.is_(None))).first()
    fits = secrets.fits(password, row.password if row else secrets.dummy())
    return Person(name, cast("Role", row.role), "session", row.key) if row and fits else NOBODY


def held_off(connection: Connection, name: str) -> bool:
    """Whether signing in under this name failed so often that it has to wait."""
    return failures(connection, name, moment_in(-_WITHIN)) >= _MOST_FAILURES


def invited(connection: Connection, role: Role, *, by: str) -> str:
    """The secret of an invitation that works once; kept as its digest alone."""
    secret = secrets.new_secret()
    row = {"digest": secrets.digest(secret), "role": role, "by": by, "made_at": now(), "ends_at": moment_in(_INVITED)}
    connection.execute(sa.insert(invitations), row)
    wrote(connection, by, "invited", role)
    return secret


def invitation(connection: Connection, secret: str) -> Role | None:
    """The role of an invitation that still holds."""
    asked = sa.select(invitations.c.role).where(
        invitations.c.digest == secrets.digest(secret), invitations.c.used_at.is_(None), invitations.c.ends_at > now()
    )
    return cast("Role | None", connection.scalar(asked))


def accept(connection: Connection, secret: str, name: str, password: str) -> int:
    """Make the account of an invitation. Raises AccountError where it does not hold any more. Its key."""
    role = invitation(connection, secret)
    if role is None:
        raise AccountError("this invitation was used, or its time is over")
    key = put(connection, name, password, role, by=name)
    used = sa.update(invitations).where(invitations.c.digest == secrets.digest(secret))
    connection.execute(used.values(used_at=now()))
    return key


def new_token(connection: Connection, person: Person, label: str) -> str:
    """A token for programs, with the role that the person has; shown once. Raises AccountError for one too many."""
    if len([each for each in tokens_of(connection, person.key) if not each["closed_at"]]) >= _MOST_TOKENS:
        raise AccountError(f"an account has {_MOST_TOKENS} tokens at most; close one first")
    secret = secrets.new_secret()
    row = {"digest": secrets.digest(secret), "person": person.key, "label": label[:64] or "-", "made_at": now()}
    connection.execute(sa.insert(tokens), row)
    wrote(connection, person.name, "token-made", label[:64])
    return secret


def tokens_of(connection: Connection, person: int) -> list[dict[str, Any]]:
    """The tokens of a person: `id` (the beginning of the digest), label, when made and closed."""
    asked = sa.select(tokens).where(tokens.c.person == person).order_by(tokens.c.made_at)
    return [
        {"id": row.digest[:12], "label": row.label, "made_at": row.made_at, "closed_at": row.closed_at}
        for row in connection.execute(asked)
    ]


def close_token(connection: Connection, person: Person, id: str) -> None:
    """Close a token of this person by its id; nothing happens where there is none."""
    own = sa.and_(tokens.c.person == person.key, sa.func.substr(tokens.c.digest, 1, 12) == id)
    connection.execute(sa.update(tokens).where(own, tokens.c.closed_at.is_(None)).values(closed_at=now()))
    wrote(connection, person.name, "token-closed", id)

"""Secrets: passwords by argon2id, random tokens kept as digests, and the secret of a library."""

from __future__ import annotations

import secrets
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

import sqlalchemy as sa

from mahdar.web.people.schema import settings

if TYPE_CHECKING:
    from argon2 import PasswordHasher

    from mahdar.library.opened import Library

SHORTEST, LONGEST = 12, 200  # characters of a password


def library_secret(library: Library) -> bytes:
    """The secret on which the tokens of forms rest; made once for a library."""
    asked = sa.select(settings.c.value).where(settings.c.name == "secret")
    with library.reading() as connection:
        found = connection.scalar(asked)
    if found is None:
        with library.writing() as connection:
            found = connection.scalar(asked)  # another worker may have been quicker
            if found is None:
                found = secrets.token_hex(32)
                connection.execute(sa.insert(settings), {"name": "secret", "value": found})
    return bytes.fromhex(str(found))


def new_secret() -> str:
    """A word of 256 random bits for an address, a cookie or a header."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def hasher() -> PasswordHasher:
    """argon2id with the parameters of RFC 9106 for memory-constrained machines: 64 MiB, three passes, four lanes."""
    from argon2 import PasswordHasher

    return PasswordHasher()


def fits(password: str, kept: str) -> bool:
    """Whether a password is the one that was kept; takes its time either way."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return hasher().verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False


@cache
def dummy() -> str:
    """The hash of a password that nobody has, so that a name which does not exist takes as long as one that does."""
    return hasher().hash(new_secret())

"""Who asks: a person with a role, or nobody yet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from getpass import getuser
from typing import Literal

Role = Literal["anybody", "reader", "editor", "admin"]
ROLES: tuple[Role, ...] = ("anybody", "reader", "editor", "admin")


@dataclass(frozen=True, slots=True)
class Person:
    """`role` is the most that a person may do; `way` how he was known: `local`, `session`, `token` or ""."""

    name: str = ""
    role: Role = "anybody"
    way: str = ""
    key: int = 0

    def may(self, role: Role) -> bool:
        """Whether what needs this role is allowed."""
        return ROLES.index(self.role) >= ROLES.index(role)


NOBODY = Person()


@cache
def local() -> Person:
    """The one person on this machine, by the name that the system has."""
    try:
        name = getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        name = "local"
    return Person(name, "admin", "local")

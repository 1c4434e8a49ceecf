"""Who belongs to the United Nations: its organs, and its offices and agencies.

Table: ``united_nations.toml``.
"""

from __future__ import annotations

from functools import cache

from mahdar.tables import read_toml

_UN = "body:un"


def is_organ(principal: str) -> bool:
    """Whether somebody speaks for the United Nations or for one of its councils, committees or missions."""
    if principal == _UN:
        return True
    return principal.startswith(f"{_UN}-") and principal not in _named("agencies") | _named("outside")


def is_of_un(principal: str) -> bool:
    """Whether somebody speaks for the United Nations, one of its organs or one of its agencies."""
    return is_organ(principal) or principal in _named("agencies")


@cache
def _named(list_: str) -> frozenset[str]:
    ids: list[str] = read_toml("mahdar.reading", "united_nations.toml")[list_]
    return frozenset(f"body:{one}" for one in ids)

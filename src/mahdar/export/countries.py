"""Codes of states as FollowTheMoney has them: ISO 3166-1 alpha-2 in small letters, former states by its own codes."""

from __future__ import annotations

from functools import cache

_STATE = "state:"
_FORMER = {"SUN": "suhh", "YUG": "yucs", "CSK": "cshh", "DDR": "dd", "YMD": "ydyd"}


@cache
def country(principal: str | None) -> str | None:
    """Of `state:PRK` `kp`; None for what is no state, or a state without such a code."""
    if not principal or not principal.startswith(_STATE):
        return None
    code = principal.removeprefix(_STATE)
    if code in _FORMER:
        return _FORMER[code]
    from babel.core import get_global

    found = get_global("territory_aliases").get(code)
    return str(found[0]).lower() if found and len(found) == 1 else None

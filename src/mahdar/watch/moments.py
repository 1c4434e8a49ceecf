"""Moments and spans of time as watching writes and reads them: ISO 8601 in UTC, and `15m`, `2h`, `1d`."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_SPAN = re.compile(r"(\d{1,6})\s*([smhd])", re.ASCII)
LONGEST = 366 * 86_400  # seconds


def stamp(moment: datetime) -> str:
    """ISO 8601 in UTC to the millisecond; the order of such texts is that of time."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment(text: str) -> datetime:
    """The moment that `stamp` wrote."""
    return datetime.fromisoformat(text)


def later(now: datetime, seconds: float) -> str:
    """The moment so many seconds on."""
    return stamp(now + timedelta(seconds=min(seconds, LONGEST)))


def seconds(text: str) -> int:
    """The seconds of `30s`, `15m`, `2h`, `1d`. Raises ValueError on anything else, on none and on more than a year."""
    found = _SPAN.fullmatch(text.strip())
    count = int(found[1]) * _UNITS[found[2]] if found else 0
    if not 0 < count <= LONGEST:
        raise ValueError(f"{text!r} is no span of time (write 30s, 15m, 2h or 1d)")
    return count


def span(count: int) -> str:
    """Seconds as `seconds` reads them, in the largest unit that is whole."""
    unit = next(name for name, size in reversed(_UNITS.items()) if count % size == 0)
    return f"{count // _UNITS[unit]}{unit}"

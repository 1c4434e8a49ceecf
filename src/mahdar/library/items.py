"""What comes in: a report with its bytes, and how it was met; or a refusal with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256

from mahdar.characters import harmless
from mahdar.edtf import Interval
from mahdar.model import PublishedBasis

_MOST_NAME = 1_000  # characters of an id, a title or an address
_DAY_FIRST = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Dated:
    """When a report was published: EDTF, the basis of the contract, and in words where that was found."""

    published: str
    basis: PublishedBasis
    reason: str


@dataclass(frozen=True, slots=True)
class Met:
    """How bytes were met: the name or address, the way, the moment (ISO, UTC), what the other side said of them."""

    address: str
    how: str
    taken_at: str
    media: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    final: str | None = None

    def __post_init__(self) -> None:
        """Names of files need not be text, and a server may say anything: what no database keeps is made visible."""
        object.__setattr__(self, "address", harmless(self.address))
        for part in ("media", "final"):
            object.__setattr__(self, part, harmless(said) if (said := getattr(self, part)) is not None else None)
        kept = tuple((_encodable(key), _encodable(value)) for key, value in self.headers)
        object.__setattr__(self, "headers", kept)


@dataclass(frozen=True, slots=True)
class Item:
    """One report as it came in; `id` is the one given, or the address. Names hold no control characters."""

    id: str
    raw: bytes
    text: str
    met: Met
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    dated: Dated | None = None
    notes: tuple[str, ...] = field(default=())

    @property
    def sha256(self) -> str:
        """Of the bytes, which are what makes a report one."""
        return sha256(self.raw).hexdigest()


@dataclass(frozen=True, slots=True)
class Refused:
    """What did not become a report, and why, in words for a person."""

    name: str
    problem: str


def now() -> str:
    """This moment, ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def name(text: str | None) -> str | None:
    """A name on one line, its control and turning characters made visible; None where nothing is left."""
    return harmless(" ".join((text or "")[:_MOST_NAME].split())) or None


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def day_of(text: str) -> str | None:
    """A time in EDTF as given, or the day of a moment as its publisher writes it (`2024-03-29T22:10:00+03:00`).

    None where it is neither, or no such day exists.
    """
    bare = text.strip()
    moment = _DAY_FIRST.match(bare)
    try:
        if moment:
            return date.fromisoformat(moment[1]).isoformat()
        return Interval.parse(bare).edtf()
    except ValueError:
        return None

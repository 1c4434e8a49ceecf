"""A kept report with its reading, as every export takes it: one after the other, so that none needs all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from mahdar.edtf import Interval
from mahdar.model import Reading


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as imprecise as it is known: EDTF text, and its first and last day (ISO); None is open or not known."""

    edtf: str
    first: str | None
    last: str | None

    @classmethod
    def of(cls, edtf: str | None) -> Moment | None:
        """None where there is no time."""
        if not edtf:
            return None
        days = Interval.parse(edtf)
        first, last = (day.isoformat() if day else None for day in (days.first, days.last))
        return cls(edtf, first, last)

    @property
    def exact(self) -> str | None:
        """The day, month or year, where it is one; None for an interval."""
        return None if "/" in self.edtf or self.edtf[5:] in _SEASONS else self.edtf


_SEASONS = frozenset({"21", "22", "23", "24"})


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report as the library has it, without its text. `address` is its own, else that of its first capture.

    `added_at`, `captured_at` and `read_at` are ISO moments (UTC); `record` is the hash of the record by which its
    present reading was made.
    """

    id: str
    address: str | None
    sha256: str
    outlet: str | None
    title: str | None
    language: str | None
    published: Moment | None
    published_basis: str | None
    captured_at: str | None
    added_at: str
    reader: str
    record: str
    read_at: str

    @property
    def url(self) -> str | None:
        """The address, where a browser can follow it."""
        return self.address if self.address and self.address.startswith(("https://", "http://")) else None


Place = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Kept:
    """A report with its text and its present reading, corrected where people decided on it.

    `decided` maps places (start, end, kind of claim or `""` for a statement) to the names of those who decided there.
    """

    report: KeptReport
    text: str
    reading: Reading
    decided: Mapping[Place, tuple[str, ...]] = field(default_factory=dict)


class Sink(Protocol):
    """What takes reports one by one and writes them in some form."""

    def take(self, kept: Kept) -> None: ...

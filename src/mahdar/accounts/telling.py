"""One outlet's telling of a happening: a report with what was read out of it."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.edtf import Interval
from mahdar.model import Reading
from mahdar.pipeline import read


@dataclass(frozen=True, slots=True)
class Telling:
    """A report to be grouped; ``published`` is EDTF or None, ``reading`` was made of ``text``."""

    id: str
    text: str
    reading: Reading
    title: str | None = None
    outlet: str | None = None
    published: str | None = None

    @property
    def days(self) -> Interval | None:
        """When it was published: as given, or else as its reading dates it."""
        published = self.published or self.reading.report.published
        return Interval.parse(published) if published else None


def tell(
    id: str, text: str, *, title: str | None = None, outlet: str | None = None, published: str | None = None
) -> Telling:
    """Read a report for grouping. Raises ValueError where ``published`` is no EDTF."""
    reading = read(text, id=id, title=title, outlet=outlet, published=published)
    return Telling(id, text, reading, title, outlet, published)


def told(reading: Reading, text: str) -> Telling:
    """The telling of a report that was read before; ``text`` is what it was read from."""
    report = reading.report
    return Telling(report.id, text, reading, report.title, report.outlet, report.published)

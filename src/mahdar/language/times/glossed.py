"""Times that say in brackets which they are, and are one: last Thursday (7 January 2010), العام الماضي (2009)."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.language.times.scan import Part, Scan


def glossed(scan: Scan, parts: list[Part]) -> Iterator[Part]:
    """The parts, those explained by the next with its days."""
    k = 0
    while k < len(parts):
        part = parts[k]
        behind = parts[k + 1] if k + 1 < len(parts) else None
        k += 1
        if scan.news and behind is not None and _explains(scan, part, behind):
            yield Part(part.i, behind.j + 1, behind.sense, behind.kind, part.skip)
            k += 1
        else:
            yield part


def _explains(scan: Scan, part: Part, behind: Part) -> bool:
    """Whether a time in brackets says again, by its date, what the time before them says."""
    bracketed = behind.i == part.j + 1 and scan.form(part.j) == "(" and scan.form(behind.j) == ")"
    dated = behind.weekday is None and behind.away is None and behind.turn is None
    return bracketed and dated and not part.sense.fixed and part.sense.grain == behind.sense.grain

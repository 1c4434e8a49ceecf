"""What each table declares of itself in its header: `# coverage: [PART ]FROM/TO complete|partial[ NOTE]`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from mahdar.edtf import Interval
from mahdar.record.rows import Coverage
from mahdar.tables import TableError, header

_LINE = re.compile(
    r"coverage:\s+(?:(?P<part>[A-Za-z]\S*)\s+)?(?P<span>\d[\d/-]*)\s+(?P<how>complete|partial)(?:\s+(?P<note>.+))?\Z"
)


def declared(table: str, package: str = "mahdar.record") -> list[tuple[str, str, str, bool, str]]:
    """(table, part, span, complete, note) for each coverage line of a table in the package. Raises TableError."""
    found = []
    for line in header(package, f"{table}.csv"):
        if not line.startswith("coverage:"):
            continue
        hit = _LINE.match(line)
        if hit is None:
            raise TableError(f"{table}.csv: a coverage line that cannot be read: {line!r}")
        found.append((table, hit["part"] or "", hit["span"], hit["how"] == "complete", hit["note"] or ""))
    return found


def coverages(rows: Iterable[tuple[str, str, str, bool, str]]) -> dict[tuple[str, str], Coverage]:
    """(table, part) -> its coverage; where a table declares a complete time and a partial one, the complete one."""
    found: dict[tuple[str, str], Coverage] = {}
    for table, part, span, complete, note in rows:
        when = Interval.parse(span)
        row = Coverage(
            table=table,
            first=when.first or date.min,
            last=when.last or date.max,
            complete=complete,
            note=note,
            part=part,
        )
        known = found.get((table, part))
        if known is None or (complete and not known.complete):
            found[table, part] = row
    return found

"""What waits for a person: claims whose verdict nobody decided on, and statements that nobody reviewed.

What the record contradicts comes first, then what its sources say differently, then statements whose speaker was not
found; what the record lacks, what it bears out and all other statements follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.library.asking import find
from mahdar.library.drawn import NO_SPEAKER, SAID, WAITS
from mahdar.library.overlay import alike, where
from mahdar.library.reader import parsed
from mahdar.library.reviewed import laid
from mahdar.library.reviews import Json
from mahdar.library.schema import claims, present, readings, reports, statements

Subject = Literal["claim", "statement"]
# Why something waits, and how soon it comes.
REASONS: dict[str, int] = dict([*WAITS.items(), ("no-speaker", NO_SPEAKER), ("said", SAID)])
_TABLES: dict[Subject, tuple[sa.Table, sa.Column[str]]] = {
    "claim": (claims, claims.c.kind),
    "statement": (statements, statements.c.act),
}
_OF: dict[int, Subject] = {**dict.fromkeys(WAITS.values(), "claim"), NO_SPEAKER: "statement", SAID: "statement"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of all that waits: of one report, of one subject, claims of a kind or statements of an act (``kind``),
    for one reason (`REASONS`; of claims that is the verdict).
    """

    report: str | None = None
    subject: Subject | None = None
    kind: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim or statement that waits; ``value`` is what stands there in the reading as corrected so far.

    ``where`` names its place for a review; ``kind`` is that of the claim or the act of the statement.
    """

    report: str
    title: str | None
    outlet: str | None
    published: str | None
    subject: Subject
    start: int
    end: int
    text: str
    kind: str
    reason: str
    where: str
    value: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of ``total``; ``reasons`` counts all of them, the most pressing first."""

    total: int
    rows: list[Waiting]
    reasons: dict[str, int] = field(default_factory=dict)


def queue(connection: Connection, wanted: Wanted | None = None, *, limit: int = 20, offset: int = 0) -> Queue:
    """What waits, the most pressing first, then in the order in which reports came."""
    wanted = wanted or Wanted()
    conditions = _conditions(connection, wanted)
    counts = {reason: _count(connection, reason, conditions) for reason in _reasons(wanted)}
    found: list[sa.Row[Any]] = []
    for reason, many in counts.items():
        if offset < many and len(found) < limit:
            found += _page(connection, reason, conditions, limit - len(found), offset)
        offset = max(offset - many, 0)
    told = {reason: many for reason, many in counts.items() if many}
    return Queue(sum(told.values()), list(_waiting(connection, found)), told)


def _reasons(wanted: Wanted) -> list[str]:
    """The reasons that are asked for, the most pressing first."""
    named = [wanted.reason] if wanted.reason else sorted(REASONS, key=REASONS.__getitem__)
    return [each for each in named if each in REASONS and wanted.subject in (None, _OF[REASONS[each]])]


def _conditions(connection: Connection, wanted: Wanted) -> dict[Subject, list[sa.ColumnElement[bool]]]:
    made: dict[Subject, list[sa.ColumnElement[bool]]] = {"claim": [], "statement": []}
    for subject, (table, kind) in _TABLES.items():
        if wanted.report is not None:
            made[subject].append(table.c.report == (find(connection, wanted.report) or 0))
        if wanted.kind:
            made[subject].append(kind == wanted.kind)
    return made


def _count(connection: Connection, reason: str, conditions: dict[Subject, list[sa.ColumnElement[bool]]]) -> int:
    subject = _OF[REASONS[reason]]
    table, _ = _TABLES[subject]
    asked = sa.select(sa.func.count()).select_from(table).where(table.c.waits == REASONS[reason], *conditions[subject])
    return int(connection.execute(asked).scalar_one())


def _page(
    connection: Connection, reason: str, conditions: dict[Subject, list[sa.ColumnElement[bool]]], most: int, skip: int
) -> Sequence[sa.Row[Any]]:
    subject = _OF[REASONS[reason]]
    table, kind = _TABLES[subject]
    columns = (table.c.key, table.c.report, table.c.start, table.c.end, table.c.waits, kind.label("kind"))
    asked = sa.select(*columns).where(table.c.waits == REASONS[reason], *conditions[subject])
    return connection.execute(asked.order_by(table.c.key).limit(most).offset(skip)).fetchall()


def _waiting(connection: Connection, found: Iterable[sa.Row[Any]]) -> Iterator[Waiting]:
    rows = list(found)
    read = _readings(connection, {row.report for row in rows})
    for row in rows:
        yield _one(row, read[row.report], _before(connection, row))


def _one(row: sa.Row[Any], about: dict[str, Any], before: int) -> Waiting:
    """`before` is how many of the same kind at the same place come before it."""
    subject = _OF[row.waits]
    items = about["reading"][f"{subject}s"]
    index = alike(items, row.start, row.end, row.kind if subject == "claim" else None)[before]
    value = items[index]
    return Waiting(
        report=about["id"],
        title=about["title"],
        outlet=about["outlet"],
        published=about["published"],
        subject=subject,
        start=value["start"],
        end=value["end"],
        text=value["text"],
        kind=row.kind,
        reason=next(reason for reason, waits in REASONS.items() if waits == row.waits),
        where=_where(subject, about["machine"], value),
        value=value,
    )


def _where(subject: Subject, machine: Json, value: Json) -> str:
    """The place as the machine has it; a claim is decided on by its verdict."""
    if value.get("reviews"):
        _, _, rest = str(value["reviews"][-1]["place"]).partition(":")
        return f"{'verdict' if subject == 'claim' else subject}:{rest}"
    items = machine[f"{subject}s"]
    index = next(index for index, each in enumerate(items) if each == value)
    return where("verdict" if subject == "claim" else "statement", items, index)


def _before(connection: Connection, row: sa.Row[Any]) -> int:
    table, kind = _TABLES[_OF[row.waits]]
    same = (table.c.report == row.report, table.c.start == row.start, table.c.end == row.end, table.c.key < row.key)
    asked = sa.select(sa.func.count()).select_from(table).where(*same)
    return int(connection.execute(asked if table is statements else asked.where(kind == row.kind)).scalar_one())


def _readings(connection: Connection, keys: set[int]) -> dict[int, dict[str, Any]]:
    """What is told of reports, with their readings as corrected."""
    columns = (reports.c.key, reports.c.id, reports.c.title, reports.c.outlet, present.c.published, readings.c.json)
    joined = reports.join(present, present.c.report == reports.c.key).join(
        readings, readings.c.key == present.c.reading
    )
    found = connection.execute(sa.select(*columns).select_from(joined).where(reports.c.key.in_(sorted(keys))))
    told = {}
    for row in found:
        machine = parsed(row.json)
        told[row.key] = {**row._mapping, "machine": machine, "reading": laid(connection, row.key, machine).told}
    return told

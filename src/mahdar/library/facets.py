"""What search narrows and counts by: for each report one row of numbers, drawn from what its reading says.

A value of a facet (`outlet` Herald, `state` state:PRK, `act` deny) has a number in the table `facets`. A row of
`columns` has the numbers of a report, and of each of its statements as pairs (key of the statement, number), both as
unsigned integers of 32 bits, little-endian. `seq` grows with each row that is written, so that who holds the rows in
memory (mahdar.library.columns) reads only what is new.
"""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.library.schema import claims, columns, facets, named, present, reports, speakers, statements

Value = tuple[str, str]  # the name of a facet and a value
_SAID = tuple[int, Value]  # the key of a statement, and a value of it
_STATE = "state:"
_AT_ONCE = 500  # reports
_due: WeakKeyDictionary[Connection, set[int]] = WeakKeyDictionary()


def due(connection: Connection, report: int) -> None:
    """Note that what is drawn from a report changed; its row is written at the end of the transaction."""
    _due.setdefault(connection, set()).add(report)


def flush(connection: Connection) -> None:
    """Write the rows that are due; at the end of a writing transaction, before it is committed."""
    found = _due.pop(connection, None)
    if found:
        put(connection, sorted(found))


def fill(connection: Connection) -> None:
    """Write the rows of reports that have none, as those of a library that an earlier Mahdar made."""
    missing = sa.select(present.c.report).where(present.c.report.not_in(sa.select(columns.c.report)))
    keys = list(connection.scalars(missing.order_by(present.c.report)))
    for at in range(0, len(keys), _AT_ONCE):
        put(connection, keys[at : at + _AT_ONCE])


def put(connection: Connection, keys: Sequence[int]) -> None:
    """Draw the rows of these reports anew."""
    of_reports = _values_of_reports(connection, keys)
    of_statements = _values_of_statements(connection, keys)
    for report, pairs in of_statements.items():
        of_reports[report] |= dict.fromkeys(value for _, value in pairs if value[0] in _ALSO_OF_REPORTS)
        spoken = (value[1] for _, value in pairs if value[0] == "principal" and value[1].startswith(_STATE))
        of_reports[report] |= dict.fromkeys(("state", state) for state in spoken)
    wanted = {value for each in of_reports.values() for value in each}
    numbers = _numbers(connection, wanted | {value for each in of_statements.values() for _, value in each})
    days = {row.report: row for row in connection.execute(_DAYS.where(present.c.report.in_(keys)))}
    seq = connection.scalar(sa.select(sa.func.max(columns.c.seq))) or 0  # before the last row may go
    connection.execute(sa.delete(columns).where(columns.c.report.in_(keys)))
    rows = [
        {
            "seq": seq + place,
            "report": report,
            "first": _ordinal(days[report].first),
            "last": _ordinal(days[report].last),
            "numbers": _packed(numbers[value] for value in of_reports[report]),
            "said": _packed(each for key, value in of_statements[report] for each in (key, numbers[value])),
        }
        for place, report in enumerate((key for key in keys if key in days), 1)
    ]
    if rows:
        connection.execute(sa.insert(columns), rows)


_DAYS = sa.select(present.c.report, present.c.first, present.c.last)
_ALSO_OF_REPORTS = frozenset({"act", "speaker", "principal"})


def _values_of_reports(connection: Connection, keys: Sequence[int]) -> dict[int, dict[Value, None]]:
    """What is so of a report as a whole; of its claims, what is so of one of them (`claim`) too."""
    found: dict[int, dict[Value, None]] = defaultdict(dict)
    asked = sa.select(reports.c.key, reports.c.outlet, present.c.language, present.c.first)
    joined = asked.join(present, present.c.report == reports.c.key)
    for row in connection.execute(joined.where(reports.c.key.in_(keys))):
        told = (("outlet", row.outlet), ("language", row.language), ("year", row.first and row.first[:4]))
        found[row.key] |= {(name, value): None for name, value in told if value}
    states = sa.select(named.c.report, named.c.entity).where(named.c.report.in_(keys), named.c.entity.like("state:%"))
    for report, entity in connection.execute(states):
        found[report]["state", entity] = None
    for claim in connection.execute(_CLAIMS.where(claims.c.report.in_(keys))):
        found[claim.report] |= dict.fromkeys(_of_claim(claim))
    return found


_CLAIMS = sa.select(claims.c.report, claims.c.start, claims.c.end, claims.c.kind, claims.c.verdict)


def _of_claim(row: Any) -> Iterator[Value]:
    mechanism = _mechanisms().get(row.kind) or row.kind.partition(".")[0]
    yield "mechanism", mechanism
    yield "verdict", row.verdict
    yield "claim", f"{mechanism} {row.verdict}"


@cache
def _mechanisms() -> dict[str, str]:
    """Which mechanism checks claims of a kind."""
    from mahdar.checking.registry import mechanisms

    return {kind.name: mechanism.name for mechanism in mechanisms() for kind in mechanism.kinds}


def _values_of_statements(connection: Connection, keys: Sequence[int]) -> dict[int, list[_SAID]]:
    """Act, speakers and principals of each statement, and what is so of the claims within it."""
    found: dict[int, list[_SAID]] = defaultdict(list)
    held = defaultdict(list)
    for row in connection.execute(_CLAIMS.where(claims.c.report.in_(keys))):
        held[row.report].append(row)
    asked = sa.select(statements.c.key, statements.c.report, statements.c.start, statements.c.end, statements.c.act)
    for row in connection.execute(asked.where(statements.c.report.in_(keys)).order_by(statements.c.key)):
        found[row.report].append((row.key, ("act", row.act)))
        within = (each for each in held[row.report] if each.start < row.end and each.end > row.start)
        found[row.report] += dict.fromkeys((row.key, value) for each in within for value in _of_claim(each))
    who = sa.select(speakers).where(speakers.c.report.in_(keys)).order_by(speakers.c.statement, speakers.c.entity)
    principals: dict[tuple[int, int, str], None] = {}
    for row in connection.execute(who):
        found[row.report].append((row.statement, ("speaker", row.entity)))
        if row.principal:
            principals[row.report, row.statement, row.principal] = None
    for report, statement, principal in principals:
        found[report].append((statement, ("principal", principal)))
    return found


def _numbers(connection: Connection, wanted: set[Value]) -> Mapping[Value, int]:
    """The numbers of values; new ones get the next. One transaction writes at a time, so none is given twice."""
    found: dict[Value, int] = {}
    by_name: dict[str, list[str]] = defaultdict(list)
    for name, value in sorted(wanted):
        by_name[name].append(value)
    for name, values in by_name.items():
        asked = sa.select(facets.c.value, facets.c.number).where(facets.c.name == name, facets.c.value.in_(values))
        found |= {(name, value): number for value, number in connection.execute(asked)}
    new = sorted(wanted - found.keys())
    if new:
        last = connection.scalar(sa.select(sa.func.max(facets.c.number))) or 0
        given = {value: last + place for place, value in enumerate(new, 1)}
        rows = [{"number": number, "name": name, "value": value} for (name, value), number in given.items()]
        connection.execute(sa.insert(facets), rows)
        found |= given
    return found


def _packed(numbers: Iterable[int]) -> bytes:
    found = array("I", numbers)  # 32 bits wherever Python runs
    if sys.byteorder == "big":
        found.byteswap()
    return found.tobytes()


def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None

"""Votes of the General Assembly from 1946 on as R data: the package `unvotes` of D. Robinson, from E. Voeten's tables.

Three files: `un_votes` (one row for one state in one call; absences are no rows), `un_roll_calls`,
`un_roll_call_issues`. The votes have no date of their own, so that names whose state depends on the day (`Russia`) are
read by the calls, from the record or from the file beside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from mahdar.record.loaders.dated_states import MEANINGS, write_meanings
from mahdar.record.loaders.r_data import frame, holds
from mahdar.record.loaders.roll_calls import IGNORED, SERIES, call_row
from mahdar.record.loading.publication import Loader, LoadError
from mahdar.record.loading.sink import Sink

_VOTES, _CALLS, _ISSUES = "un_votes", "un_roll_calls", "un_roll_call_issues"
_COLUMNS = {
    _VOTES: ("rcid", "country", "country_code", "vote"),
    _CALLS: ("rcid", "session", "importantvote", "date", "unres", "amend", "para", "short", "descr"),
    _ISSUES: ("rcid", "short_name", "issue"),
}
_CALL = "CAST(CAST(rcid AS INTEGER) AS VARCHAR)"  # the votes have it as a double
_FRAME, _DAYS = "r_frame", "call_days"


@contextmanager
def _frame(path: Path, name: str, sink: Sink) -> Iterator[None]:
    """The data frame as the view `r_frame`, its columns and numbers checked."""
    with frame(path, name) as query:
        sink.connection.execute(f"CREATE OR REPLACE TEMP VIEW {_FRAME} AS FROM {query}")
        found = [column for column, *_ in sink.connection.execute(f"DESCRIBE {_FRAME}").fetchall()]
        if tuple(found) != _COLUMNS[name]:
            raise LoadError(f"the data frame {name} has the columns {', '.join(found)}")
        unsound = "rcid IS NULL OR isnan(rcid) OR rcid <> floor(rcid) OR rcid NOT BETWEEN 1 AND 999999"
        if wrong := _rows(sink, f"SELECT rcid FROM {_FRAME} WHERE {unsound} LIMIT 1"):
            raise LoadError(f"{wrong[0][0]} is no number of a roll call")
        yield
        sink.connection.execute(f"DROP VIEW {_FRAME}")


def _rows(sink: Sink, query: str) -> list[tuple[Any, ...]]:
    return sink.connection.execute(query).fetchall()


def _load_calls(path: Path, sink: Sink) -> None:
    with _frame(path, _CALLS, sink):
        told = _rows(sink, f"SELECT COLUMNS(*)::VARCHAR FROM {_FRAME}")
    lines = (
        dict(zip(_COLUMNS[_CALLS], ("" if cell is None else cell for cell in cells), strict=True)) for cells in told
    )
    rows = (call_row(cells, f"row {number}", sink) for number, cells in enumerate(lines, 1))
    sink.write("calls", ({"series": SERIES, **row} for row in rows if row))
    sink.remark("ignored", IGNORED["importantvote"], place="column importantvote")


def _load_issues(path: Path, sink: Sink) -> None:
    with _frame(path, _ISSUES, sink):
        query = f"INSERT INTO told.call_issues SELECT {sink.load}, '{SERIES}', {_CALL}, issue FROM {_FRAME}"
        sink.count(_rows(sink, query)[0][0])
    sink.remark("ignored", "two letters for what the issue says in words", place="column short_name")


def _load_votes(path: Path, sink: Sink) -> None:
    with _frame(path, _VOTES, sink):
        unknown = f"SELECT rcid, vote FROM {_FRAME} WHERE coalesce(vote, '') NOT IN ('yes', 'no', 'abstain') LIMIT 1"
        for call, vote in _rows(sink, unknown):
            raise LoadError(f"call {call:.0f}: {vote!r} is no vote (yes, no or abstain)")
        names = _rows(sink, f"SELECT DISTINCT country FROM {_FRAME} ORDER BY 1")
        write_meanings(sink.connection, (("", name) for (name,) in names))
        _write_days(path, sink)
        _write_votes(sink)
        _remark_on_votes(sink)
    for table in (_DAYS, MEANINGS):
        sink.connection.execute(f"DROP TABLE {table}")
    sink.remark("ignored", "ISO 3166-1 alpha-2 of the name that stands beside it", place="column country_code")


def _write_days(path: Path, sink: Sink) -> None:
    """The table of the calls' days: from the record, else from the file of calls in the same folder, else empty."""
    sink.connection.execute(f"CREATE OR REPLACE TEMP TABLE {_DAYS} (call VARCHAR, day DATE)")
    live = "SELECT load FROM told.loads WHERE replaced_by IS NULL"
    told = f"FROM told.calls WHERE series = '{SERIES}' AND load IN ({live}) AND date IS NOT NULL GROUP BY call"
    sink.connection.execute(f"INSERT INTO {_DAYS} SELECT call, min(date) {told}")
    beside = path.with_name(f"{_CALLS}{path.suffix}")
    if not _rows(sink, f"SELECT 1 FROM {_DAYS} LIMIT 1") and beside.is_file():
        with frame(beside, _CALLS) as query:
            sink.connection.execute(f"INSERT INTO {_DAYS} SELECT {_CALL}, min(date) FROM {query} GROUP BY ALL")


_JOINED = (
    f"{_FRAME} v LEFT JOIN {_DAYS} d ON d.call = {_CALL} JOIN {MEANINGS} m ON v.country IS NOT DISTINCT FROM m.name "
    "AND coalesce(d.day, DATE '9999-12-31') BETWEEN m.first AND m.last"
)


def _write_votes(sink: Sink) -> None:
    cells = f"{sink.load}, '{SERIES}', {_CALL}, m.state, v.vote, v.country"
    sink.count(_rows(sink, f"INSERT INTO told.votes SELECT {cells} FROM {_JOINED}")[0][0])


def _remark_on_votes(sink: Sink) -> None:
    turning = f"SELECT name FROM {MEANINGS} GROUP BY name HAVING count(*) > 1"
    undated = f"SELECT country, count(*) FROM {_JOINED} WHERE d.day IS NULL AND country IN ({turning}) GROUP BY 1"
    for name, count in _rows(sink, f"{undated} ORDER BY 1"):
        sink.remark("odd", "the state depends on a day that no file tells: taken as of today", value=name, count=count)
    nameless = f"SELECT country, count(*) FROM {_JOINED} WHERE m.state IS NULL GROUP BY 1 ORDER BY 1"
    for name, count in _rows(sink, nameless):
        why = "no state that Mahdar knows: the vote is kept under the name alone"
        sink.remark("odd", why, value=name or "", count=count)
    twice = f"SELECT rcid, country, count(*) - 1 AS more FROM {_FRAME} GROUP BY ALL HAVING more > 0 ORDER BY ALL"
    for call, name, more in _rows(sink, twice):
        why = "a state stands in one call more than once: all its votes are kept"
        sink.remark("odd", why, place=f"call {call:.0f}", value=name, count=more)


def _loader(kind: str, title: str, name: str, load: Callable[[Path, Sink], None]) -> Loader:
    return Loader(kind, title, "un-ga-votes", partial(holds, name=name), load, lambda path: name)


LOADERS = (
    _loader("voeten-roll-calls-rda", "Roll calls of the General Assembly (unvotes, R data)", _CALLS, _load_calls),
    _loader("voeten-votes-rda", "Votes in the General Assembly by state (unvotes, R data)", _VOTES, _load_votes),
    _loader(
        "voeten-issues-rda", "Issues of roll calls of the General Assembly (unvotes, R data)", _ISSUES, _load_issues
    ),
)

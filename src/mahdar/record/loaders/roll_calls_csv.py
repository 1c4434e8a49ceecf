"""Roll calls of the General Assembly as CSV, from E. Voeten's tables as the project un-votes publishes them.

Three kinds: a file for each state, named by the state's number in the Correlates of War project (`100.csv`), which
describes the calls and holds that state's votes in the column of its number; the description of calls alone; and votes
of all states in some calls, one line for one state in one call.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from mahdar.record.loaders.roll_calls import IGNORED, ISSUES, SERIES, call_row
from mahdar.record.loaders.strict_csv import columns_of, strict_lines
from mahdar.record.loading.publication import Head, Loader, LoadError
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.values import day, integer
from mahdar.record.states import find_state
from mahdar.tables import read_rows

STATE_SERIES = "unproject"
_CALL = {"rcid", "year", "session", "abstain", "yes", "no", "importantvote", "date", "unres"}
_CALL |= {"amend", "para", "short", "descr", "ident", "resid", *ISSUES}
_CAST = ("rcid", "ccode", "iso3", "vote")
_CODES = {"1": "yes", "2": "abstain", "3": "no", "8": "absent"}
_NOT_A_MEMBER = "9"
Line = tuple[str, dict[str, str]]


def _states_of(columns: tuple[str, ...]) -> list[str]:
    return [name for name in columns if name.isdigit()]


def _is_of_state(head: Head) -> bool:
    return head.has_columns(*_CALL) and bool(_states_of(head.columns))


def _is_calls(head: Head) -> bool:
    return head.has_columns(*_CALL) and not _states_of(head.columns)


def _load_state(path: Path, sink: Sink) -> None:
    number = path.stem
    columns = columns_of(path, *_CALL)
    if number not in _states_of(columns):
        raise LoadError(f"its name {path.name!r} does not say whose votes it holds: the column of that number")
    sink.write("votes", _own_votes(path, number, sink))
    _write_calls(path, STATE_SERIES, sink)
    others = len(_states_of(columns)) - 1
    sink.remark("ignored", "agreement of other states with the file's own, no votes", place="columns", count=others)


def _own_votes(path: Path, number: str, sink: Sink) -> Iterator[dict[str, object]]:
    name = _cow().get(number)
    if name is None:
        raise LoadError(f"{number} is no state that Mahdar knows by its number in the Correlates of War project")
    for place, line in strict_lines(path):
        call, code = integer(line["rcid"]), line[number].strip()
        if code == _NOT_A_MEMBER:
            sink.remark("ignored", "the state was no member yet, or no longer")
        elif code not in _CODES:
            raise LoadError(f"{place}: {code!r} is no vote (1, 2, 3, 8 or 9): column {number} is not as it should be")
        elif call is not None:
            vote = {"state": find_state(name, day(line["date"])), "vote": _CODES[code], "name_told": number}
            yield {"series": STATE_SERIES, "call": str(call), **vote}


@cache
def _cow() -> dict[str, str]:
    return {row["code"]: row["name"] for row in read_rows("mahdar.record", "cow_states.csv")}


def _load_calls(path: Path, sink: Sink) -> None:
    columns_of(path, *_CALL)
    _write_calls(path, SERIES, sink)


def _write_calls(path: Path, series: str, sink: Sink) -> None:
    rows = (call_row(line, place, sink) for place, line in strict_lines(path))
    sink.write("calls", ({"series": series, **row} for row in rows if row))
    issues = ((integer(line["rcid"]), line) for _, line in strict_lines(path))
    named = ((call, name) for call, line in issues for name in ISSUES if call and line[name].strip() == "1")
    sink.write("call_issues", ({"series": series, "call": str(call), "issue": ISSUES[name]} for call, name in named))
    for name, why in IGNORED.items():
        sink.remark("ignored", why, place=f"column {name}")
    for name in columns_of(path):
        if name not in _CALL and not name.isdigit():
            sink.remark("lost", "a column that Mahdar does not know", place=f"column {name}")


def _load_votes(path: Path, sink: Sink) -> None:
    columns_of(path, *_CAST)
    sink.write("votes", _votes(path, sink))
    sink.remark("ignored", "the number of the state that iso3 names", place="column ccode")


def _votes(path: Path, sink: Sink) -> Iterator[dict[str, object]]:
    days = _days(sink)
    for place, line in strict_lines(path):
        call, vote = integer(line["rcid"]), line["vote"].strip()
        if vote not in {"yes", "no", "abstain", "absent"}:
            raise LoadError(f"{place}: {vote!r} is no vote (yes, no, abstain or absent)")
        if call is None:
            sink.remark("lost", "no number of the call", place=place, value=line["rcid"])
            continue
        state = find_state(line["iso3"].strip(), days.get(str(call)))
        if state is None:
            why = "no state that Mahdar knows: the vote is kept under its code alone"
            sink.remark("odd", why, place=place, value=line["iso3"])
        yield {"series": SERIES, "call": str(call), "state": state, "vote": vote, "name_told": line["iso3"]}


def _days(sink: Sink) -> dict[str, date]:
    """The days of calls that the record has; without one, codes stand for today's states."""
    live = "SELECT load FROM told.loads WHERE replaced_by IS NULL"
    query = f"SELECT call, min(date) FROM told.calls WHERE series = '{SERIES}' AND load IN ({live}) GROUP BY call"
    return {call: on for call, on in sink.connection.execute(query).fetchall() if on}


LOADERS = (
    Loader(
        "voeten-roll-calls",
        "Roll calls of the General Assembly (CSV)",
        "un-ga-votes",
        _is_calls,
        _load_calls,
    ),
    Loader(
        "voeten-votes",
        "Votes in the General Assembly by state (CSV)",
        "un-ga-votes",
        lambda head: head.columns == _CAST,
        _load_votes,
    ),
    Loader(
        "un-votes-state",
        "Votes of one state in the General Assembly (CSV of un-votes)",
        "un-ga-votes",
        _is_of_state,
        _load_state,
    ),
)

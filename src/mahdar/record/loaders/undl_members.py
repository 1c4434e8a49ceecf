"""The members' votes in voting data of the UN Digital Library: each different text of code, letter and name read once.

`gathered` has a row for each vote (undl_id, day, modality) with what its lines say of the members, joined to one text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mahdar.record.loaders.dated_states import insert, meanings
from mahdar.record.loading.publication import LoadError
from mahdar.record.loading.sink import Sink

SERIES = "undl"
GATHERED = "gathered"
COLUMNS = ("ms_code", "ms_vote", "ms_name")
_LETTERS = {"Y": "yes", "N": "no", "A": "abstain", "X": "absent", "NV": "absent", "": "absent"}
_AT_ODDS = "the code and the name stand for different states: the name is followed"
_NO_STATE = "no state that Mahdar knows: the vote is kept under the name alone"
_TWICE = "a member stands in one vote more than once: all its letters are kept"
_MOST_MEMBERS = 2_000  # under all the names that they had; there were some 250
_UNIT, _RECORD = "\x1f", "\x1e"  # what ASCII has to separate cells and lines; no publication has them in its text
_LINES = f"(SELECT undl_id, day, unnest(string_split(told, '{_RECORD}')) AS line FROM {GATHERED} {{}})"
_MEMBERS = "members_told"
_KINDS = {
    "line": "VARCHAR",
    "member": "INTEGER",
    "first": "DATE",
    "last": "DATE",
    "state": "VARCHAR",
    "vote": "VARCHAR",
    "code": "VARCHAR",
    "name": "VARCHAR",
    "at_odds": "BOOLEAN",
}
_JOINED = f"{_LINES} JOIN {_MEMBERS} m USING (line) WHERE coalesce(day, DATE '9999-12-31') BETWEEN m.first AND m.last"


def gathering() -> str:
    """SQL of the aggregate that joins the lines of one vote: `told`, and how many they are, `lines`."""
    line = "concat(" + f", '{_UNIT}', ".join(COLUMNS) + ")"  # a cell that is empty counts as ''
    return f"string_agg({line}, '{_RECORD}') AS told, count(*) AS lines"


def read_members(sink: Sink) -> None:
    """The table of what each text stands for, from day to day. Raises LoadError on a letter that is no vote."""
    lines = _LINES.format("")
    different = f"SELECT line, count(*), min(undl_id) FROM {lines} GROUP BY 1 ORDER BY 1"
    found = _rows(sink, f"{different} LIMIT {_MOST_MEMBERS * len(_LETTERS)}")
    sink.connection.execute(f"CREATE OR REPLACE TEMP TABLE {_MEMBERS} ({', '.join(map(' '.join, _KINDS.items()))})")
    insert(sink.connection, _MEMBERS, _KINDS, _meanings([(line, number) for line, _, number in found]))
    blank = sum(count for line, count, number in found if not _cells(line, number)[1])
    if blank:
        sink.remark("odd", "no letter stands for the member's vote: taken as not voting", count=blank)


def _meanings(found: list[tuple[str, str]]) -> Iterator[tuple[object, ...]]:
    numbers: dict[tuple[str, str], int] = {}
    for line, record in found:
        code, letter, name = _cells(line, record)
        vote = _LETTERS.get(letter.upper())
        if vote is None:
            raise LoadError(f"record {record}: {letter!r} is no vote (Y, N, A or X)")
        number = numbers.setdefault((code, name), len(numbers))
        if number >= _MOST_MEMBERS:
            raise LoadError(f"names more than {_MOST_MEMBERS:,} members, which no body ever had")
        for m in meanings(code.upper(), name):
            yield line, number, m.first, m.last, m.state, vote, code, name or code or None, m.at_odds


def _cells(line: str, record: str) -> tuple[str, str, str]:
    cells = [cell.strip() for cell in line.split(_UNIT)]
    if len(cells) != len(COLUMNS):
        raise LoadError(f"record {record}: a member's code or name has characters that no text has")
    return cells[0], cells[1], cells[2]


def write_votes(unvoted: str, sink: Sink) -> None:
    """Members whose code and name are no state's that is known keep their vote, under their name.

    `unvoted` is SQL that says of a row of `gathered` whether no vote was taken.
    """
    joined = _JOINED.format(f"WHERE NOT {unvoted}")
    cells = f"{sink.load}, '{SERIES}', trim(undl_id), m.state, m.vote, m.name"
    sink.count(_rows(sink, f"INSERT INTO told.votes SELECT {cells} FROM {joined}")[0][0])
    left = _rows(sink, f"SELECT sum(lines) FROM {GATHERED} WHERE {unvoted}")[0][0]
    if left:
        sink.remark("ignored", "no vote was taken: the letters beside the members are no votes", count=left)


def remark_on_members(sink: Sink) -> None:
    """Say who is no state that is known, whose code and name are at odds, and who stands in a vote twice."""
    joined = _JOINED.format("")
    if _rows(sink, f"SELECT 1 FROM {_MEMBERS} WHERE state IS NULL OR at_odds LIMIT 1"):
        strange = f"SELECT m.code, m.name, m.state, count(*) FROM {joined} AND (m.state IS NULL OR m.at_odds)"
        for code, name, state, count in _rows(sink, f"{strange} GROUP BY ALL ORDER BY ALL"):
            sink.remark("odd", _AT_ODDS if state else _NO_STATE, value=f"{code}, {name}", count=count)
    for number, name, more in _standing_twice(sink):
        sink.remark("odd", _TWICE, place=f"record {number}", value=name, count=more)
    sink.connection.execute(f"DROP TABLE {_MEMBERS}")


def _standing_twice(sink: Sink) -> list[tuple[str, str, int]]:
    """Record, member, how many lines too many; bits of who stands in a vote show first whether there are any."""
    most = _rows(sink, f"SELECT max(member) FROM {_MEMBERS}")[0][0]
    bits = f"bit_count(bitstring_agg(m.member, 0, {most}))"
    joined = _JOINED.format("")
    if not _rows(sink, f"SELECT undl_id FROM {joined} GROUP BY 1 HAVING count(*) > {bits} LIMIT 1"):
        return []
    twice = (
        f"SELECT undl_id, min(m.name), count(*) - 1 AS more FROM {joined} GROUP BY undl_id, m.member HAVING more > 0"
    )
    return _rows(sink, f"{twice} ORDER BY ALL")


def _rows(sink: Sink, query: str) -> list[tuple[Any, ...]]:
    return sink.connection.execute(query).fetchall()

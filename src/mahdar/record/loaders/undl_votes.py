"""Voting data of the UN Digital Library: a CSV file a body, one line for one member in one vote.

Records 4060887 (General Assembly) and 4055387 (Security Council) of the Library, whose description files explain the
columns; older files lack some. The file is read once, in SQL: lines are gathered by vote, then the votes go to
`told.calls`, the members' letters to `told.votes`, the subjects to `told.call_issues`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from mahdar.record.loaders.strict_csv import columns_of, ends_whole, execute, literal, scan
from mahdar.record.loaders.undl_members import (
    COLUMNS,
    GATHERED,
    SERIES,
    gathering,
    read_members,
    remark_on_members,
    write_votes,
)
from mahdar.record.loading.publication import Head, Loader, LoadError
from mahdar.record.loading.sink import Sink

# How a text was adopted, as the Library words it.
_MODES = {
    "vote": "vote",
    "without vote": "without-vote",
    "without a vote": "without-vote",
    "acclamation": "acclamation",
}
_MOST_VOTES = 100_000
_UNVOTED = ("without-vote", "acclamation")
_NEEDED = ("undl_id", "date", *COLUMNS)
_COMMON = ("undl_id", "date", "resolution", "draft", "meeting", "subjects", "vote_note", "undl_link")
_TALLY = {"yes": "yes", "no": "no", "abstain": "abstentions", "absent": "non_voting", "members": "ms"}
_IGNORED = {
    "committee_report": "the committee's report belongs to the draft, not to the vote",
    "permanent_member": "who is a permanent member follows from Article 23 of the Charter",
}


@dataclass(frozen=True)
class _Body:
    """A body, our names for what its file calls otherwise than the other's, and how it votes where no column says."""

    name: str
    own: dict[str, str]
    mode: str | None

    @property
    def columns(self) -> dict[str, str]:
        """What is told of a vote: our name -> the file's column."""
        tally = {ours: f"total_{theirs}" for ours, theirs in _TALLY.items()}
        return {**dict(zip(_COMMON, _COMMON, strict=True)), **self.own, **tally}


_OWN = {"title": "title", "agenda": "agenda_title", "session": "session", "modality": "modality"}
_ASSEMBLY = _Body("assembly", _OWN, "vote")  # its file holds recorded votes only
_COUNCIL = _Body("council", {**_OWN, "title": "description", "agenda": "agenda"}, None)

_TEXT = ("draft", "title", "agenda", "meeting", "session")


def _load(body: _Body, path: Path, sink: Sink) -> None:
    columns = columns_of(path, *_NEEDED)
    _gather(body, path, columns, sink)
    _check_calls(path, sink)
    read_members(sink)
    mode = _modes(body, sink)
    unvoted = f"coalesce({mode} IN {_UNVOTED}, false)"
    _write_calls(body, mode, unvoted, sink)
    write_votes(unvoted, sink)
    remark_on_members(sink)
    _write_subjects(sink)
    _tell_columns(body, columns, sink)
    sink.connection.execute(f"DROP TABLE {GATHERED}")


def _gather(body: _Body, path: Path, columns: tuple[str, ...], sink: Sink) -> None:
    """One row for each vote; where its lines tell different things of it, one for each of these (that is rare).

    Rank 1 is what most of the lines tell. To compare hashes costs less than to group by all the texts.
    """
    told = {ours: theirs if theirs in columns else "NULL::VARCHAR" for ours, theirs in body.columns.items()}
    hashed = f"hash({', '.join(told.values())})"
    firsts = ", ".join(f"first({cell}) AS {name}" for name, cell in told.items() if name != "undl_id")
    unlike = f"min({hashed}) < max({hashed}) AS unlike"
    lines = scan(path, columns)
    _make(f"SELECT undl_id, {firsts}, {gathering()}, {unlike} FROM {lines} GROUP BY undl_id", sink)
    if _rows(sink, f"SELECT 1 FROM {GATHERED} WHERE unlike LIMIT 1"):
        each = ", ".join(f"{cell} AS {name}" for name, cell in told.items())
        _make(f"SELECT {each}, {gathering()} FROM {lines} GROUP BY ALL", sink)


def _make(gathered: str, sink: Sink) -> None:
    ranked = "row_number() OVER (PARTITION BY undl_id ORDER BY lines DESC, title, undl_link) AS rank"
    select = f"SELECT *, try_cast(trim(date) AS DATE) AS day, {ranked} FROM ({gathered}) ORDER BY day, undl_id"
    execute(sink.connection, f"CREATE OR REPLACE TEMP TABLE {GATHERED} AS {select}")


def _rows(sink: Sink, query: str) -> list[tuple[Any, ...]]:
    return sink.connection.execute(query).fetchall()


def _check_calls(path: Path, sink: Sink) -> None:
    """Raises LoadError on lines of no vote, and on a last line that is cut short in its last cell."""
    if _rows(sink, f"SELECT count(*) FROM {GATHERED}")[0][0] > _MOST_VOTES:
        raise LoadError(f"tells of more than {_MOST_VOTES:,} votes, which no body ever took")
    if _rows(sink, f"SELECT 1 FROM {GATHERED} WHERE coalesce(trim(undl_id), '') = '' LIMIT 1"):
        raise LoadError("has a line without undl_id, the number of the voting record")
    disagreeing = _rows(sink, f"SELECT undl_id, lines FROM {GATHERED} WHERE rank > 1 ORDER BY ALL")
    if disagreeing and not ends_whole(path):
        raise LoadError("its last line does not end: the file was cut short")
    for number, lines in disagreeing:
        why = "lines of one vote that tell of it otherwise than most do: the members' votes are taken, the rest is not"
        sink.remark("odd", why, place=f"record {number}", count=lines)
    for number, day in _rows(sink, f"SELECT undl_id, date FROM {GATHERED} WHERE day IS NULL ORDER BY ALL"):
        sink.remark("odd", "no day that can be read: the vote is kept without one", place=f"record {number}", value=day)


def _modes(body: _Body, sink: Sink) -> str:
    """SQL of how a text was adopted, in our words; unknown words are lost."""
    cases = []
    for word, calls in _rows(sink, f"SELECT modality, count(*) FROM {GATHERED} WHERE rank = 1 GROUP BY 1 ORDER BY 1"):
        mode = _MODES.get((word or "").strip().casefold())
        if mode:
            cases.append(f"WHEN modality = {literal(word)} THEN '{mode}'")
        elif word:
            sink.remark("lost", "a way of adoption that Mahdar does not know", value=word, count=calls)
    default = f"'{body.mode}'" if body.mode else "NULL"
    return f"CASE {' '.join(cases)} WHEN modality IS NULL THEN {default} END"


def _write_calls(body: _Body, mode: str, unvoted: str, sink: Sink) -> None:
    """A vote without a mode, a day or a tally that can be read is kept without it. A tally of nothing is none."""
    cells = {
        **{name: _text(name) for name in _TEXT},
        **{name: f"CASE WHEN NOT ({unvoted} AND {_number(name)} = 0) THEN {_number(name)} END" for name in _TALLY},
        "load": str(sink.load),
        "series": literal(SERIES),
        "call": "trim(undl_id)",
        "place": "'record ' || trim(undl_id)",
        "body": literal(body.name),
        "symbol": _text("resolution"),
        "date": "day",
        "date_told": "date",
        "outcome": f"CASE WHEN {_text('resolution')} IS NOT NULL THEN 'adopted' END",
        "mode": mode,
        "url": _text("undl_link"),
        "note": _text("vote_note"),
        "public": "day",
    }
    listed = ", ".join(f"{cell} AS {name}" for name, cell in cells.items())
    query = f"INSERT INTO told.calls BY NAME SELECT {listed} FROM {GATHERED} WHERE rank = 1"
    sink.count(_rows(sink, query)[0][0])
    for name in _TALLY:
        unread = f"rank = 1 AND {_text(name)} IS NOT NULL AND {_number(name)} IS NULL"
        for number, value in _rows(sink, f"SELECT undl_id, {name} FROM {GATHERED} WHERE {unread} ORDER BY ALL"):
            sink.remark("lost", "a total that is no number", place=f"record {number}", value=value)


def _text(name: str) -> str:
    return f"nullif(trim({name}), '')"


def _number(name: str) -> str:
    """SQL of `14` or `14.0` as a whole number, NULL for what is none."""
    return rf"CASE WHEN regexp_full_match(trim({name}), '\d{{1,6}}(\.0*)?') THEN {name}::DOUBLE::INTEGER END"


def _write_subjects(sink: Sink) -> None:
    subjects = f"SELECT undl_id, trim(unnest(string_split(subjects, '|'))) AS issue FROM {GATHERED} WHERE rank = 1"
    query = f"SELECT {sink.load}, '{SERIES}', trim(undl_id), issue FROM ({subjects}) WHERE issue <> ''"
    sink.count(_rows(sink, f"INSERT INTO told.call_issues {query}")[0][0])


def _tell_columns(body: _Body, columns: tuple[str, ...], sink: Sink) -> None:
    """Every column of the file is read, ignored with a reason, or named as lost."""
    for name in columns:
        if name in _IGNORED:
            sink.remark("ignored", _IGNORED[name], place=f"column {name}")
        elif name not in {*body.columns.values(), *COLUMNS}:
            sink.remark("lost", "a column that Mahdar does not know", place=f"column {name}")


def _recognises(council: bool, head: Head) -> bool:
    """The Council's file calls the title of a resolution its description."""
    return head.has_columns("undl_id", *COLUMNS) and head.has_columns("description") == council


def _name(path: Path) -> str:
    """Editions of one file differ in the day before the name, and older ones in it: `2026_02_06_ga_voting.csv`."""
    return re.sub(r"^\d{4}_\d{1,2}_\d{1,2}_", "", path.name).replace("_resolutions_", "_")


LOADERS = (
    Loader(
        "undl-assembly-votes",
        "Voting data of the General Assembly (UN Digital Library)",
        "un-library-ga-votes",
        partial(_recognises, False),
        partial(_load, _ASSEMBLY),
        _name,
    ),
    Loader(
        "undl-council-votes",
        "Voting data of the Security Council (UN Digital Library)",
        "un-library-sc-votes",
        partial(_recognises, True),
        partial(_load, _COUNCIL),
        _name,
    ),
)

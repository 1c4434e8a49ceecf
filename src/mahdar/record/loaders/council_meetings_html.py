"""The UN Library's yearly tables "Meetings conducted by the Security Council" (HTML, 1946 onwards).

A row is a meeting: record, day (without the year, which the heading has), topic, outcome. The outcome names resolutions
and drafts with their votes in the order in favour, against, abstaining. All is told as printed, misprints too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mahdar.record.loading.council_outcomes import (
    Act,
    Days,
    acts_of,
    has_vote,
    meeting_symbol,
    permanent_members,
    read_days,
)
from mahdar.record.loading.html_tables import Cell, TableRow, is_page, table_rows
from mahdar.record.loading.page_checks import remark_on_cells
from mahdar.record.loading.publication import Head, Loader, LoadError
from mahdar.record.loading.sink import Sink

SERIES = "library-meetings"
_TITLE = re.compile(r"Meetings conducted\s+by the Security Council in (\d{4})")
_RESOLUTION_YEAR = re.compile(r"S/RES/\d+\s*\((\d{4})")
_PART = re.compile(r"(Resumption|Part)\s*(\d+|I+)?\b")
_CLOSED = re.compile(r"closed|privada", re.IGNORECASE)
_ENOUGH = 5  # resolutions that prove the heading wrong; fewer may be misprints
_NONE = ("", "--")
# Heading -> what the column holds.
_COLUMNS = {
    "meeting record": "symbol",
    "date": "date",
    "press release": "press",
    "recording": "recording",
    "topic": "topic",
    "letter with vote procedure / briefings": "procedure",
    "letter with vote outcome": "letter",
    "security council outcome / vote": "outcome",
}
_NEEDED = ("symbol", "date", "topic", "outcome")


@dataclass(frozen=True)
class _Line:
    """A row of the table by the names of its columns."""

    place: str
    cells: dict[str, Cell]
    meeting: Cell
    days: Days | None

    @property
    def day(self) -> date | None:
        """The day on which the meeting began."""
        return self.days.first if self.days else None

    @property
    def voted(self) -> date | None:
        """The day of its votes; of a meeting that went on for several days it is not known."""
        return self.day if self.days and self.days.first == self.days.last else None

    def text(self, name: str) -> str | None:
        return self.cells[name].line or None if name in self.cells else None

    @property
    def symbol(self) -> str | None:
        """The meeting with the part or resumption that the row is about: `S/PV.4820 (Part I)`."""
        symbol, part = meeting_symbol(self.meeting.line), _PART.findall(self.meeting.line)
        return f"{symbol} ({' '.join(filter(None, part[0]))})" if symbol and len(part) == 1 else symbol


def _recognises(head: Head) -> bool:
    return is_page(head) and _TITLE.search(head.text) is not None


def _load(path: Path, sink: Sink) -> None:
    rows = list(table_rows(path))  # a year is small, and its rows have to show which year it is
    heading = next((row for row in rows if row.heading and len({c.line for c in row.cells}) > 1), None)
    if heading is None:
        raise LoadError("has no row that names the columns")
    names = _names(heading, sink)
    lines = list(_lines(rows, names, _year(rows, sink), sink))
    sink.write("meetings", (_meeting(line) for line in lines))
    sink.write("calls", _calls(lines, sink))
    sink.remark("ignored", "links repeat the symbols that they stand on")


def _names(heading: TableRow, sink: Sink) -> list[str]:
    names = []
    for cell in heading.cells:
        name = _COLUMNS.get(cell.line.casefold(), "")
        if not name:
            sink.remark("lost", "a column that the tables of meetings did not have so far", value=cell.line)
        names.append(name)
    missing = [name for name in _NEEDED if name not in names]
    if missing:
        raise LoadError(f"{heading.place} names no column for: {', '.join(missing)}")
    if "recording" in names:
        sink.remark("ignored", "Recording leads to the webcast of a meeting")
    return names


def _year(rows: Sequence[TableRow], sink: Sink) -> int:
    """The year of the heading, unless most of the resolutions in the table are of another year."""
    text = [cell.line for row in rows for cell in row.cells]
    title = next((hit for hit in map(_TITLE.search, text) if hit), None)
    if title is None:
        raise LoadError("has no heading that names the year")
    told = int(title.group(1))
    years = Counter(int(year) for line in text for year in _RESOLUTION_YEAR.findall(line))
    year, times = years.most_common(1)[0] if years else (told, 0)
    if year != told and times >= _ENOUGH and times > sum(years.values()) // 2:
        sink.remark("odd", "the heading names another year than the resolutions in the table", value=f"{told}, {year}")
        return year
    return told


def _lines(rows: Sequence[TableRow], names: Sequence[str], year: int, sink: Sink) -> Iterator[_Line]:
    above: _Line | None = None
    for row in rows:
        if row.heading:
            continue
        if row.cells[0].colspan > 1:
            sink.remark("ignored", "a notice to the reader of the page", place=row.place, value=row.cells[0].line)
            continue
        cells = _by_name(row, names, sink)
        if len(cells) < 2:
            sink.remark("lost", "a row with less than two cells", place=row.place, value=row.cells[0].line)
            continue
        above = _line(row.place, cells, year, above, sink)
        yield above


def _by_name(row: TableRow, names: Sequence[str], sink: Sink) -> dict[str, Cell]:
    for cell in row.cells[len(names) :]:
        sink.remark("lost", "a cell beyond the columns of the table", place=row.place, value=cell.line)
    if len(row.cells) < len(names):
        sink.remark("odd", "a row with less cells than columns: the last ones are missing", place=row.place)
    if row.implied:
        sink.remark("odd", "the page lacks the beginning of a row before its cells", place=row.place)
    cells = {name: cell for name, cell in zip(names, row.cells, strict=False) if name}
    remark_on_cells(cells, row.place, sink)
    return cells


def _line(place: str, cells: dict[str, Cell], year: int, above: _Line | None, sink: Sink) -> _Line:
    told = cells["date"].line
    days = read_days(told, year)
    if not told and not cells["symbol"].line and above:
        sink.remark("odd", "a row without meeting and date belongs to the meeting of the row above", place=place)
        return _Line(place, cells, above.meeting, above.days)
    if days is None:
        sink.remark("lost", "the date is none of the year", place=place, value=told)
    elif days.first != days.last:
        sink.remark(
            "odd", "a meeting of several days is dated by the first, its votes are not", place=place, value=told
        )
    if not meeting_symbol(cells["symbol"].line) and cells["symbol"].line not in _NONE:
        sink.remark("lost", "the meeting's record has no symbol", place=place, value=cells["symbol"].line)
    return _Line(place, cells, cells["symbol"], days)


def _meeting(line: _Line) -> dict[str, object]:
    letters = {"procedure": line.text("procedure"), "outcome": line.text("letter")}
    known = {name: symbol for name, symbol in letters.items() if symbol not in (None, *_NONE)}
    closed = "closed" if _CLOSED.search(line.meeting.line) else None
    return {
        "place": line.place,
        "symbol": line.symbol,
        "symbol_told": line.text("symbol"),
        "date": line.day,
        "date_told": line.text("date"),
        "topic": line.text("topic"),
        "outcome_told": line.text("outcome"),
        "press": line.text("press"),
        "form": "written" if "outcome" in known and not line.symbol else closed,
        "letters": "; ".join(f"{name}: {symbol}" for name, symbol in known.items()) or None,
        "public": line.day,
    }


def _calls(lines: Sequence[_Line], sink: Sink) -> Iterator[dict[str, object]]:
    seen: Counter[str] = Counter()
    for line in lines:
        outcome = line.text("outcome") or ""
        acts = acts_of(outcome)
        if not acts and has_vote(outcome):
            sink.remark("lost", "a vote without the symbol of what was voted on", place=line.place, value=outcome)
        for act in acts:
            if act.outcome is None:
                sink.remark("ignored", "a document in the outcome of which no vote is told", value=act.told)
                continue
            yield _call(line, act, seen, sink)


def _call(line: _Line, act: Act, seen: Counter[str], sink: Sink) -> dict[str, object]:
    meeting = meeting_symbol(line.meeting.line)
    name = f"{meeting or line.day} {act.symbol or act.draft}"
    seen[name] += 1
    _remark(act, line, sink)
    tally = act.tally or (None, None, None)
    return {
        "series": SERIES,
        "call": name if seen[name] == 1 else f"{name} #{seen[name]}",
        "place": line.place,
        "body": "council",
        "symbol": act.symbol,
        "draft": act.draft,
        "date": line.voted,
        "date_told": line.text("date"),
        "meeting": meeting,
        "agenda": line.text("topic"),
        "outcome": act.outcome,
        "outcome_told": act.told,
        "mode": act.mode,
        **dict(zip(("yes", "no", "abstain"), tally, strict=True)),
        "absent": act.absent,
        "vetoed_by": "|".join(permanent_members(act.vetoed_by, line.day)[0]) if act.vetoed_by else None,
        "note": act.note,
        "public": line.days.last if line.days else None,
    }


def _remark(act: Act, line: _Line, sink: Sink) -> None:
    if act.left:
        sink.remark("lost", "words of an outcome that are not understood", place=line.place, value=act.left)
    if act.symbol and act.mode is None:
        sink.remark("odd", "a resolution without tally or manner of adoption", place=line.place, value=act.told)
    if act.outcome != "adopted" and act.tally is None:
        sink.remark("odd", "a draft that failed without tally", place=line.place, value=act.told)
    year = _RESOLUTION_YEAR.search(act.symbol or "")
    if year and line.day and int(year.group(1)) != line.day.year:
        sink.remark("odd", "a resolution of another year than its meeting", place=line.place, value=act.told)
    if act.outcome == "vetoed" and not permanent_members(act.vetoed_by or "", line.day)[0]:
        sink.remark("lost", "who vetoed is none of the permanent members", place=line.place, value=act.told)


LOADER = Loader(
    "council-meetings-html",
    "Meetings conducted by the Security Council, a table for each year",
    "un-library-meetings",
    _recognises,
    _load,
)

"""The UN Library's list of vetoes in the Security Council (HTML): day, draft, record, agenda item, by whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mahdar.record.loading.council_outcomes import Days, draft_symbol, meeting_symbol, permanent_members, read_days
from mahdar.record.loading.html_tables import TableRow, is_page, table_rows
from mahdar.record.loading.page_checks import remark_on_cells
from mahdar.record.loading.publication import Head, Loader, LoadError
from mahdar.record.loading.sink import Sink

SERIES = "library-vetoes"
_TITLE = re.compile(r"Security Council\s*-\s*Veto List")
_HEADING = ("date", "draft", "written record", "agenda item", "permanent member casting negative vote")


def _recognises(head: Head) -> bool:
    return is_page(head) and _TITLE.search(head.text) is not None


def _load(path: Path, sink: Sink) -> None:
    rows = table_rows(path)
    for row in rows:
        if tuple(cell.line.casefold() for cell in row.cells) == _HEADING:
            break
        sink.remark("ignored", "a notice to the reader of the page", place=row.place, value=row.cells[0].line)
    else:
        raise LoadError(f"does not have the columns {', '.join(_HEADING)}")
    sink.write("calls", _calls(rows, sink))
    sink.remark("ignored", "links repeat the symbols that they stand on")


def _calls(rows: Iterator[TableRow], sink: Sink) -> Iterator[dict[str, object]]:
    seen: Counter[str] = Counter()
    for row in rows:
        if len(row.cells) != len(_HEADING):
            value = ", ".join(cell.line for cell in row.cells)
            sink.remark("lost", "a row that does not have the columns of the list", place=row.place, value=value)
        else:
            remark_on_cells(dict(zip(_HEADING, row.cells, strict=True)), row.place, sink)
            yield _call(row, seen, sink)


def _call(row: TableRow, seen: Counter[str], sink: Sink) -> dict[str, object]:
    told, draft, record, agenda, members = (cell.line for cell in row.cells)
    days = _days(row.place, told, sink)
    symbol, meeting = draft_symbol(draft), meeting_symbol(record)
    if symbol is None:
        sink.remark("lost", "the draft has no symbol", place=row.place, value=draft)
    name = f"{meeting or told} {symbol or draft}"
    seen[name] += 1
    day = days.first if days and days.first == days.last else None
    return {
        "series": SERIES,
        "call": name if seen[name] == 1 else f"{name} #{seen[name]}",
        "place": row.place,
        "body": "council",
        "draft": symbol,
        "date": day,
        "date_told": told,
        "meeting": meeting,
        "agenda": agenda or None,
        "outcome": "vetoed",
        "outcome_told": members,
        "mode": "vote",
        "vetoed_by": _casters(row.place, members, days, sink),
        "note": _note(draft, symbol, "" if meeting else record),
        "public": days.last if days else None,
    }


def _days(place: str, told: str, sink: Sink) -> Days | None:
    days = read_days(told)
    if days is None:
        sink.remark("lost", "the date is no day", place=place, value=told)
    elif days.first != days.last:
        sink.remark("odd", "several days: on which of them the vote was taken is not said", place=place, value=told)
    elif days.short:
        sink.remark("odd", "a year of two figures", place=place, value=told)
    return days


def _casters(place: str, members: str, days: Days | None, sink: Sink) -> str | None:
    states, rest = permanent_members(members, days.last if days else None)
    if rest or not states:
        sink.remark("lost", "who vetoed is none of the permanent members", place=place, value=members)
    return "|".join(states) or None


def _note(draft: str, symbol: str | None, record: str) -> str | None:
    """What the cells say besides the symbols: `as amended`, or the letters in which a vote was told in 2020."""
    aside = draft.removeprefix(symbol or "").strip(" ,")
    return "; ".join(filter(None, (aside, f"record: {record}" if record else ""))) or None


LOADER = Loader("council-veto-list", "Veto list of the Security Council", "un-library-vetoes", _recognises, _load)

"""A workbook of votes by member on drafts of the Security Council since 1994, one row for a member's vote.

All is told as it stands there: days that are swapped with months, votes of states that did not sit on the Council.
Symbols are put into the UN's form; where that changed them, `note` has the cell. The file prints no tallies.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

from mahdar.record.loading.publication import Head, Loader
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.workbooks import plain, workbook_rows, workbook_start
from mahdar.record.states import find_state

SERIES = "sc-voting-workbook"
_COLUMNS = (
    *("Year", "Date,", "Resolution", "Meeting", "Draft", "Agenda item", "Category", "Region", "Submitted by"),
    *("Outcome results", "Vote", "Member State", "ID", "Membership_Status", "Topic"),
)
_IGNORED = {
    "Category": "Category and Region sort the agenda, which is told",
    "Submitted by": "the record has no place for who submitted a draft",
    "Membership_Status": "Membership_Status is who sat on the Council when the file was made",
}
_OF_CALL = tuple(name for name in _COLUMNS if name not in ("Vote", "Member State", "ID", "Membership_Status"))
_SEATS = 15  # Charter, Article 23, since 1966
_VOTES = {"Yes": "yes", "No": "no", "Abstain": "abstain"}
# Outcome -> outcome and mode.
_OUTCOMES = {
    "Adopted unanimously": ("adopted", "unanimous"),
    "Adopted by majority": ("adopted", "vote"),
    "Adopted by consensus": ("adopted", "consensus"),
    "Adopted by acclamation": ("adopted", "acclamation"),
    "Not adopted - veto": ("vetoed", "vote"),
    "Not adopted - failed to receive required number of votes": ("not-adopted", "vote"),
}
_RESOLUTION = re.compile(r"(?:S/RES/|Resolution )?(\d{1,4}) ?(?:\((\d{4})\)?|/(\d{4}))")
_DRAFT = re.compile(r"S/\d{4}/\d+(?:/(?:Rev|Add|Corr)\.\d+)*", re.IGNORECASE)
_MEETING = re.compile(r"(?:S/)?(?:PV\.?)?(\d{4,5})")
_BATCH = 500  # votes of the Council written at a time

Cells = Mapping[str, object]
Row = dict[str, object]


def _recognises(head: Head) -> bool:
    start = workbook_start(head)
    return all(name in start for name in ("Member State", "Outcome results", "Agenda item", "Submitted by"))


def _load(path: Path, sink: Sink) -> None:
    calls: list[Row] = []
    votes: list[Row] = []
    seen: set[str] = set()
    for call, group in groupby(_filled(path, sink), key=lambda pair: plain(pair[1]["ID"]) or ""):
        rows = list(group)
        if call in seen:
            sink.remark("odd", "rows of one vote stand apart", place=rows[0][0], value=call)
        else:
            calls.append(_call(call, rows, sink))
        seen.add(call)
        votes += _votes(call, rows, sink)
        if len(calls) >= _BATCH:
            _write(calls, votes, sink)
    _write(calls, votes, sink)
    for name, why in _IGNORED.items():
        sink.remark("ignored", why, value=name)


def _write(calls: list[Row], votes: list[Row], sink: Sink) -> None:
    issues = [{"series": SERIES, "call": call["call"], "issue": call.pop("issue")} for call in calls]
    sink.write("calls", calls)
    sink.write("votes", votes)
    sink.write("call_issues", [issue for issue in issues if issue["issue"]])
    calls.clear()
    votes.clear()


def _filled(path: Path, sink: Sink) -> Iterator[tuple[str, Cells]]:
    for place, cells in workbook_rows(path, *_COLUMNS):
        if all(value is None for value in cells.values()):
            sink.remark("ignored", "empty rows")
        elif plain(cells["ID"]) is None:
            sink.remark("lost", "a row without the ID of its vote", place=place)
        else:
            yield place, cells


def _call(call: str, rows: list[tuple[str, Cells]], sink: Sink) -> Row:
    place, cells = rows[0]
    for name in _OF_CALL:
        if any(other[name] != cells[name] for _, other in rows):
            sink.remark("odd", "rows of one vote differ; the first is taken", place=place, value=f"{call}: {name}")
    told = {name: plain(value) for name, value in cells.items()}
    outcome, mode = _outcome(told["Outcome results"], place, sink)
    names = _symbols(told, place, sink)
    day = _day(cells["Date,"], told["Year"], place, sink)
    return {
        "series": SERIES,
        "call": call,
        "place": place,
        "body": "council",
        **names,
        "date": day,
        "date_told": told["Date,"],
        "agenda": told["Agenda item"],
        "outcome": outcome,
        "outcome_told": told["Outcome results"],
        "mode": mode,
        "note": _note(told, names),
        "public": day,
        "issue": told["Topic"],
    }


def _outcome(told: str | None, place: str, sink: Sink) -> tuple[str | None, str | None]:
    if told not in _OUTCOMES:
        sink.remark("lost", "an outcome that is not known", place=place, value=told)
    return _OUTCOMES.get(told or "", (None, None))


def _day(told: object, year: str | None, place: str, sink: Sink) -> date | None:
    """The day that the cell holds, which need not be the day that was meant."""
    if not isinstance(told, datetime):
        sink.remark("lost", "the date is no day", place=place, value=told)
        return None
    if str(told.year) != year:
        sink.remark("odd", "the date is of another year than Year", place=place, value=f"{told:%Y-%m-%d}, {year}")
    return told.date()


def _symbols(told: Mapping[str, str | None], place: str, sink: Sink) -> dict[str, str | None]:
    resolution, draft, meeting = told["Resolution"] or "", told["Draft"] or "", told["Meeting"] or ""
    if "RES" in draft and _DRAFT.fullmatch(resolution):
        sink.remark("odd", "Resolution and Draft stand in each other's column", place=place, value=resolution)
        resolution, draft = draft, resolution
    number, of_draft = _RESOLUTION.fullmatch(resolution), _DRAFT.search(draft)
    for hit, text in ((number, resolution), (of_draft, draft)):
        if hit is None and text:
            sink.remark("odd", "a resolution or draft without symbol; it is kept in the note", place=place, value=text)
    of_meeting = _MEETING.fullmatch(meeting)
    return {
        "symbol": f"S/RES/{number.group(1)} ({number.group(2) or number.group(3)})" if number else None,
        "draft": f"S{of_draft.group()[1:]}" if of_draft else None,
        "meeting": f"S/PV.{of_meeting.group(1)}" if of_meeting else None,
    }


def _note(told: Mapping[str, str | None], names: Mapping[str, str | None]) -> str | None:
    """The cells of which the symbols are not a copy."""
    pairs = (("Resolution", "symbol"), ("Meeting", "meeting"), ("Draft", "draft"))
    changed = (f"{cell}: {told[cell]}" for cell, name in pairs if told[cell] and told[cell] != names[name])
    return "; ".join(changed) or None


def _votes(call: str, rows: list[tuple[str, Cells]], sink: Sink) -> Iterator[Row]:
    members = Counter(plain(cells["Member State"]) for _, cells in rows)
    for name, times in members.items():
        if times > 1:
            sink.remark("odd", "a member stands in one vote more than once", place=rows[0][0], value=f"{call}: {name}")
    if len(rows) != _SEATS:
        why = f"a vote that does not have {_SEATS} rows, one for each member"
        sink.remark("odd", why, place=rows[0][0], value=f"{call}: {len(rows)}")
    for place, cells in rows:
        name, told = plain(cells["Member State"]), plain(cells["Vote"])
        day = cells["Date,"]
        state = find_state(name or "", day.date() if isinstance(day, datetime) else None)
        if state is None or told not in _VOTES:
            sink.remark("lost", "no such state or vote", place=place, value=f"{name}: {told}")
            continue
        yield {"series": SERIES, "call": call, "state": state, "vote": _VOTES[told], "name_told": name}


LOADER = Loader(
    "council-votes-workbook",
    "Votes by member on drafts of the Security Council",
    "un-sc-votes",
    _recognises,
    _load,
)

"""Vetoes in the Security Council, compiled from the UN Library's list (CSV): day, draft, record, who voted against.

`member_veto1` to `member_veto3` name who vetoed. Columns of 0 and 1 repeat that and are wrong in places, which is
remarked; a day is that on which the meeting ended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from mahdar.record.loading.council_outcomes import draft_symbol, meeting_symbol
from mahdar.record.loading.csv_tables import whole_lines
from mahdar.record.loading.publication import Head, Loader
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.values import day, integer, words
from mahdar.record.states import find_state

SERIES = "wpdl-vetoes"
_NAMED = ("member_veto1", "member_veto2", "member_veto3")
_MEMBERS = ("China", "France", "Russia", "USSR", "USA", "UK")
_NUMBERS = ("single_veto", "multiple_vetoes")
_TOGETHER = {
    "russia_china": {"Russia", "China"},
    "usa_uk": {"USA", "UK"},
    "usa_france": {"USA", "France"},
    "usa_france_uk": {"USA", "France", "UK"},
    "france_uk": {"France", "UK"},
}
_COLUMNS = (
    *("year", "date", "month", "draft", "meeting_record", "agenda_item", "crisis_topic", "region"),
    *_NAMED,
    *_NUMBERS,
    *_MEMBERS,
    *_TOGETHER,
)
_ODD_MEMBERS = "columns of 0 and 1 do not say who is named as having vetoed; the names are taken"
_ODD_NUMBERS = "columns of 0 and 1 do not say how many are named as having vetoed; the names are taken"


def _recognises(head: Head) -> bool:
    return head.has_columns("draft", "meeting_record", *_NAMED, *_NUMBERS)


def _load(path: Path, sink: Sink) -> None:
    issues: list[dict[str, object]] = []
    sink.write("calls", _calls(path, issues, sink))
    sink.write("call_issues", issues)
    for column in (*_MEMBERS, *_NUMBERS, *_TOGETHER):
        sink.remark("ignored", "a column of 0 and 1 that repeats who vetoed", value=column)
    sink.remark("ignored", "year and month repeat the date")
    sink.remark("ignored", "region sorts crisis_topic, which is told")


def _calls(path: Path, issues: list[dict[str, object]], sink: Sink) -> Iterator[dict[str, object]]:
    """The vetoes; the topic of each is added to `issues`."""
    seen: Counter[str] = Counter()
    for place, line in whole_lines(path, _COLUMNS, sink):
        call = _call(place, line, seen, sink)
        if words(line["crisis_topic"]):
            issues.append({"series": SERIES, "call": call["call"], "issue": words(line["crisis_topic"])})
        yield call


def _name(line: Mapping[str, str], seen: Counter[str]) -> str:
    name = f"{words(line['meeting_record'])} {words(line['draft'])}"
    seen[name] += 1
    return name if seen[name] == 1 else f"{name} #{seen[name]}"


def _call(place: str, line: Mapping[str, str], seen: Counter[str], sink: Sink) -> dict[str, object]:
    told, draft, record = line["date"], words(line["draft"]) or "", words(line["meeting_record"]) or ""
    on = day(told, "%m/%d/%Y")
    if on is None:
        sink.remark("lost", "the date is no day", place=place, value=told)
    elif (on.year, on.month) != (integer(line["year"]), integer(line["month"])):
        sink.remark("odd", "the date is not of the year and month beside it", place=place, value=told)
    _check(place, line, sink)
    symbol, meeting = draft_symbol(draft), meeting_symbol(record)
    if symbol is None:
        sink.remark("lost", "the draft has no symbol", place=place, value=draft)
    aside = (draft.removeprefix(symbol or "").strip(" ,"), "" if meeting else f"record: {record}")
    return {
        "series": SERIES,
        "call": _name(line, seen),
        "place": place,
        "body": "council",
        "draft": symbol,
        "date": on,
        "date_told": told,
        "meeting": meeting,
        "agenda": words(line["agenda_item"]),
        "outcome": "vetoed",
        "outcome_told": ", ".join(_casters(line)),
        "mode": "vote",
        "vetoed_by": _codes(place, line, on, sink),
        "note": "; ".join(filter(None, aside)) or None,
        "public": on,
    }


def _casters(line: Mapping[str, str]) -> list[str]:
    return [name for name in (words(line[column]) for column in _NAMED) if name]


def _codes(place: str, line: Mapping[str, str], on: date | None, sink: Sink) -> str | None:
    found = []
    for name in _casters(line):
        state = find_state(name, on)
        if state is None or name not in _MEMBERS:
            sink.remark("lost", "who vetoed is none of the permanent members", place=place, value=name)
        else:
            found.append(state)
    return "|".join(found) or None


def _check(place: str, line: Mapping[str, str], sink: Sink) -> None:
    """Remark on columns of 0 and 1 that contradict the names."""
    named = set(_casters(line))
    numbers = {column: named == together for column, together in _TOGETHER.items()}
    numbers |= {"single_veto": len(named) == 1, "multiple_vetoes": len(named) > 1}
    pairs = ((_ODD_MEMBERS, {name: name in named for name in _MEMBERS}), (_ODD_NUMBERS, numbers))
    for why, right in pairs:
        wrong = [column for column, holds in right.items() if line.get(column, "") != str(int(holds))]
        if wrong:
            sink.remark("odd", why, place=place, value=f"{', '.join(_casters(line))}: {', '.join(wrong)}")


LOADER = Loader(
    "council-vetoes-csv", "Vetoes in the Security Council, a table", "un-library-vetoes", _recognises, _load
)

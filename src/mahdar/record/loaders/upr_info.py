"""Recommendations and voluntary pledges of the Universal Periodic Review, as UPR Info exports them (CSV).

One row is a recommendation by one State. The export of 2014 is in Mac Roman with lines that end in CR; files in UTF-8
with other line ends are read as well.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

from mahdar.record.loading.encodings import encoding_of, ends_in_line_end
from mahdar.record.loading.publication import Head, Loader, LoadError
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.values import csv_lines, cycle_of_session, integer, words
from mahdar.record.states import find_state

_COLUMNS = ("To", "Text", "From", "Response", "Action", "Issue", "Session")
# What is passed over, and why.
_IGNORED = {
    "To-Rgrp": "To-Rgrp is the regional group of the State under review, which the state implies",
    "To-Org": "To-Org lists organisations that the State under review belongs to",
    "From-Rgrp": "From-Rgrp is the regional group of the recommending State, which the state implies",
    "From-Org": "From-Org lists organisations that the recommending State belongs to",
}
_RESPONSES = {"accepted": "supported", "supported": "supported", "noted": "noted", "pending": "pending"}
_PLEDGE = "voluntary pledge"
_ACTIONS = range(1, 6)  # UPR Info's categories, from minimal (1) to specific action (5)
_MOST_BYTES = 128 << 20


def _recognises(head: Head) -> bool:
    return set(_COLUMNS) <= set(head.columns)


def _load(path: Path, sink: Sink) -> None:
    if path.stat().st_size > _MOST_BYTES:
        raise LoadError(f"is larger than {_MOST_BYTES >> 20} MB, which no such export is")
    encoding = encoding_of(path)
    for column in Head.of(path).columns:
        if column in _IGNORED:
            sink.remark("ignored", _IGNORED[column])
        elif column not in _COLUMNS:
            sink.remark("lost", "a column that UPR Info's exports do not have", value=column)
    sink.write("recommendations", _rows(path, encoding, sink))


def _rows(path: Path, encoding: str, sink: Sink) -> Iterator[dict[str, object]]:
    seen: set[int] = set()
    last = broken = ""
    for last, line in csv_lines(path, encoding):
        if missing := [column for column in _COLUMNS if column not in line]:
            raise LoadError(f"has no column {missing[0]!r}, which exports of UPR Info have")
        line = _unescaped(line, last, sink)
        state, session, text = find_state(line["To"]), integer(line["Session"]), words(line["Text"])
        if state is None or session is None or text is None:
            broken = last
            sink.remark("lost", "no such State under review, no session or no text", place=last, value=_brief(line))
            continue
        if (key := hash(tuple(line.values()))) in seen:
            sink.remark("odd", "the same row stands twice; both are taken", place=last, value=_brief(line))
        seen.add(key)
        yield {
            "place": last,
            "state": state,
            "session": session,
            "cycle": cycle_of_session(session),
            "text": text,
            "themes": "|".join(filter(None, (words(issue) for issue in line["Issue"].split(",")))) or None,
            "action": _action(line["Action"], last, sink),
            **_recommender(line["From"], last, sink),
            **_response(line["Response"], last, sink),
        }
    if last and last == broken and not ends_in_line_end(path):
        raise LoadError(f"{last} is cut short")


def _unescaped(line: dict[str, str], place: str, sink: Sink) -> dict[str, str]:
    """The line with `&#40;` and the like as the characters they stand for."""
    plain = {column: html.unescape(cell) for column, cell in line.items()}
    if plain != line:
        sink.remark("odd", "characters written as HTML entities are read as what they stand for", place=place)
    return plain


def _recommender(name: str, place: str, sink: Sink) -> dict[str, object]:
    told = words(name)
    state = find_state(told) if told else None
    if state is None:
        why = "a recommending State that is not known; the row stands without one"
        sink.remark("odd", why, place=place, value=told or "")
    return {"recommender": state, "recommender_told": told}


def _response(cell: str, place: str, sink: Sink) -> dict[str, object]:
    told = words(cell)
    if told and told.casefold() == _PLEDGE:
        return {"kind": "pledge", "response_told": told}
    response = _RESPONSES.get((told or "").casefold())
    if response is None:
        why = "a response that is none of those known; the row stands without one"
        sink.remark("odd", why, place=place, value=told or "")
    return {"kind": "recommendation", "response": response, "response_told": told}


def _action(cell: str, place: str, sink: Sink) -> int | None:
    action = integer(cell)
    if action in _ACTIONS:
        return action
    sink.remark("lost", "a category of action that is none of 1 to 5", place=place, value=cell)
    return None


def _brief(line: dict[str, str]) -> str:
    return ", ".join((line["To"], line["Session"], line["Text"]))


LOADER = Loader("upr-info", "Recommendations and pledges (UPR Info)", "upr-info", _recognises, _load)

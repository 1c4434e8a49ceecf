"""Indexes of the Security Council's resolutions: records in the UN Digital Library, topics, drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from mahdar.record.loading.csv_tables import whole_lines
from mahdar.record.loading.publication import Head, Loader
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.values import day, integer, words
from mahdar.record.loading.workbooks import plain, workbook_rows, workbook_start

_RECORDS = ("res_no", "url_record")
_TOPICS = ("", "Resolution", "Number", "Year", "Date", "Topic", "URL")
# Fields of MARC 21 as the UN Digital Library uses them: symbol, titles, author, subjects, files, related documents.
_FIELDS = ("191__a", "239__a", "245__a", "245__c", "610__a", "650", "650__a", "856__u", "993__a")
_IGNORED_FIELDS = {
    "245__a, 245__c": "say again that the document is a draft, and who submitted it",
    "610__a, 650, 650__a": "subjects of the Library's thesaurus; the title is told",
    "856__u": "addresses of the files follow from the number of the record, which is told",
}
_RESOLUTION = re.compile(r"S/RES/(\d+)\s*(?:\((\d{4})\)|/(\d{4}))?")
_RECORD = "https://digitallibrary.un.org/record/"
_NOTHING = ("", "NA")

Row = dict[str, object]


def _is_records(head: Head) -> bool:
    return head.columns == _RECORDS


def _load_records(path: Path, sink: Sink) -> None:
    sink.write("resolutions", _records(path, sink))


def _records(path: Path, sink: Sink) -> Iterator[Row]:
    for place, line in whole_lines(path, _RECORDS, sink):
        number = integer(line["res_no"])
        if number is None or not line["url_record"].startswith(_RECORD):
            value = f"{line['res_no']}, {line['url_record']}"
            sink.remark("lost", "no number or no record of the Library", place=place, value=value)
            continue
        yield {"place": place, "symbol": f"S/RES/{number}", "url": line["url_record"]}


def _is_topics(head: Head) -> bool:
    return head.columns == _TOPICS


def _load_topics(path: Path, sink: Sink) -> None:
    sink.write("resolutions", _topics(path, sink))
    sink.remark("ignored", "the first column numbers the rows")
    sink.remark("ignored", "Number repeats the number in Resolution")


def _topics(path: Path, sink: Sink) -> Iterator[Row]:
    for place, line in whole_lines(path, _TOPICS, sink, delimiter=";"):
        number, year = _RESOLUTION.fullmatch(line["Resolution"].strip()), integer(line["Year"])
        if number is None or year is None:
            value = f"{line['Resolution']}, {line['Year']}"
            sink.remark("lost", "no symbol of a resolution or no year", place=place, value=value)
            continue
        if integer(line["Number"]) != int(number.group(1)):
            sink.remark("odd", "Number is not the number in Resolution", place=place, value=line["Number"])
        on = _date(place, line["Date"].strip(), sink)
        told = {"place": place, "symbol": f"S/RES/{number.group(1)} ({year})", "date": on, "public": on}
        yield {**told, "title": words(line["Topic"]), "url": line["URL"].strip() or None}


def _date(place: str, told: str, sink: Sink) -> date | None:
    on = day(told, "%d %B %Y")
    if on is None and told not in _NOTHING:
        sink.remark("lost", "the date is no day", place=place, value=told)
    return on


def _is_drafts(head: Head) -> bool:
    start = workbook_start(head)
    return all(f"<t>{name}</t>" in start for name in _FIELDS if name != "650")


def _load_drafts(path: Path, sink: Sink) -> None:
    sink.write("resolutions", _drafts(path, sink))
    for fields, why in _IGNORED_FIELDS.items():
        sink.remark("ignored", why, value=fields)


def _drafts(path: Path, sink: Sink) -> Iterator[Row]:
    for place, cells in workbook_rows(path, "1", *_FIELDS):
        told = {name: plain(value) for name, value in cells.items()}
        related, draft = told["993__a"] or "", told["191__a"]
        found = list(_RESOLUTION.finditer(related))
        if not found:
            why = "a document that is not tied to a resolution"
            sink.remark("ignored", why, place=place if related else "", value=related)
        elif len(found) > 1:
            sink.remark("odd", "a document tied to several resolutions", place=place, value=f"{draft}: {related}")
        for hit in found:
            yield {"place": place, "symbol": _symbol(hit), "draft": draft, **_described(told)}


def _symbol(hit: re.Match[str]) -> str:
    year = hit.group(2) or hit.group(3)
    return f"S/RES/{hit.group(1)} ({year})" if year else f"S/RES/{hit.group(1)}"


def _described(told: Mapping[str, str | None]) -> Row:
    number = integer(told["1"])
    return {"title": told["239__a"], "url": f"{_RECORD}{number}" if number is not None else None}


LOADERS = (
    Loader(
        "resolution-records",
        "Records of Security Council resolutions and votes in the UN Digital Library",
        "unsc-resolution-index",
        _is_records,
        _load_records,
    ),
    Loader(
        "resolution-topics",
        "Resolutions of the Security Council by topic",
        "unsc-resolution-index",
        _is_topics,
        _load_topics,
    ),
    Loader(
        "resolution-drafts",
        "Drafts of Security Council resolutions in the UN Digital Library",
        "unsc-resolution-index",
        _is_drafts,
        _load_drafts,
    ),
)

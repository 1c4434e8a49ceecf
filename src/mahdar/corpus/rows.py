"""One reading as rows of the tables, in the order of their columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from mahdar.edtf import Interval
from mahdar.model import Claim, Event, Figure, Reading, Span, Statement

Row = tuple[Any, ...]


def rows_of(key: int, text: str, reading: Reading) -> Iterator[tuple[str, Iterable[Row]]]:
    """Each table but `rejected`, with the rows that a reading of ``text`` has there."""
    head = (key, _clean(reading.report.id))
    yield "reports", [_report(head, text, reading)]
    yield "statements", (head + _statement(n, each, reading) for n, each in enumerate(reading.statements))
    yield "times", ((*head, *_span(n, each), each.edtf, *_days(each.edtf)) for n, each in enumerate(reading.times))
    yield "figures", (head + _figure(n, each, reading.events) for n, each in enumerate(reading.figures))
    yield "events", (head + _event(n, each) for n, each in enumerate(reading.events))
    yield "claims", (head + _claim(n, each) for n, each in enumerate(reading.claims))
    whole = json.dumps(reading.to_dict(), ensure_ascii=False, separators=(",", ":"))
    yield "readings", [(*head, _clean(whole))]


def _report(head: Row, text: str, reading: Reading) -> Row:
    told = reading.report
    sizes = (len(text), len(reading.statements), len(reading.claims))
    names = (_clean(name) for name in (told.title, told.outlet, told.url))
    about = (told.sha256, told.language, *names, told.published, *_days(told.published))
    return (*head, *about, told.published_basis, list(told.notes), *sizes, _clean(text))


def _statement(n: int, each: Statement, reading: Reading) -> Row:
    principals = [_principal(speaker, reading) for speaker in each.speakers]
    said = (each.act, each.quoted, list(each.speakers), list(dict.fromkeys(principals)))
    return (*_span(n, each), *said, _clean(each.speaker_text), list(each.via), each.cue)


def _principal(speaker: str, reading: Reading) -> str:
    """The state or body that somebody speaks for; who speaks for nobody else speaks for himself."""
    entity = reading.entities.get(speaker)
    return (entity.principal if entity else None) or speaker


def _figure(n: int, each: Figure, events: Iterable[Event]) -> Row:
    """The topic of a figure is the type of the event that it stands in."""
    around = (event.type for event in events if event.start <= each.start and each.end <= event.end)
    return (*_span(n, each), _number(each.low), _number(each.high), each.unit, next(around, None))


def _number(value: float | None) -> float | None:
    try:
        return None if value is None else float(value)
    except OverflowError:
        return None


def _event(n: int, each: Event) -> Row:
    sides = (each.type, list(each.actors), list(each.recipients))
    return (*_span(n, each), *sides, each.edtf, *_days(each.edtf), list(each.reported_by))


def _claim(n: int, each: Claim) -> Row:
    args = json.dumps(dict(each.args), ensure_ascii=False, sort_keys=True)
    cited = [{name: getattr(c, name) for name in ("symbol", "date", "title", "source", "url")} for c in each.citations]
    return (*_span(n, each), each.kind, args, each.negated, each.verdict, each.why.en, each.why.ar, cited)


def _span(n: int, each: Span) -> Row:
    return (n, each.start, each.end, _clean(each.text))


def _clean(text: str | None) -> str | None:
    """Tables are UTF-8, which has no lone surrogates."""
    return text.encode("utf-8", "replace").decode() if text is not None else None


def _days(edtf: str | None) -> tuple[date | None, date | None]:
    if edtf is None:
        return None, None
    days = Interval.parse(edtf)
    return days.first, days.last

"""Readings as tables: reports, statements, times, figures, events, claims; a row each, with whence it comes.

Every row begins with the report's id and address, and the symbols of documents that the record names there: of the
claims that share words with the row's span, for a report those of all its claims.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from mahdar.accounts.compare_scene import Scene
from mahdar.accounts.telling import Telling
from mahdar.export.kept import Kept, Moment
from mahdar.model import Citation, Entity, Span
from mahdar.reading.nesting import Nesting

# `list` is several texts, `edtf` a time as text, `day` an ISO day, `moment` an ISO moment in UTC, `json` an object.
Kind = Literal["text", "list", "integer", "number", "boolean", "edtf", "day", "moment", "json"]
Value = str | int | float | bool | list[str] | None
Row = tuple[Value, ...]
Columns = tuple[tuple[str, Kind], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table's name, its columns with their kinds, and the rows that a report adds to it."""

    name: str
    columns: Columns
    rows: Callable[[Source], Iterator[Row]]


class Source:
    """A kept report, with what the rows of several tables ask of it."""

    def __init__(self, kept: Kept) -> None:
        self.report, self.text, self.reading = kept.report, kept.text, kept.reading
        self._decided = kept.decided

    @cached_property
    def _cited(self) -> list[tuple[int, int, list[str]]]:
        return [(one.start, one.end, symbols_of(one.citations)) for one in self.reading.claims]

    def symbols(self, start: int = 0, end: int | None = None) -> list[str]:
        """The symbols that the record names for claims within a span, each once."""
        stop = len(self.text) if end is None else end
        return _once(symbol for first, last, named in self._cited if first < stop and last > start for symbol in named)

    def sentence(self, span: Span) -> Span:
        """The sentence, or sentences, that hold a span."""
        return self._scene.sentence(span.start, span.end)

    @cached_property
    def _scene(self) -> Scene:
        return Scene(0, Telling(self.report.id, self.text, self.reading))

    @cached_property
    def _statements(self) -> Nesting:
        return Nesting((one.start, one.end) for one in self.reading.statements)

    def speakers(self, offset: int) -> list[str]:
        """Who speaks at an offset: of the innermost statement there; nobody in the report's own words."""
        found = self._statements.at(offset)
        return [] if found is None else list(self.reading.statements[found].speakers)

    def decided(self, one: Span, kind: str = "") -> list[str]:
        """The people who decided on a statement, or on a claim of that kind."""
        return list(self._decided.get((one.start, one.end, kind), ()))

    def entity(self, id_: str) -> Entity:
        """What the reading knows of an entity; its id for a name where it knows nothing."""
        return self.reading.entities.get(id_) or Entity(id_.partition(":")[2] or id_)

    def head(self, start: int = 0, end: int | None = None) -> Row:
        """The cells with which every row begins."""
        return (self.report.id, self.report.address, self.symbols(start, end), self.report.outlet, *self.published)

    @cached_property
    def published(self) -> Row:
        return days(self.report.published)

    def span(self, one: Span) -> Row:
        """The head of a row for words of the report, and the words."""
        return (*self.head(one.start, one.end), one.start, one.end, one.text)


def symbols_of(citations: Iterable[Citation]) -> list[str]:
    """The symbols of citations, each once."""
    return _once(one.symbol for one in citations if one.symbol)


def days(when: Moment | None) -> Row:
    """EDTF, first and last day."""
    return (when.edtf, when.first, when.last) if when else (None, None, None)


def _once(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))


# -- the tables
_HEAD: Columns = (
    ("report", "text"), ("address", "text"), ("symbols", "list"), ("outlet", "text"),
    ("published", "edtf"), ("published_first", "day"), ("published_last", "day"),
)  # fmt: skip
_SPAN: Columns = (*_HEAD, ("start", "integer"), ("end", "integer"), ("text", "text"))
_DAYS: Columns = (("edtf", "edtf"), ("first", "day"), ("last", "day"))


def _reports(source: Source) -> Iterator[Row]:
    one, reading = source.report, source.reading
    counts = (len(reading.statements), len(reading.times), len(reading.figures), len(reading.events))
    verdicts: list[str] = [claim.verdict for claim in reading.claims]
    yield (
        *source.head(), one.title, one.language, one.published_basis, one.sha256, one.captured_at, one.added_at,
        one.reader, one.record, one.read_at, *counts,
        len(verdicts), *(verdicts.count(label) for label in _VERDICTS),
    )  # fmt: skip


_VERDICTS = ("supported", "refuted", "conflicting", "not-enough-evidence")
_REPORTS: Columns = (
    *_HEAD, ("title", "text"), ("language", "text"), ("published_basis", "text"), ("sha256", "text"),
    ("captured_at", "moment"), ("added_at", "moment"), ("reader", "text"), ("record", "text"), ("read_at", "moment"),
    ("statements", "integer"), ("times", "integer"), ("figures", "integer"), ("events", "integer"),
    ("claims", "integer"), ("supported", "integer"), ("refuted", "integer"), ("conflicting", "integer"),
    ("not_enough_evidence", "integer"),
)  # fmt: skip


def _statements(source: Source) -> Iterator[Row]:
    for one in source.reading.statements:
        known = [source.entity(speaker) for speaker in one.speakers]
        yield (
            *source.span(one), one.act, one.quoted, list(one.speakers), [each.name for each in known],
            [each.name_ar or each.name for each in known],
            _once(each.principal for each in known if each.principal), one.speaker_text, list(one.via), one.cue,
            source.decided(one),
        )  # fmt: skip


_STATEMENTS: Columns = (
    *_SPAN, ("act", "text"), ("quoted", "boolean"), ("speakers", "list"), ("names", "list"), ("names_ar", "list"),
    ("principals", "list"), ("speaker_text", "text"), ("via", "list"), ("cue", "text"), ("reviewed_by", "list"),
)  # fmt: skip


def _times(source: Source) -> Iterator[Row]:
    return ((*source.span(one), *days(Moment.of(one.edtf))) for one in source.reading.times)


def _figures(source: Source) -> Iterator[Row]:
    for one in source.reading.figures:
        yield (*source.span(one), one.low, one.high, one.unit, source.speakers(one.start))


_FIGURES: Columns = (*_SPAN, ("low", "number"), ("high", "number"), ("unit", "text"), ("claimed_by", "list"))


def _events(source: Source) -> Iterator[Row]:
    for one in source.reading.events:
        when = days(Moment.of(one.edtf))
        yield (*source.span(one), one.type, list(one.actors), list(one.recipients), *when, list(one.reported_by))


_EVENTS: Columns = (
    *_SPAN, ("type", "text"), ("actors", "list"), ("recipients", "list"), *_DAYS, ("reported_by", "list"),
)  # fmt: skip


def _claims(source: Source) -> Iterator[Row]:
    for one in source.reading.claims:
        own = symbols_of(one.citations)
        words = source.span(one)
        cited = [f"{cite.title} ({cite.source})" for cite in one.citations]
        urls = _once(cite.url for cite in one.citations if cite.url)
        args = json.dumps(dict(one.args), ensure_ascii=False)
        yield (
            *words[:2], own, *words[3:], one.kind, args, one.negated, one.verdict, one.why.en, one.why.ar, cited,
            urls, source.speakers(one.start), source.decided(one, one.kind),
        )  # fmt: skip


_CLAIMS: Columns = (
    *_SPAN, ("kind", "text"), ("arguments", "json"), ("negated", "boolean"), ("verdict", "text"), ("why", "text"),
    ("why_ar", "text"), ("citations", "list"), ("cited_addresses", "list"), ("said_by", "list"),
    ("reviewed_by", "list"),
)  # fmt: skip

TABLES = (
    Table("reports", _REPORTS, _reports),
    Table("statements", _STATEMENTS, _statements),
    Table("times", (*_SPAN, *_DAYS), _times),
    Table("figures", _FIGURES, _figures),
    Table("events", _EVENTS, _events),
    Table("claims", _CLAIMS, _claims),
)

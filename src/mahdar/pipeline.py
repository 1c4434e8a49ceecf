"""The way a report takes: text, language, reading, claims, record, verdicts. One call does all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from hashlib import sha256

from mahdar.checking.caution import unrefuted
from mahdar.checking.dating import Dating, date_passage, told_too_early
from mahdar.checking.desk import judge_all
from mahdar.checking.finding import find_all
from mahdar.checking.protocol import Found
from mahdar.edtf import Interval
from mahdar.language.detect import UNKNOWN, detect_language
from mahdar.language.tokens import tokenize
from mahdar.model import Claim, Entity, Mention, PublishedBasis, Reading, Report, Span, Time
from mahdar.reading.dateline import dateline
from mahdar.reading.events import events
from mahdar.reading.passage import Passage
from mahdar.reading.reader import read_undated
from mahdar.record.access import Record

_GRAMMARS = ("ar", "en")
_MOST_NAMED = 3  # claims in a note
_MONTH = timedelta(31)


def read(
    text: str,
    *,
    id: str = "",
    raw: bytes | None = None,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    as_of: date | None = None,
    record: Record | None = None,
    checks: bool = True,
) -> Reading:
    """Read one report and hold it against the record.

    ``published`` is EDTF (ValueError if it is not); ``raw`` the bytes that the text was decoded from; ``record`` the
    built-in record if None; with ``as_of`` it is judged by the record as it stood on that day. Without ``checks`` it is
    read alone: no claims, and no date that only claims tell.
    """
    tokens = tokenize(text)
    language = detect_language(tokens)
    given = Interval.parse(published) if published else None
    passage = read_undated(text, language, given, outlet, tokens)
    stated = dateline(passage)
    if given is None and stated is not None:
        passage.published = stated
    claims, dating = _hold_against_record(passage, record, as_of) if checks else ([], None)
    disputed = _disputed(passage, given, stated)
    if disputed:
        claims = unrefuted(claims)
    passage.events = events(passage)
    report = Report(
        id=id or "text",
        sha256=sha256(raw if raw is not None else text.encode("utf-8", "surrogatepass")).hexdigest(),
        language=language,
        title=title,
        outlet=outlet,
        url=url,
        published=published or (passage.published.edtf() if passage.published else None),
        published_basis=_basis(given, stated, passage),
        notes=(*_notes(language), *disputed, *_contradictions(passage, dating)),
        dated_by=_spans(passage, dating.by if dating else ()),
        dated_against=_spans(passage, dating.against if dating else ()),
    )
    return _reading(report, passage, claims)


def _hold_against_record(
    passage: Passage, record: Record | None, as_of: date | None
) -> tuple[list[Claim], Dating | None]:
    """Find the claims, date the report by them where nobody said when it was published, and judge them.

    A date that somebody said is held against the claims instead.
    """
    founds = find_all(passage)
    if not founds:
        return [], None
    record = record or built_in_record()
    if passage.published is not None:
        dating: Dating | None = told_too_early(founds, passage.published, record)
        return judge_all(passage, founds, record, as_of), dating
    dating = date_passage(founds, record)
    passage.published = dating.published if dating is not None else None
    claims = judge_all(passage, founds, record, as_of)
    doubtful = dating is not None and len(dating.against) >= len(dating.by)
    return (unrefuted(claims) if doubtful else claims), dating


@cache
def built_in_record() -> Record:
    """The record that comes with the package, opened once."""
    return Record.open()


def _basis(given: Interval | None, stated: Interval | None, passage: Passage) -> PublishedBasis | None:
    if given is not None:
        return "given"
    if stated is not None:
        return "text"
    return "record" if passage.published is not None else None


def _spans(passage: Passage, founds: Iterable[Found]) -> tuple[Span, ...]:
    """Where claims stand, each place once, in order."""
    places = sorted({(found.start, found.end) for found in founds})
    return tuple(Span(start, end, passage.text[start:end]) for start, end in places)


def _contradictions(passage: Passage, dating: Dating | None) -> tuple[str, ...]:
    """One note on the claims that the record dates otherwise than the report."""
    against = _spans(passage, dating.against if dating else ())
    if dating is None or not against:
        return ()
    words = " … ".join(" ".join(span.text.split()) for span in against[:_MOST_NAMED])
    days = dating.published.edtf()
    if passage.language == "ar":
        return (f"تاريخ التقرير ({days}) لا يتفق مع ما في السجل عن: «{words}»",)
    return (f"the report's date ({days}) does not agree with what the record has on: “{words}”",)


def _disputed(passage: Passage, given: Interval | None, stated: Interval | None) -> tuple[str, ...]:
    """A note where the date that the caller gives and that of the report's own dateline lie more than a month apart."""
    if given is None or stated is None or stated.first is None or stated.last is None:
        return ()
    first, last = given.first or date.min, given.last or date.max
    if first - stated.last <= _MONTH and stated.first - last <= _MONTH:
        return ()
    said, told = given.edtf(), stated.edtf()
    if passage.language == "ar":
        return (f"التاريخ المعطى ({said}) بعيد عن تاريخ التقرير في مطلعه ({told})، لذلك لا يُنفى شيء",)
    return (f"the date given ({said}) is far from that of the report's dateline ({told}), so nothing is refuted",)


def _notes(language: str) -> tuple[str, ...]:
    if language in _GRAMMARS:
        return ()
    what = (
        "its language was not recognised"
        if language == UNKNOWN
        else f"it is in a language without a grammar ({language})"
    )
    return (f"nothing was read: {what}; Mahdar reads Arabic and English",)


def _reading(report: Report, passage: Passage, claims: list[Claim]) -> Reading:
    mentions = tuple(Mention(n.start, n.end, passage.text[n.start : n.end], n.entity) for n in passage.named)
    return Reading(
        report=report,
        entities=_used(passage),
        mentions=mentions,
        times=tuple(_times(passage)),
        figures=tuple(passage.figures),
        statements=tuple(passage.statements),
        events=tuple(passage.events),
        claims=tuple(claims),
    )


def _times(passage: Passage) -> Iterator[Time]:
    for phrase in passage.times:
        days = phrase.resolve(passage.published)
        edtf = days.edtf() if days is not None else None
        yield Time(phrase.start, phrase.end, passage.text[phrase.start : phrase.end], edtf)


def _used(passage: Passage) -> Mapping[str, Entity]:
    """The entities that something in the reading refers to, and their principals."""
    used = dict.fromkeys(_references(passage))
    principals = [passage.principal(entity) for entity in used]
    known = passage.entities
    return {
        entity: known.get(entity) or Entity(name=entity.partition(":")[2])
        for entity in dict.fromkeys([*used, *principals])
    }


def _references(passage: Passage) -> Iterable[str]:
    yield from (named.entity for named in passage.named)
    for statement in passage.statements:
        yield from (*statement.speakers, *statement.via)
    for event in passage.events:
        yield from (*event.actors, *event.recipients)

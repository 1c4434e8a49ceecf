"""Reading a report, one sentence, or a report that the library keeps: what is said and claimed in it, and where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from mahdar.assistant import given
from mahdar.assistant.answers import CheckAnswer, ReadAnswer
from mahdar.assistant.desk import Desk
from mahdar.edtf import Interval
from mahdar.model import Entity, Reading, Why

_Item = TypeVar("_Item")
_NOTHING = Why(
    "Nothing in this sentence is of a kind that the record can bear out or contradict; that says nothing about"
    " whether it is so.",
    "ليس في هذه الجملة ما يمكن للسجل أن يؤيده أو ينقضه، وهذا لا يدل على صحتها أو خطئها.",
)


def read_report(
    desk: Desk,
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    as_of: str | None = None,
    rows: int = given.ROWS,
) -> ReadAnswer:
    """Read a text. Raises RefusedError."""
    reading = reading_of(desk, given.text(text, given.REPORT, "the text"), title, outlet, published, as_of)
    return trimmed(reading, rows, desk.record.hash)


def check_sentence(
    desk: Desk, sentence: str, *, published: str | None = None, as_of: str | None = None, certified: bool = False
) -> CheckAnswer:
    """Hold one sentence against the record, with a certificate of the search if wanted. Raises RefusedError."""
    asked = given.text(sentence, given.SENTENCE, "the sentence")
    reading = reading_of(desk, asked, None, None, published, as_of)
    report, claims = reading.report, list(reading.claims)
    note = None if claims else _NOTHING
    told = _certificate(desk, asked, reading, given.day(as_of, "as_of")) if certified else None
    return CheckAnswer(asked, report.published, claims, note, list(report.notes), told, desk.record.hash)


def _certificate(desk: Desk, sentence: str, reading: Reading, as_of: date | None) -> dict[str, Any]:
    """What was searched for the claims of a sentence that was read."""
    from mahdar.checking.certificate import certificate
    from mahdar.reading.reader import read_passage

    report = reading.report
    published = Interval.parse(report.published) if report.published else None
    passage = read_passage(sentence, report.language or "", published)
    return certificate(passage, reading.claims, desk.record, datetime.now(UTC), as_of)


def read_kept(desk: Desk, report: str, *, rows: int = given.ROWS) -> ReadAnswer:
    """The reading of a report of the library, with what people decided laid over it. Raises RefusedError."""
    from sqlalchemy import select

    from mahdar.dossier.kept import kept
    from mahdar.library.asking import find
    from mahdar.library.schema import reports

    if desk.library is None:
        raise given.RefusedError("no library is open")
    wanted = given.short(report, "report") or ""
    with desk.library.reading() as connection:
        key = find(connection, wanted)
        found = next(kept(connection, select(reports.c.key).where(reports.c.key == key)), None)
    if found is None:
        raise given.RefusedError(f"the library has no report {wanted!r}, or has not read it; search_library gives ids")
    return trimmed(found.reading, rows, found.report.record)


def reading_of(
    desk: Desk, text: str, title: str | None, outlet: str | None, published: str | None, as_of: str | None
) -> Reading:
    """The whole reading of a text. Raises RefusedError where a time is none."""
    from mahdar import pipeline

    when = given.time(published, "published")
    return pipeline.read(
        text,
        published=when.edtf() if when else None,
        outlet=given.short(outlet, "outlet"),
        title=given.short(title, "title"),
        as_of=given.day(as_of, "as_of"),
        record=desk.record,
    )


def trimmed(reading: Reading, rows: int, record: str) -> ReadAnswer:
    """What an assistant needs of a reading: places where somebody is only named, and events, are left away."""
    left_out: dict[str, int] = {}
    return ReadAnswer(
        report=reading.report,
        entities=_speaking(reading),
        statements=cut(reading.statements, rows, "statements", left_out),
        claims=cut(reading.claims, rows, "claims", left_out),
        times=cut(reading.times, rows, "times", left_out),
        figures=cut(reading.figures, rows, "figures", left_out),
        left_out=left_out,
        record=record,
    )


def cut(items: Sequence[_Item], most: int, name: str, left_out: dict[str, int]) -> list[_Item]:
    """The first items; how many did not find room is noted under the name."""
    if len(items) > most:
        left_out[name] = len(items) - most
    return list(items[:most])


def _speaking(reading: Reading) -> dict[str, Entity]:
    """Those who speak, those through whom it came, and for whom they speak."""
    named = (entity for one in reading.statements for entity in (*one.speakers, *one.via))
    known = reading.entities
    own = [entity for entity in dict.fromkeys(named) if entity in known]
    principals = (known[entity].principal for entity in own)
    return {entity: known[entity] for entity in dict.fromkeys([*own, *filter(None, principals)]) if entity in known}

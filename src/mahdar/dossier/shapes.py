"""What dossiers are made of: every item says when (EDTF, with first and last day), and from where.

From the record an item has its `Origin`, from the library its `Place`: the report with its address, the span and the
sentence that holds it.
"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.edtf import Interval
from mahdar.export.kept import Moment
from mahdar.model import Citation, Why
from mahdar.record.rows import Row


def moment(when: Interval) -> Moment:
    """An interval of days at the grain at which it was given."""
    first, last = (day.isoformat() if day else None for day in (when.first, when.last))
    return Moment(when.edtf(), first, last)


def maybe(when: Interval | None) -> Moment | None:
    """None where there is no time."""
    return moment(when) if when else None


def lasting(first: Interval | None, last: Interval | None) -> Moment | None:
    """From one time to another, each as imprecise as it is; a missing end is open. None where both are missing."""
    if first is None and last is None:
        return None
    return Moment.of(f"{first.edtf() if first else '..'}/{last.edtf() if last else '..'}")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row of the record comes from, and where a reader can check it.

    `confidence` is `stated`, `derived` or `known`; `retrieved` (EDTF) and `known_since` (a day) are None where they
    are not known. `symbol` is that of the document that says so, None where there is none.
    """

    symbol: str | None
    title: str
    publisher: str
    publication: str
    retrieved: str | None
    confidence: str
    known_since: str | None
    url: str

    @classmethod
    def of(cls, row: Row, symbol: str = "") -> Origin:
        """Of a row; `symbol` where the item is known by another document than the row."""
        cited, source, since = row.citation(), row.source, row.known_since
        return cls(
            symbol=symbol or cited.symbol,
            title=cited.title,
            publisher=source.name,
            publication=source.title,
            retrieved=source.retrieved or None,
            confidence=row.confidence,
            known_since=since.isoformat() if since else None,
            url=cited.url or source.url,
        )


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the entity's id and names, and the state or body that it speaks for (None: not known)."""

    id: str
    name: str
    name_ar: str | None
    principal: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a report: code points `start` to `end`, and the sentence, or sentences, that hold them.

    `address` is the report's own, else that under which it was captured. `published` is None where no day is known.
    """

    report: str
    address: str | None
    sha256: str
    outlet: str | None
    title: str | None
    language: str | None
    published: Moment | None
    start: int
    end: int
    text: str
    sentence: str
    sentence_start: int


@dataclass(frozen=True, slots=True)
class Said:
    """A statement; `voices` is empty where `speaker_text` (None too) is all that the report says of its speaker."""

    act: str
    quoted: bool
    voices: tuple[Voice, ...]
    via: tuple[Voice, ...]
    speaker_text: str | None
    cue: str
    place: Place


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure that a report gives; `what` is the unit and `deed` what befell those counted, as in comparisons.

    `low` = `high` for one number, None where that side is open. `claimed_by` are those in whose statement it stands;
    empty where the report gives it in its own voice. `days` are the times named in its sentence.
    """

    low: int | float | None
    high: int | float | None
    unit: str | None
    what: str
    deed: str
    claimed_by: tuple[Voice, ...]
    days: tuple[Moment, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Held:
    """A claim held against the record: its verdict, why, and the citations that bear it."""

    kind: str
    negated: bool
    verdict: str
    why: Why
    citations: tuple[Citation, ...]
    place: Place

"""The nouns of Mahdar: what one report becomes, as frozen dataclasses.

Offsets count Unicode code points of the report's text exactly as given; ``text[start:end]`` is the span.
Times and days at the edge are EDTF (ISO 8601-2, level 1). ``Reading.to_dict`` gives the JSON object.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal

SCHEMA = "mahdar/reading/1"

Act = Literal[
    "say",
    "accuse",
    "deny",
    "oppose",
    "support",
    "demand",
    "threaten",
    "warn",
    "announce",
    "promise",
    "no-comment",
]
VerdictLabel = Literal["supported", "refuted", "not-enough-evidence", "conflicting"]
PublishedBasis = Literal["given", "metadata", "text", "record"]
# A claim's argument: a code, a number, a list of codes, or votes by state.
Arg = str | int | list[str] | dict[str, str]


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the report: code points ``start`` to ``end`` (exclusive)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """One piece of news as it came in; ``sha256`` is of the bytes, ``published`` is EDTF.

    ``dated_by`` are the claims from which the record inferred ``published``; ``dated_against`` those that the record
    dates otherwise, so that one of the two is wrong.
    """

    id: str
    sha256: str
    language: str | None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    notes: tuple[str, ...] = ()
    dated_by: tuple[Span, ...] = ()
    dated_against: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A state, body, outlet or person; ``principal`` is the state or body that it speaks for."""

    name: str
    name_ar: str | None = None
    role: str | None = None
    principal: str | None = None


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A place where a known entity is named."""

    entity: str


@dataclass(frozen=True, slots=True)
class Time(Span):
    """A time expression; ``edtf`` is None where it cannot be resolved."""

    edtf: str | None


@dataclass(frozen=True, slots=True)
class Figure(Span):
    """A count or amount; ``low`` = ``high`` for one number, None where that side is open."""

    low: int | float | None
    high: int | float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Statement(Span):
    """What somebody is reported to have said or to hold; the span is its content."""

    act: Act
    quoted: bool
    speakers: tuple[str, ...]
    speaker_text: str | None
    via: tuple[str, ...] = ()
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Event(Span):
    """A reported happening; ``type`` is a PLOVER event type.

    ``reported_by`` are the speakers in whose words it stands; empty where the report says it in its own voice.
    """

    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    edtf: str | None
    reported_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """Where the record says so: a document symbol or, where there is none, a titled source."""

    symbol: str | None
    date: str | None
    title: str
    source: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """One sentence of explanation in English and in Arabic."""

    en: str
    ar: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the record shows; ``citations`` is never empty save for not-enough-evidence."""

    label: VerdictLabel
    why: Why
    citations: tuple[Citation, ...] = ()

    def __post_init__(self) -> None:
        if self.label != "not-enough-evidence" and not self.citations:
            raise ValueError(f"a verdict '{self.label}' needs a citation")


@dataclass(frozen=True, slots=True)
class Claim(Span):
    """A clause that the record can bear out or contradict."""

    kind: str
    args: Mapping[str, Arg]
    negated: bool
    verdict: VerdictLabel
    why: Why
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one report."""

    report: Report
    entities: Mapping[str, Entity] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    schema: str = SCHEMA

    def to_dict(self) -> dict[str, Any]:
        """The JSON object of the contract; ``schema`` comes first."""
        plain: dict[str, Any] = _plain(self)
        return {"schema": plain.pop("schema"), **plain}


def _plain(value: Any) -> Any:
    """Dataclasses to dicts, tuples to lists, all the way down."""
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value

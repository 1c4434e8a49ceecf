"""What comes of laying accounts side by side: rows by subject, each with what every account says in its own words.

Every cell carries its span and the sentence in which it stands. ``cells[k]`` of a row are those of ``accounts[k]``;
it is empty where that account says nothing of it, and then ``absent`` holds k.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Generic, Literal, TypeVar

from mahdar.model import Act, Arg, Citation, Span, VerdictLabel, Why

SCHEMA = "mahdar/comparison/1"

# Told alike, differently, by one account only, or of happenings of which nothing shows that they are one.
Told = Literal["alike", "differently", "once", "separately"]


@dataclass(frozen=True, slots=True)
class Account:
    """One account: the report's particulars; ``published`` is EDTF."""

    id: str
    outlet: str | None
    title: str | None
    language: str | None
    published: str | None
    published_basis: str | None


@dataclass(frozen=True, slots=True)
class Name:
    """What is named, in English and, where it is known, in Arabic."""

    id: str
    en: str
    ar: str | None = None


@dataclass(frozen=True, slots=True)
class Cell(Span):
    """Words of one account and the sentence, or sentences, that hold them."""

    sentence: Span


@dataclass(frozen=True, slots=True)
class StatementCell(Cell):
    """A statement; ``speakers`` are those who make it, ``via`` through whom it reached the report."""

    act: Act
    quoted: bool
    speakers: tuple[Name, ...]
    via: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class FigureCell(Cell):
    """A figure, as in readings: ``low`` = ``high`` for one number, None where that side is open."""

    low: int | float | None
    high: int | float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class ClaimCell(Cell):
    """A claim with what the record shows of it."""

    args: Mapping[str, Arg]
    negated: bool
    verdict: VerdictLabel
    why: Why
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class TimeCell(Cell):
    """A time as written; ``edtf`` is None where it cannot be resolved."""

    edtf: str | None


@dataclass(frozen=True, slots=True)
class MechanismCell(Cell):
    """A sentence that speaks of a mechanism; ``speakers`` in whose words, none for the reporter's own."""

    speakers: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class TermCell(Cell):
    """The first place where an account uses a term, and how often it does."""

    term: str
    count: int


C = TypeVar("C", bound=Cell)
Cells = tuple[tuple[C, ...], ...]


@dataclass(frozen=True, slots=True)
class Row(Generic[C]):
    """Cells by account, and the accounts without any."""

    cells: Cells[C]
    absent: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class VoiceRow(Row[StatementCell]):
    """What principals are reported to say; several where all that they say is said together."""

    principals: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class FigureRow(Row[FigureCell]):
    """One counted fact; ``unit`` and ``deed`` as in the tables, or a stem of the word that is counted."""

    unit: str
    deed: str
    told: Told


@dataclass(frozen=True, slots=True)
class ClaimRow(Row[ClaimCell]):
    """One thing that the record can bear out or contradict."""

    kind: str
    told: Told


@dataclass(frozen=True, slots=True)
class TimeRow(Row[TimeCell]):
    """When the main event is, as each account opens."""

    told: Told


@dataclass(frozen=True, slots=True)
class MechanismRow(Row[MechanismCell]):
    """A mechanism of the United Nations and the sentences that speak of it."""

    mechanism: Name


@dataclass(frozen=True, slots=True)
class TermRow(Row[TermCell]):
    """Words for one thing: which terms of a set each account uses."""

    subject: Name
    told: Told


@dataclass(frozen=True, slots=True)
class Comparison:
    """Accounts side by side. Nothing in it says which of them is right."""

    accounts: tuple[Account, ...]
    voices: tuple[VoiceRow, ...]
    mechanisms: tuple[MechanismRow, ...]
    times: tuple[TimeRow, ...]
    figures: tuple[FigureRow, ...]
    claims: tuple[ClaimRow, ...]
    terms: tuple[TermRow, ...]

    def to_dict(self) -> dict[str, Any]:
        """A JSON object; ``schema`` comes first."""
        return {"schema": SCHEMA, **asdict(self)}


def absent(cells: Sequence[Sequence[Cell]]) -> tuple[int, ...]:
    """The accounts that say nothing of it."""
    return tuple(k for k, own in enumerate(cells) if not own)


def in_order(cells: Sequence[C]) -> tuple[C, ...]:
    """Cells in the order of the text."""
    return tuple(sorted(cells, key=lambda cell: (cell.start, cell.end)))

"""What is shown of a reading, in words and made harmless, before anything decides how it looks.

Names (``c1``, ``s2``, ``t3``, ``f4``) tie a mark in the text to its explanation; they count in order of the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar, get_args

from mahdar.characters import harmless
from mahdar.export.labels import Labels, direction, labels_for, primary
from mahdar.export.notes import in_language
from mahdar.export.segments import Mark
from mahdar.model import Citation, Claim, Figure, Reading, Report, Span, Statement, Time, VerdictLabel

# Verdicts as signs that do not mirror in right-to-left text, for those who do not see the colour.
SIGNS = {"supported": "✓", "refuted": "✗", "conflicting": "⇄", "not-enough-evidence": "?"}
LONGEST_TITLE = 160  # characters; a first line beyond that is a paragraph, and is shortened
_Spanned = TypeVar("_Spanned", bound=Span)


@dataclass(frozen=True, slots=True)
class Source:
    """A citation in words; ``url`` is None unless it is an address that a browser may follow."""

    symbol: str
    url: str | None
    date: str
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim as a page shows it; `name` ties it to its mark in the text."""

    name: str
    words: str
    kind: str
    verdict: str
    verdict_words: str
    negated: bool
    why: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class StatementCard:
    """A statement as a page shows it; `name` ties it to its mark in the text."""

    name: str
    words: str
    act: str
    act_words: str
    quoted: bool
    speaker: str
    via: str


@dataclass(frozen=True, slots=True)
class Note:
    """A time or a figure: its words in the text, and what they mean."""

    name: str
    words: str
    meaning: str


@dataclass(frozen=True, slots=True)
class View:
    """One reading as shown. ``verdicts`` counts claims by verdict, those that occur, in a fixed order."""

    language: str
    direction: str
    labels: Labels
    title: str
    published: str
    outlet: str
    notes: tuple[str, ...]
    claims: tuple[ClaimCard, ...]
    statements: tuple[StatementCard, ...]
    times: tuple[Note, ...]
    figures: tuple[Note, ...]
    verdicts: tuple[tuple[str, str, int], ...]
    marks: tuple[Mark, ...]

    def claim(self, name: str) -> ClaimCard:
        """The claim of a mark; names count from 1."""
        return self.claims[int(name[1:]) - 1]


def view(reading: Reading, text: str, labels: Labels | None = None) -> View:
    """Everything that a page says about a reading of ``text``, in the labels' language: the report's if not given."""
    report, labels = reading.report, labels or labels_for(reading.report.language)
    claims, statements = _in_order(reading.claims), _in_order(reading.statements)
    times, figures = _in_order(reading.times), _in_order(reading.figures)
    return View(
        language=primary(report.language),
        direction=direction(report.language),
        labels=labels,
        title=_title(report, text),
        published=_published(report, labels),
        outlet=harmless(report.outlet or ""),
        notes=tuple(harmless(in_language(note, labels.language)) for note in report.notes),
        claims=tuple(_claim(f"c{i}", claim, labels) for i, claim in enumerate(claims, 1)),
        statements=tuple(_statement(f"s{i}", item, reading, labels) for i, item in enumerate(statements, 1)),
        times=tuple(_time(f"t{i}", item, labels) for i, item in enumerate(times, 1)),
        figures=tuple(_figure(f"f{i}", item, labels) for i, item in enumerate(figures, 1)),
        verdicts=_verdicts(claims, labels),
        marks=tuple(chain(_marks(claims), _marks(statements), _marks(times), _marks(figures))),
    )


def _in_order(spans: Iterable[_Spanned]) -> list[_Spanned]:
    return sorted(spans, key=lambda span: (span.start, -span.end))


def _marks(spans: Iterable[Span]) -> Iterable[Mark]:
    kinds = ((span, type(span).__name__.lower()) for span in spans)
    return (Mark(span.start, span.end, kind, f"{kind[0]}{i}") for i, (span, kind) in enumerate(kinds, 1))


def _published(report: Report, labels: Labels) -> str:
    if not report.published:
        return labels["unsaid_publication"]
    basis = f" ({labels.of('basis', report.published_basis)})" if report.published_basis else ""
    return labels.when(report.published) + basis


def _title(report: Report, text: str) -> str:
    """The title, or else the first line of the text, or else the name of the report."""
    lines = (line.strip("\ufeff \t\r\n") for line in text.splitlines())
    title = harmless(report.title or next(filter(None, lines), report.id)).strip()
    return title if len(title) <= LONGEST_TITLE else title[:LONGEST_TITLE].rpartition(" ")[0] + " …"


def _verdicts(claims: Iterable[Claim], labels: Labels) -> tuple[tuple[str, str, int], ...]:
    counts = Counter(claim.verdict for claim in claims)
    return tuple(
        (label, labels.of("verdict", label), counts[label]) for label in get_args(VerdictLabel) if counts[label]
    )


def _claim(name: str, claim: Claim, labels: Labels) -> ClaimCard:
    return ClaimCard(
        name=name,
        words=harmless(claim.text),
        kind=labels.of("kind", claim.kind),
        verdict=claim.verdict,
        verdict_words=labels.of("verdict", claim.verdict),
        negated=claim.negated,
        why=harmless(claim.why.ar if labels.language == "ar" else claim.why.en),
        sources=tuple(source(citation, labels) for citation in claim.citations),
    )


def source(citation: Citation, labels: Labels) -> Source:
    """A citation in words; an address that is none of the web is left out."""
    url = citation.url or ""
    return Source(
        symbol=harmless(citation.symbol or ""),
        url=url if url.startswith(("https://", "http://")) else None,
        date=labels.when(citation.date) if citation.date else "",
        title=harmless(citation.title),
        source=harmless(citation.source),
    )


def _statement(name: str, statement: Statement, reading: Reading, labels: Labels) -> StatementCard:
    speakers = [_speaker(entity, reading, labels) for entity in statement.speakers]
    return StatementCard(
        name=name,
        words=harmless(statement.text),
        act=statement.act,
        act_words=labels.of("act", statement.act),
        quoted=statement.quoted,
        speaker=_listed(speakers, labels) or harmless(statement.speaker_text or "") or labels["speaker_unknown"],
        via=_listed([_named(entity, reading, labels) for entity in statement.via], labels),
    )


def _speaker(entity_id: str, reading: Reading, labels: Labels) -> str:
    """``Vasily Nebenzya (Russian Federation)``: the name and, if another, whom it speaks for."""
    entity = reading.entities.get(entity_id)
    name = _named(entity_id, reading, labels)
    principal = entity.principal if entity else None
    if not principal or principal == entity_id:
        return name
    return f"{name} ({_named(principal, reading, labels)})"


def _named(entity_id: str, reading: Reading, labels: Labels) -> str:
    entity = reading.entities.get(entity_id)
    if entity is None:
        return harmless(entity_id.partition(":")[2] or entity_id)
    return harmless((entity.name_ar if labels.language == "ar" else None) or entity.name)


def _listed(names: Sequence[str], labels: Labels) -> str:
    return labels["list_separator"].join(names)


def _time(name: str, time: Time, labels: Labels) -> Note:
    return Note(name, harmless(time.text), labels.when(time.edtf))


def _figure(name: str, figure: Figure, labels: Labels) -> Note:
    return Note(name, harmless(figure.text), harmless(labels.amount(figure)))

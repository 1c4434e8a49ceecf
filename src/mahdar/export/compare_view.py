"""What is shown of a comparison, in words and made harmless, before anything decides how it looks.

A section has rows, a row has a cell for each account, a cell has the account's own words, each in its sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from mahdar.accounts.compare_model import (
    Account,
    Cell,
    ClaimCell,
    Comparison,
    FigureCell,
    FigureRow,
    MechanismCell,
    StatementCell,
    TermCell,
    TimeCell,
)
from mahdar.characters import harmless
from mahdar.export.compare_labels import CompareLabels, compare_labels
from mahdar.export.labels import direction, primary
from mahdar.export.view import Source, source
from mahdar.model import Figure


@dataclass(frozen=True, slots=True)
class AccountHead:
    """One account as headed: ``number`` counts from 1, ``name`` is its outlet or else its file."""

    number: int
    name: str
    title: str
    published: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Words of an account: ``before``, ``words`` and ``after`` make their sentence; ``start`` and ``end`` are offsets.

    ``label`` says what they are (an act, a verdict), ``note`` what they mean, ``verdict`` is a label of verdicts or "".
    """

    label: str
    note: str
    before: str
    words: str
    after: str
    start: int
    end: int
    verdict: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownRow:
    """``told`` is "" where a row is not of one fact; ``cells`` are entries by account."""

    subject: str
    told: str
    told_words: str
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """``absent`` is what stands in an empty cell, ``none`` what stands where there are no rows."""

    key: str
    heading: str
    absent: str
    none: str
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """Accounts side by side as a page shows them: their heads, and the sections that have anything."""

    labels: CompareLabels
    accounts: tuple[AccountHead, ...]
    sections: tuple[Section, ...] = field(default=())


def compare_view(
    comparison: Comparison, texts: Sequence[str], language: str | None = None, labels: CompareLabels | None = None
) -> CompareView:
    """Everything that a page says about accounts read from ``texts``; headings are in the language of most of them."""
    labels = labels or compare_labels(language or majority(comparison.accounts))
    heads = [
        _head(k, account, text, labels)
        for k, (account, text) in enumerate(zip(comparison.accounts, texts, strict=True), 1)
    ]
    return CompareView(labels, tuple(heads), tuple(_sections(comparison, labels)))


def majority(accounts: Iterable[Account]) -> str:
    """``ar`` if more accounts are in Arabic than in English, or as many and the first of them is; else ``en``."""
    languages = ["ar" if primary(account.language) == "ar" else "en" for account in accounts]
    return Counter(languages).most_common(1)[0][0]


def _head(number: int, account: Account, text: str, labels: CompareLabels) -> AccountHead:
    name = harmless(account.outlet or PurePath(account.id).name or account.id)
    lines = (line.strip("\ufeff \t\r\n") for line in text.splitlines())
    title = shortened(harmless(account.title or next(filter(None, lines), "")), 110)
    basis = f" ({labels.base.of('basis', account.published_basis)})" if account.published_basis else ""
    published = labels.base.when(account.published) + basis if account.published else labels.base["unsaid_publication"]
    return AccountHead(number, name, title, published, primary(account.language), direction(account.language))


def shortened(text: str, most: int) -> str:
    """The text, cut between two words where it is longer."""
    return text if len(text) <= most else (text[:most].rpartition(" ")[0] or text[:most]) + " …"


def _sections(found: Comparison, labels: CompareLabels) -> Iterable[Section]:
    voices = [_row(labels.names(r.principals), "", r.cells, labels) for r in found.voices]
    yield _section("voices", "silent", labels, voices)
    mechanisms = [_row(labels.name(r.mechanism), "", r.cells, labels) for r in found.mechanisms]
    yield _section("mechanisms", "left_out", labels, mechanisms)
    yield _section(
        "times", "not_told", labels, [_row(labels["main_event"], r.told, r.cells, labels) for r in found.times]
    )
    yield _section(
        "figures", "not_told", labels, [_row(_counted(r, labels), r.told, r.cells, labels) for r in found.figures]
    )
    claims = [_row(labels.base.of("kind", r.kind), r.told, r.cells, labels) for r in found.claims]
    yield _section("claims", "not_told", labels, claims)
    terms = [_row(labels.name(r.subject), r.told, r.cells, labels) for r in found.terms]
    yield _section("terms", "not_told", labels, terms, none="no_shared_terms")


def _section(key: str, absent: str, labels: CompareLabels, rows: Sequence[ShownRow], none: str = "nobody") -> Section:
    return Section(key, labels[key], labels[absent], labels[none], tuple(rows))


def _row(subject: str, told: str, cells: Iterable[Sequence[Cell]], labels: CompareLabels) -> ShownRow:
    shown = tuple(tuple(_entry(cell, labels) for cell in own) for own in cells)
    return ShownRow(harmless(subject), told, labels.told(told) if told else "", shown)


def _counted(row: FigureRow, labels: CompareLabels) -> str:
    written = (cell.unit for own in row.cells for cell in own)
    return " · ".join(filter(None, (labels.unit(row.unit, written), labels.deed(row.deed))))


def _entry(cell: Cell, labels: CompareLabels) -> Entry:
    sentence = cell.sentence
    at, to = cell.start - sentence.start, cell.end - sentence.start
    parts = (sentence.text[:at], sentence.text[at:to], sentence.text[to:])
    before, words, after = map(harmless, parts)
    label, note = _said(cell, labels)
    verdict, cited = (
        (cell.verdict, tuple(source(each, labels.base) for each in cell.citations))
        if isinstance(cell, ClaimCell)
        else ("", ())
    )
    return Entry(harmless(label), harmless(note), before, words, after, cell.start, cell.end, verdict, cited)


def _said(cell: Cell, labels: CompareLabels) -> tuple[str, str]:
    """What an entry is, and what it means."""
    base = labels.base
    match cell:
        case StatementCell():
            return base.of("act", cell.act), _voice(cell, labels)
        case ClaimCell():
            negated = f" · {base['negated']}" if cell.negated else ""
            return base.of("verdict", cell.verdict) + negated, cell.why.ar if base.language == "ar" else cell.why.en
        case FigureCell():
            figure = Figure(cell.start, cell.end, cell.text, cell.low, cell.high, cell.unit)
            return base.amount(figure), ""
        case TimeCell():
            return base.when(cell.edtf), ""
        case MechanismCell():
            return labels.names(cell.speakers) or labels["reporter"], ""
        case TermCell():
            return cell.text, labels["times_used"].format(count=cell.count) if cell.count > 1 else ""
    return "", ""


def _voice(cell: StatementCell, labels: CompareLabels) -> str:
    """Who speaks, through whom it came, and whether in quotation marks."""
    notes = [labels.names(cell.speakers)]
    if cell.via:
        notes.append(f"{labels.base['through']} {labels.names(cell.via)}")
    notes.append(labels.base["quoted" if cell.quoted else "reported"])
    return " · ".join(notes)

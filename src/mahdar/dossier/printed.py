"""Dossiers of states, people and stories as documents to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from mahdar.characters import harmless
from mahdar.dossier.document import Cell, Document, QuoteBlock, Section, TableBlock
from mahdar.dossier.labels import DossierLabels, dossier_labels
from mahdar.dossier.notes import Notes
from mahdar.dossier.official_sections import OfficialSections
from mahdar.dossier.told_sections import ToldSections
from mahdar.export.labels import primary

if TYPE_CHECKING:
    from mahdar.dossier.person import PersonDossier
    from mahdar.dossier.reports import ToldOf
    from mahdar.dossier.state import StateDossier
    from mahdar.dossier.story import Account, StoryDossier


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, when (UTC), and of which record: its hash, and the last day of retrieval among its sources.

    `entries` and `head` are those of the library's log; None where no library was asked.
    """

    at: datetime
    record: str
    record_until: str | None
    entries: int | None = None
    head: str | None = None


def printed_state(one: StateDossier, asked: Asked, language: str) -> Document:
    """The document of a state."""
    labels = dossier_labels(language)
    notes = Notes(labels, one.told.reports if one.told else ())
    official = OfficialSections(one.official, labels, notes, asked.at.date())
    sections = list(official.sections())
    if one.told:
        sections += ToldSections(labels, notes).sections(one.told)
    sections.append(official.coverage())
    return _document("of_state", labels.pair(one.name), labels, asked, sections, notes, one.told)


def printed_person(one: PersonDossier, asked: Asked, language: str) -> Document:
    """The document of a person."""
    labels = dossier_labels(language)
    notes = Notes(labels, one.told.reports if one.told else ())
    sections = []
    if one.offices:
        heads = (labels.head("when"), labels.head("office"), labels.head("name"))
        rows = tuple(
            (Cell(labels.when(each.when)), Cell(labels.word(each.office), (notes.of_origin(each.origin),)),
             Cell(labels.state(each.state) if each.state else ""))
            for each in one.offices
        )  # fmt: skip
        sections.append(Section("offices", labels["offices"], (TableBlock(heads, rows),)))
    if one.told:
        sections += ToldSections(labels, notes).sections(one.told)
    return _document("of_person", labels.pair(one.name), labels, asked, sections, notes, one.told)


def printed_story(one: StoryDossier, asked: Asked, language: str) -> Document:
    """The document of a story: its accounts, what they say side by side, and what each of them says."""
    from mahdar.dossier.compared_sections import compared

    labels = dossier_labels(language)
    notes = Notes(labels, (account.report for account in one.accounts))
    sections = [Section("accounts", labels["accounts"], (_accounts(one.accounts, labels, notes),))]
    if one.comparison:
        sections += compared(one.comparison, one.texts, labels, notes)
    sections += _each(one.accounts, labels, notes)
    title = next((account.report.title for account in one.accounts if account.report.title), None) or one.id
    return _document("of_story", title, labels, asked, sections, notes, None)


def _accounts(accounts: Iterable[Account], labels: DossierLabels, notes: Notes) -> TableBlock:
    rows = []
    for one in accounts:
        report = one.report
        copied = labels["copy_of"].format(id=one.copy_of) if one.copy_of else ""
        note, spoken = (notes.of_report(report.id),), primary(report.language)
        title = Cell(harmless(report.title or report.id), note, harmless(copied), spoken)
        counts = (len(one.said), len(one.counted), len(one.held))
        cells = (Cell(labels.when(report.published)), Cell(harmless(report.outlet or "")), title)
        rows.append((*cells, *(Cell(str(count)) for count in counts)))
    heads = (labels.head("when"), labels.head("outlet"), labels.head("title"),
             labels["statements_short"], labels["figures_short"], labels["claims_short"])  # fmt: skip
    return TableBlock(heads, tuple(rows))


def _each(accounts: Iterable[Account], labels: DossierLabels, notes: Notes) -> Iterator[Section]:
    """What each report that is no copy says, and its claims held against the record."""
    words = ToldSections(labels, notes)
    told, held = [], []
    for one in accounts:
        caption = harmless(" · ".join(filter(None, (one.report.outlet, one.report.title or one.report.id))))
        if one.said and not one.copy_of:
            told.append(QuoteBlock(tuple(map(words.said, one.said)), caption))
        if one.held and not one.copy_of:
            held.append(QuoteBlock(tuple(map(words.held, one.held)), caption))
    if told:
        yield Section("told", labels["told"], tuple(told))
    if held:
        yield Section("held", labels["held"], tuple(held))


def _document(
    kind: str, title: str, labels: DossierLabels, asked: Asked, sections: Iterable[Section], notes: Notes,
    told: ToldOf | None,
) -> Document:  # fmt: skip
    return Document(
        language=labels.language,
        direction=labels.base["direction"],
        kind=labels[kind],
        title=harmless(title),
        facts=tuple(_facts(labels, asked, told)),
        sections=tuple(sections),
        notes=notes.told,
    )


def _facts(labels: DossierLabels, asked: Asked, told: ToldOf | None) -> Iterator[tuple[str, str]]:
    """When it was made and of what: the record with its digest and date, the library with the head of its log."""
    when = f"{labels.base.when(asked.at.date().isoformat())} {asked.at:%H:%M}"
    yield "", labels["made"].format(when=when, version=version("mahdar"))
    until = labels.base.when(asked.record_until) if asked.record_until else ""
    dated = labels["record_dated"].format(when=until) if until else labels["record_undated"]
    yield labels["record"], f"{labels['digest']} {asked.record} · {dated}"
    if asked.entries is None:
        yield labels["library"], labels["library_none"]
        return
    yield labels["library"], labels["library_state"].format(entries=f"{asked.entries:,}", head=asked.head)
    if told:
        yield "", labels["reports_shown"].format(shown=f"{told.shown:,}", total=f"{told.total:,}")

"""Accounts side by side, as sections of a printed dossier: under each subject what every account says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mahdar.accounts.compare_model import Comparison
from mahdar.dossier.document import Quote, QuoteBlock, Section
from mahdar.dossier.labels import DossierLabels
from mahdar.dossier.notes import Notes
from mahdar.export.compare_view import AccountHead, Entry, ShownRow, compare_view
from mahdar.export.compare_view import Section as Compared

_SHOWN = ("voices", "mechanisms", "times", "figures", "terms")  # claims have a section with verdicts


def compared(comparison: Comparison, texts: Sequence[str], labels: DossierLabels, notes: Notes) -> Iterator[Section]:
    """The sections of a comparison that have anything; an account that says nothing of a subject is told so."""
    seen = compare_view(comparison, texts, labels.language)
    ids = [account.id for account in comparison.accounts]
    for section in seen.sections:
        if section.rows and section.key in _SHOWN:
            blocks = tuple(_block(row, section, seen.accounts, ids, notes) for row in section.rows)
            yield Section(f"compared-{section.key}", section.heading, blocks)


def _block(
    row: ShownRow, section: Compared, heads: Sequence[AccountHead], ids: Sequence[str], notes: Notes
) -> QuoteBlock:
    caption = f"{row.subject} — {row.told_words}" if row.told_words else row.subject
    quotes = []
    for head, id_, entries in zip(heads, ids, row.cells, strict=True):
        note = (notes.of_report(id_),)
        quotes += [_quote(head, each, note) for each in entries]
        if not entries:
            quotes.append(Quote(head.name, "", section.absent, "", "", "", head.language, False, note))
    return QuoteBlock(tuple(quotes), caption)


def _quote(head: AccountHead, entry: Entry, note: tuple[int, ...]) -> Quote:
    return Quote(
        head.name, entry.label, entry.note, entry.before, entry.words, entry.after, head.language, False, note
    )  # fmt: skip

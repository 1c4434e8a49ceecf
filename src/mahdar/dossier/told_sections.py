"""What reports tell, as sections of a printed dossier: every line with its sentence and its report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mahdar.characters import harmless
from mahdar.dossier.document import Cell, Quote, QuoteBlock, Section, TableBlock
from mahdar.dossier.labels import DossierLabels
from mahdar.dossier.notes import Notes
from mahdar.dossier.reports import ToldOf
from mahdar.dossier.shapes import Counted, Held, Place, Said
from mahdar.export.labels import primary

_AROUND = 220  # characters of a sentence before and behind the words meant


class ToldSections:
    """Makes the sections of a subject; each is left out where the reports tell nothing of it."""

    def __init__(self, labels: DossierLabels, notes: Notes) -> None:
        self._labels, self._notes = labels, notes

    def sections(self, told: ToldOf) -> Iterator[Section]:
        """In the order in which they are printed."""
        made: dict[str, Sequence[QuoteBlock | TableBlock]] = {
            "said_by": [QuoteBlock(tuple(map(self.said, told.said_by)))],
            "said_about": [QuoteBlock(tuple(map(self.said, told.said_about)))],
            "counted": self.counted(told.counted),
            "held": [QuoteBlock(tuple(map(self.held, told.held)))],
        }
        for key, blocks in made.items():
            full = tuple(block for block in blocks if (block.quotes if isinstance(block, QuoteBlock) else block.rows))
            if full:
                yield Section(key, self._labels[key], full)

    def said(self, one: Said) -> Quote:
        """Who, when and in which outlet, with the act; through whom it came stands in small letters."""
        labels = self._labels
        speaker = labels.voices(one.voices) or one.speaker_text or labels["unnamed"]
        soft = [self._where(one.place)]
        if one.via:
            soft.append(labels["through"].format(names=labels.voices(one.via)))
        soft.append(labels.base["quoted" if one.quoted else "reported"])
        return self._quote(one.place, speaker, labels.base.of("act", one.act), " · ".join(soft), one.quoted)

    def held(self, one: Held) -> Quote:
        """A claim with its verdict, why, and what the record says."""
        labels = self._labels
        kind = labels.base.of("kind", one.kind) + (f" · {labels.base['negated']}" if one.negated else "")
        quote = self._quote(one.place, labels.base.of("verdict", one.verdict), kind, self._where(one.place), False)
        cited = tuple(
            Cell(harmless(cite.symbol or cite.title), (self._notes.of_citation(cite),)) for cite in one.citations
        )
        why = harmless(one.why.ar if labels.language == "ar" else one.why.en)
        return replace(quote, verdict=one.verdict, why=why, cited=cited)

    def counted(self, figures: Iterable[Counted]) -> list[TableBlock]:
        """A table for each thing counted, the most often told first; its rows in order of time."""
        groups: dict[tuple[str, str], list[Counted]] = {}
        for one in figures:
            groups.setdefault((one.what, one.deed), []).append(one)
        heads = tuple(map(self._labels.head, ("when", "amount", "claimed_by", "outlet", "sentence")))
        ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
        return [
            TableBlock(
                heads,
                tuple(map(self._figure, group)),
                harmless(self._labels.counted(*key, (one.unit for one in group))),
            )
            for key, group in ordered
        ]

    def _figure(self, one: Counted) -> tuple[Cell, ...]:
        labels, place = self._labels, one.place
        by = labels.voices(one.claimed_by) or labels["own_voice"]
        before, words, after = _parts(place)
        return (
            Cell(labels.when(place.published)),
            Cell(harmless(labels.amount(one))),
            Cell(harmless(by)),
            Cell(harmless(place.outlet or place.report), (self._notes.of_place(place),)),
            Cell(before + words + after, language=primary(place.language)),
        )

    def _where(self, place: Place) -> str:
        return " · ".join((place.outlet or place.report, self._labels.when(place.published)))

    def _quote(self, place: Place, head: str, label: str, soft: str, quoted: bool) -> Quote:
        before, words, after = _parts(place)
        note = (self._notes.of_place(place),)
        head, soft = harmless(head), harmless(soft)
        return Quote(head, label, soft, before, words, after, primary(place.language), quoted, note)


def _parts(place: Place) -> tuple[str, str, str]:
    """The words of a place and what of their sentence stands around them, each on one line."""
    at, to = place.start - place.sentence_start, place.end - place.sentence_start
    before, words, after = place.sentence[:at], place.sentence[at:to], place.sentence[to:]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return _line(before), _line(words), _line(after)


def _line(text: str) -> str:
    """On one line; blanks at the ends stay, so that words do not run together."""
    head, tail = " " if text[:1].isspace() else "", " " if text[-1:].isspace() else ""
    bare = " ".join(text.split())
    return harmless(f"{head}{bare}{tail}") if bare else head

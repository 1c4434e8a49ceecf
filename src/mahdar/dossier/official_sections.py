"""What the record has on a state, as sections of a printed dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from mahdar.characters import harmless
from mahdar.checking.dossier import sentence
from mahdar.dossier.axis import Axis
from mahdar.dossier.document import Block, Cell, Section, TableBlock, TimeBlock, TimeRow
from mahdar.dossier.labels import DossierLabels
from mahdar.dossier.notes import Notes
from mahdar.dossier.official import (
    AssemblyYear,
    Covered,
    Decided,
    Happening,
    OfficialRecord,
    Reviewed,
    Sanction,
    Seat,
    TreatyStanding,
)
from mahdar.dossier.shapes import Origin

_FEW = {"sanctions": 1}  # lines of one kind on one day that stand by themselves; all listings have a table
_FEW_ELSE = 3
_LONGEST = 170  # characters of a title


class OfficialSections:
    """Makes the sections; each is left out where the record has nothing for it."""

    def __init__(self, official: OfficialRecord, labels: DossierLabels, notes: Notes, today: date) -> None:
        self._official, self._labels, self._notes, self._today = official, labels, notes, today

    def sections(self) -> Iterator[Section]:
        """In the order in which they are printed."""
        one, labels = self._official, self._labels
        yield Section("timeline", labels["timeline"], (self._timeline(),), labels["timeline_note"])
        made = {
            "seats": self._seats(one.seats),
            "presidencies": self._presidencies(),
            "decisions": self._decisions(one.decisions, own=True),
            "vetoes_cast": self._decisions(one.vetoes_cast),
            "votes_against": self._decisions(one.votes_against),
            "abstentions": self._decisions(one.abstentions),
            "assembly": self._decisions(one.assembly, own=True),
            "assembly_years": self._years(one.assembly_years),
            "rights_council": self._decisions(one.rights_council),
            "sanctions": self._sanctions(one.sanctions),
            "listings": self._listings(),
            "reviews": self._reviews(one.reviews),
            "treaties": self._treaties(one.treaties),
            "mandates": self._mandates(),
            "arria": self._arria(),
        }
        for key, block in made.items():
            if block.rows:
                yield Section(key, labels[key], (block,))

    def coverage(self) -> Section:
        """What the tables claim to have."""
        rows = [self._covered(one) for one in self._official.coverage]
        block: Block = self._table(("table", "part", "time", "extent"), rows)
        return Section("coverage", self._labels["coverage"], (block,), self._labels["coverage_note"])

    # -- the timeline
    def _timeline(self) -> TimeBlock:
        lines = self._official.timeline
        axis = Axis([line.when for line in lines], self._today)
        rows = [row for _, group in groupby(lines, key=_alike) for row in self._rows(list(group), axis)]
        return TimeBlock(axis.ticks, tuple(rows))

    def _rows(self, lines: Sequence[Happening], axis: Axis) -> Iterator[TimeRow]:
        """A line each, or one for many of a kind on one day."""
        folded = len(lines) > _FEW.get(lines[0].mechanism, _FEW_ELSE)
        for line in lines[:1] if folded else lines:
            words = self._labels.apart(harmless(self._labels.pair(line.what)))
            more = self._labels["and_more"].format(count=len(lines) - 1) if folded else ""
            cell = Cell(words, (self._notes.of_origin(line.origin),), more or self._sureness(line.origin))
            yield TimeRow(self._labels.when(line.when) if line.when else "", axis.bar(line.when), cell)

    # -- tables
    def _seats(self, seats: Iterable[Seat]) -> TableBlock:
        word, when = self._labels.word, self._labels.when
        rows = []
        for one in seats:
            ended = self._labels["ended"].format(why=one.ended) if one.ended else ""
            rows.append((Cell(when(one.when)), self._cell(word(one.body), one.origin, ended), Cell(word(one.seat))))
        return self._table(("when", "body", "seat"), rows)

    def _presidencies(self) -> TableBlock:
        months = [self._cell(self._labels.when(one.when), one.origin) for one in self._official.presidencies]
        columns = 3
        filled = [*months, *([Cell("")] * (-len(months) % columns))]
        rows = [tuple(filled[at : at + columns]) for at in range(0, len(filled), columns)]
        return self._table(("when",) * columns, rows)

    def _decisions(self, decided: Iterable[Decided], *, own: bool = False) -> TableBlock:
        heads = ("when", "symbol", "title", "outcome", "tally", *(("own",) if own else ()))
        return self._table(heads, [self._decision(one, own) for one in decided])

    def _decision(self, one: Decided, own: bool) -> tuple[Cell, ...]:
        word = self._labels.word
        counts = (one.yes, one.no, one.abstain)
        tally = "–".join(map(str, counts)) if None not in counts else word(one.mode) if one.mode else ""
        by = self._labels["vetoed_by"].format(names=self._labels.states(one.vetoed_by)) if one.vetoed_by else ""
        note = (self._notes.of_origin(one.origin),)
        cells = (
            Cell(self._labels.when(one.when)),
            Cell(harmless(one.symbol), note if one.symbol else ()),
            Cell(_shortened(one.title), () if one.symbol else note, self._sureness(one.origin)),
            Cell(word(one.outcome), soft=by),
            Cell(tally),
        )
        return (*cells, Cell(word(one.own) if one.own else "")) if own else cells

    def _years(self, years: Sequence[AssemblyYear]) -> TableBlock:
        """Counts of a year; for each permanent member how often both voted the same of how often both voted."""
        members = sorted({code for one in years for code in one.alike})
        rows = []
        for one in years:
            counts = (one.year, one.yes, one.no, one.abstain, one.absent)
            alike = (one.alike.get(code) for code in members)
            rows.append((*(Cell(str(n)) for n in counts), *(Cell("/".join(map(str, a)) if a else "") for a in alike)))
        heads = [self._labels.head(key) for key in ("year", "yes", "no", "abstain", "absent")]
        return TableBlock((*heads, *map(self._labels.state, members)), tuple(rows))

    def _sanctions(self, sanctions: Iterable[Sanction]) -> TableBlock:
        word = self._labels.word
        rows = [
            (Cell(self._labels.when(one.when)), Cell(word(one.kind)), self._cell(one.name, one.origin),
             Cell(harmless(one.origin.symbol or "")), Cell(word(one.status) if one.status else ""))
            for one in sanctions
        ]  # fmt: skip
        return self._table(("when", "kind", "name", "symbol", "standing"), rows)

    def _listings(self) -> TableBlock:
        labels = self._labels
        rows = [
            (Cell(labels.when(one.listed)), Cell(harmless(one.reference)), self._cell(one.name, one.origin),
             Cell(labels.word(one.kind)), Cell(labels.when(one.removed) if one.removed else ""))
            for one in self._official.listings
        ]  # fmt: skip
        return self._table(("listed", "reference", "name", "kind", "removed"), rows)

    def _reviews(self, reviews: Iterable[Reviewed]) -> TableBlock:
        return self._table(("when", "turn", "symbol", "recommendations"), [self._review(one) for one in reviews])

    def _review(self, one: Reviewed) -> tuple[Cell, ...]:
        labels = self._labels
        names = ("received", "supported", "partly", "noted", "pending")
        lines, notes = [], []
        for row in one.recommendations:
            counts = [(name, getattr(row, name)) for name in names]
            told = (labels[name].format(count=count) for name, count in counts if count is not None)
            stage = labels.pair(sentence("mahdar.mechanisms.review", f"stage.{row.stage}"))
            lines.append(f"{stage}: {labels.base['list_separator'].join(told)}")
            notes.append(self._notes.of_origin(row.origin))
        turn = labels["round"].format(cycle=one.cycle, session=one.session)
        return (
            Cell(labels.when(one.when)),
            self._cell(turn, one.origin, "" if one.held else f"{labels.word('not-held')}: {one.status}"),
            Cell(harmless(one.origin.symbol or "")),
            Cell(harmless("\n".join(lines)), tuple(dict.fromkeys(notes))),
        )

    def _treaties(self, treaties: Iterable[TreatyStanding]) -> TableBlock:
        rows = []
        for one in treaties:
            steps = (f"{self._labels.word(step.action)}: {self._labels.when(step.when)}" for step in one.steps)
            notes = tuple(dict.fromkeys(self._notes.of_origin(step.origin) for step in one.steps))
            words = harmless(self._labels.pair(one.title))
            rows.append((Cell(words), Cell(self._labels.word(one.standing)), Cell(harmless("\n".join(steps)), notes)))
        return self._table(("treaty", "standing", "steps"), rows)

    def _mandates(self) -> TableBlock:
        rows = []
        for one in self._official.mandates:
            role = {"holder": one.holder, "role": self._labels.word(one.role)}
            holder = self._labels["role_of"].format(**role) if one.holder and one.role else one.holder
            held = self._labels.when(one.held) if one.held else ""
            name = self._cell(one.title, one.origin)
            rows.append((Cell(self._labels.when(one.when)), name, Cell(harmless(holder), soft=held)))
        return self._table(("when", "mandate", "holder"), rows)

    def _arria(self) -> TableBlock:
        rows = [
            (Cell(self._labels.when(one.when)), Cell(self._labels.word(one.part)), self._cell(one.title, one.origin),
             Cell(self._labels.states(one.conveners)))
            for one in self._official.arria
        ]  # fmt: skip
        return self._table(("when", "kind", "title", "name"), rows)

    def _covered(self, one: Covered) -> tuple[Cell, ...]:
        extent = self._labels["complete" if one.complete else "partial"]
        when = self._labels.when(one.when)
        return Cell(self._labels.pair(one.name)), Cell(one.part), Cell(when), Cell(extent, soft=harmless(one.note))

    def _cell(self, words: str, origin: Origin, soft: str = "") -> Cell:
        told = " · ".join(filter(None, (soft, self._sureness(origin))))
        return Cell(harmless(words), (self._notes.of_origin(origin),), harmless(told))

    def _sureness(self, origin: Origin) -> str:
        """Said of rows that no page states outright."""
        return "" if origin.confidence == "stated" else self._labels.word(origin.confidence)

    def _table(self, heads: Sequence[str], rows: Iterable[tuple[Cell, ...]]) -> TableBlock:
        return TableBlock(tuple(map(self._labels.head, heads)), tuple(rows))


def _alike(line: Happening) -> tuple[object, ...]:
    """What lines of one kind on one day share; a line with a document of its own is like no other."""
    if line.origin.symbol or line.when is None:
        return (id(line),)
    return line.mechanism, line.when, line.origin.publication


def _shortened(text: str) -> str:
    shown = harmless(text)
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST].rpartition(" ")[0] + " …"

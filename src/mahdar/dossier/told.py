"""What one report tells of a subject: statements by it and about it, figures, claims, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mahdar.accounts.compare_facts import Fact, facts
from mahdar.accounts.compare_scene import Scene
from mahdar.accounts.telling import Telling
from mahdar.dossier.shapes import Counted, Held, Place, Said, Voice
from mahdar.export.kept import Kept, Moment
from mahdar.model import Claim, Span, Statement


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a dossier is of: the ids of entities that are it, whether those that speak for it count as it too.

    `argument` is the word by which claims name it: a state's code, a person's slug.
    """

    entity: str
    spoken_for: bool

    @property
    def argument(self) -> str:
        return self.entity.partition(":")[2]


class Told:
    """A kept report asked for what it tells of a subject, or, without one, of anything."""

    def __init__(self, kept: Kept, subject: Subject | None = None) -> None:
        self._kept, self._reading, self._subject = kept, kept.reading, subject

    def said(self) -> Iterator[Said]:
        """All its statements."""
        return map(self._said, self._reading.statements)

    def said_by(self) -> Iterator[Said]:
        """Statements of the subject."""
        return (self._said(one) for one in self._reading.statements if self._speaks(one))

    def said_about(self) -> Iterator[Said]:
        """Statements of others whose words name the subject."""
        return (
            self._said(one)
            for one in self._reading.statements
            if not self._speaks(one) and self._names(one.start, one.end)
        )

    def counted(self) -> Iterator[Counted]:
        """Figures of which the text says what they count; with a subject, those whose sentence names it."""
        if not self._reading.figures or (self._subject and not self._named_at):
            return
        for fact in facts(self._scene):
            if self._subject is None or self._names(fact.sentence.start, fact.sentence.end):
                yield self._counted(fact)

    def held(self) -> Iterator[Held]:
        """Claims; with a subject, those that have it among their arguments."""
        return (self._held(one) for one in self._reading.claims if self._subject is None or self._argues(one))

    # -- what is the subject's
    @cached_property
    def _own(self) -> frozenset[str]:
        """The entities of the reading that are the subject, or speak for it."""
        subject = self._subject
        if subject is None:
            return frozenset()
        own = {subject.entity}
        if subject.spoken_for:
            own |= {name for name, one in self._reading.entities.items() if one.principal == subject.entity}
        return frozenset(own)

    @cached_property
    def _named_at(self) -> tuple[int, ...]:
        return tuple(m.start for m in self._reading.mentions if m.entity in self._own)

    def _names(self, start: int, end: int) -> bool:
        return any(start <= at < end for at in self._named_at)

    def _speaks(self, one: Statement) -> bool:
        return not self._own.isdisjoint(one.speakers)

    def _argues(self, claim: Claim) -> bool:
        word = self._subject.argument if self._subject else ""
        return any(value == word or (isinstance(value, list | dict) and word in value) for value in claim.args.values())

    # -- how it is told
    @cached_property
    def _scene(self) -> Scene:
        report = self._kept.report
        return Scene(0, Telling(report.id, self._kept.text, self._reading))

    def _said(self, one: Statement) -> Said:
        return Said(
            one.act,
            one.quoted,
            self._voices(one.speakers),
            self._voices(one.via),
            one.speaker_text,
            one.cue,
            self._place(one),
        )

    def _counted(self, fact: Fact) -> Counted:
        figure, sentence = fact.figure, fact.sentence
        stands_in = self._scene.statement_at(figure.start)
        times = (t.edtf for t in self._reading.times if sentence.start <= t.start < sentence.end and t.edtf)
        return Counted(
            low=figure.low,
            high=figure.high,
            unit=figure.unit,
            what=fact.unit.name,
            deed=fact.deed,
            claimed_by=self._voices(stands_in.speakers) if stands_in else (),
            days=tuple(filter(None, map(Moment.of, dict.fromkeys(times)))),
            place=self._place(figure),
        )

    def _held(self, claim: Claim) -> Held:
        return Held(claim.kind, claim.negated, claim.verdict, claim.why, claim.citations, self._place(claim))

    def _voices(self, ids: tuple[str, ...]) -> tuple[Voice, ...]:
        return tuple(map(self._voice, ids))

    def _voice(self, id_: str) -> Voice:
        known = self._reading.entities.get(id_)
        if known is None:
            return Voice(id_, id_.partition(":")[2] or id_, None, None)
        return Voice(id_, known.name, known.name_ar, known.principal)

    def _place(self, span: Span) -> Place:
        report, sentence = self._kept.report, self._scene.sentence(span.start, span.end)
        return Place(
            report.id,
            report.address,
            report.sha256,
            report.outlet,
            report.title,
            report.language,
            report.published,
            span.start,
            span.end,
            span.text,
            sentence.text,
            sentence.start,
        )

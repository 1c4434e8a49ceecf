"""What a library tells of a subject: its reports, newest first, and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.dossier.kept import how_many, kept, of_keys, speaking_of
from mahdar.dossier.shapes import Counted, Held, Said
from mahdar.dossier.told import Subject, Told
from mahdar.export.kept import KeptReport
from mahdar.library.searching import Question, newest


@dataclass(frozen=True, slots=True)
class ToldOf:
    """What `shown` reports of the `total` that name a subject tell of it; each list in order of publication.

    `said_by` are statements of the subject, `said_about` those of others that name it, `counted` the figures in
    sentences that name it, `held` the claims about it with their verdicts.
    """

    total: int
    reports: tuple[KeptReport, ...]
    said_by: tuple[Said, ...]
    said_about: tuple[Said, ...]
    counted: tuple[Counted, ...]
    held: tuple[Held, ...]

    @property
    def shown(self) -> int:
        return len(self.reports)


def told_of(connection: Connection, subject: Subject, *, most: int | None = None) -> ToldOf:
    """Of the newest `most` reports that name the subject, or of all of them."""
    keys, total = _chosen(connection, subject.entity, most)
    heads: list[KeptReport] = []
    by: list[Said] = []
    about: list[Said] = []
    counted: list[Counted] = []
    held: list[Held] = []
    for one in kept(connection, keys, newest=True, limit=most):
        told = Told(one, subject)
        heads.append(one.report)
        by += told.said_by()
        about += told.said_about()
        counted += told.counted()
        held += told.held()
    total = len(heads) if total is None else total
    return ToldOf(total, tuple(heads), _in_order(by), _in_order(about), _in_order(counted), _in_order(held))


def _chosen(connection: Connection, entity: str, most: int | None) -> tuple[sa.Select[tuple[int]], int | None]:
    """Which reports to read, and how many there are; None where all of them are read.

    Of a state the columns of search know it: one that half of a large library names takes them a few milliseconds.
    """
    kind, _, code = entity.partition(":")
    if most is not None and kind == "state":
        keys, total = newest(connection, Question(state=code), most)
        return of_keys(keys), total
    named = speaking_of(entity)
    return named, None if most is None else how_many(connection, named)


_Item = TypeVar("_Item", Said, Counted, Held)


def _in_order(items: list[_Item]) -> tuple[_Item, ...]:
    return tuple(sorted(items, key=_published))


def _published(one: Said | Counted | Held) -> tuple[str, str, int]:
    """By first day, those without a day first; then as they stand in their report."""
    day = one.place.published
    return (day.first or "" if day else ""), one.place.report, one.place.start

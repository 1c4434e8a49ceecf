"""Readings as people corrected them, their reviews and notes: what the library tells of review."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.library.asking import find
from mahdar.library.overlay import Overlaid, laid_over, where
from mahdar.library.reader import parsed
from mahdar.library.restored import restored
from mahdar.library.reviews import Json, Kept, Note, Review, State, Subject
from mahdar.library.schema import notes, present, readings, reports, reviews, story_of
from mahdar.library.story_words import held
from mahdar.model import Reading

Told = dict[str, Any]
_MANY = 500  # keys asked for at once
_OTHER = reports.alias("other_report")
_JOINED = reviews.join(reports, reports.c.key == reviews.c.report).outerjoin(_OTHER, _OTHER.c.key == reviews.c.other)
_KEPT = sa.select(reviews, reports.c.id.label("id"), _OTHER.c.id.label("other_id")).select_from(_JOINED)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A report by its ``id``. ``machine`` is the present reading as it is kept; ``told`` the same with corrections laid
    over it: the shape of the contract, each statement and claim that somebody decided on with its ``reviews`` (who,
    when, why, what it was). ``rejected`` are the statements and claims that were taken out; ``reviews`` are all of the
    report, oldest first.
    """

    id: str
    machine: Told
    told: Told
    rejected: tuple[Told, ...] = ()
    reviews: tuple[Kept, ...] = ()

    @property
    def reading(self) -> Reading:
        """``told`` as the dataclass, without the reviews."""
        bare = {name: [_bare(each) for each in self.told[name]] for name in ("statements", "claims")}
        return restored(self.told | bare)

    def places(self, name: str) -> Iterator[tuple[str, Told]]:
        """The ``statements`` or the ``claims`` as corrected, each with its place as a review takes it."""
        subject: Subject = "statement" if name == "statements" else "claim"
        for item in self.told[name]:
            if item.get("reviews"):
                _, _, rest = item["reviews"][-1]["place"].partition(":")
                yield f"{subject}:{rest}", item
            else:
                yield where(subject, self.machine[name], self.machine[name].index(item)), item


def _bare(item: Json) -> Told:
    return {name: value for name, value in item.items() if name != "reviews"}


def reviewed(connection: Connection, report: str) -> Reviewed | None:
    """The present reading of a report as corrected; None where there is no such report, or it was never read."""
    key = find(connection, report)
    machine = present_reading(connection, key) if key is not None else None
    if key is None or machine is None:
        return None
    found = kept_of(connection, [key]).get(key, [])
    laid_out = laid_over(machine, of_places(found))
    states = laid_out.states | (held(of_stories(connection)).states if len(found) > len(laid_out.states) else {})
    stated = tuple(replace(each, state=states.get(each.key, each.state)) for each in found)
    id_ = str(connection.scalar(sa.select(reports.c.id).where(reports.c.key == key)))
    return Reviewed(id_, machine, laid_out.told, laid_out.rejected, stated)


def reviewed_reports(connection: Connection, ids: Iterable[str] | None = None) -> Iterator[Told]:
    """`id`, `text`, `title`, `outlet`, `url`, `published` of reports (all that were read, or those named, in the order
    in which they came) and their `reading` as corrected.
    """
    columns = (reports.c.key, reports.c.id, reports.c.text, reports.c.title, reports.c.outlet, reports.c.url)
    joined = reports.join(present, present.c.report == reports.c.key).join(
        readings, readings.c.key == present.c.reading
    )
    asked = sa.select(*columns, present.c.published, present.c.review, readings.c.json).select_from(joined)
    for condition in _chunks(ids):
        found = connection.execute(asked.where(condition).order_by(reports.c.key).execution_options(yield_per=100))
        for row in found:
            told = dict(row._mapping)
            machine = parsed(told.pop("json"))
            decided = told.pop("review") is not None
            key = told.pop("key")
            yield {**told, "reading": laid(connection, key, machine).told if decided else machine}


def _chunks(ids: Iterable[str] | None) -> Iterator[sa.ColumnElement[bool]]:
    if ids is None:
        yield sa.true()
        return
    named = list(dict.fromkeys(ids))
    for at in range(0, len(named), _MANY):
        yield reports.c.id.in_(named[at : at + _MANY])


def laid(connection: Connection, report: int, machine: Json) -> Overlaid:
    """What people decided on a report laid over a reading of it."""
    return laid_over(machine, of_places(kept_of(connection, [report]).get(report, [])))


def present_reading(connection: Connection, report: int) -> Told | None:
    """The reading by which a report is found, as it is kept."""
    asked = sa.select(readings.c.json).join(present, present.c.reading == readings.c.key)
    packed = connection.scalar(asked.where(present.c.report == report))
    return parsed(packed) if packed is not None else None


def last_review(connection: Connection, report: int) -> int | None:
    """The key of the last review of a place of a report."""
    asked = sa.select(sa.func.max(reviews.c.key)).where(reviews.c.report == report, reviews.c.subject != "story")
    found = connection.scalar(asked)
    return int(found) if found is not None else None


def of_places(found: Iterable[Kept]) -> list[Kept]:
    """Without those of stories."""
    return [each for each in found if each.review.subject != "story"]


def kept_of(connection: Connection, keys: Sequence[int]) -> dict[int, list[Kept]]:
    """The reviews of reports by their keys, oldest first; their state is not looked up."""
    found: dict[int, list[Kept]] = {}
    for at in range(0, len(keys), _MANY):
        asked = _KEPT.where(reviews.c.report.in_(keys[at : at + _MANY])).order_by(reviews.c.key)
        for row in connection.execute(asked):
            found.setdefault(row.report, []).append(kept(row))
    return found


def of_stories(connection: Connection) -> list[Kept]:
    """All reviews of stories, oldest first."""
    asked = _KEPT.where(reviews.c.subject == "story").order_by(reviews.c.key)
    return [kept(row) for row in connection.execute(asked)]


def reviews_of(
    connection: Connection, report: str | None = None, *, limit: int | None = None, offset: int = 0
) -> list[Kept]:
    """The reviews of a report, oldest first; without one, those of all reports, newest first. Each with its state."""
    if report is not None:
        key = find(connection, report)
        found = kept_of(connection, [key]).get(key, []) if key is not None else []
        found = found[offset : offset + limit if limit is not None else None]
    else:
        asked = _KEPT.order_by(reviews.c.key.desc()).limit(limit).offset(offset)
        found = [kept(row) for row in connection.execute(asked)]
    states = dict(held(of_stories(connection)).states)
    for each in dict.fromkeys(each.review.report for each in found):
        states |= _states(connection, each)
    return [replace(each, state=states.get(each.key, each.state)) for each in found]


def _states(connection: Connection, report: str) -> dict[int, State]:
    """The states of the reviews of a report's places."""
    key = find(connection, report)
    machine = present_reading(connection, key) if key is not None else None
    return laid(connection, key, machine).states if key is not None and machine is not None else {}


def kept(row: Any) -> Kept:
    """A row of `reviews` (with `id` and `other_id`) as the review that it is."""
    review = Review(
        report=row.id,
        subject=row.subject,
        decision=row.decision,
        by=row.who,
        why=row.why,
        start=row.start,
        end=row.end,
        kind=row.kind,
        args=json.loads(row.args) if row.args else None,
        correction=json.loads(row.correction) if row.correction else {},
        other=row.other_id,
    )
    return Kept(row.key, review, row.at, row.quoted, json.loads(row.was) if row.was else None, row.reading)


def notes_of(connection: Connection, ids: Iterable[str]) -> list[Note]:
    """Notes on these reports, and on the stories that they tell; oldest first."""
    keys: set[int] = set()
    for condition in _chunks(ids):
        keys.update(connection.scalars(sa.select(reports.c.key).where(condition)))
    asked = sa.select(notes, reports.c.id.label("id"), story_of.c.story).join(reports, reports.c.key == notes.c.report)
    found = connection.execute(asked.outerjoin(story_of, story_of.c.report == notes.c.report).order_by(notes.c.key))
    told = list(found)  # people write few
    stories = _stories(connection, keys) if any(row.about == "story" for row in told) else set()
    return [
        Note(row.key, row.id, row.about, row.note, row.who, row.at)
        for row in told
        if row.report in keys or (row.about == "story" and row.story in stories)
    ]


def _stories(connection: Connection, keys: set[int]) -> set[int]:
    """The stories that these reports tell."""
    named = sorted(keys)
    found: set[int] = set()
    for at in range(0, len(named), _MANY):
        asked = sa.select(story_of.c.story).where(story_of.c.report.in_(named[at : at + _MANY]))
        found.update(connection.scalars(asked))
    return found

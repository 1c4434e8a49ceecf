"""The stories of the library: kept, so that a call groups new reports alone; each with an id that stays.

>>> settle(library)
>>> with library.reading() as connection:
...     for each in stories(connection, least=2):
...         print(each.id, each.reports)

The promise is that of the accounts room: a new report is compared with a bounded number of others and the stories that
it touches are put together anew; when the library has doubled, or on demand, all of it is weighed and grouped from
scratch, which does not depend on the order in which the reports came. Between two such times a borderline report may
stand elsewhere than after the next. What people said holds always.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.accounts import Story
from mahdar.accounts.pairs import Pair
from mahdar.accounts.settings import settings
from mahdar.accounts.story import describe
from mahdar.library import settling
from mahdar.library.opened import Library
from mahdar.library.placing import place
from mahdar.library.reviewed import of_stories
from mahdar.library.schema import present, reports, story_features, story_state
from mahdar.library.schema import stories as _stories
from mahdar.library.schema import story_of as _story_of
from mahdar.library.story_rows import count, features_of, grouper_version, in_chunks, put_features, unread, waiting
from mahdar.library.story_terms import KeptRarity, kept_rarity, learn, up_to_date
from mahdar.library.story_words import held
from mahdar.library.touched import Touched

_BATCH = 128  # reports placed in one transaction
_COUPLE = 2

Step = Callable[[int, int], None]  # how many reports are done, of how many


@dataclass(frozen=True, slots=True)
class KeptStory:
    """A story and the ids of the reports that tell it, in order of their days."""

    id: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """How many reports were put into stories, and whether all of the library was grouped anew for it."""

    placed: int
    anew: bool


def settle(library: Library, *, anew: bool = False, step: Step = lambda _, __: None) -> Settled:
    """Put the reports that wait into stories; all of the library anew where it has doubled, or where `anew` asks it.

    What is done is there at each interruption. Raises LibraryError where the library cannot be written, KeyError or
    TypeError where a reading is of another version of Mahdar.
    """
    with library.reading() as connection:
        left, grouped, total = waiting(connection), _state(connection), _reports(connection)
    same = grouped.version == grouper_version()
    if not left and not anew and same:
        return Settled(0, False)
    if anew or not same or _outgrown(total, len(left), grouped.reports):
        _settle_all(library, grouped, step)
        return Settled(len(left), True)
    _place_all(library, left, step)
    return Settled(len(left), False)


def _place_all(library: Library, left: Sequence[int], step: Step) -> None:
    rarity: KeptRarity | None = None
    mark = ""
    for at in range(0, len(left), _BATCH):
        with library.writing() as connection:
            now = _state(connection).mark
            rarity = up_to_date(connection, rarity if now == mark else None)
            still = set(waiting(connection)) if now != mark else None  # another process may have been quicker
            place(connection, [key for key in left[at : at + _BATCH] if still is None or key in still], rarity)
            mark = now
        step(min(at + _BATCH, len(left)), len(left))


def _reports(connection: Connection) -> int:
    return int(connection.execute(sa.select(sa.func.count()).select_from(present)).scalar_one())


def _outgrown(total: int, left: int, then: int) -> bool:
    """Whether there are twice as many reports as when all was grouped last, or as many to be put in as there were."""
    return total >= float(settings("stories")["growth"]) * then or left >= then


@dataclass(frozen=True, slots=True)
class _State:
    """When all was grouped last: a mark of that time, the version of the grouping, and how many reports there were."""

    mark: str = ""
    version: str = ""
    reports: int = 0


def _state(connection: Connection) -> _State:
    packed = connection.scalar(sa.select(story_state.c.value).where(story_state.c.name == "settled"))
    if packed is None:
        return _State()
    mark, version, many = packed.decode().split()
    return _State(mark, version, int(many))


def _settle_all(library: Library, grouped: _State, step: Step) -> None:
    """Features first, a batch at a time; then all compared and grouped outside any writing transaction."""
    _make_features(library, grouped, step)
    with library.reading() as connection:
        many = count(connection)
        done = iter(range(1, many + 1))
        made = settling.whole(connection, lambda total: step(next(done, total), total))
    with library.writing() as connection:
        if _state(connection).mark != grouped.mark:
            return  # another process grouped all of it meanwhile
        settling.write(connection, made)
        connection.execute(sa.delete(story_state).where(story_state.c.name == "settled"))
        told = f"{uuid4().hex} {grouper_version()} {len(made.keys)}"
        connection.execute(sa.insert(story_state), [{"name": "settled", "value": told.encode()}])


def _make_features(library: Library, grouped: _State, step: Step) -> None:
    """Of the reports that have none of their present reading; of all, where another version made them."""
    if grouped.version not in ("", grouper_version()):
        with library.writing() as connection:
            connection.execute(sa.delete(story_features))
    with library.reading() as connection:
        left = unread(connection)
    rarity: KeptRarity | None = None
    for at in range(0, len(left), _BATCH):
        with library.writing() as connection:
            rarity = up_to_date(connection, rarity)
            put_features(connection, left[at : at + _BATCH], rarity)
        step(min(at + _BATCH, len(left)), len(left))


# -- asking
def stories(
    connection: Connection, *, least: int = 1, limit: int | None = None, offset: int = 0
) -> Iterator[KeptStory]:
    """The stories that so many reports or more tell, by their first days, then by their ids; nothing is grouped."""
    first = sa.func.min(sa.func.coalesce(present.c.first, _NO_DAY))
    asked = (
        sa.select(_stories.c.key, _stories.c.id, first)
        .select_from(
            _story_of.join(_stories, _stories.c.key == _story_of.c.story).outerjoin(
                present, present.c.report == _story_of.c.report
            )
        )
        .group_by(_stories.c.key, _stories.c.id)
        .having(sa.func.count() >= least)
    )
    ordered = sorted(connection.execute(asked), key=lambda row: (row[2], row[1]))
    end = None if limit is None else offset + limit
    for chunk in in_chunks([row.key for row in ordered[offset:end]]):
        members = _members(connection, chunk)
        yield from (KeptStory(*members[key]) for key in chunk)


_NO_DAY = "~"  # behind all days, as text is ordered


def _members(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[str, tuple[str, ...]]]:
    """The id of each story, and those of its reports in order of their days."""
    asked = (
        sa.select(_stories.c.key, _stories.c.id.label("story"), present.c.first, reports.c.id)
        .select_from(
            _story_of.join(_stories, _stories.c.key == _story_of.c.story)
            .join(reports, reports.c.key == _story_of.c.report)
            .outerjoin(present, present.c.report == _story_of.c.report)
        )
        .where(_story_of.c.story.in_(keys))
    )
    found: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for row in connection.execute(asked):
        found[row.key].append((row.first or _NO_DAY, row.id, row.story))
    return {key: (rows[0][2], tuple(row[1] for row in sorted(rows))) for key, rows in found.items()}


def story_of(connection: Connection, report: str) -> str | None:
    """The id of the story that a report tells; None where it was not grouped yet."""
    asked = sa.select(_stories.c.id).select_from(
        _story_of.join(_stories, _stories.c.key == _story_of.c.story).join(reports, reports.c.key == _story_of.c.report)
    )
    found = connection.scalar(asked.where(reports.c.id == report))
    return str(found) if found is not None else None


def story(connection: Connection, id: str) -> Story | None:
    """A story with what ties its reports, which are copies, and whom a person put there.

    Where no story has this id, that of the report with it, as of a story that went into another; None where there is
    no such report either.
    """
    found = next(iter(described(connection, [id])), None)
    told = story_of(connection, id) if found is None else None
    return found if told is None else next(iter(described(connection, [told])), None)


def described(connection: Connection, ids: Iterable[str]) -> Iterator[Story]:
    """Stories by their ids, in that order, each with its ties; those that the library has not are left out."""
    rarity = kept_rarity(connection)
    words = held(of_stories(connection))
    placed = frozenset(id_ for couple in words.together for id_ in couple)
    for id_ in ids:
        found = _described(connection, id_, rarity, placed)
        if found is not None:
            yield found


def _described(connection: Connection, id_: str, rarity: KeptRarity, placed: frozenset[str]) -> Story | None:
    asked = sa.select(_story_of.c.report).join(_stories, _stories.c.key == _story_of.c.story)
    keys = list(connection.scalars(asked.where(_stories.c.id == id_)))
    known: list[int] = []
    for chunk in in_chunks(keys):
        known += connection.scalars(_with_features(chunk))
    if not known or len(known) < len(keys):
        return None
    members = list(features_of(connection, known))
    if len(members) >= _COUPLE:
        learn(connection, rarity, (number for report in members for number in report.numbers.tolist()))
    working = Touched(connection)
    working.load_links(report.id for report in members)
    pairs = [
        Pair(report.id, other, score, copy)
        for report in members
        for other, (score, copy) in working.links(report.id).items()
        if report.id < other
    ]
    return replace(describe(members, pairs, rarity, placed), id=id_)


def _with_features(keys: list[int]) -> sa.Select[tuple[int]]:
    return sa.select(story_features.c.report).where(story_features.c.report.in_(keys))


def headings(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """The day, outlet and title of each report, as far as they are known, by its id."""
    columns = (reports.c.id, present.c.published, reports.c.outlet, reports.c.title)
    asked = sa.select(*columns).join(present, present.c.report == reports.c.key)
    found: dict[str, str] = {}
    for at in range(0, len(ids), _BATCH):
        for name, *parts in connection.execute(asked.where(reports.c.id.in_(ids[at : at + _BATCH]))):
            found[name] = " · ".join(part for part in parts if part)
    return found

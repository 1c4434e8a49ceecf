"""Ids of stories: given once, and kept while reports come and go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.library.schema import stories, story_of
from mahdar.library.story_rows import in_chunks


def put_stories(connection: Connection, groups: Sequence[Sequence[str]], keys: Mapping[str, int]) -> None:
    """Let these groups of reports, by ids, be the stories of these reports; ``keys`` are those of the reports.

    A group takes the id of the story of which it holds the most reports, where no other group holds more of it; a
    story that is new takes the id of its first report, with a number behind it where that is taken.
    """
    members = [keys[id_] for group in groups for id_ in group]
    former = _former(connection, members)
    heirs = _heirs([[former[keys[id_]] for id_ in group if keys[id_] in former] for group in groups])
    for chunk in in_chunks(members):
        connection.execute(sa.delete(story_of).where(story_of.c.report.in_(chunk)))
    made = _made(connection, {n: group[0] for n, group in enumerate(groups) if n not in heirs})
    story = heirs | made
    rows = [{"report": keys[id_], "story": story[n]} for n, group in enumerate(groups) for id_ in group]
    if rows:
        connection.execute(sa.insert(story_of), rows)
    _forget_empty(connection, set(former.values()) - set(heirs.values()))


def _former(connection: Connection, members: Iterable[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for chunk in in_chunks(members):
        asked = sa.select(story_of.c.report, story_of.c.story).where(story_of.c.report.in_(chunk))
        found |= {row.report: row.story for row in connection.execute(asked)}
    return found


def _heirs(held: Sequence[Sequence[int]]) -> dict[int, int]:
    """Which group goes on under the key of which former story; of groups that hold as many, the first."""
    claims = [(-many, n, story) for n, stories_of in enumerate(held) for story, many in Counter(stories_of).items()]
    heirs: dict[int, int] = {}
    taken: set[int] = set()
    for _, n, story in sorted(claims):
        if n not in heirs and story not in taken:
            heirs[n] = story
            taken.add(story)
    return heirs


def _made(connection: Connection, firsts: Mapping[int, str]) -> dict[int, int]:
    """New stories by the number of their group; `firsts` are the ids of their first reports."""
    if not firsts:
        return {}
    taken: set[str] = set()
    for chunk in in_chunks(firsts.values()):
        taken.update(connection.scalars(sa.select(stories.c.id).where(stories.c.id.in_(chunk))))
    rows = [{"id": _free(connection, id_) if id_ in taken else id_} for id_ in firsts.values()]
    added = sa.insert(stories).returning(stories.c.key, sort_by_parameter_order=True)
    return dict(zip(firsts, connection.execute(added, rows).scalars(), strict=True))


def _free(connection: Connection, id_: str) -> str:
    number = 2
    while connection.scalar(sa.select(stories.c.key).where(stories.c.id == f"{id_}#{number}")) is not None:
        number += 1
    return f"{id_}#{number}"


def _forget_empty(connection: Connection, gone: Iterable[int]) -> None:
    """Stories that no report tells any more."""
    for chunk in in_chunks(sorted(gone)):
        told = sa.select(story_of.c.story).where(story_of.c.story.in_(chunk))
        connection.execute(sa.delete(stories).where(stories.c.key.in_(chunk), stories.c.key.not_in(told)))

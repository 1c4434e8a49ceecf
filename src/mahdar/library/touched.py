"""The part of the kept stories that a change touches: read as far as it is needed, written at the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.library.schema import reports, story_features, story_links, story_of
from mahdar.library.story_ids import put_stories
from mahdar.library.story_packing import packed_links, unpacked_links
from mahdar.library.story_rows import in_chunks

Links = dict[str, tuple[float, bool]]  # by the id of the other report: the likeness, whether one is a copy of the other


class Touched:
    """Reports by id. A story has here the name of its least report, whatever its id is."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._links: dict[str, Links] = {}
        self._changed: set[str] = set()
        self._story: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._regrouped: set[str] = set()
        self._keys: dict[str, int] = {}
        self._ids: dict[int, str] = {}

    # -- links
    def links(self, id_: str) -> Links:
        """The links of one report."""
        self.load_links([id_])
        return self._links[id_]

    def load_links(self, ids: Iterable[str]) -> None:
        """Read the links of these reports at once."""
        wanted = [id_ for id_ in dict.fromkeys(ids) if id_ not in self._links]
        self._learn_ids(wanted)
        found: dict[int, list[tuple[int, float, bool]]] = {}
        for chunk in in_chunks(self._keys[id_] for id_ in wanted):
            asked = sa.select(story_links).where(story_links.c.report.in_(chunk))
            found |= {row.report: unpacked_links(row.data) for row in self._connection.execute(asked)}
        self._learn_keys({other for told in found.values() for other, *_ in told})
        for id_ in wanted:
            told = found.get(self._keys[id_], ())
            self._links[id_] = {self._ids[other]: (score, copy) for other, score, copy in told}

    def add(self, id_: str, links: Links) -> None:
        """A new report in a story of its own, with its links to others."""
        self._learn_ids([id_])
        self.load_links(links)
        self._links[id_] = dict(links)
        for other, link in links.items():
            self._links[other][id_] = link
        self._changed |= {id_, *links}
        self._story[id_] = id_
        self.put_together([id_])

    def forget(self, keys: Sequence[int]) -> None:
        """Take reports out of all links and stories, where they are in any."""
        self._learn_keys(keys)
        gone = [self._ids[key] for key in keys]
        self.load_links(gone)
        self.load_links({other for id_ in gone for other in self._links[id_]})
        for id_ in gone:
            others = self._links.pop(id_)
            self._links[id_] = {}
            for other in others:
                self._links[other].pop(id_, None)
            self._changed |= {id_, *others}
        self.load_stories(gone)
        for id_ in gone:
            self._leave(id_)

    def _leave(self, id_: str) -> None:
        story = self._story.pop(id_, None)
        left = [other for other in self._members.pop(story) if other != id_] if story is not None else []
        if left:
            self.put_together(left)

    # -- stories
    def story_of(self, id_: str) -> str:
        """The story of a report. Raises KeyError where it was not placed."""
        self.load_stories([id_])
        return self._story[id_]

    def is_placed(self, id_: str) -> bool:
        """Whether a report tells a story yet."""
        self.load_stories([id_])
        return id_ in self._story

    def members(self, story: str) -> list[str]:
        """The reports of a story."""
        return self._members[story]

    def load_stories(self, ids: Iterable[str]) -> None:
        """Read which stories these reports tell, and who else tells them."""
        wanted = [id_ for id_ in dict.fromkeys(ids) if id_ not in self._story]
        self._learn_ids(wanted)
        told: dict[int, list[str]] = {}
        for chunk in in_chunks(self._keys[id_] for id_ in wanted if id_ in self._keys):
            of_these = sa.select(story_of.c.story).where(story_of.c.report.in_(chunk))
            asked = sa.select(story_of.c.story, reports.c.id).join(reports, reports.c.key == story_of.c.report)
            for row in self._connection.execute(asked.where(story_of.c.story.in_(of_these))):
                told.setdefault(row.story, []).append(row.id)
        for members in told.values():
            if members[0] not in self._story:
                self._put(members)

    def have_features(self, ids: Iterable[str]) -> bool:
        """Whether what the grouping compares is kept of all these reports."""
        wanted = list(dict.fromkeys(ids))
        self._learn_ids(wanted)
        found = 0
        for chunk in in_chunks(self._keys[id_] for id_ in wanted):
            asked = sa.select(sa.func.count()).select_from(story_features).where(story_features.c.report.in_(chunk))
            found += int(self._connection.execute(asked).scalar_one())
        return found == len(wanted)

    def take_apart(self, story: str) -> list[str]:
        """The reports of a story, which is no more."""
        return self._members.pop(story)

    def put_together(self, members: Sequence[str]) -> None:
        """A story of these reports."""
        self._put(members)
        self._regrouped.update(members)

    def _put(self, members: Sequence[str]) -> None:
        name = min(members)
        self._members[name] = sorted(members)
        self._story.update(dict.fromkeys(members, name))

    # -- keys, and back into the library
    def _learn_ids(self, ids: Iterable[str]) -> None:
        for chunk in in_chunks(id_ for id_ in ids if id_ not in self._keys):
            self._learn(reports.c.id.in_(chunk))

    def _learn_keys(self, keys: Iterable[int]) -> None:
        for chunk in in_chunks(key for key in keys if key not in self._ids):
            self._learn(reports.c.key.in_(chunk))

    def _learn(self, condition: sa.ColumnElement[bool]) -> None:
        for row in self._connection.execute(sa.select(reports.c.key, reports.c.id).where(condition)):
            self._keys[row.id], self._ids[row.key] = row.key, row.id

    def write(self) -> None:
        """Put the changed links and stories into the library."""
        rows = [{"report": self._keys[id_], "data": self._packed(self._links[id_])} for id_ in sorted(self._changed)]
        for chunk in in_chunks(rows):
            keys = [row["report"] for row in chunk]
            self._connection.execute(sa.delete(story_links).where(story_links.c.report.in_(keys)))
            self._connection.execute(sa.insert(story_links), chunk)
        names = sorted({self._story[id_] for id_ in self._regrouped})
        self._learn_ids(id_ for name in names for id_ in self._members[name])
        put_stories(self._connection, [self._members[name] for name in names], self._keys)

    def _packed(self, links: Mapping[str, tuple[float, bool]]) -> bytes:
        self._learn_ids(links)
        return packed_links((self._keys[other], score, copy) for other, (score, copy) in links.items())

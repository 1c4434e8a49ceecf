"""Grouping all reports of the library from scratch, in the order of their days and a window of weeks at a time.

The result does not depend on the order in which the reports came. Memory holds the words of the window, the links
(17 bytes each, some thirty a report) and the features of the reports used last.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.accounts.candidates import Index, rarest, reach, week_of
from mahdar.accounts.features import Features
from mahdar.accounts.pairs import Comparison
from mahdar.library.reviewed import of_stories
from mahdar.library.schema import story_features, story_links, story_of
from mahdar.library.story_ids import put_stories
from mahdar.library.story_packing import packed_links
from mahdar.library.story_pieces import Links, grouped
from mahdar.library.story_rows import FeatureStore, features_of, in_chunks, ordered
from mahdar.library.story_terms import KeptRarity, keep_weights, weighed
from mahdar.library.story_words import held

Step = Callable[[int], None]  # told of each report, with how many are done


@dataclass(slots=True)
class _Found:
    """Links as they are found, by the places of the reports in the order."""

    one: array[int] = field(default_factory=lambda: array("i"))
    other: array[int] = field(default_factory=lambda: array("i"))
    score: array[float] = field(default_factory=lambda: array("d"))
    copy: array[int] = field(default_factory=lambda: array("b"))

    def links(self) -> Links:
        return Links(
            np.array(self.one, dtype=np.int32),
            np.array(self.other, dtype=np.int32),
            np.array(self.score, dtype=np.float64),
            np.array(self.copy, dtype=np.bool_),
        )


@dataclass(frozen=True, slots=True)
class Whole:
    """All of the library grouped: the keys by id of the reports that are in it, and weights, links and groups."""

    keys: dict[str, int]
    rarity: KeptRarity
    links: Links
    groups: list[list[str]]


def whole(connection: Connection, step: Step = lambda _: None) -> Whole:
    """Weigh, compare and group all reports that have features; nothing is written."""
    rarity = weighed(connection)
    order = ordered(connection)
    ids = [id_ for _, id_, _ in order]
    place = {id_: n for n, id_ in enumerate(ids)}
    links = _compared(connection, [key for key, _, _ in order], rarity, place, step)
    words = held(of_stories(connection))
    made = grouped(ids, [language for *_, language in order], links, words.together, words.apart)
    groups = sorted((sorted(group, key=place.__getitem__) for group in made), key=lambda group: place[group[0]])
    return Whole({id_: key for key, id_, _ in order}, rarity, links, groups)


def _compared(
    connection: Connection, keys: Sequence[int], rarity: KeptRarity, place: dict[str, int], step: Step
) -> Links:
    found = _Found()
    index = Index(FeatureStore(connection))
    undated: list[int] = []
    for report in features_of(connection, keys):
        if report.first is None:
            undated.append(keys[place[report.id]])
            continue
        index.drop_before(week_of(report) - reach())
        _compare(report, index, rarity, place, found)
        index.add(report)
        step(len(place))
    if undated:
        index = _index_for(connection, keys, features_of(connection, undated), rarity)
    for report in features_of(connection, undated):
        _compare(report, index, rarity, place, found)
        index.add(report)
        step(len(place))
    return found.links()


def _index_for(connection: Connection, keys: Sequence[int], asking: Iterable[Features], rarity: KeptRarity) -> Index:
    """All reports that have a day, by those words and facts alone that others look up."""
    among = looked_up(asking, rarity)
    index = Index(FeatureStore(connection))
    for report in features_of(connection, keys):
        if report.first is not None:
            index.add(report, among)
    return index


def looked_up(reports: Iterable[Features], rarity: KeptRarity) -> frozenset[int]:
    """The numbers by which these reports look for others."""
    return frozenset(chain.from_iterable(rarest(report, rarity) for report in reports))


def _compare(report: Features, index: Index, rarity: KeptRarity, place: dict[str, int], found: _Found) -> None:
    comparison = Comparison(report, rarity)
    for other in index.near(report, rarity):
        pair = comparison.pair(other)
        if pair.score > 0:
            found.one.append(place[pair.one])
            found.other.append(place[pair.other])
            found.score.append(pair.score)
            found.copy.append(pair.copy)


def write(connection: Connection, made: Whole) -> None:
    """Let this be how the library is grouped; reports that came since wait again."""
    keep_weights(connection, made.rarity)
    connection.execute(sa.delete(story_links))
    for rows in in_chunks(_link_rows(made)):
        connection.execute(sa.insert(story_links), rows)
    put_stories(connection, made.groups, made.keys)
    known = set(made.keys.values())
    since = [key for key in connection.scalars(sa.select(story_features.c.report)) if key not in known]
    for table in (story_of, story_features):
        for chunk in in_chunks(since):
            connection.execute(sa.delete(table).where(table.c.report.in_(chunk)))


def _link_rows(made: Whole) -> Iterator[dict[str, object]]:
    """A row for each report that is like another, with its links in both directions."""
    keys = np.array(list(made.keys.values()), dtype=np.int64)
    links = made.links
    one, other = np.concatenate([links.one, links.other]), np.concatenate([links.other, links.one])
    order = np.argsort(one, kind="stable")
    one, other = keys[one[order]], keys[other[order]]
    score, copy = np.tile(links.score, 2)[order], np.tile(links.copy, 2)[order]
    cuts = np.flatnonzero(np.diff(one)) + 1
    for part in np.split(np.arange(len(one)), cuts) if len(one) else ():
        told = zip(other[part].tolist(), score[part].tolist(), copy[part].tolist(), strict=True)
        yield {"report": int(one[part[0]]), "data": packed_links(told)}

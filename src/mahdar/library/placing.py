"""Putting new reports into the kept stories: each is compared with a bounded number of others, and the stories that it
touches are put together anew, as the accounts room does when reports are added one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.accounts.candidates import Index, reach, week_of
from mahdar.accounts.features import Features
from mahdar.accounts.linkage import group
from mahdar.accounts.pairs import Comparison
from mahdar.accounts.settings import settings
from mahdar.accounts.story import order
from mahdar.library.reviewed import of_stories
from mahdar.library.schema import story_features, story_of
from mahdar.library.settling import looked_up
from mahdar.library.story_rows import FeatureStore, features_of, ordered, put_features
from mahdar.library.story_terms import KeptRarity
from mahdar.library.story_words import Held, held
from mahdar.library.touched import Touched


def place(connection: Connection, keys: Sequence[int], rarity: KeptRarity) -> None:
    """Put these reports into stories, inside a writing transaction; what was kept of former readings of them goes.

    Raises KeyError or TypeError where a reading is of another version of Mahdar.
    """
    working = Touched(connection)
    working.forget(keys)
    new = sorted(put_features(connection, keys, rarity), key=order)
    store = FeatureStore(connection)
    index = _index(connection, new, store, rarity)
    words = held(of_stories(connection))
    for report in new:
        store[report.id] = report
        _compare(report, index, rarity, working)
        index.add(report)
        regroup(working, _around(working, report.id), store, words)
    working.write()


def regroup_for(connection: Connection, ids: Iterable[str]) -> None:
    """Put together anew the stories of these reports, after somebody said something of them.

    Stories that came in from another library have no links yet: they are left for when all of it is grouped.
    """
    working = Touched(connection)
    stories = {working.story_of(id_) for id_ in ids if working.is_placed(id_)}
    if working.have_features(id_ for story in stories for id_ in working.members(story)):
        regroup(working, stories, FeatureStore(connection), held(of_stories(connection)))
        working.write()


def regroup(working: Touched, stories: Iterable[str], store: FeatureStore, words: Held) -> None:
    """Put the reports of these stories into groups by their links and by what people said."""
    chosen = settings("stories")
    ids = [id_ for story in dict.fromkeys(stories) for id_ in working.take_apart(story)]
    known = set(ids)
    working.load_links(ids)
    links = [
        (one, other, score)
        for one in ids
        for other, (score, _) in working.links(one).items()
        if one < other and other in known
    ]
    spoken = {id_: store[id_].language or "" for id_ in ids}
    for members in group(spoken, links, chosen["threshold"], chosen["linked"], words.together, words.apart):
        working.put_together(members)


def _index(connection: Connection, new: Sequence[Features], store: FeatureStore, rarity: KeptRarity) -> Index:
    """The reports among which those alike can be, by those words and facts by which the new ones look for them."""
    weeks = {week_of(report) for report in new}
    near = {week + step for week in weeks for step in range(-reach(), reach() + 1)} | {-1}
    placed: list[sa.ColumnElement[bool]] = [story_features.c.report.in_(sa.select(story_of.c.report))]
    conditions = placed if -1 in weeks else [*placed, story_features.c.week.in_(sorted(near))]
    ids = {report.id for report in new}
    keys = [key for key, id_, _ in ordered(connection, *conditions) if id_ not in ids]
    among = looked_up(new, rarity)
    index = Index(store)
    for report in features_of(connection, keys):
        index.add(report, among)
    return index


def _compare(report: Features, index: Index, rarity: KeptRarity, working: Touched) -> None:
    comparison = Comparison(report, rarity)
    pairs = [comparison.pair(other) for other in index.near(report, rarity)]
    working.add(report.id, {pair.other: (pair.score, pair.copy) for pair in pairs if pair.score > 0})


def _around(working: Touched, id_: str) -> list[str]:
    """The stories that a new report is like, and those that they are like in turn."""
    chosen = settings("stories")
    threshold, room = float(chosen["threshold"]), int(chosen["touched"])
    own = working.story_of(id_)
    first = _touched(working, [own], threshold / 2, room)
    return _touched(working, first, threshold, room)


def _touched(working: Touched, stories: Iterable[str], bar: float, room: int) -> list[str]:
    """These stories and those linked to them by so much, the likest first, as far as there is room."""
    found = dict.fromkeys(stories)
    members = [id_ for story in found for id_ in working.members(story)]
    room -= len(members)
    working.load_links(members)
    strong = {
        (-score, min(one, other), max(one, other))
        for one in members
        for other, (score, _) in working.links(one).items()
        if score >= bar
    }
    working.load_stories({id_ for _, one, other in strong for id_ in (one, other)})
    for _, one, other in sorted(strong):
        for story in (working.story_of(one), working.story_of(other)):
            if story not in found and len(working.members(story)) <= room:
                found[story] = None
                room -= len(working.members(story))
    return list(found)

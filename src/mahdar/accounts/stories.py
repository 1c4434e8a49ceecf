"""Stories that grow: reports are added one by one, each finds its story, and people correct what is wrong.

A new report is compared with a bounded number of others, and the stories that it touches are put together anew. When
the collection has doubled, all of it is weighed and grouped anew (`settle`), which does not depend on the order in
which the reports came; between two such times a story may differ from that in borderline cases.
"""

from __future__ import annotations

from collections.abc import Iterable

from mahdar.accounts.candidates import Index
from mahdar.accounts.features import Features, features
from mahdar.accounts.linkage import Couple, group
from mahdar.accounts.pairs import Comparison, Pair
from mahdar.accounts.rarity import Rarity
from mahdar.accounts.settings import settings
from mahdar.accounts.story import Story, describe, order
from mahdar.accounts.telling import Telling


class Stories:
    """A collection of reports in stories; it keeps numbers of words and facts, not texts.

    ``rarity`` is given where the reports are a piece of a collection whose words and facts were counted elsewhere.

    >>> collection = Stories()
    >>> story = collection.add(tell("a", text, published="2023-03-17"))
    >>> story.reports
    ('a',)
    """

    def __init__(self, tellings: Iterable[Telling] = (), rarity: Rarity | None = None) -> None:
        self._rarity = rarity or Rarity()
        self._reports: dict[str, Features] = {}
        self._index = Index()
        self._pairs: dict[str, dict[str, Pair]] = {}
        self._story_of: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._together: set[Couple] = set()
        self._apart: set[Couple] = set()
        self._settled = 0
        for telling in tellings:
            self._take(telling)
        if self._reports:
            self.settle()

    def __len__(self) -> int:
        return len(self._reports)

    def __contains__(self, id: str) -> bool:
        return id in self._reports

    def add(self, telling: Telling) -> Story:
        """Add a report and give its story. Adding an id again changes nothing: a report is what it was."""
        if telling.id not in self._reports:
            report = self._take(telling)
            if len(self._reports) >= settings("stories")["growth"] * self._settled:
                self.settle()
            else:
                self._place(report)
        return self.story_of(telling.id)

    def story_of(self, id: str) -> Story:
        """The story of a report. Raises KeyError for an id that was not added."""
        return self._described(self._story_of[id])

    def stories(self) -> list[Story]:
        """All stories, those with the earliest reports first."""
        described = map(self._described, self._members)
        return sorted(described, key=lambda story: order(self._reports[story.id]))

    def settle(self) -> None:
        """Weigh all reports by what is known now and group them anew, whatever the order in which they came."""
        ordered = sorted(self._reports.values(), key=order)
        self._rarity.weigh()
        self._index = Index()
        self._pairs = {report.id: {} for report in ordered}
        for report in ordered:
            self._compare(report)
        self._members, self._story_of = {}, {}
        self._regroup(self._reports)
        self._settled = len(self._reports)

    def together(self, one: str, other: str) -> None:
        """A person says that two reports tell one story; takes back that they do not."""
        couple = self._couple(one, other)
        self._apart.discard(couple)
        self._together.add(couple)
        self._regroup_stories({self._story_of[one], self._story_of[other]})

    def apart(self, one: str, other: str) -> None:
        """A person says that two reports tell different stories; takes back that they tell one."""
        couple = self._couple(one, other)
        self._together.discard(couple)
        self._apart.add(couple)
        self._regroup_stories({self._story_of[one], self._story_of[other]})

    def move(self, report: str, to: str) -> Story:
        """A person moves a report from its story into that of the report ``to``."""
        left = [name for name in self._members[self._story_of[report]] if name != report]
        if to not in left:
            for other in left:
                self.apart(report, other)
        self.together(report, to)
        return self.story_of(report)

    def _take(self, telling: Telling) -> Features:
        report = features(telling, self._rarity)
        if report.id in self._reports:
            return self._reports[report.id]
        self._reports[report.id] = report
        self._rarity.count(report.numbers)
        return report

    def _compare(self, report: Features) -> None:
        comparison = Comparison(report, self._rarity)
        self._pairs.setdefault(report.id, {})
        for other in self._index.near(report, self._rarity):
            pair = comparison.pair(other)
            if pair.score > 0:
                self._pairs[report.id][other.id] = self._pairs[other.id][report.id] = pair
        self._index.add(report)

    def _place(self, report: Features) -> None:
        """Put together anew the stories that a new report is like, and those that they are like in turn."""
        self._compare(report)
        self._members[report.id], self._story_of[report.id] = [report.id], report.id
        chosen = settings("stories")
        touched = self._touched([report.id], chosen["threshold"] / 2, chosen["touched"])
        self._regroup_stories(self._touched(touched, chosen["threshold"], chosen["touched"]))

    def _touched(self, stories: Iterable[str], bar: float, room: int) -> list[str]:
        """These stories and those linked to them by so much, the likest first, as far as there is room."""
        found = dict.fromkeys(stories)
        room -= sum(len(self._members[story]) for story in found)
        pairs = (pair for story in found for name in self._members[story] for pair in self._pairs[name].values())
        for pair in sorted((p for p in pairs if p.score >= bar), key=lambda p: (-p.score, p.one, p.other)):
            for story in (self._story_of[pair.one], self._story_of[pair.other]):
                if story not in found and len(self._members[story]) <= room:
                    found[story] = None
                    room -= len(self._members[story])
        return list(found)

    def _regroup_stories(self, stories: Iterable[str]) -> None:
        self._regroup([name for story in set(stories) for name in self._members.pop(story)])

    def _regroup(self, ids: Iterable[str]) -> None:
        chosen = settings("stories")
        spoken = {name: self._reports[name].language or "" for name in ids}
        links = [(p.one, p.other, p.score) for name in spoken for p in self._pairs[name].values() if p.one == name]
        for members in group(spoken, links, chosen["threshold"], chosen["linked"], self._together, self._apart):
            self._members[members[0]] = members
            self._story_of.update(dict.fromkeys(members, members[0]))

    def _described(self, story: str) -> Story:
        ids = self._members[story]
        pairs = [pair for name in ids for pair in self._pairs[name].values() if pair.one == name]
        placed = frozenset(name for couple in self._together for name in couple)
        return describe([self._reports[name] for name in ids], pairs, self._rarity, placed)

    def _couple(self, one: str, other: str) -> Couple:
        if one == other:
            raise ValueError(f"a report cannot be held against itself: {one!r}")
        for report in (one, other):
            if report not in self._reports:
                raise KeyError(report)
        return frozenset((one, other))


def stories(tellings: Iterable[Telling]) -> list[Story]:
    """The stories of a collection; the order in which the reports come makes no difference.

    Of two tellings with one id only the first is taken.
    """
    return Stories(tellings).stories()

"""Groups by average linkage over known links: the two most alike groups are joined first, until none are alike enough.

Pairs of one language without a link count as 0, so a group is joined with another where most of their members are
alike. Across languages a missing link says little (few facts were read, or none): where the groups have pairs of one
language, it is left out, and where they have none, half of the pairs have to be linked. Ties are broken by the names of
the groups (their least members): the result does not depend on the order of the links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

Link = tuple[str, str, float]
Couple = frozenset[str]
_PLACES = 9
_COUPLE = 2


@dataclass(slots=True)
class _Bond:
    """The links between two groups: their sum, and how many of them cross languages."""

    total: float = 0.0
    across: int = 0

    def add(self, other: _Bond) -> None:
        self.total, self.across = self.total + other.total, self.across + other.across


@dataclass(slots=True)
class _Groups:
    """``bonds[a][b]`` and ``bonds[b][a]`` are the links of two groups; ``heap`` holds candidates, stale ones too."""

    members: dict[str, list[str]]
    languages: dict[str, Counter[str]]
    bonds: dict[str, dict[str, _Bond]]
    bars: dict[str, set[str]]
    linked: int
    heap: list[tuple[float, str, str]] = field(default_factory=list)

    def mean(self, one: str, other: str) -> float:
        """The mean likeness of two groups; of large ones each member is expected to have ``linked`` links."""
        bond, sizes = self.bonds[one][other], (len(self.members[one]), len(self.members[other]))
        same = sum(count * self.languages[other][language] for language, count in self.languages[one].items())
        across = bond.across if same else max(float(bond.across), sizes[0] * sizes[1] / 2)
        pairs = min(same + across, self.linked * min(sizes))
        return round(bond.total / pairs, _PLACES) if pairs else 0.0

    def join(self, one: str, other: str) -> str:
        """Join two groups under the lesser name."""
        keep, gone = sorted((one, other))
        self.members[keep] += self.members.pop(gone)
        self.languages[keep] += self.languages.pop(gone)
        for third, bond in self.bonds.pop(gone).items():
            del self.bonds[third][gone]
            if third != keep:
                self.bonds[third].setdefault(keep, _Bond()).add(bond)
                self.bonds[keep][third] = self.bonds[third][keep]
        self._take_over_bars(keep, gone)
        return keep

    def _take_over_bars(self, keep: str, gone: str) -> None:
        """Who was kept apart from a group that is gone is kept apart from the one that took it in."""
        barred = self.bars.pop(gone, set()) - {keep}
        self.bars.get(keep, set()).discard(gone)
        for third in barred:
            self.bars[third] = self.bars[third] - {gone} | {keep}
            self.bars.setdefault(keep, set()).add(third)

    def offer(self, one: str, other: str) -> None:
        first, second = sorted((one, other))
        heappush(self.heap, (-self.mean(one, other), first, second))

    def stands(self, one: str, other: str, likeness: float) -> bool:
        """Whether a candidate is still what it was when it was offered, and nobody bars it."""
        if one not in self.members or other not in self.members or other in self.bars.get(one, ()):
            return False
        return other in self.bonds[one] and self.mean(one, other) == likeness


def group(
    languages: Mapping[str, str],
    links: Iterable[Link],
    threshold: float,
    linked: int,
    together: Iterable[Couple] = (),
    apart: Iterable[Couple] = (),
) -> list[list[str]]:
    """The groups of the ids in ``languages``, each sorted, in the order of their least members.

    ``together`` are joined first, whatever their links; groups that hold both of a couple of ``apart`` are never
    made, save where ``together`` makes them. Links and couples with other ids are left out.
    """
    groups = _start(languages, links, linked, apart)
    _join_couples(groups, together)
    for one, bonds in groups.bonds.items():
        groups.heap += [(-groups.mean(one, other), one, other) for other in bonds if one < other]
    heapify(groups.heap)
    while groups.heap and -groups.heap[0][0] >= threshold:
        likeness, one, other = heappop(groups.heap)
        if groups.stands(one, other, -likeness):
            keep = groups.join(one, other)
            for third in groups.bonds[keep]:
                groups.offer(keep, third)
    return sorted(sorted(members) for members in groups.members.values())


def _start(languages: Mapping[str, str], links: Iterable[Link], linked: int, apart: Iterable[Couple]) -> _Groups:
    bonds: dict[str, dict[str, _Bond]] = {name: {} for name in languages}
    for one, other, score in sorted(links):
        if one in bonds and other in bonds and one != other:
            bonds[one][other] = bonds[other][one] = _Bond(score, int(languages[one] != languages[other]))
    members = {name: [name] for name in languages}
    spoken = {name: Counter([language]) for name, language in languages.items()}
    bars: dict[str, set[str]] = {}
    for couple in apart:
        for name in couple if couple <= languages.keys() else ():
            bars.setdefault(name, set()).update(couple - {name})
    return _Groups(members, spoken, bonds, bars, linked)


def _join_couples(groups: _Groups, couples: Iterable[Couple]) -> None:
    home: dict[str, str] = {}
    for couple in sorted(map(sorted, couples)):
        if len(couple) != _COUPLE or not all(home.get(name, name) in groups.members for name in couple):
            continue
        one, other = (home.get(name, name) for name in couple)
        if one != other:
            keep = groups.join(one, other)
            home |= dict.fromkeys(groups.members[keep], keep)

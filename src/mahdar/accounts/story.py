"""A story: reports of one happening, what ties each of them to the others, and which are copies of one text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from heapq import nsmallest
from typing import Any

from mahdar.accounts.facts import kind
from mahdar.accounts.features import Features
from mahdar.accounts.pairs import Pair
from mahdar.accounts.rarity import Rarity

_MOST = 12
_FEWEST_WORDS = 4
_SHORTEST = 2  # letters of a word that tells nothing
_WORD = "word"
_SHOWN = {"near": "day", "month": "day", "span": "day"}
_HIDDEN = frozenset({"year"})


@dataclass(frozen=True, slots=True)
class Tie:
    """What a report shares with others of its story.

    ``kind`` is ``name``, ``day``, ``figure``, ``symbol``, ``claim``, ``event`` or ``word``, whose ``value`` is its
    shortest form; ``reports`` are the others that have it too; ``weight`` is the larger, the fewer reports have it.
    """

    kind: str
    value: str
    weight: float
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A report of a story.

    ``copy_of`` is the first report whose text it repeats, None where it stands by itself; ``by_person`` says that a
    person put it there.
    """

    id: str
    ties: tuple[Tie, ...] = ()
    copy_of: str | None = None
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """Members in order of their days; ``id`` is that of the first."""

    id: str
    members: tuple[Member, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids that came in."""
        return tuple(member.id for member in self.members)

    @property
    def independent(self) -> tuple[str, ...]:
        """The reports that are no copies of others."""
        return tuple(member.id for member in self.members if member.copy_of is None)

    def to_dict(self) -> dict[str, Any]:
        """The story as JSON takes it: ``story``, ``reports`` and ``members`` with their ties."""
        return {"story": self.id, "reports": list(self.reports), "members": [asdict(m) for m in self.members]}


def describe(reports: Sequence[Features], pairs: Iterable[Pair], rarity: Rarity, placed: frozenset[str]) -> Story:
    """The story of these reports; ``placed`` are those that a person put where they are."""
    ordered = sorted(reports, key=order)
    ids = {report.id for report in ordered}
    copied = _copies([report.id for report in ordered], [p for p in pairs if p.copy and {p.one, p.other} <= ids])
    holders = _holders(ordered)
    members = tuple(
        Member(report.id, _ties(report, holders, rarity), copied.get(report.id), report.id in placed)
        for report in ordered
    )
    return Story(members[0].id, members)


def order(report: Features) -> tuple[bool, int, str]:
    """By the first day of publication, the undated last, then by id."""
    return report.first is None, report.first or 0, report.id


def _copies(ids: Sequence[str], pairs: Iterable[Pair]) -> Mapping[str, str]:
    """Each copy and the first report of those that it is a copy of, directly or by way of other copies."""
    first = {name: name for name in ids}
    place = {name: n for n, name in enumerate(ids)}
    for pair in sorted(pairs, key=lambda p: sorted((place[p.one], place[p.other]))):
        one, other = sorted((first[pair.one], first[pair.other]), key=place.__getitem__)
        first = {name: one if root == other else root for name, root in first.items()}
    return {name: root for name, root in first.items() if name != root}


def _holders(reports: Iterable[Features]) -> Mapping[int, list[str]]:
    holders: dict[int, list[str]] = {}
    for report in reports:
        for number in report.numbers.tolist():
            holders.setdefault(number, []).append(report.id)
    return holders


def _ties(report: Features, holders: Mapping[int, list[str]], rarity: Rarity) -> tuple[Tie, ...]:
    """The weightiest shared names, days, figures and symbols, then words; of one weight, those that more share."""
    weights = rarity.weights()
    weighed = zip((report.tf * weights[report.numbers]).round(9).tolist(), report.numbers.tolist(), strict=True)
    shared = [
        (-weight, -len(holders[n]), rarity.names[n], n) for weight, n in weighed if weight and len(holders[n]) > 1
    ]
    told = nsmallest(_MOST, (tie for tie in shared if kind(tie[2]) not in _HIDDEN | {_WORD}))
    plain = (tie for tie in shared if kind(tie[2]) == _WORD and len(rarity.shown[tie[3]]) > _SHORTEST)
    words = nsmallest(max(_MOST - len(told), _FEWEST_WORDS), plain)
    return tuple(_tie(report.id, n, holders[n], rarity) for *_, n in (*told, *words))


def _tie(report: str, number: int, holders: Iterable[str], rarity: Rarity) -> Tie:
    named = kind(rarity.names[number])
    others = tuple(name for name in holders if name != report)
    return Tie(_SHOWN.get(named, named), rarity.shown[number], round(float(rarity.weights()[number]), 2), others)

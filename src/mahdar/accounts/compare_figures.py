"""Figures of one fact, told alike, told differently, or told by one account only.

Two figures are of one fact if they count the same, nothing beside them (a place, a day) tells them apart, and, where
the numbers do not agree, something beside them ties them together or neither account has another such figure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from mahdar.accounts.compare_amounts import agree, likely
from mahdar.accounts.compare_facts import Fact, facts
from mahdar.accounts.compare_model import Cells, FigureCell, FigureRow, Told, absent, in_order
from mahdar.accounts.compare_scene import Scene

_TYING_STEMS = 2
_TELLING_DIGITS = 3  # a number with so many digits is hardly the same by chance


def figures(scenes: Sequence[Scene]) -> list[FigureRow]:
    """A row for each fact: those told differently first, then those told alike, then the others."""
    found: dict[tuple[str, str], list[Fact]] = {}
    for fact in (fact for scene in scenes for fact in facts(scene)):
        found.setdefault(fact.key, []).append(fact)
    groups = [group for same_key in found.values() for group in _joined(_agreeing(same_key))]
    rows = [_row(scenes, group) for group in groups]
    return sorted(rows, key=lambda row: ("differently", "alike", "once", "separately").index(row.told))


def _agreeing(found: Sequence[Fact]) -> list[list[Fact]]:
    """Figures of one key in groups that agree."""
    groups: list[list[Fact]] = []
    for fact in found:
        home = next((group for group in groups if all(_same(fact, other) for other in group)), None)
        if home is None:
            groups.append([fact])
        else:
            home.append(fact)
    return groups


def _same(one: Fact, other: Fact) -> bool:
    """Whether two figures of one key agree and may be of one fact."""
    if not agree(one.figure, other.figure, exact=one.unit.exact, share=one.share):
        return False
    if (_open(one) or _open(other)) and not _meet(one, other):
        return False
    return (_telling(one) and _telling(other)) or not _apart(one, other)


def _open(fact: Fact) -> bool:
    """Whether it names no end: "thousands", "more than 1,500"."""
    return fact.figure.low is None or fact.figure.high is None


def _meet(one: Fact, other: Fact) -> bool:
    """Whether figures without an end are near each other; within one account only where they name the same number."""
    if one.index == other.index:
        ends = [{fact.figure.low, fact.figure.high} - {None} for fact in (one, other)]
        return bool(ends[0] & ends[1])
    return likely(one.figure, other.figure)


def _telling(fact: Fact) -> bool:
    """Whether the number alone says which fact it is."""
    low = fact.figure.low
    return (
        low is not None and low == fact.figure.high and len(f"{low:g}".strip("0").replace(".", "")) >= _TELLING_DIGITS
    )


def _apart(one: Fact, other: Fact) -> bool:
    """Whether names of states or days beside them show that they are of two facts."""
    if one.days and other.days and not any(a.overlaps(b) for a in one.days for b in other.days):
        return True
    here, there = _places(one), _places(other)
    return bool(here and there and not here & there)


def _places(fact: Fact) -> frozenset[str]:
    return frozenset(name for name in fact.names if name.startswith("state:"))


def _joined(groups: list[list[Fact]]) -> list[list[Fact]]:
    """Groups of different accounts that tell one fact differently, put together."""
    counts = Counter(index for group in groups for index in {fact.index for fact in group})
    done: list[list[Fact]] = []
    for group in groups:
        home = next((other for other in done if _differ(other, group, counts)), None)
        if home is None:
            done.append(list(group))
        else:
            home.extend(group)
    return done


def _differ(one: Sequence[Fact], other: Sequence[Fact], counts: Counter[int]) -> bool:
    if {f.index for f in one} & {f.index for f in other}:
        return False
    pairs = [(a, b) for a in one for b in other]
    if any(_apart(a, b) or not likely(a.figure, b.figure) for a, b in pairs):
        return False
    alone = all(counts[fact.index] == 1 for fact in (*one, *other))
    return any(_tied(a, b) for a, b in pairs) or (alone and not one[0].unit.exact)


def _tied(one: Fact, other: Fact) -> bool:
    """Whether something beside two figures ties them: a name, or for figures that nobody rounds a name and a word."""
    words = len((one.stems & other.stems) - {one.unit.name, one.deed})
    if one.unit.exact:
        return bool(one.names & other.names) and words >= _TYING_STEMS
    return bool(one.names & other.names) or words >= _TYING_STEMS


def _row(scenes: Sequence[Scene], group: Sequence[Fact]) -> FigureRow:
    cells: Cells[FigureCell] = tuple(
        in_order([_cell(fact) for fact in group if fact.index == scene.index]) for scene in scenes
    )
    unit, deed = group[0].key
    return FigureRow(cells, absent(cells), unit, deed, _told(group))


def _told(group: Sequence[Fact]) -> Told:
    if len({fact.index for fact in group}) < 2:
        return "once"
    across = ((a, b) for a, b in combinations(group, 2) if a.index != b.index)
    unlike = any(not agree(a.figure, b.figure, exact=a.unit.exact, share=a.share) for a, b in across)
    return "differently" if unlike else "alike"


def _cell(fact: Fact) -> FigureCell:
    figure = fact.figure
    return FigureCell(
        figure.start, figure.end, figure.text, fact.sentence, low=figure.low, high=figure.high, unit=figure.unit
    )

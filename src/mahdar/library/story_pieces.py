"""Grouping of any number of reports in bounded memory: in pieces that no strong link joins.

Up to `MOST` reports are grouped as one piece, exactly as the accounts room does. More fall into pieces: what links of
half the threshold or more hold together is one, and a piece that is still too large is cut at stronger and stronger
links. Links between pieces are left out; each is too weak to make a story by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mahdar.accounts.linkage import Couple, group
from mahdar.accounts.settings import settings

MOST = 5_000  # reports of a piece
_STEP = 1.15  # how much stronger the links are at which a piece is cut again
_STRONGEST = 2.0  # times the threshold: what such links hold together is never cut


@dataclass(frozen=True, slots=True)
class Links:
    """Likenesses of reports by their places in one order; ``copy`` where one is a copy of the other."""

    one: NDArray[np.int32]
    other: NDArray[np.int32]
    score: NDArray[np.float64]
    copy: NDArray[np.bool_]

    def at(self, chosen: NDArray[np.bool_] | NDArray[np.intp] | slice) -> Links:
        """Some of them, in their order or in the order of these places."""
        return Links(self.one[chosen], self.other[chosen], self.score[chosen], self.copy[chosen])


def grouped(
    ids: Sequence[str],
    languages: Sequence[str | None],
    links: Links,
    together: Iterable[Couple] = (),
    apart: Iterable[Couple] = (),
    most: int | None = None,
) -> Iterator[list[str]]:
    """The groups of these reports, each sorted by id; ``together`` and ``apart`` are what people said."""
    place = {id_: n for n, id_ in enumerate(ids)}
    bound = [_places(couple, place) for couple in together if couple <= place.keys()]
    floor = float(settings("stories")["threshold"]) / 2
    chosen = settings("stories")
    for piece, inner in _pieces(np.arange(len(ids), dtype=np.int32), links, bound, floor, most or MOST):
        spoken = {ids[n]: languages[n] or "" for n in piece}
        told = [(ids[i], ids[j], score) for i, j, score in _rows(inner)]
        yield from group(spoken, told, chosen["threshold"], chosen["linked"], together, apart)


def _places(couple: Couple, place: dict[str, int]) -> tuple[int, int]:
    one, other = sorted(couple)
    return place[one], place[other]


def _rows(links: Links) -> Iterator[tuple[int, int, float]]:
    return zip(links.one.tolist(), links.other.tolist(), links.score.tolist(), strict=True)


def _pieces(
    places: NDArray[np.int32], links: Links, bound: list[tuple[int, int]], floor: float, most: int
) -> Iterator[tuple[list[int], Links]]:
    """Pieces with the links inside them."""
    threshold = float(settings("stories")["threshold"])
    if len(places) <= most or floor > threshold * _STRONGEST:
        yield places.tolist(), links
        return
    roots = _roots(places, links, bound, floor)
    same = links.at(roots[links.one] == roots[links.other])
    same = same.at(np.argsort(roots[same.one], kind="stable"))
    by_root = places[np.argsort(roots[places], kind="stable")]
    for piece in np.split(by_root, np.flatnonzero(np.diff(roots[by_root])) + 1):
        first, last = np.searchsorted(roots[same.one], [roots[piece[0]], roots[piece[0]] + 1])
        members = set(piece.tolist())
        inner = [couple for couple in bound if members.issuperset(couple)]
        yield from _pieces(piece, same.at(slice(first, last)), inner, floor * _STEP, most)


def _roots(places: NDArray[np.int32], links: Links, bound: list[tuple[int, int]], floor: float) -> NDArray[np.int32]:
    """Of each place the least one that it is connected with."""
    root = np.arange(int(places.max()) + 1, dtype=np.int32)
    strong = links.at(links.score >= floor)
    parents = root.tolist()

    def find(n: int) -> int:
        while parents[n] != n:
            parents[n] = parents[parents[n]]
            n = parents[n]
        return n

    for one, other in [*bound, *zip(strong.one.tolist(), strong.other.tolist(), strict=True)]:
        low, high = sorted((find(one), find(other)))
        parents[high] = low
    for n in places.tolist():
        root[n] = find(n)
    return root

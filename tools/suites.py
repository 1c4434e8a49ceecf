"""The suites of eval/suites_*.py in one table, each figure beside its floor and what peers reach.

A suite is a module with ``figures(shared)``: a flat mapping from the name of a figure (``duckling_ar.time``) to its
value between 0 and 1, without the figures of suites that are not in the given folder.
"""

from __future__ import annotations

import csv
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / "eval" / "peers.csv"
NAME = "suites"
_WIDTH = 46


@dataclass(frozen=True)
class Peers:
    """What a figure measures, and what others reach on the same suite; empty where none reads it."""

    what: str
    peers: str


def modules() -> list[str]:
    """The suites by the name of their module, in order."""
    return [f"eval.{path.stem}" for path in sorted((ROOT / "eval").glob("suites_*.py"))]


def measure(shared: Path) -> dict[str, float]:
    """All figures of all suites that are in the folder."""
    found: dict[str, float] = {}
    for name in modules():
        found |= import_module(name).figures(shared)
    return found


def peers() -> dict[str, Peers]:
    """The rows of eval/peers.csv by figure."""
    lines = [line for line in PEERS.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {row["figure"]: Peers(row["what"], row["peers"]) for row in csv.DictReader(lines)}


def table(values: Iterable[tuple[str, str, str]], known: Mapping[str, Peers]) -> Iterator[str]:
    """Lines for (figure, value, floor), in the order of eval/peers.csv, the figures that are not there at the end."""
    order = {figure: place for place, figure in enumerate(known)}
    yield f"{'suite':{_WIDTH}} {'ours':>6} {'floor':>6}   peers"
    for figure, value, floor in sorted(values, key=lambda row: order.get(row[0], len(order))):
        row = known.get(figure, Peers(figure, ""))
        first, *more = textwrap.wrap(row.what, _WIDTH) or [""]
        yield f"{first:{_WIDTH}} {value:>6} {floor:>6}   {row.peers}".rstrip()
        yield from more

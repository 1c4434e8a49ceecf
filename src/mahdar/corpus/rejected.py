"""Why reports of a corpus were not read: the reasons of the table `rejected`, each with its first place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mahdar.corpus.folder import Folder


@dataclass(frozen=True, slots=True)
class Reason:
    """A problem, how many reports have it, and where the first of them stands."""

    problem: str
    count: int
    place: str


def rejected(out: Path) -> list[Reason]:
    """The reasons of a corpus that was read, the commonest first. Raises CorpusError where parts are missing."""
    import pyarrow.parquet as pq

    found: dict[str, tuple[int, str]] = {}
    for file in Folder(out).files("rejected"):
        for row in pq.read_table(file, columns=["place", "problem"]).to_pylist():
            count, place = found.get(row["problem"], (0, row["place"]))
            found[row["problem"]] = (count + 1, place)
    ordered = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))
    return [Reason(problem, count, place) for problem, (count, place) in ordered]

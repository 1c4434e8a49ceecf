"""The stories among reports that may belong together: the accounts room's own decision, group by group."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from mahdar.accounts import Stories, Telling
from mahdar.corpus.rows import Row
from mahdar.corpus.telling import CountedRarity, unpack
from mahdar.corpus.writing import PartWriter

Told = dict[str, Any]


def group_block(folder: str, task: Told) -> Told:
    """Group the reports of one block and write the stories of two reports or more; how many there are.

    A block is a file of reports with the number of the group (``may``) in which each lies; only within a group can
    there be a story.
    """
    writer = PartWriter(Path(folder), task["number"], ("stories",), task["state"])
    counts = {"stories": 0, "reports": 0, "copies": 0}
    try:
        for tellings in _groups(Path(task["block"])):
            for rows in _stories(tellings, _counted(task["counts"]).fresh()):
                writer.add("stories", rows)
                counts["stories"] += 1
                counts["reports"] += len(rows)
                counts["copies"] += sum(row[-1] is not None for row in rows)
        writer.close(counts)
    except BaseException:
        writer.drop()
        raise
    return {"counts": counts}


def _groups(block: Path) -> Iterator[dict[int, Telling]]:
    """The reports of each group by key, in the order of their keys."""
    from pyarrow import dataset

    found: dict[int, list[tuple[int, bytes]]] = defaultdict(list)
    for row in dataset.dataset(block, format="parquet").to_table(columns=["may", "key", "packed"]).to_pylist():
        found[row["may"]].append((row["key"], row["packed"]))
    for may in sorted(found):
        yield {key: unpack(packed) for key, packed in sorted(found[may])}


def _stories(tellings: dict[int, Telling], rarity: CountedRarity) -> Iterator[list[Row]]:
    """The rows of each story; ids may come twice in a corpus, keys do not."""
    named = [replace(telling, id=_name(key)) for key, telling in tellings.items()]
    for story in Stories(named, rarity).stories():
        if len(story.members) > 1:
            yield [
                _row(int(story.id), int(member.id), tellings[int(member.id)], member.copy_of)
                for member in story.members
            ]


def _name(key: int) -> str:
    """Keys of which the lesser comes first as text, too."""
    return f"{key:020d}"


def _row(story: int, key: int, telling: Telling, copy_of: str | None) -> Row:
    report = telling.reading.report
    copied = int(copy_of) if copy_of else None
    return (story, key, report.id, report.outlet, report.language, report.published, copied)


@cache
def _counted(path: str) -> CountedRarity:
    """The counts of the sample, loaded once in each process."""
    told = json.loads(Path(path).read_text("utf-8"))
    return CountedRarity(told["counts"], told["sampled"])

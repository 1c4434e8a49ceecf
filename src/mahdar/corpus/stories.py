"""The stories of a corpus: candidates by MinHash bands, table against table on the engine, then decided in groups.

1. Each report gives the MinHash signature of its rarest words and facts (`telling`), cut into bands.
2. Reports of one fortnight that share a band are held against the first of them; who is alike enough, by the whole
   signature, is linked. What links hold together may be one story or several: a group.
3. Each group goes to the accounts room, with the words and facts counted over a sample of the corpus (`grouping`).

A group that grew too large by chance likeness is taken apart by stricter links.
"""

from __future__ import annotations

import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from mahdar.corpus.engine import Runner
from mahdar.corpus.folder import Folder
from mahdar.corpus.likeness import alike, joined
from mahdar.corpus.reading import Job
from mahdar.corpus.writing import part_name, write_json

if TYPE_CHECKING:
    import daft

    from mahdar.corpus.asked import Watch

Told = dict[str, Any]
_STATE = "_state/stories"
_SAMPLE = 10_000  # reports whose words and facts are counted
_FORTNIGHT = 14  # days; the weeks of two neighbours overlap
_LINKS = (0.07, 0.1, 0.15, 0.2, 0.3, 0.5)  # likeness that links: the next where a group is too large
_LARGEST = 1_500  # reports of a group
_BLOCK = 500  # reports of a block, at least: small groups are packed together
_RARE = 2  # a word that the sample has less often is counted by the tables alone


def corpus_stories(out: Path, engine: Runner, watch: Watch) -> Told:
    """Group the reports of a corpus that was read; writes the table `stories` and gives how many there are.

    Raises CorpusError where there is no whole corpus.
    """
    folder = Folder(out)
    folder.asked()
    with folder.held():
        readings = folder.files("readings")
        _clear(folder)
        job = asdict(Job(str(folder.path)))
        told = _tell(folder, len(readings), engine, job, watch)
        groups = _groups(told)
        blocks = _blocks(groups)
        _deal(folder, told, blocks)
        counts = _decide(folder, len(blocks), engine, job, watch)
        write_json(folder.path / "stories.json", counts)
        shutil.rmtree(folder.path / _STATE, ignore_errors=True)
    return counts


def _clear(folder: Folder) -> None:
    """What another run left."""
    for name in (_STATE, "stories"):
        shutil.rmtree(folder.path / name, ignore_errors=True)


def _tell(folder: Folder, parts: int, engine: Runner, job: Told, watch: Watch) -> list[str]:
    """The files of what the stories need; the counts of the sample beside them."""
    at = folder.path / _STATE / "told"
    reports = sum(about["rows"] for about in (folder.done(n)["files"]["reports"] for n in range(parts)))  # type: ignore[index]
    tasks = {n: {"kind": "tell", "folder": str(at), "one_in": max(1, reports // _SAMPLE)} for n in range(parts)}
    counts: Counter[str] = Counter()
    sampled = 0
    with watch("Telling", parts, 0) as step:
        for answer in engine.run(job, tasks):
            counts.update(answer["counts"])
            sampled += answer["sampled"]
            step(0)
    common = {name: count for name, count in sorted(counts.items()) if count >= _RARE}
    write_json(folder.path / _STATE / "counts.json", {"sampled": sampled, "counts": common})
    return [str(at / f"{part_name(n)}.parquet") for n in range(parts)]


def _groups(told: Sequence[str]) -> list[list[int]]:
    """The groups of two reports or more, each in the order of keys, by their first keys."""
    ones, others, likeness = _links(told)
    left = list(_linked(zip(ones.tolist(), others.tolist(), strict=True)))
    found = [group for group in left if len(group) <= _LARGEST]
    large = [group for group in left if len(group) > _LARGEST]
    for bar in _LINKS[1:]:
        inside = np.isin(ones, np.array([key for group in large for key in group], dtype=np.int64))
        kept = inside & (likeness >= bar)
        parts = list(_linked(zip(ones[kept].tolist(), others[kept].tolist(), strict=True)))
        found += [group for group in parts if len(group) <= _LARGEST]
        large = [group for group in parts if len(group) > _LARGEST]
    found += [group[n : n + _LARGEST] for group in large for n in range(0, len(group), _LARGEST)]
    return sorted(group for group in found if len(group) > 1)


def _linked(edges: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for key, least in sorted(joined(edges).items()):
        groups[least].append(key)
    yield from groups.values()


def _links(told: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Pairs that are alike enough to link, and how alike: found by bands within a fortnight, each once."""
    from daft import col

    both = _candidates(told)
    ones: list[int] = []
    others: list[int] = []
    found: list[float] = []
    for batch in both.select(col("key"), col("first"), col("signature"), col("other")).to_arrow_iter():
        columns = batch.to_pydict()
        shares = alike(columns["signature"], columns["other"])
        for n in np.flatnonzero(shares >= _LINKS[0]).tolist():
            ones.append(columns["first"][n])
            others.append(columns["key"][n])
            found.append(float(shares[n]))
    order = np.lexsort((others, ones))
    sides = (np.array(side, dtype=np.int64)[order] for side in (ones, others))
    return *sides, np.array(found)[order]  # type: ignore[return-value]


def _candidates(told: Sequence[str]) -> daft.DataFrame:
    """Each report beside the first of those with which it shares a band in one fortnight, with both signatures."""
    import daft
    from daft import col, lit

    seen = daft.read_parquet(list(told))
    spread = seen.select("key", "day", col("bands").alias("band")).explode("band")
    frames = [
        spread.with_column(
            "time", ((col("day") + lit(late)) // lit(_FORTNIGHT)).cast(daft.DataType.int32()) * 2 + lit(n)
        )
        for n, late in enumerate((0, _FORTNIGHT // 2))
    ]
    placed = frames[0].concat(frames[1]).with_column("time", col("time").fill_null(lit(-1)))
    firsts = placed.groupby("band", "time").agg(col("key").min().alias("first"))
    edges = placed.join(firsts, on=["band", "time"]).where(col("key") != col("first")).select("key", "first").distinct()
    sides = seen.select("key", "signature")
    other = sides.select(col("key").alias("first"), col("signature").alias("other"))
    return edges.join(sides, on="key").join(other, on="first")


def _blocks(groups: Sequence[Sequence[int]]) -> list[list[Sequence[int]]]:
    """Groups packed into blocks of some hundred reports, in their order."""
    blocks: list[list[Sequence[int]]] = []
    size = _BLOCK
    for group in groups:
        if size >= _BLOCK:
            blocks.append([])
            size = 0
        blocks[-1].append(group)
        size += len(group)
    return blocks


def _deal(folder: Folder, told: Sequence[str], blocks: Sequence[Sequence[Sequence[int]]]) -> None:
    """Write the reports of each block into a folder of its own."""
    import daft

    placed = [(key, n, group[0]) for n, block in enumerate(blocks) for group in block for key in group]
    keys, numbers, mays = (
        (np.array(column, dtype=np.int64) for column in zip(*placed, strict=True)) if placed else 3 * [None]
    )
    if not placed:
        return
    members = daft.from_pydict({"key": keys, "block": numbers, "may": mays})
    packed = daft.read_parquet(list(told)).select("key", "packed").join(members, on="key")
    packed.write_parquet(str(folder.path / _STATE / "blocks"), partition_cols=["block"])


def _decide(folder: Folder, blocks: int, engine: Runner, job: Told, watch: Watch) -> Told:
    state = folder.path / _STATE
    about = {"kind": "group", "state": _STATE, "counts": str(state / "counts.json")}
    tasks = {n: {**about, "block": str(state / "blocks" / f"block={n}")} for n in range(blocks)}
    counts: Counter[str] = Counter(stories=0, reports=0, copies=0)
    with watch("Grouping", blocks, 0) as step:
        for answer in engine.run(job, tasks):
            counts.update(answer["counts"])
            step(answer["counts"]["reports"])
    return dict(counts)

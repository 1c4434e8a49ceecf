"""Which reports of a corpus are read: by language, without copies, without near copies, a sample; each when asked for.

Every report is looked at once before any is read: its language, a digest of its text, the MinHash signature of its
words, its place in a random order. Then the engine finds, table against table, who goes. They go in this order: other
languages, what cannot be read, copies of an earlier text, near copies of an earlier one, what the sample leaves out.
Earlier is what stands earlier in the input.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from mahdar.corpus.folder import Folder
from mahdar.corpus.items import items
from mahdar.corpus.likeness import COPY_BANDS, COPY_HASHES, COPY_LEAST, alike, bands, joined, rank, runs, signature
from mahdar.corpus.places import packed
from mahdar.corpus.plan import PLACES, Part
from mahdar.corpus.reading import Job, wanted
from mahdar.corpus.writing import part_name, write_json
from mahdar.library.items import Item

if TYPE_CHECKING:
    import daft

    from mahdar.corpus.asked import Asked, Watch

Told = dict[str, Any]
Keys = NDArray[np.int64]
Run = Callable[[Mapping[int, Told]], Iterator[Told]]
_BATCH = 2_000  # rows in memory


def describe_part(part: Part, job: Job, task: Told) -> Told:
    """Write what is known of each report of a part before reading; how many records it has, and how many go."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema(
        [
            ("key", pa.int64()),
            ("digest", pa.binary(16)),
            ("rank", pa.int64()),
            ("signature", pa.binary()),
            ("bands", pa.list_(pa.int64())),
        ]
    )
    target = Path(task["folder"]) / f"{part_name(part.number)}.parquet"
    target.parent.mkdir(parents=True, exist_ok=True)
    size = other = 0
    rows: list[Told] = []
    with parquet.ParquetWriter(unfinished := target.with_suffix(".unfinished"), schema, compression="zstd") as writer:
        for place, found in enumerate(items(part)):
            size = place + 1
            if isinstance(found, Item):
                if wanted(found.text, job.languages):
                    rows.append(_described(part.key(place), found, task))
                else:
                    other += 1
            if len(rows) >= _BATCH:
                writer.write_table(pa.Table.from_pylist(rows, schema))
                rows = []
        writer.write_table(pa.Table.from_pylist(rows, schema))
    unfinished.replace(target)
    return {"size": size, "other": other}


def _described(key: int, item: Item, task: Told) -> Told:
    text = item.text.encode("utf-8", "replace")
    digest = blake2b(text, digest_size=16)
    told: Told = {"key": key, "digest": digest.digest(), "rank": rank(task["seed"], f"{item.id}\0{digest.hexdigest()}")}
    if task["near"]:
        from mahdar.accounts.words import words

        made = signature(runs(words(item.text)), COPY_HASHES)
        told |= {"signature": made.astype("<u4").tobytes(), "bands": bands(made, COPY_BANDS)}
    return told


def chosen(asked: Asked, folder: Folder, parts: Sequence[Part], run: Run, watch: Watch) -> dict[int, str]:
    """For each part the places of the reports to be read, packed. Found once; a run that goes on finds it there."""
    here = folder.state / "chosen.json"
    if not here.is_file():
        at = folder.state / "seen"
        about = {"kind": "choose", "folder": str(at), "seed": asked.seed, "near": asked.no_near_copies}
        sizes = {}
        with watch("Looking", len(parts), 0) as step:
            for answer in run({part.number: {**about, "part": part.to_json()} for part in parts}):
                sizes[answer["number"]] = (answer["size"], answer["other"])
                step(answer["size"])
        kept, counts = _narrowed(asked, [str(at / f"{part_name(part.number)}.parquet") for part in parts])
        counts["other_language"] = sum(other for _, other in sizes.values())
        write_json(here, {"left_out": counts, "kept": _by_part(kept, {n: size for n, (size, _) in sizes.items()})})
    return _told(here)


def _told(here: Path) -> dict[int, str]:
    import json

    return {int(number): bits for number, bits in json.loads(here.read_text("utf-8"))["kept"].items()}


def _narrowed(asked: Asked, files: list[str]) -> tuple[Keys, dict[str, int]]:
    """The keys that stay, in order, and how many each choice took away."""
    import daft

    seen = daft.read_parquet(files)
    kept, counts = _column(seen, "key"), {}
    steps: list[tuple[str, bool, Callable[[Keys], Keys]]] = [
        ("copy", asked.no_copies, lambda here: np.setdiff1d(here, _copies(seen))),
        ("near_copy", asked.no_near_copies, lambda here: np.setdiff1d(here, _near_copies(seen, here))),
        ("not_in_sample", asked.sample is not None, lambda here: _sample(seen, here, asked.sample or 0)),
    ]
    for name, wanted_, narrowed in steps:
        if wanted_:
            left = narrowed(kept)
            counts[name] = len(kept) - len(left)
            kept = left
    return np.sort(kept), counts


def _copies(seen: daft.DataFrame) -> Keys:
    """All but the first of each text."""
    from daft import col

    firsts = seen.groupby("digest").agg(col("key").min().alias("first"))
    return _column(seen.select("key", "digest").join(firsts, on="digest").where(col("key") != col("first")), "key")


def _near_copies(seen: daft.DataFrame, kept: Keys) -> Keys:
    """All but the first of each group of texts that are nearly one.

    In each band everybody is held against the first, so that a thousand copies of a page are a thousand comparisons.
    """
    import daft
    from daft import col

    known = seen.select("key", "signature", "bands").join(daft.from_pydict({"key": kept}), on="key")
    spread = known.select("key", col("bands").alias("band")).explode("band")
    firsts = spread.groupby("band").agg(col("key").min().alias("first"))
    edges = spread.join(firsts, on="band").where(col("key") != col("first")).select("key", "first").distinct()
    sides = known.select("key", "signature")
    other = sides.select(col("key").alias("first"), col("signature").alias("other"))
    both = edges.join(sides, on="key").join(other, on="first")
    found: list[tuple[int, int]] = []
    for batch in both.to_arrow_iter():
        told = batch.to_pydict()
        near = alike(told["signature"], told["other"]) >= COPY_LEAST
        found += [(told["first"][n], told["key"][n]) for n in np.flatnonzero(near)]
    groups = joined(found)
    return np.array([key for key, least in groups.items() if key != least], dtype=np.int64)


def _sample(seen: daft.DataFrame, kept: Keys, size: int) -> Keys:
    """So many of those that stay, by their places in a random order; by their keys where two places are one."""
    told = seen.select("key", "rank").to_pydict()
    keys, ranks = np.array(told["key"], dtype=np.int64), np.array(told["rank"], dtype=np.int64)
    here = np.isin(keys, kept)
    keys, ranks = keys[here], ranks[here]
    return keys[np.lexsort((keys, ranks))[:size]]


def _column(frame: daft.DataFrame, name: str) -> Keys:
    return np.array(frame.select(name).to_pydict()[name], dtype=np.int64)


def _by_part(kept: Keys, sizes: Mapping[int, int]) -> dict[str, str]:
    """Places by part as packed bits."""
    found = {}
    for number, size in sizes.items():
        first, last = np.searchsorted(kept, (number * PLACES, (number + 1) * PLACES))
        found[str(number)] = packed(kept[first:last] - number * PLACES, size)
    return found

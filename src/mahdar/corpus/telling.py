"""What the stories of a corpus are found by: for each report its rarest words and facts, as signature and bands.

A sample of the reports counts how common words and facts are in this corpus; a report is in it by its text alone.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterator
from copy import copy
from pathlib import Path
from typing import Any

from mahdar.accounts import Telling
from mahdar.accounts.candidates import rarest
from mahdar.accounts.features import Features, features
from mahdar.accounts.rarity import Numbers, Rarity
from mahdar.accounts.telling import told
from mahdar.corpus.likeness import STORY_BANDS, STORY_HASHES, bands, rank, signature
from mahdar.corpus.writing import part_name
from mahdar.library.restored import restored

Told = dict[str, Any]
_BATCH = 200  # reports in memory


class CountedRarity(Rarity):
    """Rarity of a collection that was counted elsewhere; what is compared here counts no second time."""

    def __init__(self, counts: dict[str, int], reports: int) -> None:
        super().__init__()
        for feature, count in counts.items():
            self._counts[self.number(feature)] = count
        self._reports = reports

    def count(self, numbers: Numbers) -> None:
        """Nothing: all was counted."""

    def fresh(self) -> CountedRarity:
        """The same counts; what is numbered from now on is forgotten with the copy."""
        made = copy(self)
        made._number, made.names, made.shown = dict(self._number), list(self.names), list(self.shown)
        made._shares, made._counts = list(self._shares), list(self._counts)
        return made


def tell_part(folder: str, task: Told) -> Told:
    """Write what the stories need of each report of a part; the counts of those that are in the sample."""
    import pyarrow as pa
    from pyarrow import parquet

    columns = [("key", pa.int64()), ("day", pa.int32()), ("signature", pa.binary())]
    schema = pa.schema([*columns, ("bands", pa.list_(pa.int64())), ("packed", pa.binary())])
    target = Path(task["folder"]) / f"{part_name(task['number'])}.parquet"
    target.parent.mkdir(parents=True, exist_ok=True)
    counts: Counter[str] = Counter()
    rarity, sampled, rows = Rarity(), 0, []
    with parquet.ParquetWriter(unfinished := target.with_suffix(".unfinished"), schema, compression="zstd") as writer:
        for key, text, reading in _reports(Path(folder), task["number"]):
            telling = told(restored(json.loads(reading)), text)
            found = features(telling, rarity)
            rows.append(_row(key, text, reading, found, rarity))
            if rank(0, text) % task["one_in"] == 0:
                sampled += 1
                counts.update(rarity.names[number] for number in found.numbers.tolist())
            if len(rows) >= _BATCH:
                writer.write_table(pa.Table.from_pylist(rows, schema))
                rows = []
        writer.write_table(pa.Table.from_pylist(rows, schema))
    unfinished.replace(target)
    return {"sampled": sampled, "counts": counts}


def _row(key: int, text: str, reading: str, found: Features, rarity: Rarity) -> Told:
    made = signature((rarity.names[number] for number in rarest(found, rarity)), STORY_HASHES)
    return {
        "key": key,
        "day": found.first,
        "signature": made.astype("<u4").tobytes(),
        "bands": bands(made, STORY_BANDS),
        "packed": zlib.compress(json.dumps([text, reading], ensure_ascii=False).encode(), 1),
    }


def unpack(packed: bytes) -> Telling:
    """The telling that was packed."""
    text, reading = json.loads(zlib.decompress(packed))
    return told(restored(json.loads(reading)), text)


def _reports(folder: Path, number: int) -> Iterator[tuple[int, str, str]]:
    """Key, text and reading of each report; the two tables have the same reports in the same order."""
    from pyarrow import parquet

    name = f"{part_name(number)}.parquet"
    texts = parquet.ParquetFile(folder / "reports" / name).iter_batches(_BATCH, columns=["key", "text"])
    readings = parquet.ParquetFile(folder / "readings" / name).iter_batches(_BATCH, columns=["key", "reading"])
    left = (row for batch in texts for row in batch.to_pylist())
    right = (row for batch in readings for row in batch.to_pylist())
    for one, other in zip(left, right, strict=True):
        yield one["key"], one["text"], other["reading"]

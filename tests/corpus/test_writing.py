"""The tables of a part on disk: all or none, the same bytes for the same rows."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from pyarrow import parquet

from mahdar.corpus import writing
from mahdar.corpus.writing import PartWriter, done_path, write_json


def rows(count: int) -> list[tuple[int, str, str]]:
    return [(n, f"a.jsonl:{n}", "هذا السطر ليس من JSON") for n in range(count)]


def written(folder: Path, number: int, count: int) -> Path:
    writer = PartWriter(folder, number, ("rejected",))
    for row in rows(count):
        writer.add("rejected", [row])
    writer.close({"rejected": count})
    return folder / "rejected" / f"part-{number:06d}.parquet"


def test_the_same_rows_are_the_same_bytes(tmp_path: Path) -> None:
    assert written(tmp_path / "a", 3, 50).read_bytes() == written(tmp_path / "b", 3, 50).read_bytes()


def test_nothing_is_seen_before_the_end_and_nothing_is_left_behind(tmp_path: Path) -> None:
    writer = PartWriter(tmp_path, 0, ("rejected",))
    writer.add("rejected", rows(3))
    assert list(tmp_path.glob("*/*.parquet")) == []
    writer.drop()
    assert list((tmp_path / "_state" / "unfinished").iterdir()) == []
    assert not done_path(tmp_path / "_state", 0).exists()


def test_the_entry_tells_rows_and_digest(tmp_path: Path) -> None:
    path = written(tmp_path, 1200, 4)
    told = json.loads(done_path(tmp_path / "_state", 1200).read_text("utf-8"))
    assert told["files"] == {"rejected": {"rows": 4, "sha256": sha256(path.read_bytes()).hexdigest()}}
    assert told["counts"] == {"rejected": 4}


def test_an_empty_table_still_has_its_columns(tmp_path: Path) -> None:
    assert parquet.read_table(written(tmp_path, 0, 0)).schema.names == ["part", "place", "problem"]


def test_rows_are_written_in_groups_and_stay_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_GROUP", 16)
    file = parquet.ParquetFile(written(tmp_path, 0, 50))
    assert file.metadata.num_row_groups == 4
    assert file.read().column("part").to_pylist() == list(range(50))


def test_long_texts_make_smaller_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_HELD", 100)
    assert parquet.ParquetFile(written(tmp_path, 0, 50)).metadata.num_row_groups > 5


def test_a_file_of_json_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.json"
    write_json(path, {"a": 1})
    write_json(path, {"a": "ب"})
    assert json.loads(path.read_text("utf-8")) == {"a": "ب"}
    assert [each.name for each in path.parent.iterdir()] == ["b.json"]

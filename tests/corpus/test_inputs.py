"""What a corpus lies in: names, folders, globs and addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from mahdar.corpus.errors import CorpusError
from mahdar.corpus.inputs import kind_of, open_source, sources
from tests.corpus.made import reports, write_lines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.jsonl", "a.csv", "inner/c.parquet", "_hidden/d.jsonl", ".e.jsonl", "notes.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("{}\n", "utf-8")
    return tmp_path


def test_a_folder_gives_what_is_read_in_the_order_of_paths(folder: Path) -> None:
    found = sources([str(folder)])
    assert [(Path(each.path).name, each.kind) for each in found] == [
        ("a.csv", "csv"),
        ("b.jsonl", "lines"),
        ("c.parquet", "parquet"),
    ]


def test_a_glob_gives_files_in_order_and_each_file_comes_once(folder: Path) -> None:
    names = [Path(each.path).name for each in sources([str(folder / "*.jsonl"), str(folder / "b.jsonl")])]
    assert names == [".e.jsonl", "b.jsonl"]


def test_an_address_is_listed_and_opened_by_the_engine(folder: Path) -> None:
    (found,) = sources([f"file://{folder}/b.*"])
    assert found.kind == "lines"
    assert found.size == 3
    with open_source(found) as stream:
        assert stream.read() == b"{}\n"


@pytest.mark.parametrize("name", ["missing.jsonl", "*.warc", "notes.txt", "inner"])
def test_names_that_stand_for_nothing_are_told(folder: Path, name: str) -> None:
    (folder / "inner" / "c.parquet").unlink()
    with pytest.raises(CorpusError, match=name.replace("*", ".")):
        sources([str(folder / name)])


def test_an_address_where_nothing_is_is_told(folder: Path) -> None:
    with pytest.raises(CorpusError, match="missing"):
        sources([f"file://{folder}/missing/*.jsonl"])


def test_endings_tell_the_kind() -> None:
    assert kind_of("x/CRAWL.WARC.GZ") == "warc"
    assert kind_of("x.jsonl.gz") == "lines"
    assert kind_of("x.gz") is None


def test_only_a_file_packed_as_a_whole_cannot_be_begun_in_the_middle(tmp_path: Path) -> None:
    for name in ("a.jsonl.gz", "a.warc.gz", "a.jsonl"):
        write_lines(tmp_path / name, reports(1))
    assert [each.packed for each in sources([str(tmp_path)])] == [False, True, False]

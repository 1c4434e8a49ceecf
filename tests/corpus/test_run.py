"""A run over a corpus: whole, stopped and gone on with, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from mahdar.corpus.asked import Asked
from mahdar.corpus.engine import Answer
from mahdar.corpus.errors import CorpusError
from mahdar.corpus.run import read_corpus
from tests.corpus.made import Here, reports, rows, tables, unseen, write_lines

ROWS = reports(14)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_lines(tmp_path_factory.mktemp("in") / "news.jsonl", ROWS)


@pytest.fixture(scope="module")
def whole(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole") / "out"
    read(source, out)
    return out


def read(source: Path, out: Path, engine: Any = None, **asked: Any) -> dict[str, Any]:
    return read_corpus(Asked((str(source),), **{"part": 4, **asked}), out, lambda: engine or Here(), unseen)


class Dying(Here):
    """Ends in the middle, as a person or the system ends a run."""

    def __init__(self, after: int, how: type[BaseException]) -> None:
        super().__init__()
        self._after, self._how = after, how

    def run(self, job: Mapping[str, Any], tasks: Mapping[int, Mapping[str, Any]]) -> Iterator[Answer]:
        for number, answer in enumerate(super().run(job, tasks)):
            if number == self._after:
                raise self._how
            yield answer


def test_every_report_is_in_the_tables_once_and_in_order(whole: Path) -> None:
    assert [row["id"] for row in rows(whole, "reports")] == [row["id"] for row in ROWS]
    keys = [row["key"] for row in rows(whole, "reports")]
    assert keys == sorted(set(keys))
    assert {row["key"] for row in rows(whole, "statements")} <= set(keys)


def test_the_manifest_counts_what_is_there(whole: Path) -> None:
    told = json.loads((whole / "manifest.json").read_text("utf-8"))
    assert told["complete"]
    assert told["reports"] == {"read": 14, "rejected": 0}
    assert (told["parts"], told["parts_done"]) == (4, 4)
    assert {name: len(rows(whole, name)) for name in told["rows"]} == told["rows"]
    assert {"mahdar", "daft", "pyarrow"} <= set(told["versions"])
    assert told["asked"]["reader"].startswith(told["versions"]["mahdar"])


@pytest.mark.parametrize("how", [KeyboardInterrupt, CorpusError])
def test_a_run_that_was_stopped_goes_on_without_reading_twice(
    source: Path, whole: Path, tmp_path: Path, how: type[BaseException]
) -> None:
    with pytest.raises(how):
        read(source, tmp_path / "out", Dying(2, how))
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert (manifest["complete"], manifest["parts_done"]) == (False, 3)
    engine = Here()
    read(source, tmp_path / "out", engine)
    assert engine.given == [3]
    assert tables(tmp_path / "out") == tables(whole)


def test_a_run_that_is_done_starts_no_engine(source: Path, whole: Path) -> None:
    before = tables(whole)

    def never() -> Here:
        raise AssertionError("an engine was started")

    read_corpus(Asked((str(source),), part=4), whole, never, unseen)
    assert tables(whole) == before


def test_a_part_whose_entry_is_missing_is_written_again(source: Path, whole: Path, tmp_path: Path) -> None:
    """Tables that were renamed before the machine stopped, without their entry, are written over."""
    read(source, tmp_path / "out")
    next((tmp_path / "out" / "_state" / "done").rglob("part-000001.json")).unlink()
    (tmp_path / "out" / "claims" / "part-000001.parquet").write_bytes(b"half")
    read(source, tmp_path / "out")
    assert tables(tmp_path / "out") == tables(whole)


def test_a_report_that_cannot_be_read_costs_the_others_nothing(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "a.jsonl", [*ROWS[:3], {"id": "x"}, {"id": "y", "text": ""}, *ROWS[3:5]])
    manifest = read(source, tmp_path / "out")
    assert manifest["reports"] == {"read": 5, "rejected": 2}
    assert [(row["part"], row["place"].rpartition(":")[2]) for row in rows(tmp_path / "out", "rejected")] == [
        (0, "4"),
        (1, "5"),
    ]


def test_a_fault_of_the_reader_is_told_in_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("mahdar.pipeline.read", broken)
    manifest = read(write_lines(tmp_path / "a.jsonl", ROWS[:2]), tmp_path / "out")
    assert manifest["reports"] == {"read": 0, "rejected": 2}
    assert "a fault in Mahdar (RecursionError: too deep)" in rows(tmp_path / "out", "rejected")[0]["problem"]


def test_another_run_is_refused(source: Path, whole: Path) -> None:
    with pytest.raises(CorpusError, match="differs in part"):
        read(source, whole, part=5)


def test_a_changed_input_is_refused(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "a.jsonl", ROWS[:2])
    read(source, tmp_path / "out")
    write_lines(source, ROWS[:3])
    with pytest.raises(CorpusError, match="differs in inputs"):
        read(source, tmp_path / "out")


def test_a_folder_with_other_things_is_refused(source: Path, tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("Dear", "utf-8")
    with pytest.raises(CorpusError, match=r"letters\.txt"):
        read(source, tmp_path)


def test_two_runs_at_once_are_refused(source: Path, tmp_path: Path) -> None:
    class Second(Here):
        def run(self, job: Mapping[str, Any], tasks: Mapping[int, Mapping[str, Any]]) -> Iterator[Answer]:
            with pytest.raises(CorpusError, match="another run"):
                read(source, tmp_path / "out")
            return super().run(job, tasks)

    assert read(source, tmp_path / "out", Second())["complete"]


def test_a_worker_with_another_reader_is_refused(source: Path, tmp_path: Path) -> None:
    class Old(Here):
        def run(self, job: Mapping[str, Any], tasks: Mapping[int, Mapping[str, Any]]) -> Iterator[Answer]:
            return super().run({**job, "reader": "0.0.9+abc"}, tasks)

    with pytest.raises(CorpusError, match="another reader"):
        read(source, tmp_path / "out", Old())


def test_only_reports_in_the_languages_are_read(source: Path, tmp_path: Path) -> None:
    manifest = read(source, tmp_path / "out", languages=("en",))
    assert [row["language"] for row in rows(tmp_path / "out", "reports")] == ["en"] * 4
    assert manifest["left_out"] == {"other_language": 10}


def test_large_inputs_are_cut_by_the_engine(
    source: Path, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mahdar.corpus.run._BIG", 1)
    engine = Here()
    read(source, tmp_path / "out", engine)
    assert engine.given == [0, 0, 1, 2, 3]
    assert tables(tmp_path / "out") == tables(whole)

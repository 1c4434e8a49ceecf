"""The engine with real processes: the same tables as in one process, whatever dies on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from mahdar.corpus.asked import Asked, Step
from mahdar.corpus.engine import Engine
from mahdar.corpus.errors import CorpusError
from mahdar.corpus.run import read_corpus
from tests.corpus.made import Here, reports, tables, unseen, write_lines

COUNT, PART = 120, 2


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_lines(tmp_path_factory.mktemp("in") / "news.jsonl", reports(COUNT))


@pytest.fixture(scope="module")
def whole(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole") / "out"
    read_corpus(Asked((str(source),), part=PART), out, Here, unseen)
    return out


# Daft leaves a pipe to a worker that was killed to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_worker_killed_in_the_middle_changes_nothing(source: Path, whole: Path, tmp_path: Path) -> None:
    said: list[str] = []
    killed: list[int] = []

    @contextmanager
    def killing(what: str, total: int, done: int) -> Iterator[Step]:
        def step(reports: int) -> None:
            if not killed:
                killed.append(kill_a_worker())

        yield step

    manifest = read_corpus(
        Asked((str(source),), part=PART), tmp_path / "out", lambda: Engine(2, None, said.append), killing
    )
    assert manifest["reports"] == {"read": COUNT, "rejected": 0}
    assert len(killed) == 1
    assert [line for line in said if "a worker was lost" in line]
    assert tables(tmp_path / "out") == tables(whole)


def kill_a_worker() -> int:
    """Kill one process that reads, as the system does when memory runs out."""
    import psutil

    workers = [each for each in psutil.Process().children(recursive=True) if "udf_worker" in " ".join(each.cmdline())]
    workers[0].send_signal(signal.SIGKILL)
    return int(workers[0].pid)


def test_a_run_that_was_killed_goes_on_where_it_stopped(source: Path, whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [
        sys.executable,
        "-m",
        "mahdar",
        "corpus",
        "read",
        str(source),
        str(out),
        "--part",
        str(PART),
        "--workers",
        "2",
    ]
    process = subprocess.Popen(command, start_new_session=True)
    deadline = time.monotonic() + 120
    while len(done := list(out.glob("_state/done/*/*.json"))) < 5:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    kept = {path: path.stat().st_mtime_ns for path in out.glob("_state/done/*/*.json")}
    assert len(done) <= len(kept) < COUNT // PART
    read_corpus(Asked((str(source),), part=PART), out, Here, unseen)
    assert tables(out) == tables(whole)
    assert {path: path.stat().st_mtime_ns for path in kept} == kept


def test_workers_that_die_again_and_again_end_the_run() -> None:
    class Lost(Engine):
        passes = 0

        def _pass(self, job: str, tasks: list[str]) -> Iterator[dict[str, Any]]:
            self.passes += 1
            yield from ()
            raise RuntimeError("UDF process closed the connection unexpectedly")

    engine = Lost(1, None, lambda line: None)
    with pytest.raises(CorpusError, match="die again and again"):
        list(engine.run({}, {0: {}}))
    assert engine.passes == 3


def test_an_engine_that_ends_early_is_asked_again_but_not_for_ever() -> None:
    class Silent(Engine):
        def _pass(self, job: str, tasks: list[str]) -> Iterator[dict[str, Any]]:
            yield from ({"number": 0},) if len(tasks) == 2 else ()

    with pytest.raises(CorpusError, match="ended before its tasks"):
        list(Silent(1, None, lambda line: None).run({}, {0: {}, 1: {}}))


def test_workers_that_are_lost_now_and_then_do_not(tmp_path: Path) -> None:
    class Shaky(Engine):
        def _pass(self, job: str, tasks: list[str]) -> Iterator[dict[str, Any]]:
            yield {"number": 9 - len(tasks) + 1}
            if len(tasks) > 1:
                raise RuntimeError("lost")

    answers = Shaky(1, None, lambda line: None).run({}, {n: {} for n in range(10)})
    assert [answer["number"] for answer in answers] == list(range(10))


def test_a_task_that_failed_for_good_ends_the_run_at_once() -> None:
    class Full(Engine):
        def _pass(self, job: str, tasks: list[str]) -> Iterator[dict[str, Any]]:
            yield {"number": 0, "failed": "No space left on device"}

    with pytest.raises(CorpusError, match="No space left"):
        list(Full(1).run({}, {0: {}}))

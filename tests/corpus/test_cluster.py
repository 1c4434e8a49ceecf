"""A Ray cluster of two worker nodes on this machine: the same bytes as in process, though a worker is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from mahdar.corpus.asked import Asked
from mahdar.corpus.run import read_corpus
from tests.corpus.made import Here, reports, tables, unseen, write_lines

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Ray's test cluster is tried on Linux alone")
COUNT, PART = 240, 5


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    script = Path(__file__).with_name("ray_cluster.py")
    started = subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True, start_new_session=True,
    )  # fmt: skip
    assert started.stdout is not None
    yield started.stdout.readline().strip()
    family = _family(started.pid)
    for pid in [started.pid, *family]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    started.communicate()


def _family(pid: int) -> list[int]:
    import psutil

    return [each.pid for each in psutil.Process(pid).children(recursive=True)]


def test_a_cluster_gives_the_same_tables_though_a_worker_is_killed(address: str, tmp_path: Path) -> None:
    source = write_lines(tmp_path / "news.jsonl", reports(COUNT))
    read_corpus(Asked((str(source),), part=PART), tmp_path / "here", Here, unseen)
    out = tmp_path / "there"
    command = [sys.executable, "-m", "mahdar", "corpus", "read", str(source), str(out), "--part", str(PART)]
    killed: list[int] = []
    killer = threading.Thread(target=_kill_one, args=(out, killed), daemon=True)
    killer.start()
    done = subprocess.run([*command, "--cluster", address], capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    killer.join(5)
    assert len(killed) == 1
    assert tables(out) == tables(tmp_path / "here")


def _kill_one(out: Path, killed: list[int]) -> None:
    """Kill a reading process of the cluster once some parts are done."""
    import psutil

    deadline = time.monotonic() + 200
    while len(list(out.glob("_state/done/*/*.json"))) < 3 and time.monotonic() < deadline:
        time.sleep(0.01)
    for each in psutil.process_iter():
        with suppress(psutil.Error):
            if "UDFActor" in " ".join(each.cmdline()) and each.username() == psutil.Process().username():
                each.send_signal(signal.SIGKILL)
                killed.append(each.pid)
                return

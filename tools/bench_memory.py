"""One long run over a corpus: its rate, and the memory of each of its processes over time.

    python -m tools.bench_memory [--reports N] [--workers N] [--keep FOLDER]

Writes N made reports (tools/bench_library_texts.py says how) as JSON lines, runs `mahdar corpus read` on them in a
process of its own, and looks every five seconds at the resident memory of that process and of all that it started.
Printed are, for each process that lived for most of the run, its peak and its means in the second and the last quarter
of its life: memory is flat where the two are level.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

_EVERY = 5.0  # seconds
_MIB = 1024 * 1024


@dataclass(frozen=True)
class Run:
    """Seconds of a run, reports read, and megabytes of each process at each look."""

    seconds: float
    read: int
    memory: dict[str, list[float]]


def write_reports(path: Path, reports: int) -> None:
    """So many made reports as JSON lines."""
    from tools.bench_library_texts import lines

    with path.open("w", encoding="utf-8") as stream:
        for line in lines(reports):
            stream.write(line.rstrip("\n") + "\n")


def watched(source: Path, out: Path, workers: int) -> Run:
    """Read a corpus in a process of its own, looking at memory all the while."""
    command = [
        sys.executable,
        "-m",
        "mahdar",
        "corpus",
        "read",
        str(source),
        str(out),
        "--workers",
        str(workers),
        "--json",
    ]
    memory: dict[str, list[float]] = defaultdict(list)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    while process.poll() is None:
        for name, size in _sizes(process.pid):
            memory[name].append(size)
        _wait(process)
    seconds = time.perf_counter() - start
    told = process.stdout.read() if process.stdout else ""
    if not told.strip().endswith("}"):
        raise SystemExit(f"bench_memory: the run ended with {process.returncode} and gave no counts")
    return Run(seconds, json.loads(told.splitlines()[-1])["reports"]["read"], memory)


def _wait(process: subprocess.Popen[str]) -> None:
    try:
        process.wait(_EVERY)
    except subprocess.TimeoutExpired:
        return


def _sizes(pid: int) -> Iterator[tuple[str, float]]:
    """The processes of a run, the one that was called first, with their megabytes."""
    import psutil

    try:
        parent = psutil.Process(pid)
        family = [parent, *parent.children(recursive=True)]
    except psutil.NoSuchProcess:
        return
    for each in family:
        try:
            yield ("driver" if each.pid == pid else f"worker {each.pid}"), each.memory_info().rss / _MIB
        except psutil.NoSuchProcess:
            continue


def told(run: Run) -> Iterator[str]:
    """The run in words, a line for each process that lived long."""
    yield f"{run.read:,} reports in {run.seconds:,.0f} s, {run.read / run.seconds:,.1f} a second"
    longest = max(map(len, run.memory.values()), default=0)
    for name, sizes in run.memory.items():
        if len(sizes) * 2 > longest and max(sizes) > 50:
            quarter = max(len(sizes) // 4, 1)
            second, last = mean(sizes[quarter : 2 * quarter] or sizes), mean(sizes[-quarter:])
            yield f"{name}: peak {max(sizes):,.0f} MiB; mean of its second quarter {second:,.0f}, its last {last:,.0f}"


@contextmanager
def place(kept: Path | None) -> Iterator[Path]:
    """A folder that stays, or one that goes."""
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept
        return
    with tempfile.TemporaryDirectory(prefix="mahdar-corpus-") as folder:
        yield Path(folder)


def main() -> int:
    parser = argparse.ArgumentParser(description="Rate and memory of one long run over a corpus")
    parser.add_argument("--reports", type=int, default=200_000)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", type=Path, help="where input and tables are written and kept")
    asked = parser.parse_args()
    with place(asked.keep) as folder:
        source = folder / "reports.jsonl"
        if not source.is_file():
            write_reports(source, asked.reports)
        print(f"load before: {os.getloadavg()[0]:.1f}; {source.stat().st_size / 1e6:,.0f} MB of JSON lines", flush=True)
        for line in told(watched(source, folder / "tables", asked.workers)):
            print(line)
        print(f"load after: {os.getloadavg()[0]:.1f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

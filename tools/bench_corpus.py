"""Everything held against what a user would take instead, in one run: writes docs/benchmarks.md.

    python -m tools.bench_corpus [--full] [--runs N] [--print]

Each work runs in a process of its own (tools/bench_works.py says what each does); the ways to read are timed in turns
in one process on one core, as in tools/bench.py. Medians of the runs, the fastest and slowest as shares of the median,
the peak of memory of a process that does that one thing. A ratio above 1 says how many times as fast we are.

The corpus is read with one worker and with two, in turns, and at sizes that double (tools/bench_growth.py). `--full`
takes larger sizes (an hour more on two quiet cores). Run it on a machine with nothing else to do.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path
from typing import Any

from tools.bench_growth import growth, throughput

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "benchmarks.md"
_HEAD = """| work | tool | texts | ms each | spread | ratio | peak MiB | found |
| --- | --- | --- | --: | --- | --: | --: | --- |"""


@dataclass(frozen=True)
class Line:
    """One row of the table; ``each`` is milliseconds, ``ratio`` the time of the other tool through ours."""

    work: str
    tool: str
    texts: str
    seconds: Sequence[float]
    peak: float
    ratio: float | None = None
    found: str = ""

    def row(self) -> str:
        middle = statistics.median(self.seconds)
        spread = f"{min(self.seconds) / middle:.2f} to {max(self.seconds) / middle:.2f}"
        ratio = f"{self.ratio:,.2f}" if self.ratio is not None else ""
        cells = (
            self.work,
            self.tool,
            self.texts,
            f"{1000 * middle:,.3f}",
            spread,
            ratio,
            f"{self.peak:,.0f}",
            self.found,
        )
        return f"| {' | '.join(cells)} |"


def named(package: str) -> str:
    """A package with its version."""
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"{package} (not installed)"


def apart(work: str, size: int, runs: int, *more: str) -> dict[str, Any] | None:
    """A work in a process of its own; None where it cannot be done here."""
    command = [sys.executable, "-m", "tools.bench_works", work, str(size), str(runs), *more]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["nothing was said"])[-1]
        print(f"bench_corpus: {work} was not measured: {said}", file=sys.stderr)
        return None
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def beside(
    work: str, texts: str, ours: tuple[str, str], theirs: tuple[str, str], size: int, runs: int, *more: str
) -> Iterator[Line]:
    """Our way and another, as (name of the work, tool)."""
    told = [(tool, apart(name, size, runs, *more)) for name, tool in (ours, theirs)]
    medians = [statistics.median(each["seconds"]) if each else None for _, each in told]
    for (tool, each), is_other in zip(told, (False, True), strict=True):
        if each:
            ratio = medians[1] / medians[0] if is_other and medians[0] and medians[1] else None
            yield Line(work, tool, texts, each["seconds"], each["peak"], ratio, each["found"])


def reading(runs: int) -> Iterator[Line]:
    """`mahdar.read` beside a tokeniser, a search for dates and Duckling, on the same texts."""
    from tools import bench

    cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else None
    if cores:
        os.sched_setaffinity(0, {min(cores)})
    for language in ("ar", "en"):
        ways = bench.measure(language, runs)
        count = len(ways["reading alone"].texts)
        ours = ways["mahdar.read, dated"].median
        texts = f"{count} reports ({language})"
        dates = named("dateparser")
        named_tools = {"spacy.blank": named("spacy"), "dateparser": dates, "dateparser, any": f"{dates}, any language"}
        for name, way in ways.items():
            tool = named_tools.get(name, name)
            ratio = way.median / ours if tool != name else None
            each = [seconds / count for seconds in way.seconds]
            yield Line("reading", tool, texts, each, bench.peak(name, language), ratio)
        told = apart(f"duckling_{language}", 0, max(1, runs // 3))
        if told:
            ratio = statistics.median(told["seconds"]) / (ours / count)
            tool = named("pyduckling-native-phihos")
            yield Line("reading", tool, texts, told["seconds"], told["peak"], ratio, "four dimensions")
    if cores:
        os.sched_setaffinity(0, cores)


def others(runs: int, full: bool, folder: Path) -> Iterator[Line]:
    """Near-duplicates, loading, agreement, search."""
    from tools import bench_record

    near, sought = (10_000, 20_000) if full else (2_000, 2_000)
    sides = (("near_mahdar", named("rensa")), ("near_datasketch", named("datasketch")))
    yield from beside("near copies", f"{near:,} reports", *sides, near, runs)
    votes = folder / bench_record.NAME
    count = bench_record.apart("write", votes)["votes"]
    texts = f"{count:,} votes"
    loads = {way: [bench_record.apart(way, votes) for _ in range(runs)] for way in ("whole", "alone")}
    ours = statistics.median(each["seconds"] for each in loads["whole"])
    for way, tool in (("whole", "mahdar record load"), ("alone", named("duckdb"))):
        seconds = [each["seconds"] for each in loads[way]]
        ratio = statistics.median(seconds) / ours if way == "alone" else None
        yield Line("loading votes", tool, texts, seconds, max(each["peak"] for each in loads[way]), ratio, texts)
    told = apart("load_pandas", 0, runs, str(votes))
    if told:
        ratio = statistics.median(told["seconds"]) / ours
        yield Line("loading votes", named("pandas"), texts, told["seconds"], told["peak"], ratio, told["found"])
    sides = (("agreement_mahdar", "mahdar.analysis"), ("agreement_pandas", named("pandas")))
    yield from beside("agreement of one state with all", texts, *sides, 0, runs, str(votes))
    import sqlite3

    sides = (("search_mahdar", "mahdar library"), ("search_sqlite", f"SQLite FTS5 {sqlite3.sqlite_version}"))
    yield from beside("search, a page of results", f"{sought:,} reports", *sides, sought, runs)


def machine() -> str:
    """What it was run on, and how busy that was."""
    load = f"; load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    model = "unknown processor"
    if (info := Path("/proc/cpuinfo")).is_file():
        lines = (line for line in info.read_text("utf-8").splitlines() if line.startswith("model name"))
        model = next(lines, ":").partition(":")[2].strip() or model
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}{load}"


def page(runs: int, full: bool, folder: Path) -> Iterator[str]:
    """docs/benchmarks.md, line by line."""
    yield "# Benchmarks"
    yield ""
    yield f"Made by `make bench` on {datetime.now(UTC):%Y-%m-%d}: {machine()}. Not to be edited: each run writes it."
    yield ""
    yield (ROOT / "tools" / "bench_corpus.md").read_text("utf-8").strip()
    yield ""
    yield _HEAD
    for line in chain(reading(max(runs, 3)), others(runs, full, folder)):
        yield line.row()
    sections: list[tuple[str, Callable[[], Iterator[str]]]] = [
        ("Two workers beside one", lambda: throughput(20_000 if full else 8_000, 2, folder)),
        (
            "Cost as work grows",
            lambda: growth((1_000, 10_000, 100_000) if full else (500, 1_000, 2_000, 4_000), 2, folder),
        ),
    ]
    for title, lines in sections:
        yield from ("", f"## {title}", "")
        yield from lines()


def main() -> int:
    parser = argparse.ArgumentParser(description="All benchmarks beside their peers, as docs/benchmarks.md")
    parser.add_argument("--runs", type=int, default=3, help="runs of each work (default 3)")
    parser.add_argument("--full", action="store_true", help="larger sizes")
    parser.add_argument("--print", action="store_true", help="print the page, and leave the file as it is")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mahdar-bench-") as folder:
        lines = []
        for line in page(asked.runs, asked.full, Path(folder)):
            print(line, flush=True)
            lines.append(line)
    if not asked.print:
        PAGE.write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

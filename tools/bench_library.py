"""The library at several sizes: adding, disk, memory, search, lists and stories, and how they grow.

    python -m tools.bench_library [--sizes 1000,3000,10000] [--library PLACE] [--keep FOLDER]

For each size so many reports are made (tools/bench_library_texts.py says how, with its seed) and added to a new library
by `mahdar library add`, by two processes at once, each with half of the stories; the smallest size by one process too.
Wall time runs from the start of the processes to the end of the last. Disk is the library without its journal, by
report. Memory is the peak of a process.

Search asks 20 questions of each kind, drawn with the seed from the library itself: a word that stands in a third of the
reports or more, in few, two words, two side by side; outlet, state, speaker, days, mechanism with verdict; nothing; and
the same of statements. Each has a page of 20 rows, with all counts, in a transaction of its own, in one process. The
first question, which reads the columns, is told apart. `cpu` are milliseconds of the processor, which other work on the
machine changes less. Stories are grouped by `mahdar library stories --json`, then once more after 1 % more reports have
been added. `slope` is the exponent of the growth, fitted through all sizes: 1 is linear.

With --library an existing library is measured alone; 100,000 reports are `--sizes 1000,10000,100000`.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from tools.bench_library_search import Figures, ask
from tools.bench_library_texts import lines

SIZES = (1_000, 3_000, 10_000)
_MORE = 0.01
_MAHDAR = (sys.executable, "-m", "mahdar", "library")


def run(commands: Sequence[Sequence[str]], output: Path | None = None) -> tuple[float, float, float]:
    """Run commands at once: wall seconds, seconds of the processor in all, and the largest peak in megabytes."""
    start = time.perf_counter()
    with (output or Path(os.devnull)).open("wb") as out:
        running = [subprocess.Popen(command, stdout=out, stderr=subprocess.PIPE) for command in commands]
        busy, peak = 0.0, 0.0
        for process in running:
            told = process.stderr.read() if process.stderr else b""
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                raise SystemExit(f"bench_library: {' '.join(process.args)} failed: {told.decode()[-500:]}")  # type: ignore[arg-type]
            busy, peak = busy + used.ru_utime + used.ru_stime, max(peak, used.ru_maxrss / 1024)
    return time.perf_counter() - start, busy, peak


def make(size: int, folder: Path, first: int = 0) -> list[Path]:
    """Two files, each with half of the stories of so many reports; `first` of them are left out."""
    paths = [folder / f"reports-{part}.jsonl" for part in (1, 2)]
    with paths[0].open("w", encoding="utf-8") as one, paths[1].open("w", encoding="utf-8") as other:
        for place, line in enumerate(lines(size)):
            if place >= first:
                (one, other)[int(json.loads(line)["story"]) % 2].write(line + "\n")
    return paths


def add(paths: Iterable[Path], library: Path, size: int) -> Figures:
    commands = [[*_MAHDAR, "add", str(path), "--library", str(library), "--json"] for path in paths]
    wall, busy, peak = run(commands)
    return {"add s": wall, "add/s": size / wall, "add cpu s": busy, "add MB": peak}


def disk(library: Path) -> float:
    """Bytes, once the journal is in."""
    import sqlite3

    connection = sqlite3.connect(library)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return library.stat().st_size


def group(library: str, folder: Path, name: str) -> Figures:
    """Seconds and memory of the stories, and how many of the made copies stand with what they are copies of."""
    told = folder / "stories.jsonl"
    wall, busy, peak = run([[*_MAHDAR, "stories", "--json", "--library", library]], told)
    found = [json.loads(line)["reports"] for line in told.read_text("utf-8").splitlines()]
    kept, made = pairs(found), pairs(by_truth(each for story in found for each in story))
    together, right = (len(kept & made) / max(len(each), 1) for each in (made, kept))
    print(f"    {name}: {len(found):,} stories in {wall:.1f} s, {busy:.1f} s of the processor")
    print(f"    {len(made):,} pairs were made of one story, {together:.3f} of them stand in one")
    print(f"    {len(kept):,} pairs stand in one story, {right:.3f} of them were made so")
    return {f"{name} s": wall, f"{name} cpu s": busy, f"{name} MB": peak}


def by_truth(ids: Iterable[str]) -> list[list[str]]:
    found: dict[str, list[str]] = {}
    for each in ids:
        found.setdefault(each.split("-")[1], []).append(each)
    return list(found.values())


def pairs(groups: Iterable[Sequence[str]]) -> set[tuple[str, str]]:
    return {(one, other) for each in groups for one in each for other in each if one < other}


def measure(size: int, folder: Path, *, alone: bool) -> Figures:
    """All figures of a size, in a new library."""
    folder.mkdir(parents=True, exist_ok=True)
    library, paths = folder / "library.db", make(size, folder)
    print(f"{size:,} reports of {sum(map(os.path.getsize, paths)) / size:.0f} bytes")
    if alone:
        single = one_by_one(paths, folder, size)
        print(f"    one process: {single['add/s']:.1f} reports/s")
    figures = add(paths, library, size)
    figures["bytes each"] = disk(library) / size
    figures |= measured(str(library))
    figures |= group(str(library), folder, "stories")
    add(make(round(size * (1 + _MORE)), folder, first=size), library, round(size * _MORE))
    return figures | group(str(library), folder, "again")


def one_by_one(paths: Sequence[Path], folder: Path, size: int) -> Figures:
    command = [*_MAHDAR, "add", *map(str, paths), "--library", str(folder / "alone.db"), "--json"]
    wall, busy, peak = run([command])
    return {"add s": wall, "add/s": size / wall, "add cpu s": busy, "add MB": peak}


def measured(library: str) -> Figures:
    """The figures of search, in a process of their own."""
    told = subprocess.run(
        [sys.executable, "-m", "tools.bench_library", "--ask", library], check=True, capture_output=True, text=True
    )
    *shown, last = told.stdout.splitlines()
    print("\n".join(shown))
    found: Figures = json.loads(last)
    return found


def show(found: dict[int, Figures]) -> None:
    """A table of the figures by size, with their slopes."""
    names = list(next(iter(found.values())))
    print(f"\n{'reports':14}" + "".join(f"{size:>12,}" for size in found) + f"{'slope':>8}")
    for name in names:
        row = [figures[name] for figures in found.values()]
        print(f"{name:14}" + "".join(f"{value:12,.1f}" for value in row) + f"{slope(list(found), row):8.2f}")


def slope(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """The exponent of a power law through these points, by least squares of the logarithms."""
    if len(sizes) < 2:
        return math.nan
    x, y = ([math.log(max(each, 1e-9)) for each in row] for row in (sizes, costs))
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    over = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return over / sum((a - mean_x) ** 2 for a in x)


def main() -> int:
    parser = argparse.ArgumentParser(description="The library at several sizes")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="how many reports (default %(default)s)")
    parser.add_argument("--library", help="measure this library alone")
    parser.add_argument("--keep", type=Path, help="make the libraries in this folder and leave them there")
    parser.add_argument("--ask", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.ask:
        print(json.dumps(ask(asked.ask)))
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.keep or Path(temporary)
        if asked.library:
            figures = measured(asked.library) | group(asked.library, Path(temporary), "stories")
            show({0: figures})
            return 0
        sizes = sorted(int(each) for each in asked.sizes.split(","))
        show({size: measure(size, folder / str(size), alone=size == sizes[0]) for size in sizes})
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

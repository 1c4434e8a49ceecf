"""The cost of a corpus: one worker beside two, and wall time over size with where its line leads."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path


def read_seconds(source: Path, workers: int, folder: Path) -> float:
    """Wall time of `mahdar corpus read` over a file, from start to end of its process."""
    with tempfile.TemporaryDirectory(dir=folder) as out:
        command = [sys.executable, "-m", "mahdar", "corpus", "read", str(source), f"{out}/tables", "--part", "250"]
        start = time.perf_counter()
        subprocess.run([*command, "--workers", str(workers)], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start


def corpora(sizes: Sequence[int], folder: Path) -> dict[int, Path]:
    """Made reports of each size."""
    from tools.bench_memory import write_reports

    found = {}
    for size in sizes:
        found[size] = folder / f"reports-{size}.jsonl"
        write_reports(found[size], size)
    return found


def throughput(size: int, runs: int, folder: Path) -> Iterator[str]:
    """Reports a second with one worker and with two; what a run of ten reports takes is start, and told apart."""
    files = corpora((10, size), folder)
    seconds: dict[int, list[float]] = {1: [], 2: []}
    starts: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(runs):
        for workers in (1, 2):
            starts[workers].append(read_seconds(files[10], workers, folder))
            seconds[workers].append(read_seconds(files[size], workers, folder))
    rates = {}
    yield "| workers | reports | seconds | of which start | reports/s | reports/s without start |"
    yield "| --: | --: | --: | --: | --: | --: |"
    for workers in (1, 2):
        whole, start = statistics.median(seconds[workers]), statistics.median(starts[workers])
        rates[workers] = (size / whole, (size - 10) / (whole - start))
        cells = (f"{whole:.1f}", f"{start:.1f}", f"{rates[workers][0]:.1f}", f"{rates[workers][1]:.1f}")
        yield f"| {workers} | {size:,} | {' | '.join(cells)} |"
    whole, bare = (rates[2][n] / rates[1][n] for n in (0, 1))
    yield ""
    yield f"Two workers read {bare:.2f} times as fast as one (with the start of the processes {whole:.2f} times)."


def growth(sizes: Sequence[int], runs: int, folder: Path) -> Iterator[str]:
    """Cost as work grows: the line through what was measured, and where it leads."""
    workers = os.cpu_count() or 1
    points = [
        (size, read_seconds(path, workers, folder))
        for _ in range(runs)
        for size, path in corpora(sizes, folder).items()
    ]
    line = Fit.of(points)
    yield f"Measured with {workers} workers: " + ", ".join(f"{n:,} in {s:.1f} s" for n, s in sorted(points)) + "."
    yield ""
    yield f"{1000 * line.slope:.3f} ms a report (± {1000 * line.slope_error:.3f}), {line.start:.1f} s to start."
    yield ""
    yield "| reports | seconds | 95 of 100 runs | |"
    yield "| --: | --: | --- | --- |"
    for size in (1_000, 10_000, 100_000, 1_000_000):
        reach = line.reach(size)
        how = "measured range" if min(sizes) <= size <= max(sizes) else "extrapolated"
        yield f"| {size:,} | {line.at(size):,.0f} | ± {reach:,.0f} | {how} |"


@dataclass(frozen=True)
class Fit:
    """A straight line by least squares, with what its points say of its error."""

    start: float
    slope: float
    noise: float
    middle: float
    breadth: float
    points: int

    @classmethod
    def of(cls, points: Sequence[tuple[float, float]]) -> Fit:
        xs, ys = zip(*points, strict=True)
        middle = statistics.fmean(xs)
        breadth = sum((x - middle) ** 2 for x in xs)
        slope = sum((x - middle) * y for x, y in points) / breadth
        start = statistics.fmean(ys) - slope * middle
        left = sum((y - start - slope * x) ** 2 for x, y in points)
        return cls(start, slope, (left / max(len(points) - 2, 1)) ** 0.5, middle, breadth, len(points))

    def at(self, x: float) -> float:
        """Where the line stands."""
        return self.start + self.slope * x

    @property
    def slope_error(self) -> float:
        """Half of the interval in which the slope lies, 95 of 100."""
        return self._quantile() * self.noise / sqrt(self.breadth)

    def reach(self, x: float) -> float:
        """Half of the interval in which one more run would fall, 95 of 100."""
        return self._quantile() * self.noise * sqrt(1 + 1 / self.points + (x - self.middle) ** 2 / self.breadth)

    def _quantile(self) -> float:
        """Student's t at 97.5 % (Abramowitz and Stegun 26.7.5, within 1 % from four degrees of freedom on)."""
        z, n = 1.959964, max(self.points - 2, 1)
        return z + (z**3 + z) / (4 * n) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * n**2)

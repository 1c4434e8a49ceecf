"""How fast the record answers by symbol in a process of its own: from the end of its imports to the answer.

    python -m tools.bench_asking [--record PATH] [--runs N]

Each run is a new process that imports, then opens the record and shows one symbol. Printed are the medians of wall
time and of processor time, the latter for machines on which others work too.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

SYMBOLS = ("S/RES/2397", "S/2022/431", "S/PV.9048", "A/RES/60/251", "A/HRC/RES/49/22", "iccpr", "2397", "S/RES/2937")
_ASK = """
import json, sys, time
from pathlib import Path
import duckdb
from mahdar.record.asking.shown import show
from mahdar.record.store import open_store
path, symbol = Path(sys.argv[1]), sys.argv[2]
start = time.perf_counter(), time.process_time()
store = open_store(path)
opened = time.perf_counter(), time.process_time()
show(store, symbol)
done = time.perf_counter(), time.process_time()
print(json.dumps([[1000 * (b - a) for a, b in zip(x, y)] for x, y in ((start, opened), (opened, done), (start, done))]))
"""


@dataclass(frozen=True)
class Asked:
    """Medians in milliseconds, (wall, processor) each: of opening the record, of the answer, of both."""

    symbol: str
    opened: tuple[float, float]
    shown: tuple[float, float]
    whole: tuple[float, float]


def bench_asking(record: Path | None = None, runs: int = 7) -> list[Asked]:
    """Ask for each symbol in so many new processes; a record of the package's facts is built where none is named."""
    from mahdar.record.store import open_store

    with tempfile.TemporaryDirectory() as folder:
        path = record or Path(folder) / "record.duckdb"
        open_store(path).connection.close()
        return [_asked(path, symbol, runs) for symbol in SYMBOLS]


def _asked(path: Path, symbol: str, runs: int) -> Asked:
    command = [sys.executable, "-c", _ASK, str(path), symbol]
    found = [json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(runs)]
    opened, shown, whole = (_medians([times[part] for times in found]) for part in range(3))
    return Asked(symbol, opened, shown, whole)


def _medians(times: list[tuple[float, float]]) -> tuple[float, float]:
    wall, processor = (statistics.median(column) for column in zip(*times, strict=True))
    return wall, processor


def main() -> int:
    parser = argparse.ArgumentParser(description="Milliseconds from the end of imports to the answer, by symbol")
    parser.add_argument("--record", type=Path, help="a record, such as one into which publications were loaded")
    parser.add_argument("--runs", type=int, default=7, help="processes for each symbol (default 7)")
    asked = parser.parse_args()
    print(f"{'symbol':18} {'open':>8} {'show':>8} {'both':>8}   milliseconds, medians (processor time in brackets)")
    for found in bench_asking(asked.record, asked.runs):
        cells = (f"{wall:5.1f} ({processor:.1f})" for wall, processor in (found.opened, found.shown, found.whole))
        print(f"{found.symbol:18} {'  '.join(cells)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

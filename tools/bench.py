"""How fast reports are read, beside others on the same texts: in one process, on one core, in turns.

    tools/bench.py [--runs N]

Reads the reports of ../shared/reports/more (MAHDAR_SHARED names another place), Arabic and English apart, N times over:

- `mahdar.read`, undated: all of it, with the days of publication found by the record;
- `mahdar.read`, dated: the same where the day of publication is given;
- reading alone: the same without checks (`checks=False`): no claims, no record;
- `spacy.blank`: it merely splits the text into tokens, which is the yardstick;
- our times alone: tokens, numbers and times, which is what a search for dates does;
- `dateparser.search.search_dates` with the language named, and as it is called first, with the language left to it: it
  looks for dates alone. It is read over a few reports of middling length, scaled to the others by their characters.

Medians of the runs, and the fastest and slowest run as shares of the median. The ratio is the yardstick's time through
ours: 1.0 is level. `checks add` holds the whole against reading alone; on a machine with other work the figure of
the fastest runs says more, and is given too. Memory is the peak of a process that does that one thing, interpreter and
libraries included; the cold start is the wall time of a command in a process of its own, bytecode compiled, the record
built and the lexica kept by an earlier one.

Duckling is not here: it is a Haskell program with no wheel; its older form runs in a JVM, which `make bench` cannot
presume. Its figures for suites of dates are in `make eval`.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_DAY = "2018-03-17"
_FEW = 4
_COLD_RUNS = 5
_SENTENCES = {
    "ar": "استخدمت روسيا حق النقض في مجلس الأمن ضد مشروع قرار بشأن سوريا في فبراير 2012.",
    "en": "Russia vetoed a Security Council draft resolution on Syria in February 2012.",
}
Work = Callable[[str], object]


@dataclass
class Timed:
    """One way to read texts: ``share`` of their characters is read, ``seconds`` are scaled to all of them."""

    name: str
    work: Work
    texts: list[str]
    share: float = 1.0
    seconds: list[float] = field(default_factory=list)

    def run(self) -> None:
        """All the texts once, the garbage of earlier runs cleared away before."""
        gc.collect()
        start = time.perf_counter()
        for text in self.texts:
            self.work(text)
        self.seconds.append((time.perf_counter() - start) / self.share)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def spread(self) -> str:
        """The fastest and the slowest run as shares of the median."""
        return f"{min(self.seconds) / self.median:.2f} to {max(self.seconds) / self.median:.2f}"


def load_texts(language: str) -> list[str]:
    folder = Path(os.environ.get("MAHDAR_SHARED", ROOT.parent / "shared")) / "reports" / "more"
    index = folder / "index.jsonl"
    if not index.is_file():
        raise SystemExit(f"bench: there is no {index}")
    rows = [json.loads(line) for line in index.read_text("utf-8").splitlines()]
    return [(folder / row["file"]).read_text("utf-8") for row in rows if row["language"] == language]


def make_work(name: str, language: str) -> Work:
    """The work of this name; what it needs is imported here."""
    if name == "spacy.blank":
        import spacy

        blank: Work = spacy.blank(language)
        return blank
    if name == "dateparser":
        from dateparser.search import search_dates

        return lambda text: search_dates(text, languages=[language])
    if name == "dateparser, any":
        from dateparser.search import search_dates

        return search_dates  # type: ignore[no-any-return]
    if name == "our times alone":
        from mahdar.language.numbers import numbers
        from mahdar.language.times import times
        from mahdar.language.tokens import tokenize

        def dates(text: str) -> object:
            tokens = tokenize(text)
            return times(tokens, numbers(tokens, language), language)

        return dates
    import mahdar

    if name == "reading alone":
        return lambda text: mahdar.read(text, published=_DAY, checks=False)

    return (lambda text: mahdar.read(text, published=_DAY)) if name == "mahdar.read, dated" else mahdar.read


SLOW = ("dateparser", "dateparser, any")
NAMES = ("mahdar.read, undated", "mahdar.read, dated", "reading alone", "our times alone", "spacy.blank", *SLOW)


def few(texts: list[str]) -> tuple[list[str], float]:
    """The texts of middling length, and their share of all characters."""
    middle = max(0, (len(texts) - _FEW) // 2)
    chosen = sorted(texts, key=len)[middle : middle + _FEW]
    return chosen, sum(map(len, chosen)) / sum(map(len, texts))


def measure(language: str, runs: int) -> dict[str, Timed]:
    """All the ways in turns; the first turn loads tables and is not counted."""
    texts = load_texts(language)
    ways = {name: Timed(name, make_work(name, language), texts) for name in NAMES}
    for name in SLOW:
        ways[name].texts, ways[name].share = few(texts)
    for run in range(runs + 1):
        for way in ways.values():
            if run < 2 or way.share == 1.0:  # the slow one is timed once
                way.run()
            if not run:
                way.seconds.clear()
    return ways


def show(language: str, ways: dict[str, Timed], runs: int) -> None:
    texts = ways["reading alone"].texts
    size, yardstick = sum(map(len, texts)), ways["spacy.blank"].median
    print(f"\n{len(texts)} reports ({language}), {size / len(texts):.0f} characters each, median of {runs} runs")
    print(f"{'':21} {'ms each':>8} {'fastest':>8} {'reports/s':>10} {'Mchar/s':>8} {'ratio':>7}  spread       peak MB")
    for name, way in ways.items():
        each, fastest = way.median / len(texts), min(way.seconds) / len(texts)
        print(
            f"{name:21} {1000 * each:8.3f} {1000 * fastest:8.3f} {1 / each:10.1f} {size / way.median / 1e6:8.2f}"
            f" {yardstick / way.median:7.3f}  {way.spread:12} {peak(name, language):7.0f}"
        )
    bare = ways["reading alone"]
    for name in ("mahdar.read, dated", "mahdar.read, undated"):
        more, fastest = ways[name].median / bare.median - 1, min(ways[name].seconds) / min(bare.seconds) - 1
        print(f"checks add {more:.0%} to reading ({name.rpartition(' ')[2]}; {fastest:.0%} in the fastest runs)")
    for name in ("mahdar.read, undated", "our times alone"):
        told = " and ".join(f"{ways[slow].median / ways[name].median:.0f}" for slow in SLOW)
        print(f"{name}: {told} times as fast as dateparser's search with the language named and left to it")


def peak(name: str, language: str) -> float:
    """Megabytes at the peak of a process that does this alone."""
    told = subprocess.run(
        [sys.executable, __file__, "--alone", name, "--language", language], capture_output=True, text=True, check=True
    )
    return float(told.stdout)


def alone(name: str, language: str) -> None:
    """Read everything once and print the peak of memory in megabytes."""
    texts, work = load_texts(language), make_work(name, language)
    for text in few(texts)[0] if name in SLOW else texts:
        work(text)
    print(own_peak())


def own_peak() -> float:
    """Megabytes at the peak of this process; what `getrusage` says counts, on Linux, the process that began it too."""
    status = Path("/proc/self/status")
    if status.is_file():
        return next(int(line.split()[1]) / 1024 for line in status.open() if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def show_cold() -> None:
    """Seconds from the start of a process to its verdict."""
    print()
    with tempfile.TemporaryDirectory() as folder:
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        kept = {"PYTHONPYCACHEPREFIX": "compiled", "MAHDAR_RECORD": "record.duckdb", "MAHDAR_CACHE": "cache"}
        environment |= {name: f"{folder}/{place}" for name, place in kept.items()}
        for language, sentence in _SENTENCES.items():
            told = [cold(sentence, environment) for _ in range(_COLD_RUNS + 1)][1:]
            wall, busy = zip(*told, strict=True)
            print(
                f'cold: mahdar check "…" ({language})  {statistics.median(wall):.2f} s to the verdict, {min(wall):.2f} '
                f"at best of {_COLD_RUNS}; {statistics.median(busy):.2f} s of processor, {min(busy):.2f} at best"
            )


def cold(sentence: str, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds on the wall and of the processor, for a process from its start to its end."""
    start, before = time.perf_counter(), busy()
    command = [sys.executable, "-m", "mahdar", "check", sentence]
    told = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if not told.stdout:
        raise SystemExit(f"bench: mahdar check said nothing: {told.stderr}")
    return time.perf_counter() - start, busy() - before


def busy() -> float:
    """Seconds of the processor that child processes have had."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(description="The speed of reading, beside others")
    parser.add_argument("--runs", type=int, default=9, help="how often all the reports are read (default 9)")
    parser.add_argument("--alone", choices=NAMES, help=argparse.SUPPRESS)
    parser.add_argument("--language", default="ar", choices=("ar", "en"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.alone:
        alone(asked.alone, asked.language)
        return 0
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    for language in ("ar", "en"):
        show(language, measure(language, asked.runs), asked.runs)
    show_cold()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

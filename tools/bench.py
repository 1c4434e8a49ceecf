"""How fast the reader is: reports per second in one process, beside a tokeniser on the same texts.

    tools/bench.py [--runs N]

Reads the Arabic reports of ../shared/reports/more (MAHDAR_SHARED names another place) N times over and prints the
median; `spacy.blank("ar")` merely splits the same texts into tokens, which is the yardstick. The ratio is the figure
to watch.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def load_texts(language: str) -> list[str]:
    folder = Path(os.environ.get("MAHDAR_SHARED", ROOT.parent / "shared")) / "reports" / "more"
    index = folder / "index.jsonl"
    if not index.is_file():
        raise SystemExit(f"bench: there is no {index}")
    rows = [json.loads(line) for line in index.read_text("utf-8").splitlines()]
    return [(folder / row["file"]).read_text("utf-8") for row in rows if row["language"] == language]


def reader() -> Callable[[str], object]:
    import mahdar

    return mahdar.read


def tokeniser() -> Callable[[str], object]:
    import spacy

    blank: Callable[[str], object] = spacy.blank("ar")
    return blank


def timed(work: Callable[[str], object], texts: list[str]) -> float:
    """Seconds for all the texts once, the garbage of earlier runs cleared away before."""
    gc.collect()
    start = time.perf_counter()
    for text in texts:
        work(text)
    return time.perf_counter() - start


def main() -> int:
    parser = argparse.ArgumentParser(description="Reports per second, beside a tokeniser")
    parser.add_argument("--runs", type=int, default=9, help="how often all the reports are read (default 9)")
    runs: int = parser.parse_args().runs
    texts = load_texts("ar")
    works = {"mahdar.read": reader(), 'spacy.blank("ar")': tokeniser()}
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for run in range(runs + 1):
        for name, work in works.items():
            spent = timed(work, texts)
            if run:  # the first run loads tables and is not counted
                seconds[name].append(spent)
    size = sum(map(len, texts))
    print(f"{len(texts)} Arabic reports, {size / len(texts):.0f} characters each, median of {runs} runs in one process")
    for name, spent_each in seconds.items():
        middle = statistics.median(spent_each)
        rate, cost = len(texts) / middle, 1000 * middle / len(texts)
        print(f"{name:18} {rate:8.1f} reports/s {cost:8.3f} ms each  {size / middle / 1e6:6.2f} million characters/s")
    reading, tokens = (statistics.median(spent_each) for spent_each in seconds.values())
    print(f"ratio              {reading / tokens:8.2f} times the tokeniser's time")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

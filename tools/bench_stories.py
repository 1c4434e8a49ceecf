"""Stories of 68 hand-grouped Arabic reports through the command line, beside TF-IDF with a fixed threshold.

    python -m tools.bench_stories [-v]

The reports of ../shared/peers/stories_ar (MAHDAR_SHARED names another place) are written as JSON lines, added to a new
library with `mahdar library add` and grouped with `mahdar library stories --json`, with the settings as they are. The
baseline is computed here by numpy: words as printed, term frequency by smoothed inverse document frequency, cosine,
connected components of the pairs at .25 or more, a threshold that nobody fitted; and once more at the threshold that is
best on this very suite, by steps of .01. B-cubed and pairwise precision, recall and F1;
then how many of the pairs of nearly one text (half of the runs of five words of the shorter) share a story.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
THRESHOLD = 0.25
_RUN, _COPIED = 5, 0.5
_WORD = re.compile(r"\w\w+")
Row = dict[str, Any]
Groups = list[frozenset[str]]
Score = tuple[float, float, float]


def load() -> list[Row]:
    """The reports of the suite; empty where it is not at hand."""
    place = Path(os.environ.get("MAHDAR_SHARED", ROOT.parent / "shared")) / "peers" / "stories_ar" / "clusters.jsonl"
    return [json.loads(line) for line in place.read_text("utf-8").splitlines()] if place.is_file() else []


def by_command(rows: Iterable[Row], folder: Path) -> Groups:
    """The stories that the two commands find; raises CalledProcessError where one fails."""
    lines, library = folder / "reports.jsonl", str(folder / "library.db")
    lines.write_text("".join(json.dumps(_told(row), ensure_ascii=False) + "\n" for row in rows), "utf-8")
    mahdar = [sys.executable, "-m", "mahdar", "library"]
    subprocess.run([*mahdar, "add", str(lines), "--library", library, "--json"], check=True, capture_output=True)
    told = subprocess.run([*mahdar, "stories", "--json", "--library", library], check=True, capture_output=True)
    return [frozenset(json.loads(line)["reports"]) for line in told.stdout.decode().splitlines()]


def _told(row: Row) -> Row:
    told = {name: row[name] for name in ("id", "text", "title", "url")}
    return told | {"outlet": row["source"], "published": row["date"][:10]}


def wanted(rows: Iterable[Row]) -> Groups:
    """The groups of the annotators; a report that they left alone is one by itself."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[_label(row)].add(row["id"])
    return [frozenset(ids) for ids in found.values()]


def _label(row: Row) -> str:
    return str(row["id"] if row["label_confidence"] == "single" else row["cluster"])


def baseline(rows: Sequence[Row], threshold: float = THRESHOLD) -> Groups:
    """TF-IDF, cosine, connected components."""
    counts = [Counter(_WORD.findall(row["text"])) for row in rows]
    number = {word: n for n, word in enumerate({word: None for each in counts for word in each})}
    weights = np.zeros((len(rows), len(number)))
    for at, each in enumerate(counts):
        for word, many in each.items():
            weights[at, number[word]] = many
    weights *= np.log((1 + len(rows)) / (1 + (weights > 0).sum(axis=0))) + 1
    weights /= np.linalg.norm(weights, axis=1, keepdims=True)
    alike = weights @ weights.T >= threshold
    for _ in rows:  # as far as links lead
        alike = (alike.astype(np.int64) @ alike.astype(np.int64)) > 0
    return [
        frozenset(rows[k]["id"] for k in np.flatnonzero(alike_to).tolist()) for alike_to in np.unique(alike, axis=0)
    ]


def bcubed(found: Groups, gold: Groups) -> Score:
    """Precision, recall and F1 of each report's group, averaged."""
    ours, theirs = ({name: group for group in groups for name in group} for groups in (found, gold))
    both = {name: len(ours[name] & theirs[name]) for name in theirs}
    precision = sum(both[name] / len(ours[name]) for name in both) / len(both)
    return _with_f1(precision, sum(both[name] / len(theirs[name]) for name in both) / len(both))


def pairwise(found: Groups, gold: Groups) -> Score:
    """Precision, recall and F1 of the pairs that share a group."""
    ours, theirs = pairs(found), pairs(gold)
    hits = len(ours & theirs)
    return _with_f1(hits / max(len(ours), 1), hits / max(len(theirs), 1))


def pairs(groups: Groups) -> set[frozenset[str]]:
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}


def syndicated(rows: Iterable[Row]) -> set[frozenset[str]]:
    """The pairs of one annotated story whose texts are nearly the same."""
    couples = ((one, other) for one, other in combinations(rows, 2) if _label(one) == _label(other))
    return {frozenset((one["id"], other["id"])) for one, other in couples if _nearly_one(one["text"], other["text"])}


def _nearly_one(one: str, other: str) -> bool:
    a, b = (
        {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
        for words in (re.findall(r"\w+", one), re.findall(r"\w+", other))
    )
    return len(a & b) >= _COPIED * max(min(len(a), len(b)), 1)


def _with_f1(precision: float, recall: float) -> Score:
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", "--misses", action="store_true", help="print every pair that went wrong")
    asked = parser.parse_args()
    rows = load()
    if not rows:
        print("stories: skipped, there is no shared suite")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        found = by_command(rows, Path(folder))
    gold, copied = wanted(rows), syndicated(rows)
    best = max((n / 100 for n in range(5, 80)), key=lambda bar: bcubed(baseline(rows, bar), gold)[2])
    plain = {f"TF-IDF at {bar}{said}": baseline(rows, bar) for bar, said in ((THRESHOLD, ""), (best, ", tuned on it"))}
    for name, groups in {"mahdar library stories": found, **plain}.items():
        cells = " | ".join(
            f"{kind} precision {score[0]:.3f} recall {score[1]:.3f} F1 {score[2]:.3f}"
            for kind, score in (("B-cubed", bcubed(groups, gold)), ("pairwise", pairwise(groups, gold)))
        )
        print(f"{name:27} {cells} | syndicated {len(copied & pairs(groups))} of {len(copied)}")
    if asked.misses:
        for kind, wrong in (("together", pairs(found) - pairs(gold)), ("apart", pairs(gold) - pairs(found))):
            for pair in sorted(map(sorted, wrong)):
                print(f"    wrongly {kind}: {' '.join(pair)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Stories against hand-made groups of Arabic reports (peers/stories_ar), beside a plain baseline; prints a small table.

    python eval/suites_stories.py [-v] [--shared DIR]

B-cubed and pairwise F1 as usual. Reports that also lie in reports/more or reports/dev, on which settings were tried,
are counted, and what remains without them is shown too. `copies` is the part of the pairs of one story with nearly one
text (half of the runs of five words of the shorter, counted here and by nothing of ours) that share a story. The
baseline is TF-IDF of the words as printed, cosine, connected components at .25, computed in the same run.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from mahdar.accounts import Stories, Story, tell

BASELINE = 0.25
_RUN = 5
_COPIED = 0.5
Row = dict[str, Any]
Groups = list[frozenset[str]]


@dataclass(frozen=True)
class Score:
    """B-cubed and pairwise precision, recall and F1 of one grouping."""

    bcubed: tuple[float, float, float]
    pairwise: tuple[float, float, float]


def figures(shared: Path) -> dict[str, float]:
    """F1 of both kinds and the part of the copies found together; empty where the suite is not at hand."""
    rows = reports(shared)
    if not rows:
        return {}
    found, gold = groups(ours(shared)), wanted(rows)
    score = measure(found, gold)
    return {
        "stories_ar.bcubed": score.bcubed[2],
        "stories_ar.pairwise": score.pairwise[2],
        "stories_ar.copies": _part_together(copied(rows), found),
    }


@cache
def ours(shared: Path) -> tuple[Story, ...]:
    """The stories that Mahdar finds, with its fixed settings."""
    tellings = (
        tell(row["id"], row["text"], title=row["title"], outlet=row["source"], published=row["date"][:10])
        for row in reports(shared)
    )
    return tuple(Stories(tellings).stories())


def groups(stories: Iterable[Story]) -> Groups:
    return [frozenset(story.reports) for story in stories]


def wanted(rows: Iterable[Row]) -> Groups:
    """The groups of the annotators; a report that they left alone is one by itself."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[_label(row)].add(row["id"])
    return [frozenset(ids) for ids in found.values()]


def _label(row: Row) -> str:
    return str(row["id"] if row["label_confidence"] == "single" else row["cluster"])


def measure(found: Groups, gold: Groups, only: Collection[str] | None = None) -> Score:
    """Score a grouping; with ``only``, of those reports alone (others are taken out of both groupings)."""
    kept = set().union(*gold) if only is None else set(only)
    ours_of = {name: group & kept for group in found for name in group & kept}
    gold_of = {name: group & kept for group in gold for name in group & kept}
    both = {name: len(ours_of[name] & gold_of[name]) for name in gold_of}
    precision = sum(both[name] / len(ours_of[name]) for name in both) / len(both)
    recall = sum(both[name] / len(gold_of[name]) for name in both) / len(both)
    made, true = pairs(ours_of.values()), pairs(gold_of.values())
    hits = len(made & true)
    return Score(_with_f1(precision, recall), _with_f1(hits / max(len(made), 1), hits / max(len(true), 1)))


def pairs(of: Iterable[Collection[str]]) -> set[frozenset[str]]:
    """The pairs that share a group."""
    return {frozenset(pair) for group in set(map(frozenset, of)) for pair in combinations(sorted(group), 2)}


def copied(rows: Iterable[Row]) -> set[frozenset[str]]:
    """The pairs of one annotated story whose texts are nearly the same."""
    by_story: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_story[_label(row)].append(row)
    couples = (pair for group in by_story.values() for pair in combinations(group, 2))
    return {frozenset((one["id"], other["id"])) for one, other in couples if _nearly_one(one, other)}


def _nearly_one(one: Row, other: Row) -> bool:
    a, b = (_runs(row["text"]) for row in (one, other))
    return bool(a and b) and len(a & b) >= _COPIED * min(len(a), len(b))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return set(zip(*(words[i:] for i in range(_RUN)), strict=False))


def baseline(rows: Sequence[Row], threshold: float = BASELINE) -> Groups:
    """TF-IDF of the words of the text, cosine, connected components: what anybody writes in an hour."""
    counts = [Counter(re.findall(r"\w\w+", row["text"])) for row in rows]
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
    return [frozenset(rows[k]["id"] for k in np.flatnonzero(row).tolist()) for row in np.unique(alike, axis=0)]


def _with_f1(precision: float, recall: float) -> tuple[float, float, float]:
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def _part_together(couples: set[frozenset[str]], found: Groups) -> float:
    return len(couples & pairs(found)) / len(couples) if couples else 1.0


@cache
def reports(shared: Path) -> list[Row]:
    """The reports of the suite; empty where it is not in the folder."""
    path = shared / "peers" / "stories_ar" / "clusters.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.is_file() else []


def _tried(shared: Path, rows: Iterable[Row]) -> set[str]:
    """Reports of the suite whose text also lies among those on which settings were tried."""
    folders = (shared / "reports" / name for name in ("more", "dev"))
    texts = {" ".join(file.read_text("utf-8").split()) for folder in folders for file in folder.glob("*.txt")}
    return {row["id"] for row in rows if " ".join(row["text"].split()) in texts}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("-v", "--misses", action="store_true", help="print every pair that went wrong")
    options.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    chosen = options.parse_args()
    rows = reports(chosen.shared)
    if not rows:
        print("stories: skipped, no shared suite at hand")
        return
    found, gold, tried = groups(ours(chosen.shared)), wanted(rows), _tried(chosen.shared, rows)
    plain, fresh = baseline(rows), {row["id"] for row in rows} - tried
    _print("mahdar", measure(found, gold))
    _print(f"mahdar, without {len(tried)} tried", measure(found, gold, fresh))
    _print(f"baseline at {BASELINE}", measure(plain, gold))
    _print(f"baseline, without {len(tried)} tried", measure(plain, gold, fresh))
    print(f"copies together {_part_together(copied(rows), found):.3f} of {len(copied(rows))} pairs")
    if chosen.misses:
        _print_misses(found, gold, rows)


def _print(name: str, score: Score) -> None:
    cells = ("precision {:.3f} recall {:.3f} F1 {:.3f}".format(*values) for values in (score.bcubed, score.pairwise))
    print(f"{name:28} B-cubed {' | pairwise '.join(cells)}")


def _print_misses(found: Groups, gold: Groups, rows: Iterable[Row]) -> None:
    label = {row["id"]: f"{row['name']} {_label(row)[:24]}" for row in rows}
    made, true = pairs(found), pairs(gold)
    for kind, wrong in (("together", made - true), ("apart", true - made)):
        for pair in sorted(map(sorted, wrong)):
            print(f"    wrongly {kind}: " + " | ".join(label[name] for name in pair))


if __name__ == "__main__":
    main()

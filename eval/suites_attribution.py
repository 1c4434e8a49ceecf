"""Attributions taken from gold trees of Arabic sentences (news, encyclopaedia): contents and heads of sources.

The suite is silver: a verb of speech with a clause is an attribution there, by rule. Other speech in the same sentences
(a quotation around another one, a noun of saying) counts as wrong though it may be right, so precision is a lower
bound. Contents match at an intersection over union of one half, one to one within a sentence; a source is right where
the words that name our speaker hold its head. Skips where ``../shared`` is not there.

    python eval/suites_attribution.py [--misses]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from mahdar.language.folding import fold_word
from mahdar.model import Statement
from mahdar.reading.reader import read_passage

SHARED = Path(__file__).resolve().parents[2] / "shared"
SUITE = Path("peers") / "attribution_ar" / "pud_silver.jsonl"
THRESHOLD = 0.5

Span = tuple[int, int]
Row = dict[str, Any]


@dataclass
class Tally:
    """Counts of contents and, among the matched ones that name a source, of sources."""

    gold: int = 0
    found: int = 0
    hit: int = 0
    sources: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    def values(self) -> dict[str, float]:
        precision = self.hit / self.found if self.found else 0.0
        recall = self.hit / self.gold if self.gold else 0.0
        both = precision + recall
        return {
            "precision": precision,
            "recall": recall,
            "f1": 2 * precision * recall / both if both else 0.0,
            "source": self.right / self.sources if self.sources else 0.0,
        }


def sentences(shared: Path) -> Iterator[tuple[str, list[Row]]]:
    """Each sentence of the suite with all items that lie in it."""
    rows = [json.loads(line) for line in (shared / SUITE).read_text("utf-8").splitlines()]
    for _, group in groupby(sorted(rows, key=lambda row: str(row["sent_id"])), key=lambda row: row["sent_id"]):
        items = list(group)
        yield items[0]["text"], items


def closeness(a: Span, b: Span) -> float:
    """Intersection over union of two spans."""
    both = min(a[1], b[1]) - max(a[0], b[0])
    return both / (max(a[1], b[1]) - min(a[0], b[0])) if both > 0 else 0.0


def span_of(text: str, item: Row) -> Span:
    start = text.find(item["content"])
    return start, start + len(item["content"])


def pairs(text: str, items: list[Row], found: list[Statement]) -> list[tuple[int, int]]:
    """One-to-one pairs of an item and a statement at or over the threshold, closest first."""
    scores = [
        (closeness(span_of(text, item), (statement.start, statement.end)), i, j)
        for i, item in enumerate(items)
        for j, statement in enumerate(found)
    ]
    kept: list[tuple[int, int]] = []
    for score, i, j in sorted(scores, key=lambda row: (-row[0], row[1], row[2])):
        if score >= THRESHOLD and all(i != a and j != b for a, b in kept):
            kept.append((i, j))
    return kept


def names_head(statement: Statement, head: str) -> bool:
    """Whether the words of the speaker hold the head, perhaps with a proclitic or as a pronoun glued on."""
    return fold_word(head) in fold_word(statement.speaker_text or "")


def count(tally: Tally, text: str, items: list[Row], found: list[Statement]) -> None:
    """Add one sentence."""
    kept = pairs(text, items, found)
    tally.gold, tally.found, tally.hit = tally.gold + len(items), tally.found + len(found), tally.hit + len(kept)
    for i, j in kept:
        head = items[i]["source_head"]
        if head:
            right = names_head(found[j], head)
            tally.sources, tally.right = tally.sources + 1, tally.right + right
            if not right:
                tally.misses.append(f"? {items[i]['source']} / {found[j].speaker_text}")
    left, used = {i for i, _ in kept}, {j for _, j in kept}
    tally.misses += [f"- [{item['cue']}] {item['content']}" for i, item in enumerate(items) if i not in left]
    tally.misses += [f"+ [{one.cue}] {one.text}" for j, one in enumerate(found) if j not in used]


def tallied(shared: Path) -> Tally:
    """The whole suite, read sentence by sentence."""
    tally = Tally()
    for text, items in sentences(shared):
        count(tally, text, items, read_passage(text, "ar").statements)
    return tally


def figures(shared: Path = SHARED) -> dict[str, float]:
    """Precision, recall and F1 of contents and the accuracy of sources under ``attribution_ar.``; nothing where the
    suite is not there.
    """
    if not (shared / SUITE).exists():
        return {}
    return {f"attribution_ar.{name}": value for name, value in tallied(shared).values().items()}


def main(arguments: list[str]) -> int:
    if not (SHARED / SUITE).exists():
        print("attribution_ar: skipped, the suite is not there")
        return 0
    tally = tallied(SHARED)
    row = "  ".join(f"{name} {value:.3f}" for name, value in tally.values().items())
    print(f"attribution_ar  gold {tally.gold}  found {tally.found}  {row}")
    if "--misses" in arguments:
        print(*tally.misses, sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

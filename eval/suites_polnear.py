"""PolNeAR dev: attributions of US election news, content spans at an overlap of one half (intersection over union).

PolNeAR is wider than READING.md: beliefs, wishes, plans and polls are attributions there, and a content cut by
"he said" is one item with several spans. Two rows: ``content`` counts each unbroken content span by itself, as
READING.md does; ``attribution`` takes the widest reach of each attribution. Skips where ``../shared`` is not there.

    python eval/suites_polnear.py [--misses]
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mahdar.language.numbers import numbers
from mahdar.language.quotes import quotes
from mahdar.language.sentences import sentences
from mahdar.language.times import times
from mahdar.language.tokens import tokenize
from mahdar.reading.names import find_names
from mahdar.reading.passage import Passage
from mahdar.reading.statements.english import find

SHARED = Path(__file__).resolve().parents[2] / "shared"
SUITE = Path("peers") / "attribution_en" / "polnear_dev.jsonl"
THRESHOLD = 0.5
_SHORTEST = 3

Span = tuple[int, int]


@dataclass
class Tally:
    """Counts of one row of the table."""

    gold: int = 0
    found: int = 0
    hit: int = 0
    misses: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read(text: str) -> Passage:
    """A passage as far as the statement grammar needs it."""
    tokens = tokenize(text)
    passage = Passage(text, "en", tokens, sentences(tokens), quotes(tokens))
    passage.numbers = numbers(tokens, "en")
    passage.times = times(tokens, passage.numbers, "en")
    find_names(passage)
    return passage


def spans(passage: Passage) -> list[tuple[Span, str]]:
    """The contents found, as offsets, with the words of their cue."""
    tokens = passage.tokens
    return [((tokens.start(s.i, s.skip), tokens.end(s.j - 1)), tokens.original(*s.cue)) for s in find(passage)]


def closeness(a: Span, b: Span) -> float:
    """Intersection over union of two spans."""
    both = min(a[1], b[1]) - max(a[0], b[0])
    return both / (max(a[1], b[1]) - min(a[0], b[0])) if both > 0 else 0.0


def pair(gold: list[Span], found: list[Span]) -> list[tuple[int, int]]:
    """One-to-one pairs at or over the threshold, closest first."""
    ranked = sorted(((closeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    pairs: list[tuple[int, int]] = []
    for score, i, j in ranked:
        if score >= THRESHOLD and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def joined(text: str, parts: list[Span]) -> list[Span]:
    """Spans with nothing but white space between them, as one."""
    whole: list[Span] = []
    for part in parts:
        if whole and not text[whole[-1][1] : part[0]].strip():
            part = (whole.pop()[0], part[1])
        whole.append(part)
    return whole


def contents(row: dict[str, Any], whole: bool) -> list[tuple[Span, str]]:
    """The gold contents with their cues: each unbroken span, or the widest reach of each attribution."""
    found: dict[Span, str] = {}
    for attribution in row["attributions"]:
        cue = " ".join(c["text"] for c in attribution["cue"])
        parts = joined(
            row["text"], sorted(tuple(span) for content in attribution["content"] for span in content["spans"])
        )
        if whole and parts:
            parts = [(min(p[0] for p in parts), max(p[1] for p in parts))]
        found |= {(a, b): cue for a, b in parts if b - a >= _SHORTEST}
    return sorted(found.items())


def rows(shared: Path) -> Iterator[dict[str, Any]]:
    """The annotations, one a document: where two people annotated one, the first."""
    seen: set[str] = set()
    for line in (shared / SUITE).read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["doc"] not in seen:
            seen.add(row["doc"])
            yield row


def count(tally: Tally, text: str, gold: list[tuple[Span, str]], found: list[tuple[Span, str]]) -> None:
    """Add one document to a row."""
    pairs = pair([g for g, _ in gold], [f for f, _ in found])
    tally.gold, tally.found, tally.hit = tally.gold + len(gold), tally.found + len(found), tally.hit + len(pairs)
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    tally.misses += [f"[{cue}] {text[a:b]}" for i, ((a, b), cue) in enumerate(gold) if i not in left]
    tally.false += [f"[{cue}] {text[a:b]}" for j, ((a, b), cue) in enumerate(found) if j not in right]


def measure(shared: Path) -> tuple[dict[str, Tally], float]:
    """The rows of the table and the seconds that reading took."""
    tallies = {"content": Tally(), "attribution": Tally()}
    seconds = 0.0
    for row in rows(shared):
        passage = read(row["text"])
        begun = time.perf_counter()
        found = spans(passage)
        seconds += time.perf_counter() - begun
        for name, tally in tallies.items():
            count(tally, row["text"], contents(row, name == "attribution"), found)
    return tallies, seconds


def figures(shared: Path = SHARED) -> dict[str, float]:
    """Precision, recall and F1 of the unbroken content spans under ``polnear.``; nothing where the suite is not."""
    if not (shared / SUITE).exists():
        return {}
    content = measure(shared)[0]["content"]
    return {"polnear.precision": content.precision, "polnear.recall": content.recall, "polnear.f1": content.f1}


def main(arguments: list[str]) -> int:
    if not (SHARED / SUITE).exists():
        print("polnear: skipped, the suite is not there")
        return 0
    tallies, seconds = measure(SHARED)
    print(f"{'row':12} {'gold':>5} {'found':>5} {'P':>6} {'R':>6} {'F1':>6}   ({seconds:.2f} s in the grammar)")
    for name, tally in tallies.items():
        print(f"{name:12} {tally.gold:5} {tally.found:5} {tally.precision:6.3f} {tally.recall:6.3f} {tally.f1:6.3f}")
    if "--misses" in arguments:
        print(
            "\n".join([*("- " + m for m in tallies["content"].misses), *("+ " + m for m in tallies["content"].false)])
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

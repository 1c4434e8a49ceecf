"""Numbers against the suites of Duckling and Recognizers-Text, value-checked; prints a small table.

    python eval/suites_numbers.py [-v] [--shared DIR]

A Duckling case is right if one number covers the whole phrase and has its value. Precision, recall and F1 of
Recognizers-Text count values, wherever they stand in the sentence; a range or open number counts by its known end.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mahdar.language.numbers import Number, numbers
from mahdar.language.tokens import Tokens, tokenize

_CLOSE = 1e-6
_SPECS = {"number": "Number_NumberModel", "ordinal": "Number_OrdinalModel", "percent": "Number_PercentModel"}
_KINDS = {
    "number": ("cardinal", "fraction", "indefinite", "times", "percent"),
    "ordinal": ("ordinal",),
    "percent": ("percent",),
}
Case = dict[str, Any]


@dataclass
class Score:
    """Right values of those wanted and those found; of Duckling's phrases each wants and finds one."""

    figure: str
    hits: int = 0
    wanted: int = 0
    made: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hits / self.made if self.made else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.wanted + self.made) if self.wanted + self.made else 0.0

    def add(self, wanted: int, made: int, hits: int, miss: str) -> None:
        self.hits, self.wanted, self.made = self.hits + hits, self.wanted + wanted, self.made + made
        if not hits == wanted == made:
            self.misses.append(miss)


def measure(shared: Path) -> list[Score]:
    """Every suite that is at hand."""
    scores: list[Score] = []
    for language in ("ar", "en"):
        path = shared / "peers" / f"times_numbers_{language}" / f"duckling_{language}.jsonl"
        if path.is_file():
            scores += [_duckling(path, language, dim) for dim in ("Numeral", "Ordinal")]
    path = shared / "peers" / "times_numbers_ar" / "recognizers_ar.jsonl"
    return [*scores, *(_recognizers(path, name) for name in _SPECS)] if path.is_file() else scores


def figures(shared: Path) -> dict[str, float]:
    """The value of every suite of numbers that is at hand, by the name of its figure."""
    return {score.figure: score.f1 for score in measure(shared)}


def _rows(path: Path) -> Iterator[Case]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _duckling(path: Path, language: str, dim: str) -> Score:
    score = Score(f"duckling_{language}.{dim.lower()}")
    for case in (c for c in _rows(path) if c["dim"] == dim):
        tokens = tokenize(case["text"])
        found = numbers(tokens, language)
        right = any(_is_all(tokens, n) and _has(n, case["expected"]["value"]) for n in found)
        right = right and (dim != "Ordinal" or found[0].kind == "ordinal")
        score.add(1, 1, int(right), f"{case['text']} | {case['expected']['value']} | {found}")
    return score


def _is_all(tokens: Tokens, number: Number) -> bool:
    return number.i == 0 and number.j == len(tokens)


def _has(number: Number, value: float) -> bool:
    return number.low is not None and abs(number.low - value) < _CLOSE


def _recognizers(path: Path, name: str) -> Score:
    score = Score(f"recognizers_ar.{name}")
    for case in (c for c in _rows(path) if c["spec"] == _SPECS[name] and c["check_resolution"]):
        wanted = [_value(r) for r in case["results"] if r.get("type") != "ordinal.relative"]
        found = _found(case["text"], _KINDS[name])
        score.add(len(wanted), len(found), _common(wanted, found), f"{case['text']} | {wanted} | {found}")
    return score


def _common(wanted: list[float | None], found: list[float]) -> int:
    left = list(wanted)
    for value in found:
        match = next((w for w in left if w is not None and abs(w - value) <= _CLOSE * max(1, abs(w))), None)
        if match is not None:
            left.remove(match)
    return len(wanted) - len(left)


def _value(result: Case) -> float | None:
    try:
        return float(str(result["resolution"]["value"]).rstrip("%"))
    except ValueError:
        return None


def _found(text: str, kinds: tuple[str, ...]) -> list[float]:
    return [v for n in numbers(tokenize(text), "ar") if n.kind in kinds and (v := _either(n)) is not None]


def _either(number: Number) -> float | None:
    value = number.low if number.low is not None else number.high
    return None if value is None else float(value)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("-v", "--misses", action="store_true", help="print every case that went wrong")
    options.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    chosen = options.parse_args()
    scores = measure(chosen.shared)
    if not scores:
        print("numbers: skipped, no shared suites at hand")
    for score in scores:
        print(f"{score.figure:24} precision {score.precision:.3f} recall {score.recall:.3f} F1 {score.f1:.3f}")
        if chosen.misses:
            print(*(f"    {miss}" for miss in score.misses), sep="\n")


if __name__ == "__main__":
    main()

"""Times against other people's suites and the annotated reports; prints one table, skips what is not at hand.

    python eval/suites_times.py [--misses] [--shared DIR]

Duckling's cases are read in the style ``calendar`` (its convention: weekdays lie ahead, early March is ten days),
reports in the style ``news``. A Duckling case counts as right if the longest time found covers exactly the expected
days. The spans of Recognizers-Text count as found if a time overlaps them. A case of durations is right if one
duration covers the whole phrase and has the value and unit.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from mahdar.edtf import Interval
from mahdar.language.numbers import numbers
from mahdar.language.times import times, units
from mahdar.language.times.durations import durations
from mahdar.language.tokens import tokenize

GRAINS = frozenset(("day", "week", "month", "quarter", "year"))
REFERENCE = Interval.day(date(2013, 2, 12))
DATE_SPECS = (
    "DateTime_DateExtractor",
    "DateTime_DateParser",
    "DateTime_DatePeriodExtractor",
    "DateTime_DatePeriodParser",
)


@dataclass
class Tally:
    """Right cases of all cases of a suite, and the cases that went wrong; ``figure`` is its name in the table."""

    figure: str
    suite: str
    measure: str
    right: int = 0
    total: int = 0
    found: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, right: bool, miss: str) -> None:
        self.right, self.total = self.right + right, self.total + 1
        if not right:
            self.misses.append(miss)

    def value(self) -> float:
        if self.measure == "F1":
            return 2 * self.right / (self.total + self.found) if self.total + self.found else 0.0
        return self.right / self.total if self.total else 0.0


def read(text: str, published: Interval | None, language: str, style: Any) -> list[tuple[int, int, Interval | None]]:
    """The times of a text: start, end, days."""
    tokens = tokenize(text)
    found = times(tokens, numbers(tokens, language), language, style)
    return [(t.start, t.end, t.resolve(published)) for t in found]


def duckling(path: Path, language: str) -> Tally:
    tally = Tally(f"duckling_{language}.time", f"Duckling {language.upper()} Time, day or coarser", "accuracy")
    for case in rows(path):
        wanted = expected_days(case)
        if case["dim"] != "Time" or wanted is None:
            continue
        found = read(case["text"], REFERENCE, language, "calendar")
        got = max(found, key=lambda f: f[1] - f[0])[2] if found else None
        tally.add(got == wanted, f"{case['text']} | want {wanted.edtf()} got {got.edtf() if got else None}")
    return tally


def duckling_durations(path: Path, language: str) -> Tally:
    tally = Tally(f"duckling_{language}.duration", f"Duckling {language.upper()} Duration", "accuracy")
    for case in rows(path):
        if case["dim"] != "Duration" or case["polarity"] != "pos":
            continue
        tokens, wanted = tokenize(case["text"]), case["expected"]
        found = durations(tokens, numbers(tokens, language), language)
        got = [(d.value, d.unit) for d in found if d.i == 0 and d.j == len(tokens)]
        tally.add(got == [(wanted.get("value"), wanted.get("unit"))], f"{case['text']} | want {wanted} got {found}")
    return tally


def expected_days(case: dict[str, Any]) -> Interval | None:
    """What a Duckling case expects, if it is of a day or coarser."""
    wanted = case["expected"]
    if not wanted or wanted.get("grain") not in GRAINS:
        return None
    if wanted["kind"] == "instant":
        return units.around(wanted["grain"], day_of(wanted["value"]))
    if wanted["kind"] == "interval":
        return Interval(day_of(wanted["from"]), day_of(wanted["to_exclusive"]) - timedelta(days=1))
    if wanted["kind"] == "open_interval":
        return open_days(wanted)
    return None


def open_days(wanted: dict[str, Any]) -> Interval | None:
    days = next((day_of(v) for v in wanted.values() if isinstance(v, str) and v[:1].isdigit()), None)
    return (
        Interval(days, None)
        if "after" in wanted.values()
        else Interval(None, days - timedelta(days=1) if days else None)
    )


def day_of(text: str) -> date:
    return date.fromisoformat(text[:10])


def recognizers(path: Path) -> Tally:
    tally = Tally("recognizers_ar.dates", "Recognizers AR date spans", "overlap recall")
    for case in rows(path):
        if case["spec"] not in DATE_SPECS or not case["results"]:
            continue
        found = read(case["text"], REFERENCE, "ar", "calendar")
        for result in case["results"]:
            start = result["start"] if result["start"] is not None else case["text"].find(result["text"].strip())
            end = start + len(result["text"].strip())
            tally.add(any(s < end and start < e for s, e, _ in found), f"{case['text']} | {result['text']}")
    return tally


def reports(folders: list[Path]) -> Tally:
    tally = Tally("reports.times", "Reports: times", "F1")
    for path in (p for folder in folders for p in sorted(folder.glob("*.gold.json"))):
        gold = json.loads(path.read_text("utf-8"))
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text("utf-8")
        published = gold.get("published") or gold.get("published_range")
        found = read(text, Interval.parse(published) if published else None, gold["language"], "news")
        left = [(s, e, days.edtf() if days else None) for s, e, days in found]
        tally.found += len(left)
        for item in gold["times"]:
            start = nth(text, item["text"], item.get("nth", 1))
            hit = next(
                (f for f in left if f[2] == item["edtf"] and f[0] < start + len(item["text"]) and start < f[1]), None
            )
            left = [f for f in left if f is not hit]
            tally.add(hit is not None, f"{path.name} missed {item}")
        tally.misses += [f"{path.name} false {text[f[0] : f[1]]} {f[2]}" for f in left]
    return tally


def nth(text: str, snippet: str, count: int) -> int:
    at = -1
    for _ in range(count):
        at = text.index(snippet, at + 1)
    return at


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def measure(shared: Path) -> list[Tally]:
    """Every suite that is at hand."""
    peers = shared / "peers"
    arabic, english = peers / "times_numbers_ar", peers / "times_numbers_en"
    tallies = []
    if (shared / "reports" / "dev").is_dir():
        tallies.append(reports([shared / "reports" / "seeds", shared / "reports" / "dev"]))
    if (arabic / "duckling_ar.jsonl").is_file():
        tallies.append(duckling(arabic / "duckling_ar.jsonl", "ar"))
        tallies.append(duckling_durations(arabic / "duckling_ar.jsonl", "ar"))
    if (english / "duckling_en.jsonl").is_file():
        tallies.append(duckling(english / "duckling_en.jsonl", "en"))
    if (arabic / "recognizers_ar.jsonl").is_file():
        tallies.append(recognizers(arabic / "recognizers_ar.jsonl"))
    return tallies


def figures(shared: Path) -> dict[str, float]:
    """The value of every suite of times and durations that is at hand, by the name of its figure."""
    return {t.figure: t.value() for t in measure(shared) if not t.figure.startswith("reports.")}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", action="store_true")
    options.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    chosen = options.parse_args()
    tallies = measure(chosen.shared)
    if not tallies:
        print("times: skipped, no shared suites at hand")
    for tally in tallies:
        print(f"{tally.suite:40} {tally.measure:15} {tally.value():.3f}  {tally.right}/{tally.total}")
        if chosen.misses:
            print("\n".join(f"    {miss}" for miss in tally.misses))


if __name__ == "__main__":
    main()

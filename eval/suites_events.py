"""Events against the annotated sentences of the Open Event Data Alliance, Arabic and English.

Arabic: does a sentence report an ASSAULT, or a PROTEST? Sentences labelled yes against easy and difficult no
(ambiguous ones left out); a sentence counts as found if an event of the type is read in it. Beside it stand the
figures of a keyword rule and the annotators' agreement (Fleiss' kappa). English: the PLOVER type of the first event
read, and of any; types of the suite's older version are mapped to the ontology of 2021. The table says nothing about
actors, recipients, days and spans. Needs ``../shared/peers``; prints nothing and skips where that is not there.

    python eval/suites_events.py [--misses]
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from mahdar.model import Event
from mahdar.reading.reader import read_passage

SHARED = Path(__file__).resolve().parents[2] / "shared"
KEYWORDS = {"ASSAULT": 0.265, "PROTEST": 0.120}
KAPPA = {"ASSAULT": 0.586, "PROTEST": 0.357}
UNIVERSAL_PETRARCH = 0.68
RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "FIGHT": "ASSAULT", "INVESTIGATE": "ACCUSE"}


@dataclass
class Tally:
    """Sentences of one type: rightly found, wrongly found, missed."""

    hit: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.hit / max(1, self.hit + self.false)

    @property
    def recall(self) -> float:
        return self.hit / max(1, self.hit + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.hit / max(1, 2 * self.hit + self.false + self.missed)


def figures(shared: Path = SHARED) -> dict[str, float]:
    """F1 of both Arabic types under ``events_ar.`` and the accuracy of the first English event under ``events_en.``;
    nothing where a suite is not there.
    """
    found: dict[str, float] = {}
    for type_ in KEYWORDS:
        path = arabic_suite(shared, type_)
        if path.is_file():
            found[f"events_ar.{type_.lower()}"] = arabic(path, type_).f1
    path = english_suite(shared)
    if path.is_file():
        counts = english(path)
        found["events_en.type"] = counts["first"] / max(1, counts["all"])
    return found


def arabic_suite(shared: Path, type_: str) -> Path:
    return shared / "peers" / "events_ar" / f"{type_.lower()}.csv"


def english_suite(shared: Path) -> Path:
    return shared / "peers" / "events_en" / "plover_gsr_en.jsonl"


def main(misses: bool = False) -> int:
    """Print one line for each suite that is there."""
    for type_ in KEYWORDS:
        path = arabic_suite(SHARED, type_)
        if path.is_file():
            tally = arabic(path, type_, misses)
            print(
                f"events_ar {type_}: precision {tally.precision:.3f}, recall {tally.recall:.3f}, F1 {tally.f1:.3f} "
                f"(keywords {KEYWORDS[type_]}, annotators' kappa {KAPPA[type_]})"
            )
    path = english_suite(SHARED)
    if path.is_file():
        counts = english(path, misses)
        first, some, none = (counts[name] / counts["all"] for name in ("first", "some", "none"))
        print(
            f"events_en type: first event {first:.3f}, any event {some:.3f}, no event {none:.3f} "
            f"(UniversalPetrarch {UNIVERSAL_PETRARCH} on its own suite)"
        )
    return 0


def arabic(path: Path, type_: str, misses: bool = False) -> Tally:
    """Score the sentences of one CSV file."""
    tally = Tally()
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["label"] != "ambiguous"]
    for row in rows:
        found, wanted = type_ in types(row["text"], "ar"), row["label"] == "yes"
        tally.hit += found and wanted
        tally.false += found and not wanted
        tally.missed += wanted and not found
        if misses and found != wanted:
            print(f"  {row['label']}: {row['text'][:200]}")
    return tally


def english(path: Path, misses: bool = False) -> Counter[str]:
    """Count the sentences whose type is that of the first event, of some event, and those without any event."""
    counts: Counter[str] = Counter()
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        wanted, found = RENAMED.get(row["event"], row["event"]), types(row["text"], "en")
        counts["all"] += 1
        counts["first"] += found[:1] == [wanted]
        counts["some"] += wanted in found
        counts["none"] += not found
        if misses and wanted not in found:
            print(f"  {wanted} {found}: {row['text'][:200]}")
    return counts


def types(text: str, language: str) -> list[str]:
    """The types of the events that are read in a text, in order."""
    found: list[Event] = read_passage(text, language).events
    return [event.type for event in found]


if __name__ == "__main__":
    sys.exit(main("--misses" in sys.argv[1:]))

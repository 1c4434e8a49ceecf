"""Stories of 68 hand-grouped Arabic reports through the command line, beside TF-IDF with a fixed threshold.

    python -m tools.bench_stories [-v]

The reports of ../shared/peers/stories_ar (MAHDAR_SHARED names another place) are written as JSON lines, added to a new
library with `mahdar library add` and grouped with `mahdar library stories --json`, with the settings as they are. They
are scored as in eval/suites_stories.py, and so is its baseline: at .25, a threshold that nobody fitted, and once more
at the threshold that is best on this very suite, by steps of .01. Then how many of the copied pairs share a story.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from eval.suites_stories import BASELINE, Groups, Row, baseline, copied, measure, pairs, reports, wanted

SHARED = Path(os.environ.get("MAHDAR_SHARED", Path(__file__).resolve().parents[2] / "shared"))


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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", "--misses", action="store_true", help="print every pair that went wrong")
    asked = parser.parse_args()
    rows = reports(SHARED)
    if not rows:
        print("stories: skipped, there is no shared suite")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        found = by_command(rows, Path(folder))
    gold, couples = wanted(rows), copied(rows)
    best = max((n / 100 for n in range(5, 80)), key=lambda bar: measure(baseline(rows, bar), gold).bcubed[2])
    plain = {f"TF-IDF at {bar}{said}": baseline(rows, bar) for bar, said in ((BASELINE, ""), (best, ", tuned on it"))}
    for name, groups in {"mahdar library stories": found, **plain}.items():
        score = measure(groups, gold)
        cells = " | ".join(
            f"{kind} precision {each[0]:.3f} recall {each[1]:.3f} F1 {each[2]:.3f}"
            for kind, each in (("B-cubed", score.bcubed), ("pairwise", score.pairwise))
        )
        print(f"{name:27} {cells} | copied {len(couples & pairs(groups))} of {len(couples)}")
    if asked.misses:
        for kind, wrong in (("together", pairs(found) - pairs(gold)), ("apart", pairs(gold) - pairs(found))):
            for pair in sorted(map(sorted, wrong)):
                print(f"    wrongly {kind}: {' '.join(pair)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

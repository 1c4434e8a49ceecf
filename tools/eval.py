"""Score the reader on the suites and annotated reports of ../shared and compare with the floors of eval/floors.toml.

    python -m tools.eval [--misses] [--raise-floors]

Suites are measured by eval/suites_*.py and stand in one table beside what their peers reach (eval/peers.csv).
Readings of reports come from `mahdar read --json`, scores from ../shared/contract/score.py. The seeds are read without
a publication date (the record has to date them), the others with the one of their gold file.
Exits 1 below a floor, 0 otherwise. Where ../shared is not there, says so and exits 0 (MAHDAR_SHARED names another
place).
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mahdar.edtf import Interval
from tools import suites

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "eval" / "floors.toml"
CEILINGS = {"false_refuted"}
SETS = ("seeds", "dev")
PLACES = (*SETS, suites.NAME)

Scores = dict[str, float]


@dataclass(frozen=True)
class Line:
    """One figure of one set beside its floor; ``floor`` is None where none is declared."""

    name: str
    value: float
    floor: float | None

    @property
    def holds(self) -> bool:
        if self.floor is None:
            return True
        return self.value <= self.floor if is_ceiling(self.name) else self.value >= self.floor


def is_ceiling(name: str) -> bool:
    """Whether a figure, with or without its set before it, must stay low rather than high."""
    return name.rpartition(".")[2] in CEILINGS


def shared() -> Path:
    return Path(os.environ.get("MAHDAR_SHARED", ROOT.parent / "shared"))


def load_golds(folder: Path) -> dict[str, dict[str, Any]]:
    """Gold annotations by the name of the report's file."""
    golds = sorted(folder.glob("*.gold.json"))
    return {path.name.replace(".gold.json", ".txt"): json.loads(path.read_text("utf-8")) for path in golds}


def read_reports(folder: Path, golds: Mapping[str, Mapping[str, Any]], *, dated: bool) -> list[dict[str, Any]]:
    """Readings of a folder's reports, by the command, one call for each publication date."""
    by_date: dict[str | None, list[str]] = defaultdict(list)
    for name, gold in golds.items():
        by_date[gold.get("published") if dated else None].append(str(folder / name))
    readings = []
    for published, files in by_date.items():
        date = ["--published", published] if published else []
        command = [sys.executable, "-m", "mahdar", "read", "--json", *date, *files]
        done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True)
        readings += [json.loads(line) for line in done.stdout.splitlines()]
    return readings


def score(folder: Path, readings: Iterable[Mapping[str, Any]], *, misses: bool) -> Scores:
    """The figures of score.py as one flat mapping, ``times.f1`` and so on."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "readings.jsonl"
        path.write_text("\n".join(json.dumps(reading) for reading in readings), "utf-8")
        scorer = shared() / "contract" / "score.py"
        command = [sys.executable, str(scorer), "--json", *(["--misses"] if misses else []), str(folder), str(path)]
        done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    *missed, result = done.stdout.splitlines()
    print(*missed, sep="\n", end="\n" if missed else "")
    return flatten(json.loads(result))


def flatten(result: Mapping[str, Any]) -> Scores:
    """``{"times": {"f1": 1}}`` becomes ``{"times.f1": 1}``."""
    flat: Scores = {}
    for layer, row in result.items():
        if isinstance(row, Mapping):
            flat |= {f"{layer}.{name}": value for name, value in row.items()}
        else:
            flat[layer] = row
    return flat


def dating(golds: Mapping[str, Mapping[str, Any]], readings: Iterable[Mapping[str, Any]]) -> Scores:
    """The share of undated reports whose inferred publication ends, and partly lies, in the annotated range."""
    found = {Path(reading["report"]["id"]).name: reading["report"]["published"] for reading in readings}
    ranges = {name: gold["published_range"] for name, gold in golds.items() if gold.get("published_range")}
    right = sum(lies_in(found.get(name), wanted) for name, wanted in ranges.items())
    return {"dating.right": right / len(ranges)} if ranges else {}


def lies_in(published: str | None, wanted: str) -> bool:
    if published is None:
        return False
    got, limits = Interval.parse(published), Interval.parse(wanted)
    return got.last is not None and limits.contains(got.last)


def measure(name: str, *, misses: bool) -> Scores:
    folder = shared() / "reports" / name
    golds = load_golds(folder)
    readings = read_reports(folder, golds, dated=name != "seeds")
    return score(folder, readings, misses=misses) | dating(golds, readings)


def compare(name: str, scores: Scores, floors: Mapping[str, float]) -> list[Line]:
    """Every figure of a set beside its floor. A floor for a figure that was not measured is one not reached."""
    worst = math.inf
    lines = [Line(f"{name}.{key}", value, floors.get(key)) for key, value in scores.items()]
    unmeasured = [key for key in floors if key not in scores]
    return lines + [Line(f"{name}.{key}", worst if is_ceiling(key) else -worst, floors[key]) for key in unmeasured]


def committed_floors() -> list[dict[str, Any]]:
    """The floors of every commit that changed them, or none outside a repository."""

    def git(*words: str) -> str:
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
        return done.stdout if done.returncode == 0 else ""

    path = FLOORS.relative_to(ROOT).as_posix()
    texts = (git("show", f"{commit}:{path}") for commit in git("rev-list", "HEAD", "--", path).split())
    return [floors for text in texts if (floors := _readable(text))]


def _readable(text: str) -> dict[str, Any]:
    """The floors of an earlier commit; a file that could not be read then set none."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}


def lowered_without_reason(now: Mapping[str, Any], before: Iterable[Mapping[str, Any]]) -> list[str]:
    """Names of floors that once stood higher and give no reason for standing lower."""
    names = set()
    for earlier in before:
        for place in PLACES:
            for key, old in earlier.get(place, {}).items():
                new = now.get(place, {}).get(key)
                if new is None or (new > old if is_ceiling(key) else new < old):
                    names.add(f"{place}.{key}")
    return sorted(name for name in names if not now.get("lowered", {}).get(name))


def raised(floors: Mapping[str, Any], lines: Iterable[Line]) -> dict[str, Any]:
    """The floors, each lifted to what was measured, rounded down to two decimals."""
    out = {place: dict(row) for place, row in floors.items()}
    for line in lines:
        place, _, key = line.name.partition(".")
        if line.floor is not None and line.holds:
            new = line.value if is_ceiling(key) else math.floor(line.value * 100) / 100
            out[place][key] = min(line.floor, new) if is_ceiling(key) else max(line.floor, new)
    return out


def write_floors(floors: Mapping[str, Mapping[str, Any]]) -> None:
    head = [line for line in FLOORS.read_text("utf-8").splitlines() if line.startswith("#")]
    body = []
    for place, row in floors.items():
        body += ["", f"[{place}]", *(f"{json.dumps(k)} = {json.dumps(v, ensure_ascii=False)}" for k, v in row.items())]
    FLOORS.write_text("\n".join([*head, *body, ""]), "utf-8")


def show(lines: Iterable[Line]) -> None:
    """One row for each figure, and for each set what was measured, its floor, and a mark where that is not reached."""
    rows: dict[str, dict[str, Line]] = defaultdict(dict)
    for line in lines:
        place, _, key = line.name.partition(".")
        rows[key][place] = line
    print(f"{'':42}" + "".join(f"{place:>9} {'floor':>9} " for place in SETS))
    for key, by_set in rows.items():
        print(f"{key:42}" + "".join(_cell(by_set.get(place)) for place in SETS).rstrip())


def show_suites(lines: Iterable[Line]) -> None:
    """One row for each figure of a suite: ours, its floor, what peers reach."""
    rows = [(line.name.partition(".")[2], _value(line), _floor(line)) for line in lines]
    print("\n".join(suites.table(rows, suites.peers())), end="\n\n")


def _cell(line: Line | None) -> str:
    if line is None:
        return " " * 20
    return f"{_value(line):>9} {_floor(line):>9} "


def _value(line: Line) -> str:
    return f"{line.value:.4g}" if math.isfinite(line.value) else "none"


def _floor(line: Line) -> str:
    return "" if line.floor is None else f"{line.floor:.4g}" + ("" if line.holds else " <")


def main() -> int:
    parser = argparse.ArgumentParser(description="Score the reader and compare with eval/floors.toml")
    parser.add_argument("--misses", action="store_true", help="also print every miss and wrong value")
    parser.add_argument("--raise-floors", action="store_true", help="lift each floor to what was measured")
    options = parser.parse_args()
    if not shared().is_dir():
        print(f"eval: skipped, there is no {shared()}")
        return 0
    floors = tomllib.loads(FLOORS.read_text("utf-8"))
    measured = compare(suites.NAME, suites.measure(shared()), floors.get(suites.NAME, {}))
    show_suites(measured)
    lines = [
        line for name in SETS for line in compare(name, measure(name, misses=options.misses), floors.get(name, {}))
    ]
    show(lines)
    if options.raise_floors:
        write_floors(raised(floors, [*measured, *lines]))
    unexplained = lowered_without_reason(floors, committed_floors())
    if unexplained:
        print("Lowered without a reason under [lowered]:", ", ".join(unexplained))
    return int(bool(unexplained) or not all(line.holds for line in [*measured, *lines]))


if __name__ == "__main__":
    raise SystemExit(main())

"""How near our ideal points come to those published by Bailey, Strezhnev and Voeten: their correlation by session.

    .venv/bin/python -m tests.analysis.published [--alone] [--rows]

Fits every session of the General Assembly that the record has, together or (`--alone`) each by itself, and prints the
median, the least and the spread of the correlations with the estimates in ../shared/record (MAHDAR_SHARED).
"""

from __future__ import annotations

import argparse
import csv
import os
import time
from collections import defaultdict
from pathlib import Path

import numpy as np

from mahdar.analysis.ideal_points import Estimate, Points, fit_alone, fit_bridged
from mahdar.analysis.matrix import Votes, read_votes

ROOT = Path(__file__).resolve().parents[2]
FILE = Path("unga_idealpoints") / "IdealpointestimatesAll_Apr2020.csv"
# Seats that the publication has under one code and the record under two; its YAR stands for both states of Yemen.
_ALSO = {"RUS": ("SUN",), "YUG": ("SRB",)}
_BY_NUMBER = {"678": "YEM", "680": "YMD"}

Published = dict[int, dict[str, float]]


def published(material: Path) -> Published:
    """Session -> state -> the published point."""
    found: Published = defaultdict(dict)
    with (material / FILE).open(encoding="latin-1", newline="") as file:
        for row in csv.DictReader(file):
            found[int(row["session"])][_BY_NUMBER.get(row["ccode"], row["iso3c"])] = float(row["IdealPoint"])
    return dict(found)


def correlation(points: Points, theirs: dict[str, float]) -> tuple[float, int]:
    """The correlation over the states that both have, and how many these are."""
    votes = {state: cast for state, cast in zip(points.states, points.votes, strict=True) if cast}
    ours = {state: float(points.points[points.states.index(state)]) for state in votes}
    pairs = []
    for state, point in theirs.items():
        known = [code for code in (state, *_ALSO.get(state, ())) if code in ours]
        if known:
            pairs.append((ours[max(known, key=votes.__getitem__)], point))
    return float(np.corrcoef(np.array(pairs).T)[0, 1]), len(pairs)


def correlations(estimates: list[Estimate], theirs: Published) -> dict[int, tuple[float, int]]:
    """Session -> correlation and number of states, for the sessions that both have."""
    every = [points for estimate in estimates for points in estimate.sessions if points.session in theirs]
    return {points.session: correlation(points, theirs[points.session]) for points in every}


def main() -> int:
    from mahdar.record.access import Record
    from mahdar.record.ballots import ballots

    parser = argparse.ArgumentParser(description="Correlation of ideal points with the published ones")
    parser.add_argument("--alone", action="store_true", help="fit each session by itself")
    parser.add_argument("--rows", action="store_true", help="print a line for each session")
    wanted = parser.parse_args()
    theirs = published(Path(os.environ.get("MAHDAR_SHARED", ROOT.parent / "shared")) / "record")
    votes = read_votes(ballots(Record.open(), "assembly"), "assembly")
    start = time.perf_counter()
    estimates = fitted(votes, wanted.alone)
    spent = time.perf_counter() - start
    found = correlations(estimates, theirs)
    if wanted.rows:
        for session, (value, states) in found.items():
            print(f"session {session:2}  {value:.4f}  {states:3} states")
    values = np.array([value for value, _ in found.values()])
    tenth, quarter, rest = np.quantile(values, [0.1, 0.25, 0.75])
    print(f"{len(values)} sessions, {'each alone' if wanted.alone else 'together'}, {spent:.1f} s")
    print(f"median {np.median(values):.4f}, least {values.min():.4f} (session {min(found, key=lambda s: found[s])})")
    print(f"a tenth below {tenth:.4f}, a quarter below {quarter:.4f}, a quarter above {rest:.4f}")
    print(
        f"{int((values < 0.97).sum())} sessions below .97; {sum(e.climb.converged for e in estimates)} fits converged"
    )
    return 0


def fitted(votes: Votes, alone: bool) -> list[Estimate]:
    if not alone:
        return [fit_bridged(votes)]
    every = [fit_alone(votes, number) for number in votes.sessions()]
    return [estimate for estimate in every if estimate.sessions]


if __name__ == "__main__":
    raise SystemExit(main())

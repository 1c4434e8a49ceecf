"""Votes for tests: from letters, from a small relation, from a model whose points are known."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import numpy as np
import numpy.typing as npt

from mahdar.analysis.matrix import ABSENT, ABSTAIN, NO, YES, Call, Votes
from mahdar.edtf import Interval

_LETTERS = {"y": YES, "a": ABSTAIN, "n": NO, "-": ABSENT}
_COLUMNS = "call VARCHAR, session INTEGER, date VARCHAR, symbol VARCHAR, state VARCHAR, vote VARCHAR"
RowOfVotes = tuple[str | None, int | None, str | None, str | None, str | None, str | None]


def votes(rows: dict[str, str], dates: Sequence[str] = (), session: int = 1, body: str = "assembly") -> Votes:
    """Votes from letters: `{"USA": "yn-a"}`, a letter for each call; calls are named 0, 1, 2…"""
    codes = np.array([[_LETTERS[letter] for letter in row] for row in rows.values()], np.int8)
    days = dates or ["2000"] * codes.shape[1]
    calls = tuple(Call(str(i), session, Interval.parse(day) if day else None, "") for i, day in enumerate(days))
    return Votes(body, tuple(rows), calls, codes)


def relation(rows: Sequence[RowOfVotes]) -> duckdb.DuckDBPyRelation:
    """The rows as the record hands them over."""
    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE ballots ({_COLUMNS})")
    if rows:
        connection.executemany("INSERT INTO ballots VALUES (?, ?, ?, ?, ?, ?)", rows)
    return connection.table("ballots")


def simulated(points: npt.NDArray[np.float64], calls: int, seed: int, session: int = 1, absent: float = 0.1) -> Votes:
    """Votes of states at known points (the last is USA), drawn from the graded response model."""
    rng = np.random.default_rng(seed)
    slope = rng.normal(0, 2, calls)
    middle, gap = rng.normal(0, 1, calls) * np.abs(slope), rng.uniform(0.3, 2, calls)
    cuts = np.stack([middle - gap, middle + gap])
    below = 1 / (1 + np.exp(-(cuts[:, None, :] - points[None, :, None] * slope)))
    codes = (1 + (rng.uniform(size=below.shape[1:]) > below).sum(axis=0)).astype(np.int8)
    codes[rng.uniform(size=codes.shape) < absent] = ABSENT
    names = (*(f"A{chr(65 + i // 26)}{chr(65 + i % 26)}" for i in range(len(points) - 1)), "USA")
    made = tuple(Call(f"{session}-{i}", session, Interval.parse("2000"), "") for i in range(calls))
    return Votes("assembly", names, made, codes)


def joined(parts: Sequence[Votes]) -> Votes:
    """Sessions of the same states side by side."""
    calls = tuple(call for part in parts for call in part.calls)
    return Votes("assembly", parts[0].states, calls, np.concatenate([part.codes for part in parts], axis=1))

"""Votes as a matrix: states down, calls across, one small whole number for each vote.

Read from any DuckDB relation with the columns `call`, `session`, `date` (EDTF), `symbol`, `state` and `vote`
(yes, no, abstain or absent), one row for one state in one call, as `mahdar.record.ballots` gives it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from mahdar.edtf import Interval

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation

Codes = npt.NDArray[np.int8]
Bools = npt.NDArray[np.bool_]
ABSENT, YES, ABSTAIN, NO = 0, 1, 2, 3
CAST = (YES, ABSTAIN, NO)
BODIES = {"assembly": "General Assembly", "council": "Security Council"}

_WORDS = {"absent": ABSENT, "yes": YES, "abstain": ABSTAIN, "no": NO}
_FAULT = "????"
# One row for a call, its votes as texts of four letters (RUS1), so that the relation is gone through only once.
_PACKED = f"""
    SELECT call, min(session), min(date), min(symbol), string_agg(
        CASE WHEN regexp_full_match(state, '[A-Z]{{3}}') AND vote IN {tuple(_WORDS)}
        THEN state || CASE vote {" ".join(f"WHEN '{word}' THEN '{code}'" for word, code in _WORDS.items())} END
        ELSE '{_FAULT}' END, '')
    FROM votes GROUP BY call"""


class MatrixError(ValueError):
    """The rows are not votes as they should be, or a state casts no vote in them; the message says which."""


@dataclass(frozen=True, slots=True)
class Call:
    """One recorded vote: its own name in the source, the session (None in the Council), its days, the symbol."""

    call: str
    session: int | None
    days: Interval | None
    symbol: str


@dataclass(frozen=True, eq=False)
class Votes:
    """`codes[i, j]` (int8) is how `states[i]` voted in `calls[j]`: 1 yes, 2 abstain, 3 no, 0 absent or no member.

    `vague` counts the calls left out because their day, known to the month or year only, may lie outside the period.
    """

    body: str
    states: tuple[str, ...]
    calls: tuple[Call, ...]
    codes: Codes
    vague: int = 0

    def row(self, state: str) -> int:
        """Where a state stands. Raises MatrixError if it cast no vote here."""
        try:
            return self.states.index(state)
        except ValueError:
            raise MatrixError(f"{state} cast no vote in {self.coverage()}") from None

    def part(self, calls: Bools) -> Votes:
        """These calls alone (a mask over the calls), with the states that cast a vote in them."""
        codes = self.codes[:, calls]
        voting = (codes != ABSENT).any(axis=1)
        states = tuple(state for state, cast in zip(self.states, voting, strict=True) if cast)
        kept = tuple(call for call, wanted in zip(self.calls, calls, strict=True) if wanted)
        return Votes(self.body, states, kept, np.ascontiguousarray(codes[voting]), self.vague)

    def session(self, number: int) -> Votes:
        """The calls of one session."""
        return self.part(np.array([call.session == number for call in self.calls], bool))

    def sessions(self) -> tuple[int, ...]:
        """The sessions that have a call, in order."""
        return tuple(sorted({call.session for call in self.calls if call.session is not None}))

    def coverage(self) -> str:
        """What these votes are, in one line."""
        name = BODIES.get(self.body, self.body)
        if not self.calls:
            return f"no recorded votes of the {name}"
        cast = int(np.count_nonzero(self.codes))
        text = (
            f"{len(self.calls):,} recorded vote{'s' * (len(self.calls) > 1)} of the {name}, {self._span()}, "
            f"{cast:,} votes cast by {len(self.states)} states"
        )
        return text + (f"; {self.vague:,} left out whose day may lie outside" if self.vague else "")

    def _span(self) -> str:
        known = [call.days for call in self.calls if call.days is not None]
        if not known:
            return "without dates"
        first = min(known, key=lambda days: days.first or date.max)
        last = max(known, key=lambda days: days.last or date.min)
        return f"{first.edtf()} to {last.edtf()}"


def read_votes(
    relation: DuckDBPyRelation, body: str, period: Interval | None = None, sessions: Collection[int] | None = None
) -> Votes:
    """The votes of a relation, calls in the order of time; `body` only names them.

    A call belongs to the period if all the days that its date allows lie in it. Raises MatrixError on a vote that is
    none of the four, on a state that is no code, on a state with two votes in one call, and on a row without call.
    """
    if sessions is not None:
        relation = relation.filter(f"session IN ({', '.join(str(int(number)) for number in sessions) or 'NULL'})")
    packed = relation.query("votes", _PACKED)
    rows = packed.fetchall() if packed is not None else []
    for call, *_, text in rows:
        if call is None or _FAULT in text:
            raise MatrixError(f"call {call or '(without a name)'}: a row that is no vote of a state")
    calls = [
        Call(call, session, Interval.parse(day) if day else None, symbol or "")
        for call, session, day, symbol, _ in rows
    ]
    order = sorted(range(len(rows)), key=lambda i: _when(calls[i]))
    states, codes = _unpacked([rows[i][-1] for i in order])
    return _within(Votes(body, states, tuple(calls[i] for i in order), codes), period)


def _unpacked(texts: list[str]) -> tuple[tuple[str, ...], Codes]:
    """States in alphabetical order and the codes (states, calls) of packed votes, a text for each call."""
    letters = np.frombuffer("".join(texts).encode("ascii"), np.uint8).reshape(-1, 4).astype(np.int64)
    keys, rows = np.unique(letters[:, :3] @ np.array([1 << 16, 1 << 8, 1]), return_inverse=True)
    columns = np.repeat(np.arange(len(texts)), [len(text) // 4 for text in texts])
    codes = np.zeros((len(keys), len(texts)), np.int8)
    if len(np.unique(rows * len(texts) + columns)) < len(rows):
        raise MatrixError("a state has two votes in one call")
    codes[rows, columns] = letters[:, 3] - ord("0")
    return tuple(int(key).to_bytes(3, "big").decode("ascii") for key in keys), codes


def _when(call: Call) -> tuple[date, date, str]:
    days = call.days or Interval(None, None)
    return (days.first or date.max, days.last or date.max, call.call)


def _within(votes: Votes, period: Interval | None) -> Votes:
    if period is None:
        return votes.part(np.ones(len(votes.calls), bool))
    inside = [call.days is not None and call.days.within(period) for call in votes.calls]
    maybe = [call.days is None or call.days.overlaps(period) for call in votes.calls]
    return replace(votes.part(np.array(inside, bool)), vague=sum(maybe) - sum(inside))

"""Groups of states: named ones with their members over time, or any list of codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
import numpy.typing as npt

from mahdar.analysis.matrix import Bools, Votes
from mahdar.edtf import Interval
from mahdar.tables import read_rows

Ordinals = npt.NDArray[np.int64]
_PACKAGE = "mahdar.analysis"
_CODE = re.compile(r"[A-Z]{3}\Z", re.ASCII)


class UnknownGroupError(ValueError):
    """Neither the name of a group nor a list of at least two codes; the message lists the names."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A state and the days on which it counts as a member; an open end is None."""

    state: str
    days: Interval


@dataclass(frozen=True, slots=True)
class Group:
    """What a person typed or the table's key, the name to print, the members."""

    key: str
    name: str
    members: tuple[Membership, ...]

    def mask(self, votes: Votes) -> Bools:
        """Who was a member in which call (states, calls); a call counts if all the days that it may have do.

        A list of codes holds at any time, a named group only in calls that have a date.
        """
        mask = np.zeros(votes.codes.shape, bool)
        rows = {state: row for row, state in enumerate(votes.states)}
        first, last = _days(votes)
        for member in self.members:
            if member.state in rows:
                start, end = member.days.first, member.days.last
                inside = (first >= (start.toordinal() if start else 0)) & (last <= (end or date.max).toordinal())
                mask[rows[member.state]] |= inside if start or end else True
        return mask


def names() -> dict[str, str]:
    """The groups that the table knows: key and name."""
    return {row["group"]: row["name"] for row in read_rows(_PACKAGE, "group_names.csv")}


def find_group(text: str) -> Group:
    """A named group (`eu`) or codes with commas (`RUS,CHN`). Raises UnknownGroupError."""
    known = names().get(text.strip().casefold())
    if known is not None:
        key = text.strip().casefold()
        return Group(key, known, _table()[key])
    codes = list(dict.fromkeys(code.strip().upper() for code in text.split(",")))
    if len(codes) < 2 or not all(_CODE.match(code) for code in codes):
        raise UnknownGroupError(
            f"no group and no list of states such as RUS,CHN: {text!r}; the groups are {', '.join(sorted(names()))}"
        )
    always = Interval(None, None)
    return Group(",".join(codes), " ".join(codes), tuple(Membership(code, always) for code in codes))


@cache
def _table() -> dict[str, tuple[Membership, ...]]:
    found: dict[str, list[Membership]] = {}
    for row in read_rows(_PACKAGE, "groups.csv"):
        days = Interval(_day(row["first"]), _day(row["last"]))
        found.setdefault(row["group"], []).append(Membership(row["state"], days))
    return {key: tuple(members) for key, members in found.items()}


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _days(votes: Votes) -> tuple[Ordinals, Ordinals]:
    """The first and last day that each call may have, as ordinals; a call without a date has all of them."""
    known = [call.days or Interval(None, None) for call in votes.calls]
    first = [(days.first or date.min).toordinal() for days in known]
    return np.array(first, np.int64), np.array([(days.last or date.max).toordinal() for days in known], np.int64)

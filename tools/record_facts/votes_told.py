"""Votes by member that no table of the sources has, from the notes under the resolutions as they were published."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from tools.record_facts.shared import Cells, aliases


class VotesError(ValueError):
    """States that cannot have voted so: not on the Council, or not as many as the official tally has."""


@cache
def votes_told() -> dict[str, Cells]:
    """Rows of `votes_told.csv` by symbol."""
    return {row["symbol"]: row for row in aliases("votes_told.csv")}


def name_told(row: Cells, sitting: Collection[str]) -> None:
    """Enter who voted how on a resolution whose votes by member are not known; ``sitting`` are the Council's members of
    that day. Raises VotesError where the states do not make up the official tally.
    """
    told = votes_told().get(row.get("symbol", ""))
    if told is None or row.get("votes") or row.get("outcome") != "adopted" or not row.get("yes"):
        return
    groups = {how: [s for s in told[how].split("|") if s] for how in ("voted_no", "voted_abstain", "absent")}
    named = [state for group in groups.values() for state in group]
    counts = len(sitting) - len(named), len(groups["voted_no"]), len(groups["voted_abstain"])
    official = tuple(int(row.get(how) or 0) for how in ("yes", "no", "abstain"))
    if counts != official or not set(named) <= set(sitting):
        raise VotesError(f"{row['symbol']}: {named} of {sorted(sitting)} do not make up {official}")
    row |= {"votes": "part", **{how: "|".join(sorted(group)) for how, group in groups.items()}}

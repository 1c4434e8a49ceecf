"""A text as the grammar of times sees it, and the parts of it that say a time."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.language.times.senses import Sense
from mahdar.language.times.tense import Tenses


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens ``i`` to ``j`` say a time, which may grow by what stands around it.

    ``kind`` names the rule; ``skip`` is how many letters of the first token are proclitics; ``weekday`` and ``choice``
    tell a weekday that may lie in a week named nearby, ``turn`` the week that the time itself is, ``away`` the grain
    and steps from another time of the sentence on which this one hangs.
    """

    i: int
    j: int
    sense: Sense
    kind: str
    skip: int = 0
    weekday: int | None = None
    choice: str | None = None
    turn: int | None = None
    away: tuple[str, int] | None = None


class Scan(Tenses):
    """Tokens with the words of times in them, and the tense of every clause."""

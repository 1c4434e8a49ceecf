"""The rules of the Security Council as code: Articles 23, 27 and 30 of the Charter, rules 18 and 20 of the
provisional rules of procedure.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from mahdar.checking.rulebook import Provision

ENLARGED = date(1966, 1, 1)
ENLARGED_SIZE, FIRST_SIZE = 15, 11
PERMANENT = frozenset({"CHN", "FRA", "GBR", "RUS", "USA"})
SOVIET_UNTIL = date(1991, 12, 24)
TERM_YEARS = 2
FIRST_DAY = date(1946, 1, 17)
EARLY_FROM = 2016  # the year of the first election in June
CHARTER_YEAR = 1945  # it came into force on 24 October

ARTICLE_23 = Provision("Charter of the United Nations, Article 23", "Charter of the United Nations")
ARTICLE_27 = Provision("Charter of the United Nations, Article 27", "Charter of the United Nations")


# States that hold the seat or the place of another one, by whose name reports call it for the time before.
CONTINUED = {"RUS": "SUN", "YEM": "YMD"}


def size(on: date) -> int:
    """How many members: 11, and 15 since the amended Article 23 took effect on the membership of 1 January 1966."""
    return ENLARGED_SIZE if on >= ENLARGED else FIRST_SIZE


def needed(on: date) -> int:
    """Affirmative votes that a decision needs: 7 of 11, 9 of 15 (Article 27)."""
    return 9 if on >= ENLARGED else 7


def permanent(on: date) -> frozenset[str]:
    """The permanent members (Article 23, paragraph 1); the Soviet Union held the seat that Russia holds since 24
    December 1991.
    """
    return PERMANENT if on >= SOVIET_UNTIL else PERMANENT - {"RUS"} | {"SUN"}


def elected_from(first: date) -> date:
    """The day from which members may be elected whose term begins on ``first``: some six months before it since 2016
    (A/RES/68/307), in the main part of the Assembly's session until then.
    """
    return date(first.year - 1, 6 if first.year > EARLY_FROM else 9, 1)


def may_veto(state: str) -> bool:
    """Whether a state ever held a permanent seat."""
    return state in PERMANENT or state == "SUN"


def vetoes(votes: Mapping[str, str], on: date, *, procedural: bool = False) -> frozenset[str]:
    """The permanent members whose votes against defeat a draft: none on procedure, and an abstention is no veto
    (Article 27).
    """
    if procedural:
        return frozenset()
    return frozenset(state for state in permanent(on) if votes.get(state) == "no")


def outcome(yes: int, against: Collection[str], on: date, *, procedural: bool = False) -> str:
    """`adopted`, `vetoed` or `not-adopted` from the votes for and the states against. A draft without the majority
    is not vetoed.
    """
    if yes < needed(on):
        return "not-adopted"
    blocked = not procedural and any(state in permanent(on) for state in against)
    return "vetoed" if blocked else "adopted"


def next_president(last: str, members: Mapping[str, str]) -> str:
    """Who presides after ``last``: the next member in the English alphabetical order of names (rule 18).
    ``members``: code to name.
    """
    order = sorted(members, key=lambda code: members[code])
    return order[(order.index(last) + 1) % len(order)]

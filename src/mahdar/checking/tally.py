"""A vote as told held against rows of votes, in whichever body: tally, unanimity, and who voted how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from mahdar.checking.policy import Cited
from mahdar.checking.protocol import CHOICES, Case
from mahdar.checking.wording import Pair, day, states, tally
from mahdar.edtf import Interval

_ACTS = {
    "yes": Pair("voted for", "صوت مؤيد"),
    "no": Pair("voted against", "صوت معارض"),
    "abstain": Pair("abstained", "امتناع عن التصويت"),
    "absent": Pair("did not vote", "عدم مشاركة في التصويت"),
}
_AGREED = frozenset({"unanimous", "consensus", "without-vote", "acclamation", "without_vote"})


class Voted(Cited, Protocol):
    """A row of a vote."""

    @property
    def yes(self) -> int | None: ...

    @property
    def no(self) -> int | None: ...

    @property
    def abstain(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Match:
    """How far a row bears out a vote as told: the parts that hold, those that do not, those that the row does not
    decide.
    """

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return not self.wrong and not self.open


def match(case: Case, row: Voted) -> Match:
    """Compare each count and each state's vote; "rejected by nine to four" may have the counts either way round."""
    counts = dict(zip(CHOICES, (row.yes, row.no, row.abstain), strict=True))
    told_so = _match(case, row, counts)
    if not told_so.wrong or case.firm("yes") or "yes" not in case.args:
        return told_so
    turned = _match(case, row, {**counts, "yes": row.no, "no": row.yes})
    return told_so if turned.wrong else turned


def _match(case: Case, row: Voted, counts: Mapping[str, int | None]) -> Match:
    right: list[str] = []
    wrong: list[str] = []
    unsure: list[str] = []
    for choice in CHOICES:
        said = case.number(choice)
        if said is not None:
            got = _count(counts[choice], choice, getattr(row, "mode", ""))
            (unsure if got is None else right if got == said else wrong).append(choice)
    if said_votes := case.pairs("states"):
        votes: Mapping[str, str] = getattr(row, "votes", {})
        full = bool(votes) and len(votes) >= sum(n for n in counts.values() if n is not None)
        for code, said_vote in said_votes.items():
            got_vote = _vote(row, votes, code, full=full)
            (unsure if got_vote is None else right if got_vote == said_vote else wrong).append(code)
    return Match(tuple(right), tuple(wrong), tuple(unsure))


def _count(got: int | None, choice: str, mode: str) -> int | None:
    return 0 if got is None and mode in _AGREED and choice != "yes" else got


def _vote(row: Voted, votes: Mapping[str, str], code: str, *, full: bool) -> str | None:
    if code in votes:
        return votes[code]
    if code in getattr(row, "vetoed_by", ()):
        return "no"
    for choice, count in (("no", row.no), ("abstain", row.abstain), ("yes", row.yes)):
        listed = [c for c, v in votes.items() if v == choice]
        if count == 0 and not full:
            continue
        if votes and count is not None and len(listed) < count:
            return None
    return "absent" if full else ("yes" if votes else None)


def told(row: Voted, name: str, on: date | Interval | None, parts: Sequence[str] = ()) -> Pair:
    """One sentence of what the row says: the decision, its day, its tally, and how the states in question voted."""
    counts = None if row.yes is None or row.no is None or row.abstain is None else (row.yes, row.no, row.abstain)
    mode = getattr(row, "mode", "")
    how = Pair("adopted without a vote", "اعتمد دون تصويت") if counts is None and mode in _AGREED else tally(counts)
    when = day(on)
    votes: Mapping[str, str] = getattr(row, "votes", {})
    voted = [
        Pair(f"{states([c]).en} {_ACTS[votes[c]].en}", f"{states([c]).ar}: {_ACTS[votes[c]].ar}")
        for c in parts
        if votes.get(c) in _ACTS
    ]
    more = Pair("".join(f"; {v.en}" for v in voted), "".join(f"؛ {v.ar}" for v in voted))
    return Pair(f"{name}, {when.en}: {how.en}{more.en}.", f"{name}، {when.ar}: {how.ar}{more.ar}.")

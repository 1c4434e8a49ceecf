"""What people said of stories, as the couples of reports that are held together or apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from mahdar.library.reviews import Kept, State

Couple = frozenset[str]
Word = Literal["together", "apart"]


@dataclass(frozen=True, slots=True)
class Held:
    """Couples of ids, each with the key of the review that says so, and the states of all reviews of stories."""

    together: dict[Couple, int] = field(default_factory=dict)
    apart: dict[Couple, int] = field(default_factory=dict)
    states: dict[int, State] = field(default_factory=dict)


def held(found: Iterable[Kept]) -> Held:
    """What stands of reviews of stories: of every two reports the last word, save where it was taken back."""
    words: dict[Couple, tuple[Word, int]] = {}
    states: dict[int, State] = {}
    said: list[Kept] = []
    for kept in sorted(found, key=lambda each: each.key):
        states[kept.key] = "stands"
        if kept.review.decision == "withdraw":
            gone = {each.key for each in said if _meant(kept, each)}
            states.update(dict.fromkeys(gone, "withdrawn"))
            words = {couple: word for couple, word in words.items() if word[1] not in gone}
        else:
            said.append(kept)
            words |= {couple: (word, kept.key) for couple, word in _couples(kept)}
    standing = {key for _, key in words.values()}
    states |= {kept.key: "replaced" for kept in said if kept.key not in standing and states[kept.key] == "stands"}
    return Held(_of("together", words), _of("apart", words), states)


def _of(which: Word, words: dict[Couple, tuple[Word, int]]) -> dict[Couple, int]:
    return {couple: key for couple, (word, key) in words.items() if word == which}


def _meant(withdrawal: Kept, former: Kept) -> bool:
    """Whether a withdrawal takes back a former word: that on the same two reports, or all on the report."""
    one, other = withdrawal.review, former.review
    if one.other is None:
        return one.report == other.report
    return {one.report, one.other} == {other.report, other.other}


def _couples(kept: Kept) -> Iterator[tuple[Couple, Word]]:
    """What one review says; of a whole story it speaks as that was then."""
    asked = kept.review
    left = [each for each in (kept.was or {}).get("reports", ()) if each != asked.report]
    if asked.decision == "reject":
        yield from ((frozenset((asked.report, each)), "apart") for each in ([asked.other] if asked.other else left))
    if asked.decision == "correct" and asked.other not in left:
        yield from ((frozenset((asked.report, each)), "apart") for each in left)
    if asked.decision in ("confirm", "correct") and asked.other:
        yield frozenset((asked.report, asked.other)), "together"

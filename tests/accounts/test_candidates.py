"""Which reports one is compared with, by an index that forgets weeks and notes only what is looked up."""

from __future__ import annotations

from mahdar.accounts.candidates import Index, rarest, week_of
from mahdar.accounts.features import Features, features
from mahdar.accounts.rarity import Rarity
from tests.accounts.samples import telling

NAMES = ("vote-held-1", "vote-held-2", "vote-ahead-1", "toll-may-1")


def indexed(index: Index, rarity: Rarity, among: frozenset[int] | None = None) -> dict[str, Features]:
    found = {name: features(telling(name), rarity) for name in NAMES}
    rarity.weigh()
    for name in NAMES[1:]:
        index.add(found[name], among)
    return found


def near(index: Index, report: Features, rarity: Rarity) -> list[str]:
    return [each.id for each in index.near(report, rarity)]


def test_the_likeliest_come_first_and_what_is_far_in_time_not_at_all() -> None:
    index, rarity = Index(), Rarity()
    asked = indexed(index, rarity)["vote-held-1"]
    assert near(index, asked, rarity)[0] == "vote-held-2"
    assert "toll-may-1" not in near(index, asked, rarity)


def test_what_is_looked_up_is_enough() -> None:
    whole, part, rarity = Index(), Index(), Rarity()
    asked = indexed(whole, rarity)["vote-held-1"]
    indexed(part, rarity, frozenset(rarest(asked, rarity)))
    assert near(part, asked, rarity) == near(whole, asked, rarity)
    nothing = Index()
    indexed(nothing, rarity, frozenset())
    assert near(nothing, asked, rarity) == []


def test_weeks_that_lie_behind_are_forgotten() -> None:
    index, rarity = Index(), Rarity()
    asked = indexed(index, rarity)["vote-held-1"]
    index.drop_before(week_of(asked))
    assert "vote-held-2" in near(index, asked, rarity)
    index.drop_before(week_of(asked) + 1)
    assert near(index, asked, rarity) == []


def test_reports_may_be_kept_elsewhere() -> None:
    kept: dict[str, Features] = {}
    indexed(Index(kept), Rarity())
    assert set(kept) == set(NAMES[1:])

"""What is packed comes back: features of written reports, of empty ones, and links."""

from __future__ import annotations

import numpy as np
import pytest

from mahdar.accounts import tell
from mahdar.accounts.features import Features, features
from mahdar.accounts.rarity import Rarity
from mahdar.library.story_packing import (
    numbers_of,
    packed,
    packed_links,
    renumbered,
    unpacked,
    unpacked_links,
)
from tests.accounts.samples import telling


def alike(one: Features, other: Features) -> bool:
    numbers = ("words", "facts", "runs", "opening")
    same = all(np.array_equal(getattr(one, name), getattr(other, name)) for name in numbers)
    near = all(np.allclose(getattr(one, name), getattr(other, name)) for name in ("prominence", "standing"))
    return same and near and (one.lead, one.first, one.last) == (other.lead, other.first, other.last)


@pytest.mark.parametrize("name", ["vote-held-1", "toll-may-3", "vote-reaction-1"])
def test_features_come_back(name: str) -> None:
    made = features(telling(name), Rarity())
    again = unpacked(name, made.language, made.first, made.last, packed(made))
    assert alike(made, again)
    assert np.array_equal(numbers_of(packed(made)), made.numbers)
    assert packed(again) == packed(made)


def test_a_report_of_one_word_has_features_too() -> None:
    made = features(tell("x", "كلمة"), Rarity())
    assert alike(made, unpacked("x", made.language, None, None, packed(made)))


def test_other_numbers_stand_for_the_same() -> None:
    rarity = Rarity()
    made = features(telling("vote-held-1"), rarity)
    turned = np.arange(len(rarity.names), dtype=np.int32)[::-1].copy()
    again = renumbered(renumbered(made, turned), turned)
    assert alike(made, again)
    assert list(renumbered(made, turned).opening) == sorted(renumbered(made, turned).opening)


def test_links_come_back_in_the_order_of_their_keys() -> None:
    links = [(7, 0.25, False), (3, 1.0, True)]
    assert unpacked_links(packed_links(links)) == sorted(links)
    assert unpacked_links(packed_links([])) == []

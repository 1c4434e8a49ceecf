"""Signatures and bands: what they estimate, and that they are the same on every machine."""

from __future__ import annotations

import random

import numpy as np
import pytest

from mahdar.corpus.likeness import COPY_BANDS, COPY_HASHES, alike, bands, joined, rank, runs, signature


def sets(share: float, size: int = 400, seed: int = 1) -> tuple[set[str], set[str]]:
    """Two sets of one size of which such a share of the union is common."""
    common = round(2 * size * share / (1 + share))
    words = [f"w{n}" for n in random.Random(seed).sample(range(100_000), 2 * size)]
    return set(words[:size]), set(words[size - common : 2 * size - common])


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.8, 1.0])
def test_signatures_estimate_the_jaccard_index(share: float) -> None:
    one, other = sets(share)
    assert len(one & other) / len(one | other) == pytest.approx(share, abs=0.01)
    made = [signature(each, 512).astype("<u4").tobytes() for each in (one, other)]
    assert alike(made[:1], made[1:])[0] == pytest.approx(share, abs=0.08)


def test_texts_that_are_nearly_one_share_a_band_and_others_do_not() -> None:
    near = [sets(0.9, seed=n) for n in range(40)]
    far = [sets(0.2, seed=n) for n in range(40)]
    assert sum(map(shared, near)) >= 39
    assert sum(map(shared, far)) == 0


def shared(pair: tuple[set[str], set[str]]) -> bool:
    one, other = (set(bands(signature(each, COPY_HASHES), COPY_BANDS)) for each in pair)
    return bool(one & other)


def test_signatures_depend_on_the_set_alone() -> None:
    words = [f"كلمة{n}" for n in range(50)]
    assert signature(words, 64).tolist() == signature([*reversed(words), words[0]], 64).tolist()
    assert signature(["القرار", "المجلس"], 4).tolist() == [3316191469, 864942813, 2185579348, 331680055]


def test_bands_hold_their_place() -> None:
    assert len(set(bands(np.ones(8, dtype=np.uint32), 4))) == 4


def test_runs_of_words() -> None:
    assert runs(["a", "b", "c", "d"], 3) == {"a b c", "b c d"}
    assert runs(["a", "b"], 3) == {"a b"}
    assert runs([], 3) == set()


def test_edges_join_what_hangs_together_under_its_least() -> None:
    assert joined([(5, 3), (9, 5), (7, 8)]) == {5: 3, 3: 3, 9: 3, 7: 7, 8: 7}
    chain = joined((n, n + 1) for n in range(50_000))
    assert set(chain.values()) == {0}


def test_the_order_of_a_sample_says_nothing_of_the_name() -> None:
    ranks = [rank(1, f"r{n}") for n in range(1_000)]
    assert len(set(ranks)) == 1_000
    assert 400 < sum(each < 0 for each in ranks) < 600
    assert rank(1, "a") != rank(2, "a")

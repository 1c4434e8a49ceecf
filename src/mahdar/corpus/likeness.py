"""Texts as MinHash signatures, and signatures as bands: who shares a band is worth comparing.

A signature is the same on every machine: words are hashed by BLAKE2b, the permutations come from a fixed seed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Signature = NDArray[np.uint32]
_SEED = 20_26
# Two texts of which .7 is common share a band in 4 of 5 cases, of .8 all.
COPY_HASHES, COPY_BANDS, COPY_RUN = 128, 16, 3
COPY_LEAST = 0.8  # estimated share of common runs of words that makes a near copy
STORY_HASHES, STORY_BANDS = 192, 96  # rarest words and facts, two a band: of .15 in common nine of ten are found


def signature(features: Iterable[str], hashes: int) -> Signature:
    """The MinHash signature of a set of texts, of so many 32-bit numbers; of an empty set all are equal."""
    from rensa import RMinHash

    made = RMinHash(num_perm=hashes, seed=_SEED)
    made.update(sorted(set(features)))
    return np.array(made.digest(), dtype=np.uint32)


def bands(of: Signature, count: int) -> list[int]:
    """The signature cut into so many bands, each as one signed 64-bit number that holds the band's place too."""
    width = len(of) // count
    cut = of[: count * width].astype("<u4").reshape(count, width)
    return [_hash64(n.to_bytes(2, "little") + row.tobytes()) for n, row in enumerate(cut)]


def runs(words: Sequence[str], length: int = COPY_RUN) -> set[str]:
    """Runs of so many words in a row; a shorter text is one run."""
    if len(words) <= length:
        return {" ".join(words)} if words else set()
    return {" ".join(words[n : n + length]) for n in range(len(words) - length + 1)}


def alike(ones: Sequence[bytes], others: Sequence[bytes]) -> NDArray[np.float64]:
    """For each two signatures (as bytes) the estimated Jaccard index of their sets."""
    if not len(ones):
        return np.zeros(0)
    first, second = (np.frombuffer(b"".join(side), dtype="<u4").reshape(len(side), -1) for side in (ones, others))
    shared: NDArray[np.float64] = (first == second).mean(axis=1)
    return shared


def rank(seed: int, name: str) -> int:
    """A number in which nothing of the name can be seen: the order of a random sample."""
    return _hash64(f"{seed}\0{name}".encode())


def _hash64(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little", signed=True)


def joined(edges: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Everything that edges hold together, each with the least of its group (that least one included)."""
    parent: dict[int, int] = {}

    def root(of: int) -> int:
        path = []
        while (up := parent.setdefault(of, of)) != of:
            path.append(of)
            of = up
        parent.update(dict.fromkeys(path, of))
        return of

    for one, other in edges:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    return {each: root(each) for each in list(parent)}

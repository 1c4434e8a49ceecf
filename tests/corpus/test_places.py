"""The places of reports in a part, as text and back."""

from __future__ import annotations

import numpy as np

from mahdar.corpus.places import packed, unpacked


def test_places_are_packed_as_bits() -> None:
    places = np.array([0, 7, 8, 20])
    assert unpacked(packed(places, 21)) == frozenset({0, 7, 8, 20})
    assert unpacked(packed(places[:0], 5)) == frozenset()
    assert unpacked(None) is None

"""The places of reports in a part as text, one bit for each, so that a task can carry them."""

from __future__ import annotations

import base64

import numpy as np
from numpy.typing import NDArray


def packed(places: NDArray[np.int64], size: int) -> str:
    """Places in a part as text, one bit for each report."""
    bits = np.zeros(size, dtype=np.uint8)
    bits[places] = 1
    return base64.b64encode(np.packbits(bits).tobytes()).decode()


def unpacked(text: str | None) -> frozenset[int] | None:
    """The places that `packed` packed; None for None."""
    if text is None:
        return None
    bits = np.unpackbits(np.frombuffer(base64.b64decode(text), dtype=np.uint8))
    return frozenset(np.flatnonzero(bits).tolist())

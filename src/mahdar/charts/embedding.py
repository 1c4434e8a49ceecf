"""From how alike things are to places on a plane: classical multidimensional scaling.

W. S. Torgerson, "Multidimensional Scaling: I. Theory and Method", Psychometrika 17(4), 1952, 401-419.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


@dataclass(frozen=True, eq=False, slots=True)
class Plane:
    """Coordinates (n rows, two columns); `shown` is the share of what tells the things apart that the plane keeps."""

    coordinates: npt.NDArray[np.float64]
    shown: float


def plane(distances: npt.NDArray[np.float64], upwards: int | None = None) -> Plane:
    """Places whose distances are as near to the given ones (square, symmetric, none NaN) as two dimensions allow.

    The plane could as well be turned or mirrored. To be the same each time, the thing `upwards` (a row) lies on the
    positive side of both axes. Raises ValueError where the distances are no such square.
    """
    import numpy as np

    size = len(distances)
    if distances.shape != (size, size) or not np.allclose(distances, distances.T, equal_nan=False):
        raise ValueError("distances are a symmetric square without gaps")
    if size == 0:
        return Plane(np.zeros((0, 2)), 1.0)
    centring = np.eye(size) - 1 / size
    roots, vectors = np.linalg.eigh(-0.5 * centring @ (distances**2) @ centring)
    order = np.argsort(roots)[::-1][:2]
    best = np.clip(roots[order], 0, None)
    found = np.zeros((size, 2))
    found[:, : len(best)] = vectors[:, order] * np.sqrt(best)
    row = upwards if upwards is not None else int(np.argmax(np.abs(found[:, 0])))
    found *= np.where(found[row] < 0, -1.0, 1.0)
    whole = float(np.abs(roots).sum())
    return Plane(found, float(best.sum()) / whole if whole > 0 else 1.0)

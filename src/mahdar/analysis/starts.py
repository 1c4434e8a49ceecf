"""From where to climb: first guesses of the call parameters, the same ones each time."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mahdar.analysis.chain import Grid
from mahdar.analysis.graded import Calls, Floats, improve
from mahdar.analysis.matrix import ABSENT, Codes

_DIMENSIONS = 2


def starts(codes: Codes, calls: Calls, points: Grid) -> Iterator[Floats]:
    """Parameters (calls, 3) that fit states placed along each of a few lines through the votes."""
    for line in _lines(codes):
        yield _parameters(line, calls, points)


def _lines(codes: Codes) -> Iterator[Floats]:
    """Positions of the states (states), mean 0 and variance 1: the first singular vectors, their sums and differences.

    One line alone may lead to a lower top, as it does in the 31st session of the General Assembly.
    """
    cast = codes != ABSENT
    mean = codes.sum(axis=0) / np.maximum(cast.sum(axis=0), 1)
    vectors = np.linalg.svd(np.where(cast, codes - mean, 0.0), full_matrices=False)[0][:, :_DIMENSIONS].T
    for i, vector in enumerate(vectors):
        yield _standard(vector)
        for other in vectors[i + 1 :]:
            yield _standard(vector + other)
            yield _standard(vector - other)


def _standard(vector: Floats) -> Floats:
    spread = vector.std()
    return np.asarray((vector - vector.mean()) / (spread if spread else 1))


def _parameters(line: Floats, calls: Calls, points: Grid) -> Floats:
    """Parameters that fit the calls when each state stands where the line puts it."""
    nearest = np.abs(points.nodes[None, :] - line[:, None]).argmin(axis=1)
    posterior = np.zeros((len(line), len(points.nodes)))
    posterior[np.arange(len(line)), nearest] = 1
    expected = (calls.chosen.T @ posterior).reshape(3, len(calls), -1)
    parameters = _flat(expected)
    for _ in range(6):
        parameters = improve(parameters, calls.graded, points.nodes, expected)[0]
    return parameters


def _flat(expected: Floats) -> Floats:
    """No slope, thresholds where the shares of the choices put them."""
    counts = expected.sum(axis=2).T + 0.5
    below = np.cumsum(counts, axis=1)[:, :2] / counts.sum(axis=1, keepdims=True)
    cuts = np.log(below / (1 - below))
    return np.stack([np.zeros(len(cuts)), cuts[:, 0], np.log(cuts[:, 1] - cuts[:, 0])], axis=1)

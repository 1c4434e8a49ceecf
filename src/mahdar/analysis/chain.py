"""Where a state stands in a row of sessions: the posterior on a grid of points, forward and backward in time.

A state's point is a priori a unit normal in every session; from one session to the next it keeps `persistence` of
itself (a stationary autoregression of first order). With one session this is the plain unit normal prior. The sums over
an even grid stand for the integrals; they are exact to many digits while the grid is finer than the errors.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mahdar.analysis.graded import Floats

SPAN, NODES = 14.0, 161


@dataclass(frozen=True, eq=False)
class Grid:
    """Points (nodes), their prior weight (nodes), and the chance to pass from one to another (nodes, nodes)."""

    nodes: Floats
    prior: Floats
    step: Floats

    def steps(self, count: int) -> Floats:
        """The chance to pass from one point to another in so many sessions."""
        return np.linalg.matrix_power(self.step, count)


def grid(persistence: float) -> Grid:
    """A grid from -14 to 14. Raises ValueError unless 0 <= persistence < 1."""
    if not 0 <= persistence < 1:
        raise ValueError(f"persistence lies from 0 to 1, 1 excluded: {persistence}")
    nodes = np.linspace(-SPAN, SPAN, NODES)
    away = nodes[None, :] - persistence * nodes[:, None]
    return Grid(nodes, _normed(-(nodes**2) / 2), _normed(-(away**2) / 2 / (1 - persistence**2)))


def _normed(logs: Floats) -> Floats:
    weights = np.exp(logs)
    return np.asarray(weights / weights.sum(axis=-1, keepdims=True))


def smooth(evidence: Sequence[Floats], gaps: Sequence[int], points: Grid) -> tuple[float, list[Floats]]:
    """The posterior of every state in every session, given all sessions, and the log-likelihood.

    `evidence` is the log-likelihood of a state's votes at each node (states, nodes), by session; `gaps` (one fewer) the
    sessions from each to the next.
    """
    tops = [logs.max(axis=1, keepdims=True) for logs in evidence]
    likelihoods = [np.exp(logs - top) for logs, top in zip(evidence, tops, strict=True)]
    passes = [points.steps(gap) for gap in gaps]
    total = float(sum(top.sum() for top in tops))
    forward: list[Floats] = []
    for index, likelihood in enumerate(likelihoods):
        ahead = forward[-1] @ passes[index - 1] if index else np.tile(points.prior, (len(likelihood), 1))
        joint = ahead * likelihood
        scale = joint.sum(axis=1, keepdims=True)
        total += float(np.log(scale).sum())
        forward.append(joint / scale)
    return total, _backward(forward, likelihoods, passes)


def _backward(forward: list[Floats], likelihoods: list[Floats], passes: list[Floats]) -> list[Floats]:
    later = np.ones_like(forward[-1])
    posteriors: list[Floats] = []
    for index in range(len(forward) - 1, -1, -1):
        posterior = forward[index] * later
        posteriors.append(posterior / posterior.sum(axis=1, keepdims=True))
        if index:
            later = (likelihoods[index] * later) @ passes[index - 1].T
            later /= later.max(axis=1, keepdims=True)
    return posteriors[::-1]


def moments(posterior: Floats, points: Grid) -> tuple[Floats, Floats]:
    """Mean and standard deviation of each state's posterior (states, nodes)."""
    mean = posterior @ points.nodes
    spread = np.maximum(posterior @ points.nodes**2 - mean**2, 0)
    return mean, np.sqrt(spread)

"""Faster EM: the squared extrapolation of R. Varadhan and C. Roland, "Simple and Globally Convergent Methods for
Accelerating the Convergence of Any EM Algorithm", Scandinavian Journal of Statistics 35, 2008, 335-353 (scheme S3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mahdar.analysis.graded import Floats

# One step of EM: from parameters to better ones, the log-likelihood of those given, and the largest gradient there.
Step = Callable[[Floats], tuple[Floats, float, float]]


@dataclass(frozen=True, eq=False)
class Climb:
    """Where EM ended: parameters, their log-likelihood, how many steps, the last gain, the largest gradient."""

    parameters: Floats
    loglikelihood: float
    iterations: int
    gain: float
    gradient: float
    converged: bool


def climb(step: Step, start: Floats, gain: float = 1e-4, iterations: int = 2000) -> Climb:
    """Repeat `step` until three steps together gain less than `gain`, or `iterations` are used up.

    An extrapolation that does not raise the log-likelihood is thrown away, so that it never falls.
    """
    here, used, reached, change = start, 0, -np.inf, np.inf
    while used < iterations and not change < gain:
        first, value, slope = step(here)
        change, reached = value - reached, value
        second, near, _ = step(first)
        third, far, _ = step(_leap(here, first, second))
        here = third if np.isfinite(far) and far >= near else second
        used += 3
    _, value, slope = step(here)
    return Climb(here, value, used + 1, value - reached, slope, bool(change < gain))


def _leap(here: Floats, first: Floats, second: Floats) -> Floats:
    ahead = first - here
    bend = second - first - ahead
    curve = float(np.linalg.norm(bend))
    length = min(-float(np.linalg.norm(ahead)) / curve, -1.0) if curve else -1.0
    return np.asarray(here - 2 * length * ahead + length**2 * bend)

"""The graded response model of one call: how likely yes, abstain and no are for a state at a point.

With the ordered choices yes < abstain < no, a state at point t chooses at most k with probability
1 / (1 + exp(slope * t - threshold_k)) (F. Samejima, "Estimation of Latent Ability Using a Response Pattern of Graded
Scores", Psychometrika Monograph 17, 1969). A call in which only two choices occur has one threshold between them.
Parameters are rows of (slope, first threshold, log of the gap to the second).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mahdar.analysis.matrix import CAST, Bools, Codes

Floats = npt.NDArray[np.float64]
# Normal priors, mean 0. That of the thresholds is so wide that it only keeps them finite.
SLOPE_SD, THRESHOLD_SD = 1.0, 10.0
_TINY = 1e-12
_NEVER = 60.0  # a threshold that nobody passes
_GAPS = (-12.0, 4.0)  # logarithms of gaps between thresholds, so that an extrapolation cannot leave the numbers
_HALVINGS = 12


@dataclass(frozen=True, eq=False)
class Calls:
    """What was chosen in calls: `chosen` (states, 3 * calls) is 1 where a state made the first, second, third of the
    choices that occur; `graded` (calls) says in which calls all three do."""

    chosen: Floats
    graded: Bools

    def __len__(self) -> int:
        return len(self.graded)


def choices(codes: Codes) -> Calls:
    """From codes (states, calls), each call with at least two different votes."""
    occurs = np.stack([(codes == code).any(axis=0) for code in CAST], axis=1)
    rank = np.concatenate([np.zeros((codes.shape[1], 1), int), np.cumsum(occurs, axis=1)], axis=1)
    ranks = rank[np.arange(codes.shape[1]), codes]
    chosen = np.concatenate([ranks == place for place in (1, 2, 3)], axis=1).astype(np.float64)
    return Calls(chosen, np.asarray(occurs.all(axis=1)))


def thresholds(parameters: Floats, graded: Bools) -> Floats:
    """Both thresholds of each call (calls, 2)."""
    second = np.where(graded, parameters[:, 1] + np.exp(np.clip(parameters[:, 2], *_GAPS)), _NEVER)
    return np.stack([parameters[:, 1], second], axis=1)


def chances(parameters: Floats, graded: Bools, nodes: Floats) -> Floats:
    """How likely each choice is at each node (3, calls, nodes)."""
    return _chances(parameters[:, 0], thresholds(parameters, graded), nodes)


def _chances(slope: Floats, cuts: Floats, nodes: Floats) -> Floats:
    tilt = slope[:, None] * nodes
    first, second = (0.5 + 0.5 * np.tanh((cut[:, None] - tilt) / 2) for cut in cuts.T)
    return np.asarray(np.maximum(np.stack([first, second - first, 1 - second]), _TINY))


def penalty(parameters: Floats, graded: Bools) -> float:
    """The logarithm of the priors, up to a constant."""
    return float(_penalties(parameters[:, 0], thresholds(parameters, graded), graded).sum())


def _penalties(slope: Floats, cuts: Floats, graded: Bools) -> Floats:
    squares = cuts[:, 0] ** 2 + np.where(graded, cuts[:, 1], 0) ** 2
    return np.asarray(-0.5 * ((slope / SLOPE_SD) ** 2 + squares / THRESHOLD_SD**2))


def improve(parameters: Floats, graded: Bools, nodes: Floats, expected: Floats) -> tuple[Floats, Floats]:
    """One step of Fisher scoring towards the parameters that fit `expected` (3, calls, nodes) best.

    The step is halved, call by call, until the fit is no worse. Returns the new parameters and the gradient of the
    penalised log-likelihood (slope, first, second threshold) at the old ones.
    """
    old = np.concatenate([parameters[:, :1], thresholds(parameters, graded)], axis=1)
    chance = _chances(old[:, 0], old[:, 1:], nodes)
    gradient, information = _derivatives(old, chance, graded, nodes, expected)
    step = np.clip(np.linalg.solve(information, gradient[:, :, None])[:, :, 0], -2, 2)
    before = _fit(old, chance, graded, expected)
    new = old + step
    for _ in range(_HALVINGS):
        worse = _fit(new, _chances(new[:, 0], new[:, 1:], nodes), graded, expected) < before
        if not worse.any():
            break
        step[worse] /= 2
        new = old + step
    gap = np.where(graded, new[:, 2] - new[:, 1], 1)
    return np.stack([new[:, 0], new[:, 1], np.log(np.maximum(gap, _TINY))], axis=1), gradient


def _fit(values: Floats, chance: Floats, graded: Bools, expected: Floats) -> Floats:
    """The expected penalised log-likelihood of each call; -inf where the thresholds are not in order."""
    fit = np.einsum("kjq,kjq->j", expected, np.log(chance)) + _penalties(values[:, 0], values[:, 1:], graded)
    return np.where(values[:, 2] - values[:, 1] > _TINY, fit, -np.inf)


def _derivatives(
    values: Floats, chance: Floats, graded: Bools, nodes: Floats, expected: Floats
) -> tuple[Floats, Floats]:
    """Gradient (calls, 3) and expected information (calls, 3, 3), priors included.

    With densities f and g at the thresholds and chances p, q, r of the choices: dp = f, dq = g - f, dr = -g by the
    position of the thresholds, so that only q has to be divided by (f / p is 1 - p, g / r is 1 - r).
    """
    low, middle, high = chance
    one, two = low * (1 - low), high * (1 - high) * graded[:, None]
    score_one = expected[0] * (1 - low) - expected[1] * one / middle
    score_two = expected[1] * two / middle - expected[2] * (1 - high) * graded[:, None]
    prior = 1 / np.array([SLOPE_SD, THRESHOLD_SD, THRESHOLD_SD]) ** 2
    free = np.stack([np.ones_like(graded), np.ones_like(graded), graded], axis=1)
    slope = -(score_one + score_two) @ nodes
    gradient = np.stack([slope, score_one.sum(axis=1), score_two.sum(axis=1)], axis=1) - values * prior * free
    weight = expected.sum(axis=0)
    between = -weight * one * two / middle
    first = weight * one * (1 - low + one / middle)
    second = weight * two * (1 - high + two / middle)
    return gradient, _information(first, second, between, nodes) + np.diag(prior)


def _information(first: Floats, second: Floats, between: Floats, nodes: Floats) -> Floats:
    """The symmetric matrices of each call (calls, 3, 3) from the terms of both thresholds at each node."""
    by_slope_one, by_slope_two = -(first + between) @ nodes, -(second + between) @ nodes
    by_slope = (first + second + 2 * between) @ nodes**2
    one, two, both = first.sum(axis=1), second.sum(axis=1), between.sum(axis=1)
    rows = [[by_slope, by_slope_one, by_slope_two], [by_slope_one, one, both], [by_slope_two, both, two]]
    return np.moveaxis(np.array(rows), 2, 0)

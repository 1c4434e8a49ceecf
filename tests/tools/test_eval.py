"""The gate compares with the floors, and a floor cannot sink unexplained."""

from __future__ import annotations

import math
import tomllib

import pytest

from tools import eval as gate


def test_scores_become_one_flat_mapping() -> None:
    assert gate.flatten({"times": {"f1": 0.5, "gold": 3}, "false_refuted": 1}) == {
        "times.f1": 0.5,
        "times.gold": 3,
        "false_refuted": 1,
    }


@pytest.mark.parametrize(
    ("scores", "below"),
    [
        ({"times.f1": 0.85, "false_refuted": 0}, []),
        ({"times.f1": 0.84, "false_refuted": 0}, ["dev.times.f1"]),
        ({"times.f1": 0.85, "false_refuted": 1}, ["dev.false_refuted"]),
        ({}, ["dev.times.f1", "dev.false_refuted"]),
    ],
)
def test_what_lies_below_its_floor_or_was_not_measured_does_not_hold(
    scores: dict[str, float], below: list[str]
) -> None:
    lines = gate.compare("dev", scores, {"times.f1": 0.85, "false_refuted": 0})
    assert [line.name for line in lines if not line.holds] == below


def test_a_figure_without_a_floor_always_holds() -> None:
    (line,) = gate.compare("dev", {"figures.f1": 0.1}, {})
    assert line.holds
    assert line.floor is None


def test_floors_are_raised_to_what_was_measured_and_never_lowered() -> None:
    floors = {"dev": {"times.f1": 0.75, "claims.f1": 0.55, "false_refuted": 2}}
    lines = gate.compare("dev", {"times.f1": 0.8199, "claims.f1": 0.5, "false_refuted": 1}, floors["dev"])
    assert gate.raised(floors, lines) == {"dev": {"times.f1": 0.81, "claims.f1": 0.55, "false_refuted": 1}}


def test_a_floor_lowered_or_taken_away_needs_its_reason() -> None:
    before = [{"dev": {"times.f1": 0.8, "claims.f1": 0.6, "false_refuted": 0}}]
    now = {"dev": {"times.f1": 0.7, "false_refuted": 1}}
    assert gate.lowered_without_reason(now, before) == ["dev.claims.f1", "dev.false_refuted", "dev.times.f1"]
    reasons = {"dev.times.f1": "gold corrected", "dev.claims.f1": "kind dropped", "dev.false_refuted": "known"}
    assert gate.lowered_without_reason({**now, "lowered": reasons}, before) == []
    assert gate.lowered_without_reason(before[0], before) == []


def test_the_file_of_floors_holds_every_set() -> None:
    floors = tomllib.loads(gate.FLOORS.read_text("utf-8"))
    for name in gate.SETS:
        assert floors[name]["false_refuted"] == 0
        assert all(0 <= value <= 1 and math.isfinite(value) for value in floors[name].values())


@pytest.mark.parametrize(
    ("published", "right"),
    [
        ("2023-03-06/2023-03-12", True),
        ("2023-03-08", True),
        ("../2023-03-10", True),
        ("2023-03-01/2023-03-31", False),
        ("2023-03-08/..", False),
        (None, False),
    ],
)
def test_a_dating_is_right_if_it_ends_within_the_annotated_range(published: str | None, right: bool) -> None:
    assert gate.lies_in(published, "2023-03-06/2023-03-12") is right

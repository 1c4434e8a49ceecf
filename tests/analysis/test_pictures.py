"""The chart that each table gets."""

from __future__ import annotations

from xml.etree import ElementTree

import numpy as np
import pytest

from mahdar.analysis.agreement import agreement_with
from mahdar.analysis.cohesion import cohesion
from mahdar.analysis.groups import find_group
from mahdar.analysis.pictures import agreement_chart, cohesion_chart, points_chart
from mahdar.analysis.positions import ideal_points
from tests.analysis.votes import joined, simulated, votes

POINTS = np.append(np.random.default_rng(9).normal(0, 1, 19), 2.0)


def words(svg: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_dots_of_agreement_name_states_and_withhold() -> None:
    table = agreement_with(votes({"USA": "yyn", "GBR": "yyn", "RUS": "nny", "FRA": "--y"}), "USA", minimum=2)
    shown = words(agreement_chart(table, str.lower))
    assert [word[:3] for word in shown if word.endswith("votes)")] == ["gbr", "rus", "fra"]
    assert "gbr (3 votes)" in shown
    assert "withheld: fewer than 2 shared votes" in shown


def test_lines_of_cohesion_have_a_key_for_each_group() -> None:
    made = votes({"AAA": "yyy", "AAB": "yny", "AAC": "nny"}, ["2001", "2002", "2003"])
    shown = words(cohesion_chart(cohesion(made, [find_group("AAA,AAB"), find_group("AAA,AAC")], minimum=1)))
    assert {"AAA,AAB", "AAA,AAC", "2001", "2003", "agreement index"} <= set(shown)


def test_one_session_has_dots_and_several_have_lines() -> None:
    one = words(points_chart(ideal_points(simulated(POINTS, 40, seed=1), bridged=False)))
    assert "Bars: 1.96 standard errors on either side." in " ".join(one)
    several = joined([simulated(POINTS, 30, seed=number, session=number) for number in (1, 2)])
    assert {"USA", "AAA"} <= set(words(points_chart(ideal_points(several, states=["USA", "AAA"]))))
    with pytest.raises(ValueError, match="at most 8 lines"):
        points_chart(ideal_points(several))

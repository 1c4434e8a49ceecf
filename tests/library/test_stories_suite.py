"""Stories of real reports through the command line; the reports lie beside the project, not in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.suites_stories import baseline, copied, measure, pairs, reports, wanted

from tools.bench_stories import SHARED, by_command

ROWS = reports(SHARED)
pytestmark = pytest.mark.skipif(not ROWS, reason="there is no shared suite")


def test_stories_of_the_suite_with_the_settings_as_they_are(tmp_path: Path) -> None:
    found, gold, couples = by_command(ROWS, tmp_path), wanted(ROWS), copied(ROWS)
    assert {name for group in found for name in group} == {row["id"] for row in ROWS}
    score = measure(found, gold)
    assert score.bcubed[2] >= 0.95
    assert score.pairwise[2] >= 0.88
    assert len(couples) > 30
    assert couples <= pairs(found)


def test_the_baseline_is_that_of_the_suite() -> None:
    score = measure(baseline(ROWS), wanted(ROWS))
    assert (round(score.bcubed[2], 2), round(score.pairwise[2], 2)) == (0.91, 0.80)

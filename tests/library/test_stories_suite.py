"""Stories of real reports through the command line; the reports lie beside the project, not in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.bench_stories import baseline, bcubed, by_command, load, pairs, pairwise, syndicated, wanted

pytestmark = pytest.mark.skipif(not load(), reason="there is no shared suite")


def test_stories_of_the_suite_with_the_settings_as_they_are(tmp_path: Path) -> None:
    rows = load()
    found, gold, copied = by_command(rows, tmp_path), wanted(rows), syndicated(rows)
    assert {name for group in found for name in group} == {row["id"] for row in rows}
    assert bcubed(found, gold)[2] >= 0.95
    assert pairwise(found, gold)[2] >= 0.88
    assert len(copied) > 30
    assert copied <= pairs(found)


def test_the_baseline_is_that_of_the_suite() -> None:
    rows = load()
    plain, gold = baseline(rows), wanted(rows)
    assert (round(bcubed(plain, gold)[2], 2), round(pairwise(plain, gold)[2], 2)) == (0.91, 0.80)

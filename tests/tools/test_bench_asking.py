"""The bench of asking by symbol runs, and tells opening from answering."""

from __future__ import annotations

import pytest

from tools import bench_asking


def test_each_symbol_is_asked_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_asking, "SYMBOLS", ("S/RES/2397",))
    (asked,) = bench_asking.bench_asking(runs=1)
    assert asked.symbol == "S/RES/2397"
    assert 0 < asked.shown[0] < asked.whole[0]
    assert asked.whole[0] == pytest.approx(asked.opened[0] + asked.shown[0], rel=0.05)

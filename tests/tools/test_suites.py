"""The table of suites: every figure that is measured says what it is, every floor is of one that is measured."""

from __future__ import annotations

import tomllib

from tools import eval as gate
from tools import suites


def test_every_floor_of_a_suite_is_of_a_figure_with_its_peers() -> None:
    floors = tomllib.loads(gate.FLOORS.read_text("utf-8"))[suites.NAME]
    assert floors.keys() <= suites.peers().keys()
    assert all(0 < floor <= 1 for floor in floors.values())


def test_every_suite_gives_figures_by_name() -> None:
    from importlib import import_module
    from pathlib import Path

    for name in suites.modules():
        assert import_module(name).figures(Path("no-such-folder")) == {}, name


def test_the_table_stands_in_the_order_of_the_peers_and_wraps_long_titles() -> None:
    known = {
        "one.f1": suites.Peers("the first", "other .5"),
        "two.f1": suites.Peers("a title that goes on and on until it no longer fits into its column", ""),
    }
    lines = list(suites.table([("new.f1", "0.1", ""), ("two.f1", "0.25", "0.2"), ("one.f1", "0.75", "")], known))
    assert lines[0].split() == ["suite", "ours", "floor", "peers"]
    assert lines[1].split() == ["the", "first", "0.75", "other", ".5"]
    assert lines[2].startswith("a title that goes on")
    assert lines[2].endswith("0.25    0.2")
    assert lines[3] == "fits into its column"
    assert lines[4].split() == ["new.f1", "0.1"]

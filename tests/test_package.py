"""What a user installs: every file of the source tree, with its types."""

from __future__ import annotations

import os
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

import mahdar

ROOT = Path(__file__).resolve().parent.parent


def installed() -> Path:
    return Path(mahdar.__file__).parent


def test_every_file_of_the_source_tree_is_installed() -> None:
    source = ROOT / "src" / "mahdar"
    wanted = {
        path.relative_to(source) for path in source.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }
    assert {path for path in wanted if not (installed() / path).is_file()} == set()
    assert Path("py.typed") in wanted


def test_tests_run_on_the_built_wheel_where_make_says_so() -> None:
    wheel = os.environ.get("MAHDAR_WHEEL")
    if not wheel:
        pytest.skip("run by hand, on the work tree; `make unit` builds the wheel")
    assert installed().is_relative_to(ROOT / wheel)


def test_no_modules_import_one_another_in_a_circle() -> None:
    """What is imported for types alone is left out: it needs nothing at run time."""
    graph = grimp.build_graph("mahdar", exclude_type_checking_imports=True)
    order = TopologicalSorter({module: graph.find_modules_directly_imported_by(module) for module in graph.modules})
    order.prepare()  # raises CycleError, which names the modules of a circle

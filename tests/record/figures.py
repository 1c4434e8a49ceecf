"""What the tests of the figures in SOURCE.md share: the tables of the folders, read once, and regional groups."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache

import pytest

from mahdar.record.states import find_state
from tests.told import MATERIAL

here = pytest.mark.skipif(
    not MATERIAL.is_dir(), reason="the copies of the official publications are not here (MAHDAR_SHARED)"
)
Rows = tuple[dict[str, str], ...]


@cache
def rows(folder: str, name: str) -> Rows:
    """The rows of a CSV below the material, without its comments."""
    with (MATERIAL / folder / name).open(encoding="utf-8-sig", newline="") as lines:
        return tuple(csv.DictReader(line for line in lines if not line.startswith("#")))


def count(table: Rows, column: str) -> Counter[str]:
    """How often each value stands in a column."""
    return Counter(row[column] for row in table)


def codes(cell: str) -> list[str]:
    """The states of a cell, which a semicolon or a space separates."""
    return cell.replace(";", " ").split()


def tally(row: dict[str, str]) -> tuple[int, int, int]:
    """Yes, no and abstentions of a row that has them."""
    return int(row["yes"]), int(row["no"]), int(row["abstain"])


@cache
def groups() -> dict[str, str]:
    """State -> regional group of the United Nations; former states belonged to Eastern Europe."""
    named = {find_state(r["To"]): r["To-Rgrp"] for r in rows("upr_uprinfo", "derived_regional_groups.csv")}
    found = {state: group for state, group in named.items() if state}
    return found | dict.fromkeys(("CSK", "DDR", "SUN", "YUG"), "EEG")

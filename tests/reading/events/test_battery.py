"""Every type of PLOVER in both languages: what happened, who did it and to whom, by `battery.csv`."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from mahdar.edtf import Interval
from mahdar.reading.reader import read_passage
from tests.reading.events.test_tables import TYPES

_PUBLISHED = Interval.parse("2024-03-06")
NOTHING = "-"


def _rows() -> list[dict[str, str]]:
    with Path(__file__).with_name("battery.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


ROWS = _rows()


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['language']}-{row['type']}-{n}" for n, row in enumerate(ROWS)])
def test_the_first_event_of_a_sentence(row: dict[str, str]) -> None:
    found = read_passage(row["text"], row["language"], _PUBLISHED).events
    if row["type"] == NOTHING:
        assert found == []
        return
    first = found[0]
    assert (first.type, "|".join(first.actors), "|".join(first.recipients)) == (
        row["type"],
        row["actors"],
        row["recipients"],
    )


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_type_and_the_absence_of_any_is_tried(language: str) -> None:
    counts = Counter(row["type"] for row in ROWS if row["language"] == language)
    assert set(counts) == TYPES | {NOTHING}
    assert min(counts.values()) >= 3
    assert sum(counts.values()) >= 100

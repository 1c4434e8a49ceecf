"""A small library of reports written for these tests, read once by the record of the package."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mahdar.library.adding import add
from mahdar.library.items import Dated, Item, Met
from mahdar.library.opened import Library, open_library
from mahdar.pipeline import built_in_record
from mahdar.record.access import Record
from tests.kept import REPORTS, TAKEN


def item(id: str) -> Item:
    """A report as a file with its particulars gives it."""
    text, _, outlet, url, day = REPORTS[id]
    dated = Dated(day, "given", "in the test") if day else None
    met = Met(f"in/{id}.txt", "file", TAKEN)
    return Item(id, text.encode(), text, met, title=f"Title of {id}", outlet=outlet, url=url, dated=dated)


@pytest.fixture(scope="session")
def record() -> Record:
    return built_in_record()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, record: Record) -> Path:
    place = tmp_path_factory.mktemp("library") / "library.db"
    with open_library(place) as made:
        list(add(made, map(item, REPORTS), record))
    return place


@pytest.fixture
def library(template: Path, tmp_path: Path) -> Iterator[Library]:
    """A copy of its own, so that a test may write."""
    place = tmp_path / "library.db"
    shutil.copy(template, place)
    with open_library(place) as found:
        yield found

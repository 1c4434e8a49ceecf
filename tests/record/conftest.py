"""The record built once from the tables of the package, in a folder of the test run."""

from __future__ import annotations

from pathlib import Path

import pytest

from mahdar.record.access import Record


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return Record.open(Path(tmp_path_factory.mktemp("record")) / "record.duckdb")

"""The votes of the General Assembly as the record has them, read once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

# Before numpy is first imported: sessions are small, and BLAS's threads would only wait for one another.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from mahdar.analysis.matrix import Votes, read_votes
from mahdar.record.access import Record
from mahdar.record.ballots import ballots

ROOT = Path(__file__).resolve().parents[2]
MATERIAL = Path(os.environ.get("MAHDAR_SHARED", ROOT.parent / "shared")) / "record"


@pytest.fixture(scope="session")
def assembly(tmp_path_factory: pytest.TempPathFactory) -> Votes:
    record = Record.open(Path(tmp_path_factory.mktemp("record")) / "record.duckdb")
    return read_votes(ballots(record, "assembly"), "assembly")


@pytest.fixture(scope="session")
def material() -> Path:
    if not MATERIAL.is_dir():
        pytest.skip("the copies of the official publications are not here (MAHDAR_SHARED)")
    return MATERIAL

"""Two records: of the package's facts alone, and one into which a few rows were loaded, with their index."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from mahdar.record.access import Record
from mahdar.record.asking import index
from mahdar.record.loading.sink import Sink
from mahdar.record.opened import Store
from mahdar.record.store import open_store

# Three sources on one vote that differ, an earlier version of one of them, and a vote that no other table has.
_CALL = {"series": "council", "body": "council", "draft": "S/2022/431", "date": "2022-05-26", "meeting": "S/PV.9048"}
_LOADS = (
    (1, "veto-list", "un-library-vetoes", "old.html", 3),
    (2, "votes", "un-sc-votes", "votes.xlsx", None),
    (3, "veto-list", "un-library-vetoes", "new.html", None),
)


def _fill(connection: duckdb.DuckDBPyConnection) -> None:
    for load, kind, source, name, replaced in _LOADS:
        row = [load, kind, source, name, f"https://example.org/{name}", "0" * 64, 10, "2024-05-01", "2024-05-02", 1]
        connection.execute(f"INSERT INTO told.loads VALUES ({'?, ' * 10} 'mahdar', ?)", [*row, replaced])
        sink = Sink(connection, load)
        call: dict[str, object] = {
            **_CALL,
            "call": name,
            "place": "line 2",
            "outcome": "vetoed",
            "public": "2022-05-26",
        }
        if load == 2:
            votes = {"CHN": "no", "RUS": "no", "ALB": "yes", "KEN": "yes", "GAB": "absent"}
            keys = {"series": "council", "call": name}
            sink.write("votes", [{**keys, "state": s, "vote": v, "name_told": s} for s, v in votes.items()])
            call |= {"yes": 13, "no": 2, "abstain": 0}
            sink.write(
                "calls", [{**call, "call": "late", "draft": "S/2099/1", "date": "2099-01-01", "public": "2099-01-01"}]
            )
            sink.write("recommendations", [{"place": "1", "state": "PRK", "recommender": "CUB", "text": "=go on"}])
        else:
            sink.remark("odd", "the tally is that of another draft", place="line 2", value="13-0-2")
        sink.write("calls", [call])
        sink.finish()
    index.build(connection)
    connection.execute("CHECKPOINT")


@pytest.fixture(scope="session")
def package_path(record: Record) -> Path:
    assert record.path is not None
    return record.path


@pytest.fixture(scope="session")
def told_path(package_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(tmp_path_factory.mktemp("told")) / "record.duckdb"
    shutil.copyfile(package_path, path)
    with duckdb.connect(str(path)) as connection:
        _fill(connection)
    return path


@pytest.fixture
def store(package_path: Path) -> Iterator[Store]:
    opened = open_store(package_path)
    yield opened
    opened.connection.close()


@pytest.fixture
def told(told_path: Path) -> Iterator[Store]:
    opened = open_store(told_path)
    yield opened
    opened.connection.close()

"""A record that was opened before opens without DuckDB, with the same rows, until its file changes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.opened import Store
from mahdar.record.reopened import Later, folder
from mahdar.record.store import RecordError, open_store

CHECK = """
import sys
import mahdar
from pathlib import Path
from mahdar.record.access import Record
record = Record.open(Path(sys.argv[1]))
sentence = "Russia vetoed a Security Council draft resolution on Syria in February 2012."
print([claim.verdict for claim in mahdar.read(sentence, record=record).claims], "duckdb" in sys.modules)
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("built") / "record.duckdb"
    open_store(path).connection.close()
    return path


@pytest.fixture
def path(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MAHDAR_CACHE", str(tmp_path / "cache"))
    return Path(shutil.copy(built, tmp_path / "record.duckdb"))


def is_open(store: Store) -> bool:
    return not isinstance(store.connection, Later) or "_opened" in store.connection.__dict__


def test_the_second_time_rows_come_without_a_connection(path: Path) -> None:
    first, second, third = (open_store(path) for _ in range(3))
    assert is_open(first)
    rows = first.rows("council_decisions")
    assert second.rows("council_decisions") == rows
    assert third.rows("council_decisions") == rows
    assert not is_open(third)
    assert (third.hash, third.path, third.viewed, third.origin) == (first.hash, path, first.viewed, first.origin)


def test_what_was_not_asked_before_is_read_from_the_file(path: Path) -> None:
    open_store(path)
    store = open_store(path)
    assert not is_open(store)
    assert len(store.rows("presidencies")) > 100
    assert is_open(store)
    store.connection.close()


def test_closing_what_was_never_opened_opens_nothing(path: Path) -> None:
    open_store(path)
    store = open_store(path)
    store.connection.close()
    assert not is_open(store)


def test_the_same_decisions_and_rivals(path: Path, record: Record) -> None:
    Record.open(path).decisions()
    again = Record.open(path)
    assert again.decisions() == record.decisions()
    assert again.vetoes("RUS", "SYR") == record.vetoes("RUS", "SYR")
    assert again.vetoes() == tuple(d for d in again.decisions() if d.outcome == "vetoed")
    assert votes_of_rivals(again, "S/RES/1958") == votes_of_rivals(record, "S/RES/1958")


def votes_of_rivals(record: Record, symbol: str) -> list[tuple[str, dict[str, str]]]:
    row = record.decision(symbol)
    assert row is not None
    rivals = record.rivals(row)
    assert rivals
    return [(rival.source.key, dict(rival.votes)) for rival in rivals]


def test_each_row_is_one_object_however_it_is_asked_for(record: Record) -> None:
    veto = record.vetoes(when=Interval.parse("2022-05-26"))[0]
    assert veto is record.decision(veto.draft)
    assert all(veto is not rival for rival in record.rivals(veto))


def test_another_file_at_the_same_place_is_opened_anew(path: Path) -> None:
    open_store(path).rows("sources")
    os.utime(path, ns=(1, 1))
    assert is_open(open_store(path))


def test_a_file_that_is_no_record_is_still_told(path: Path) -> None:
    open_store(path)
    path.write_bytes(b"no record")
    with pytest.raises(RecordError, match="no record of Mahdar"):
        open_store(path)


def test_rows_that_others_may_have_written_are_not_believed(path: Path) -> None:
    rows = open_store(path).rows("sources")
    for place in (path.parent / "cache").iterdir():
        place.chmod(0o777)
    store = open_store(path)
    assert is_open(store)
    assert store.rows("sources") == rows


def test_without_a_state_of_the_tables_nothing_is_kept(path: Path) -> None:
    assert folder(path, "") is None
    assert folder(path.with_name("absent.duckdb"), "stamp") is None
    assert folder(path, "one") != folder(path, "other")


def test_a_check_in_a_new_process_needs_no_duckdb(path: Path) -> None:
    told = [
        subprocess.run([sys.executable, "-c", CHECK, str(path)], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert told == ["['supported'] True\n", "['supported'] False\n"]

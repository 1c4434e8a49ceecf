"""The file of the record: built once, whole or not at all, and a clear word when it is none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mahdar.record import store
from mahdar.record.access import Record
from mahdar.record.schema import SCHEMA, columns
from mahdar.record.store import RecordError, default_path, fingerprint, open_store
from mahdar.tables import header, read_rows

READ = """
import sys
from pathlib import Path
from mahdar.record import store
from mahdar.record.access import Record
print(len(Record.open(Path(sys.argv[1])).meetings()))
"""


@pytest.mark.parametrize("table", SCHEMA)
def test_tables_have_the_columns_that_the_schema_names(table: str) -> None:
    rows = read_rows("mahdar.record", f"{table}.csv")
    assert list(rows[0]) == list(columns(table))


@pytest.mark.parametrize("table", sorted(set(SCHEMA) - {"sources"}))
def test_headers_state_policy_source_and_coverage(table: str) -> None:
    text = "\n".join(header("mahdar.record", f"{table}.csv"))
    assert "policy:" in text
    assert "source:" in text
    assert "coverage:" in text


@pytest.mark.parametrize("table", sorted(set(SCHEMA) - {"sources", "agenda_items"}))
def test_every_row_names_a_source_and_how_sure_it_is(table: str) -> None:
    sources = {row["key"] for row in read_rows("mahdar.record", "sources.csv")}
    for row in read_rows("mahdar.record", f"{table}.csv"):
        assert row["source"] in sources, row
        assert row["confidence"] in ("stated", "known", "derived"), row


def test_the_file_is_built_once_and_reopened(tmp_path: Path) -> None:
    path = tmp_path / "new" / "record.duckdb"
    store = open_store(path)
    assert store.hash == fingerprint()
    store.connection.close()
    built = path.stat().st_mtime_ns
    open_store(path).connection.close()
    assert path.stat().st_mtime_ns == built
    assert sorted(p.name for p in path.parent.iterdir()) == [".record.duckdb.lock", "record.duckdb"]


def test_an_opened_record_cannot_be_written(record: Record) -> None:
    import duckdb

    with pytest.raises(duckdb.Error):
        record._store.connection.execute("CREATE TABLE other (a INTEGER)")


def test_a_record_of_other_facts_is_built_anew(tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "record.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE meta AS SELECT 'old' AS hash, 'package' AS origin")
    assert Record.open(path).hash == fingerprint()


def test_a_record_that_another_program_filled_is_left_alone(tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "record.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE meta AS SELECT 'mine' AS hash, 'elsewhere' AS origin")
    assert open_store(path).hash == "mine"


@pytest.mark.parametrize("content", [b"", b"not a database", b"\0" * 8192])
def test_a_file_that_is_no_record_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "record.duckdb"
    path.write_bytes(content)
    with pytest.raises(RecordError, match="damaged record, but nothing else, can be deleted"):
        Record.open(path)
    assert path.read_bytes() == content


def test_a_damaged_file_of_our_own_place_is_built_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "record.duckdb"
    path.write_bytes(b"not a database")
    monkeypatch.setenv("MAHDAR_RECORD", str(path))
    assert default_path() == path
    assert Record.open().path == path


def test_where_nothing_can_be_written_the_record_lives_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    record = Record.open(tmp_path / "file" / "record.duckdb")
    assert record.path is None
    assert record.decision("S/RES/1718") is not None


def test_two_processes_at_once_both_get_a_whole_record(tmp_path: Path) -> None:
    path = tmp_path / "record.duckdb"
    command = [sys.executable, "-c", READ, str(path)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    counts = {process.communicate(timeout=120)[0].strip() for process in both}
    assert len(counts) == 1
    assert int(counts.pop()) > 9000
    assert sorted(p.name for p in tmp_path.iterdir()) == [".record.duckdb.lock", "record.duckdb"]


def test_tables_that_did_not_change_are_not_hashed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "record.duckdb"
    open_store(path).connection.close()

    def never() -> str:
        raise AssertionError("hashed")

    monkeypatch.setattr(store, "fingerprint", never)
    open_store(path).connection.close()
    monkeypatch.setattr(store, "stamp", lambda: "of other times")
    with pytest.raises(AssertionError, match="hashed"):
        open_store(path)

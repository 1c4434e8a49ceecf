"""SQL of anybody's own: it reads, and can do nothing else."""

from __future__ import annotations

import hashlib
import time
from datetime import date
from pathlib import Path

import pytest

from mahdar.record.asking import query
from mahdar.record.asking.query import QueryError, ask
from mahdar.record.opened import Store
from mahdar.record.store import RecordError, open_store


def test_a_question_is_answered(told_path: Path) -> None:
    answer = ask("SELECT count(*) AS n FROM council_decisions WHERE symbol = 'S/RES/2397 (2017)'", told_path)
    assert (answer.columns, answer.rows, answer.more) == (("n",), ((1,),), False)


@pytest.mark.parametrize(
    "text",
    ["FROM council_terms", "SHOW TABLES", "DESCRIBE council_terms", "SUMMARIZE presidencies", "VALUES (1)",
     "EXPLAIN FROM sources", "WITH x AS (SELECT 1 AS a) SELECT a FROM x", "FROM told.votes", "SELECT 1;"],
)  # fmt: skip
def test_what_reads_is_run(told_path: Path, text: str) -> None:
    assert ask(text, told_path).columns


def test_rows_beyond_the_limit_are_left_out_and_said(told_path: Path) -> None:
    answer = ask("FROM council_decisions", told_path, limit=3)
    assert (len(answer.rows), answer.more) == (3, True)
    assert not ask("FROM council_decisions LIMIT 3", told_path, limit=3).more


WRITES = [
    "DELETE FROM council_decisions",
    "INSERT INTO council_decisions SELECT * FROM council_decisions",
    "UPDATE council_decisions SET yes = 15",
    "DROP TABLE council_decisions",
    "ALTER TABLE council_decisions RENAME TO gone",
    "CREATE TABLE x (a INTEGER)",
    "CREATE TEMP TABLE x (a INTEGER)",
    "CREATE VIEW x AS SELECT 1",
    "CREATE MACRO x() AS 1",
    "CREATE SECRET x (TYPE s3)",
    "TRUNCATE council_decisions",
    "WITH x AS (DELETE FROM council_terms RETURNING *) FROM x",
    "EXPLAIN ANALYZE DELETE FROM council_decisions",
    "BEGIN",
    "COMMIT",
    "ROLLBACK",
    "CHECKPOINT",
    "VACUUM",
    "ANALYZE",
    "CALL force_checkpoint()",
    "PREPARE x AS SELECT 1",
    "EXECUTE x",
    "SELECT 1; DELETE FROM council_decisions",
]
ESCAPES = [
    "ATTACH '{folder}/other.duckdb'",
    "DETACH record",
    "USE told",
    "COPY council_decisions TO '{folder}/leak.csv'",
    "COPY (SELECT 1) TO '{folder}/leak.csv'",
    "EXPLAIN ANALYZE COPY (SELECT 1) TO '{folder}/leak.csv'",
    "EXPORT DATABASE '{folder}/leak'",
    "IMPORT DATABASE '{folder}/leak'",
    "SELECT * FROM read_csv('{folder}/secret.csv')",
    "SELECT * FROM read_text('{folder}/secret.csv')",
    "SELECT * FROM read_blob('{folder}/*')",
    "SELECT * FROM read_json('{folder}/secret.csv')",
    "SELECT * FROM sniff_csv('{folder}/secret.csv')",
    "SELECT * FROM parquet_scan('{folder}/secret.csv')",
    "FROM glob('{folder}/*')",
    "FROM '{folder}/secret.csv'",
    "FROM '/etc/passwd'",
    "FROM 'https://example.org/x.csv'",
    "FROM query('COPY (SELECT 1) TO ''{folder}/leak.csv''')",
    "INSTALL httpfs",
    "LOAD httpfs",
    "FORCE INSTALL spatial FROM community",
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    "RESET lock_configuration",
    "RESET enable_external_access",
    "PRAGMA enable_external_access = true",
    "SELECT getenv('HOME')",
    "FROM duckdb_secrets()",
    "FROM hidden",
]


@pytest.mark.parametrize("text", WRITES + ESCAPES)
def test_nothing_is_written_read_or_reached_outside(told_path: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "secret.csv").write_text("word\nswordfish\n")
    before = hashlib.sha256(told_path.read_bytes()).hexdigest()
    hidden = [{"word": "swordfish"}]  # a name of this program, which a question must not see
    with pytest.raises(QueryError) as caught:
        ask(text.format(folder=tmp_path), told_path)
    assert "swordfish" not in str(caught.value)
    assert hidden
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]
    assert hashlib.sha256(told_path.read_bytes()).hexdigest() == before


def test_a_record_that_lives_in_memory_is_locked_too(told_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import duckdb

    def in_memory(path: Path | None) -> Store:
        memory = duckdb.connect(":memory:")
        memory.execute("CREATE TABLE sources AS SELECT 'x' AS key")
        return Store(memory, "", None)

    monkeypatch.setattr(query, "open_store", in_memory)
    assert ask("FROM sources").rows == (("x",),)
    for text in ("WITH x AS (DELETE FROM main.sources RETURNING *) FROM x", "FROM '/etc/passwd'", "FROM path"):
        with pytest.raises(QueryError):
            ask(text)


def test_settings_say_that_they_are_locked(told_path: Path) -> None:
    text = "SELECT current_setting('enable_external_access'), current_setting('lock_configuration')"
    assert ask(text, told_path).rows == ((False, True),)


def test_time_is_bounded(told_path: Path) -> None:
    start = time.monotonic()
    with pytest.raises(QueryError, match=r"longer than 0\.5 seconds"):
        ask("SELECT count(*) FROM range(1000000000000) a", told_path, seconds=0.5)
    assert time.monotonic() - start < 5


def test_memory_is_bounded(told_path: Path) -> None:
    with pytest.raises(QueryError, match=r"[Mm]emory"):
        ask("SELECT list(range) FROM range(1000000000)", told_path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SELEC 1", "syntax error"),
        ("FROM country_votes", "Tables are: .*council_decisions"),
        ("SELECT nothing FROM council_terms", "DESCRIBE"),
        ("", "one statement"),
        ("-- only a remark", "one statement"),
        ("DELETE FROM sources", "read-only"),
    ],
)
def test_what_is_wrong_is_said(told_path: Path, text: str, words: str) -> None:
    with pytest.raises(QueryError, match=f"(?s){words}"):
        ask(text, told_path)


def test_names_mean_what_was_public_on_a_day(told_path: Path) -> None:
    def count(table: str, as_of: date | None) -> int:
        return int(ask(f"SELECT count(*) FROM {table}", told_path, as_of=as_of).rows[0][0])

    assert count("council_decisions", date(1950, 1, 1)) < count("council_decisions", None)
    assert ask("SELECT max(date) FROM council_decisions", told_path, as_of=date(1950, 1, 1)).rows[0][0] < date(
        1950, 1, 1
    )
    assert (count("calls", date(2024, 1, 1)), count("calls", date(2100, 1, 1))) == (2, 3)


def test_a_record_that_the_process_has_open_is_not_asked_twice(told_path: Path) -> None:
    store = open_store(told_path)
    store.connection.execute("SELECT 1")  # a record opened before connects when it is first asked
    try:
        with pytest.raises(QueryError, match="open already"):
            ask("SELECT 1", told_path)
    finally:
        store.connection.close()


def test_what_is_no_record_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.duckdb").write_text("no record")
    with pytest.raises(RecordError):
        ask("SELECT 1", tmp_path / "x.duckdb")

"""Tables that say what they are, and their Parquet files."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from mahdar.analysis.table import Row, Table, write_parquet


def table(*rows: Row, columns: tuple[str, ...] = ("state", "value", "count"), fits: tuple[Row, ...] = ()) -> Table:
    return Table("What's the share?", "shares", "all", "reasons", columns, rows, fits)


@pytest.mark.parametrize("part", ["what", "method", "coverage", "not_shown"])
def test_a_table_that_does_not_say_what_it_is_is_refused(part: str) -> None:
    told = {"what": "a", "method": "b", "coverage": "c", "not_shown": "d", part: ""}
    with pytest.raises(ValueError, match="does not show"):
        Table(told["what"], told["method"], told["coverage"], told["not_shown"], (), ())


def test_what_stands_with_the_rows() -> None:
    assert table().about() == {
        "what": "What's the share?",
        "method": "shares",
        "coverage": "all",
        "not_shown": "reasons",
    }
    assert table(fits=({"iterations": 3},)).about()["fits"] == [{"iterations": 3}]
    assert table().notes() == ("Method: shares.", "Coverage: all.", "Does not show: reasons.")


def test_parquet_keeps_values_types_and_what_the_table_says(tmp_path: Path) -> None:
    path = tmp_path / "it's.parquet"
    rows: tuple[Row, ...] = ({"state": "USA", "value": 1 / 3, "count": 3}, {"state": "O'R", "value": None, "count": 0})
    write_parquet(table(*rows), path)
    with duckdb.connect() as connection:
        found = connection.read_parquet(str(path))
        assert found.types == ["VARCHAR", "DOUBLE", "BIGINT"]
        assert found.fetchall() == [("USA", 1 / 3, 3), ("O'R", None, 0)]
        query = "SELECT key, value FROM parquet_kv_metadata(?)"
        kept = {
            bytes(key).decode(): bytes(value).decode()
            for key, value in connection.execute(query, [str(path)]).fetchall()
        }
    assert kept == table().about()


def test_columns_of_mixed_numbers_and_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    write_parquet(table({"state": None, "value": 1, "count": 1}, {"state": None, "value": 0.5, "count": 2}), path)
    assert duckdb.read_parquet(str(path)).types == ["VARCHAR", "DOUBLE", "BIGINT"]
    write_parquet(table(), path)
    assert duckdb.read_parquet(str(path)).fetchall() == []


def test_a_place_where_nothing_can_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        write_parquet(table(), tmp_path / "nowhere" / "a.parquet")

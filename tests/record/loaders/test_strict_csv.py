"""CSV read strictly by Python and by DuckDB: the same lines, and the same line named where something is wrong."""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mahdar.record.loaders.strict_csv import columns_of, ends_whole, execute, literal, scan, strict_lines
from mahdar.record.loading.publication import LoadError

Rows = list[tuple[str | None, ...]]


@cache
def database() -> duckdb.DuckDBPyConnection:
    """One for all examples: to open a database takes longer than to read a file."""
    return duckdb.connect()


def by_duckdb(path: Path) -> Rows:
    execute(database(), f"CREATE OR REPLACE TABLE t AS FROM {scan(path, columns_of(path))}")
    return database().execute("FROM t").fetchall()


def by_python(path: Path) -> Rows:
    return [tuple(cell or None for cell in line.values()) for _, line in strict_lines(path)]


def written(folder: Path, content: bytes, name: str = "file.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.just("1"), CELLS, CELLS), min_size=1, max_size=8))
def test_both_read_what_was_written(tmp_path: Path, rows: list[tuple[str, str, str]]) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([("a", "b", "c"), *rows])
    path = written(tmp_path, out.getvalue().encode())
    wanted = [tuple(cell or None for cell in row) for row in rows]
    assert by_python(path) == by_duckdb(path) == wanted


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"a,b,c\n1,2,3\n1,2\n", "line 3 has 2 cells, the header has 3"),
        (b"a,b,c\n1,2,3\n1,2,3,4\n", "line 3 has 4 cells, the header has 3"),
        (b"a,b,c\n1,2,3\n1,2,\xff\n", "line 3 is not utf-8"),
        (b"a,b,c\n1,2," + b"x" * 1_200_000 + b"\n", "line 2 is too long"),
    ],
)
def test_the_line_that_is_wrong_is_named(tmp_path: Path, content: bytes, says: str) -> None:
    path = written(tmp_path, content)
    with pytest.raises(LoadError, match=says):
        by_duckdb(path)
    with pytest.raises(LoadError, match=says):
        by_python(path)


@pytest.mark.parametrize("last", [b'1,2,"abc', b'1,2,"abc" d\n'])
def test_quoted_cells_end(tmp_path: Path, last: bytes) -> None:
    path = written(tmp_path, b"a,b,c\n1,2,3\n" + last)
    with pytest.raises(LoadError, match="line 3 has a quoted cell"):
        by_duckdb(path)
    with pytest.raises(LoadError, match="line 3"):
        by_python(path)


def test_a_last_line_without_end_is_cut_short(tmp_path: Path) -> None:
    path = written(tmp_path, b"a,b,c\n1,2,3\n1,2,30")
    assert not ends_whole(path)
    with pytest.raises(LoadError, match="line 3 does not end"):
        by_python(path)
    assert ends_whole(written(tmp_path, b"a,b,c\r\n1,2,3\r\n"))


def test_a_name_with_the_signs_of_a_pattern_is_a_name(tmp_path: Path) -> None:
    written(tmp_path, b"a\nother\n", "votes 1.csv")
    assert by_duckdb(written(tmp_path, b"a\nthis\n", "votes [1]?*'.csv")) == [("this",)]


def test_headers(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="'a' twice"):
        columns_of(written(tmp_path, b"a,b,a\n"))
    with pytest.raises(LoadError, match="no column d"):
        columns_of(written(tmp_path, b"a,b,c\n"), "a", "d")
    with pytest.raises(LoadError, match=r"1,000,\d\d\d columns or more|no publication is so wide"):
        columns_of(written(tmp_path, b"a," * 1_000_000 + b"a\n"))
    assert columns_of(written(tmp_path, b"\xef\xbb\xbf a ,b\n")) == ("a", "b")


def test_literals() -> None:
    assert literal("Côte d'Ivoire") == "'Côte d''Ivoire'"
    assert literal(None) == "NULL"

"""CSV files: every line whole, or the file refused."""

from __future__ import annotations

import time
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.record.loading.csv_tables import whole_lines
from mahdar.record.loading.publication import LoadError
from mahdar.record.loading.sink import Sink

COLUMNS = ("name", "year")


def read(path: Path, delimiter: str = ",") -> tuple[list[tuple[str, dict[str, str]]], Sink]:
    sink = Sink(duckdb.connect(), 1)
    return list(whole_lines(path, COLUMNS, sink, delimiter)), sink


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "table.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_lines_by_the_names_of_their_columns(tmp_path: Path) -> None:
    path = write(tmp_path, '\ufeff# a policy\nname,year\n"Peru, state of",1955\n# more\n\nMali,1966\r\n')
    lines, sink = read(path)
    assert lines == [
        ("line 2", {"name": "Peru, state of", "year": "1955"}),
        ("line 3", {"name": "Mali", "year": "1966"}),
    ]
    assert sink.remarks() == {}
    assert read(write(tmp_path, "name;year\nA;1\n"), ";")[0] == [("line 2", {"name": "A", "year": "1"})]


def test_other_columns(tmp_path: Path) -> None:
    lines, sink = read(write(tmp_path, "year,name,seat\n1,A,x\n"))
    assert lines == [("line 2", {"year": "1", "name": "A", "seat": "x"})]
    assert sink.remarks() == {("lost", "a column that this publication did not have so far"): 1}
    with pytest.raises(LoadError, match="columns name, year"):
        read(write(tmp_path, "name\nA\n"))


@pytest.mark.parametrize(
    "content",
    [
        "name,year\nA\n",
        "name,year\nA,1,2\n",
        'name,year\n"A,1\n',
        "",
        b"name,year\n\xff,1\n",
        "name,year\n" + "x" * 3_000_000,
        'name,year\n"' + "x\n" * 2_000_000,
        ",".join(f"c{n}" for n in range(1_000_000)) + "\n",
        "name,year," + ",".join(f"c{n}" for n in range(5_000)) + "\n",
    ],
    ids=["short", "long", "quote", "empty", "bytes", "endless", "endless-cell", "wide", "wide-but-named"],
)
def test_what_is_refused_in_time(tmp_path: Path, content: str | bytes) -> None:
    path = write(tmp_path, content)
    start = time.monotonic()
    with pytest.raises(LoadError):
        read(path)
    assert time.monotonic() - start < 10


@given(cut=st.integers(min_value=0, max_value=399))
def test_a_cut_is_refused_or_remarked(cut: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    whole = b"name,year\n" + b"Democratic Yemen,1990\n" * 18
    path = write(tmp_path_factory.mktemp("cut"), whole[:cut])
    try:
        lines, sink = read(path)
    except LoadError:
        return
    assert whole[cut - 1 : cut] == b"\n" or list(sink.remarks()) == [
        ("odd", "the last line has no end: it may be cut short")
    ]
    assert len(lines) <= 18

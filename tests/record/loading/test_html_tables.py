"""Tables in HTML as a reader sees them, however the page is written; what has no end is refused."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.record.loading.html_tables import TableRow, is_page, table_rows
from mahdar.record.loading.publication import Head, LoadError

HEADING = "<tr><th>Record</th><th>Date</th><th>Topic</th></tr>"


def page(folder: Path, body: str, tail: str = "</table></html>") -> Path:
    path = folder / "page.html"
    path.write_text(f"<html><table>{HEADING}{body}{tail}", "utf-8")
    return path


def lines(rows: list[TableRow]) -> list[list[str]]:
    return [[cell.line for cell in row.cells] for row in rows if not row.heading]


def read(path: Path) -> list[list[str]]:
    return lines(list(table_rows(path)))


def test_cells_have_their_lines_and_links(tmp_path: Path) -> None:
    cell = '<td> <a href="https://undocs.org/S/RES/1">S/RES/1\n (1946)</a> <br> without&nbsp;vote <p>next</td>'
    (row,) = [row for row in table_rows(page(tmp_path, f"<tr>{cell}</tr>")) if not row.heading]
    assert row.cells[0].text == "S/RES/1 (1946)\nwithout vote\nnext"
    assert row.cells[0].line == "S/RES/1 (1946) without vote next"
    assert row.cells[0].links == (("S/RES/1 (1946)", "https://undocs.org/S/RES/1"),)


def test_what_spans_rows_stands_in_each_of_them(tmp_path: Path) -> None:
    body = (
        "<tr><th rowspan='3'><p>S/PV.224</p></th><th rowspan=3>19 December</th><td>one</td></tr>"
        "<tr><td>two</td></tr><tr><td>three</td></tr><tr><td>S/PV.223</td><td>18 December</td><td>four</td></tr>"
    )
    path = page(tmp_path, body)
    assert read(path) == [
        ["S/PV.224", "19 December", "one"],
        ["S/PV.224", "19 December", "two"],
        ["S/PV.224", "19 December", "three"],
        ["S/PV.223", "18 December", "four"],
    ]
    spanned = [row.cells[0].spanned for row in table_rows(path)]
    assert spanned == [False, False, True, True, False]


def test_a_cell_that_spans_in_the_middle_keeps_its_column(tmp_path: Path) -> None:
    body = "<tr><td>a</td><td rowspan=2>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr>"
    assert read(page(tmp_path, body)) == [["a", "b", "c"], ["d", "b", "e"]]


def test_rows_without_their_beginning_are_rows(tmp_path: Path) -> None:
    whole = "<tr><td>1</td><td>2</td><td>3</td></tr>"
    path = page(tmp_path, f"{whole}<td>4</td><td>5</td><td>6</td></tr><td>7</td><td>8</td><td>9</td></tr>{whole}")
    rows = [row for row in table_rows(path) if not row.heading]
    assert lines(rows) == [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"], ["1", "2", "3"]]
    assert [row.implied for row in rows] == [False, True, True, False]
    assert [row.place for row in rows] == ["row 2", "row 3", "row 4", "row 5"]


def test_ends_that_are_left_out_and_tables_in_cells(tmp_path: Path) -> None:
    body = "<tr><td>1<td>2<td>3<tr><td>4<table><tr><td>inner</td></tr></table><td>5<td>6"
    assert read(page(tmp_path, body)) == [["1", "2", "3"], ["4inner", "5", "6"]]


def test_a_page_may_end_without_closing_its_table(tmp_path: Path) -> None:
    row = "<tr><td>1</td><td>2</td><td>3</td></tr>"
    assert read(page(tmp_path, row, "</html>")) == [["1", "2", "3"]]
    assert read(page(tmp_path, row, "</table>")) == [["1", "2", "3"]]


@pytest.mark.parametrize("tail", ["", "<tr><td>4", "</tabl", "<!-- </table>"])
def test_a_page_that_is_cut_short_is_refused(tmp_path: Path, tail: str) -> None:
    with pytest.raises(LoadError, match="cut short"):
        read(page(tmp_path, "<tr><td>1</td><td>2</td><td>3</td></tr>" * 3, tail))


@given(cut=st.integers(min_value=30, max_value=8_000))
def test_wherever_it_is_cut(cut: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = page(tmp_path_factory.mktemp("cut"), "<tr><td>é</td><td>2</td><td>3</td></tr>" * 300)
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(LoadError):
        read(path)


HOSTILE = {
    "depth": "<tr><td>" + "<b>" * 500_000,
    "elements": "<tr><td>" + "<br>" * 2_000_000,
    "cells": "<tr>" + "<td>x</td>" * 500_000,
    "colspan": "<tr>" + "<td colspan=9999>x</td>" * 90 + "</tr>",
    "a cell": "<tr><td>" + "x" * 20_000_000,
    "entities": "<tr><td>" + "&lt;" * 5_000_000,
    "bytes": " " * (33 << 20),
    "zeros": "<tr><td>a\0b</td></tr>",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_a_page_without_end_is_refused_in_time(tmp_path: Path, body: str) -> None:
    path = page(tmp_path, body)
    start = time.monotonic()
    with pytest.raises(LoadError):
        read(path)
    assert time.monotonic() - start < 20


def test_rows_that_span_everything_stay_small(tmp_path: Path) -> None:
    body = "<tr>" + "<td rowspan=9999>x</td>" * 50 + "</tr>" + "<tr><td>y</td></tr>" * 5_000
    assert sum(1 for _ in table_rows(page(tmp_path, body))) == 5_002


def test_what_is_not_text_is_refused(tmp_path: Path) -> None:
    path = page(tmp_path, "<tr><td>x</td></tr>")
    path.write_bytes(path.read_bytes().replace(b"x", b"\xff\xfe"))
    with pytest.raises(LoadError, match="UTF-8"):
        read(path)
    path.write_bytes(b"")
    with pytest.raises(LoadError):
        read(path)


def test_a_page_is_recognised_behind_a_mark_that_was_encoded_twice(tmp_path: Path) -> None:
    path = page(tmp_path, "")
    assert is_page(Head.of(path))
    path.write_text("\u00ef\u00bb\u00bf\r\n" + path.read_text("utf-8"), "utf-8")
    assert is_page(Head.of(path))
    path.write_text("Meetings, <table>", "utf-8")
    assert not is_page(Head.of(path))

"""The index of table rows finds a word in the table that holds it, and nothing in the others."""

from __future__ import annotations

from importlib.resources import files

import pytest

from mahdar.explain.table_rows import TableRow, find


@pytest.mark.parametrize(
    ("phrase", "hints", "table"),
    [
        ("الثلاثاء", (), "times_words"),
        ("روسيا", ("RUS",), "state_names"),
        ("قالت", ("قال", "say", "that"), "cues_ar"),
    ],
)
def test_a_word_is_found_in_its_table_alone(phrase: str, hints: tuple[str, ...], table: str) -> None:
    rows = find(phrase, hints, (table,))
    assert rows
    assert {row.name.removesuffix(".csv") for row in rows} == {table}


def test_a_row_is_the_line_that_the_file_has() -> None:
    (row,) = find("الثلاثاء", (), ("times_words",))
    lines = (files("mahdar") / row.table).read_text("utf-8").splitlines()
    assert lines[row.line - 1].strip() == row.text


def test_an_unknown_word_has_no_row() -> None:
    assert find("زقزقزق", (), ("times_", "numbers_")) == []


def test_hints_that_speak_for_many_rows_say_nothing() -> None:
    assert find("زقزقزق", ("say",), ("cues_ar",)) == []


def test_the_name_of_a_table_is_that_of_its_file() -> None:
    assert TableRow("reading/tables/states.csv", 3, "").name == "states.csv"

"""How rows are printed: tables, JSON, CSV; and that no cell can do harm in any of them."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from datetime import date, datetime
from decimal import Decimal

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from mahdar.characters import BIDI_CONTROLS, CONTROLS
from mahdar.commands import output
from mahdar.commands.cells import plain
from mahdar.commands.output import counted, csv_cell, csv_text, emit, form_of, json_text
from mahdar.edtf import Interval

ROWS: list[dict[str, object]] = [
    {"state": "PRK", "name": "كوريا الشمالية", "votes": -3, "when": date(2017, 12, 22)},
    {"state": "=cmd|' /C calc'!A0", "name": "\u202eevil\x1b[2J", "votes": None, "when": Interval.parse("2016")},
]
COLUMNS = ("state", "name", "votes", "when")


def test_one_form_is_chosen() -> None:
    assert [form_of(*given) for given in ((False, False), (True, False), (False, True))] == ["table", "json", "csv"]
    with pytest.raises(typer.BadParameter, match="choose one of --json and --csv"):
        form_of(True, True)


def test_json_is_one_object_with_what_the_rows_are(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    emit(ROWS, COLUMNS, "json", about={"table": "x", "total": 2})
    text = capsysbinary.readouterr().out.decode()
    assert text.count("\n") == 1
    told = json.loads(text)
    assert (told["table"], told["total"], len(told["rows"])) == ("x", 2, 2)
    assert told["rows"][0] == {"state": "PRK", "name": "كوريا الشمالية", "votes": -3, "when": "2017-12-22"}
    assert told["rows"][1]["when"] == "2016"
    assert not set(text) & ((CONTROLS | BIDI_CONTROLS) - {"\n"})


def test_csv_has_a_header_and_harmless_cells(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    emit(ROWS, COLUMNS, "csv", about={"table": "x"})
    raw = capsysbinary.readouterr().out
    assert b"\r" not in raw
    header, first, second = csv.reader(io.StringIO(raw.decode()))
    assert header == list(COLUMNS)
    assert first == ["PRK", "كوريا الشمالية", "-3", "2017-12-22"]
    assert second[0] == "'=cmd|' /C calc'!A0"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'=1"])
def test_a_text_that_a_spreadsheet_would_run_is_marked_as_text(text: str) -> None:
    assert csv_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", [-3, 0.25, -1e-9, Decimal("-2.5")])
def test_numbers_are_never_marked(value: object) -> None:
    assert csv_cell(value) == float(value)  # type: ignore[arg-type]


@given(st.text())
def test_taking_one_apostrophe_away_gives_back_every_text(text: str) -> None:
    cell = csv_cell(text)
    assert isinstance(cell, str)
    assert not re.match(r"[=+\-@\t\r\n]", cell)
    assert (cell[1:] if re.match(r"''*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]", cell) else cell) == text


@given(st.lists(st.fixed_dictionaries({"a": st.text(), "b": st.none() | st.integers() | st.booleans()}), max_size=4))
def test_csv_gives_every_cell_back(rows: list[dict[str, object]]) -> None:
    told = list(csv.reader(io.StringIO(csv_text(rows, ("a", "b")), newline="")))
    assert told[0] == ["a", "b"]
    assert len(told) == len(rows) + 1
    assert all(len(cells) == 2 for cells in told)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (math.nan, None),
        (math.inf, None),
        (Decimal("2"), 2),
        (Decimal("2.5"), 2.5),
        (b"\x00\xff", "00ff"),
        (frozenset({"b", "a"}), ["a", "b"]),
        ((1, date(2020, 1, 1)), [1, "2020-01-01"]),
        (datetime(2020, 1, 1, 12), "2020-01-01T12:00:00"),
        ({"a": {"b": None}}, {"a": {"b": None}}),
        (True, True),
    ],
)
def test_every_value_has_its_json(value: object, expected: object) -> None:
    assert plain(value) == expected
    json.loads(json_text(value))


def test_a_table_names_its_columns_and_says_what_the_rows_are(capsys: pytest.CaptureFixture[str]) -> None:
    emit(ROWS, COLUMNS, "table", about={"table": "votes", "total": 2, "list": [1]})
    out = capsys.readouterr().out
    assert "table: votes" in out
    assert "list" not in out
    assert {"state", "name", "votes", "when"} <= set(out.split())
    assert "\x1b" not in out
    assert "⟨RLO⟩evil␛[2J" in out


def test_nothing_is_said_to_be_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    emit([], COLUMNS, "table")
    assert "(nothing)" in capsys.readouterr().out


def test_a_watched_terminal_is_not_steered(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    output.write("a\x1b[2Jb\n")
    assert "␛[2J" in capsysbinary.readouterr().out.decode()


def test_a_noun_agrees_with_its_number() -> None:
    assert [counted(number, "story", "stories") for number in (0, 1, 2, 2_000)] == [
        "0 stories",
        "1 story",
        "2 stories",
        "2,000 stories",
    ]

"""Tables on a terminal: nothing is cut off, right-to-left text disturbs nothing beside it."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from mahdar.characters import FIRST_STRONG_ISOLATE, POP_ISOLATE
from mahdar.commands.grid import grid, laid_out, line

ARABIC = "مجلس الأمن اتخذ القرار 2397 (2017) بشأن جمهورية كوريا الشعبية الديمقراطية"


def printed(renderable: object, width: int = 60) -> str:
    out = io.StringIO()
    Console(file=out, width=width, no_color=True).print(renderable)
    return out.getvalue()


def test_each_line_of_an_arabic_cell_stands_between_isolates_of_its_own() -> None:
    text = printed(grid([{"a": "S/RES/2397 (2017)", "b": ARABIC, "c": 3}], ["a", "b", "c"]), 50)
    for row in text.splitlines():
        assert row.count(FIRST_STRONG_ISOLATE) == row.count(POP_ISOLATE)
    assert text.count(FIRST_STRONG_ISOLATE) > 1
    words = text.replace(FIRST_STRONG_ISOLATE, " ").replace(POP_ISOLATE, " ").split()
    assert set(ARABIC.split()) <= set(words)


def test_latin_cells_are_not_isolated() -> None:
    assert FIRST_STRONG_ISOLATE not in printed(grid([{"a": "x"}], ["a"]))


def test_symbols_and_days_are_not_broken_where_others_wrap() -> None:
    row = {"symbol": "S/RES/2397 (2017)", "date": "2017-12-22", "title": "word " * 40}
    text = printed(grid([row], ["symbol", "date", "title"]), 60)
    assert "S/RES/2397 (2017)" in text
    assert "2017-12-22" in text


def test_several_values_are_listed_with_commas_other_bars_stay() -> None:
    text = printed(grid([{"a": "CHN|RUS", "b": "x | y=1|2!"}], ["a", "b"]))
    assert "CHN, RUS" in text
    assert "x | y=1|2!" in text


def test_what_does_not_fit_becomes_blocks_of_lines() -> None:
    row = {f"column_{k}": f"value {k} of a long sentence in a cell" for k in range(12)} | {"empty": None}
    text = printed(laid_out([row], list(row), 60), 60)
    assert "column 3" in text
    assert "value 11 of a long sentence" in text
    assert "empty" not in text
    assert max(map(len, text.splitlines())) <= 60


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=4))
def test_any_text_can_be_shown_and_none_steers(cells: list[str]) -> None:
    row = {str(k): cell for k, cell in enumerate(cells)}
    text = printed(laid_out([row], list(row), 60), 60)
    assert not set(text) & set("\x1b\u202e\u2066\u2067\x00\x9b")
    for printed_line in text.splitlines():
        assert printed_line.count(FIRST_STRONG_ISOLATE) == printed_line.count(POP_ISOLATE)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "a\tb"])
def test_blank_lines_are_lines(text: str) -> None:
    assert printed(line(text)) is not None

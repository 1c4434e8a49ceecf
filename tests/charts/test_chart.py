"""What a chart is handed over as."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.charts.bars import Series, bars
from mahdar.charts.chart import About, columns, drawn, text_of
from mahdar.charts.setting import Setting


@pytest.mark.parametrize(
    ("key", "title", "note"),
    [("two words", "Why?", "All."), ("x", " ", "All."), ("x", "Why?", ""), ("ن", "Why?", "All.")],
)
def test_a_chart_without_question_limits_or_slug_is_refused(key: str, title: str, note: str) -> None:
    with pytest.raises(ValueError, match="chart"):
        About(key, title, note)


def test_a_row_has_a_cell_for_each_header() -> None:
    with pytest.raises(ValueError, match="as many cells"):
        drawn(About("x", "Why?", "All."), columns(["a", "b"], [["1"]]), Setting(), lambda canvas: 10)


def test_csv_marks_what_a_spreadsheet_would_run_and_leaves_numbers() -> None:
    table = columns(["state", "=n"], [["=SUM(A1)", -3], ["'+x", 2.5], ["plain, quoted", None]])
    assert table.csv().splitlines() == ["state,'=n", "'=SUM(A1),-3", "''+x,2.5", '"plain, quoted",']


@pytest.mark.parametrize(
    ("cell", "setting", "shown"),
    [
        (None, Setting(), "–"),
        (0.25, Setting(), "0.250"),
        (1234, Setting(), "1,234"),
        (2.0, Setting(), "2"),
        ("1946", Setting("ar", "arab"), "١٩٤٦"),
        ("S/2022/431", Setting("ar", "arab"), "S/2022/431"),
    ],
)
def test_cells_are_written_for_a_reader(cell: str | float | None, setting: Setting, shown: str) -> None:
    assert text_of(cell, setting) == shown


@given(st.text(max_size=60))
def test_any_words_make_a_well_formed_drawing(words: str) -> None:
    import xml.etree.ElementTree as ET

    chart = bars(About("x", f"Q {words}", f"N {words}"), [words or "p"], [Series(words, [1])])
    for text in (chart.wide, chart.narrow, chart.file()):
        ET.fromstring(text)

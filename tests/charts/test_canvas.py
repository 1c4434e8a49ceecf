"""The sheet: places, words and their length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.charts.canvas import Canvas, length, shortened, wrapped
from mahdar.charts.setting import Setting


def sheet(language: str = "en") -> Canvas:
    return Canvas("c", 200, Setting("ar" if language == "ar" else "en"))


def test_a_rectangle_begins_where_reading_begins() -> None:
    for language, left in (("en", "10"), ("ar", "160")):
        canvas = sheet(language)
        canvas.rect(10, 5, 30, 8, "tip <1>")
        assert f'<rect x="{left}" y="5" width="30" height="8"><title>tip &lt;1&gt;</title></rect>' in canvas.svg(
            20, "t", "n"
        )


def test_a_place_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        sheet().circle(float("nan"), 1, 1)


def test_a_definition_stands_once() -> None:
    canvas = sheet()
    canvas.define("<pattern id='p'/>")
    canvas.define("<pattern id='p'/>")
    assert canvas.svg(10, "t", "n").count("<pattern") == 1


@pytest.mark.parametrize("shape", ["circle", "square", "triangle", "diamond", "cross", "ring", "wedge", "box"])
def test_every_shape_is_drawn(shape: str) -> None:
    canvas = sheet()
    canvas.mark(shape, 50, 50, 5, "#123456", "here")
    assert "#123456" in canvas.svg(100, "t", "n")
    assert "<title>here</title>" in canvas.svg(100, "t", "n")


def test_vowel_signs_and_signs_of_direction_take_no_room() -> None:
    assert length("كَتَبَ") == pytest.approx(length("كتب"))
    assert length("\u2066abc\u2069") == pytest.approx(length("abc"))


def test_wide_letters_are_wider_than_narrow_ones() -> None:
    assert length("WWW") > length("abc") > length("iii")


@given(st.text(max_size=80), st.floats(20, 300))
def test_shortened_words_fit(words: str, room: float) -> None:
    cut = shortened(words, room)
    assert cut == words or (length(cut) <= room and cut.endswith("…"))


@given(st.text(alphabet="ab ", max_size=80), st.integers(1, 4))
def test_wrapped_words_keep_to_their_lines(words: str, most: int) -> None:
    lines = wrapped(words, 60, 13, most)
    assert len(lines) <= most
    assert all(length(line) <= 60 for line in lines)
    if not any(line.endswith("…") for line in lines):
        assert " ".join(lines).split() == words.split()

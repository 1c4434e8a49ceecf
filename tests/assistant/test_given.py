"""What is given is checked, and what is wrong with it said in a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from mahdar.assistant import given
from mahdar.edtf import Interval


def test_a_text_is_taken_exactly_as_it_is() -> None:
    assert given.text("  a\r\nb ", 10, "the text") == "  a\r\nb "


@pytest.mark.parametrize("text", ["", " \n\t", "x" * 11, "a\ud800b"])
def test_no_text_too_long_a_text_and_half_a_character_are_refused(text: str) -> None:
    with pytest.raises(given.RefusedError, match="the text "):
        given.text(text, 10, "the text")


def test_names_are_trimmed_and_bounded() -> None:
    assert given.short("  Reuters ", "outlet") == "Reuters"
    assert given.short("  ", "outlet") is None
    with pytest.raises(given.RefusedError, match="outlet has 301 characters"):
        given.short("x" * 301, "outlet")


def test_days_and_times() -> None:
    assert given.day("2022-05-26", "day") == date(2022, 5, 26)
    assert given.day(None, "day") is None
    assert given.between("2022", None) == Interval(date(2022, 1, 1), None)
    assert given.between(None, None) is None


@pytest.mark.parametrize("value", ["yesterday", "2022-05", "2022-13-01"])
def test_what_is_no_day_is_refused_with_an_example(value: str) -> None:
    with pytest.raises(given.RefusedError, match="as_of is not a day: write it as 2022-05-26"):
        given.day(value, "as_of")


def test_a_time_that_runs_backwards_is_refused() -> None:
    with pytest.raises(given.RefusedError, match="last lies before first"):
        given.between("2023", "2022")
    with pytest.raises(given.RefusedError, match="first is not a time"):
        given.between("soon", None)


@pytest.mark.parametrize("name", ["PRK", "prk", "North Korea", "كوريا الشمالية"])
def test_a_state_is_known_by_code_and_by_name(name: str) -> None:
    assert given.state(name, "state") == "PRK"


def test_what_is_no_state_is_refused() -> None:
    with pytest.raises(given.RefusedError, match="topic: no state is called 'Atlantis'"):
        given.state("Atlantis", "topic")

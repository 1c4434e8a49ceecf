"""Folding: variants become one, and every folded character knows where it began."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.language.folding import fold, fold_word

LETTERS = st.text(alphabet=st.sampled_from("أإآىةؤئءاﻻﷲـًٌَُِّ٣٥٪’“”abcÉßﬁ\u200f\u202e \n،.123"), max_size=60)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("الأمم المتّحدة", "الامم المتحده"),
        ("إلى", "الي"),
        ("قـــال", "قال"),
        ("٢٠٢٢", "2022"),
        ("٥٫٥٪", "5.5%"),
        ("Moïse", "moise"),
        ("don’t", "don't"),
        ("ﻻ", "لا"),
        ("\u200fنعم\u200f", "نعم"),
    ],
)
def test_variants_of_spelling_fold_to_one_form(written: str, folded: str) -> None:
    assert fold_word(written) == folded


def test_hamza_on_its_own_seat_parts_words() -> None:
    assert fold_word("سأل") != fold_word("سئل")


@pytest.mark.parametrize("text", ["الرئيس المسؤول عن الأمن", "مؤتمر هيئة التفاوض في قطائع بني وائل"])
def test_decomposed_text_folds_as_composed(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)).folded == fold(text).folded


def test_text_without_moving_characters_needs_no_map() -> None:
    assert fold("قال الوزير").origin is None


def test_offsets_point_back_over_swallowed_marks() -> None:
    folded = fold("عُضْوًا جديدًا")
    at = folded.folded.index("جديدا")
    assert folded.text[folded.start(at) : folded.end(at + 5)] == "جديدًا"


@given(LETTERS)
def test_every_folded_character_comes_from_a_place_in_order(text: str) -> None:
    folded = fold(text)
    places = [folded.start(k) for k in range(len(folded.folded))]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)
    assert all(folded.start(k) < folded.end(k + 1) <= len(text) for k in range(len(folded.folded)))


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold_word(text)
    assert fold_word(once) == once


@given(st.text(max_size=80) | LETTERS)
def test_a_text_is_folded_letter_by_letter(text: str) -> None:
    assert fold(text).folded == fold_word(text) == "".join(map(fold_word, text))


@pytest.mark.parametrize("entity", ["&nbsp;", "&NBSP;", "&#160;", "&#xA0;", "&rlm;", "&thinsp;", "&nbsp"])
def test_an_entity_for_white_space_is_blank_and_moves_nothing(entity: str) -> None:
    text = f"في 12{entity} نيسانُ 2017"
    folded = fold(text)
    assert folded.text == text
    assert entity.casefold() not in folded.folded
    at = folded.folded.index("2017")
    assert text[folded.start(at) : folded.end(at + 4)] == "2017"


@pytest.mark.parametrize("text", ["r&d at at&t", "a &copy; b", "x&nbspace y", "5 & 6"])
def test_other_ampersands_stay(text: str) -> None:
    assert fold(text).folded == text

"""Stems, sounds and runs of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.accounts.words import runs, sounded, stem, table_stems, words

ARABIC = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءؤئ", min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("والقرارات", "قرار"),
        ("بالعقوبات", "عقوبات"),
        ("للمجلس", "المجلس"),
        ("مسؤولون", "مسئولين"),
        ("اللاجئين", "لاجئون"),
        ("resolutions", "resolution"),
        ("countries", "country"),
        ("vetoed", "veto"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["ولد", "بيت", "is", "census", "press", "red"])
def test_short_words_keep_their_letters(word: str) -> None:
    assert stem(word) == word


def test_different_words_keep_different_stems() -> None:
    assert len({stem(word) for word in ("حكومة", "حكم", "محكمة", "قرار", "قرية")}) == 5


@pytest.mark.parametrize(
    ("one", "other"),
    [("موغيريني", "موجيريني"), ("بيونغيانغ", "بيونجيانج"), ("شتاينماير", "شتينماير"), ("هيغنبوتوم", "هيجنبوتوم")],
)
def test_foreign_names_are_one_however_they_are_spelled(one: str, other: str) -> None:
    assert sounded(stem(one)) == sounded(stem(other))


@pytest.mark.parametrize("word", ["جمع", "قمع", "قرار", "government"])
def test_short_and_latin_words_stand_by_their_letters(word: str) -> None:
    assert sounded(word) == word


def test_words_are_folded_and_marks_and_numbers_left_out() -> None:
    assert words("أكّد «المجلس»: 15 عضواً، S/RES/2397!") == ["اكد", "المجلس", "عضوا", "res"]
    assert words("") == []


def test_table_words_are_folded_before_they_are_stemmed() -> None:
    assert table_stems(["الأمم", "أمم", ""]) == {"امم"}


def test_runs_are_of_words_in_a_row() -> None:
    text = ["the", "council", "met", "on", "monday", "to", "vote"]
    assert len(runs(text, 4)) == 4
    assert len(runs(text, 4) & runs(["so", *text], 4)) == 4
    assert runs(text[:3], 4) == set()


@given(ARABIC)
def test_a_stem_is_never_empty_nor_longer_than_its_word(word: str) -> None:
    assert len(stem(word)) <= len(word)
    assert stem(word) or not word.strip("ءؤئ")
    assert len(sounded(stem(word))) <= len(stem(word))

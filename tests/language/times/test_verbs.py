"""The tense of Arabic verbs by their shape, and words that only look like verbs."""

from __future__ import annotations

import pytest

from mahdar.language.folding import fold_word
from mahdar.language.times.verbs import future_verb, past_verb
from mahdar.language.times.vocabulary import word_set


def test_future_verbs_and_words_that_look_like_them() -> None:
    assert all(future_verb(form) for form in ("سيصوت", "ستعقد", "وسيجتمع", "فستبدا"))
    assert not any(future_verb(form) for form in ("سياسه", "سيطره", "سنوات", "يصوت", "ستين", "سي"))
    assert "سياسه" in word_set("ar", "no_future")


@pytest.mark.parametrize(
    "form", ["تفقدت", "وصادرت", "فتوقفت", "تظاهروا", "وقطعوا", "اندلع", "اقتحم", "استقبل", "استقبلت"]
)
def test_past_verbs(form: str) -> None:
    assert past_verb(fold_word(form))


@pytest.mark.parametrize(
    "form",
    [
        "بيروت", "الكويت", "قرارات", "بيت", "وقت", "يموت", "تثبت", "تصوت", "عضوا", "ينفذوا", "يتمكنوا", "لتنفذوا",
        "انطلاق", "انسان", "استقبال", "استاذ", "استراتيجية", "اقتصاد", "انقرة", "ليست", "الأونروا", "أونروا", "و", "ت",
    ],
)  # fmt: skip
def test_words_that_look_like_past_verbs(form: str) -> None:
    assert not past_verb(fold_word(form))


def test_the_list_of_exceptions_holds_only_what_needs_one() -> None:
    shaped = ("ت", "وا")
    assert all(word.endswith(shaped) or word.startswith("ا") for word in word_set("ar", "no_past"))

"""The gender of Arabic names and nouns."""

from __future__ import annotations

import pytest

from mahdar.language.folding import fold_word
from mahdar.reading.gender_arabic import is_feminine_noun, is_feminine_place


@pytest.mark.parametrize(
    ("name", "feminine"),
    [
        ("فرنسا", True),
        ("القاهرة", True),
        ("جمهورية العراق", True),
        ("العراق", False),
        ("جنوب السودان", False),
        ("جنوب أفريقيا", True),
        ("البيت الأبيض", False),
        ("الاتحاد الروسي", False),
        ("الإليزيه", False),
        ("السنغال", None),
    ],
)
def test_a_place_is_feminine_save_where_the_table_says_otherwise(name: str, feminine: bool | None) -> None:
    assert is_feminine_place(name) is feminine


@pytest.mark.parametrize(
    ("noun", "feminine"), [("الوزارة", True), ("المنظمات", True), ("القوى", True), ("خليفة", False), ("الجيش", False)]
)
def test_a_noun_follows_its_ending_or_the_table(noun: str, feminine: bool) -> None:
    assert is_feminine_noun(fold_word(noun)) is feminine

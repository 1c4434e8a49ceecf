"""A text that breaks off anywhere, or begins in the middle, is read like any other: no word needs one behind it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

import mahdar
from tests.reading.test_properties import holds

_TESTS = Path(__file__).parent.parent
_BATTERIES = ("reading/statements/arabic_battery.toml", "reading/statements/english_battery.toml")
_TRUE = ("true_ar", "true_en", "true_reports_ar", "true_reports_en")
_SHARE = 0.3  # of the pieces, with their words in another order
ENDINGS = [
    "اتفقت أمس الدول الدائمة العضوية في مجلس الأمن",
    "يدعو إلى تشكيل",
    "وتشن قوات الحكومة هجوما",
    "شن الوزير هجوما",
    "قبل",
    "أدان الوزير الهجوم، بعد",
    "انتخابه",
    "طالب قال “ بحسب طلب ل البيان “ وأضاف",
    "Food went to those in need.\n providing",
    "noting",
    "By nine votes to four the Security Council rejected",
    "China and Russia cast negative votes",
    "The talks, which, according to Oman,",
    'Sources differ, but "Every',
    "'We will not bow': Iran",
    "'We will not bow': landlocked Paraguay",
    "He left in 1976:",
    "قال وزير العدل السنغالي عثمان دياني إن القانون عادل. وأضاف المسؤول",
    "غادر عام 1976:",
    "North Korea received 262 recommendations in its third review, rejected 63",
]


def _texts() -> Iterator[str]:
    for name in _BATTERIES:
        tables = tomllib.loads((_TESTS / name).read_text(encoding="utf-8"))
        yield from (case["text"] for cases in tables.values() for case in cases)
    for name in _TRUE:
        lines = (_TESTS / "mechanisms" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        yield from (line.partition("|")[2].strip() for line in lines if not line.startswith("#"))


@pytest.mark.parametrize("text", ENDINGS)
def test_a_word_at_the_end_needs_none_behind_it(text: str) -> None:
    holds(text, mahdar.read(text, published="2024-03-06"))


@pytest.mark.parametrize("seed", range(3))
def test_pieces_of_sentences_are_read(seed: int) -> None:
    random = Random(seed)
    for text in _texts():
        words = text.split(" ")
        first = random.randrange(len(words)) if random.random() < _SHARE else 0
        piece = words[first : random.randint(first, len(words)) + 1]
        if random.random() < _SHARE:
            random.shuffle(piece)
        cut = " ".join(piece)
        holds(cut, mahdar.read(cut, published="2024-03-06"))

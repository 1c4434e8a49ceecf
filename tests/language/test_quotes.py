"""Quotation marks of all kinds, balanced or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.language.quotes import quotes
from mahdar.language.tokens import tokenize


def quoted(text: str) -> list[tuple[str, bool]]:
    tokens = tokenize(text)
    return [(tokens.original(q.i, q.j), q.balanced) for q in quotes(tokens)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال «نرفض القرار» وغادر", [("نرفض القرار", True)]),
        ("قال “نرفض القرار“ وغادر", [("نرفض القرار", True)]),
        ("قال “نرفض القرار” وغادر", [("نرفض القرار", True)]),
        ('وطالب ب"التعاون التام" مع الوكالة', [("التعاون التام", True)]),
        ("قال “إن الدول التي “تعلّمنا“ لا تتعلم“.", [("إن الدول التي “تعلّمنا“ لا تتعلم", True), ("تعلّمنا", True)]),
        ("Syria 'ready' for talks", [("ready", True)]),
        ("the states' rights and Russia's vote", []),
        ("«كلام لا ينتهي.\nفقرة أخرى", [("كلام لا ينتهي", False)]),
        ('قال "لا نقبل ذلك. ثم قالت "نعم" لهم', [("لا نقبل ذلك", False), ("نعم", True)]),
        ("„Nein“, he said", [("Nein", True)]),
        ('he called it "a trap” and left', [("a trap", True)]),
        ("Good.\n'It was late,' he said.", [("It was late,", True)]),
        (
            '"We came early.\nNobody was there.\nWe left."\nHe sat.',
            [("We came early.\nNobody was there.\nWe left.", True)],
        ),
        ('"We came early.\n"Nobody was there."', [("We came early", False), ("Nobody was there.", True)]),
        ("قرار يدعو إلى ”هدنة دائمة“ في البلاد", [("هدنة دائمة", True)]),
    ],
)
def test_what_stands_in_marks(text: str, expected: list[tuple[str, bool]]) -> None:
    assert quoted(text) == expected


def test_nesting_has_a_depth() -> None:
    tokens = tokenize("“outer “inner” still”")
    assert [q.depth for q in quotes(tokens)] == [0, 1]


@given(st.text(alphabet=st.sampled_from("ab اب\"“”«»„'.\n "), max_size=100))
def test_quotations_lie_inside_the_text_and_in_order(text: str) -> None:
    tokens = tokenize(text)
    found = quotes(tokens)
    assert all(0 < q.i <= q.j <= len(tokens) for q in found)
    assert [q.i for q in found] == sorted(q.i for q in found)


def test_many_unclosed_marks_stay_linear() -> None:
    assert len(quotes(tokenize("“a " * 20_000))) <= 20_000

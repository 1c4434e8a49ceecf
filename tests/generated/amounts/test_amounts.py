"""Amounts with values written out of grammar alone: none is read as another, and what counts nothing is no figure.

`python -m tests.generated.amounts` draws other amounts, with other seeds and as often as wanted.
"""

from __future__ import annotations

from random import Random

import pytest

from tests.generated.amounts.making import containers, counted, outcome, uncounted
from tests.generated.amounts.spelling import Arabic, english
from tests.generated.words import AR, EN

_SEED, _TIMES = 1, 12
_RIGHT = 0.99


@pytest.mark.parametrize("language", [AR, EN])
def test_no_amount_is_read_as_another(language: str) -> None:
    made = list(counted(language, _SEED, _TIMES))
    came = [outcome(one) for one in made]
    wrong = [f"{one.low}..{one.high}: {one.text}" for one, how in zip(made, came, strict=True) if how == "wrong"]
    assert not wrong, "\n".join(wrong)
    assert came.count("right") >= _RIGHT * len(made)


@pytest.mark.parametrize("language", [AR, EN])
def test_what_counts_nothing_is_no_figure(language: str) -> None:
    wrong = [one.text for one in uncounted(language, _SEED, _TIMES) if outcome(one) != "right"]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", [AR, EN])
def test_the_sentences_are_many_and_no_two_alike(language: str) -> None:
    lines = [line for _, line in containers(language)]
    assert len(set(lines)) == len(lines) >= 20


def test_the_spelling_keeps_to_the_grammar() -> None:
    assert english(112_013, Random(0)).replace(" and ", " ") == "one hundred twelve thousand thirteen"
    nominative = Arabic(Random(0), feminine=False, oblique=False)
    assert nominative.spelled(12) == "اثنا عشر"
    assert nominative.spelled(2000) == "ألفان"
    assert Arabic(Random(0), feminine=True, oblique=True).spelled(22) == "اثنتين وعشرين"

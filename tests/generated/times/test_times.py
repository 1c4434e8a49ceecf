"""Expressions of time with days worked out beside the program: none is read as other days, nearly all as theirs.

`python -m tests.generated.times` draws other days and sentences, with other seeds and as often as wanted.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.generated.times.arithmetic import whole
from tests.generated.times.making import containers, expressions, outcome, span, told
from tests.generated.words import AR, EN

_SEED, _TIMES = 1, 5
_RIGHT = 0.98  # the others stay open: a count from publication beside another time of its sentence


@pytest.mark.parametrize("language", [AR, EN])
def test_no_expression_is_read_as_other_days(language: str) -> None:
    made = list(told(language, _SEED, _TIMES))
    came = [outcome(one, language) for one in made]
    wrong = [f"{one.published}|{one.text} ({one.words})" for one, how in zip(made, came, strict=True) if how == "wrong"]
    assert not wrong, "\n".join(wrong)
    assert came.count("right") >= _RIGHT * len(made)


@pytest.mark.parametrize("language", [AR, EN])
def test_the_tables_hold_no_line_twice(language: str) -> None:
    rows = [tuple(row.values()) for row in expressions(language)]
    lines = [line for some in containers(language).values() for line in some]
    assert len(set(rows)) == len(rows) >= 100
    assert len(set(lines)) == len(lines) >= 40
    assert all("[T" in line for line in lines)


def test_the_arithmetic_keeps_to_the_calendar() -> None:
    leap = date(2024, 2, 29)
    assert whole("month", leap, -12) == (date(2023, 2, 1), date(2023, 2, 28))
    assert whole("week", leap, 0) == (date(2024, 2, 26), date(2024, 3, 3))
    assert span("../2019") == (None, date(2019, 12, 31))
    assert span("2024-02") == (date(2024, 2, 1), leap)

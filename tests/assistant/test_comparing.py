"""Accounts side by side: every cell points into the text of its own account."""

from __future__ import annotations

import pytest

from mahdar.assistant import given
from mahdar.assistant.comparing import Account, compare_reports
from mahdar.assistant.desk import Desk
from mahdar.assistant.plain import plain
from tests.assistant.texts import ARABIC, ENGLISH
from tests.assistant.walking import spans

THIRD = "MOSCOW - Russia said its veto of 26 May 2022 on North Korea was right. About 2,000 people came.\n"
PARTS = ("voices", "claims", "figures", "times", "mechanisms", "terms")


def test_cells_hold_the_words_of_their_own_account(desk: Desk) -> None:
    texts = [ENGLISH, ARABIC, THIRD]
    answer = plain(compare_reports(desk, [Account(text) for text in texts]))
    assert [one["id"] for one in answer["accounts"]] == ["1", "2", "3"]
    seen = 0
    for row in (row for part in PARTS for row in answer[part]):
        for text, cells in zip(texts, row["cells"], strict=True):
            assert all(text[one["start"] : one["end"]] == one["text"] for one in spans(cells))
            seen += len(cells)
    assert seen > 5


def test_who_speaks_and_what_is_claimed_stand_together_across_languages(desk: Desk) -> None:
    answer = compare_reports(desk, [Account(ENGLISH, outlet="Wire"), Account(ARABIC)])
    veto = next(row for row in answer.claims if row["kind"] == "council.veto")
    assert veto["told"] == "alike"
    assert {cell["verdict"] for cells in veto["cells"] for cell in cells} == {"supported"}
    assert {one["id"] for row in answer.voices for one in row["principals"]} >= {"state:USA", "state:JPN"}
    assert answer.accounts[0]["outlet"] == "Wire"


def test_rows_are_bounded(desk: Desk) -> None:
    answer = compare_reports(desk, [Account(ENGLISH), Account(ARABIC)], rows=1)
    assert all(len(getattr(answer, part)) <= 1 for part in PARTS)
    assert sum(answer.left_out.values()) > 0


@pytest.mark.parametrize("number", [0, 1, 7])
def test_too_few_and_too_many_accounts_are_refused(desk: Desk, number: int) -> None:
    with pytest.raises(given.RefusedError, match="from 2 to 6"):
        compare_reports(desk, [Account(ENGLISH)] * number)


def test_the_account_that_is_too_long_is_named(desk: Desk) -> None:
    with pytest.raises(given.RefusedError, match="text of account 2 has 20,001"):
        compare_reports(desk, [Account(ENGLISH), Account("x" * 20_001)])

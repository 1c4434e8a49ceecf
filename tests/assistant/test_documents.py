"""Looking up a document: its decision, who voted how, every source, and what absence proves."""

from __future__ import annotations

import pytest

from mahdar.assistant import given
from mahdar.assistant.desk import Desk
from mahdar.assistant.documents import look_up_document
from mahdar.assistant.plain import plain
from tests.assistant.walking import citations


def test_a_vetoed_draft_has_its_fifteen_votes(desk: Desk) -> None:
    answer = look_up_document(desk, "s/2022/431")
    (decided,) = answer.decisions
    assert (decided["outcome"], decided["vetoed_by"]) == ("vetoed", ["CHN", "RUS"])
    assert sum(map(len, decided["votes"].values())) == 15
    assert decided["citation"]["url"] == answer.url == "https://docs.un.org/S/2022/431"
    assert {row["role"] for row in answer.rows} >= {"the vote on this draft", "the meeting at which it was decided"}


@pytest.mark.parametrize("symbol", ["S/RES/2397", "2397", "iccpr", "A/RES/77/226"])
def test_every_row_has_its_source(desk: Desk, symbol: str) -> None:
    answer = plain(look_up_document(desk, symbol))
    cited = citations(answer)
    assert len(cited) == len(answer["decisions"]) + len(answer["rows"])
    assert all(one["title"] and one["source"] and one["url"] for one in cited)


def test_a_bare_number_says_what_it_was_taken_for(desk: Desk) -> None:
    answer = look_up_document(desk, "2397")
    assert answer.symbol == "S/RES/2397 (2017)"
    assert "was read as" in answer.remark


def test_long_lists_are_paged(desk: Desk) -> None:
    first = look_up_document(desk, "iccpr", limit=10)
    second = look_up_document(desk, "iccpr", limit=10, offset=10)
    assert first.left_out["rows"] == second.left_out["rows"] + 10
    assert first.rows[0] not in second.rows


def test_nothing_is_told_with_what_it_proves(desk: Desk) -> None:
    answer = look_up_document(desk, "S/RES/9999")
    assert not answer.found
    assert answer.near
    assert {one["complete"] for one in answer.coverage} == {True, False}
    assert "nothing under S/RES/9999" in answer.remark


def test_what_was_not_public_yet_is_not_shown(desk: Desk) -> None:
    answer = look_up_document(desk, "S/RES/2397", as_of="2017-12-01")
    assert not answer.found
    assert "not public on that day" in answer.remark


def test_an_empty_symbol_is_refused(desk: Desk) -> None:
    with pytest.raises(given.RefusedError, match="write one such as"):
        look_up_document(desk, " ")

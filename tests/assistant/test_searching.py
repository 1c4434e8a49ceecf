"""Search in the library: excerpts and statements point into the texts that are kept."""

from __future__ import annotations

import pytest

from mahdar.assistant import given
from mahdar.assistant.desk import Desk
from mahdar.assistant.plain import plain
from mahdar.assistant.searching import Sought, search_library
from tests.assistant.walking import spans
from tests.kept import REPORTS


def test_reports_come_with_excerpts_around_the_words(shelved: Desk) -> None:
    answer = search_library(shelved, Sought(words="Darfur"))
    (row,) = answer.rows
    assert (answer.total, row["id"], row["outlet"], row["url"]) == (
        1,
        "sudan-1",
        "Herald",
        "https://herald.example/sudan",
    )
    text = REPORTS["sudan-1"][0]
    assert all(text[one["start"] : one["end"]] == one["text"] for one in spans(plain(row)))
    assert any("Darfur" in one["text"] for one in row["excerpts"])
    assert answer.facets["outlet"] == {"Herald": 1}


def test_without_words_a_report_shows_its_beginning(shelved: Desk) -> None:
    answer = search_library(shelved, Sought(state="كوريا الشمالية"))
    assert [(row["id"], row["excerpts"][0]["start"]) for row in answer.rows] == [("korea", 0)]


def test_excerpts_do_not_overlap(shelved: Desk) -> None:
    answer = search_library(shelved, Sought(words="Sudan"))
    for row in answer.rows:
        ends = [one["end"] for one in row["excerpts"]]
        assert all(end <= one["start"] for end, one in zip(ends, row["excerpts"][1:], strict=False))


def test_statements_have_their_own_span(shelved: Desk) -> None:
    answer = search_library(shelved, Sought(speaker="Kim Yo Jong"), of="statements")
    (row,) = answer.rows
    assert row["speakers"] == ["person:kim-yo-jong"]
    assert REPORTS["korea"][0][row["start"] : row["end"]] == row["text"]


def test_verdict_and_time_narrow_it(shelved: Desk) -> None:
    assert search_library(shelved, Sought(verdict="refuted")).total == 1
    assert search_library(shelved, Sought(first="2023-06")).total == 1


def test_what_cannot_be_sought_is_refused(desk: Desk, shelved: Desk) -> None:
    with pytest.raises(given.RefusedError, match="words: "):
        search_library(shelved, Sought(words="!!"))
    with pytest.raises(given.RefusedError, match="no library is open"):
        search_library(desk, Sought(words="Sudan"))

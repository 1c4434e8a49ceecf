"""The Council on a day, and vetoes."""

from __future__ import annotations

import pytest

from mahdar.assistant import given
from mahdar.assistant.council import council_on, find_vetoes
from mahdar.assistant.desk import Desk
from mahdar.assistant.plain import plain
from tests.assistant.walking import citations


def test_a_day_has_members_president_decisions_and_their_sources(desk: Desk) -> None:
    answer = council_on(desk, "2022-05-26")
    assert (answer.size, answer.majority, len(answer.members)) == (15, 9, 15)
    assert answer.president is not None
    assert answer.president["state"] == "USA"
    assert [one["state"] for one in answer.members if one["presides"]] == ["USA"]
    assert "S/2022/431" in [one.get("draft") for one in answer.decisions]
    assert set(answer.complete.values()) == {True}
    assert all(one["title"] and one["source"] and one["url"] for one in citations(plain(answer)))


@pytest.mark.parametrize(("day", "size", "presides"), [("1962-10-25", 11, "SUN"), ("1991-12-24", 15, "RUS")])
def test_the_council_of_former_times(desk: Desk, day: str, size: int, presides: str) -> None:
    answer = council_on(desk, day)
    assert (answer.size, len(answer.members)) == (size, size)
    assert answer.president is not None
    assert answer.president["state"] == presides


def test_a_day_to_come_proves_nothing(desk: Desk) -> None:
    answer = council_on(desk, "9999-12-31")
    assert answer.members == []
    assert answer.president is None
    assert set(answer.complete.values()) == {False}


def test_what_was_not_public_yet_is_left_out(desk: Desk) -> None:
    assert council_on(desk, "2022-05-26", as_of="2022-05-25").decisions == []


def test_a_day_before_the_council_is_refused(desk: Desk) -> None:
    with pytest.raises(given.RefusedError, match="from 1946-01-17 on"):
        council_on(desk, "1945-10-24")
    with pytest.raises(given.RefusedError, match="day is empty"):
        council_on(desk, "")


def test_vetoes_by_member_topic_and_time(desk: Desk) -> None:
    answer = find_vetoes(desk, by="روسيا", topic="Syria", first="2011", last="2023")
    assert (answer.by, answer.topic) == ("RUS", "SYR")
    assert answer.total == answer.by_member["RUS"] >= 17
    assert all("RUS" in one["vetoed_by"] and "SYR" in one["topic_states"] for one in answer.vetoes)
    days = [one["date"] for one in answer.vetoes]
    assert days == sorted(days, reverse=True)
    assert answer.may_concern > 0
    assert len(citations(plain(answer))) == len(answer.vetoes)


def test_all_vetoes_are_paged_without_gap_or_overlap(desk: Desk) -> None:
    first, second = find_vetoes(desk, limit=10), find_vetoes(desk, limit=10, offset=10)
    both = find_vetoes(desk, limit=20)
    assert both.vetoes == first.vetoes + second.vetoes
    assert both.total > 200
    assert both.may_concern == 0
    assert any(one["complete"] for one in both.coverage)

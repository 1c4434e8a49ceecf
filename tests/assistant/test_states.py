"""A state's summary and its timeline."""

from __future__ import annotations

from typing import get_args

import pytest

from mahdar.assistant import given
from mahdar.assistant.arguments import Mechanism
from mahdar.assistant.desk import Desk
from mahdar.assistant.plain import plain
from mahdar.assistant.states import SUMMARY, Section, look_up_state, state_timeline
from mahdar.checking.dossier import dossiers
from tests.assistant.walking import citations, inside


def test_a_summary_counts_all_and_shows_the_newest(desk: Desk) -> None:
    answer = look_up_state(desk, "السودان", limit=2)
    assert (answer.state, answer.name.en) == ("SDN", "Sudan")
    assert tuple(answer.sections) == SUMMARY
    assert len(answer.sections["decisions"]) == 2
    assert answer.left_out["decisions"] == answer.totals["decisions"] - 2
    days = [one["when"] for one in look_up_state(desk, "SDN", limit=100).sections["decisions"]]
    assert [one["when"] for one in answer.sections["decisions"]] == days[-2:] == sorted(days)[-2:]


@pytest.mark.parametrize("state", ["PRK", "USA", "YUG"])
def test_every_item_of_every_section_has_its_source(desk: Desk, state: str) -> None:
    answer = plain(look_up_state(desk, state, sections=get_args(Section), limit=10))
    assert all(one["title"] and one["source"] and one["url"] for one in citations(answer))
    for items in answer["sections"].values():
        assert all(citations(item) for item in items)


def test_decisions_have_the_own_vote_not_all_votes(desk: Desk) -> None:
    answer = look_up_state(desk, "USA", sections=["vetoes_cast"], limit=3)
    assert [one["own"] for one in answer.sections["vetoes_cast"]] == ["veto"] * 3
    assert not [one for one in inside(answer.sections) if "votes" in one]
    assert answer.ballots["veto"] == answer.totals["vetoes_cast"]


def test_coverage_is_told_once_for_parts_that_declare_the_same(desk: Desk) -> None:
    rows = look_up_state(desk, "PRK").coverage
    keys = [(row["table"], row["when"], row["complete"], row["note"]) for row in rows]
    assert len(keys) == len(set(keys))
    assert any(len(row["parts"]) > 1 for row in rows)


def test_the_timeline_is_narrowed_and_paged(desk: Desk) -> None:
    whole = state_timeline(desk, "PRK", mechanism="council", first="2022")
    part = state_timeline(desk, "PRK", mechanism="council", first="2022", limit=1, offset=1)
    assert part.lines == whole.lines[1:2]
    assert part.total == whole.total == len(whole.lines)
    first = whole.lines[0]
    assert (first["when"], first["citation"]["symbol"]) == ("2022-05-26", "S/2022/431")
    assert "S/2022/431" in first["what"]["ar"]


def test_the_timeline_as_it_was_public_on_a_day(desk: Desk) -> None:
    then = state_timeline(desk, "PRK", as_of="2017-12-31", limit=100)
    assert 0 < then.total < state_timeline(desk, "PRK").total
    assert all(line["known_since"] is None or line["known_since"] <= "2017-12-31" for line in then.lines)


def test_names_of_sections_and_mechanisms_are_those_that_there_are(desk: Desk) -> None:
    assert set(get_args(Section)) | {"timeline"} == set(look_up_state(desk, "PRK").totals)
    assert set(get_args(Mechanism)) == set(dossiers())


def test_what_is_unknown_is_refused(desk: Desk) -> None:
    with pytest.raises(given.RefusedError, match="mechanisms are: assembly, council"):
        state_timeline(desk, "PRK", mechanism="courts")
    with pytest.raises(given.RefusedError, match="state is empty"):
        look_up_state(desk, " ")

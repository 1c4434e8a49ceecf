"""Outcomes of meetings as the UN Library prints them: what was voted on, how, and who vetoed."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.record.loading.council_outcomes import (
    Act,
    acts_of,
    draft_symbol,
    has_vote,
    meeting_symbol,
    permanent_members,
    read_days,
)


def brief(act: Act) -> tuple[object, ...]:
    return act.symbol or act.draft, act.outcome, act.mode, act.tally


ONE = [
    ("S/RES/14 (1946) 9-0-2", ("S/RES/14 (1946)", "adopted", "vote", (9, 0, 2))),
    ("S/RES/63(1948)7-0-4", ("S/RES/63 (1948)", "adopted", "vote", (7, 0, 4))),
    ("S/RES/1969 (2011 15-0-0", ("S/RES/1969 (2011)", "adopted", "vote", (15, 0, 0))),
    ("S/RES/15 (1946) adopted unanimously", ("S/RES/15 (1946)", "adopted", "unanimous", None)),
    ("S/RES/1 (1946) without a vote S/PRST/1994/1", ("S/RES/1 (1946)", "adopted", "without-vote", None)),
    ("S/RES/9 (1946) adopted by consensus", ("S/RES/9 (1946)", "adopted", "consensus", None)),
    ("Communiqué and S/RES/1987 (2011)", ("S/RES/1987 (2011)", "adopted", None, None)),
    ("S/PRST/2010/30 and S/RES/1965 (2010) 15-0-0", ("S/RES/1965 (2010)", "adopted", "vote", (15, 0, 0))),
    ("Draft resolution S/1159 not adopted 4-0-7", ("S/1159", "not-adopted", "vote", (4, 0, 7))),
    ("Draft resolution (S/2014/24) was not adopted 8-2-5", ("S/2014/24", "not-adopted", "vote", (8, 2, 5))),
    ("Draft resolution S/PV.23 vetoed by USSR", ("S/PV.23", "vetoed", "vote", None)),
]


@pytest.mark.parametrize(("text", "expected"), ONE, ids=[text for text, _ in ONE])
def test_one_act(text: str, expected: tuple[object, ...]) -> None:
    (act,) = acts_of(text)
    assert brief(act) == expected
    assert act.left == ""


def test_acts_run_together() -> None:
    text = "S/RES/1090 (1996) without voteS/RES/1091 (1996) without vote"
    assert [act.symbol for act in acts_of(text)] == ["S/RES/1090 (1996)", "S/RES/1091 (1996)"]
    text = "Draft resolutionS/2007/14vetoed by China and Russian Federation9-3-3 S/2007/15 not adopted 2-0-13"
    first, second = acts_of(text)
    assert (first.draft, first.vetoed_by, first.tally) == ("S/2007/14", "China and Russian Federation", (9, 3, 3))
    assert brief(second) == ("S/2007/15", "not-adopted", "vote", (2, 0, 13))
    assert (first.told, first.left) == ("S/2007/14vetoed by China and Russian Federation9-3-3", "")


def test_several_symbols_of_one_draft_are_one_act() -> None:
    (act,) = acts_of("Draft resolutions S/507 & Add.1 & S/516 not adopted 6-1-3")
    assert (act.draft, act.note, act.tally) == ("S/507", "& Add.1; S/516", (6, 1, 3))
    (act,) = acts_of(
        "Draft resolution S/3995 (incorporating amendment offered by Sweden in S/3998) vetoed by USSR 10-1-0"
    )
    assert (act.draft, act.note) == ("S/3995", "incorporating amendment offered by Sweden in S/3998")
    two = acts_of("S/RES/2082 (2012) and S/RES/2083 (2012) 15-0-0")
    assert [(act.symbol, act.tally) for act in two] == [("S/RES/2082 (2012)", None), ("S/RES/2083 (2012)", (15, 0, 0))]


def test_what_is_said_beside_is_kept() -> None:
    (act,) = acts_of("S/RES/1287 (2000) 14-0-0 (1 absent)")
    assert (act.absent, act.note) == (1, "1 absent")
    (act,) = acts_of("S/RES/1280 (1999) 11-0-3 (France did not participate in the voting.)")
    assert (act.absent, act.note) == (None, "France did not participate in the voting.")
    (act,) = acts_of("S/RES/1 (1946) 9-0-2 by show of hands")
    assert act.left == "byshowofhands"


@pytest.mark.parametrize("text", ["--", "", "Communiqué", "Note (S/2001/10)", "Letter S/2002/1", "S/13226 (PRST)"])
def test_no_act(text: str) -> None:
    assert acts_of(text) == []
    assert not has_vote(text)


def test_a_vote_without_symbol_is_seen() -> None:
    assert acts_of("2-0-13") == []
    assert has_vote("2-0-13")
    (act,) = acts_of("S/26596")
    assert act.outcome is None


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("ChinaRussian Federation", ["CHN", "RUS"]),
        ("France UK USA", ["FRA", "GBR", "USA"]),
        ("FranceUK USA", ["FRA", "GBR", "USA"]),
        ("the United States", ["USA"]),
        ("France, USSR", ["FRA", "SUN"]),
        ("USA, UK and France", ["USA", "GBR", "FRA"]),
    ],
)
def test_permanent_members_however_they_are_run_together(text: str, states: list[str]) -> None:
    assert permanent_members(text, None) == (states, "")


def test_others_than_permanent_members_are_left() -> None:
    assert permanent_members("China and Peru", None) == (["CHN"], "Peru")
    assert permanent_members("Russian Federation", date(1991, 1, 1))[0] == ["SUN"]


DAYS = [
    ("31 December", 1946, (date(1946, 12, 31), date(1946, 12, 31), False)),
    ("15 Sep.", 2004, (date(2004, 9, 15), date(2004, 9, 15), False)),
    ("14-15 October", 1966, (date(1966, 10, 14), date(1966, 10, 15), False)),
    ("22/23 November", 1970, (date(1970, 11, 22), date(1970, 11, 23), False)),
    ("29 + 30 March", 2002, (date(2002, 3, 29), date(2002, 3, 30), False)),
    ("26 May 2022", None, (date(2022, 5, 26), date(2022, 5, 26), False)),
    ("7-9 January 1980", None, (date(1980, 1, 7), date(1980, 1, 9), False)),
    ("30 January 86", None, (date(1986, 1, 30), date(1986, 1, 30), True)),
]


@pytest.mark.parametrize(("text", "year", "expected"), DAYS)
def test_days(text: str, year: int | None, expected: tuple[date, date, bool]) -> None:
    days = read_days(text, year)
    assert days is not None
    assert (days.first, days.last, days.short) == expected


@pytest.mark.parametrize("text", ["", "--", "31 June", "15-14 October", "October", "1 Smarch", "31-32 December"])
def test_what_is_no_day(text: str) -> None:
    assert read_days(text, 1966) is None
    assert read_days("31 December") is None


def test_symbols_at_the_beginning() -> None:
    assert draft_symbol("S/11400 (as amended)") == "S/11400"
    assert draft_symbol("S/10805/Rev.1 (as amended)") == "S/10805/Rev.1"
    assert draft_symbol("Oral amendment") is None
    assert meeting_symbol("S/PV.4820 (Part I)") == "S/PV.4820"
    assert meeting_symbol("--") is None


@given(st.text(alphabet="S/RES PV.19()-&and,voteby ", max_size=200))
def test_any_text_is_read(text: str) -> None:
    for act in acts_of(text):
        assert act.symbol or act.draft
        assert act.outcome in {None, "adopted", "vetoed", "not-adopted"}


@pytest.mark.parametrize("unit", ["S/1 ", "S/1 & ", "vetoed by the ", "(", "1-", "S/RES/1 (1946) ", "and "])
def test_a_long_outcome_is_read_in_time(unit: str) -> None:
    start = time.monotonic()
    acts_of(unit * (50_000 // len(unit)))
    assert time.monotonic() - start < 10

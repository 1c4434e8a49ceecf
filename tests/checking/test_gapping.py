"""Clauses that leave their verb out: the state and the time of each are those of a claim like the one before."""

from __future__ import annotations

import pytest

from tests.held import judged


def told(text: str, kind: str) -> list[tuple[object, object, str]]:
    """State, time and verdict of the claims of a kind."""
    found = [claim for claim in judged(text, "2019-06-01") if claim.kind == kind]
    return [(claim.args["state"], claim.args.get("at"), claim.verdict) for claim in found]


@pytest.mark.parametrize(
    ("text", "kind", "states"),
    [
        (
            "Jordan ratified the Rome Statute in 2002 and Senegal in 1999.",
            "treaty.party",
            {"JOR": "2002", "SEN": "1999"},
        ),
        (
            "Jordan signed the Rome Statute in 1998 and ratified it in 2002; Tunisia in 2011.",
            "treaty.party",
            {"JOR": "2002", "TUN": "2011"},
        ),
        ("صادق الأردن على نظام روما الأساسي عام 2002 وتونس عام 2011.", "treaty.party", {"JOR": "2002", "TUN": "2011"}),
        (
            "Jordan joined the United Nations in 1955, Tunisia in 1956 and Algeria in 1962.",
            "un.member",
            {"JOR": "1955", "TUN": "1956", "DZA": "1962"},
        ),
        ("انضم الأردن إلى الأمم المتحدة عام 1955 وتونس عام 1956.", "un.member", {"JOR": "1955", "TUN": "1956"}),
        (
            "Jordan sat on the Security Council in 2014-15, Egypt in 2016-17.",
            "council.member",
            {"JOR": "2014/2015", "EGY": "2016/2017"},
        ),
        (
            "صادق الأردن على اتفاقية حقوق الطفل في 24 مايو 1991، والمغرب في يونيو 1993، وقطر عام 1995.",
            "treaty.party",
            {"JOR": "1991-05-24", "MAR": "1993-06", "QAT": "1995"},
        ),
    ],
)
def test_each_state_has_its_own_time(text: str, kind: str, states: dict[str, str]) -> None:
    assert {state: at for state, at, verdict in told(text, kind) if verdict == "supported"} == states


@pytest.mark.parametrize(
    "text",
    [
        "Jordan joined the United Nations in 1955 and Tunisia in 1956 became independent.",
        "Jordan joined the United Nations in 1955; Tunisia in 1957 had elections.",
        "Jordan did not join the United Nations before 1955, Tunisia in 1956.",
        "Jordan joined the United Nations in 1955, and Tunisia in 1957, after long talks, opened an embassy there.",
        "Jordan joined the United Nations in 1955, Palestine in 2012, but as an observer state.",
        "انضم الأردن إلى الأمم المتحدة عام 1955، وفلسطين عام 2012، بصفة مراقب.",
        "انضم الأردن إلى الأمم المتحدة عام 1955 وعمان عام 1956.",
    ],
)
def test_a_clause_with_a_verb_of_its_own_takes_none(text: str) -> None:
    assert {state for state, _, _ in told(text, "un.member")} <= {"JOR"}


def test_a_wrong_year_is_found_out() -> None:
    assert ("TUN", "1966", "refuted") in told(
        "Jordan joined the United Nations in 1955 and Tunisia in 1966.", "un.member"
    )


def test_a_clause_without_a_verb_may_list_times() -> None:
    found = told(
        "كانت تونس عضوا في مجلس الأمن في 1959-1960 و1980-1981، والجزائر في 1968-1969 و1988-1989.", "council.member"
    )
    assert [(state, at) for state, at, verdict in found if verdict == "supported"] == [
        ("TUN", "1959/1960"),
        ("TUN", "1980/1981"),
        ("DZA", "1968/1969"),
        ("DZA", "1988/1989"),
    ]

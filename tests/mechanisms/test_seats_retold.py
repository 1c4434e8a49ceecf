"""Seats told with the years of their term, in time to come, as given by the Assembly, and as won too."""

from __future__ import annotations

import pytest

from tests.held import judged

RIGHTS, COUNCIL = "rights_council.member", "council.member"


def told(text: str, kind: str, published: str) -> set[tuple[object, object, str]]:
    """State, time and verdict of every claim of a kind."""
    found = [claim for claim in judged(text, published) if claim.kind == kind]
    return {(c.args["state"], c.args.get("at"), c.verdict) for c in found}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "انتخبت البحرين أمس الجمعة عضوا في مجلس حقوق الإنسان من 2019 إلى 2021.",
            {("BHR", "2019/2021", "supported")},
        ),
        (
            "فازت الصومال أمس الجمعة بعضوية مجلس حقوق الإنسان للأعوام 2019-2021.",
            {("SOM", "2019/2021", "supported")},
        ),
        (
            "The General Assembly on Friday elected Fiji to the Human Rights Council for 2019-2021.",
            {("FJI", "2019/2021", "supported")},
        ),
        (
            "Bahrain was elected on Friday to the Human Rights Council for the 2019-2021 term.",
            {("BHR", "2019/2021", "supported")},
        ),
        ("Bahrain was elected on Friday to the Human Rights Council.", {("BHR", "2018-10-12", "supported")}),
    ],
)
def test_a_term_told_is_when_the_seat_is_held(text: str, found: set[tuple[object, object, str]]) -> None:
    assert told(text, RIGHTS, "2018-10-13") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("الإمارات ستشغل كذلك مقعدا غير دائم في مجلس الأمن خلال عامي 2022 و2023.", {("ARE", "2022/2023", "supported")}),
        ("ستتولى غابون مقعدا غير دائم في مجلس الأمن لعامي 2022 و2023.", {("GAB", "2022/2023", "supported")}),
        ("Ghana will also hold a seat on the Security Council in 2022.", {("GHA", "2022", "supported")}),
        ("Albania will also sit on the Security Council in 2022.", {("ALB", "2022", "supported")}),
        ("Iran will hold a seat on the Security Council in 2022.", {("IRN", "2022", "refuted")}),
        ("Canada wanted to hold a seat on the Security Council in 2022.", set()),
    ],
)
def test_a_seat_to_come(text: str, found: set[tuple[object, object, str]]) -> None:
    assert told(text, COUNCIL, "2021-10-15") == found


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "The General Assembly on Tuesday gave 14 countries, China, Cuba and Russia among them, a place on the "
            "47-nation Human Rights Council. Britain and Mexico also won seats.",
            {"CHN", "CUB", "RUS", "GBR", "MEX"},
        ),
        ("منحت الجمعية العامة أمس الثلاثاء الصين وكوبا مقاعد في مجلس حقوق الإنسان.", {"CHN", "CUB"}),
        (
            "انتخبت الجمعية العامة أمس الثلاثاء الصين لعضوية مجلس حقوق الإنسان. وفازت أيضا بمقاعد فرنسا وبريطانيا.",
            {"CHN", "FRA", "GBR"},
        ),
    ],
)
def test_seats_given_and_won_too(text: str, states: set[str]) -> None:
    assert told(text, RIGHTS, "2013-11-13") == {(state, "2013-11-12", "supported") for state in states}


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly gave Palestine a place on its podium. The Human Rights Council met.",
        "The General Assembly elected members of the Human Rights Council. In Spain, two parties won seats too.",
        "The Human Rights Council met on Tuesday. Kuwait won a seat on the Security Council.",
        "The UN gave China and Russia a warning over the Human Rights Council.",
    ],
)
def test_other_seats_are_not_those_of_the_rights_council(text: str) -> None:
    assert told(text, RIGHTS, "2013-11-13") == set()


def test_whose_seat_it_was_stands_before_the_council() -> None:
    said = "Czechia was elected on Tuesday to replace Russia on the UN Human Rights Council."
    assert told(said, RIGHTS, "2022-05-11") == {("CZE", "2022-05-10", "supported")}


@pytest.mark.parametrize(
    ("between", "won"),
    [
        ("Campaigners complained. Protesters sang. Some left.", True),
        ("The Security Council met. Protesters sang. Some left.", False),
    ],
)
def test_a_report_on_one_election_goes_on_with_it(between: str, won: bool) -> None:
    first = "The General Assembly on Tuesday gave China a place on the Human Rights Council."
    said = f"{first} {between} Mexico also won seats."
    assert (("MEX", "2013-11-12", "supported") in told(said, RIGHTS, "2013-11-13")) is won


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Saudi Arabia was elected on Thursday to the Security Council for 2014-2015.", "supported"),
        ("Chad was elected on Thursday to the Security Council for 2014-2015.", "supported"),
        ("Chile was elected on Thursday to the Security Council for 2011-2012.", "refuted"),
    ],
)
def test_an_election_for_a_term_need_not_be_taken_up(text: str, verdict: str) -> None:
    assert {found[2] for found in told(text, COUNCIL, "2013-10-18")} == {verdict}


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Russia lost its bid for a seat on the Human Rights Council in October 2023.", ["supported"]),
        ("Russia lost the race for a seat on the Human Rights Council in October 2023.", ["supported"]),
        ("Russia lost its bid to rejoin the Human Rights Council in October 2023.", ["supported"]),
        ("Russia failed in its bid to win a seat on the Human Rights Council in October 2023.", ["supported"]),
        ("China lost its bid for a seat on the Human Rights Council in October 2023.", ["refuted"]),
        ("China did not lose its bid for a seat on the Human Rights Council in October 2023.", []),
        ("China could lose its bid for a seat on the Human Rights Council.", []),
        ("China lost 30 votes in its bid for a seat on the Human Rights Council in October 2023.", []),
        ("China lost the first round of its race for a seat on the Human Rights Council in October 2023.", []),
        ("China lost its bid for a seat on the Security Council before it addressed the Human Rights Council.", []),
        ("خسرت روسيا السباق على مقعد في مجلس حقوق الإنسان في أكتوبر 2023.", ["supported"]),
        ("خسرت الصين السباق على مقعد في مجلس حقوق الإنسان في أكتوبر 2023.", ["refuted"]),
        ("خسرت الصين أصواتا في السباق على مقعد في مجلس حقوق الإنسان في أكتوبر 2023.", []),
        ("خسرت الصين الجولة الأولى من السباق على مقعد في مجلس حقوق الإنسان في أكتوبر 2023.", []),
    ],
)
def test_a_race_that_was_lost_is_a_seat_not_won(text: str, verdicts: list[str]) -> None:
    found = [claim for claim in judged(text, "2024-10-20") if claim.kind == RIGHTS]
    assert [(claim.verdict, claim.negated) for claim in found] == [(verdict, True) for verdict in verdicts]

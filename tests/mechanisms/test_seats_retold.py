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

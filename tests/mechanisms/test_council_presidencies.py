"""Who presides over the Council, and who sits on it, in the words of newspapers."""

from __future__ import annotations

import pytest

from tests.held import judged, kinds, one


@pytest.mark.parametrize(
    "sentence",
    [
        "The United Kingdom holds the rotating presidency of the Security Council this month.",
        "The United Kingdom took over the presidency of the Security Council in April 2022.",
        "The United Kingdom was president of the Security Council for April 2022.",
        "The Security Council, chaired by the United Kingdom in April 2022, met.",
        "وتتولى بريطانيا رئاسة مجلس الأمن هذا الشهر.",
        "تتولى بريطانيا الرئاسة الدورية لمجلس الأمن في نيسان/أبريل 2022.",
        "انتقلت رئاسة مجلس الأمن إلى بريطانيا في أبريل 2022.",
        "ترأست بريطانيا مجلس الأمن خلال شهر أبريل 2022.",
    ],
)
def test_who_presides(sentence: str) -> None:
    claim = one(sentence, "council.presidency", "2022-04-20")
    assert (claim.args["state"], claim.args["at"], claim.verdict) == ("GBR", "2022-04", "supported")


def test_another_president_is_refuted_by_the_right_one() -> None:
    claim = one("ترأست غابون مجلس الأمن خلال شهر أبريل 2022.", "council.presidency", "2022-04-20")
    assert claim.verdict == "refuted"
    assert claim.why.ar == "رئاسة مجلس الأمن في نيسان/أبريل 2022: المملكة المتحدة."


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway chairs the Security Council's 1718 sanctions committee.",
        "ترأس النرويج لجنة العقوبات التابعة لمجلس الأمن.",
        "Norway chaired a Security Council meeting on Tuesday.",
        "Norway hopes to take over the presidency of the Security Council.",
    ],
)
def test_a_committee_and_a_wish_are_no_presidency(sentence: str) -> None:
    assert "council.presidency" not in kinds(sentence, "2022-04-20")


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Kenya sat on the Security Council in 2021.", "supported"),
        ("Kenya is now serving on the Security Council.", "supported"),
        ("The minister said Kenya had been a member of the Security Council in 2014.", "refuted"),
        ("Kenya was a member of the Security Council.", "supported"),
        ("تشغل كينيا مقعدا في مجلس الأمن منذ مطلع عام 2021.", "supported"),
        ("تشغل كينيا مقعدا في مجلس الأمن منذ مطلع عام 2018.", "conflicting"),
        ("تشغل بيرو مقعدا في مجلس الأمن منذ مطلع عام 2018.", "refuted"),
        ("قالت الوزيرة إن كينيا كانت عضوا في مجلس الأمن عام 2021.", "supported"),
    ],
)
def test_who_sits(sentence: str, verdict: str) -> None:
    assert one(sentence, "council.member", "2022-04-20").verdict == verdict


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("بيرو ليست عضوا في مجلس الأمن حاليا.", "supported"),
        ("Kenya does not currently sit on the Security Council.", "refuted"),
        ("لم تكن إيران عضوا في مجلس الأمن عام 2020.", "supported"),
    ],
)
def test_who_does_not(sentence: str, verdict: str) -> None:
    claim = one(sentence, "council.member", "2022-04-20")
    assert (claim.negated, claim.verdict) == (True, verdict)


@pytest.mark.parametrize(
    "sentence",
    [
        "أيدت فرنسا حصول ألمانيا على مقعد دائم في مجلس الأمن.",
        "India wants a permanent seat on the Security Council.",
        "Members of the Security Council in New York spoke on Libya.",
        "The veto of the permanent members has paralysed the Security Council on Syria.",
        "Egypt, a former member of the Security Council, called for calm.",
        "Kenya hopes to win a seat on the Security Council.",
    ],
)
def test_wishes_and_places_are_no_membership(sentence: str) -> None:
    assert not [claim for claim in judged(sentence, "2022-04-20") if claim.kind == "council.member"]


def test_a_working_group_of_the_council_has_its_own_chair() -> None:
    text = "Colombia, which presides over the Security Council's working group on Africa, called the vote."
    assert "council.presidency" not in kinds(text, "2012-03-01")

"""Seats told by the end of their term, whose body may stand in the sentence before."""

from __future__ import annotations

import pytest

from tests.held import judged


def _verdict(text: str, published: str, kind: str, state: str) -> tuple[object, str] | None:
    found = [c for c in judged(text, published) if c.kind == kind and c.args.get("state") == state]
    return (found[0].args.get("at"), found[0].verdict) if found else None


@pytest.mark.parametrize(
    ("published", "text", "state", "at"),
    [
        ("2023-01-10", "India's term on the Security Council ended in December.", "IND", "2022-12"),
        (
            "2015-12-19",
            "The Security Council met on Syria. Jordan's term ends on 31 December, and Spain spoke.",
            "JOR",
            "2015-12-31",
        ),
        (
            "2022-12-30",
            "The Security Council met on Mali. Kenya's two-year term ends on Saturday.",
            "KEN",
            "2022-12-31",
        ),
        (
            "2014-03-28",
            "The Security Council met on Mali. Lithuania, whose term runs to the end of 2015, spoke.",
            "LTU",
            "2015",
        ),
        (
            "2022-12-22",
            "The Security Council met. India is president of the Council; its two-year term ends on 31 December.",
            "IND",
            "2022-12-31",
        ),
        ("2022-12-22", "وترأس الهند مجلس الأمن هذا الشهر وتنتهي عضويتها فيه في 31 ديسمبر.", "IND", "2022-12-31"),
        ("2016-12-25", "وتنتهي عضوية ماليزيا ونيوزيلندا في مجلس الأمن نهاية الشهر.", "NZL", "2016-12"),
        ("2023-12-24", "اجتمع مجلس الأمن. وتنتهي عضوية الإمارات في المجلس بنهاية الشهر الجاري.", "ARE", "2023-12"),
    ],
)
def test_a_term_on_the_council_ends(published: str, text: str, state: str, at: str) -> None:
    assert _verdict(text, published, "council.member", state) == (at, "supported")


@pytest.mark.parametrize(
    ("published", "text"),
    [
        ("2020-01-10", "Egypt, whose term on the Human Rights Council ended in December 2019, objected."),
        ("2019-07-05", "وتنتهي ولاية مصر في مجلس حقوق الإنسان نهاية هذا العام."),
    ],
)
def test_a_term_on_the_human_rights_council_ends(published: str, text: str) -> None:
    found = _verdict(text, published, "rights_council.member", "EGY")
    assert found is not None
    assert found[1] == "supported"


def test_a_term_that_ends_at_another_time_holds_in_part() -> None:
    text = "Brazil's term on the Security Council ended in December."
    assert _verdict(text, "2023-01-10", "council.member", "BRA") == ("2022-12", "conflicting")


def test_a_term_that_was_never_held_is_refuted() -> None:
    text = "Egypt's term on the Security Council ended in December."
    assert _verdict(text, "2023-01-10", "council.member", "EGY") == ("2022-12", "refuted")


def test_where_the_body_is_only_that_of_the_sentence_before_nothing_is_contradicted() -> None:
    text = "The Security Council met on Mali. Egypt's term ended in December."
    assert _verdict(text, "2023-01-10", "council.member", "EGY") == ("2022-12", "not-enough-evidence")


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council met on Mali. Hungary's term as president of the EU ended in June.",
        "The Security Council met on Mali. Kenya's president, whose term ends in May, spoke.",
        "The Security Council met on Mali. Kenya's term does not end in December.",
        "تنتهي ولاية البعثة في مالي في مجلس الأمن في يونيو.",
        "The Security Council and the Human Rights Council met. Kenya's term ends in December.",
    ],
)
def test_other_terms_are_no_seats(text: str) -> None:
    assert not [c for c in judged(text, "2021-04-01") if c.kind.endswith(".member")]

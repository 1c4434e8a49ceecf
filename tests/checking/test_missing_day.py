"""What is undecided for want of a day of publication alone says so; a denial is quoted with its particle."""

from __future__ import annotations

from datetime import date

import pytest

from tests.held import judged


@pytest.mark.parametrize(
    "sentence",
    [
        "The United Nations has 193 members.",
        "Saudi Arabia is not a party to the ICCPR.",
        "Turkmenistan is under UN sanctions.",
        "The Security Council met on Sudan on Friday.",
        "الأمم المتحدة تضم 193 دولة عضوا.",
        "لم يصادق السودان على سيداو.",
        "اجتمع مجلس الأمن بشأن السودان يوم الجمعة.",
    ],
)
def test_an_undecided_claim_says_that_a_day_of_publication_is_missing(sentence: str) -> None:
    claim = judged(sentence, None)[-1]
    assert claim.verdict == "not-enough-evidence"
    assert "day of publication" in claim.why.en
    assert "تاريخ النشر" in claim.why.ar
    assert "--" not in claim.why.en + claim.why.ar  # pages and programs show it too


@pytest.mark.parametrize(
    ("sentence", "published"),
    [
        ("The United Nations has 193 members.", "2020-05-05"),
        ("Saudi Arabia was not a party to the ICCPR in 2012.", None),
        ("The Security Council met on Mars in 2015.", None),
        ("لم يصادق السودان على سيداو.", "2020-05-05"),
        ("Syria underwent its fourth universal periodic review in January 2020.", None),
    ],
)
def test_no_other_claim_does(sentence: str, published: str | None) -> None:
    assert all("day of publication" not in claim.why.en for claim in judged(sentence, published))


def test_a_day_of_the_record_is_a_day() -> None:
    assert all("day of publication" not in c.why.en for c in judged("The UN has 193 members.", None, date(2020, 5, 5)))


@pytest.mark.parametrize(
    ("sentence", "begins"),
    [
        ("لم يصادق السودان على سيداو.", "لم "),
        ("السعودية لم تنضم إلى العهد الدولي الخاص بالحقوق المدنية والسياسية.", "لم "),
        ("ليست اليابان عضوا دائما في مجلس الأمن.", "ليست "),
        ("لم تكن مصر عضوا في مجلس الأمن عام 2014.", "لم "),
        ("Saudi Arabia never joined the ICCPR.", "never "),
        ("Saudi Arabia has not ratified the ICCPR.", "has not "),
    ],
)
def test_a_denial_is_quoted_from_its_particle(sentence: str, begins: str) -> None:
    claim = judged(sentence, "2020-05-05")[0]
    assert claim.text.startswith(begins)
    assert sentence[claim.start : claim.end] == claim.text


@pytest.mark.parametrize("sentence", ["صادق السودان على سيداو.", "Sudan did not object, and Egypt ratified the ICCPR."])
def test_what_is_not_denied_takes_no_particle(sentence: str) -> None:
    assert all(" not " not in claim.text and "لم" not in claim.text for claim in judged(sentence, "2020-05-05"))

"""A claim whose words point to another time is not held against the day of publication."""

from __future__ import annotations

import pytest

from mahdar.pipeline import read

POINTED = [
    ("2024-05-10", "وترأست مالطا مجلس الأمن في ذلك الشهر."),
    ("2024-05-10", "Malta held the presidency of the Security Council that month."),
    ("2024-05-10", "Russia was a member of the Human Rights Council that year."),
    ("2024-05-10", "كان مجلس الأمن يتألف آنذاك من 11 عضوا."),
    ("2024-05-10", "لم تكن جنوب السودان طرفا في العهد الدولي الخاص بالحقوق المدنية والسياسية آنذاك."),
    ("2024-05-12", "وتولت مالطا رئاسة مجلس الأمن في ذلك الشهر، وتتولاها موزمبيق في أيار/مايو."),
    ("2024-05-12", "Malta presided over the Security Council that month, and Mozambique follows it in May."),
]
PLAIN = [
    ("2024-05-10", "تترأس مالطا مجلس الأمن."),
    ("2024-05-10", "ترأست مالطا مجلس الأمن في شباط/فبراير 2024."),
    ("2024-05-10", "Malta holds the presidency of the Security Council this month."),
    ("2024-05-10", "يتألف مجلس الأمن من 11 عضوا."),
    ("2024-05-10", "ليست جنوب السودان طرفا في العهد الدولي الخاص بالحقوق المدنية والسياسية."),
    ("2024-05-10", "وصوت المجلس في ذلك اليوم بالإجماع على القرار 2728 لمجلس الأمن."),
]


@pytest.mark.parametrize(("published", "text"), POINTED)
def test_another_time_is_never_contradicted(published: str, text: str) -> None:
    claims = read(text, published=published).claims
    assert claims
    assert all(claim.verdict != "refuted" for claim in claims)
    assert all("2024-05-10" not in str(claim.args.get("at")) for claim in claims)


@pytest.mark.parametrize(("published", "text"), PLAIN)
def test_the_day_of_publication_is(published: str, text: str) -> None:
    assert "refuted" in {claim.verdict for claim in read(text, published=published).claims}


@pytest.mark.parametrize(
    "text",
    [
        "اعتمد مجلس الأمن قرارا بشأن الصحراء الغربية يحث على إحياء المحادثات المتعثرة منذ 2012.",
        "The Security Council adopted a resolution on Western Sahara calling for talks stalled since 2012.",
    ],
)
def test_since_when_something_else_has_stood_is_no_time_of_the_deed(text: str) -> None:
    claims = read(text, published="2019-05-02").claims
    assert claims
    assert not any("2012" in str(claim.args.get("at")) for claim in claims)

"""Titles and appositions in background: held against the day of publication where nothing tells of another time."""

from __future__ import annotations

import pytest

from tests.held import judged

_THEN = [
    ("2020-05-01", "In 2014 Rwanda, a member of the Security Council, proposed a text."),
    ("2020-05-01", "In 2016 Japan, a non-permanent member of the Security Council, presided in July."),
    ("2020-05-01", "في 2014 قدمت رواندا، العضو في مجلس الأمن، نصا."),
    ("2020-05-01", "In 2015 Saudi Arabia, a member of the Human Rights Council, opposed it."),
]
_OPEN = [
    ("2025-05-01", "The debate of March 2003 was bitter. Germany, a member of the Security Council, opposed the war."),
    ("2025-05-01", "كان النقاش في مارس 2003 حادا. وعارضت ألمانيا، العضو في مجلس الأمن، الحرب."),
    ("2020-05-01", "The war began in March 2003. UN Secretary-General Kofi Annan called it illegal."),
    ("2020-05-01", "بدأت الحرب في مارس 2003. وقال الأمين العام للأمم المتحدة كوفي أنان إنها غير شرعية."),
]
_LEFT = [
    ("2020-05-01", "Cyprus came up in March 1964. The 11-member Security Council met for days."),
    (
        "2020-05-01",
        "The regime fell in 1994. South Africa was not a party to the Covenant on Civil and Political Rights.",
    ),
    ("2020-05-01", "سقط النظام عام 1994. ولم تكن جنوب أفريقيا طرفا في العهد الدولي الخاص بالحقوق المدنية والسياسية."),
    (
        "2024-05-01",
        "The text came up in 2017; Japan, which presided over the Security Council in December, did not vote.",
    ),
]
_NOW = [
    ("2020-05-01", "The mission of 2013 was extended on Tuesday. The 11-member Security Council met."),
    (
        "2020-05-01",
        "The regime fell in 1994. South Africa is not a party to the Covenant on Civil and Political Rights.",
    ),
    ("2020-05-01", "UN Secretary-General Kofi Annan met ministers."),
    ("2020-05-01", "The mission was set up in 2013. Iran is a member of the Human Rights Council."),
    ("2020-05-01", "The war began in 2003. On Tuesday Rwanda, a member of the Security Council, proposed a text."),
]

_FRAMED = [
    (
        "2015-09-01",
        "فرض القرار 1970 حظرا على السلاح في 26 فبراير 2011. وفي 17 مارس أجاز القرار 1973 حظر الطيران، وامتنعت روسيا.",
        "2011-03-17",
    ),
    (
        "2015-09-01",
        "The Security Council adopted resolution 1970 on 26 February 2011. On 17 March it adopted resolution 1973.",
        "2011-03-17",
    ),
    (
        "2025-09-01",
        "في 2 مارس 2022 صوتت 141 دولة في الجمعية العامة لصالح قرار يدين غزو أوكرانيا. وفي 24 مارس أيدت 140 دولة قرارا"
        " بشأن أوكرانيا مقابل خمس معارضات و38 امتناعا.",
        "2022-03-24",
    ),
    (
        "2022-05-28",
        "Resolution 2397 was adopted on 22 December 2017. On 26 May Russia and China vetoed a Security Council draft"
        " resolution on North Korea.",
        "2022-05-26",
    ),
]


@pytest.mark.parametrize(("published", "text", "at"), _FRAMED)
def test_a_day_without_its_year_may_be_of_the_year_told_before(published: str, text: str, at: str) -> None:
    claims = judged(text, published)
    assert not {"refuted", "conflicting"} & {c.verdict for c in claims}
    assert (at, "supported") in {(c.args.get("at"), c.verdict) for c in claims}


def test_without_a_year_before_it_a_day_is_of_the_last_one() -> None:
    assert [c.verdict for c in judged("اعتمد مجلس الأمن القرار 1970 في 17 مارس.", "2015-09-01")] == ["refuted"]


@pytest.mark.parametrize(("published", "text"), _THEN)
def test_an_apposition_is_of_the_time_with_which_its_sentence_begins(published: str, text: str) -> None:
    (claim,) = [c for c in judged(text, published) if c.kind.endswith(".member")]
    assert claim.verdict == "supported"


@pytest.mark.parametrize(("published", "text"), _OPEN)
def test_background_of_another_time_is_not_contradicted(published: str, text: str) -> None:
    claims = judged(text, published)
    assert [(c.args.get("at"), c.verdict) for c in claims] == [(None, "not-enough-evidence")]


@pytest.mark.parametrize(("published", "text"), _NOW)
def test_what_is_told_of_now_is(published: str, text: str) -> None:
    assert "refuted" in {c.verdict for c in judged(text, published)}


def test_whether_yugoslavia_went_on_as_a_member_was_in_dispute() -> None:
    text = "In 1999 Yugoslavia, which was not a member of the United Nations, said no."
    assert [c.verdict for c in judged(text, "2025-05-01")] == ["not-enough-evidence"]


def test_another_organ_that_goes_by_the_council_has_its_own_size() -> None:
    text = "صوت المجلس الاقتصادي والاجتماعي الأربعاء. ويضم المجلس 54 عضوا. وفي نوفمبر اجتمع مجلس حقوق الإنسان."
    assert not [c for c in judged(text, "2022-12-15") if c.kind.endswith(".size")]


@pytest.mark.parametrize(
    "text",
    [
        "قال مجلس القيادة الرئاسي في عدن إن المجلس يضم ثمانية أعضاء. ثم اجتمع مجلس الأمن.",
        "The Nordic Council met on Monday. The Council has 87 members. The Security Council met as well.",
        "The Security Council met. The Nordic Council met too; the Council has 87 members.",
    ],
)
def test_a_council_of_no_table_has_its_own_size(text: str) -> None:
    assert not [c for c in judged(text, "2024-05-01") if c.kind.endswith(".size")]


def test_the_council_stays_itself_behind_another_named_long_before() -> None:
    text = "The Nordic Council met on Monday. The Security Council met as well. The Council has 14 members."
    assert [c.verdict for c in judged(text, "2024-05-01") if c.kind == "council.size"] == ["refuted"]


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council may enforce it. Judges voted 13 to two in an earlier case on Ukraine, in March 2022.",
        "Panama was elected to the Security Council on Tuesday. Panama got 164 votes.",
    ],
)
def test_who_votes_elsewhere_casts_no_vote_of_the_council(text: str) -> None:
    assert "council.vote" not in {c.kind for c in judged(text, "2024-01-25")}


@pytest.mark.parametrize(("published", "text"), _LEFT)
def test_what_was_so_in_a_time_long_past_is_left_open(published: str, text: str) -> None:
    assert "refuted" not in {c.verdict for c in judged(text, published)}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("في عام 2009 كانت الدنمارك عضوا في مجلس الأمن.", "refuted"),
        ("في عام 2009 كانت تركيا عضوا في مجلس الأمن.", "supported"),
        ("In 2009 Denmark was a member of the Security Council.", "refuted"),
    ],
)
def test_a_seat_of_the_past_is_of_the_time_that_opens_its_sentence(text: str, verdict: str) -> None:
    (claim,) = [c for c in judged(text, "2011-03-04") if c.kind == "council.member"]
    assert (claim.args["at"], claim.verdict) == ("2009", verdict)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("السعودية عضو في مجلس حقوق الإنسان حتى نهاية 2019.", "supported"),
        ("السعودية عضو في مجلس حقوق الإنسان حتى نهاية 2020.", "not-enough-evidence"),
        ("Saudi Arabia is a member of the Human Rights Council until the end of 2020.", "not-enough-evidence"),
        ("شغل يو ثانت منصب الأمين العام للأمم المتحدة بين 1961 و1971.", "supported"),
        ("شغل يو ثانت منصب الأمين العام للأمم المتحدة بين 1958 و1971.", "not-enough-evidence"),
    ],
)
def test_what_lasts_up_to_a_time_or_between_two_is_borne_out_by_all_of_it(text: str, verdict: str) -> None:
    assert [c.verdict for c in judged(text, "2018-11-30")] == [verdict]

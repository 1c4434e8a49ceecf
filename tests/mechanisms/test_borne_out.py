"""What bears a claim out and what does not: the subject of a row, deeds refused, sanctions, counts, bare numbers."""

from __future__ import annotations

import pytest

from mahdar.mechanisms.council.subjects import _told
from tests.held import judged, kinds, one, record

RESOLUTION, VOTE, MEETING = "council.resolution", "council.vote", "council.meeting"
LATER = "2026-02-01"
OPEN, YES, NO, MIXED = "not-enough-evidence", "supported", "refuted", "conflicting"


# -- subjects
@pytest.mark.parametrize(
    ("text", "kind", "verdict"),
    [
        ("The Security Council adopted a resolution on North Korea on 9 October 2006.", RESOLUTION, OPEN),
        ("The Security Council adopted a resolution on North Korea on 14 October 2006.", RESOLUTION, YES),
        ("The Security Council adopted a resolution on Yemen on 31 October 2000.", RESOLUTION, OPEN),
        ("The Security Council adopted a resolution on Yemen on 10 January 2024.", RESOLUTION, YES),
        ("اعتمد مجلس الأمن قرارا بشأن اليمن في 31 تشرين الأول/أكتوبر 2000.", RESOLUTION, OPEN),
        ("اعتمد مجلس الأمن قرارا بشأن لبنان في 19 آذار/مارس 1978.", RESOLUTION, YES),
        ("أصدر مجلس الأمن القرار 425 بشأن لبنان.", RESOLUTION, YES),
        ("أصدر مجلس الأمن القرار 425 بشأن العراق.", RESOLUTION, OPEN),
        ("The Security Council adopted resolution 2334 on Israeli settlements.", RESOLUTION, YES),
        ("The Security Council adopted resolution 2334 on Yemen.", RESOLUTION, OPEN),
        ("The Security Council adopted resolution 1973 on Syria.", RESOLUTION, MIXED),
        ("The Security Council adopted resolution 1325 on Yemen.", RESOLUTION, OPEN),
        ("The Security Council adopted resolution 1325 on women, peace and security.", RESOLUTION, YES),
        ("اعتمد مجلس الأمن القرار 2231 بشأن إيران في تموز/يوليو 2015.", RESOLUTION, YES),
        ("The Security Council voted 15-0 on Yemen on 31 October 2000.", VOTE, OPEN),
        ("The Security Council voted 14-1 on Yemen on 31 October 2000.", VOTE, OPEN),
        ("The Security Council held a meeting on North Korea on 31 October 2000.", MEETING, OPEN),
        ("عقد مجلس الأمن جلسة بشأن اليمن في 31 تشرين الأول/أكتوبر 2000.", MEETING, OPEN),
        ("The General Assembly adopted resolution ES-11/1 on Sudan.", "assembly.resolution", MIXED),
        ("The General Assembly adopted resolution ES-11/1 on Ukraine.", "assembly.resolution", YES),
        ("The Human Rights Council adopted resolution S-31/1 on Sudan.", "rights_council.resolution", OPEN),
        ("The Human Rights Council adopted resolution S-31/1 on Afghanistan.", "rights_council.resolution", YES),
    ],
)
def test_a_subject_needs_a_row_that_names_it(text: str, kind: str, verdict: str) -> None:
    assert one(text, kind, LATER).verdict == verdict


def test_every_subject_is_that_of_a_decision_on_record() -> None:
    assert [symbol for symbol in _told() if record().decision(symbol) is None] == []


# -- sanctions imposed and lifted
@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("رفع مجلس الأمن العقوبات عن كوريا الشمالية عام 2018.", OPEN),
        ("The Security Council suspended sanctions on North Korea in 2018.", OPEN),
        ("فرض مجلس الأمن عقوبات على إسرائيل.", OPEN),
        ("The Security Council imposed sanctions on North Korea on 9 October 2006.", OPEN),
        ("The Security Council imposed sanctions on North Korea in October 2006.", YES),
        ("شدد مجلس الأمن العقوبات على كوريا الشمالية في كانون الأول/ديسمبر 2017.", YES),
        ("The Security Council lifted sanctions on Sudan in 2018.", OPEN),
        ("The Security Council lifted sanctions on Libya in September 2003.", YES),
        ("The Security Council lifted sanctions on Libya in March 2011.", OPEN),
        ("The Security Council voted to lift sanctions on Ivory Coast in April 2016.", YES),
        ("رفع مجلس الأمن العقوبات عن ليبيا في أيلول/سبتمبر 2003.", YES),
    ],
)
def test_sanctions_need_a_resolution_that_did_so(text: str, verdict: str) -> None:
    assert one(text, RESOLUTION, LATER).verdict == verdict


def test_a_membership_is_suspended_by_a_resolution_that_says_so() -> None:
    said = "The General Assembly suspended China from the Human Rights Council in 2021."
    assert one(said, "assembly.resolution", LATER).verdict == OPEN
    said = "علقت الجمعية العامة عضوية روسيا في مجلس حقوق الإنسان في 7 نيسان/أبريل 2022."
    assert one(said, "assembly.resolution", LATER).verdict == YES


# -- refused, rejected, taken back
@pytest.mark.parametrize(
    "text",
    [
        "رفضت الجمعية العامة تعليق عضوية روسيا في مجلس حقوق الإنسان في عام 2022.",
        "The General Assembly rejected suspending Russia from the Human Rights Council in April 2022.",
        "The Security Council rejected resolution 1973.",
        "رفض مجلس الأمن القرار 1973.",
        "The Security Council repealed resolution 2231 in 2015.",
        "The Security Council voted to repeal resolution 1737 in March 2015.",
        "Resolution 1973 was rejected by the Security Council in 2011.",
        "ألغى مجلس الأمن القرار 2231 في عام 2015.",
        "ألغت الجمعية العامة القرار 3379 في عام 1991.",
        "رفض مجلس الأمن رفع العقوبات عن ليبيا في أيلول/سبتمبر 2003.",
        "رفض مجلس الأمن فرض عقوبات على سوريا في عام 2011.",
        "رفض مجلس الأمن قرارا بشأن سوريا في 4 شباط/فبراير 2012.",
    ],
)
def test_what_is_refused_or_taken_back_is_not_the_deed(text: str) -> None:
    assert {claim.kind for claim in judged(text, LATER)} <= {VOTE}


@pytest.mark.parametrize(
    "text",
    [
        "Israel rejected Security Council resolution 2334.",
        "رفضت إيران قرار مجلس الأمن 1929.",
        "Libya rejected resolution 1973, which the Security Council adopted on 17 March 2011.",
        "اعتمد مجلس الأمن القرار 1973 في 17 آذار/مارس 2011 ورفضته ليبيا.",
        "Security Council resolution 1929 was rejected by Iran.",
    ],
)
def test_what_a_state_rejects_stands(text: str) -> None:
    assert one(text, RESOLUTION, LATER).verdict == YES


# -- counts
@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The Security Council adopted 46 resolutions in 2024.", YES),
        ("The Security Council adopted a total of 46 resolutions in 2024.", YES),
        ("The Security Council adopted 60 resolutions in 2024.", NO),
        ("In 2023, the UN Security Council adopted 70 resolutions.", NO),
        ("The Security Council adopted about 50 resolutions in 2024.", YES),
        ("The Security Council adopted more than 40 resolutions in 2024.", YES),
        ("The Security Council adopted more than 60 resolutions in 2024.", NO),
        ("The Security Council adopted only 30 resolutions in 2024.", NO),
        ("The Security Council adopted 30 resolutions in 2024.", OPEN),
        ("The Security Council adopted 60 resolutions and statements in 2024.", OPEN),
        ("The Security Council adopted 44 resolutions on climate in 2024.", OPEN),
        ("The Security Council adopted 60 resolutions in 2025.", OPEN),
        ("The Security Council adopted 60 resolutions.", OPEN),
        ("اعتمد مجلس الأمن 50 قرارا في عام 2023.", YES),
        ("اعتمد مجلس الأمن 80 قرارا في عام 2023.", NO),
        ("اعتمد مجلس الأمن أكثر من 45 قرارا في عام 2023.", YES),
        ("اعتمد مجلس الأمن أكثر من 90 قرارا في عام 2023.", NO),
        ("اعتمد مجلس الأمن نحو 50 قرارا خلال عام 2023.", YES),
        ("اعتمد مجلس الأمن 20 قرارا فقط في عام 2023.", NO),
        ("اعتمد مجلس الأمن 80 قرارا بشأن أفريقيا في عام 2023.", OPEN),
        ("The Security Council adopted only two resolutions on Syria in 2016.", OPEN),
        ("The Security Council adopted eight resolutions on Syria in 2016.", YES),
        ("The Security Council adopted 80 resolutions on Syria in 2016.", OPEN),
    ],
)
def test_a_count_of_resolutions(text: str, verdict: str) -> None:
    assert one(text, RESOLUTION, LATER).verdict == verdict


def test_a_year_that_is_not_over_refutes_no_count() -> None:
    assert one("The Security Council adopted 60 resolutions in 2024.", RESOLUTION, "2024-06-01").verdict == OPEN


@pytest.mark.parametrize(
    ("text", "kind", "verdict"),
    [
        ("The Security Council held 500 meetings on Syria in 2016.", MEETING, OPEN),
        ("عقد مجلس الأمن 500 جلسة بشأن سوريا في عام 2016.", MEETING, OPEN),
        ("The Security Council held more than 10 meetings on Somalia in 2016.", MEETING, YES),
        ("The General Assembly adopted 300 resolutions on Israel in 2022.", "assembly.resolution", OPEN),
        ("The Human Rights Council adopted 50 resolutions on Syria in 2012.", "rights_council.resolution", OPEN),
        ("The Human Rights Council adopted three resolutions on Syria in 2012.", "rights_council.resolution", YES),
    ],
)
def test_other_counts_are_never_refuted(text: str, kind: str, verdict: str) -> None:
    assert one(text, kind, LATER).verdict == verdict


# -- bare numbers with the tally of all members
@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Resolution 1973 passed by a vote of 15 to 0.", NO),
        ("Resolution 2231 was adopted by 13 votes to 2.", NO),
        ("Resolution 2231 was adopted by 15 votes to none.", YES),
        ("Resolution 2334 was approved by 14 votes to one.", NO),
        ("Resolution 2334 passed by a vote of 14 to 0 with one abstention.", YES),
        ("اعتُمد القرار 2231 بأغلبية 13 صوتا مقابل صوتين.", NO),
        ("اعتمد القرار 2231 بأغلبية 15 صوتا مقابل لا شيء.", YES),
    ],
)
def test_a_bare_number_with_fifteen_votes_is_the_councils(text: str, verdict: str) -> None:
    assert one(text, VOTE, LATER).verdict == verdict


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1973 passed by a vote of 98 to 2.",
        "Resolution 1973 passed by a vote of 5 to 2.",
        "House Resolution 1973 passed by a vote of 13 to 2.",
        "The city's Resolution 1973 passed by a vote of 15 to 0.",
        "صدر القرار الوزاري 1973 بأغلبية 13 صوتا مقابل صوتين.",
    ],
)
def test_the_numbers_of_others_are_not(text: str) -> None:
    assert kinds(text, LATER) == set()

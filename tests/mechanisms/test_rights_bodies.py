"""Claims on the Human Rights Council, the Universal Periodic Review, mandates, treaties, membership and offices."""

from __future__ import annotations

import re

import pytest

from tests.held import judged, kinds, one

SEAT = "rights_council.member"


@pytest.mark.parametrize(
    ("sentence", "published", "verdict"),
    [
        ("The General Assembly elected Brazil to the Human Rights Council in October 2016.", "2017-02-01", "supported"),
        ("The General Assembly elected Norway to the Human Rights Council in October 2016.", "2017-02-01", "refuted"),
        ("انتخبت الجمعية العامة قطر لعضوية مجلس حقوق الإنسان في أكتوبر 2017.", "2018-02-01", "supported"),
        ("The United States will rejoin the Human Rights Council on 1 January.", "2021-10-15", "supported"),
        ("Iran has held a seat on the UN Human Rights Council since 2018.", "2020-05-01", "refuted"),
        ("علقت الجمعية العامة عضوية ليبيا في مجلس حقوق الإنسان عام 2011.", "2012-05-01", "supported"),
        ("علقت الجمعية العامة عضوية اليابان في مجلس حقوق الإنسان عام 2011.", "2012-05-01", "refuted"),
        ("The United States withdrew from the Human Rights Council in June 2018.", "2019-05-01", "supported"),
        ("فشلت السعودية في الفوز بمقعد في مجلس حقوق الإنسان.", "2020-10-14", "supported"),
        ("أخفقت روسيا، اليوم الجمعة، في الفوز بولاية جديدة في مجلس حقوق الإنسان.", "2016-10-28", "supported"),
        ("Venezuela lost its seat on the Human Rights Council in October 2022.", "2022-11-12", "not-enough-evidence"),
    ],
)
def test_seats_won_lost_and_left(sentence: str, published: str, verdict: str) -> None:
    assert one(sentence, SEAT, published).verdict == verdict


def test_joining_somebody_in_a_deed_is_no_seat() -> None:
    assert SEAT not in kinds("Japan joined the Human Rights Council in calling for a truce.", "2020-05-01")
    assert SEAT not in kinds("Canada left the Human Rights Council chamber in protest in March 2019.", "2020-05-01")
    assert SEAT not in kinds("انسحبت إسرائيل من جلسة مجلس حقوق الإنسان في مارس 2018.", "2018-05-01")
    observer = "Palestine became a non-member observer state of the United Nations in 2012."
    assert "un.member" not in kinds(observer, "2018-05-01")
    assert "un.member" not in kinds("Ghana joined the United Nations in condemning the coup.", "2020-05-01")
    assert "un.member" not in kinds("Eritrea never joined the UN disability rights convention.", "2020-05-01")


@pytest.mark.parametrize(
    ("sentence", "number", "verdict"),
    [
        ("China has been reviewed at least twice under the Universal Periodic Review.", 2, "supported"),
        ("China has been reviewed more than four times under the Universal Periodic Review.", 4, "refuted"),
        ("خضعت الصين للاستعراض الدوري الشامل 3 مرات.", 3, "supported"),
    ],
)
def test_how_often_a_state_was_reviewed_rounded_or_not(sentence: str, number: int, verdict: str) -> None:
    claim = one(sentence, "review.count", "2020-05-01")
    assert claim.args["times"] in (number, number + 1)
    assert claim.verdict == verdict


def test_the_first_of_two_reviews() -> None:
    said = "Iran was first examined in 2010 under the Universal Periodic Review and again in 2014."
    claims = [claim for claim in judged(said, "2015-01-20") if claim.kind == "review.round"]
    told = [(claim.args["round"], claim.args["at"], claim.verdict) for claim in claims]
    assert told == [(1, "2010", "supported"), (2, "2014", "supported")]


@pytest.mark.parametrize(
    "sentence",
    [
        "For the first time, Egypt invited experts ahead of its Universal Periodic Review in 2019.",
        "In its first Universal Periodic Review report since 2014, Egypt said it had freed prisoners.",
    ],
)
def test_another_first_is_no_round(sentence: str) -> None:
    assert "review.round" not in kinds(sentence, "2018-05-01")


def test_the_ordinal_of_a_round_is_no_day() -> None:
    claim = one("خضعت أوغندا للاستعراض الدوري الشامل للمرة الأولى في أكتوبر 2011.", "review.round", "2014-07-07")
    assert (claim.args["at"], claim.verdict) == ("2011-10", "supported")


@pytest.mark.parametrize(
    ("sentence", "status", "verdict"),
    [
        ("France signed the Convention on the Rights of the Child but never ratified it.", "signatory", "conflicting"),
        ("وقعت سوريا اتفاقية حقوق الطفل دون أن تصادق عليها.", "signatory", "conflicting"),
        ("Poland has been a party to CEDAW since 1986.", "party", "conflicting"),
        ("Poland has been a party to CEDAW since 1980.", "party", "supported"),
        (
            "قالت المنظمة إن تصديق اليمن على العهد الدولي للحقوق المدنية والسياسية عام 1987 كان خطوة.",
            "party",
            "supported",
        ),
        ("Iran has not ratified the Convention against Torture.", "not-party", "supported"),
    ],
)
def test_what_a_state_did_about_a_treaty(sentence: str, status: str, verdict: str) -> None:
    claims = [c for c in judged(sentence, "2015-06-01") if c.kind == "treaty.party"]
    assert (status, verdict) in [(c.args["status"], c.verdict) for c in claims]


def test_a_signature_said_to_be_all_denies_the_ratification_too() -> None:
    said = "France signed the Convention on the Rights of the Child but never ratified it."
    claims = [c for c in judged(said, "2015-06-01") if c.kind == "treaty.party"]
    assert {c.args["status"]: c.verdict for c in claims} == {"signatory": "conflicting", "not-party": "refuted"}


def test_a_treaty_without_any_day_names_none() -> None:
    why = one("Egypt is a party to the ICCPR.", "treaty.party", None).why
    assert "9999" not in why.en + why.ar
    assert not re.search(r"\d{4}", why.en)


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("The Human Rights Council created the fact-finding mission on Libya in June 2020.", "supported"),
        ("The Human Rights Council created the fact-finding mission on Libya in June 2015.", "not-enough-evidence"),
        ("انتهت ولاية لجنة التحقيق بشأن بوروندي التابعة للأمم المتحدة في 2021.", "supported"),
    ],
)
def test_mandates_begin_and_end(sentence: str, verdict: str) -> None:
    claim = one(sentence, "mandate.exists", "2024-01-01")
    assert claim.verdict == verdict
    assert claim.citations


@pytest.mark.parametrize(
    ("sentence", "at", "verdict"),
    [
        ("Kofi Annan was UN Secretary-General in 2001.", "2001", "supported"),
        ("Kofi Annan was UN Secretary-General in 2012.", "2012", "refuted"),
        ("تولى أنطونيو غوتيريش منصب الأمين العام للأمم المتحدة في يناير 2017.", "2017-01", "supported"),
        ("يشغل بان كي مون منصب الأمين العام للأمم المتحدة منذ عام 2007.", "2007/..", "supported"),
    ],
)
def test_offices_held_at_a_time(sentence: str, at: str, verdict: str) -> None:
    claim = one(sentence, "official.holds", "2018-01-01")
    assert (claim.args["at"], claim.verdict) == (at, verdict)


def test_another_mandate_does_not_bear_out_an_office() -> None:
    said = "The UNRWA Commissioner-General, Karen Koning AbuZayd, warned of a catastrophe."
    assert one(said, "official.holds", "2012-02-15").verdict == "not-enough-evidence"


def test_membership_says_when_and_since_when() -> None:
    assert (
        one("South Sudan became the 193rd member of the United Nations on 14 July 2011.", "un.member").verdict
        == "supported"
    )
    assert one("زيمبابوي عضو في الأمم المتحدة منذ عام 1987.", "un.member").verdict == "refuted"
    assert [c.verdict for c in judged("Palestine is a member of the United Nations.")] == ["refuted"]

"""Doubt, wish, question and threat are no claims; denial and announcement are told apart."""

from __future__ import annotations

import pytest

from tests.held import judged, kinds, one

OPEN = [
    "قد تستخدم روسيا حق النقض في مجلس الأمن ضد مشروع القرار بشأن ليبيا.",
    "هددت الصين باستخدام حق النقض في مجلس الأمن ضد أي نص بشأن ميانمار.",
    "بإمكان فرنسا استخدام حق النقض في مجلس الأمن.",
    "دعت المنظمة مجلس الأمن إلى اعتماد قرار بشأن السودان.",
    "إذا استخدمت روسيا حق النقض في مجلس الأمن فسيسقط النص.",
    "Russia could veto the Security Council draft on Libya.",
    "China threatened to veto the Security Council draft on Myanmar.",
    "Campaigners urged the Security Council to adopt a resolution on Sudan.",
    "If Russia vetoes the Security Council draft, talks will end.",
    "Will the Security Council adopt a resolution on Sudan?",
    "Activists want the Security Council to impose an arms embargo on Myanmar.",
]


@pytest.mark.parametrize("sentence", OPEN)
def test_what_is_left_open_is_no_claim(sentence: str) -> None:
    assert not kinds(sentence) & {"council.veto", "council.resolution", "council.vote", "sanctions.regime"}


def test_the_month_of_may_is_no_doubt() -> None:
    claim = one(
        "In May 2022 Russia and China vetoed a Security Council draft on North Korea.", "council.veto", "2022-07-01"
    )
    assert claim.args["at"] == "2022-05"


@pytest.mark.parametrize(
    "sentence",
    [
        "لم تستخدم الصين حق النقض في مجلس الأمن ضد مشروع القرار بشأن كوريا الشمالية في 26 أيار/مايو 2022.",
        "China did not veto the Security Council draft on North Korea on 26 May 2022.",
    ],
)
def test_a_denial_is_judged_as_it_is_worded(sentence: str) -> None:
    claim = one(sentence, "council.veto", "2022-06-01")
    assert claim.negated
    assert claim.verdict == "refuted"


def test_an_announced_vote_is_a_claim() -> None:
    claim = one(
        "من المقرر أن يصوت مجلس الأمن في 29 تموز/يوليو 2015 على نص بشأن أوكرانيا.", "council.vote", "2015-07-26"
    )
    assert claim.verdict == "supported"


def test_a_deed_without_a_day_in_the_opening_is_of_the_day_of_the_news_if_the_record_has_it() -> None:
    same = one("استخدمت روسيا حق النقض في مجلس الأمن ضد مشروع قرار بشأن سوريا.", "council.veto", "2017-04-12")
    later = one("استخدمت روسيا حق النقض في مجلس الأمن ضد مشروع قرار بشأن سوريا.", "council.veto", "2017-06-20")
    assert (same.args.get("at"), same.verdict) == ("2017-04-12", "supported")
    assert "at" not in later.args
    assert later.verdict == "supported"


def test_since_opens_a_time() -> None:
    claim = one(
        "Russia has used its veto eight times on Syria since the war began in 2011, the Security Council said.",
        "council.veto_count",
        "2017-04-13",
    )
    assert claim.args["at"] == "2011/.."


def test_nothing_is_found_in_text_without_claims() -> None:
    assert judged("الطقس معتدل اليوم.") == []
    assert judged("") == []


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        (
            "قال المندوب الجمعة إن روسيا استخدمت حق النقض في مجلس الأمن ضد مشروع قرار بشأن سوريا في 28 فبراير 2017.",
            "2017-02-28",
        ),
        ("قال المندوب يوم الجمعة إن روسيا استخدمت حق النقض في مجلس الأمن ضد مشروع القرار بشأن سوريا.", None),
        (
            "The envoy said on Friday that Russia had vetoed a Security Council draft on Syria on 28 February 2017.",
            "2017-02-28",
        ),
    ],
)
def test_the_day_of_saying_is_not_the_day_of_what_is_said(sentence: str, at: str | None) -> None:
    claim = one(sentence, "council.veto", "2017-03-04")
    assert claim.args.get("at") == at
    assert claim.verdict != "refuted"

"""Resolutions of the Council told by what they do, the Maghreb's word for one, and missions as topics."""

from __future__ import annotations

import pytest

from tests.held import judged, kinds, one

RESOLUTION = "council.resolution"


@pytest.mark.parametrize(
    ("text", "published", "topic", "at"),
    [
        (
            "وافق مجلس الأمن الجمعة على بقاء بعثة الأمم المتحدة في ليبيا عاما آخر.",
            "2022-10-30",
            "LBY",
            "2022-10-28",
        ),
        (
            "اتفق أعضاء مجلس الأمن الخمسة عشر أمس الخميس على إبقاء قوات حفظ السلام في قبرص.",
            "2022-01-28",
            "CYP",
            "2022-01-27",
        ),
        ("قرر مجلس الأمن الخميس تمديد ولاية اليونيفيل سنة.", "2023-09-01", "LBN", "2023-08-31"),
        ("قرر مجلس الأمن الجمعة إبقاء حظر السلاح على جنوب السودان.", "2021-05-29", "SSD", "2021-05-28"),
        ("سمح مجلس الأمن الخميس بنشر 12600 جندي في مالي.", "2013-04-26", "MLI", "2013-04-25"),
        ("أرسل مجلس الأمن أمس الأربعاء 75 مراقبا إلى الحديدة.", "2019-01-17", "YEM", "2019-01-16"),
        ("مدد مجلس الأمن الجمعة مهمة بعثة الأمم المتحدة في جنوب السودان.", "2021-03-13", "SSD", "2021-03-12"),
        (
            "The Security Council decided Tuesday to punish those who obstruct peace in Mali with travel bans.",
            "2017-09-06",
            "MLI",
            "2017-09-05",
        ),
        (
            "The Security Council agreed on Friday to keep the UN mission in Libya for another year.",
            "2022-10-30",
            "LBY",
            "2022-10-28",
        ),
        (
            "The Security Council on Monday gave the go-ahead for a security mission to Haiti.",
            "2023-10-03",
            "HTI",
            "2023-10-02",
        ),
    ],
)
def test_what_the_council_does_is_a_resolution(text: str, published: str, topic: str, at: str) -> None:
    claim = one(text, RESOLUTION, published)
    assert (claim.args["topic"], claim.args["at"], claim.verdict) == (topic, at, "supported")


@pytest.mark.parametrize(
    "text",
    [
        "قرر مجلس الأمن عقد جلسة الجمعة لبحث تمديد ولاية بعثة الأمم المتحدة في ليبيا.",
        "قرر مجلس الأمن الجمعة تأجيل التصويت على تمديد ولاية البعثة في مالي.",
        "قرر مجلس الأمن الجمعة عدم تمديد ولاية البعثة في مالي.",
        "اتفق أعضاء مجلس الأمن الجمعة على ضرورة بقاء البعثة في ليبيا.",
        "أبقى مجلس الأمن الملف السوري على جدول أعماله أمس الجمعة.",
        "أرسل مجلس الأمن أمس الجمعة رسالة إلى قوات حفظ السلام في مالي.",
        "قرر مجلس الوزراء اللبناني إرسال قوات إلى الجنوب، وأبلغ مجلس الأمن بذلك.",
        "The Security Council agreed on Friday to discuss keeping the UN mission in Mali.",
        "The Security Council agreed on Friday to postpone a vote on extending the UN mission in Mali.",
        "The Security Council decided on Friday to send a delegation to Haiti to assess the mission.",
    ],
)
def test_deciding_something_else_is_no_resolution(text: str) -> None:
    assert RESOLUTION not in kinds(text, "2022-10-30")


@pytest.mark.parametrize(
    ("text", "args"),
    [
        (
            "صادق مجلس الأمن يوم الجمعة على اللائحة 2548 التي تمدد عهدة المينورسو.",
            {"symbol": "S/RES/2548", "topic": "ESH", "at": "2020-10-30"},
        ),
        ("تنص لائحة مجلس الأمن رقم 690 الصادرة في 1991 على استفتاء.", {"symbol": "S/RES/690", "at": "1991"}),
    ],
)
def test_a_list_with_a_number_is_a_resolution(text: str, args: dict[str, str]) -> None:
    claim = one(text, RESOLUTION, "2020-10-31")
    assert (args.items() <= dict(claim.args).items(), claim.verdict) == (True, "supported")


@pytest.mark.parametrize(
    "text",
    [
        "نشر مجلس الأمن لائحة بأسماء 45 شخصا.",
        "أدرج مجلس الأمن اسمه في اللائحة السوداء عام 2012.",
        "صادق البرلمان الجزائري على اللائحة 2548.",
    ],
)
def test_a_list_without_a_number_is_none(text: str) -> None:
    assert RESOLUTION not in kinds(text, "2020-10-31")


def test_the_day_of_a_deed_is_not_that_of_the_embargo() -> None:
    said = "جدد مجلس الأمن الجمعة حظر السلاح المفروض على جنوب السودان."
    assert one(said, "sanctions.regime", "2021-05-29").args["at"] == "2021-05-29"


def test_a_mission_of_a_state_is_no_mission_in_it() -> None:
    said = "نفت البعثة السورية لدى الأمم المتحدة ذلك. ووافق مجلس الأمن الجمعة على تمديد عمل القوة."
    assert all(c.args.get("topic") != "SYR" for c in judged(said, "2022-10-30"))

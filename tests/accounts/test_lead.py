"""What first sentences do, and what that leaves of likeness."""

from __future__ import annotations

import pytest

from mahdar.accounts.lead import Lead, Turn, day_likeness, lead, likeness, one_decision
from mahdar.accounts.telling import tell


def lead_of(text: str, published: str | None = "2021-06-10") -> Lead:
    telling = tell("report", text, published=published)
    return lead(text, telling.reading, telling.days)


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("سيصوت مجلس الأمن غدا على مشروع قرار بشأن ليبيا.", "ahead"),
        ("من المقرر أن تعقد الجمعية العامة جلسة طارئة الأسبوع المقبل.", "ahead"),
        ("وسيناقش المجلس تقرير الأمين العام عن الوضع في دارفور.", "ahead"),
        ("اعتمد مجلس حقوق الإنسان قرارا بشأن ميانمار بأغلبية واسعة.", "decided"),
        ("استخدمت روسيا حق النقض ضد مشروع قرار قدمته أيرلندا.", "decided"),
        ("أدانت فرنسا استخدام حق النقض في جلسة الأمس.", "react"),
        ("رحبت الجامعة العربية بقرار المجلس تمديد البعثة.", "react"),
        ("The Security Council will meet on Friday on Sudan.", "ahead"),
        ("Diplomats are set to vote on a Libya draft this week.", "ahead"),
        ("The General Assembly adopted a resolution on Myanmar.", "decided"),
        ("Norway welcomed the resolution that the Council adopted.", "react"),
        ("Heavy rain fell on the camps of the displaced overnight.", None),
        ("", None),
        ("قصير", None),
    ],
)
def test_the_first_cue_tells_what_a_lead_does(text: str, turn: Turn | None) -> None:
    assert lead_of(text).turn == turn


def test_a_headline_and_a_dateline_are_passed_over() -> None:
    text = "ترحيب واسع بالقرار في عواصم العالم\nنيويورك - وكالات\nصوت مجلس الأمن أمس لصالح إرسال مراقبين إلى الحديدة."
    assert lead_of(text).turn == "decided"


def test_the_speakers_are_the_states_and_bodies_that_they_speak_for() -> None:
    assert lead_of("قال وزير الخارجية الألماني هايكو ماس إن بلاده تؤيد القرار.").speakers == {"state:DEU"}


def test_a_fresh_decision_is_known_by_its_symbol() -> None:
    text = "تبنى مجلس الأمن اليوم القرار 2728 الذي يطالب بوقف إطلاق النار في غزة."
    assert lead_of(text, "2024-03-25").decisions == {"S/RES/2728 (2024)"}
    assert lead_of(text, "2024-04-25").decisions == frozenset()
    assert lead_of("رحبت مصر بالقرار 2728 بشأن غزة الذي تبناه مجلس الأمن.", "2024-03-25").decisions == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        (Lead(), Lead("ahead"), 1, 1),
        (Lead("ahead"), Lead("decided"), 0, 0.6),
        (Lead("decided"), Lead("react"), 0, 0.6),
        (Lead("ahead"), Lead("react"), 0, 0.8),
        (Lead("react", frozenset({"state:FRA"})), Lead("react", frozenset({"state:DEU"})), 0, 0.9),
        (Lead("react", frozenset({"state:FRA"})), Lead("react", frozenset({"state:FRA"})), 1, 1),
        (Lead("decided", frozenset({"state:FRA"})), Lead("react", frozenset({"state:FRA"})), 1, 1),
        (Lead("decided", decisions=frozenset({"A"})), Lead("decided", decisions=frozenset({"B"})), 0, 0.6),
    ],
)
def test_leads_that_do_different_things_part_reports(one: Lead, other: Lead, least: float, most: float) -> None:
    assert least <= likeness(one, other) <= most
    assert likeness(one, other) == likeness(other, one)


def test_days_part_only_where_both_leads_name_them() -> None:
    thursday, sunday = Lead(days=frozenset({"2019-08-22"})), Lead(days=frozenset({"2019-08-25"}))
    assert day_likeness(thursday, sunday) < 1
    assert day_likeness(thursday, Lead()) == day_likeness(thursday, thursday) == 1


def test_one_decision_needs_one_who_decides() -> None:
    council = Lead("decided", frozenset({"body:un-security-council"}), frozenset({"S/RES/2728 (2024)"}))
    parliament = Lead("decided", frozenset({"state:ISR"}), frozenset({"S/RES/2728 (2024)"}))
    assert one_decision(council, council)
    assert not one_decision(council, parliament)

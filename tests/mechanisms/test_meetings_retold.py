"""Meetings of the Council told in passing: briefings to it, who was in the chair, and times that are not theirs."""

from __future__ import annotations

import pytest

from tests.held import judged, kinds, one

MEETING = "council.meeting"


@pytest.mark.parametrize(
    ("text", "args"),
    [
        ("قدم المبعوث إحاطة إلى مجلس الأمن أمس الثلاثاء عن اليمن.", {"topic": "YEM", "at": "2021-06-15"}),
        (
            "حذر المبعوث الثلاثاء، في إحاطة لمجلس الأمن، من انهيار الهدنة في اليمن.",
            {"topic": "YEM", "at": "2021-06-15"},
        ),
        ("من المقرر أن يقدم المبعوث إحاطة لمجلس الأمن غدا الخميس عن اليمن.", {"topic": "YEM", "at": "2021-06-17"}),
        ("In a briefing to the Security Council on Yemen on Tuesday he warned of famine.", {"topic": "YEM"}),
        ("The envoy briefed the Security Council on Yemen on Tuesday.", {"topic": "YEM", "at": "2021-06-15"}),
        ("The envoy will brief members of the Security Council on Yemen on Friday.", {"topic": "YEM"}),
        ("أحاط المبعوث الأممي مجلس الأمن بالوضع في اليمن الثلاثاء.", {"topic": "YEM", "at": "2021-06-15"}),
        ("يلتئم مجلس الأمن الخميس لبحث الوضع في اليمن.", {"topic": "YEM", "at": "2021-06-17"}),
        ("التأم مجلس الأمن الثلاثاء لبحث الوضع في اليمن.", {"topic": "YEM", "at": "2021-06-15"}),
    ],
)
def test_a_briefing_to_the_council_and_its_coming_together_are_meetings(text: str, args: dict[str, str]) -> None:
    assert args.items() <= dict(one(text, MEETING, "2021-06-16").args).items()


@pytest.mark.parametrize(
    "text",
    [
        "She was briefed by the Security Council on Yemen on Tuesday.",
        "The envoy did not brief the Security Council on Yemen on Tuesday.",
        "أحاط مجلس الأمن علما بالوضع في اليمن الثلاثاء.",
        "قال المتحدث في إحاطة صحفية الثلاثاء إن اليمن على حافة المجاعة.",
        "In a press briefing outside the Security Council, the envoy spoke on Tuesday of Yemen.",
        "The spokesman told a briefing in Geneva on Tuesday that Yemen was close to famine.",
    ],
)
def test_a_briefing_to_the_press_is_none(text: str) -> None:
    assert MEETING not in kinds(text, "2021-06-16")


def test_who_is_in_the_chair_is_no_topic() -> None:
    said = "طرح المبعوث ملف المعتقلين في سوريا على مجلس الأمن في جلسة انعقدت أمس الخميس وترأستها ألمانيا."
    meetings = [c for c in judged(said, "2020-07-24") if c.kind == MEETING]
    assert [(c.args["topic"], c.args["at"]) for c in meetings] == [("SYR", "2020-07-23")]


def test_a_time_in_what_is_said_is_not_that_of_the_meeting() -> None:
    said = 'وقالت أمام جلسة لمجلس الأمن عن العراق إن "400 شخص قتلوا منذ مطلع تشرين الأول".'
    assert "at" not in one(said, MEETING, "2019-12-03").args


def test_a_meeting_asked_for_is_borne_out_by_the_one_that_came_of_it() -> None:
    said = "Palestine called for an urgent meeting of the Security Council on the violence in Jerusalem."
    claim = one(said, MEETING, "2014-10-28")
    assert claim.verdict == "supported"
    assert [c.date for c in claim.citations] < ["2014-11-05"]


def test_who_holds_the_presidency_holds_no_meeting_of_which_he_only_speaks() -> None:
    said = "Uruguay, which holds the Security Council presidency in May, said the meeting would take place on Tuesday."
    assert MEETING not in kinds(said, "2017-05-15")


def test_what_the_council_considers_so_was_not_discussed() -> None:
    said = "The members of the Security Council considered that the attacks in Tunisia were a crime."
    assert "council.discussed" not in kinds(said, "2016-03-09")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("France and the United States rejected a Russian draft at the Security Council on Syria.", "council.veto"),
        ("The talks could lead to a Security Council resolution on Syria.", "council.resolution"),
        ("The envoy hopes for a Security Council resolution on Syria.", "council.resolution"),
    ],
)
def test_what_is_turned_down_or_hoped_for_was_not_done(text: str, kind: str) -> None:
    assert kind not in kinds(text, "2016-03-09")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (
            "An informal meeting of the Security Council on North Korea, convened by the United States and Albania in "
            "March 2023, was not webcast.",
            "2023-03",
        ),
        (
            "The Security Council heard witnesses at an Arria-formula meeting on North Korea convened by the United "
            "States and Albania on 17 March.",
            "2023-03-17",
        ),
        (
            "The Security Council was split. The meeting, held under the Arria formula and convened by the United "
            "States and Albania in March 2023, dealt with human rights in North Korea.",
            "2023-03",
        ),
    ],
)
def test_who_convened_a_meeting_stands_behind_its_name(text: str, at: str) -> None:
    claim = one(text, MEETING, "2023-03-20")
    assert claim.args == {"convened_by": ["USA", "ALB"], "format": "arria", "topic": "PRK", "at": at}
    assert claim.verdict == "supported"

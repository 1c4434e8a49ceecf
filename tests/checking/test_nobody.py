"""States that are only named among those of whom nobody did something; and who is told not to be among them."""

from __future__ import annotations

import pytest

from tests.held import judged, kinds, scene

LEFT_OUT = (
    "Not one of the Security Council's 15 members, Kenya included, voted against resolution 2594.",
    "None of them, including Kenya and India, opposed Security Council resolution 2594.",
    "لم يصوت أحد من أعضاء مجلس الأمن، ومنهم كينيا والهند، ضد القرار 2594.",
)


@pytest.mark.parametrize("text", LEFT_OUT)
def test_included_among_nobody(text: str) -> None:
    assert not scene(text).states_in(0, 99)
    assert not [c for c in judged(text, "2021-09-15") if c.verdict == "refuted"]


def test_included_among_those_who_did() -> None:
    there = scene("All 15 members, Kenya included, voted for Security Council resolution 2594.").states_in(0, 99)
    assert [state.codes for state in there] == [("KEN",)]


def test_not_among_the_votes_told() -> None:
    text = "نال القرار 2385 في مجلس الأمن في 14 نوفمبر 2017 11 صوتا، ليس بينها صوت بوليفيا."
    assert not [c for c in judged(text, "2017-11-20") if c.verdict in ("refuted", "conflicting")]


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Iran and the elected members of the Security Council went on.",
        "Iran and the members of the Security Council signed it.",
        "The deal between Iran and Security Council members was signed.",
        "Israel and the members of the Human Rights Council are at odds.",
        "المحادثات بين إيران والأعضاء الدائمين في مجلس الأمن مستمرة.",
        "وقعت إيران وأعضاء مجلس الأمن الاتفاق.",
        "أبلغت إيران أعضاء مجلس الأمن بذلك.",
        "الاتفاق بين إيران والدول الأعضاء في مجلس الأمن تاريخي.",
        "The members of the Security Council, Iran and Germany met on Monday.",
    ],
)
def test_who_stands_beside_the_members_is_none_of_them(text: str) -> None:
    assert not {"council.member", "rights_council.member"} & set(kinds(text, "2018-07-21"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Talks between Israel and the parties to the Rome Statute failed.", "treaty.party"),
        ("The United States and states parties to the Rome Statute signed a text.", "treaty.party"),
        ("The United States sanctioned members of the International Criminal Court.", "treaty.party"),
        ("المحادثات بين إسرائيل والدول الأطراف في نظام روما الأساسي فشلت.", "treaty.party"),
        ("التقت الولايات المتحدة الدول الأطراف في نظام روما الأساسي.", "treaty.party"),
        ("Israel and the president of the Security Council met in July.", "council.presidency"),
        ("التقت إيران رئيس مجلس الأمن في يوليو.", "council.presidency"),
    ],
)
def test_who_stands_beside_the_parties_or_the_president_is_another(text: str, kind: str) -> None:
    assert kind not in kinds(text, "2018-07-21")


def test_a_list_of_members_ends_with_its_dash() -> None:
    said = "The members of the Security Council — the United States, China, Russia and France — and Germany met."
    assert "DEU" not in {c.args.get("state") for c in judged(said, "2018-07-21")}


def test_parties_in_apposition_and_after_a_verb_of_being_are_those_named() -> None:
    said = "Canada and Japan, parties to the Rome Statute, met. Norway is among the states parties to the Rome Statute."
    assert {"CAN", "JPN", "NOR"} <= {c.args.get("state") for c in judged(said, "2018-07-21")}

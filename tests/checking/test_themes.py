"""Themes of no one state, told by the wording of agenda items."""

from __future__ import annotations

import pytest

from mahdar.checking.themes import is_theme, on_theme, with_theme
from mahdar.checking.topics import named_topic
from mahdar.tables import read_rows
from tests.held import one, record, scene


def test_a_theme_is_no_code() -> None:
    assert is_theme("women-peace-security")
    assert not is_theme("SYR")
    assert not is_theme(None)


def test_every_theme_with_titles_is_a_topic_or_may_be_one() -> None:
    topics = {row["topic"] for row in read_rows("mahdar.checking", "topics.csv")}
    themes = [row["topic"] for row in read_rows("mahdar.checking", "themes.csv")]
    assert len(themes) == len(set(themes))
    assert {"terrorism", "women-peace-security", "protection-of-civilians", "non-proliferation"} <= topics & set(themes)


def test_titles_of_the_record_belong_to_themes() -> None:
    assert on_theme("women-peace-security", "Women and peace and security")
    assert not on_theme("women-peace-security", "Children and armed conflict")
    assert not on_theme("no-such-theme", "Women and peace and security")
    assert len(with_theme("children-armed-conflict", record().meetings())) > 30


@pytest.mark.parametrize(
    ("sentence", "kind", "topic", "verdict"),
    [
        (
            "اعتمد مجلس الأمن القرار 1325 بشأن المرأة والسلم والأمن في 31 تشرين الأول/أكتوبر 2000.",
            "council.resolution",
            "women-peace-security",
            "supported",
        ),
        (
            "The Security Council adopted resolution 1540 on the non-proliferation of weapons of mass destruction.",
            "council.resolution",
            "non-proliferation",
            "supported",
        ),
        (
            "ناقش مجلس الأمن حماية المدنيين في 23 أيار/مايو 2019.",
            "council.discussed",
            "protection-of-civilians",
            "supported",
        ),
        (
            "The Security Council held a meeting on women, peace and security on 29 October 2019.",
            "council.meeting",
            "women-peace-security",
            "supported",
        ),
    ],
)
def test_claims_on_themes(sentence: str, kind: str, topic: str, verdict: str) -> None:
    claim = one(sentence, kind, "2020-01-15")
    assert (claim.args["topic"], claim.verdict) == (topic, verdict)


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("جلسة بشأن القضية الفلسطينية", "PSE"),
        ("جلسة بشأن الملف النووي الإيراني", "IRN"),
        ("قرار بشأن إسقاط الطائرة الماليزية", "UKR"),
        ("قرار بشأن الأزمة السورية", "SYR"),
        ("قرار بشأن الصحراء الغربية", "ESH"),
        ("قرار بشأن هجمات البحر الأحمر", "YEM"),
        ("قرار بشأن القوات الأجنبية في ليبيا", "LBY"),
        ("قرار بشأن حماية المدنيين في سوريا", "SYR"),
        ("قرار بشأن الأطفال والنزاع المسلح", "children-armed-conflict"),
        ("a resolution on the downing of MH17", "UKR"),
        ("a resolution on Red Sea shipping", "YEM"),
        ("a resolution on the protection of civilians in Sudan", "SDN"),
        ("a meeting on the Srebrenica genocide", "BIH"),
        ("a US-Japanese draft on weapons in outer space", "outer-space"),
    ],
)
def test_names_of_crises_and_themes(words: str, topic: str) -> None:
    read = scene(words)
    found = named_topic(read, 0, len(read.forms))
    assert found is not None
    assert found.code == topic

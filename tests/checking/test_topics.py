"""Topics: crises by their names, states behind "on", never the voter or the sponsor of a draft."""

from __future__ import annotations

import pytest

from mahdar.checking.topics import named_topic, report_topic
from mahdar.tables import read_rows, values
from tests.held import scene


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("ناقش المجلس القضية الفلسطينية.", "PSE"),
        ("بحث المجلس الملف النووي الإيراني.", "IRN"),
        ("حول حادث الطائرة الماليزية", "UKR"),
        ("بشأن الهجوم على خان شيخون", "SYR"),
        ("الأوضاع في دارفور", "SDN"),
        ("اضطهاد الروهينغا", "MMR"),
        ("ضد مشروع القرار الفرنسي الأمريكي بشأن اليمن", "YEM"),
        ("on the war in Gaza", "PSE"),
        ("a French draft resolution on Libya", "LBY"),
        ("the treatment of the Uyghurs", "CHN"),
        ("the Polisario Front", "ESH"),
    ],
)
def test_a_name_gives_its_topic(sentence: str, code: str) -> None:
    found = scene(sentence)
    topic = named_topic(found, 0, len(found.forms))
    assert topic is not None
    assert topic.code == code


def test_who_votes_is_never_the_topic() -> None:
    found = scene("امتنعت إثيوبيا عن التصويت على نص بشأن اليمن")
    topic = named_topic(found, 0, len(found.forms), {"ETH"})
    assert topic is not None
    assert topic.code == "YEM"


def test_the_report_as_a_whole_has_a_topic() -> None:
    topic = report_topic(scene("Fighting in Sudan went on. Sudan is at war. Russia spoke."))
    assert topic is not None
    assert (topic.code, topic.weak) == ("SDN", True)


def test_topics_are_codes_of_states_or_slugs_and_no_name_has_two() -> None:
    rows = read_rows("mahdar.checking", "topics.csv")
    seen: dict[str, str] = {}
    for row in rows:
        assert (row["topic"].isupper() and len(row["topic"]) == 3) or row["topic"].islower()
        for name in values(row["words"]):
            assert seen.setdefault(name, row["topic"]) == row["topic"], name

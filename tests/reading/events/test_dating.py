"""Which time dates an event, and that a dateline names no party of one."""

from __future__ import annotations

import pytest

from mahdar.edtf import Interval
from mahdar.reading.reader import read_passage

_PUBLISHED = Interval.parse("2023-08-07")  # a Monday


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("On Saturday, gunmen attacked a village near the border.", "en", "2023-08-05"),
        ("And in March, 40 herders were killed in an ambush.", "en", "2023-03"),
        ("Last Thursday, several soldiers were killed in an ambush.", "en", "2023-08-03"),
        ("Key dates of her life.\n1958: She married.\n1962: She was sentenced to prison.", "en", "1962"),
        ("استشهد 12 مواطنا وأصيب آخرون، السبت 5 آب 2023، إثر غارات على البلدة.", "ar", "2023-08-05"),
        ("وفي آذار الماضي، قتل ثلاثة جنود في كمين.", "ar", "2023-03"),
        ("Chad withdrew from the 2015 pact in 2018.", "en", "2018"),
        ("On Sunday, officials said rebels killed ten people.", "en", None),  # they said so on Sunday
        ("قال مسؤولون، أمس الأحد، إن مسلحين هاجموا قرية.", "ar", None),
        ("The army arrested six men, and on Sunday, they were freed.", "en", None),
        ("By Sunday, police had arrested six men.", "en", None),
        ("Kenya said on Monday it had arrested ten men.", "en", None),
        ("قالت الشرطة اليوم الاثنين إنها اعتقلت عشرة رجال.", "ar", None),
        ("The police said ten men were arrested on Sunday.", "en", "2023-08-06"),
        ("Ten people were arrested during the unrest that followed the May 3 elections.", "en", None),
        ("Ten people were killed in the 1 August raid.", "en", "2023-08-01"),
        ("Kenya agreed to hold a vote this Saturday.", "en", None),  # it agreed before
        ("Three men were arrested after the rallies against the vote, in 2020, of the president.", "en", None),
        ("Ten people were killed since the coup in March.", "en", None),
        ("Ten people were arrested after a rally on Sunday.", "en", "2023-08-06"),
        ("She was arrested in 2019 after the rallies.", "en", "2019"),
        ("أعلنت الهيئة مقتل 40 شخصا منذ بداية الحراك في الأول من تموز الماضي.", "ar", None),
    ],
)
def test_times_beside_the_clause_date_it(text: str, language: str, edtf: str | None) -> None:
    assert read_passage(text, language, _PUBLISHED).events[0].edtf == edtf


@pytest.mark.parametrize(
    ("text", "language", "actors"),
    [
        ("تونس 5 آب أغسطس (رويترز) – قضت محكمة تونسية بسجن نائب ثمانية أشهر.", "ar", ("body:court-of-tun",)),
        ("BAMAKO, Mali (AP) — Gunmen attacked a village.", "en", ()),
    ],
)
def test_who_stands_in_the_dateline_did_nothing(text: str, language: str, actors: tuple[str, ...]) -> None:
    assert read_passage(text, language, _PUBLISHED).events[0].actors == actors


def test_an_event_begins_behind_its_dateline() -> None:
    text = "Goma, Congo (AP) - Over a dozen people were injured in an attack on Sunday."
    (event,) = read_passage(text, "en", _PUBLISHED).events
    assert event.text.startswith("Over a dozen people")

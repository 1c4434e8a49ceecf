"""Several events of one sentence: each has its own parties, and times date what they stand with."""

from __future__ import annotations

import pytest

from mahdar.edtf import Interval
from mahdar.reading.reader import read_passage

_PUBLISHED = Interval.parse("2024-03-06")
Told = tuple[str, str, str]


def told(text: str, language: str) -> list[Told]:
    found = read_passage(text, language, _PUBLISHED).events
    return [(event.type, "|".join(event.actors), "|".join(event.recipients)) for event in found]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Canada condemned the coup in Niger and suspended aid to the country.",
            "en",
            [("ACCUSE", "state:CAN", ""), ("SANCTION", "state:CAN", "")],
        ),
        (
            "Hamas accused Israel of breaking the truce and Egypt urged restraint.",
            "en",
            [("ACCUSE", "body:hamas", "state:ISR"), ("REQUEST", "state:EGY", "")],
        ),
        (
            "Chad expelled the French ambassador, recalled its troops from Mali and closed its airspace.",
            "en",
            [("SANCTION", "state:TCD", "person:ambassador-of-fra"), ("COERCE", "state:TCD", "")],
        ),
        ("Israel bombed a school in Lebanon, killing five people.", "en", [("ASSAULT", "state:ISR", "")]),
        (
            "Amnesty demanded the release of detained and kidnapped activists.",
            "en",
            [("REQUEST", "body:amnesty-international", "")],
        ),
        (
            "أدانت مصر الهجوم وطالبت إسرائيل بوقف القصف.",
            "ar",
            [("ACCUSE", "state:EGY", ""), ("REQUEST", "state:EGY", "state:ISR")],
        ),
        (
            "دان الأردن القصف ودعت الجامعة العربية إلى اجتماع.",
            "ar",
            [("ACCUSE", "state:JOR", ""), ("REQUEST", "body:arab-league", "")],
        ),
        (
            "طرد السودان السفير الكيني وأغلق مجاله الجوي.",
            "ar",
            [("SANCTION", "state:SDN", "person:ambassador-of-ken"), ("COERCE", "state:SDN", "")],
        ),
    ],
)
def test_verbs_joined_by_and_keep_their_parties_apart(text: str, language: str, expected: list[Told]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("Iran released two teachers held since 2022.", "en", None),
        ("Iran released two teachers on Monday.", "en", "2024-03-04"),
        ("Gunmen killed five guards and wounded six on Monday.", "en", "2024-03-04"),
        ("أفرجت إيران عن معلمين محتجزين منذ 2022.", "ar", None),
        ("أفرجت إيران عن معلمين يوم الاثنين.", "ar", "2024-03-04"),
    ],
)
def test_a_time_behind_a_participle_dates_that(text: str, language: str, edtf: str | None) -> None:
    assert read_passage(text, language, _PUBLISHED).events[0].edtf == edtf


def test_a_decade_behind_a_participle_recalls_nothing() -> None:
    text = "Farmers began a hunger strike to demand the return of land seized by the state in the 1970s."
    assert [event.type for event in read_passage(text, "en", _PUBLISHED).events] == ["PROTEST"]


def test_who_struck_when_others_were_killed() -> None:
    text = "Two guards were killed after Israel shelled the port."
    assert told(text, "en") == [("ASSAULT", "state:ISR", "")]


def test_a_relative_clause_dates_itself() -> None:
    (event,) = read_passage("The junta, which took over in 2021, has killed five men.", "en", _PUBLISHED).events
    assert event.type == "ASSAULT"


def test_a_plural_verb_behind_another_has_its_subject() -> None:
    text = "دانت السعودية والإمارات الهجوم ودعتا إلى ضبط النفس."
    assert told(text, "ar") == [("ACCUSE", "state:SAU|state:ARE", ""), ("REQUEST", "state:SAU|state:ARE", "")]

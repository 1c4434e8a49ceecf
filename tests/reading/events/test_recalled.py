"""What a report dates by a past year alone it recalls; who reports an event is kept with it."""

from __future__ import annotations

import pytest

from mahdar.edtf import Interval
from mahdar.reading.reader import read_passage


def types(text: str, language: str, published: str | None = "2024-03-06") -> list[str]:
    given = Interval.parse(published) if published else None
    return [event.type for event in read_passage(text, language, given).events]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("في عام 1983 قتل مسلحون ثلاثة قضاة.", "ar"),
        ("قتل سبعون صحافيا في البلاد منذ عام 2011.", "ar"),
        ("تظاهر الآلاف في العاصمة سنة 2019.", "ar"),
        ("In 1983, gunmen killed three judges.", "en"),
        ("Thousands of people protested in the capital in 2019.", "en"),
    ],
)
def test_violence_and_protest_of_a_past_year_are_recalled(text: str, language: str) -> None:
    assert types(text, language) == []
    assert types(text, language, None) == []


@pytest.mark.parametrize(
    ("text", "language", "type_"),
    [
        ("قتل مسلحون ثلاثة قضاة في 3 مايو 1983.", "ar", "ASSAULT"),
        ("في عام 2024 قتل مسلحون ثلاثة قضاة.", "ar", "ASSAULT"),
        ("فرض الاتحاد عقوبات على ثلاثة مصارف عام 2016.", "ar", "SANCTION"),
        ("In 2024, gunmen killed three judges.", "en", "ASSAULT"),
        ("Gunmen killed three judges on 3 May 1983.", "en", "ASSAULT"),
        ("The union imposed sanctions on three banks in 2016.", "en", "SANCTION"),
    ],
)
def test_a_day_the_year_of_publication_and_acts_in_force_are_not(text: str, language: str, type_: str) -> None:
    assert types(text, language) == [type_]


def test_an_event_in_somebodys_words_says_whose_they_are() -> None:
    said = read_passage("قالت فرنسا إن مسلحين قتلوا ثلاثة جنود في النيجر.", "ar").events
    assert [(event.type, event.reported_by) for event in said] == [("ASSAULT", ("state:FRA",))]
    said = read_passage("France said that gunmen had killed three soldiers in Niger.", "en").events
    assert [(event.type, event.reported_by) for event in said] == [("ASSAULT", ("state:FRA",))]


def test_what_the_report_says_itself_has_no_reporter() -> None:
    (event,) = read_passage("Gunmen killed three soldiers in Niger.", "en").events
    assert event.reported_by == ()


def test_the_innermost_speaker_reports() -> None:
    text = "France said that Niger had announced that gunmen killed three soldiers."
    assert [event.reported_by for event in read_passage(text, "en").events if event.type == "ASSAULT"] == [
        ("state:NER",)
    ]

"""Spans, parties and days of events, and what every text must hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.model import Event, Statement
from mahdar.reading.events import events
from tests.cost import calls
from tests.reading.events.passages import passage


def only(text: str, language: str, names: Mapping[str, str], days: Mapping[str, str] | None = None) -> Event:
    (event,) = events(passage(text, language, names, days))
    return event


@pytest.mark.parametrize(
    ("text", "language", "names", "actors", "recipients"),
    [
        (  # who says so did not do it
            "ذكرت إيران أن تركيا قصفت مواقع.",
            "ar",
            {"تركيا": "state:TUR", "إيران": "state:IRN"},
            ("state:TUR",),
            (),
        ),
        (  # that its own forces did
            "ذكرت إيران أن قواتها قصفت مواقع.",
            "ar",
            {"إيران": "state:IRN"},
            ("state:IRN",),
            (),
        ),
        (
            "قصفت تركيا مواقع في سوريا.",
            "ar",
            {"تركيا": "state:TUR", "سوريا": "state:SYR"},
            ("state:TUR",),
            (),
        ),
        (
            "وأدانت قطر والكويت إسرائيل.",
            "ar",
            {"قطر": "state:QAT", "الكويت": "state:KWT", "إسرائيل": "state:ISR"},
            ("state:QAT", "state:KWT"),
            ("state:ISR",),
        ),
        (
            "هددت إيران بضرب العراق.",
            "ar",
            {"إيران": "state:IRN", "العراق": "state:IRQ"},
            ("state:IRN",),
            ("state:IRQ",),
        ),
        ("France condemned Mali.", "en", {"France": "state:FRA", "Mali": "state:MLI"}, ("state:FRA",), ("state:MLI",)),
        (
            "Mali was condemned by France in Geneva.",
            "en",
            {"Mali": "state:MLI", "France": "state:FRA"},
            ("state:FRA",),
            ("state:MLI",),
        ),
        ("Police detained six men in Mali.", "en", {"Mali": "state:MLI"}, (), ()),
    ],
)
def test_parties(
    text: str, language: str, names: Mapping[str, str], actors: tuple[str, ...], recipients: tuple[str, ...]
) -> None:
    event = only(text, language, names)
    assert (event.actors, event.recipients) == (actors, recipients)


def test_the_span_is_the_clause_from_the_verb_without_its_conjunction() -> None:
    event = only("وقصف الجيش البلدة أمس، فيما عاد الهدوء إلى الجنوب.", "ar", {})
    assert event.text == "قصف الجيش البلدة أمس"


def test_the_span_of_a_passive_begins_with_its_subject() -> None:
    assert only("On Monday, two guards were killed by gunmen.", "en", {}).text == "two guards were killed by gunmen"


def test_the_day_is_that_of_the_same_clause() -> None:
    text = "The army shelled the town on 3 May 2021, although a truce had held since 1 May 2021."
    assert only(text, "en", {}, {"3 May 2021": "2021-05-03", "1 May 2021": "2021-05-01"}).edtf == "2021-05-03"
    assert only(text, "en", {}, {"1 May 2021": "2021-05-01"}).edtf is None


def test_what_a_statement_denies_is_no_event() -> None:
    made = passage("قال المتحدث إن الجنود قتلوا ثلاثة مدنيين.", "ar")
    assert [event.type for event in events(made)] == ["ASSAULT"]
    said = Statement(15, len(made.text), made.text[15:], "say", False, (), None)
    made.statements = [said]
    assert len(events(made)) == 1
    made.statements = [replace(said, act="deny")]
    assert events(made) == []


def test_other_languages_and_empty_texts_have_no_events() -> None:
    assert events(passage("L'armée a bombardé la ville.", "fr")) == []
    assert events(passage("", "ar")) == []


def test_a_duty_is_requested_by_the_speaker_of_its_subject() -> None:
    event = only("Russia said that Sudan must return the vessel.", "en", {"Russia": "state:RUS", "Sudan": "state:SDN"})
    assert (event.type, event.actors, event.recipients) == ("REQUEST", ("state:RUS",), ("state:SDN",))


@pytest.mark.parametrize("words", ["قتل ", "وقع هجوم ", "attacked by and "])
def test_cost_grows_with_the_text_and_not_faster(words: str) -> None:
    language = "ar" if words[0] > "z" else "en"
    small, large = (passage(words * times, language) for times in (500, 2000))
    events(small)
    assert calls(lambda: events(large)) < 5 * calls(lambda: events(small))


_WORDS = st.sampled_from(
    [
        "قتل",
        "وقع",
        "هجوم",
        "لم",
        "أن",
        "الجيش",
        "،",
        ".",
        "؟",
        "«",
        "إذا",
        "attacked",
        "to",
        "said",
        "will",
        ",",
        "by",
        "\n",
        "5",
    ]
)


@given(st.lists(_WORDS, max_size=40), st.sampled_from(["ar", "en"]))
def test_offsets_point_at_the_words(words: list[str], language: str) -> None:
    text = " ".join(words)
    found = events(passage(text, language))
    assert all(text[event.start : event.end] == event.text and event.text for event in found)
    assert found == events(passage(text, language))

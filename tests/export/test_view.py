"""What is shown of a reading: words in the report's language, names that tie marks to cards, nothing harmful."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mahdar.export.view import view
from mahdar.model import Citation, Entity, Reading, Report, Statement
from tests import samples


def test_cards_are_named_in_order_of_the_text_and_every_mark_has_one() -> None:
    seen = view(samples.arabic(), samples.ARABIC)
    cards = {card.name: card.words for card in seen.claims} | {card.name: card.words for card in seen.statements}
    cards |= {note.name: note.words for note in (*seen.times, *seen.figures)}
    assert {mark.name: samples.ARABIC[mark.start : mark.end] for mark in seen.marks} == cards
    assert cards["c2"] == "وأيده 14 عضوا"
    assert {mark.kind for mark in seen.marks} == {"claim", "statement", "time", "figure"}


def test_speakers_are_named_in_the_language_of_the_report() -> None:
    assert view(samples.arabic(), samples.ARABIC).statements[0].speaker == "السفير الروسي (روسيا)"
    assert view(samples.english(), samples.ENGLISH).statements[0].speaker == "the rapporteur (un)"
    assert view(samples.arabic(), samples.ARABIC).statements[1].via == "وكالة الصحافة الفرنسية"


def test_a_statement_without_a_known_speaker_keeps_the_words_that_name_one() -> None:
    def speaker(text: str | None) -> str:
        statement = Statement(0, 5, "words", "say", False, (), text)
        return view(Reading(Report("a", "0", "en"), statements=(statement,)), "").statements[0].speaker

    assert speaker("a diplomat") == "a diplomat"
    assert speaker(None) == "An unnamed speaker"


def test_verdicts_are_counted_in_words() -> None:
    counts = [(words, count) for _, words, count in view(samples.arabic(), samples.ARABIC).verdicts]
    assert counts == [
        ("يؤيده السجل", 1),
        ("يخالفه السجل", 1),
        ("لا يحسمه السجل", 1),
        ("للسجل فيه وجهان", 1),
    ]


def test_publication_is_given_with_its_basis_or_said_to_be_unknown() -> None:
    assert view(samples.english(), samples.ENGLISH).published == "4 to 10 November 2024 (inferred from the record)"
    undated = replace(samples.english(), report=Report("a", "0", "en"))
    assert view(undated, "").published == "The report does not say when it was published."


@pytest.mark.parametrize(
    ("given", "text", "title"),
    [
        ("Given", "First line\nsecond", "Given"),
        (None, "\ufeff\r\n  First line \r\nsecond", "First line"),
        (None, " \n", "name.txt"),
        (None, "word " * 50, "word " * 32 + "…"),
    ],
)
def test_the_title_is_the_given_one_or_the_first_line(given: str | None, text: str, title: str) -> None:
    assert view(Reading(Report("name.txt", "0", "en", given)), text).title == title


@pytest.mark.parametrize(
    ("url", "kept"),
    [("https://undocs.org/S/PV.1", True), ("javascript:alert(1)", False), ("data:text/html,x", False), (None, False)],
)
def test_only_web_addresses_become_links(url: str | None, kept: bool) -> None:
    reading = samples.english()
    citation = Citation("A/1", "2020", "title", "source", url)
    changed = replace(reading, claims=(replace(reading.claims[0], citations=(citation,)),))
    assert view(changed, samples.ENGLISH).claims[0].sources[0].url == (url if kept else None)


def test_control_characters_are_made_visible_everywhere() -> None:
    bad = "a\x1b[2J\u202eb"
    statement = Statement(0, len(bad), bad, "say", False, ("person:x",), bad)
    reading = Reading(
        Report("a", "0", "en", bad, bad, notes=(bad,)), {"person:x": Entity(bad)}, statements=(statement,)
    )
    seen = view(reading, bad)
    shown = [seen.title, seen.outlet, *seen.notes, seen.statements[0].words, seen.statements[0].speaker]
    assert set(shown) == {"a␛[2J⟨RLO⟩b"}

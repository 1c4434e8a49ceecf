"""Verb groups and noun phrases of English: how a verb is meant and who its subject is."""

from __future__ import annotations

import pytest

from mahdar.language.numbers import numbers
from mahdar.language.quotes import quotes
from mahdar.language.sentences import sentences
from mahdar.language.times import times
from mahdar.language.tokens import tokenize
from mahdar.reading.passage import Passage
from mahdar.reading.statements.english_finding import find_places
from mahdar.reading.statements.english_phrases import phrase_after
from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_view import View


def look(text: str) -> View:
    tokens = tokenize(text)
    passage = Passage(text, "en", tokens, sentences(tokens), quotes(tokens))
    passage.numbers = numbers(tokens, "en")
    passage.times = times(tokens, passage.numbers, "en")
    return View(passage)


def first(text: str) -> tuple[View, Found]:
    view = look(text)
    return view, find_places(view)[0][0]


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("The envoy has repeatedly said it.", "said"),
        ("The envoy is warning of frost.", "said"),
        ("The envoy continued to insist on it.", "said"),
        ("The envoy has not said it.", "negated"),
        ("The envoy never denied it.", "negated"),
        ("The envoy doesn't support it.", "negated"),
        ("The envoys will say it.", "unreal"),
        ("The envoy might have announced it.", "unreal"),
        ("The envoy prepared to announce it.", "unreal"),
        ("The raid was condemned by all.", "passive"),
        ("The envoy left, saying it was late.", "participle"),
    ],
)
def test_how_a_verb_is_meant(text: str, mood: str) -> None:
    assert first(text)[1].group.mood == mood


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The envoy said it was late.", "The envoy"),
        ("On Friday the envoy said it was late.", "the envoy"),
        ("But in Geneva the envoy said it was late.", "the envoy"),
        ("The head of the mission in Oslo said it was late.", "The head of the mission in Oslo"),
        ("Ada Lund, the head of the mission, said it was late.", "Ada Lund"),
        ("Ada Lund, a judge, now in Oslo, said it was late.", "Ada Lund"),
        ("Ada Lund, who led the talks, said it was late.", "Ada Lund"),
        ("Ada Lund (Labour) said it was late.", "Ada Lund"),
        ("Rep. Ada Lund said it was late.", "Rep. Ada Lund"),
        ("Ada Lund, of Bergen, said it was late.", "Ada Lund"),
        ("They met the envoy, who said it was late.", "the envoy"),
        ("“It is late for all of us,” Ada Lund said.", "Ada Lund"),
        ("It was late, said Ada Lund, a judge.", "Ada Lund"),
    ],
)
def test_the_subject_of_a_cue(text: str, subject: str) -> None:
    view, found = first(text)
    assert found.subject is not None
    assert view.tokens.original(*found.subject) == subject


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("It was late, Ada Lund said on Friday.", "Ada"),
        ("“It was late for us,” Ada Lund said in a letter.", "Ada"),
        ("“It was late for us,” said Ada Lund.", "said"),
        ("In a letter, Ada Lund said that it was late.", None),
        ("Asked why, Ada Lund said, “It was too late.”", None),
        ("“It was late.” Ada Lund said the talks would go on.", None),
    ],
)
def test_whether_the_content_stands_before_its_cue(text: str, behind: str | None) -> None:
    view, found = first(text)
    assert (None if found.behind is None else view.tokens.original(found.behind, found.behind + 1)) == behind


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the envoy to the United Nations on Monday", "the envoy to the United Nations"),
        ("Ada Lund, a judge", "Ada Lund"),
        ("a U.S. official in a statement", "a U.S. official"),
        ("two officials who left", "two officials"),
    ],
)
def test_a_phrase_forwards(text: str, phrase: str) -> None:
    view = look(text)
    found = phrase_after(view, 0)
    assert found is not None
    assert view.tokens.original(*found) == phrase


def test_a_sentence_reaches_over_stops_in_its_quotation() -> None:
    view = look("“It is late. We go,” he said. It snowed.")
    assert view.tokens.original(*view.sentence(8)) == "“It is late. We go,” he said."

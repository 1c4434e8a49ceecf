"""Lexicon: phrases found in one pass, with what stood glued before them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.language.lexicon import Lexicon, proclitic_splits
from mahdar.language.tokens import tokenize

NAMES = Lexicon(
    [
        ("الأمم المتحدة", "UN"),
        ("الأمم المتحدة للطفولة", "UNICEF"),
        ("روسيا", "RUS"),
        ("واشنطن", "USA"),
        ("السودان", "SDN"),
    ]
)


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.value, hit.proclitics) for hit in NAMES.find(tokenize(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الأمم المتحدة", [("UN", "")]),
        ("وللأمم المتحدة", [("UN", "ول")]),
        ("في الامم المتحدة", [("UN", "")]),
        ("وروسيا", [("RUS", "و")]),
        ("لروسيا", [("RUS", "ل")]),
        ("للسودان", [("SDN", "ل")]),
        ("بالسودان", [("SDN", "ب")]),
        ("واشنطن وواشنطن", [("USA", ""), ("USA", "و")]),
        ("الأمم المتحدة للطفولة وروسيا", [("UNICEF", ""), ("RUS", "و")]),
        ("الأمم وحدها", []),
    ],
)
def test_entries_are_found_with_their_proclitics(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_the_longest_entry_wins_and_hits_do_not_overlap() -> None:
    hits = NAMES.find(tokenize("الأمم المتحدة للطفولة"))
    assert [(hit.i, hit.j) for hit in hits] == [(0, 3)]


def test_a_range_of_tokens_bounds_the_search() -> None:
    tokens = tokenize("روسيا ثم الأمم المتحدة")
    assert [hit.value for hit in NAMES.find(tokens, 1)] == ["UN"]
    assert NAMES.find(tokens, 0, 3) == [NAMES.at(tokens, 0)]


def test_get_takes_the_phrase_as_it_stands() -> None:
    assert NAMES.get("روسيا") == ("RUS",)
    assert NAMES.get("وروسيا") == ()


def test_two_values_may_share_a_phrase() -> None:
    both = Lexicon([("عمان", "OMN"), ("عمان", "Amman")])
    assert both.get("عمان") == ("OMN", "Amman")


def test_latin_words_have_no_proclitics() -> None:
    assert proclitic_splits("worship") == (("", "worship"),)


@given(st.text(alphabet="وفبلكاسم", min_size=1, max_size=12))
def test_every_split_puts_the_word_together_again(form: str) -> None:
    for proclitics, stem in proclitic_splits(form):
        glued = {proclitics + stem, proclitics + stem.removeprefix("ا"), proclitics.removesuffix("ل") + "ل" + stem[1:]}
        glued.add(proclitics + stem.removeprefix("ال"))  # للجنة: the article of اللجنة goes into the two letters
        assert form in glued


@pytest.mark.parametrize("phrase", ["أبو ظبي", "U.S. Army", "Côte d'Ivoire", "لجنة 1718", "الجُمهورية", "a-b c"])
def test_entries_are_split_as_texts_are(phrase: str) -> None:
    tokens = tokenize(phrase)
    assert [(hit.i, hit.j) for hit in Lexicon([(phrase, 1)]).find(tokens)] == [(0, len(tokens))]


def test_phrases_with_marks_are_split_together_as_each_by_itself() -> None:
    phrases = ["U.S. Army", "a-b c", "لجنة 1718", "plain words", "three\nlines here", "1,5", "\u200f"]
    together = Lexicon((phrase, phrase) for phrase in phrases)
    assert all(together.get(phrase) == Lexicon([(phrase, phrase)]).get(phrase) for phrase in phrases)
    kept = Lexicon((phrase, phrase) for phrase in phrases[:4])
    assert all(kept.get(phrase) == (phrase,) for phrase in phrases[:4])


def test_words_that_begin_no_entry_are_not_kept() -> None:
    lexicon = Lexicon([("security council", 1)], everywhere=True)
    assert not any(lexicon.may_begin(f"word{n}") for n in range(100))
    assert len(lexicon._starts) == 0
    assert lexicon.may_begin("security")

"""Known people under spellings that no row has."""

from __future__ import annotations

import pytest

from mahdar.language.folding import fold_word
from mahdar.reading.names.namesakes import consonants, namesake
from mahdar.reading.names.persons import known_persons


@pytest.mark.parametrize(
    ("written", "person"),
    [
        ("باولو بينيرو", "person:paulo-pinheiro"),
        ("ستيفن دوغاريك", "person:stephane-dujarric"),
        ("فلاديمير بوتن", "person:vladimir-putin"),
        ("انجيلا ميريكل", "person:angela-merkel"),
    ],
)
def test_vowels_and_alike_letters_do_not_part_two_spellings(written: str, person: str) -> None:
    assert namesake(fold_word(written).split()) == person


@pytest.mark.parametrize("written", ["باولو", "محمد البرادعي", "كارل هاينز", "John Kerry", "باولو كويلو"])
def test_a_single_word_an_arabic_given_name_and_a_stranger_are_nobody_known(written: str) -> None:
    assert namesake(fold_word(written).split()) is None


def test_consonants_level_the_letters_that_papers_exchange() -> None:
    assert consonants("غوتيريش") == consonants("جوتيرش")
    assert consonants("ويليام") == consonants("وليام")
    assert consonants(fold_word("أوباما")) != consonants(fold_word("أوبراين"))


def test_no_known_person_is_taken_for_another() -> None:
    for key, person in known_persons().items():
        words = fold_word(person.name_ar or "").split()
        assert namesake(words) in (None, key), (key, words)

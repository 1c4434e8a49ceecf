"""The tables of number words: well formed, and read with every proclitic."""

from __future__ import annotations

from mahdar.language.folding import fold_word
from mahdar.language.numbers.words import arabic_words, english_words, rules, word_set

_ARABIC_KINDS = (
    "zero|unit|compound|ten|teen|tens|hundred|hundreds|magnitude|accusative|plural|dual|dozen|dozen_dual|many|"
    "fraction|fractions|pair|multiple|ordinal|ordinal_compound|ordinal_definite"
)


def test_kinds_are_those_that_the_grammar_knows() -> None:
    assert {word.kind for word in arabic_words().values()} == set(_ARABIC_KINDS.split("|"))


def test_every_form_is_folded() -> None:
    for words in (arabic_words(), english_words()):
        assert all(form == fold_word(form) for form in words)


def test_proclitics_are_taken_off() -> None:
    word = arabic_words()["ولثلاثه"]
    assert (word.value, word.joined, word.prepositional, word.skip) == (3, True, True, 2)
    assert arabic_words()["للخمسه"].definite


def test_blocked_forms_are_no_numbers() -> None:
    assert not word_set("ar", "blocked") & arabic_words().keys()


def test_tens_and_units_in_one_word() -> None:
    assert english_words()["twentyone"].value == 21
    assert english_words()["fortysecond"].kind == "ordinal"


def test_rules_are_folded() -> None:
    assert rules("ar")["fifths"]["خمس"] == 0.2
    assert fold_word("فاصلة") in word_set("ar", "point")

"""Words as they are looked for: what readers take for one is one, what is another word is not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.language.folding import fold_word
from mahdar.library import terms


def finds(asked: str, text: str) -> bool:
    return bool(terms.marked(text, terms.question(asked)))


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("مجلس", "وبالمجلس"),
        ("المجلس", "مجلس"),
        ("أمن", "للأمن"),
        ("امن", "الأَمْنِ"),
        ("عقوبة", "عقوباتها"),
        ("العقوبات", "عقوبة"),
        ("عقوبات", "بالعقوبات"),
        ("دولة", "الدول"),
        ("2023", "٢٠٢٣"),
        ("القاهره", "القاهرة"),
        ("على", "علي"),
        ("وزير", "والوزير"),
        ("sanction", "Sanctions"),
        ("voted", "they vote"),
        ("café", "CAFE"),
        ("U.S.", "the US said"),
        ("1592", "1,592 killed"),
        ('"مجلس الأمن"', "في مجلس الامن الدولي"),
        ("S/RES/2397", "resolution S/RES/2397 (2017)"),
    ],
)
def test_what_is_one_word_is_found(asked: str, text: str) -> None:
    assert finds(asked, text)


@pytest.mark.parametrize(
    "words",
    [
        "دولة دولتين دولتان الدولتان | ودولتنا لدولتهم بالدول",
        "عملية عمليتين عمليتان عمليات | وعملياتهم لعمليتها",
        "لاجئ لاجئة لاجئان لاجئين لاجئون اللاجئات | واللاجئتين",
        "إيران إيراني الإيرانية إيرانيتين الإيرانيون | والإيرانيات",
        "فلسطين فلسطيني الفلسطينية | للفلسطينيين",
        "قانون قانوني القانونية قانونين | وبالقانون",
        "قرار قراران قرارين قراراتهم | بقراراتها",
        "قوة قوتين قوتان قوات | للقوات",
        "سنة سنتين | سنتان",
        "صحفي صحفية صحفيان صحفيتين | الصحفيات",
        "موظف موظفو موظفي موظفون موظفتان | وموظفيها",
        "حكومة حكومتنا حكومتكم الحكومات | لحكومته",
    ],
)
def test_number_gender_and_clitics_make_no_difference(words: str) -> None:
    bare, more = words.split("|")
    for asked in bare.split():
        assert [text for text in (bare + more).split() if not finds(asked, text)] == []


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("بيان", "بين"),
        ("كيان", "كين"),
        ("لكن", "لك"),
        ("ملك", "مل"),
        ("وعد", "بعد"),
        ("مجلس", "جلسة"),
        ('"مجلس الأمن"', "الأمن في مجلس"),
        ('"مجلس الأمن"', "بمجلس الأمن"),
        ("S/RES/2397", "S/RES/2398"),
        ("2397", "2398"),
        ("general", "generate"),
    ],
)
def test_another_word_is_not(asked: str, text: str) -> None:
    assert not finds(asked, text)


def test_places_are_those_of_the_original() -> None:
    text = "قال: وبالأَمْنِ والأمنِ، لا غير"
    found = [text[start:end] for start, end in terms.marked(text, terms.question("أمن"))]
    assert found == ["وبالأَمْنِ", "والأمنِ"]


def test_a_question_is_words_and_phrases() -> None:
    found = terms.question('حقوق "مجلس الأمن" «الأمم المتحدة» sanctions')
    assert [(term.words, term.exact) for term in found] == [
        (("حقوق",), False),
        (("مجلس", "الامن"), True),
        (("الامم", "المتحده"), True),
        (("sanctions",), False),
    ]


@pytest.mark.parametrize("text", ["", "  ", "!?", '""', "a " * 31])
def test_a_question_without_words_or_with_too_many(text: str) -> None:
    with pytest.raises(ValueError, match="word"):
        terms.question(text)


@given(st.text(max_size=200))
def test_any_text_can_be_indexed(text: str) -> None:
    words, stems = terms.indexed(text)
    assert all(word.isalnum() for word in words.split())
    assert all(stem for stem in stems.split())


@given(st.text(alphabet="ابتثعمنهيوفلك اةىأ،.", max_size=80))
def test_every_word_of_a_text_finds_itself(text: str) -> None:
    for word in terms.indexed(text)[0].split():
        spans = terms.marked(text, terms.question(word))
        assert spans
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(st.text(alphabet="ابتثعمنهيوفلك", min_size=2, max_size=12))
def test_stems_hold_the_stem_of_the_word_itself(word: str) -> None:
    form = fold_word(word)
    assert terms.asked(form) <= terms.stems(form) or form.startswith(("ال", "لل"))


def test_many_threads_stem_at_once() -> None:
    from concurrent.futures import ThreadPoolExecutor

    words = [
        f"{stem}{ending}" for stem in ("sanction", "recommend", "represent") for ending in ("s", "ed", "ing", "ations")
    ]
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda word: str(terms._english().stemWord(word)), words * 500))
    assert told == [str(terms._english().stemWord(word)) for word in words] * 500

"""Questions asked of every word: each gets its own answers, however late it comes."""

from __future__ import annotations

from mahdar.language.lexicon import Lexicon
from mahdar.language.marks import Mark
from mahdar.language.tokens import tokenize

TEXT = "صوت المجلس على القرار 2231 ثم صوت المجلس على القرار 2240"


def test_each_question_has_its_own_places() -> None:
    tokens = tokenize(TEXT)
    digits, long = Mark(str.isdigit), Mark(lambda form: len(form) > 5)
    assert digits.at(tokens) == [i for i, form in enumerate(tokens.forms) if form.isdigit()]
    assert long.at(tokens) == [i for i, form in enumerate(tokens.forms) if len(form) > 5]


def test_a_question_that_comes_late_is_asked_of_forms_that_are_known_already() -> None:
    tokens = tokenize(TEXT)
    assert Mark(str.isdigit).at(tokens)
    late = Mark(lambda form: form == "المجلس")
    assert late.at(tokens) == [1, 7]
    assert late.at(tokenize("المجلس")) == [0]


def test_a_form_is_asked_about_once() -> None:
    asked: list[str] = []

    def counted(form: str) -> bool:
        asked.append(form)
        return True

    mark = Mark(counted)
    for _ in range(3):
        assert len(mark.at(tokenize("كلمتان فريدتانجدا"))) == 2
    assert sorted(asked) == sorted(tokenize("كلمتان فريدتانجدا").forms)


def test_a_text_without_words_has_no_places() -> None:
    assert Mark(str.isdigit).at(tokenize("")) == []


def test_a_lexicon_sought_everywhere_finds_what_one_by_itself_finds() -> None:
    entries = [("المجلس", 1), ("القرار 2231", 2), ("صوت المجلس على", 3)]
    tokens = tokenize(TEXT + " والقرار 2231")
    everywhere, alone = Lexicon(entries, everywhere=True), Lexicon(entries)
    assert everywhere.find(tokens) == alone.find(tokens)
    assert everywhere.find(tokens, 2, 6) == alone.find(tokens, 2, 6)

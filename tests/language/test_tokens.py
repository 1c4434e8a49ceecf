"""Tokens: words, numbers and marks with offsets of the original text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.language.tokens import NEWLINE, tokenize


def forms(text: str) -> list[str]:
    return tokenize(text).forms


def test_words_numbers_and_marks_stand_alone() -> None:
    assert forms("صوّت 13 عضوًا، وامتنع 2.") == ["صوت", "13", "عضوا", "،", "وامتنع", "2", "."]


def test_english_possessive_and_apostrophes() -> None:
    assert forms("Russia’s veto wasn’t new") == ["russia", "'s", "veto", "wasn't", "new"]


def test_acronyms_with_dots_are_one_token() -> None:
    assert forms("the U.S. and أ.ف.ب said") == ["the", "u.s.", "and", "ا.ف.ب", "said"]


def test_hyphens_part_words() -> None:
    assert forms("French-American") == ["french", "-", "american"]


def test_a_blank_line_is_one_line_end() -> None:
    assert forms("سطر\n\n  سطر") == ["سطر", NEWLINE, "سطر"]


def test_numbers_keep_their_separators() -> None:
    assert forms("1,592 و5.5 و٣٫٢") == ["1,592", "و", "5.5", "و", "3.2"]


def test_touching_tokens_know_it() -> None:
    tokens = tokenize('ب"التعاون" التام')
    assert tokens.touches(1)
    assert not tokens.touches(len(tokens) - 1)


def test_token_at_an_offset() -> None:
    text = "قال الوزير أمس"
    tokens = tokenize(text)
    assert tokens.token_at(text.index("الوزير")) == 1
    assert tokens.token_at(len(text)) == len(tokens)


@given(st.text(alphabet=st.sampled_from("ابةأ abU.S'’“”\n-1٢,.،ًـ\u200f"), max_size=120))
def test_tokens_lie_in_order_and_cover_all_that_is_written(text: str) -> None:
    tokens = tokenize(text)
    spans = [(tokens.start(i), tokens.end(i)) for i in range(len(tokens))]
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    covered = {k for a, b in spans for k in range(a, b)}
    assert not any(ch.isalnum() and ch != "ـ" for k, ch in enumerate(text) if k not in covered)


def test_long_runs_of_spaces_cost_no_more_than_their_length() -> None:
    assert forms(" " * 200_000 + "قال") == ["قال"]


@given(st.text(max_size=80))
def test_tokens_stand_where_their_forms_do(text: str) -> None:
    tokens = tokenize(text)
    folded = tokens.folded.folded
    for form, at, to in zip(tokens.forms, tokens.at, tokens.to, strict=True):
        assert folded[at:to] == form or (form == NEWLINE and folded[at:to].isspace())
    bare = "".join(folded[a:b] for a, b in zip([0, *tokens.to], [*tokens.at, len(folded)], strict=True))
    assert not bare.strip()


def test_common_words_end_where_others_do() -> None:
    assert forms("don't d'Ivoire كتاب2 abcé's e-mail أ.ف.ب a.b. x") == [
        *("don't", "d'ivoire", "كتاب", "2", "abce", "'s", "e", "-", "mail", "ا.ف.ب", "a.b.", "x")
    ]


def test_a_line_behind_a_bullet_knows_it() -> None:
    tokens = tokenize("The text:\n• no arms\nno more")
    assert [i for i in range(len(tokens)) if tokens.behind_bullet(i)] == [tokens.forms.index("no")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", [""]), ("one two", ["one two"]), ("one\n\ntwo\n", ["one", "two", ""])],
)
def test_lines_stand_between_their_ends(text: str, lines: list[str]) -> None:
    tokens = tokenize(text)
    assert [tokens.original(line.i, line.j) for line in tokens.lines()] == lines

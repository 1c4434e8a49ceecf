"""Control and direction characters: seen, never obeyed."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from mahdar.characters import BIDI_CONTROLS, CONTROLS, count_hidden, escape_json, harmless


def test_an_escape_sequence_becomes_visible() -> None:
    assert harmless("a\x1b[2Jb\x7f\x9b") == "a␛[2Jb␡⟨U+009B⟩"


def test_an_override_is_named_and_marks_of_clean_arabic_stay() -> None:
    assert harmless("قال\u202eabc\u200f\t\n") == "قال⟨RLO⟩abc\u200f\t\n"


def test_isolates_of_the_text_cannot_close_ours() -> None:
    assert harmless("a\u2069b") == "a⟨PDI⟩b"


def test_hidden_characters_are_counted() -> None:
    assert count_hidden("a\0\0\u202e\n") == (2, 1)


@given(st.text())
def test_nothing_that_steers_is_left(text: str) -> None:
    assert not set(harmless(text)) & (CONTROLS | BIDI_CONTROLS)
    harmless(text).encode()


@given(st.text(alphabet=st.characters(max_codepoint=0x2070, exclude_categories=())))
def test_an_escaped_json_line_is_one_line_with_the_same_value(text: str) -> None:
    line = escape_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(line) == text
    assert len(line.splitlines()) == 1
    assert not set(line) & (CONTROLS | BIDI_CONTROLS)

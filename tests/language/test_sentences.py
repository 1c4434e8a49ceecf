"""Sentences: where they end and where a full stop means something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.language.sentences import sentences
from mahdar.language.tokens import tokenize


def split(text: str) -> list[str]:
    tokens = tokenize(text)
    return [tokens.original(s.i, s.j) for s in sentences(tokens)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("صوّت المجلس. ورفضت روسيا.", ["صوّت المجلس.", "ورفضت روسيا."]),
        ("عنوان\nمتن الخبر", ["عنوان", "متن الخبر"]),
        ("هل صوّت؟ نعم!", ["هل صوّت؟", "نعم!"]),
        ('قال "لن نقبل." ثم غادر', ['قال "لن نقبل."', "ثم غادر"]),
        ("Mr. Ban spoke. He left.", ["Mr. Ban spoke.", "He left."]),
        ("Maj. Gen. Gary J. Smith said so.", ["Maj. Gen. Gary J. Smith said so."]),
        ("It cost 5.5 million. Then it rose.", ["It cost 5.5 million.", "Then it rose."]),
        ("the U.S. position", ["the U.S. position"]),
        ("It left at 7:10 a.m. The envoy spoke.", ["It left at 7:10 a.m.", "The envoy spoke."]),
        ("It left at 7:10 a.m. Monday.", ["It left at 7:10 a.m. Monday."]),
        ("He moved to the U.S. He said so.", ["He moved to the U.S.", "He said so."]),
        ("The U.S. Senate voted.", ["The U.S. Senate voted."]),
        ("It works for Acme Inc. They pay.", ["It works for Acme Inc.", "They pay."]),
        ("They waited... and left.", ["They waited... and left."]),
        ("", []),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(alphabet=st.sampled_from('اب cD.!؟\n"»” 1'), max_size=80))
def test_sentences_are_ordered_and_leave_out_only_line_ends(text: str) -> None:
    tokens = tokenize(text)
    spans = sentences(tokens)
    held = [k for s in spans for k in range(s.i, s.j)]
    assert held == sorted(set(held))
    assert {tokens.forms[k] for k in range(len(tokens)) if k not in set(held)} <= {"\n"}


def test_a_stretch_without_an_end_is_cut_at_its_marks() -> None:
    spans = sentences(tokenize("one two, " * 400 + "last."))
    assert len(spans) > 2
    assert all(span.j - span.i <= 300 for span in spans)
    assert [span.i for span in spans[1:]] == [span.j for span in spans[:-1]]
    assert all(sentence.endswith(",") for sentence in split("one two, " * 400 + "last.")[:-1])


def test_a_stretch_without_an_end_or_a_mark_is_cut_all_the_same() -> None:
    assert [span.j - span.i for span in sentences(tokenize("و " * 650))] == [300, 300, 50]


def test_a_long_sentence_of_an_agency_is_left_whole() -> None:
    assert len(sentences(tokenize("كلمة " * 250 + "."))) == 1

"""Datelines are no part of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.language.sentences import sentences
from mahdar.language.tokens import tokenize
from mahdar.reading.passage import Passage
from mahdar.reading.reader import read_passage
from mahdar.reading.statements.english_dateline import behind_datelines


def passage(text: str) -> Passage:
    tokens = tokenize(text)
    return Passage(text, "en", tokens, sentences(tokens), [])


@pytest.mark.parametrize(
    ("text", "story"),
    [
        ("NAIROBI, Kenya (AP) — Ministers met on Friday.", "Ministers"),
        ("GENEVA (Reuters) - Ministers met on Friday.", "Ministers"),
        ("DHAKA/YANGON - Ministers met on Friday.", "Ministers"),
        ("UNITED NATIONS (Reuters) -- Ministers met on Friday.", "Ministers"),
        ("ROME (ANSA) Ministers met on Friday.", "Ministers"),
        ("SEOUL, Nov. 24 (Yonhap) -- Ministers met.", "Ministers"),
    ],
)
def test_the_story_begins_behind_the_dash(text: str, story: str) -> None:
    found = passage(text)
    (end,) = set(behind_datelines(found).values())
    assert found.tokens.original(end, end + 1) == story


@pytest.mark.parametrize(
    "text",
    [
        "Ministers met on Friday - in vain.",
        "North Korea - a member since 1991 - was absent.",
        "The UN (which met late) adjourned.",
        "UN experts met on Friday.",
        "A vote - the third - was held.",
    ],
)
def test_a_dash_in_a_sentence_makes_no_dateline(text: str) -> None:
    assert behind_datelines(passage(text)) == {}


def test_only_the_head_of_a_paragraph_can_be_one() -> None:
    assert behind_datelines(passage("They met. PARIS (AFP) - Nothing came of it.")) == {}


def test_the_content_leaves_it_out() -> None:
    read = read_passage("LIMA (Reuters) - Two bridges fell, Peru's interior ministry said.", "en")
    assert [one.text for one in read.statements] == ["Two bridges fell"]
    read = read_passage("New York, 27 March 2025 - Two bridges fell, Peru's interior ministry said.", "en")
    assert [one.text for one in read.statements] == ["Two bridges fell"]


@given(st.text(alphabet=st.sampled_from("AB ab().-—\n,12"), max_size=80))
def test_the_story_lies_in_its_sentence(text: str) -> None:
    found = passage(text)
    ends = {span.i: span.j for span in found.sentences}
    assert all(i < behind < ends[i] for i, behind in behind_datelines(found).items())

"""Overlapping marks become segments; no word of the text is lost or doubled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.export.segments import Mark, Segment, cut, paragraphs


def shown(segments: list[Segment]) -> list[tuple[str, str]]:
    return [(segment.text, " ".join(mark.name for mark in segment.marks)) for segment in segments]


def test_overlapping_marks_share_a_segment() -> None:
    segments = cut("one two three", [Mark(0, 7, "claim", "c1"), Mark(4, 13, "statement", "s1")])
    assert shown(segments) == [("one ", "c1"), ("two", "c1 s1"), (" three", "s1")]
    assert [sorted(segment.opens) for segment in segments] == [["c1"], ["s1"], []]
    assert [[mark.name for mark in segment.closes] for segment in segments] == [[], ["c1"], ["s1"]]


def test_a_mark_within_another_comes_after_it() -> None:
    segments = cut("abcdef", [Mark(2, 4, "time", "t1"), Mark(0, 6, "claim", "c1")])
    assert shown(segments) == [("ab", "c1"), ("cd", "c1 t1"), ("ef", "c1")]


def test_a_mark_over_a_line_end_opens_and_closes_once() -> None:
    lines = paragraphs("one\r\n\r\ntwo", [Mark(1, 9, "statement", "s1")])
    assert [shown(line) for line in lines] == [[("o", ""), ("ne\r\n", "s1")], [("tw", "s1"), ("o", "")]]
    segments = [segment for line in lines for segment in line]
    assert sum("s1" in segment.opens for segment in segments) == 1
    assert sum(bool(segment.closes) for segment in segments) == 1


@pytest.mark.parametrize("span", [(0, 0), (2, 1), (0, 9), (-1, 2)])
def test_a_mark_outside_the_text_is_an_error(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="outside"):
        cut("abc", [Mark(*span, "time", "t1")])


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(alphabet="ab \nت", min_size=1, max_size=30))
    spans = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))), max_size=6))
    return text, [Mark(a, b, "claim", f"c{i}") for i, (a, b) in enumerate(spans) if a < b]


@given(marked())
def test_segments_are_the_text_and_marks_cover_their_spans(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    segments = cut(text, marks)
    assert "".join(segment.text for segment in segments) == text
    for mark in marks:
        covered = [segment for segment in segments if mark in segment.marks]
        assert "".join(segment.text for segment in covered) == text[mark.start : mark.end]
        assert mark.name in covered[0].opens
        assert mark in covered[-1].closes


@given(marked())
def test_paragraphs_lose_only_lines_without_words(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    lines = ["".join(segment.text for segment in line).strip() for line in paragraphs(text, marks)]
    assert lines == [line.strip() for line in text.splitlines() if line.strip()]

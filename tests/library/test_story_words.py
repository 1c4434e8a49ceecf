"""What people said of stories: of two reports the last word, and nothing that was taken back."""

from __future__ import annotations

from typing import Any

from mahdar.library.reviews import Kept, Review
from mahdar.library.story_words import held


def said(*told: tuple[str, str, str | None], was: tuple[str, ...] = ("a", "b", "c")) -> Any:
    return held(
        Kept(key, Review(report, "story", decision, "x", "x", other=other), "t", was={"story": "s", "reports": was})  # type: ignore[arg-type]
        for key, (decision, report, other) in enumerate(told, 1)
    )


def couples(*told: str) -> set[frozenset[str]]:
    return {frozenset(each) for each in told}


def test_together_and_apart() -> None:
    found = said(("confirm", "a", "x"), ("reject", "a", "b"))
    assert (set(found.together), set(found.apart)) == (couples("ax"), couples("ab"))


def test_the_last_word_on_two_reports_counts_whoever_is_named_first() -> None:
    found = said(("confirm", "a", "b"), ("reject", "b", "a"))
    assert (set(found.together), set(found.apart)) == (set(), couples("ab"))
    assert found.states == {1: "replaced", 2: "stands"}


def test_a_move_parts_a_report_from_its_story_as_it_was() -> None:
    found = said(("correct", "a", "x"))
    assert (set(found.together), set(found.apart)) == (couples("ax"), couples("ab", "ac"))
    assert set(said(("correct", "a", "b")).apart) == set()


def test_a_report_that_belongs_to_none_is_apart_from_all() -> None:
    found = said(("reject", "a", None), ("confirm", "a", "c"))
    assert (set(found.together), set(found.apart)) == (couples("ac"), couples("ab"))
    assert found.states == {1: "stands", 2: "stands"}


def test_what_is_taken_back_counts_no_more() -> None:
    found = said(("correct", "a", "x"), ("confirm", "c", "y"), ("withdraw", "a", "x"))
    assert (set(found.together), set(found.apart)) == (couples("cy"), set())
    assert found.states == {1: "withdrawn", 2: "stands", 3: "stands"}
    found = said(("reject", "a", "b"), ("reject", "a", "c"), ("withdraw", "a", None))
    assert set(found.apart) == set()

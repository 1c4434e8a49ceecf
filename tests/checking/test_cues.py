"""Cues of all rooms in one pass: no mechanism's phrase hides what another room says with words inside it."""

from __future__ import annotations

from mahdar.checking.cues import Cues, cues
from mahdar.language.tokens import tokenize


def found(text: str) -> dict[str, list[tuple[int, int]]]:
    return {concept: [(c.i, c.j) for c in cs] for concept, cs in cues(tokenize(text)).items()}


def test_a_membership_is_seen_whatever_treaties_say_in_the_same_words() -> None:
    held = found("قطر عضو في مجلس حقوق الإنسان")
    assert (1, 2) in held["member"]


def test_a_denial_is_seen_inside_a_phrase_too() -> None:
    held = found("بيرو ليست عضوا في مجلس الأمن")
    assert (1, 4) in held["member"]
    assert (4, 6) in held["body"]


def test_names_of_topics_stay_whole() -> None:
    held = found("The talks on Western Sahara and Kim Jong Un")
    assert "sanctions.not_un" not in held
    assert "body" not in held


def test_cues_of_a_concept_stand_in_order() -> None:
    text = "روسيا لم تستخدم حق النقض، والصين ليست عضوا في مجلس الأمن، وفرنسا امتنعت عن التصويت على القرار 2397."
    for places in found(text).values():
        assert places == sorted(places)


def test_cues_are_made_when_somebody_asks_and_then_kept() -> None:
    lazy = Cues(tokenize("روسيا والصين عضوان في مجلس الأمن، ولم تصوت أي منهما ضد القرار."))
    assert "not" in lazy.concepts
    first = lazy.of("not")
    assert [c.proclitics for c in first] == ["و"]
    assert lazy.of("not") is first
    assert lazy.of("veto") == []


def test_a_word_inside_a_phrase_is_no_cue_of_its_own() -> None:
    alone, inside = found("وقال القرار"), found("وقال مشروع القرار")
    assert alone["resolution"] == [(1, 2)]
    assert "resolution" not in inside
    assert inside["draft"] == [(1, 3)]


def test_cues_that_are_left_out_stay_out() -> None:
    lazy = Cues(tokenize("مارس الفيتو في مارس"))
    places = [c.i for c in lazy.of("veto_use")]
    lazy.drop("veto_use", {places[-1]})
    assert [c.i for c in lazy.of("veto_use")] == places[:-1]

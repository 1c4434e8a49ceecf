"""Words and names that rules watch, in texts as they are written."""

from __future__ import annotations

import pytest

from mahdar.watch.phrases import names_topic, phrase, stands_in, state, topic, topics, who


@pytest.mark.parametrize(
    ("wanted", "text", "there"),
    [
        ("عقوبات", "وبالعقوبات المفروضة", True),
        ("حقوق الإنسان", "بشأن حقوق الانسان في البلاد", True),
        ("حقوق الإنسان", "حقوق الطفل والإنسان", False),
        ("sanction", "New SANCTIONS were imposed", True),
        ("human rights", "the human-rights council", True),
        ("human rights", "of human rights.", True),
        ("S/RES/2397", "resolution S/RES/2397 (2017)", True),
        ("وعد", "بعد الجلسة", False),
        ("two words", "two", False),
    ],
)
def test_words_are_found_as_search_finds_them(wanted: str, text: str, there: bool) -> None:
    assert stands_in(phrase(wanted), text) is there


@pytest.mark.parametrize("text", ["", "…", " - "])
def test_what_holds_no_word_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no word"):
        phrase(text)
    with pytest.raises(ValueError, match="names nobody"):
        who(text)


def test_states_by_code_and_by_name_in_both_languages() -> None:
    assert {state(each) for each in ("PRK", "prk", "North Korea", "كوريا الشمالية", "  north  korea ")} == {"PRK"}
    with pytest.raises(ValueError, match="no state is called 'Ruritania'"):
        state("Ruritania")


def test_who_is_an_id_a_state_or_a_folded_name() -> None:
    assert (who("Russia"), who("state:RUS"), who("body:un")) == ("state:RUS", "state:RUS", "body:un")
    assert who("  أنطونيو  غوتيريش ") == "انطونيو غوتيريش"


def test_topics_are_states_and_themes() -> None:
    assert (topic("YEM"), topic("Yemen"), topic("women-peace-security")) == ("YEM", "YEM", "women-peace-security")
    assert {"PRK", "SYR", "climate", "FRA"} <= set(topics())
    with pytest.raises(ValueError, match="women-peace-security"):
        topic("gossip")


def test_a_text_names_a_topic_by_any_of_its_words() -> None:
    assert names_topic("قصف الحوثيون الميناء", ["YEM"])
    assert names_topic("The Houthis fired on the port.", ["YEM", "SYR"])
    assert not names_topic("The Houthis fired on the port.", ["SYR"])
    assert not names_topic("The Houthis fired on the port.", [])

"""Facts of a reading, and how common tables hold them to be."""

from __future__ import annotations

import pytest

from mahdar.accounts.facts import facts, kind, nearness
from mahdar.accounts.features import features
from mahdar.accounts.rarity import Rarity, is_listed, share
from mahdar.accounts.telling import tell, told
from mahdar.edtf import Interval


def found(text: str, published: str | None = None) -> set[str]:
    telling = tell("report", text, published=published)
    return {fact for fact, _ in facts(telling.reading, telling.days)}


def test_one_happening_has_the_same_facts_in_both_languages() -> None:
    arabic = found("قتل 1592 مدنيا في أفغانستان خلال يونيو 2015، وفق الأمم المتحدة.")
    english = found("The United Nations said that 1,592 civilians were killed in Afghanistan in June 2015.")
    assert {"name:state:AFG", "name:body:un", "figure:1592", "month:2015-06"} <= arabic & english


def test_symbols_come_from_the_text_and_from_the_record() -> None:
    assert "symbol:S/RES/2728" in found("تبنى مجلس الأمن القرار 2728 بشأن غزة.", "2024-03-25")
    assert "symbol:S/RES/2728" in found("The Council adopted resolution 2728 on Gaza on Monday.", "2024-03-25")


def test_days_near_publication_are_told_from_others() -> None:
    days = found("The attack of 3 May 2021 was condemned on 20 June 2021.", "2021-06-21")
    assert {"day:2021-05-03", "near:2021-06-20"} <= days
    assert nearness("day:2021-06-20", Interval.parse("2021-06-21"))
    assert not nearness("day:2021-06-20", None)


def test_a_percentage_is_not_a_count() -> None:
    assert "figure:40%" in found("Exports fell by 40% last year, the ministry said.")
    assert kind("figure:40%") == "figure"


@pytest.mark.parametrize(
    ("rarer", "commoner"),
    [
        ("figure:1592", "figure:5"),
        ("figure:3440", "figure:100"),
        ("figure:47", "figure:9"),
        ("name:state:TUV", "name:state:USA"),
        ("name:person:nobody-known", "name:body:un"),
        ("day:2019-03-02", "near:2019-03-02"),
        ("claim:council.veto:RUS", "claim:official.holds:secretary-general"),
        ("word:زقزق", "word:قرار"),
        ("name:thing:other", "name:state:USA"),
    ],
)
def test_what_is_rare_tells_more(rarer: str, commoner: str) -> None:
    assert 0 < share(rarer) < share(commoner) <= 1


def test_words_of_no_subject_weigh_nothing_and_counting_makes_commoner() -> None:
    rarity = Rarity()
    numbers = [rarity.number(feature) for feature in ("word:the", "word:zeppelin", "word:airship")]
    report = tell("r", "zeppelin")
    assert is_listed("the")
    assert not is_listed("zeppelin")
    for _ in range(30):
        rarity.count(features(report, rarity).numbers)
    rarity.weigh()
    the, counted, uncounted = rarity.weights()[numbers]
    assert the == 0 < counted < uncounted


def test_a_feature_is_shown_by_its_shortest_form() -> None:
    rarity = Rarity()
    number = rarity.number("word:قرار", "والقرارات")
    rarity.number("word:قرار", "قرار")
    rarity.number("word:قرار", "القرار")
    assert rarity.shown[number] == "قرار"


def test_a_telling_is_dated_as_given_or_as_read() -> None:
    text = "نيويورك، 25 آذار/مارس 2024 - اعتمد مجلس الأمن القرار 2728."
    assert tell("a", text).days == Interval.parse("2024-03-25")
    assert tell("a", text, published="2024-03").days == Interval.parse("2024-03")
    with pytest.raises(ValueError, match="EDTF"):
        tell("a", text, published="last week")


def test_a_reading_that_is_at_hand_is_not_made_again() -> None:
    telling = tell("a", "قال المتحدث إن الوضع صعب.", title="الوضع", outlet="x", published="2020-01-02")
    assert told(telling.reading, telling.text) == telling

"""Every part of a reading can be asked why it is there: its rule, and the table row of its words."""

from __future__ import annotations

import sys

import pytest

from mahdar import read
from mahdar.explain import Explanation, explain

ARABIC = (
    "جنيف 12 آذار/مارس 2019 - قالت وزارة الخارجية النرويجية يوم الثلاثاء إن روسيا استخدمت حق النقض (الفيتو) في مجلس "
    "الأمن ضد مشروع قرار بشأن سوريا في 12 نيسان/أبريل 2017. وأضاف المتحدث أن أكثر من 120 ألف شخص نزحوا، وقصف الجيش "
    "السوري بلدة في ريف حماة."
)
ENGLISH = (
    "GENEVA, March 12, 2019 - Norway's foreign ministry said on Tuesday that Russia vetoed a Security Council draft "
    "resolution on Syria on 12 April 2017. More than 120,000 people had fled, it added."
)


def at(text: str, words: str) -> dict[str, Explanation]:
    """What stands at the first letter of the words, by layer; the widest of a layer."""
    return {one.layer: one for one in explain(text, text.index(words))}


@pytest.mark.parametrize(
    ("text", "words", "layer", "table", "row"),
    [
        (ARABIC, "قالت", "statement", "cues_ar.csv", "قال"),
        (ARABIC, "وأضاف", "statement", "cues_ar.csv", "أضاف"),
        (ARABIC, "الثلاثاء", "time", "times_words.csv", "الثلاثاء"),
        (ARABIC, "نيسان", "time", "times_months.csv", "نيسان"),
        (ARABIC, "ألف شخص", "number", "numbers_ar.csv", "ألف"),
        (ARABIC, "ألف شخص", "figure", "numbers_ar.csv", "ألف"),
        (ARABIC, "سوريا", "mention", "state_names.csv", "سوريا"),
        (ARABIC, "الخارجية", "mention", "offices_portfolios.csv", "الخارجية"),
        (ARABIC, "قصف", "event", "events_ar_", "قصف"),
        (ARABIC, "النقض", "claim", "council/tables/cues.csv", "حق النقض"),
        (ENGLISH, "said", "statement", "cues_en.csv", "say"),
        (ENGLISH, "Tuesday", "time", "times_words.csv", "Tuesday"),
        (ENGLISH, "Russia", "mention", "state_names.csv", "Russia"),
        (ENGLISH, "vetoed", "event", "events_en_verbs.csv", "veto"),
        (ENGLISH, "vetoed", "claim", "council/tables/cues.csv", "vetoed"),
    ],
)
def test_a_word_leads_to_the_row_of_its_table(text: str, words: str, layer: str, table: str, row: str) -> None:
    found = at(text, words)[layer]
    assert any(table in one.table and row in one.text for one in found.rows), found.rows


@pytest.mark.parametrize("text", [ARABIC, ENGLISH])
def test_every_part_of_a_reading_has_a_rule_and_its_own_words(text: str) -> None:
    reading = read(text)
    layers = {
        "time": reading.times,
        "mention": reading.mentions,
        "figure": reading.figures,
        "statement": reading.statements,
        "event": reading.events,
        "claim": reading.claims,
    }
    for layer, parts in layers.items():
        assert parts, layer
        for part in (parts[0], parts[-1]):
            own = [
                one
                for one in explain(text, part.start)
                if (one.layer, one.start, one.end) == (layer, part.start, part.end)
            ]
            assert own, (layer, part)
            assert own[0].text == part.text == text[part.start : part.end]
            assert own[0].steps, (layer, part)
            assert all(step.module.startswith("mahdar.") for step in own[0].steps)


def test_the_rule_of_a_statement_is_the_function_that_read_it() -> None:
    steps = at(ARABIC, "قالت")["statement"].steps
    assert any(step.module.startswith("mahdar.reading.statements.arabic") and step.does for step in steps)


def test_a_claim_shows_its_verdict_and_what_it_cites() -> None:
    found = at(ARABIC, "النقض")["claim"].values
    assert (found["kind"], found["verdict"]) == ("council.veto", "supported")
    assert found["cites"]


def test_where_nothing_is_read_there_is_nothing_to_explain() -> None:
    assert explain("لا شيء هنا سوى كلام عابر.", 0) == []


@pytest.mark.parametrize("place", [-1, 5])
def test_a_place_outside_the_report_is_an_error(place: int) -> None:
    with pytest.raises(IndexError, match="5 characters"):
        explain("words", place)


def test_watching_leaves_nothing_behind() -> None:
    before = sys.getprofile()
    explain(ENGLISH, 0)
    assert sys.getprofile() is before

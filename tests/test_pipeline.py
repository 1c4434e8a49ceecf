"""The way of a whole report, from text to verdicts."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mahdar
from mahdar.edtf import Interval

VETO = (
    "استخدمت روسيا والصين حق النقض في مجلس الأمن ضد مشروع قرار بشأن كوريا الشمالية في مايو من العام الماضي.\n"
    "وألبانيا حاليا عضو منتخب في المجلس.\n"
    "وقالت فرنسا إن المجلس «تأخر كثيرا»."
)


def test_claims_date_a_report_that_does_not_say_when_it_came_out() -> None:
    reading = mahdar.read(VETO)
    assert reading.report.published_basis == "record"
    assert reading.report.published == "2023"
    assert {claim.verdict for claim in reading.claims} == {"supported"}
    assert [time.edtf for time in reading.times] == ["2022-05"]


def test_a_date_that_is_given_comes_first() -> None:
    reading = mahdar.read(VETO, published="2023-03-10")
    assert (reading.report.published, reading.report.published_basis) == ("2023-03-10", "given")


def test_a_dateline_comes_before_the_record() -> None:
    reading = mahdar.read("نيويورك، 10 مارس 2023 – " + VETO)
    assert (reading.report.published, reading.report.published_basis) == ("2023-03-10", "text")


def test_the_record_of_an_earlier_day_decides_nothing() -> None:
    text = "Russia vetoed a Security Council draft on North Korea on 28 March 2024."
    now = mahdar.read(text, published="2024-03-29")
    before = mahdar.read(text, published="2024-03-29", as_of=date(2024, 3, 1))
    assert [claim.verdict for claim in now.claims] == ["supported"]
    assert [claim.verdict for claim in before.claims] == ["not-enough-evidence"]


@pytest.mark.parametrize(
    ("text", "language"),
    [("Le Conseil a adopté une résolution sur la Syrie et le Liban.", "fr"), ("", "und"), ("12345", "und")],
)
def test_other_languages_give_a_reading_that_says_so(text: str, language: str) -> None:
    reading = mahdar.read(text)
    assert reading.report.language == language
    assert reading.report.notes
    assert not reading.statements + reading.claims


def test_a_wrong_date_is_refused_with_advice() -> None:
    with pytest.raises(ValueError, match="write 2023"):
        mahdar.read("text", published="yesterday")


def test_every_id_that_is_used_stands_among_the_entities() -> None:
    reading = mahdar.read(VETO)
    used = {m.entity for m in reading.mentions} | {e for s in reading.statements for e in (*s.speakers, *s.via)}
    assert used <= set(reading.entities)
    assert {e.principal for e in reading.entities.values() if e.principal} <= set(reading.entities)


def test_the_json_object_is_json_and_spans_point_at_their_words() -> None:
    text = VETO
    whole = json.loads(json.dumps(mahdar.read(text).to_dict(), ensure_ascii=False))
    assert whole["schema"] == "mahdar/reading/1"
    for layer in ("mentions", "times", "figures", "statements", "events", "claims"):
        for item in whole[layer]:
            assert text[item["start"] : item["end"]] == item["text"]


WORDS = st.sampled_from(
    [
        *VETO.split(),
        "القرار",
        "2397",
        "13",
        "صوتا",
        "بأغلبية",
        "امتنعت",
        "الجمعة",
        "المقبل",
        "منذ",
        "2014",
        "\n",
        "«",
        "“",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=60))
def test_no_text_raises_and_all_offsets_hold(text: str) -> None:
    reading = mahdar.read(text)
    parts = (reading.mentions, reading.times, reading.figures, reading.statements, reading.events, reading.claims)
    for item in (item for part in parts for item in part):
        assert text[item.start : item.end] == item.text
    if reading.report.published:
        Interval.parse(reading.report.published)
    assert mahdar.read(text) == reading


def test_a_report_that_speaks_of_what_came_after_its_date_says_so() -> None:
    text = "استخدمت روسيا والصين حق النقض في مجلس الأمن ضد مشروع قرار بشأن كوريا الشمالية في 26 أيار/مايو 2022."
    early, later = (mahdar.read(text, published=day).report for day in ("2019-05-01", "2022-05-27"))
    assert [text[span.start : span.end] for span in early.dated_against] == [span.text for span in early.dated_against]
    assert any("2019-05-01" in note for note in early.notes)
    assert (early.published, early.published_basis) == ("2019-05-01", "given")
    assert (later.dated_against, later.notes) == ((), ())


def test_the_claims_that_date_a_report_are_named_and_so_are_those_that_do_not_fit() -> None:
    report = mahdar.read(
        "Albania is now an elected member of the Security Council. Malta presides over the Security Council in "
        "February 2023. Security Council resolution 2728 was adopted in March 2024."
    ).report
    assert report.published_basis == "record"
    assert any("Albania" in span.text for span in report.dated_by)
    assert ["2728" in span.text for span in report.dated_against] == [True]
    assert len(report.notes) == 1


def test_without_checks_a_report_is_read_alone() -> None:
    text = "Russia vetoed a draft of the Security Council on 28 March 2024. “We regret it,” the British envoy said."
    whole, alone = (mahdar.read(text, checks=checks) for checks in (True, False))
    assert whole.claims
    assert (alone.claims, alone.report.published, alone.report.dated_by) == ((), None, ())
    assert [each.text for each in alone.statements] == [each.text for each in whole.statements]


@pytest.mark.parametrize(
    "text",
    [
        "Russia vetoed the draft on Syria on 12&nbsp;April&#160;2017 at the Security Council.",
        "استخدمت روسيا حق النقض في مجلس الأمن ضد مشروع قرار بشأن سوريا في&rlm; 12&nbsp;نيسان/أبريل&nbsp;2017.",
    ],
)
def test_pasted_entities_are_white_space_and_spans_are_the_texts_own(text: str) -> None:
    reading = mahdar.read(text)
    assert [time.edtf for time in reading.times] == ["2017-04-12"]
    assert [claim.args["at"] for claim in reading.claims] == ["2017-04-12"]
    for span in (*reading.times, *reading.mentions, *reading.claims):
        assert text[span.start : span.end] == span.text


def test_a_date_far_from_the_dateline_refutes_nothing() -> None:
    story = "China and Russia on Thursday vetoed a draft on North Korea in the Security Council."
    text = f"UNITED NATIONS, May 26, 2022 (Reuters) - {story}"
    far = mahdar.read(text, published="2024-05-14")
    assert [claim.verdict for claim in far.claims] == ["not-enough-evidence"]
    assert ["2022-05-26" in note for note in far.report.notes] == [True]
    near = mahdar.read(text, published="2022-05-28")
    assert ([claim.verdict for claim in near.claims], near.report.notes) == (["supported"], ())
    unstated = mahdar.read(story, published="2024-05-14")
    assert [claim.verdict for claim in unstated.claims] == ["refuted"]


def test_nothing_is_refuted_by_a_date_against_which_as_many_claims_speak() -> None:
    text = (
        "The United States vetoed a text on Saturday in the Security Council on the Palestinian territories. Mali"
        " presides over the Council."
    )
    reading = mahdar.read(text)
    assert reading.report.dated_against
    assert "refuted" not in {claim.verdict for claim in reading.claims}

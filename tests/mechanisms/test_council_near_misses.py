"""Numbers that do not fit their subject or day: what the record has is offered, never put in their place."""

from __future__ import annotations

import pytest

from tests.held import judged, one

_NOW = "2020-01-15"


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("The Security Council adopted resolution 2379 on North Korea on 22 December 2017.", "refuted"),
        ("The Security Council adopted resolution 2379 on North Korea.", "not-enough-evidence"),
        ("The Security Council adopted resolution 2937 on North Korea in December 2017.", "not-enough-evidence"),
        ("اعتمد مجلس الأمن القرار 2379 بشأن كوريا الشمالية في 22 كانون الأول/ديسمبر 2017.", "refuted"),
        ("The Security Council adopted resolution 2396 on North Korea on 22 December 2017.", "not-enough-evidence"),
        ("اعتمد مجلس الأمن القرار 2297 بشأن كوريا الشمالية في كانون الأول/ديسمبر 2017.", "refuted"),
    ],
)
def test_the_number_a_slip_away_is_offered(sentence: str, verdict: str) -> None:
    claim = one(sentence, "council.resolution", _NOW)
    assert claim.verdict == verdict
    assert "S/RES/2397 (2017)" in {citation.symbol for citation in claim.citations}
    assert "The record has" in claim.why.en
    assert "في السجل" in claim.why.ar
    assert claim.args["symbol"] != "S/RES/2397"


def test_a_vote_on_the_wrong_number_is_not_borne_out() -> None:
    text = "صوت مجلس الأمن على القرار 2379 بشأن كوريا الشمالية في 22 ديسمبر 2017"
    verdicts = {claim.kind: claim.verdict for claim in judged(text, "2024-07-06")}
    assert verdicts["council.vote"] == "refuted"
    assert verdicts["council.resolution"] != "supported"


def test_a_number_that_fits_offers_nothing() -> None:
    claim = one("The Security Council adopted resolution 2397 on North Korea.", "council.resolution", _NOW)
    assert (claim.verdict, len(claim.citations)) == ("supported", 1)


def test_another_subject_contradicts_in_part() -> None:
    claim = one("The Security Council adopted resolution 2397 on Mali.", "council.resolution", _NOW)
    assert claim.verdict == "conflicting"
    assert "كوريا" in claim.why.ar


def test_the_right_votes_on_the_wrong_day_are_partly_true() -> None:
    claim = one("Resolution 2397 was adopted unanimously on 21 December 2016.", "council.vote", _NOW)
    assert claim.verdict == "conflicting"
    assert "21 December 2016" in claim.why.en


def test_more_resolutions_than_there_are_is_doubted_not_refuted() -> None:
    claim = one("The Security Council has adopted 89 resolutions on Yemen since 2014.", "council.resolution", _NOW)
    assert claim.verdict == "not-enough-evidence"
    assert claim.citations
    claim = one("The Security Council has adopted six resolutions on Yemen since 2014.", "council.resolution", _NOW)
    assert claim.verdict == "supported"


def test_a_meeting_on_another_day_names_the_nearest_ones() -> None:
    claim = one("The Security Council met on 18 May 2012 to discuss Lebanon.", "council.meeting", _NOW)
    assert claim.verdict == "not-enough-evidence"
    assert len(claim.citations) == 2
    assert "أقرب الجلسات" in claim.why.ar

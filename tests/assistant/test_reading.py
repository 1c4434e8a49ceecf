"""Reading and checking: spans that stand where they say, verdicts with their sources, what is left out."""

from __future__ import annotations

import pytest

from mahdar.assistant import given
from mahdar.assistant.desk import Desk
from mahdar.assistant.plain import plain
from mahdar.assistant.reading import check_sentence, read_kept, read_report
from tests.assistant.texts import ARABIC, ENGLISH
from tests.assistant.walking import citations, spans


@pytest.mark.parametrize("text", [ENGLISH, ARABIC, "\u200f\U0001f5f3 " + ENGLISH], ids=["en", "ar", "beyond-bmp"])
def test_every_span_holds_the_words_that_stand_there(desk: Desk, text: str) -> None:
    answer = plain(read_report(desk, text))
    assert answer["statements"]
    assert answer["claims"]
    assert {text[one["start"] : one["end"]] == one["text"] for one in spans(answer)} == {True}


@pytest.mark.parametrize("text", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_the_veto_leads_to_its_draft_in_both_languages(desk: Desk, text: str) -> None:
    claim = next(one for one in read_report(desk, text).claims if one.kind == "council.veto")
    assert claim.verdict == "supported"
    assert claim.citations[0].symbol == "S/2022/431"
    assert claim.citations[0].url == "https://docs.un.org/S/2022/431"
    assert "S/2022/431" in claim.why.en
    assert "S/2022/431" in claim.why.ar


def test_who_speaks_is_named_with_the_state_spoken_for(desk: Desk) -> None:
    answer = read_report(desk, ENGLISH)
    (speaker,) = answer.statements[0].speakers
    assert answer.entities[speaker].principal == "state:USA"
    assert "state:USA" in answer.entities
    assert "state:PRK" not in answer.entities  # only named


def test_what_does_not_find_room_is_counted(desk: Desk) -> None:
    answer = read_report(desk, "\n".join([ENGLISH] * 4), rows=2)
    whole = read_report(desk, "\n".join([ENGLISH] * 4))
    assert answer.statements == whole.statements[:2]
    assert answer.left_out["statements"] == len(whole.statements) - 2
    assert whole.left_out == {}


def test_relative_days_are_counted_from_the_day_of_publication(desk: Desk) -> None:
    answer = read_report(desk, "Japan said yesterday that it would vote.", published="2024-03-29", outlet="Wire")
    assert [one.edtf for one in answer.times] == ["2024-03-28"]
    assert (answer.report.published_basis, answer.report.outlet) == ("given", "Wire")


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "9999", "2022-05-26/.."])
def test_days_at_the_ends_of_the_calendar_are_days(desk: Desk, published: str) -> None:
    answer = check_sentence(desk, "Russia vetoed a draft on Syria on 12 April 2017.", published=published)
    assert answer.published == published
    assert answer.claims


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Russia vetoed a Security Council draft resolution on Syria on 12 April 2017.", "supported"),
        ("استخدمت روسيا حق النقض في مجلس الأمن ضد مشروع قرار بشأن سوريا في 12 نيسان/أبريل 2017.", "supported"),
        ("The Security Council has 14 members.", "refuted"),
    ],
)
def test_a_sentence_gets_its_verdict_with_sources(desk: Desk, sentence: str, verdict: str) -> None:
    answer = check_sentence(desk, sentence)
    (claim,) = answer.claims
    assert claim.verdict == verdict
    assert claim.why.en
    assert claim.why.ar
    assert answer.note is None
    assert all(one["title"] and one["source"] for one in citations(plain(answer)))


def test_a_sentence_that_the_record_cannot_decide_is_not_called_false(desk: Desk) -> None:
    answer = check_sentence(desk, "The sky over Geneva was blue.")
    assert answer.claims == []
    assert answer.note is not None
    assert "says nothing about whether it is so" in answer.note.en


def test_the_record_is_asked_as_it_stood_on_a_day(desk: Desk) -> None:
    told = "Russia vetoed a Security Council draft resolution on Syria on 12 April 2017."
    assert check_sentence(desk, told, as_of="2017-04-01").claims[0].verdict == "not-enough-evidence"


def test_a_language_without_a_grammar_is_said(desk: Desk) -> None:
    answer = check_sentence(desk, "Le Conseil de sécurité a adopté la résolution à l'unanimité vendredi soir.")
    assert any("Mahdar reads Arabic and English" in note for note in answer.notes)


def test_a_certificate_says_what_was_searched(desk: Desk) -> None:
    told = "Egypt is a party to the ICCPR."
    answer = check_sentence(desk, told, certified=True)
    assert answer.certificate is not None
    assert answer.certificate["text"] == told
    assert answer.certificate["record"]["facts"] == answer.record
    assert [one["verdict"] for one in answer.certificate["claims"]] == [one.verdict for one in answer.claims]
    assert answer.certificate["claims"][0]["searched"]
    assert "treaty_actions" in [one["table"] for one in answer.certificate["tables"]]
    assert check_sentence(desk, told).certificate is None


def test_texts_are_bounded(desk: Desk) -> None:
    with pytest.raises(given.RefusedError, match="at most 40,000"):
        read_report(desk, "a" * 40_001)
    with pytest.raises(given.RefusedError, match="at most 2,000"):
        check_sentence(desk, "a" * 2_001)
    with pytest.raises(given.RefusedError, match="is empty"):
        check_sentence(desk, " \n")


def test_a_kept_report_is_read_by_its_id_or_digest(shelved: Desk) -> None:
    answer = read_kept(shelved, "sudan-1")
    assert answer.report.outlet == "Herald"
    assert any(claim.verdict == "supported" for claim in answer.claims)
    assert read_kept(shelved, answer.report.sha256[:12]) == answer


def test_a_report_that_is_not_kept_is_refused(desk: Desk, shelved: Desk) -> None:
    with pytest.raises(given.RefusedError, match="no report 'nothing'"):
        read_kept(shelved, "nothing")
    with pytest.raises(given.RefusedError, match="no library"):
        read_kept(desk, "sudan-1")

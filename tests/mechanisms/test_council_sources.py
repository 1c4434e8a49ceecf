"""Where official sources disagree both are cited, whichever of them the claim follows."""

from __future__ import annotations

import pytest

from tests.held import one, record


@pytest.mark.parametrize(
    ("sentence", "kind", "published"),
    [
        ("The Security Council voted 13-2 on the draft on North Korea on 26 May 2022.", "council.vote", "2022-05-28"),
        ("The Security Council vote on the North Korea draft on 26 May 2022 was 13-0-2.", "council.vote", "2022-05-28"),
        ("The Security Council adopted resolution 1958 by 14 votes with one abstention.", "council.vote", "2010-12-17"),
        ("اعتمد مجلس الأمن القرار 1958 بالإجماع.", "council.vote", "2010-12-17"),
        (
            "France and the Soviet Union vetoed a Security Council draft on Spain on 26 June 1946.",
            "council.veto",
            "1946-07",
        ),
        (
            "The General Assembly adopted resolution ES-10/21 by 121 votes to 14 with 44 abstentions.",
            "assembly.vote",
            "2023-10-28",
        ),
        (
            "اعتمدت الجمعية العامة القرار ES-10/21 بأغلبية 120 صوتا مقابل 14 صوتا وامتناع 45 دولة.",
            "assembly.vote",
            "2023-10-28",
        ),
        (
            "The General Assembly adopted resolution 62/167 by 102 votes to 22 with 58 abstentions.",
            "assembly.vote",
            "2008-01-28",
        ),
    ],
)
def test_both_are_cited(sentence: str, kind: str, published: str) -> None:
    claim = one(sentence, kind, published)
    assert claim.verdict == "conflicting"
    assert len({citation.source for citation in claim.citations} | {citation.title for citation in claim.citations}) > 2
    assert "Another" in claim.why.en
    assert "آخر" in claim.why.ar or "أخرى" in claim.why.ar


@pytest.mark.parametrize(
    ("sentence", "kind", "published", "cited"),
    [
        # The yearly tables of meetings print 663 for 666, and 701 for 695.
        (
            "The Security Council adopted resolution 666 on 13 September 1990.",
            "council.resolution",
            "1990-09-14",
            {"S/RES/666 (1990)", "S/RES/663 (1990)"},
        ),
        (
            "اعتمد مجلس الأمن القرار 666 بأغلبية 13 صوتا مقابل صوتين.",
            "council.vote",
            "1990-09-14",
            {"S/RES/666 (1990)", "S/RES/663 (1990)"},
        ),
        (
            "The Security Council adopted resolution 663 on 13 September 1990.",
            "council.resolution",
            "1990-09-14",
            {"S/RES/663 (1990)"},
        ),
        (
            "The Security Council adopted resolution 695 on 30 May 1991 by 15 votes to none.",
            "council.vote",
            "1991-06",
            {"S/RES/695 (1991)", "S/RES/701 (1991)"},
        ),
        (
            "اعتمد مجلس الأمن القرار 695 في 30 أيار/مايو 1991.",
            "council.resolution",
            "1991-06",
            {"S/RES/695 (1991)", "S/RES/701 (1991)"},
        ),
        # The meeting began on the evening of the 16th; a page of the Repertoire takes September for December.
        (
            "The Security Council adopted resolution 918 on 16 May 1994.",
            "council.resolution",
            "1994-06",
            {"S/RES/918 (1994)"},
        ),
        (
            "اعتمد مجلس الأمن القرار 1448 في 9 أيلول/سبتمبر 2002.",
            "council.resolution",
            "2003",
            {"S/RES/1448 (2002)"},
        ),
        # The votes by member of 1997 add up to other tallies than the yearly tables have.
        (
            "The Security Council unanimously adopted resolution 1093 on 14 January 1997.",
            "council.vote",
            "1997-06",
            {"S/RES/1093 (1997)"},
        ),
        (
            "The Security Council adopted resolution 1094 by 13 votes to 1 with 1 abstention.",
            "council.vote",
            "1997-06",
            {"S/RES/1094 (1997)"},
        ),
    ],
)
def test_numbers_days_and_tallies_on_which_publications_differ(
    sentence: str, kind: str, published: str, cited: set[str]
) -> None:
    claim = one(sentence, kind, published)
    assert claim.verdict == "conflicting"
    assert {citation.symbol for citation in claim.citations} == cited
    assert len({(citation.source, citation.date, citation.title) for citation in claim.citations}) == 2
    assert "Another" in claim.why.en
    assert "آخر" in claim.why.ar


@pytest.mark.parametrize(
    ("number", "day", "published"),
    [
        ("663", "14 August 1990", "1990-09"),
        ("701", "31 July 1991", "1991-09"),
        ("918", "17 May 1994", "1994-06"),
        ("1448", "9 December 2002", "2003"),
        # The file of votes by member gives it voters who did not sit yet: no tally to hold against the Library's.
        ("1385", "19 December 2001", "2002"),
    ],
)
def test_what_the_preferred_source_has_is_borne_out(number: str, day: str, published: str) -> None:
    claim = one(f"The Security Council adopted resolution {number} on {day}.", "council.resolution", published)
    assert claim.verdict == "supported"
    assert record().decision(f"S/RES/{number}") is not None


def test_a_day_that_no_source_has_is_refuted() -> None:
    claim = one("The Security Council adopted resolution 666 on 3 March 1990.", "council.resolution", "1990-10")
    assert claim.verdict == "refuted"


def test_a_third_tally_is_neither() -> None:
    claim = one("The Security Council adopted resolution 1958 by 11 votes to 4.", "council.vote", "2010-12-17")
    assert claim.verdict == "refuted"
